"""The attribute ruler and the lemmatizer with lookup give the same annotations as spaCy's own."""

import typing as t

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.attribute_rules import look_up_attributes
from kg.grammar.pipeline import look_up_base_forms

TEXTS = (
    "They ain't gonna go, and there's no one who's got ta pay; let's leave. C'mon!",
    "The mayor of Porto was re-elected, and the mayor left. The mayor's house burned.",
    "",
    "She has had to have it made.  What that is, is that.",
    "They ain't gonna go, and y'all know it.",
    "Wolves, geese and oxen were fleeing the larger, uglier and unlikeliest fires of 2003; Blorxes blorxed.",
    "Nothin' came of nothing, and nuthin' did; the left left, and those meeting at the meeting saw the saw.",
    "There's one, there were two, and gets got what Got gets.",
)


@pytest.fixture(scope="module")
def pipelines(nlp: Language, stock: Language) -> tuple[Language, Language]:
    ours = spacy.load(str(nlp.path))
    look_up_attributes(ours)
    look_up_base_forms(ours)
    return ours, stock


def attributes_of(doc: Doc) -> list[tuple[str, ...]]:
    return [(token.text, token.pos_, token.tag_, token.lemma_, str(token.morph)) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_both_write_what_spacys_write(pipelines: tuple[Language, Language], text: str) -> None:
    ours, stock = pipelines
    assert attributes_of(ours(text)) == attributes_of(ours(text)) == attributes_of(stock(text))


def test_a_rule_that_is_added_counts(nlp: Language) -> None:
    ours = spacy.load(str(nlp.path))
    look_up_attributes(ours)
    assert ours("The bank closed.")[1].lemma_ == "bank"
    ruler: t.Any = ours.get_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "bank"}]], {"LEMMA": "BANK"})
    assert ours("The bank closed.")[1].lemma_ == "BANK"
