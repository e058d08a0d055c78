"""The parser and the recogniser with their loop in Python give the same annotations as spaCy's own, to the bit."""

import typing as t
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc, Span

from kg.grammar import steps
from kg.grammar.steps import STEPPED, step_from_python

TEXTS = (
    "Ana Lima of Norvik Steel met Mr. Ferro in Porto on 3 May 2021, and paid him $3 million for Tarn Mines Ltd.",
    "",
    " \n ",
    "Rain.",
    "The mayor left. The ministry fined the bank! Who, when 12 of its ships sank, had the right to do that?",
    "It rained and " * 200,
)


@pytest.fixture(scope="module")
def stepped(nlp: Language) -> Language:
    ours = spacy.load(str(nlp.path))
    step_from_python(ours)
    return ours


def attributes_of(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (word.text, word.dep_, word.head.i, word.is_sent_start, word.ent_iob_, word.ent_type_, word.lemma_)
        for word in doc
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_read_as_by_spacy(stepped: Language, stock: Language, text: str) -> None:
    assert attributes_of(stepped(text)) == attributes_of(stock(text))


@pytest.mark.parametrize("batch_size", [1, 3, 256])
def test_a_batch_is_read_as_by_spacy(stepped: Language, stock: Language, batch_size: int) -> None:
    ours = stepped.pipe(TEXTS, batch_size=batch_size)
    assert list(map(attributes_of, ours)) == list(map(attributes_of, stock.pipe(TEXTS)))


def test_entities_that_stand_already_are_kept(stepped: Language, stock: Language) -> None:
    docs = []
    for nlp in (stepped, stock):
        doc = nlp.make_doc("Ana Lima met Vega Ferro in Porto.")
        doc.set_ents([Span(doc, 0, 1, label="ORG")], default="missing")
        docs.append(nlp(doc))
    assert attributes_of(docs[0]) == attributes_of(docs[1])
    assert docs[0][0].ent_type_ == "ORG"


def test_pipes_keep_their_names_labels_and_form_on_disk(stepped: Language, stock: Language, tmp_path: Path) -> None:
    assert stepped.pipe_names == stock.pipe_names
    assert stepped.pipe_labels == stock.pipe_labels
    stepped.to_disk(tmp_path)
    assert attributes_of(spacy.load(tmp_path)(TEXTS[0])) == attributes_of(stock(TEXTS[0]))


def test_a_parser_of_another_class_stays(nlp: Language) -> None:
    class Own(DependencyParser):  # type: ignore[misc]  # compiled, without a stub
        pass

    other = spacy.load(str(nlp.path))
    parser: t.Any = other.get_pipe("parser")
    own = Own(parser.vocab, parser.model, "parser", parser.moves)
    other._components[:] = [(name, own if name == "parser" else pipe) for name, pipe in other._components]
    step_from_python(other)
    assert other.get_pipe("parser") is own
    assert type(other.get_pipe("ner")) in STEPPED.values()


def test_a_batch_takes_its_steps_together(stepped: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe: t.Any = stepped.get_pipe("parser")
    docs = list(map(stepped.make_doc, ["It rained on Monday."] * 16))
    for other in ("tok2vec", "tagger"):
        docs = list(stepped.get_pipe(other).pipe(docs))  # type: ignore[attr-defined]  # pipes have no stub
    taken = []
    steps_of = steps.steps_of

    def counted(*given: t.Any) -> Iterator[t.Any]:
        for step in steps_of(*given):
            taken.append(len(step[1]))
            yield step

    monkeypatch.setattr(steps, "steps_of", counted)
    assert len(list(pipe.pipe(docs, batch_size=16))) == 16
    assert set(taken) == {16}


def test_names_take_no_steps_but_where_some_stand_already(stepped: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[Doc] = []

    def counted(_: object, docs: Iterable[Doc], __: object) -> Iterator[t.Any]:
        taken.extend(docs)
        yield from ()

    monkeypatch.setattr(steps, "steps_of", counted)
    pipe: t.Any = stepped.get_pipe("ner")
    docs = [stepped.make_doc("Ana Lima met Vega Ferro in Porto.") for _ in range(2)]
    assert pipe(docs[0]).ents
    assert not taken
    docs[1].set_ents([Span(docs[1], 0, 1, label="ORG")], default="missing")
    pipe(docs[1])
    assert taken == [docs[1]]


def test_what_fails_is_handed_to_the_handler_of_the_pipe(stepped: Language) -> None:
    pipe: t.Any = stepped.get_pipe("parser")
    failed: list[int] = []
    usual = pipe.get_error_handler()
    pipe.set_error_handler(lambda name, pipe, docs, error: failed.append(len(docs)))
    try:
        assert list(pipe.pipe([None, None], batch_size=2)) == []
    finally:
        pipe.set_error_handler(usual)
    assert failed == [2]
