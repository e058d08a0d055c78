"""Calendar periods with their TIMEX3 values: the meanings of time expressions, without their words.

Values follow TIMEX3 (TimeML 1.2.1, ISO 8601 where that has a notation), except that decades and centuries are written
with X for unknown digits: `199X`, `18XX`.
"""

import calendar
import typing as t
from datetime import date, timedelta

from kg.model import Grain

SEASONS: t.Final[t.Mapping[str, int]] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_OF: t.Final = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}

OF_A_DAY: t.Final = frozenset({"day", "daypart", "minute"})
"""Grains within one day."""
FAR: t.Final = 300
"""Days after which a date without a year is more likely in the future, if the clause does not decide."""


Reckoned = t.TypeVar("Reckoned")


class Period(t.NamedTuple):
    """A TIMEX3 value with the first and the last day that it can refer to (inclusive), and its grain.

    `value` is None if the expression cannot be anchored; `start` and `end` are None if open or unknown.
    """

    value: str | None
    start: date | None
    end: date | None
    grain: Grain

    def holds(self, at: date) -> bool:
        """Return whether a day is known to lie in the period."""
        return self.start is not None and self.end is not None and self.start <= at <= self.end


def in_calendar(reckon: t.Callable[[], Reckoned]) -> Reckoned | None:
    """Return a date computation's result, or None if there is no such day or the calendar ends (year 1 to 9999)."""
    try:
        return reckon()
    except (OverflowError, ValueError):
        return None


def unknown(grain: Grain) -> Period:
    """Return an unanchored period of that grain."""
    return Period(None, None, None, grain)


def day(at: date) -> Period:
    """Return the day: `2024-07-16`."""
    return Period(at.isoformat(), at, at, "day")


def week(at: date) -> Period:
    """Return the ISO week, Monday to Sunday, that holds the day: `2024-W29`."""
    monday = at - timedelta(days=at.weekday())
    year_number, number, _ = at.isocalendar()
    return Period(f"{year_number:04}-W{number:02}", monday, monday + timedelta(days=6), "week")


def weekend(at: date) -> Period:
    """Return Saturday and Sunday of the ISO week that holds the day: `2024-W29-WE`."""
    value = week(at).value
    saturday = at + timedelta(days=5 - at.weekday())
    return Period(f"{value}-WE", saturday, saturday + timedelta(days=1), "weekend")


def months(value: str, year_number: int, month_number: int, count: int, grain: Grain) -> Period:
    """Return the period of `count` months that begins with that month."""
    last_year, last_month = _month_after(year_number, month_number, count - 1)
    last_day = calendar.monthrange(last_year, last_month)[1]
    return Period(value, date(year_number, month_number, 1), date(last_year, last_month, last_day), grain)


def _month_after(year_number: int, month_number: int, count: int) -> tuple[int, int]:
    years, month_index = divmod(month_number - 1 + count, 12)
    return year_number + years, month_index + 1


def _part_of_year(grain: Grain, value: str) -> t.Callable[[date], Period]:
    """Return a function for the part of a year around a day; its value has the year and the place in the year."""
    count = MONTHS_OF[grain]

    def part(at: date) -> Period:
        index = (at.month - 1) // count
        return months(value.format(at.year, index + 1), at.year, count * index + 1, count, grain)

    return part


month: t.Final = _part_of_year("month", "{:04}-{:02}")
quarter: t.Final = _part_of_year("quarter", "{:04}-Q{}")
half: t.Final = _part_of_year("half", "{:04}-H{}")
year: t.Final = _part_of_year("year", "{:04}")


def season(name: str, year_number: int) -> Period:
    """Return the meteorological season that begins then: `2024-SU` is June to August, `2023-WI` ends in 2024."""
    return months(f"{year_number:04}-{name}", year_number, SEASONS[name], 3, "season")


def year_number(number: int) -> Period:
    """Return the year with that number: `1997`."""
    return year(date(number, 1, 1))


def decade(at: date) -> Period:
    """Return the decade that holds the day: `202X`."""
    first = at.year // 10 * 10
    return months(f"{at.year // 10:03}X", max(first, 1), 1, 120 if first else 108, "decade")


def century(at: date) -> Period:
    """Return the century that holds the day: `20XX` is 2001 to 2100."""
    index = (at.year - 1) // 100
    return months(f"{index:02}XX", 100 * index + 1, 1, 1200, "century")


UNIT_PERIODS: t.Final[t.Mapping[str, t.Callable[[date], Period]]] = {
    "day": day, "week": week, "weekend": weekend, "month": month, "quarter": quarter, "half": half, "year": year,
    "decade": decade, "century": century,
}  # fmt: skip


def shifted(at: date, unit: str, count: int) -> date | None:
    """Return the day `count` units after the day (before it, if negative), or None if the calendar ends.

    If the target month has no such day, it is the last of that month.
    """
    if unit not in MONTHS_OF:
        return in_calendar(lambda: at + timedelta(days=count * (7 if unit in {"week", "weekend"} else 1)))
    year_reached, month_reached = _month_after(at.year, at.month, count * MONTHS_OF[unit])
    first = in_calendar(lambda: date(year_reached, month_reached, 1))
    last_day = calendar.monthrange(year_reached, month_reached)[1] if first is not None else 0
    return first.replace(day=min(at.day, last_day)) if first is not None else None


def unit_at(at: date | None, unit: str, count: int = 0) -> Period:
    """Return the unit that holds the day `count` units after `at`, unanchored if there is no such day."""
    reached = shifted(at, unit, count) if at is not None else None
    found = in_calendar(lambda: UNIT_PERIODS[unit](reached)) if reached is not None else None
    return found or unknown(t.cast("Grain", unit))


def adjacent_weekday(at: date, weekday: int, way: int) -> Period:
    """Return the nearest such weekday (0 is Monday) after a day, or before it if `way` is below 0."""
    ahead = (weekday - at.weekday()) % 7
    return unit_at(at, "day", ahead or 7 if way > 0 else ahead - 7)


def part_of_day(of: Period, part: str, grain: Grain = "daypart") -> Period:
    """Return a part (MO, MI, AF, EV, NI) of a day, or a minute: `2024-07-16TMO`, `2024-07-16T17:00`."""
    if of.value is None or of.grain not in OF_A_DAY:
        return unknown(grain)
    return Period(f"{of.value[:10]}T{part}", of.start, of.end, grain)


def third(of: Period, part: str) -> Period:
    """Return the period with its bounds narrowed to a third: `part` is START, MID or END; the value does not change."""
    if of.start is None or of.end is None or of.start == of.end:
        return of
    is_long = (of.end - of.start).days > 360
    total = 12 * (of.end.year - of.start.year) + of.end.month - of.start.month if is_long else (of.end - of.start).days
    small = (total + 1) // 3
    first, stop = {"START": (0, small), "MID": (small, 2 * small), "END": (2 * small, total + 1)}[part]
    if is_long:
        narrow = months("", *_month_after(of.start.year, of.start.month, first), stop - first, of.grain)
        return of._replace(start=narrow.start, end=narrow.end)
    return of._replace(start=of.start + timedelta(days=first), end=of.start + timedelta(days=stop - 1))


def nearest(candidates: t.Iterable[Period], at: date, direction: str) -> Period | None:
    """Return the candidate in a direction of time, seen from a day.

    "past" is the latest that has begun, "future" the earliest that has not ended, "likely past" as "past" except for a
    much nearer one in the future, anything else the one that begins nearest.
    """
    ages = {(at - p.start).days: p for p in candidates if p.start is not None}
    begun = [age for age in ages if age >= 0]
    coming = [age for age, p in ages.items() if p.end is not None and p.end >= at]
    if direction == "past" or (direction == "likely past" and min(begun, default=0) <= FAR):
        chosen = min(begun, default=None)
    elif direction == "future":
        chosen = max(coming, default=None)
    else:
        chosen = min(ages, key=abs, default=None)
    return ages[chosen] if chosen is not None else None
