"""Parts of periods: early and late, parts of the day, times of the clock, what is earlier or later in a period."""

import typing as t

from kg.lexicon import words
from kg.times import periods
from kg.times.grammar import MODIFIERS, Context, Parts, Rule
from kg.times.periods import Period, unit_at


def _third(context: Context, parts: Parts) -> Period | None:
    """Read early June, mid-May, late on Friday, the end of 2024, the beginning of next month."""
    of: Period = parts["PERIOD"]
    adverb = context.doc[context.at].kind in MODIFIERS
    if of.grain in {"duration", "set", "reference"} or (context.word(context.at + 1) in {"in", "on"} and not adverb):
        return None
    return periods.third(of, parts["THIRD"])


def _third_of_unit(context: Context, parts: Parts) -> Period | None:
    """Read the end of the year, mid-year: the document's."""
    unit = parts["CALENDARUNIT"] if "CALENDARUNIT" in parts else parts["MIDUNIT"]
    return periods.third(unit_at(context.published, unit), parts.get("THIRD", "MID"))


def _day_of_document(context: Context) -> Period:
    given = context.day_nearby
    return given._replace(grain="day") if given is not None else unit_at(context.published, "day")


def _earlier(context: Context, parts: Parts) -> Period | None:
    """Read earlier this week, later this year, earlier in the day: the part up to or from the document's day."""
    unit, at = parts.get("CALENDARUNIT"), context.published
    of: Period = parts["PERIOD"] if unit is None else _day_of_document(context) if unit == "day" else unit_at(at, unit)
    if at is None or of.start is None or of.end is None:
        return of
    if not of.start <= at <= of.end:
        return of
    return of._replace(end=at) if context.words[context.at] == "earlier" else of._replace(start=at)


def _part_of(context: Context, parts: Parts) -> Period | None:
    """Read Tuesday morning, the evening of July 5, yesterday afternoon."""
    of: Period = parts["PERIOD"]
    return periods.part_of_day(of, parts["DAYPART"]) if of.grain == "day" else None


def _the_part(context: Context, parts: Parts) -> Period | None:
    """Read in the morning: of the day that the sentence gave, unanchored otherwise."""
    if context.before not in words("dating", "stretch") | words("dating", "until"):
        return None
    mentioned = context.mentioned if context.nearby else None
    return periods.part_of_day(mentioned or periods.unknown("day"), parts["DAYPART"])


def _clock(context: Context, parts: Parts) -> Period | None:
    """Read 5 p.m. on Friday, Friday at 17:00; at 5 p.m. is on the day that the sentence gave, or the document's."""
    of: Period = parts.get("PERIOD") or _day_of_document(context)
    return periods.clock_time(of, *parts["CLOCK"]) if of.grain in {"day", "daypart"} else None


RULES: t.Final = (
    Rule("third of a period", "the? THIRD -|of|in|on? PERIOD", _third),
    Rule("middle of a period, one word", "the? MIDPERIOD", lambda _, parts: periods.third(parts["MIDPERIOD"], "MID")),
    Rule("third of a unit", "the THIRD of|- the CALENDARUNIT", _third_of_unit),
    Rule("middle of a unit, one word", "MIDUNIT", _third_of_unit),
    Rule("earlier in a unit", "earlier|later in the CALENDARUNIT", _earlier),
    Rule("earlier in a period", "earlier|later on|in? PERIOD", _earlier),
    Rule("part of a day", "PERIOD early|late? DAYPART", _part_of),
    Rule("early or late in a part of a day", "early|late on? PERIOD DAYPART", _part_of),
    Rule("part of a day, before it", "the? early|late? DAYPART of|on PERIOD", _part_of),
    Rule("the part of a day", "the early|late? DAYPART", _the_part),
    Rule("clock and day", "CLOCK ,? on? PERIOD", _clock),
    Rule("day and clock", "PERIOD ,? at|around|about? CLOCK", _clock),
    Rule("clock and part of the day", "CLOCK in the DAYPART", _clock),
    Rule("clock", "CLOCK", _clock),
    Rule(
        "weekday and date",
        "WEEKDAY ,|the? PERIOD",
        lambda _, parts: parts["PERIOD"] if parts["PERIOD"].grain == "day" else None,
    ),
)
