from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.paragraphs import item_mark, paragraphs

WRAPPED = "The ferry from Bremen to the islands was late on Monday because the ice in\nthe harbour was thick."


def texts(text: str) -> list[str]:
    return [" ".join(paragraph.text.split()) for paragraph in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("One ferry sank.", ["One ferry sank."]),
        ("  One.\n\nTwo.  \n \nThree.", ["One.", "Two.", "Three."]),
        ("One.\r\n\r\nTwo.\rThree.", ["One.", "Two.", "Three."]),
        (WRAPPED, [WRAPPED.replace("\n", " ")]),
        (WRAPPED.replace("\n", "\r\n"), [WRAPPED.replace("\n", " ")]),
        # a line with room for the next word ends its paragraph
        (f"Ice in the harbour\n{WRAPPED}\nBoats", ["Ice in the harbour", WRAPPED.replace("\n", " "), "Boats"]),
        # long lines are paragraphs
        (f"{'Ice came. ' * 20}\n{'Snow fell. ' * 15}", [("Ice came. " * 20).strip(), ("Snow fell. " * 15).strip()]),
        # a sentence continues in lower case
        ("The ferry\nsank.", ["The ferry sank."]),
        ("The ferry to the island was built by\nJane Doe.", ["The ferry to the island was built by Jane Doe."]),
        ("Ice on the river and in the port\nJune 3, 2024", ["Ice on the river and in the port", "June 3, 2024"]),
        ("- the first boat of the year\n- the second boat", ["- the first boat of the year", "- the second boat"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("- Bread", 2), ("1. Bread", 3), ("(12) Bread", 5), ("a) Bread", 3), ("1.5 tons", 0), ("-5", 0)),
        *(("2.17 The ferry left.", 5), ("3.1.12 The ferry left.", 7), ("2.17 million", 0), ("217 The ferry left.", 0)),
    ],
)
def test_item_mark(text: str, expected: int) -> None:
    assert item_mark(text) == expected


@given(st.text(st.sampled_from("aZ .,-#\n\r\x0c\u2028\xa0é😀“1"), max_size=80))
def test_paragraphs_lie_in_order_and_hold_all_that_is_not_space(text: str) -> None:
    found = paragraphs(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())
    assert all(text[one.start : one.end].split() == one.text.split() and one.text == one.text.strip() for one in found)
