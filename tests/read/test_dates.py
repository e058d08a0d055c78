from datetime import date

import pytest

from kg.read.dates import calendar_date, implied_date, latest_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Friday, July 21, 2017", date(2017, 7, 21)),
        ("July 17th, 2024", date(2024, 7, 17)),
        ("MARCH 3, 2021 PRESS RELEASE", date(2021, 3, 3)),
        ("August 08, 1974", date(1974, 8, 8)),
        ("3 May 2024", date(2024, 5, 3)),
        ("17 Sep, 2024", date(2024, 9, 17)),
        ("the 1st of June, 2020", date(2020, 6, 1)),
        ("Sept. 29, 2024", date(2024, 9, 29)),
        ("2024-07-20T10:15:00Z", date(2024, 7, 20)),
        ("31 June 2024, or 1 July 2024", date(2024, 7, 1)),
        ("May 3 and then 4 May 2024 and then June 5, 2024", date(2024, 5, 4)),
        ("Tue 5 Mar 2024", date(2024, 3, 5)),
        ("Updated 3:45 p.m. EDT, July 2, 2025", date(2025, 7, 2)),
        ("2024-07-20T23:15:00-05:00", date(2024, 7, 20)),
        ("2024/07/20", date(2024, 7, 20)),
        # only figures with a single possible day
        ("25/12/2024", date(2024, 12, 25)),
        ("12/25/2024", date(2024, 12, 25)),
        ("25.12.2024", date(2024, 12, 25)),
        ("5/5/2024", date(2024, 5, 5)),
        ("03/04/2025", None),
        ("31/02/2024", None),
        ("1.25.12.2024", None),
        ("07/02/2025July 2, 2025", date(2025, 7, 2)),
        ("July 2024", None),
        ("July 21", None),
        ("31 June 2024", None),
        ("Marching 3, 2021", None),
        ("", None),
    ],
)
def test_calendar_date(text: str, expected: date | None) -> None:
    assert calendar_date(text) == expected


@pytest.mark.parametrize(
    ("day", "until", "expected"),
    [
        ("March 3", date(2024, 3, 3), date(2024, 3, 3)),
        ("March 3", date(2024, 2, 1), date(2023, 3, 3)),
        ("29 February", date(2027, 1, 1), date(2024, 2, 29)),
        ("31 June", date(2027, 1, 1), None),
    ],
)
def test_latest_date(day: str, until: date, expected: date | None) -> None:
    assert latest_date(day, until) == expected


@pytest.mark.parametrize(
    ("day", "text", "expected"),
    [
        ("Jan. 15", "It closed on December 20, 2024.", date(2025, 1, 15)),
        ("Jan. 15", "It closed on March 2, 2019 and on February 2, 2025.", date(2025, 1, 15)),
        ("Jan. 15", "It will open on 1 May 2025.", date(2025, 1, 15)),
        ("29 February", "It closed on March 2, 2024.", date(2024, 2, 29)),
        ("29 February", "It closed on March 2, 2022.", None),
        ("Jan. 15", "It closed in 2024.", None),
        ("Jan. 15", "She was born on May 3, 1950, and has led it since 2019.", None),
        ("Jan. 15", "It closed on December 20, 2024 and cost $2,300, or 1.2030 of them.", date(2025, 1, 15)),
    ],
)
def test_implied_date(day: str, text: str, expected: date | None) -> None:
    assert implied_date(day, text) == expected
