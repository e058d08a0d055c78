"""Arguments that stand at another predicate; each rule of the tables has a sentence that needs it."""

import typing as t

import pytest
from spacy.language import Language

from kg.grammar.sharing import OBJECT_RULES, SUBJECT_RULES
from tests.grammar.reading import read, slots

SUBJECTS: t.Final = (
    ("The ministry fined the bank.", "fined", "own", "subject: The ministry"),
    ("The museum owns many paintings, including two portraits.", "including", "modified", "subject: many paintings"),
    ("According to the ministry, prices fell.", "According", "modified", "subject: prices fell"),
    ("Prices fell, according to the ministry.", "according", "modified", "subject: Prices fell"),
    ("There are two lakes.", "are", "existential", "subject: two lakes"),
    ("The bank which fined nobody closed.", "fined", "relative", "subject: The bank"),
    ("The first woman to win thanked her team.", "win", "infinitive-of-noun", "subject: The first woman"),
    ("The letter sent in May was lost.", "sent", "participle", "subject: The letter"),
    ("The firm opened a series of shops selling shoes.", "selling", "participle", "subject: a series of shops"),
    ("The court heard and rejected the appeal.", "rejected", "coordinated", "subject: The court"),
    ("She asked the council to act.", "act", "controlled", "subject: the council"),
    ("She promised the council to act.", "act", "controlled", "subject: She"),
    ("The roof fell, killing three.", "killing", "adverbial", "subject: The roof"),
    ("She left without reading the letter.", "reading", "gerund", "subject: She"),
    ("They accused him of stealing the car.", "stealing", "gerund", "subject: him"),
)
OBJECTS: t.Final = (
    ("The book that he wrote won a prize.", "wrote", "relative-object", "object: The book"),
    ("The court heard and rejected the appeal.", "heard", "shared-object", "object: the appeal"),
    ("They have money to spend.", "spend", "object-of-purpose", "object: money"),
)


@pytest.mark.parametrize(("text", "head", "rule", "slot"), [*SUBJECTS, *OBJECTS])
def test_a_rule_fills_its_slot(nlp: Language, text: str, head: str, rule: str, slot: str) -> None:
    assert (slot if rule == "own" else f"{slot} <{rule}>") in slots(nlp, text, head)


def test_every_rule_has_a_sentence() -> None:
    assert {rule for _, _, rule, _ in SUBJECTS} == SUBJECT_RULES.keys()
    assert {rule for _, _, rule, _ in OBJECTS} == OBJECT_RULES.keys()


@pytest.mark.parametrize(
    ("text", "head"),
    [("The goal is to win.", "win"), ("Close the door.", "Close"), ("It is hard to win.", "win")],
)
def test_nobody_is_named_where_the_sentence_does_not_tell(nlp: Language, text: str, head: str) -> None:
    _, clause = read(nlp(text), head)
    assert clause.first("subject") is None


def test_a_time_before_two_verbs_holds_of_both(nlp: Language) -> None:
    assert "oblique in: May <fronted>" in slots(nlp, "In May the court heard and rejected the appeal.", "rejected")
    assert "oblique in: May" in slots(nlp, "In May the court heard and rejected the appeal.", "heard")


def test_a_clause_is_no_part_of_the_noun_that_it_is_about(nlp: Language) -> None:
    text = "The bank in Oslo which fined nobody closed."
    assert "subject: The bank in Oslo <relative>" in slots(nlp, text, "fined")
    assert "subject: The bank in Oslo which fined nobody" in slots(nlp, text, "closed")
