"""The pipeline that embeds each distinct word once gives the same parses as spaCy's own, to the bit."""

import typing as t
from pathlib import Path

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.embedding import LAYERS

TEXTS = (
    "The ministry fined the bank, and the bank said the ministry had no right to fine the bank.",
    "",
    "Ana Lima joined Norvik Steel in May 2021. Norvik Steel makes steel.",
    "steel Steel STEEL steel,  steel",
)


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (
            token.text,
            token.tag_,
            token.lemma_,
            token.dep_,
            token.head.i,
            token.ent_iob_,
            token.ent_type_,
            str(token.morph),
        )
        for token in doc
    ]


def test_parse_is_that_of_spacy(nlp: Language, stock: Language) -> None:
    for ours, theirs in zip(nlp.pipe(TEXTS), stock.pipe(TEXTS), strict=True):
        assert annotations(ours) == annotations(theirs)
        assert np.array_equal(ours.tensor, theirs.tensor)


def test_each_distinct_word_is_embedded_once(nlp: Language) -> None:
    model: t.Any = nlp.get_pipe("tok2vec")
    hashes = next(node for node in model.model.walk() if len(node.layers) == len(LAYERS)).layers[2]
    forward, rows_seen = hashes._func, []

    def counting(model: object, rows: t.Any, is_train: bool) -> object:
        rows_seen.append(len(rows.dataXd))
        return forward(model, rows, is_train)

    hashes._func = counting
    try:
        nlp("steel and steel and steel")
    finally:
        hashes._func = forward
    assert rows_seen == [3]  # "steel" and "and" before a space, "steel" at the end


def test_models_keep_their_form_on_disk(nlp: Language, stock: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert annotations(again(TEXTS[0])) == annotations(stock(TEXTS[0]))
