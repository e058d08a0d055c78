from datetime import date
from pathlib import Path

import pytest

from kg.read.publication import Publication, publication

ICE = "The harbour froze on Monday."
TEASERS = "Opinion\n\nBoats for all\nUpdated 3 May, 2024\n\nBoats for all\n\n4 May, 2024"
MENU = "Arts and music\n\nSport in brief\n\nBoats\n\nNews\n\n" * 4
LONG = f"{ICE} The captain of the Northern ferry said that she would wait for the ice to break, and go on."
JUNE_3 = date(2024, 6, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ICE, Publication()),
        (f"Ice stops ferry\n\n{ICE}", Publication("Ice stops ferry")),
        (f"Ice stops ferry\n{ICE}", Publication("Ice stops ferry")),
        (f"# Ice stops ferry\n\n{ICE}", Publication("Ice stops ferry")),
        (f"Ice stops ferry\n\nMonday, June 3, 2024\n\n{ICE}", Publication("Ice stops ferry", JUNE_3)),
        (f"3 June 2024\n\nIce stops ferry\n\n{ICE}", Publication("Ice stops ferry", JUNE_3)),
        (f"2024-06-03\n\n{ICE}", Publication(None, JUNE_3)),
        (f"By Jane Doe | 3 June 2024\n\n{ICE}", Publication(None, JUNE_3)),
        (f"Published: 3 June 2024\n\n{ICE}", Publication(None, JUNE_3)),
        (f"Updated 5 June 2024\nPublished 3 June 2024\n\n{ICE}", Publication(None, JUNE_3)),
        (f"Updated 3 June 2024\n\n{ICE}", Publication(None, JUNE_3)),
        (f"{ICE}\n\nPublished in The Post, June 3rd, 2024", Publication(None, JUNE_3, "The Post")),
        (f"{ICE}\n\nPublished in The Post, June 3rd, 2024\n\n{TEASERS}", Publication(None, JUNE_3, "The Post")),
        (f"BREMEN (Reuters) - {ICE}", Publication(None, None, "Reuters")),
        (f"BREMEN, June 3, 2024 (AP) — {ICE}", Publication(None, JUNE_3, "AP")),
        (f"BREMEN - June 3, 2024 (NEWSWIRE) - {ICE}", Publication(None, JUNE_3, "NEWSWIRE")),
        ("BREMEN, June 3, 2024 (AP) — Acme Corp bought Bolt Works.", Publication(None, JUNE_3, "AP")),
        # highlights precede the dateline of a press release; a label without a day is none
        (f"Ice\n\n* {LONG}\n\nBREMEN, June 3, 2024 (AP) — {ICE}", Publication("Ice", JUNE_3, "AP")),
        (f"Ice\n\n* {LONG}\n\nBREMEN (AP) — {ICE}", Publication("Ice")),
        (f"Updated 3:45 p.m. EDT, June 3, 2024\n\n{ICE}", Publication(None, JUNE_3)),
        (f"Ferry\n\nJune 3, 2024 / 3:45 PM EDT / Northern Wire\n\n{ICE}", Publication("Ferry", JUNE_3)),
        (f"06/05/2024June 3, 2024\n\n{ICE}", Publication(None, JUNE_3)),
        (f"05/06/2024\n\n{ICE}", Publication()),
        (f"13.05.2024\n\n{ICE}", Publication(None, date(2024, 5, 13))),
        (f"News\n\nIce stops ferry\n\n{ICE}", Publication("Ice stops ferry")),
        (f"Jane Doe\n\nPainter and captain of boats\n\nJane Doe sails. {ICE}", Publication("Jane Doe")),
        (f"Ice stops ferry Monday, June 3, 2024\n\n{ICE}", Publication("Ice stops ferry Monday, June 3, 2024", JUNE_3)),
        (f"Doe, captain Updated June 3, 2024\n\n{ICE}", Publication("Doe, captain Updated June 3, 2024", JUNE_3)),
        (f"JUNE 3, 2024 PRESS RELEASE\n\n{ICE}", Publication(None, JUNE_3)),
        # dates other than the publication date
        (
            "Jane Doe\n\nBorn: June 3, 1988 (age 30) Bremen\n\nJane Doe sails boats to the islands.",
            Publication("Jane Doe"),
        ),
        (f"Ice stops ferry\n\n{ICE}\n\nSaturday, 26 February\n1400 GMT", Publication("Ice stops ferry")),
        (f"{MENU}Ice stops the northern ferry\n\n{LONG}", Publication("Ice stops the northern ferry")),
        (f"Northern ferry\n\n{MENU}Built in 1990\n\n{LONG}", Publication("Northern ferry")),
        # a day without a year
        (f"June 3\n\n{ICE} It will thaw by June 12, 2024.", Publication(None, JUNE_3)),
        (f"Updated June 3\n\n{ICE} It had thawed on May 12, 2024.", Publication(None, JUNE_3)),
        (f"Jan. 15\n\n{ICE} It had thawed on December 12, 2023.", Publication(None, date(2024, 1, 15))),
        (f"BREMEN, June 3 (AP) — {ICE} It had thawed on May 12, 2024.", Publication(None, JUNE_3, "AP")),
        (f"June 3\n\n{ICE}", Publication()),
        (f"June 3\n\n{ICE} The pier was built on May 4, 1904, and mended in 2019.", Publication()),
        # the tail is about other texts, and the body about other days
        (f"{ICE}\n\n{TEASERS}", Publication()),
        (f"{ICE}\n\nThe ferry was bought on June 3, 2024.", Publication()),
        ("Ice\n\n" * 20 + f"June 3, 2024\n\n{ICE}", Publication(None, JUNE_3)),
        ("Ice\n\n" * 20 + "June 3, 2024\n\n" + "Ice\n\n" * 8 + ICE, Publication()),
        (f"{ICE}\n\nBy Jane Doe\n\nJune 3, 2024\n\n{ICE}\n\n{ICE}", Publication(None, JUNE_3)),
        (f"{ICE}\n\n{ICE}\n\n{ICE}\n\n{ICE}\n\nJune 3, 2024\n\n{ICE}", Publication()),
        ("Ferry sank", Publication()),
        ("", Publication()),
    ],
)
def test_publication(text: str, expected: Publication) -> None:
    assert publication(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ICE, JUNE_3),
        (f"1 May 2024\n\n{ICE}", date(2024, 5, 1)),
        (f"BREMEN, June 1 (AP) — {ICE}", date(2024, 6, 1)),
        (f"BREMEN, June 5 (AP) — {ICE}", date(2023, 6, 5)),
    ],
)
def test_a_given_day_is_for_texts_that_name_none(text: str, expected: date) -> None:
    assert publication(text, published=JUNE_3).published == expected


def test_the_received_article(shared: Path) -> None:
    text = (shared / "gold" / "kaspersky.txt").read_text(encoding="utf-8")
    assert publication(text) == Publication(None, date(2024, 7, 17), "Dawn")
