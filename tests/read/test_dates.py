from datetime import date

import pytest

from kg.read.dates import calendar_date, latest_date


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
