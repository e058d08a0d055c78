import re

import pytest

from kg.read import furniture
from kg.read.furniture import is_a, is_furniture, is_update, publisher

OF_A_KIND = [
    (furniture.DATE_LINE, "Friday, July 21, 2017"),
    (furniture.DATE_LINE, "21 July 2017"),
    (furniture.DATE_LINE, "2017-07-21"),
    (furniture.DATE_LINE, "Date: 21 July 2017 10:15 GMT"),
    (furniture.DATE_LINE, "June 3, 2024 at 9:05 a.m."),
    (furniture.PUBLICATION_LINE, "Published in The Harbour Post, June 21st, 2024"),
    (furniture.PUBLICATION_LINE, "Published: 3 May 2024"),
    (furniture.PUBLICATION_LINE, "Published on 3 May 2024 | Updated 4 May 2024"),
    (furniture.PUBLICATION_LINE, "First published by Northern Wire on Monday, June 3, 2024"),
    (furniture.PUBLICATION_LINE, "Updated 17 Sep, 2024"),
    (furniture.PUBLICATION_LINE, "Last updated: 2024-09-17T08:00Z"),
    (furniture.BYLINE, "By Jane Doe"),
    (furniture.BYLINE, "By Jane Doe and John Roe"),
    (furniture.BYLINE, "Reporting by Jane Doe"),
    (furniture.BYLINE, "By JANE DOE, Staff Writer"),
    (furniture.BYLINE, "Written by Jane van der Doe and John Q. Roe"),
    (furniture.BYLINE, "By Jane Doe | 3 May 2024"),
    (furniture.BYLINE, "Jane Doe in Berlin"),
    (furniture.BYLINE, "(Reporting by Jane Doe in Berlin; additional reporting by J. Roe; Editing by A. Poe.)"),
    (furniture.SECTION_NAME, "Opinion"),
    (furniture.SECTION_NAME, "Related stories"),
    (furniture.SECTION_NAME, "RELATED STORIES"),
    (furniture.SECTION_NAME, "Read more:"),
    (furniture.SECTION_NAME, "More from Technology"),
    (furniture.NAVIGATION, "Follow us on social media"),
    (furniture.NAVIGATION, "Read more: Tides turn in Bremen"),
    (furniture.NAVIGATION, "Sign up for our letter to readers."),
    (furniture.NAVIGATION, "Advertisement"),
    (furniture.COPYRIGHT_LINE, "© 2024 The Harbour Post. All rights reserved."),
    (furniture.COPYRIGHT_LINE, "Copyright 2024 Northern Wire"),
    (furniture.COPYRIGHT_LINE, "“Boats” by A. Painter is licensed under CC BY 4.0"),
    (furniture.LINK_LINE, "#science, #health"),
    (furniture.LINK_LINE, "#science #health"),
    (furniture.LINK_LINE, "https://example.org/a?b=c"),
    (furniture.LINK_LINE, "desk@example.org"),
    (furniture.MARKUP_LINE, "## Background"),
    (furniture.MARKUP_LINE, "* * *"),
    (furniture.MARKUP_LINE, "| year | boats |"),
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
def test_a_line_is_of_one_kind(kind: re.Pattern[str], text: str) -> None:
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
