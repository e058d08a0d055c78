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


LEFT_OUT: t.Final = [
    ("one", "one book",
     ("Silva/NNP/nsubj/2/PERSON wrote=write/VBD/ROOT/0 three/CD/nummod/4/CARDINAL books=book/NNS/dobj/2 "
      "and/CC/cc/2 Reed/NNP/nsubj/7/PERSON wrote=write/VBD/conj/2 one/CD/dobj/7 ././punct/7")),
    ("30", "more than 30 boats",
     ("Silva/NNP/nsubj/2/ORG owns=own/VBZ/ROOT/0 12/CD/nummod/4/CARDINAL boats=boat/NNS/dobj/2 and/CC/cc/2 "
      "Reed/NNP/nsubj/7/PERSON has=have/VBZ/conj/2 more/JJR/amod/10/CARDINAL than/IN/quantmod/10/CARDINAL "
      "30/CD/dobj/7/CARDINAL ././punct/7")),
    ("30", "30 miners",
     ("Nine/CD/nummod/2/CARDINAL miners=miner/NNS/nsubj/3 died=die/VBD/ROOT/0 and/CC/cc/3 "
      "30/CD/nsubjpass/7/CARDINAL were=be/VBD/auxpass/7 hurt/VBN/conj/3 ././punct/7")),
    ("one", "one coal mine",
     ("Of/IN/prep/8 the/DT/det/5 12/CD/nummod/5/CARDINAL coal/NN/compound/5 mines=mine/NNS/pobj/1 "
      ",/,/punct/8 one/CD/nsubj/8 closed=close/VBD/ROOT/0 ././punct/8")),
    ("12", "12 letters",
     ("Out/IN/prep/6 of/IN/prep/1 90/CD/nummod/4/CARDINAL letters=letter/NNS/pobj/2 "
      "Silva/NNP/nsubj/6/PERSON kept=keep/VBD/ROOT/0 12/CD/dobj/6/CARDINAL ././punct/6")),
    ("one", "one driver",
     ("Silva/NNP/nsubj/2/ORG hired=hire/VBD/ROOT/0 two/CD/nummod/4/CARDINAL drivers=driver/NNS/dobj/2 "
      ",/,/punct/2 and/CC/cc/2 one/CD/nsubj/8 left=leave/VBD/conj/2 ././punct/8")),
    ("others", "several other sailors",
     ("The/DT/det/2 fire/NN/nsubj/3 killed=kill/VBD/ROOT/0 two/CD/nummod/5/CARDINAL "
      "sailors=sailor/NNS/dobj/3 and/CC/cc/3 hurt/VB/conj/3 several/JJ/amod/9 others=other/NNS/dobj/7 "
      "././punct/3")),
    ("others", "three other guards",
     ("Two/CD/nummod/2/CARDINAL guards=guard/NNS/nsubj/3 left=leave/VBN/ROOT/0 and/CC/cc/3 "
      "three/CD/nummod/6/CARDINAL others=other/NNS/nsubj/7 stayed=stay/VBD/conj/3 ././punct/7")),
    ("some", "some voters",
     ("Many/JJ/amod/2 voters=voter/NNS/nsubj/3 stayed=stay/VBD/ROOT/0 at/IN/prep/3 home/NN/pobj/4 "
      ",/,/punct/3 but/CC/cc/3 some/DT/nsubj/9 came=come/VBD/conj/3 ././punct/9")),
    ("rest", "the rest of the guests",
     ("A/DT/quantmod/2 few/JJ/amod/3 guests=guest/NNS/nsubj/4 left=leave/VBN/ROOT/0 ,/,/punct/4 "
      "but/CC/cc/4 the/DT/det/8 rest/NN/nsubj/9 stayed=stay/VBD/conj/4 ././punct/9")),
    ("second", "the second boat",
     ("The/DT/det/3 first/JJ/amod/3/ORDINAL boat/NN/nsubj/4 sank=sink/VBD/ROOT/0 and/CC/cc/4 the/DT/det/7 "
      "second/JJ/nsubj/8/ORDINAL burned=burn/VBD/conj/4 ././punct/8")),
    ("another", "another plan",
     ("A/DT/det/2 plan/NN/nsubj/3 failed=fail/VBD/ROOT/0 while/IN/mark/6 another/DT/nsubj/6 "
      "worked=work/VBD/advcl/3 ././punct/3")),
    ("two", "two goats",
     ("Silva/NNP/nsubj/2 kept=keep/VBD/ROOT/0 four/CD/dobj/2/CARDINAL of/IN/prep/3 those/DT/det/6 "
      "goats=goat/NNS/pobj/4 ,/,/punct/2 and/CC/cc/2 two/CD/nsubj/10/CARDINAL died=die/VBD/conj/2 "
      "././punct/10")),
    ("One", "One ship",
     ("Silva/NNP/nsubj/2/ORG owns=own/VBZ/ROOT/0 two/CD/nummod/4/CARDINAL ships=ship/NNS/dobj/2 "
      "././punct/2 One/CD/nsubj/7/CARDINAL sank=sink/VBD/ROOT/0 in/IN/prep/7 May/NNP/pobj/8/DATE "
      "././punct/7")),
    ("Others", "Other shops",
     ("Some/DT/det/2 shops=shop/NNS/nsubj/3 opened=open/VBD/ROOT/0 ././punct/3 Others=other/NNS/nsubj/6 "
      "stayed=stay/VBD/ROOT/0 shut/VBN/acomp/6 ././punct/6")),
    ("other", "The other prize",
     ("Silva/NNP/nsubj/2/ORG had=have/VBD/ROOT/0 two/CD/nummod/4/CARDINAL prizes=prize/NNS/dobj/2 "
      "././punct/2 The/DT/det/7 other/JJ/nsubj/8 was=be/VBD/ROOT/0 for/IN/prep/8 a/DT/det/11 "
      "film/NN/pobj/9 ././punct/8")),
    ("third", "a third clerk",
     ("Two/CD/nummod/2/CARDINAL clerks=clerk/NNS/nsubjpass/4 were=be/VBD/auxpass/4 "
      "arrested=arrest/VBN/ccomp/12 ;/:/punct/12 a/DT/det/7 third/JJ/nsubj/12/ORDINAL ,/,/punct/10 "
      "a/DT/det/10 Dane/NN/appos/7 ,/,/punct/12 fled=flee/VBD/ROOT/0 ././punct/12")),
    ("one", "one seat",
     ("Oslo/NNP/nsubj/2/GPE lost=lose/VBD/ROOT/0 two/CD/nummod/4/CARDINAL seats=seat/NNS/dobj/2 "
      "././punct/2 Lyon/NNP/nsubj/8/GPE also/RB/advmod/8 lost=lose/VBD/ROOT/0 one/CD/dobj/8/CARDINAL "
      "././punct/8")),
    ("20", "20 trucks",
     ("Silva/NNP/nsubj/2/ORG bought=buy/VBD/ROOT/0 40/CD/nummod/4/CARDINAL trucks=truck/NNS/dobj/2 and/CC/cc/2 "
      "sold=sell/VBD/conj/2 20/CD/dobj/6/CARDINAL ././punct/2")),
    ("30", "",
     ("Silva/NNP/nsubj/2/ORG bought=buy/VBD/ROOT/0 12/CD/nummod/4/CARDINAL planes=plane/NNS/dobj/2 "
      ",/,/punct/4 which/WDT/nsubj/7 carry/VBP/relcl/4 30/CD/dobj/7/CARDINAL ././punct/2")),
    ("One", "",
     ("Silva/NNP/nsubj/2/ORG won=win/VBD/ROOT/0 two/CD/nummod/4/CARDINAL races=race/NNS/dobj/2 ././punct/2 "
      "One/PRP/nsubj/9 can/MD/aux/9 only/RB/advmod/9 guess/VB/ROOT/0 ././punct/9")),
    ("four", "",
     ("Two/CD/nummod/2/CARDINAL teachers=teacher/NNS/nsubj/3 voted=vote/VBD/ROOT/0 for/IN/mark/8 "
      "four/CD/nsubjpass/8/CARDINAL to/TO/aux/8 be/VB/auxpass/8 chosen=choose/VBN/advcl/3 ././punct/3")),
    ("two", "",
     ("All/DT/nsubjpass/5 but/CC/cc/1 two/CD/pobj/2/CARDINAL were=be/VBD/auxpass/5 saved=save/VBN/ROOT/0 "
      "././punct/5")),
    ("One", "",
     ("Several/JJ/amod/2 people/NNS/nsubj/3 spoke=speak/VBD/ROOT/0 ././punct/3 One/PRP/nsubj/6/CARDINAL "
      "said=say/VBD/ROOT/0 no/UH/intj/6 ././punct/6")),
    ("3", "",
     ("Prices=price/NNS/nsubj/2 rose=rise/VBD/ROOT/0 by/IN/prep/2 12/CD/nummod/5/CARDINAL "
      "points=point/NNS/pobj/3 and/CC/cc/2 rents=rent/NNS/nsubj/8 fell=fall/VBD/conj/2 by/IN/prep/8 "
      "3/CD/pobj/9/CARDINAL ././punct/8")),
]  # fmt: skip


@pytest.mark.parametrize(("head", "completed", "written"), LEFT_OUT)
def test_a_word_is_completed_with_the_noun_that_it_leaves_out(head: str, completed: str, written: str) -> None:
    doc = parsed(written)
    found = mention(word(doc, head))
    assert found.completed == completed
    assert doc.text[found.span.start : found.span.end] == found.text
    if completed:
        assert (found.kind, found.words) == ("nominal", completed)


def test_a_number_that_leaves_out_its_noun_is_the_count() -> None:
    assert [mention(word(parsed(LEFT_OUT[place][2]), LEFT_OUT[place][0])).value for place in (0, 1, 7, 8)] == [
        Literal("1", "xsd:integer"),
        Literal("30", "xsd:integer"),
        Literal("3", "xsd:integer"),
        None,
    ]
