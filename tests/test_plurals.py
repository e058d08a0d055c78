"""Numbers with their nouns."""

import pytest

from kg.plurals import counted, listed


@pytest.mark.parametrize(
    ("count", "noun", "words"),
    [
        (1, "entity", "1 entity"),
        (2, "entity", "2 entities"),
        (0, "document", "0 documents"),
        (1200, "fact", "1200 facts"),
    ],
)
def test_the_noun_agrees_with_the_count(count: int, noun: str, words: str) -> None:
    assert counted(count, noun) == words


def test_thousands_are_separated_on_request() -> None:
    assert counted(1322, "statement", separators=True) == "1,322 statements"


def test_a_long_list_says_how_many_more_there_are() -> None:
    assert [listed(["a", "b", "c"], most) for most in (1, 2, 3)] == ["a and 2 more", "a, b and 1 more", "a, b, c"]
