"""Mentions of noun phrases, on hand-written parses."""

import typing as t

import pytest

from kg.grammar.phrases import phrase_of
from kg.model import Literal, Mention, Time
from kg.reference.mentions import is_pronoun, mention, row_mention
from tests.extract.documents import parsed, word

CASES: t.Final = [
    ("person", "Silva", "Ana Silva", "name", "Person",
     "Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/3/PERSON resigned=resign/VBD/ROOT/0"),
    ("organization without its article", "Bank", "Norland Bank", "name", "Organization",
     "The/DT/det/3/ORG Norland/NNP/compound/3/ORG Bank/NNP/nsubj/4/ORG closed=close/VBD/ROOT/0"),
    ("place", "Lyon", "Lyon", "name", "Place", "Lyon/NNP/nsubj/2/GPE burned=burn/VBD/ROOT/0"),
    ("name of no known kind", "Norla", "Norla", "name", "Thing", "Norla/NNP/nsubj/2/MISC burned=burn/VBD/ROOT/0"),
    ("name that no entity covers", "Norla", "Norla", "name", "Thing", "Norla/NNP/nsubj/2 burned=burn/VBD/ROOT/0"),
    ("people of a place", "French", "the French", "name", "Group",
     "the/DT/det/2 French/JJ/nsubj/3/NORP voted=vote/VBD/ROOT/0"),
    ("common noun", "bank", "The old bank", "nominal", "Thing",
     "The/DT/det/3 old/JJ/amod/3 bank/NN/nsubj/4 closed=close/VBD/ROOT/0"),
    ("whole phrase", "mill", "The mill near Porto", "nominal", "Thing",
     "The/DT/det/2 mill/NN/nsubj/5 near/IN/prep/2 Porto/NNP/pobj/3 burned=burn/VBD/ROOT/0"),
    ("pronoun", "They", "They", "pronoun", "Thing", "They/PRP/nsubj/2 left=leave/VBD/ROOT/0"),
    ("determiner alone", "Many", "Many", "pronoun", "Thing", "Many/JJ/nsubj/2 left=leave/VBD/ROOT/0"),
    ("possessor as a relative pronoun", "founder", "whose founder", "nominal", "Thing",
     "firm/NN/ROOT/0 whose/WP$/poss/3 founder/NN/nsubj/4 resigned=resign/VBD/relcl/1"),
    ("number", "five", "five", "value", "Quantity", "They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 five/CD/dobj/2"),
    ("share", "percent", "five percent", "value", "Quantity",
     "It/PRP/nsubj/2 owns=own/VBZ/ROOT/0 five/CD/nummod/4/PERCENT percent/NN/dobj/2/PERCENT"),
    ("money", "million", "$5 million", "value", "Quantity",
     ("The/DT/det/2 mine/NN/nsubj/3 cost/VBD/ROOT/0 $/$/quantmod/6/MONEY 5/CD/compound/6/MONEY "
      "million/CD/dobj/3/MONEY")),
    ("money in another currency too", "5", "$5 (£3; 4 euros)", "value", "Quantity",
     ("The/DT/det/2 mine/NN/nsubj/3 cost/VBD/ROOT/0 $/$/nmod/5/MONEY 5/CD/dobj/3/MONEY (/-LRB-/punct/5 "
      "£/$/nmod/8/MONEY 3/CD/appos/5/MONEY ;/:/punct/5 4/CD/nummod/11/MONEY euros=euro/NNS/appos/5/MONEY "
      ")/-RRB-/punct/5")),
    ("money with something else in brackets", "5", "$5", "value", "Quantity",
     ("The/DT/det/2 mine/NN/nsubj/3 cost/VBD/ROOT/0 $/$/nmod/5/MONEY 5/CD/dobj/3/MONEY (/-LRB-/punct/5 "
      "see/VB/parataxis/3 below/RB/advmod/7 )/-RRB-/punct/5")),
    ("counted things", "mines", "five mines", "nominal", "Thing",
     "It/PRP/nsubj/2 owns=own/VBZ/ROOT/0 five/CD/nummod/4/CARDINAL mines=mine/NNS/dobj/2"),
    ("things counted out of others", "22", "all 22 of its mines", "nominal", "Thing",
     ("It/PRP/nsubj/2 sold=sell/VBD/ROOT/0 all/DT/det/4 22/CD/dobj/2/CARDINAL of/IN/prep/4 its/PRP$/poss/7 "
      "mines=mine/NNS/pobj/5")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "text", "kind", "type_", "written"), [pytest.param(*case[1:], id=case[0]) for case in CASES]
)
def test_what_a_phrase_refers_to(head: str, text: str, kind: str, type_: str, written: str) -> None:
    doc = parsed(written)
    found = mention(word(doc, head))
    assert (found.text, found.kind, found.type) == (text, kind, type_)
    assert doc.text[found.span.start : found.span.end] == text
    assert found.span.start <= found.head < found.span.end


def of(head: str, written: str, **times: str) -> Mention:
    """Return the mention of a word."""
    return mention(word(parsed(written, times=times), head))


def test_an_expression_of_time_is_a_time_with_its_value() -> None:
    found = of("May", "It/PRP/nsubj/2 closed=close/VBD/ROOT/0 in/IN/prep/2 May/NNP/pobj/3/DATE", May="2024-05")
    assert (found.kind, found.type) == ("time", "Time")
    assert isinstance(found.value, Time)
    assert found.value.value == "2024-05"


AGED: t.Final = "The/DT/det/3 21-year/NN/npadvmod/3/DATE old/JJ/nsubj/4/DATE won=win/VBD/ROOT/0"


def test_an_age_refers_to_a_person() -> None:
    found = of("old", AGED, old="P21Y")
    assert (found.kind, found.type, found.text) == ("nominal", "Person", "The 21-year old")
    assert of("old", AGED.replace("The/DT", "A/DT"), old="P21Y").kind == "time"


MEASURED: t.Final = "It/PRP/nsubj/2 closed=close/VBD/ROOT/0 after/IN/prep/2 days=day/NNS/pobj/3/DATE"


def test_a_noun_of_time_that_measures_a_thing_is_no_time() -> None:
    assert of("days", f"{MEASURED} of/IN/prep/4 rain/NN/pobj/5", days="P1D").kind == "nominal"
    assert of("days", MEASURED, days="P1D").kind == "time"


VALUES: t.Final = [
    ("five", Literal("5", "xsd:integer"), "They/PRP/nsubj/2 sold=sell/VBD/ROOT/0 five/CD/dobj/2"),
    ("percent", Literal("5", "xsd:integer", "%"),
     "It/PRP/nsubj/2 owns=own/VBZ/ROOT/0 five/CD/nummod/4/PERCENT percent/NN/dobj/2/PERCENT"),
    ("mines", Literal("5", "xsd:integer"),
     "It/PRP/nsubj/2 owns=own/VBZ/ROOT/0 five/CD/nummod/4/CARDINAL mines=mine/NNS/dobj/2"),
    ("bank", None, "The/DT/det/2 bank/NN/nsubj/3 closed=close/VBD/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "value", "written"), VALUES)
def test_value_of_a_mention(head: str, value: Literal | None, written: str) -> None:
    assert of(head, written).value == value


@pytest.mark.parametrize(
    ("head", "is_one", "written"),
    [("They", True, "They/PRP/nsubj/2 left=leave/VBD/ROOT/0"), ("That", True, "That/DT/nsubj/2 left=leave/VBD/ROOT/0"),
     ("bank", False, "That/DT/det/2 bank/NN/nsubj/3 left=leave/VBD/ROOT/0"),
     ("poor", False, "poor/JJ/nsubj/2 left=leave/VBD/ROOT/0"),
     ("Nobody", False, "Nobody/NN/nsubj/2 left=leave/VBD/ROOT/0"),
     ("None", True, "None/DT/nsubj/2 left=leave/VBD/ROOT/0"),
     ("Neither", True, "Neither/DT/nsubj/2 left=leave/VBD/ROOT/0")],
)  # fmt: skip
def test_phrases_that_refer_to_something_said_elsewhere(head: str, is_one: bool, written: str) -> None:
    assert is_pronoun(phrase_of(word(parsed(written), head))) is is_one


@pytest.mark.parametrize(
    ("head", "written"),
    [("and", "Doe/NNP/nsubj/4 and/CC/cc/1 Roe/NNP/conj/1 left=leave/VBD/ROOT/0"),
     ("Doe", "Doe/NNP/nsubj/5 ,/,/punct/1 Roe/NNP/conj/1 and/CC/cc/1 left=leave/VBD/ROOT/0")],
)  # fmt: skip
def test_the_head_of_several_things_is_among_them(head: str, written: str) -> None:
    doc = parsed(written)
    found = row_mention(word(doc, "Doe"))
    assert found.head == word(doc, head).offset
    assert found.head in range(found.span.start, found.span.end)
