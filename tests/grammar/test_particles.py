"""Small foreign words inside names, which are not verbs there."""

import pytest
from spacy.language import Language

from kg.grammar.tokenization import with_particles


@pytest.mark.parametrize("word", ["do", "dos", "wa"])
def test_a_small_word_in_a_name_is_read_as_one(nlp: Language, word: str) -> None:
    text = f"The stage was built by Palcos {word} Norte in May."
    doc = with_particles(nlp.make_doc(text), text)
    assert [token.text for token in doc if token.norm_ == "de"] == [word]
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    small = next(token for token in doc if token.text == word)
    assert [token.pos_ for token in (small, small.nbor())] == ["PROPN", "PROPN"]


@pytest.mark.parametrize("text", ["Why do Danes laugh?", "They do Norla a favour.", "What do I say?", "We do it."])
def test_a_verb_between_capitals_stays_a_verb(nlp: Language, text: str) -> None:
    assert "de" not in [token.norm_ for token in with_particles(nlp.make_doc(text), text)]


def test_two_small_words_in_a_name_are_read_as_ones(nlp: Language) -> None:
    text = "It was won by Joris van der Poorten."
    doc = with_particles(nlp.make_doc(text), text)
    assert [token.text for token in doc if token.norm_ == "de"] == ["van", "der"]
