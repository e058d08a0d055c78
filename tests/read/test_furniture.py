import pytest

from kg.read import furniture
from kg.read.furniture import is_furniture, is_update, publisher

OF_A_KIND = [
    (furniture.is_date_line, "Friday, July 21, 2017"),
    (furniture.is_date_line, "21 July 2017"),
    (furniture.is_date_line, "2017-07-21"),
    (furniture.is_date_line, "Date: 21 July 2017 10:15 GMT"),
    (furniture.is_date_line, "June 3, 2024 at 9:05 a.m."),
    (furniture.is_publication_line, "Published in The Harbour Post, June 21st, 2024"),
    (furniture.is_publication_line, "Published: 3 May 2024"),
    (furniture.is_publication_line, "Published on 3 May 2024 | Updated 4 May 2024"),
    (furniture.is_publication_line, "First published by Northern Wire on Monday, June 3, 2024"),
    (furniture.is_publication_line, "Updated 17 Sep, 2024"),
    (furniture.is_publication_line, "Last updated: 2024-09-17T08:00Z"),
    (furniture.is_byline, "By Jane Doe"),
    (furniture.is_byline, "By JANE DOE, Staff Writer"),
    (furniture.is_byline, "Written by Jane van der Doe and John Q. Roe"),
    (furniture.is_byline, "By Jane Doe | 3 May 2024"),
    (furniture.is_byline, "Jane Doe in Berlin"),
    (furniture.is_byline, "(Reporting by Jane Doe in Berlin; additional reporting by J. Roe; Editing by A. Poe.)"),
    (furniture.is_section_name, "Opinion"),
    (furniture.is_section_name, "RELATED STORIES"),
    (furniture.is_section_name, "Read more:"),
    (furniture.is_section_name, "More from Technology"),
    (furniture.is_navigation, "Follow us on social media"),
    (furniture.is_navigation, "Read more: Tides turn in Bremen"),
    (furniture.is_navigation, "Sign up for our letter to readers."),
    (furniture.is_navigation, "Advertisement"),
    (furniture.is_copyright_line, "© 2024 The Harbour Post. All rights reserved."),
    (furniture.is_copyright_line, "Copyright 2024 Northern Wire"),
    (furniture.is_copyright_line, "“Boats” by A. Painter is licensed under CC BY 4.0"),
    (furniture.is_link_line, "#science, #health"),
    (furniture.is_link_line, "https://example.org/a?b=c"),
    (furniture.is_link_line, "desk@example.org"),
    (furniture.is_markup_line, "## Background"),
    (furniture.is_markup_line, "* * *"),
    (furniture.is_markup_line, "| year | boats |"),
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


@pytest.mark.parametrize(("rule", "text"), OF_A_KIND)
def test_a_rule_takes_its_kind_and_no_other_rule_does(rule: furniture.Rule, text: str) -> None:
    assert [taken for taken in furniture.RULES if taken(text)] == [rule]


@pytest.mark.parametrize("text", RUNNING_TEXT)
def test_running_text_is_no_furniture(text: str) -> None:
    assert [rule for rule in furniture.RULES if rule(text)] == []


@pytest.mark.parametrize("rule", furniture.RULES)
def test_the_examples_in_the_docstring_are_taken(rule: furniture.Rule) -> None:
    examples = (rule.__doc__ or "").split("`")[1::2]
    assert examples
    assert all(rule(example) for example in examples)


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
