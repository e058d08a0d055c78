"""Which of the periods that return each year a clause points to: the June before, or the June to come."""

import typing as t
from datetime import date

from kg.model import Grain
from kg.times import periods
from kg.times.direction import direction
from kg.times.grammar import Context
from kg.times.lexicon import LINKS
from kg.times.periods import Period


def calendar_day(year: int, month: int, number: int) -> Period | None:
    """Return that day, or None where the calendar has none."""
    try:
        return periods.day(date(year, month, number))
    except ValueError:
        return None


def pointed(context: Context, by_year: t.Callable[[int], Period | None], grain: Grain) -> Period:
    """Return the year's one of such periods that the clause points to, from the years around the anchor.

    A year that the sentence gives goes before the document's date, and "to", "and" lead on from the date before them.
    """
    if context.year is not None:
        return by_year(context.year) or periods.unknown(grain)
    at, way = context.anchor, direction(context)
    if context.nearby and context.preposition in LINKS and context.mentioned is not None:
        at, way = context.mentioned.start, "future"
    elif context.published is None:
        at, way = at if way != "future" or context.nearby else None, "unknown"
    if at is None:
        return periods.unknown(grain)
    candidates = (by_year(year) for year in range(max(at.year - 4, 1), min(at.year + 5, 9998)))
    return periods.nearest((p for p in candidates if p), at, way) or periods.unknown(grain)


def month_of(year: int, number: int) -> Period:
    """Return that month."""
    return periods.month(date(year, number, 1))
