"""Names that the recogniser splits are joined, and separate names stay apart, on parses written by hand."""

import pytest

from kg.grammar.name_joins import evidence, gaps, joins, usage_of
from kg.grammar.parse import parse_of, uncorrected
from tests.extract.documents import parsed

WHOLE = [
    ("a country before a party", "UK Farmers Party", "ORG",
     ("UK/NNP/compound/3/GPE Farmers/NNP/compound/3/ORG Party/NNP/compound/4/ORG leader/NN/compound/6 "
      "Ana/NNP/compound/6/PERSON Silva/NNP/nsubj/7/PERSON left=leave/VBD/ROOT/0")),
    ("a first name that is none that we know", "Quessa Ilva Moreno", "PERSON",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Quessa/NNP/compound/5 Ilva/NNP/compound/5/PERSON Moreno/NNP/dobj/2/PERSON"),
    ("a first name that is taken for a people", "Roman Petrak", "PERSON",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Roman/NNP/compound/4/NORP Petrak/NNP/dobj/2"),
    ("a first name that is a city's", "Wellington Silva Moreno", "PERSON",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Wellington/NNP/compound/5/GPE Silva/NNP/compound/5/PERSON "
      "Moreno/NNP/dobj/2/PERSON")),
    ("a small word of another language", "Norla del Varn", "ORG",
     "Norla/NNP/compound/2/ORG del/NNP/nsubj/4 Varn/NNP/appos/2/GPE left=leave/VBD/ROOT/0"),
    ("two small words of another language", "Ana van der Varn", "PERSON",
     ("Ana/NNP/compound/4/PERSON van/NNP/compound/4 der/NNP/compound/4 Varn/NNP/nsubj/5/GPE "
      "left=leave/VBD/ROOT/0")),
    ("members of a body", "Directors Institute", "ORG",
     "the/DT/det/3 Directors/NNPS/compound/3/ORG Institute/NNP/nsubj/4 left=leave/VBD/ROOT/0"),
    ("a party that is known", "Liberal Democrats", "ORG",
     "The/DT/det/3 Liberal/NNP/compound/3 Democrats/NNPS/nsubj/4/NORP left=leave/VBD/ROOT/0"),
]  # fmt: skip
APART = [
    ("a people and a person",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Argentine/NNP/compound/5/NORP Ana/NNP/compound/5/PERSON "
      "Silva/NNP/dobj/2/PERSON")),
    ("what somebody is", "Striker/NNP/compound/2 Quessa/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0"),
    ("a firm and an office",
     "Norla/NNP/compound/3/ORG Political/NNP/compound/3 Correspondent/NNP/nsubj/4 left=leave/VBD/ROOT/0"),
    ("a firm of a place",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Quessa/NNP/compound/4/ORG AG/NNP/dobj/2/ORG of/IN/prep/4 "
      "Oslo/NNP/pobj/5/GPE")),
    ("a name that is no noun, of a place",
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Quessa/NNP/dobj/2/ORG of/IN/prep/3 Oslo/NNP/pobj/4/GPE"),
    ("two bodies",
     ("the/DT/det/2 Senate/NNP/nsubj/6/ORG and/CC/cc/2 Varn/NNP/compound/5/ORG Party/NNP/conj/2/ORG "
      "left=leave/VBD/ROOT/0")),
    ("a person of a place",
     "Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/5/PERSON of/IN/prep/2 Varn/NNP/pobj/3/GPE left=leave/VBD/ROOT/0"),
    ("two banks",
     ("Oak/NNP/compound/2/ORG Bank/NNP/nsubj/6/ORG and/CC/cc/2 Elm/NNP/compound/5/ORG Bank/NNP/conj/2/ORG "
      "left=leave/VBD/ROOT/0")),
    ("a body and an acronym",
     ("Water/NNP/compound/3/ORG Management/NNP/compound/3/ORG Institute/NNP/nsubj/6/ORG and/CC/cc/3 EBC/NNP/conj/3/ORG "
      "left=leave/VBD/ROOT/0")),
    ("the last two of a list",
     "Art/NNP/nsubj/6/ORG ,/,/punct/1 Media/NNP/conj/1/ORG and/CC/cc/3 Sport/NNP/conj/3 left=leave/VBD/ROOT/0"),
    ("the owner's apostrophe",
     "The/DT/det/2 Netherlands/NNP/poss/4/GPE '/POS/case/2 Quessa/NNP/nsubj/5/PERSON left=leave/VBD/ROOT/0"),
    ("the first half of a word",
     "Norla/NNP/compound/2/ORG T/NNP/compound/4 -/HYPH/punct/4 shirt/NN/nsubj/5 left=leave/VBD/ROOT/0"),
    ("a number", "Norla/NNP/nsubj/3/ORG 2019/CD/npadvmod/3 left=leave/VBD/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "label", "written"), [row[1:] for row in WHOLE], ids=[row[0] for row in WHOLE])
def test_a_name_that_was_cut_is_one(name: str, label: str, written: str) -> None:
    parse = uncorrected(parsed(written))
    assert [parse[start:end].text for start, end in joins(parse)] == [name]
    inside = [word for word in parse_of(parsed(written)) if word.text in name.split()]
    assert [(word.entity, word.inside_entity) for word in inside] == [(label, i > 0) for i in range(len(inside))]


@pytest.mark.parametrize("written", [row[1] for row in APART], ids=[row[0] for row in APART])
def test_two_names_stay_two(written: str) -> None:
    assert joins(uncorrected(parsed(written))) == []


@pytest.mark.parametrize(
    ("right", "times", "whole"), [("Ash", 2, True), ("Ash", 1, False), ("Peru", 2, False)],
    ids=["linked twice", "linked once", "two countries"],
)  # fmt: skip
def test_words_that_are_always_linked_are_one_name(right: str, times: int, whole: bool) -> None:
    left = "Norway" if right == "Peru" else "Birch"
    said = (
        f"They/PRP/nsubj/{at + 2} saw=see/VBD/ROOT/0 {left}/NNP/dobj/{at + 2}/ORG and/CC/cc/{at + 3} "
        f"{right}/NNP/conj/{at + 3}/ORG ././punct/{at + 2}"
        for at in (6 * i for i in range(times))
    )
    parse = uncorrected(parsed(" ".join(said)))
    assert [parse[start:end].text for start, end in joins(parse)] == [f"{left} and {right}"] * (times if whole else 0)


@pytest.mark.parametrize(("first", "whole"), [("Mr", True), ("Jon", False)], ids=["after a title", "without a title"])
def test_a_name_after_a_title_goes_on(first: str, whole: bool) -> None:
    parse = uncorrected(parsed(
        f"{first}/NNP/compound/2/PERSON Tavares/NNP/nsubj/5/PERSON Quessa/NNP/compound/4/PERSON "
        "Ilva/NNP/appos/2/PERSON left=leave/VBD/ROOT/0"
    ))  # fmt: skip
    parse.tokens[2].ent_iob_ = "B"  # where the recogniser splits it
    assert [parse[start:end].text for start, end in joins(parse)] == [f"{first} Tavares Quessa Ilva"] * whole


def test_evidence_counts_how_each_word_stands_without_the_other() -> None:
    parse = uncorrected(parsed(
        "Norla/NNP/compound/2/ORG Motors/NNPS/nsubj/3 sold=sell/VBD/ROOT/0 ././punct/3 "
        "Norla/NNP/nsubj/6/ORG left=leave/VBD/ROOT/0"
    ))  # fmt: skip
    found = [*gaps(parse)]
    features = evidence(usage_of(parse, found), found[0])
    assert len(found) == 1
    assert {"left elsewhere 1", "right elsewhere 0", "together 1", "tie to right compound"} <= set(features)
