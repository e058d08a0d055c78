"""Numbers with their nouns."""

import pytest

from kg.plurals import counted


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
