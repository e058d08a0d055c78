import pytest

from kg.read import furniture
from kg.read.furniture import is_a, is_furniture, is_update, publisher

OF_A_KIND = [
    ("date", "Friday, July 21, 2017"),
    ("date", "21 July 2017"),
    ("date", "2017-07-21"),
    ("date", "Date: 21 July 2017 10:15 GMT"),
    ("date", "June 3, 2024 at 9:05 a.m."),
    ("publication", "Published in The Harbour Post, June 21st, 2024"),
    ("publication", "Published: 3 May 2024"),
    ("publication", "Published on 3 May 2024 | Updated 4 May 2024"),
    ("publication", "First published by Northern Wire on Monday, June 3, 2024"),
    ("publication", "Updated 17 Sep, 2024"),
    ("publication", "Last updated: 2024-09-17T08:00Z"),
    ("byline", "By Jane Doe"),
    ("byline", "By Jane Doe and John Roe"),
    ("byline", "Reporting by Jane Doe"),
    ("byline", "By JANE DOE, Staff Writer"),
    ("byline", "Written by Jane van der Doe and John Q. Roe"),
    ("byline", "By Jane Doe | 3 May 2024"),
    ("byline", "Jane Doe in Berlin"),
    ("byline", "(Reporting by Jane Doe in Berlin; additional reporting by J. Roe; Editing by A. Poe.)"),
    ("section name", "Opinion"),
    ("section name", "Related stories"),
    ("section name", "RELATED STORIES"),
    ("section name", "Read more:"),
    ("section name", "More from Technology"),
    ("navigation", "Follow us on social media"),
    ("navigation", "Read more: Tides turn in Bremen"),
    ("navigation", "Sign up for our letter to readers."),
    ("navigation", "Advertisement"),
    ("copyright", "© 2024 The Harbour Post. All rights reserved."),
    ("copyright", "Copyright 2024 Northern Wire"),
    ("copyright", "“Boats” by A. Painter is licensed under CC BY 4.0"),
    ("links", "#science, #health"),
    ("links", "#science #health"),
    ("links", "https://example.org/a?b=c"),
    ("links", "desk@example.org"),
    ("markup", "## Background"),
    ("markup", "* * *"),
    ("markup", "| year | boats |"),
]

RUNNING_TEXT = [
    "The ban was announced on Friday, July 21, 2017",
    "Published in 1997, the book made her famous.",
    "Published reports from 3 May 2024 say that the plant is closed.",
    "Reporting by NGOs has shown that the river is clean.",
    "By Friday the ferry was full.",
    "By Monday Harbour Council had voted to close the pier.",
    "Jane Doe lives in Berlin",
    "Opinion polls give the mayor a lead of two points.",
    "Related claims were rejected by the court.",
    "Share prices fell on Monday.",
    "Home prices rose.",
    "Copyright law protects the song.",
    "Watch sales rose by a tenth.",
    "Join Northern Wire for talks, she said.",
    "",
]


@pytest.mark.parametrize(("kind", "text"), OF_A_KIND)
def test_a_line_is_of_one_kind(kind: str, text: str) -> None:
    assert [each for each in furniture.KINDS if is_a(text, each)] == [kind]


@pytest.mark.parametrize("text", RUNNING_TEXT)
def test_running_text_is_no_furniture(text: str) -> None:
    assert not is_a(text, *furniture.KINDS)


def test_what_is_long_is_no_furniture() -> None:
    assert is_furniture("Follow us " + "on " * 50)
    assert not is_furniture("Follow us " + "on " * 150)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published in The Harbour Post, June 21st, 2024", "The Harbour Post"),
        ("Published by Northern Wire on 3 May 2024", "Northern Wire"),
        ("Published: 3 May 2024", None),
        ("The Harbour Post", None),
    ],
)
def test_publisher(text: str, expected: str | None) -> None:
    assert publisher(text) == expected


def test_an_update_is_no_first_publication() -> None:
    assert is_update("Updated 17 Sep, 2024")
    assert not is_update("Published 17 Sep, 2024")
    assert not is_update("17 Sep, 2024")
