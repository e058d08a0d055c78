from datetime import date

import pytest

from kg.model import Time
from kg.resolve.times import by_time
from tests.resolve.values import claim, mention

YEAR = Time("2024", date(2024, 1, 1), date(2024, 12, 31), "year", "2024")
JUNE = Time("2024-06", date(2024, 6, 1), date(2024, 6, 30), "month", "June")
DAY = Time("2024-06-20", date(2024, 6, 20), date(2024, 6, 20), "day", "June 20")
JULY = Time("2024-07", date(2024, 7, 1), date(2024, 7, 31), "month", "July")
VAGUE = Time(None, None, None, "day", "earlier")
DAYS = Time("P3D", None, None, "duration", "three days")


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([None, None], [None]),
        ([JUNE, JUNE], [JUNE]),
        ([None, JUNE], [JUNE]),
        ([VAGUE, JUNE], [JUNE]),
        ([VAGUE, None], [VAGUE]),
        ([YEAR, JUNE, DAY], [DAY]),
        ([JUNE, JULY], [JUNE, JULY]),
        ([YEAR, JUNE, JULY], [YEAR, JUNE, JULY]),
        ([None, JUNE, JULY], [None, JUNE, JULY]),
        ([None, DAYS], [DAYS]),
        ([DAYS, JUNE], [DAYS, JUNE]),
    ],
)
def test_times_that_do_not_conflict_are_one(times: list[Time | None], expected: list[Time | None]) -> None:
    claims = [claim(mention("Acme"), "grow", mention("Bolt", 9), time=time, at=i) for i, time in enumerate(times)]
    for ordered in (claims, claims[::-1]):
        groups = by_time(ordered)
        assert {time for time, _ in groups} == set(expected)
        assert sorted(c.evidence.span.start for _, found in groups for c in found) == list(range(len(times)))
