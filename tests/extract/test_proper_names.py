"""Test whether words are the whole name of one thing, in our own sentences."""

import pytest
from spacy.language import Language

from kg.extract.proper_names import is_known, is_proper, may_be_several
from tests.extract.sentences import read

PROPER = [
    ("Acme", True, "They praised Acme products."),
    ("Porto", True, "They praised the Porto Mayor."),
    ("Files", True, "The panel heard X Files actress Gillian Anderson."),
    ("Anderson", True, "The panel heard X Files actress Gillian Anderson."),
    ("Americans", False, "They met particularly those Americans of Chicago."),
    ("Pull", False, "They sell the Pull-out beds."),
    ("President", False, "The President spoke."),
    ("Hot", False, "The band topped the Billboard Hot 100 chart."),
    ("Tower", False, "He saw the Tower exhibition near Oslo."),
    ("Rugby", False, "Umaga met them in Saturday's IRB Rugby Aid match at Twickenham."),
    ("Dr", False, "The Dr Silva project closed."),
    ("Ohio", False, "She met Sen. Ana Silva (D-Ohio) on Monday."),
    ("Vt", False, "Rep. Ben Reed, R-Vt, left."),
    ("Islamist", False, "They met Islamist politicians."),
    ("Buddhist", True, "They met Buddhist voters, and the Buddhists left."),
    ("Republican", True, "They met Republican voters."),
    ("Korean", True, "They met Korean voters."),
    ("Olympic", False, "She won an Olympic title."),
    ("Faustian", False, "They made a Faustian bargain with the mill."),
    ("Zembran", True, "They met Zembran hunters, and the Zembrans left."),
    ("English", False, "They met the English-speaking minority."),
    ("English", True, "They met the English minority."),
    ("Uranium", False, "Uranium fuel is loaded. They sell uranium."),
    ("Uranium", True, "Uranium fuel is loaded."),
    ("Varnel", True, "They met Varnel staff. The varnel is a bird."),
    ("MRI", False, "They bought MRI machines."),
    ("TRB", True, "The Tin Board (TRB) closed, and TRB machines were sold."),
    ("pro-Chad", False, "They met pro-Chad lobbyists."),
    ("DWWs", False, "They closed deep water wells (DWWs) in May."),
    ("Kenosha", True, "They left the plant (Kenosha) early."),
    ("Zorvans", False, "They met one of the Zorvans involved in it."),
    ("Earl", False, "He met the second Earl of Rochester."),
    ("Festival", False, "They earned millions from the Blues and Heritage Festival each spring."),
    ("Zorvan", True, "Anna met Lorvan managers and Zorvan managers."),
]


@pytest.mark.parametrize(("word", "proper", "sentence"), PROPER)
def test_whole_names(nlp: Language, word: str, proper: bool, sentence: str) -> None:
    text = read(nlp, sentence)
    index = next(token.i for token in text.parse.tokens if token.text == word)
    assert is_proper(text, text.phrase(text.word(index))) is proper


def test_known_names() -> None:
    assert is_known("Portuguese")
    assert is_known("Portugal")
    assert not is_known("Darkprofits")


def test_two_names_are_no_name() -> None:
    assert may_be_several("Shadowcrew and Darkprofits")
    assert may_be_several("Citizens and Canal")
    assert not may_be_several("Securities and Exchange Commission")
    assert not may_be_several("Shadowcrew")
