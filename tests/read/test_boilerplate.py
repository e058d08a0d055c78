import pytest

from kg.read.boilerplate import KINDS, is_boilerplate, is_caption, is_update, kind_of, publisher, without_credit

OF_A_KIND = [
    ("date", "Friday, July 21, 2017"),
    ("date", "21 July 2017"),
    ("date", "2017-07-21"),
    ("date", "Date: 21 July 2017 10:15 GMT"),
    ("date", "June 3, 2024 at 9:05 a.m."),
    ("publication line", "Published in The Harbour Post, June 21st, 2024"),
    ("publication line", "Published: 3 May 2024"),
    ("publication line", "Published on 3 May 2024 | Updated 4 May 2024"),
    ("publication line", "First published by Northern Wire on Monday, June 3, 2024"),
    ("publication line", "Updated 17 Sep, 2024"),
    ("publication line", "Last updated: 2024-09-17T08:00Z"),
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
    ("section name", "You may also like …"),
    ("copyright notice", "™ & © 2024 Harbour Post, Inc."),
    ("navigation", "By subscribing you agree to our Terms of Service."),
    ("navigation", "Every Friday we look back. You can sign up here for the letter."),
    ("navigation", "Follow us on social media"),
    ("navigation", "Read more: Tides turn in Bremen"),
    ("navigation", "Sign up for our letter to readers."),
    ("navigation", "Advertisement"),
    ("copyright notice", "© 2024 The Harbour Post. All rights reserved."),
    ("copyright notice", "Copyright 2024 Northern Wire"),
    ("copyright notice", "“Boats” by A. Painter is licensed under CC BY 4.0"),
    ("links", "#science, #health"),
    ("links", "#science #health"),
    ("links", "https://example.org/a?b=c"),
    ("links", "desk@example.org"),
    ("markup", "## Background"),
    ("markup", "* * *"),
    ("markup", "| year | boats |"),
    ("markup", "// The ferry is loaded by the crane."),
    ("date", "Tue 5 Mar 2024"),
    ("date", "Oslo, 2 August 2024"),
    ("date", "August 2, 2024, Varn Mills, Norway"),
    ("date", "Wed 2 Jul 2025 15.45 BST"),
    ("date", "Wed, 02 Jul 2025 15:45:00 GMT"),
    ("date", "2024-07-20T10:15:00+02:00"),
    ("date", "03/14/2025March 14, 2025"),
    ("date", "Jan. 15"),
    ("date", "on December 27, 2014 at 12:06 PM, updated December 27, 2014 at 12:10 PM"),
    ("date", "November 28, 2013 -- Updated 0203 GMT (1003 HKT)"),
    ("date", "July 2, 2025 / 3:45 PM EDT / Northern Wire"),
    ("publication line", "Posted at 2013-12-30T14:42:01-0700"),
    ("publication line", "and last updated 2013-12-30 16:42:01-05"),
    ("byline", "By Jane Doe  November 19, 2023 7:18 pm"),
    ("publication line", "Updated 3:45 p.m. EDT, July 2, 2025"),
    ("publication line", "Updated 3:45 PM EDT, Wed July 2, 2025"),
    ("publication line", "PUBLISHED: 15:45 BST, 2 July 2025 | UPDATED: 16:00 BST, 3 July 2025"),
    ("publication line", "Last updated on July 2, 2025 6:00 pm IST"),
    ("publication line", "Updated Jan. 15"),
    ("byline", "Edited by: Jane Doe"),
    ("credit line", "jd/jr (AP, dpa)"),
    ("credit line", "jd/jr"),
    ("credit line", "(Reuters, Northern Wire)"),
    ("credit line", "Jane Doe and John Roe contributed to this report."),
    ("credit line", "With files from Northern Wire"),
    ("credit line", "This story has been updated with the name of the ferry."),
    ("credit line", "This article was originally published in German."),
]

CAPTIONS = [
    ("The pier on Monday. Photo: Jane Doe/Northern Wire", "The pier on Monday."),
    ("The pier on Monday. Image: Jane Doe/dpa/picture alliance", "The pier on Monday."),
    ("The pier, on Monday, June 3, 2024. (Northern Wire Photo/Jane Doe)", "The pier, on Monday, June 3, 2024."),
    ("The pier on Monday. (Jane Doe/Northern Wire)", "The pier on Monday."),
    ("The pier on Monday. [Courtesy of Norlin Ferries]", "The pier on Monday."),
    ("The pier on Monday. Jane Doe/Northern Wire", "The pier on Monday."),
    ("The pier on Monday. Jane Doe/NW via Harbour Images", "The pier on Monday."),
    ("FILE - The pier is seen in May.", "FILE - The pier is seen in May."),
    ("FILE PHOTO: The pier is seen in May.", ""),
    ("Image caption, The pier is closed.", "Image caption, The pier is closed."),
    ("(NW/Harbour Post/Jane Doe)", ""),
]
NO_CAPTIONS = [
    "The pier was closed on Monday.",
    "The pier was closed on Monday (Jane Doe said so).",
    "The pier was closed. (No one said why.)",
    "He showed them one picture: a boat.",
    "The firm has yards in Bremen and Gdansk (Germany/Poland).",
    "The pier was closed. Jane Doe said so.",
    "It was said by Jane Doe of Northern Wire",
    "The court will hear the file.",
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
    "May 3 was a good day.",
    "In May 3,000 people came.",
    "Jane Doe contributed to the report of the council last year, and to three before it, which nobody has read.",
    "This story is about a ferry.",
    "The railroad changed its privacy policy and the terms of carriage.",
    "“Read our privacy policy,” the captain said.",
    "The report was published on Monday.",
    "",
]


@pytest.mark.parametrize(("kind", "text"), OF_A_KIND)
def test_a_line_is_of_one_kind(kind: str, text: str) -> None:
    assert [name for name, pattern in KINDS.items() if pattern.fullmatch(text)] == [kind]
    assert kind_of(text) == kind


@pytest.mark.parametrize("text", RUNNING_TEXT)
def test_running_text_is_no_boilerplate(text: str) -> None:
    assert kind_of(text) is None


@pytest.mark.parametrize(("text", "bare"), CAPTIONS)
def test_a_caption_ends_in_a_credit_or_says_that_it_is_one(text: str, bare: str) -> None:
    assert is_caption(text)
    assert without_credit(text) == bare
    assert not is_caption("The ice was thick. " * 20 + text)


@pytest.mark.parametrize("text", NO_CAPTIONS)
def test_running_text_is_no_caption(text: str) -> None:
    assert not is_caption(text)
    assert without_credit(text) == text


def test_a_source_alone_makes_no_caption_of_a_sentence() -> None:
    assert not is_caption("The race was held in Bremen. Image: Jane Doe.")
    assert without_credit("The race was held in Bremen. Image: Jane Doe.") == "The race was held in Bremen."


def test_what_is_long_is_no_boilerplate() -> None:
    assert is_boilerplate("Follow us " + "on " * 50)
    assert not is_boilerplate("Follow us " + "on " * 150)


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


def test_a_long_notice_of_rights_is_one() -> None:
    assert kind_of("© 2024 The Harbour Post. " + "No part may be copied. " * 20) == "copyright notice"


def test_an_update_is_no_first_publication() -> None:
    assert is_update("Updated 17 Sep, 2024")
    assert not is_update("Published 17 Sep, 2024")
    assert not is_update("17 Sep, 2024")
