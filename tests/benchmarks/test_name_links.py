import pytest

from benchmarks.name_links import Gold, Named, Pairs, confusion, is_plain_name, names_in, pairs, word_offsets
from kg.resolve import resolve
from tests.resolve.values import document, mention


def test_words_are_found_one_behind_the_other() -> None:
    assert word_offsets("To be, to be.", ["to", "be"], 3) == [(7, 9), (10, 12)]
    with pytest.raises(ValueError, match="substring not found"):
        word_offsets("To be", ["not"], 0)


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Ana Silva", True), ("Bank of Norland", True), ("the firm", False), ("President", False),
     ("Governor of Norland", False), ("1970", False)],
)  # fmt: skip
def test_offices_and_descriptions_are_no_names(name: str, plain: bool) -> None:
    assert is_plain_name(name) is plain


def test_pairs_are_of_different_names_in_one_document_and_of_any_in_two() -> None:
    named = [
        Named("d", "Ana Silva", "A", "1"),
        Named("d", "Bolt", "B", "1"),
        Named("d", "Silva", "A", "1"),
        Named("e", "Bolt", "B", "2"),
        Named("e", "Bolt Corp.", "B", ""),
    ]
    assert pairs(named, within=True) == Pairs(gold=2, right=1, wrong=2, absent=1)
    assert pairs(named, within=False) == Pairs(gold=2, right=0, wrong=0, absent=1)


def test_figures_of_nothing() -> None:
    assert (Pairs(0, 0, 0).precision, Pairs(0, 0, 0).recall, Pairs(2, 0, 0).f1) == (1.0, 1.0, 0.0)


def test_names_are_read_from_the_graph() -> None:
    chain = (mention("Ana Silva", type_="Person"), mention("Silva", 20, type_="Person"))
    graph = resolve([document("d")], [], [chain])
    whole = Gold("d", 0, 9, "Ana Silva", "A", "person")
    gold = [whole, Gold("d", 20, 25, "Silva", "A", "person"), Gold("d", 40, 44, "Bolt", "B", "place")]
    assert [one.node for one in names_in([graph], gold)] == ["Ana_Silva", "", "Ana_Silva"]
    assert confusion([graph], gold) == {("person", "Person"): 2}
