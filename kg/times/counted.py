"""Periods counted from a date: "two days ago" from the document's, "the following year" from one in the text."""

import typing as t
from datetime import date, timedelta

from kg.lexicon import words
from kg.times import periods
from kg.times.durations import Length
from kg.times.grammar import Context, Meaning, Parts, Rule
from kg.times.lexicon import SHORT_UNITS
from kg.times.periods import Period, unit_at
from kg.times.viewpoint import direction

if t.TYPE_CHECKING:
    from kg.model import Grain

COUNTED: t.Final = frozenset({"day", "week", "month", "quarter", "year", "decade", "century"})
"""The units in which the distance of two dates is counted."""
GRAINS: t.Final = (
    *("second", "minute", "daypart", "day", "weekend", "week"),
    *("month", "quarter", "season", "half", "year", "decade", "century"),
)
"""Grains, the finest first; counting in one of them needs a date that is at least as fine."""


def _from_document(way: int) -> Meaning:
    """Read two days ago, three years ago; two weeks from now, three days hence."""
    return lambda context, parts: _shifted(context.published, parts["ABOUT"], way)


def _ahead(context: Context, parts: Parts) -> Period | None:
    """Read the two weeks of "takes effect in two weeks"; elsewhere they are a duration: "built in two weeks"."""
    of: Length = parts["ABOUT"]
    vague = of.amount == "X" or of.unit in SHORT_UNITS
    if vague or context.before != "in" or direction(context) != "future":
        return None
    sentence = context.doc[context.at].sent
    before = context.doc[sentence.start : context.at]
    # signs of a duration: the *most* in two weeks, *only* in two weeks
    extent = any(word.form == "superlative" or word.lower_ in words("only") | {"can"} for word in before)
    return _shifted(context.published, of, 1) if not extent else None


def _from_mentioned(way: int) -> Meaning:
    """Return a meaning of words that count from the last date in the text: two days later, a year earlier.

    "May retire two years earlier" is only a comparison.
    """

    def meaning(context: Context, parts: Parts) -> Period | None:
        unit = _counted_unit(parts["ABOUT"])
        if _has_no_date_before(context) if way > 0 else direction(context) == "future":
            return periods.unknown(t.cast("Grain", unit or "reference"))
        return _shifted(_mentioned_day(context, unit), parts["ABOUT"], way)

    return meaning


def _has_no_date_before(context: Context) -> bool:
    """Return whether "a week later" counts from a day that the text did not give: "he left a week later"."""
    return context.mentioned is None and direction(context) == "past"


def _mentioned_day(context: Context, unit: str) -> date | None:
    """Return the anchor for counting units: the date mentioned last, if it is fine enough, or the document's."""
    if context.mentioned is None or context.mentioned.start is None:
        return context.published
    coarse = unit in GRAINS and GRAINS.index(context.mentioned.grain) > GRAINS.index(unit)
    return None if coarse else context.mentioned.start


def _counted_unit(of: Length) -> str:
    """Return the unit in which a length is counted from a date, a day for hours, or "" if it cannot be counted."""
    if of.unit in SHORT_UNITS:
        return "day"
    return of.unit if of.unit in COUNTED and "." not in of.amount else ""


def _shifted(at: date | None, of: Length, way: int) -> Period:
    """Return the period at that distance; its grain is the unit of the length, and hours stay within the day."""
    if of.unit in SHORT_UNITS:
        return unit_at(at, "day")
    if of.unit not in COUNTED or not of.amount.isdigit():
        return Period("PAST_REF" if way < 0 else "FUTURE_REF", None, None, "reference")
    return unit_at(at, of.unit, way * int(of.amount))


def _adjacent_unit(context: Context, parts: Parts) -> Period | None:
    """Read the following day, the previous year, the same month, that year, that same year."""
    unit, count = parts["CALENDARUNIT"], parts["ADJACENT"]
    if count > 0 and _has_no_date_before(context):
        return periods.unknown(t.cast("Grain", unit))
    return unit_at(_mentioned_day(context, unit), unit, count)


def _adjacent_part(context: Context, parts: Parts) -> Period | None:
    """Read that evening, the next morning, the same night."""
    return periods.part_of_day(unit_at(_mentioned_day(context, "day"), "day", parts["ADJACENT"]), parts["DAYPART"])


def _adjacent_weekday(context: Context, parts: Parts) -> Period | None:
    """Read the following Tuesday, the previous Friday."""
    at, which = _mentioned_day(context, "day"), parts["ADJACENT"]
    if at is None or not which:
        return periods.unknown("day")
    return periods.adjacent_weekday(at, parts["WEEKDAY"], which)


def _up_to(context: Context, parts: Parts) -> Period | None:
    """Read the three months to June, the year through 31 July, after a preposition, from the first to the last day."""
    last: Period = parts["PERIOD"]
    of: Length = parts["ABOUT"] if "ABOUT" in parts else Length("1", parts["CALENDARUNIT"])
    unit, amount = _counted_unit(of), of.amount
    end = last.end if last.grain in {"day", "month"} and amount.isdigit() else None
    if end is None or not unit or context.before not in words("preposition"):
        return None
    next_day = periods.in_calendar(lambda: end + timedelta(days=1))
    first = periods.shifted(next_day, unit, -int(amount)) if next_day is not None else None
    begins = unit_at(first, last.grain).value
    return Period(f"{begins}/{last.value}", first, end, last.grain) if begins is not None else None


UP_TO: t.Final = (
    Rule("length up to a date", "the ABOUT to|through PERIOD", _up_to),
    Rule("unit up to a date", "the CALENDARUNIT to|through PERIOD", _up_to),
)
"""The rules that end with a period, which may be a part of one: "the end of June"."""
RULES: t.Final = (
    Rule("ago", "ABOUT ago", _from_document(-1)),
    Rule("ahead", "ABOUT", _ahead),
    Rule("year-ago", "the? year - ago|earlier", lambda context, _: unit_at(context.published, "year", -1)),
    Rule("from now", "ABOUT from now", _from_document(1)),
    Rule("later", "ABOUT later|thereafter|afterwards|afterward", _from_mentioned(1)),
    Rule("earlier", "ABOUT earlier|prior|previously|beforehand", _from_mentioned(-1)),
    Rule("adjacent unit", "the|that? ADJACENT CALENDARUNIT", _adjacent_unit),
    Rule("adjacent part of the day", "the? ADJACENT DAYPART", _adjacent_part),
    Rule("adjacent weekday", "the ADJACENT WEEKDAY", _adjacent_weekday),
)
