"""Names of months, days and holidays within other names are not dates."""

import pytest
from spacy.language import Language

from kg.grammar.parse import parse_of
from kg.times import time_expressions

NAMES = [
    "The illustrator Johnnie Christmas signed the books.",
    "Marcia Christmas won the prize.",
    "April Jones resigned.",
    "Chris March directed the play.",
    "Ms. May said she would resign.",
    "August Wilson wrote plays.",
    "January Jones acted in the series.",
    "Autumn Reeser came.",
    "Girl Friday opened in Paris.",
    "The Sunday Times reported it.",
    "The company March Networks grew.",
    "Christmas Island banned crabs.",
    "Father Christmas arrived in Oslo.",
    "USA Today reported the crash.",
    "Thousands march to the palace.",
    "Voters may march again.",
    "Prices fall and rivers spring up.",
    "Doris Day sang.",
]
DATES = [
    ("The court ruled in March.", "March"),
    ("The Supreme Court Friday ruled.", "Friday"),
    ("President Obama Friday signed the bill.", "Friday"),
    ("On Monday Tesla cut prices.", "Monday"),
    ("Monday Microsoft announced it.", "Monday"),
    ("Friday was a holiday.", "Friday"),
    ("Tomorrow never comes.", "Tomorrow"),
    ("Monday's storm hit the coast.", "Monday"),
    ("The shop opens at Christmas.", "Christmas"),
    ("Theresa May's plan failed in May.", "May"),
    ("The fair opened last summer.", "last summer"),
    ("The profit grew for three quarters.", "three quarters"),
]
SHARES = [
    "Sales fell by a quarter.",
    "A quarter of voters stayed home.",
    "Three quarters of the city lost power.",
]


@pytest.mark.parametrize("text", [*NAMES, *SHARES])
def test_no_time(text: str, nlp: Language) -> None:
    assert time_expressions(parse_of(nlp(text))) == ()


@pytest.mark.parametrize(("text", "expression"), DATES)
def test_time(text: str, expression: str, nlp: Language) -> None:
    assert [time.time.text for time in time_expressions(parse_of(nlp(text)))] == [expression]


def test_now_has_no_date(nlp: Language) -> None:
    (now,) = time_expressions(parse_of(nlp("The company now sells tea.")))
    assert (now.time.value, now.time.start, now.time.end) == ("PRESENT_REF", None, None)
