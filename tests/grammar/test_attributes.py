"""The attribute ruler and the lemmatizer, which look words up, write what spaCy's own write."""

import typing as t
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.attributes import match_distinct_words
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
    match_distinct_words(ours)
    look_up_base_forms(ours)
    return ours, stock


def told(doc: Doc) -> list[tuple[str, ...]]:
    return [(token.text, token.pos_, token.tag_, token.lemma_, str(token.morph)) for token in doc]


@pytest.mark.parametrize("text", TEXTS)
def test_ruler_writes_what_spacys_writes(pipelines: tuple[Language, Language], text: str) -> None:
    ours, stock = pipelines
    assert told(ours(text)) == told(ours(text)) == told(stock(text))


def test_known_words_are_not_matched_again(pipelines: tuple[Language, Language]) -> None:
    ours, _ = pipelines
    ours(TEXTS[0])
    ruler: t.Any = ours.get_pipe("attribute_ruler")
    known = dict(ruler.match.__self__.known)
    ours(TEXTS[0])
    assert ruler.match.__self__.known == known


def test_words_that_no_pattern_names_are_one(nlp: Language) -> None:
    ours = spacy.load(str(nlp.path))
    match_distinct_words(ours)
    ruler: t.Any = ours.get_pipe("attribute_ruler")
    ours("The mayor left the bank.")
    known = dict(ruler.match.__self__.known)
    ours("The painter left the house.")
    assert ruler.match.__self__.known == known
    ruler.add([[{"LOWER": {"NOT_IN": ["mayor", "bank"]}, "TAG": "NN"}]], {"LEMMA": "other"})
    assert [token.lemma_ for token in ours("The painter left the bank.") if token.tag_ == "NN"] == ["other", "bank"]


def test_a_rule_that_is_added_counts(nlp: Language, tmp_path: Path) -> None:
    ours = spacy.load(str(nlp.path))
    match_distinct_words(ours)
    assert ours("The bank closed.")[1].lemma_ == "bank"
    ruler: t.Any = ours.get_pipe("attribute_ruler")
    ruler.add([[{"LOWER": "bank"}]], {"LEMMA": "BANK"})
    assert ours("The bank closed.")[1].lemma_ == "BANK"
    ours.to_disk(tmp_path)
    assert told(spacy.load(tmp_path)("The bank closed.")) == told(ours("The bank closed."))


def test_rules_that_look_at_more_are_left_to_spacy(nlp: Language) -> None:
    other = spacy.load(str(nlp.path))
    ruler: t.Any = other.get_pipe("attribute_ruler")
    ruler.add([[{"LENGTH": 4}]], {"LEMMA": "four"})
    match_distinct_words(other)
    assert "match" not in vars(ruler)
