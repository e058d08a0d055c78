import pytest

from kg.extract.appositions import apposition, explained, is_one_person
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed, word

EXPLAINED = [
    ("the noun before it", "Silva", "mayor",
     "The/DT/det/2 mayor/NN/nsubj/6 ,/,/punct/2 Silva/NNP/appos/2/PERSON ,/,/punct/2 resigned=resign/VBD/ROOT/0"),
    ("a role, and not its firm", "Silva", "head",
     ("The/DT/det/2 head/NN/nsubj/8 of/IN/prep/2 Norlin/NNP/pobj/3/ORG ,/,/punct/4 Silva/NNP/appos/4/PERSON "
      ",/,/punct/4 resigned=resign/VBD/ROOT/0")),
    ("a firm that stands alone", "Silva", "Norlin",
     "Norlin/NNP/nsubj/4/ORG ,/,/punct/1 Silva/NNP/appos/1/PERSON resigned=resign/VBD/ROOT/0"),
    ("a firm in what is no role", "Silva", "Norlin",
     ("The/DT/det/2 sale/NN/nsubj/8 of/IN/prep/2 Norlin/NNP/pobj/3/ORG ,/,/punct/4 Silva/NNP/appos/4/PERSON "
      ",/,/punct/4 failed=fail/VBD/ROOT/0")),
    ("the nearest role of several", "Haddad", "bishop",
     ("Mayor/NN/nsubj/6 Silva/NNP/appos/1/PERSON and/CC/cc/2 bishop/NN/conj/2 Haddad/NNP/appos/1/PERSON "
      "met=meet/VBD/ROOT/0")),
    ("no person", "Norlin", "bank",
     "The/DT/det/2 bank/NN/nsubj/4 Norlin/NNP/appos/2/ORG closed=close/VBD/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("noun", "expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in EXPLAINED]
)  # fmt: skip
def test_what_an_apposition_explains(noun: str, expected: str, written: str) -> None:
    assert explained(word(parsed(written), noun)).text == expected


@pytest.mark.parametrize(
    ("described", "label", "found"),
    [("dancer", "PERSON", True), ("scholarship", "PERSON", False), ("hope", "PERSON", True), ("market", "GPE", True),
     ("excitement", "GPE", False), ("investment", "ORG", True), ("excitement", "ORG", False),
     ("excitement", "WORK_OF_ART", True)],
)  # fmt: skip
def test_a_description_is_of_the_kind_of_its_name(described: str, label: str, found: bool) -> None:
    doc = parsed(
        f"Norlin/NNP/nsubj/6/{label} ,/,/punct/1 a/DT/det/4 {described}/NN/appos/1 ,/,/punct/1 left=leave/VBD/ROOT/0"
    )
    assert bool(list(apposition(parse_of(doc)[3]))) is found


@pytest.mark.parametrize(
    ("article", "one"), [("", True), ("the/DT/det/{} ", False)], ids=["one person", "two persons"]
)  # fmt: skip
def test_roles_of_one_person(article: str, one: bool) -> None:
    last = 5 + bool(article)
    doc = parsed(
        f"The/DT/det/2 founder/NN/nsubj/{last + 2} and/CC/cc/2 {article.format(last - 1)}head/NN/conj/2 "
        f"Silva/NNP/appos/2/PERSON ,/,/punct/2 left=leave/VBD/ROOT/0"
    )
    assert is_one_person(parse_of(doc)[1]) is one
