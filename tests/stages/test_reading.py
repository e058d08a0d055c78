"""Parses are freed after reading, unless a third-party extractor may have kept them."""

import gc

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import BUILT_IN, claims
from kg.grammar.parse import let_go, parse_of
from kg.model import Claim, Document
from kg.reference.annotation import annotate
from kg.stages import run_documents

TEXT = (
    'Ana Silva of Acme, which closed on 3 May 2024, said: "We sold 1,200 shops." She did not tell the mayor why. ' * 20
)
FEW = 100
"""Objects that the collector finds after 460 words, each of which refers to others."""


def garbage() -> int:
    """Return the number of objects that only the collector could free since the last call."""
    return gc.collect()


def test_what_is_read_leaves_the_collector_nothing_to_do(nlp: Language) -> None:
    run_documents([Document("first", TEXT)], model=nlp)
    garbage()
    gc.disable()
    try:
        collected: list[int] = []
        gc.callbacks.append(lambda phase, info: collected.append(info["collected"]) if phase == "stop" else None)
        run_documents([Document("a", TEXT)], model=nlp)
        assert sum(collected) + garbage() < FEW
    finally:
        gc.callbacks.pop()
        gc.enable()


def test_a_parse_that_is_let_go_is_made_anew(nlp: Language) -> None:
    (doc,) = annotate([Document("a", TEXT)], nlp, prose=lambda document: [])
    before = parse_of(doc)
    let_go(doc)
    assert before.tokens == []
    assert parse_of(doc) is not before
    let_go(doc)
    let_go(doc)


def test_what_an_extractor_keeps_stays_whole(nlp: Language) -> None:
    kept: list[Doc] = []

    def keeping(doc: Doc) -> tuple[Claim, ...]:
        kept.append(doc)
        parse_of(doc)
        return claims(doc)

    graph = run_documents([Document("a", TEXT)], model=nlp, extractors={"keeping": keeping}).graph
    assert graph.statements == run_documents([Document("a", TEXT)], model=nlp, extractors=BUILT_IN).graph.statements
    assert [word.head.text for word in parse_of(kept[0])]
