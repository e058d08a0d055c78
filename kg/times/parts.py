"""Parts of periods: early and late, parts of the day, times of the clock, what is earlier or later in a period."""

import typing as t

from kg.lexicon import words
from kg.times import periods
from kg.times.grammar import MODIFIERS, Context, Parts, Rule
from kg.times.periods import Period, unit_at

DAY_GRAINS: t.Final = frozenset({"day", "daypart"})


def _third(context: Context, parts: Parts) -> Period | None:
    """Read early June, mid-May, late 2023, the end of 2024, the beginning of next month."""
    of: Period = parts["PERIOD"]
    adverb = context.doc[context.at].kind in MODIFIERS
    if of.grain in {"duration", "set", "reference"} or (context.word(context.at + 1) == "in" and not adverb):
        return None
    return periods.third(of, parts["THIRD"])


def _middle(context: Context, parts: Parts) -> Period | None:
    """Read mid-May 2023, mid-1990s, mid-19th century."""
    return periods.third(parts["MIDPERIOD"], "MID")


def _third_of_unit(context: Context, parts: Parts) -> Period | None:
    """Read the end of the year, mid-year: the document's."""
    unit = parts["CALENDARUNIT"] if "CALENDARUNIT" in parts else parts["MIDUNIT"]
    return periods.third(unit_at(context.published, unit), parts.get("THIRD", "MID"))


def _day_of_document(context: Context) -> Period:
    given = context.day_nearby
    return given._replace(grain="day") if given is not None else unit_at(context.published, "day")


def _earlier_in_unit(context: Context, parts: Parts) -> Period | None:
    """Read earlier in the day, later in the week."""
    unit = parts["CALENDARUNIT"]
    of = _day_of_document(context) if unit == "day" else unit_at(context.published, unit)
    return _side(context, of)


def _earlier(context: Context, parts: Parts) -> Period | None:
    """Read earlier this week, later this year, earlier Tuesday."""
    return _side(context, parts["PERIOD"])


def _side(context: Context, of: Period) -> Period:
    """Return the part of a period before or after the day of the document, where the period holds that day."""
    at = context.published
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
    before = context.word(context.at - 1)
    if before not in words("dating", "stretch") and before not in words("dating", "until"):
        return None
    mentioned = context.mentioned if context.nearby else None
    return periods.part_of_day(mentioned or periods.unknown("day"), parts["DAYPART"])


def _clock_of(context: Context, parts: Parts) -> Period | None:
    """Read 5 p.m. on Friday, Friday at 17:00."""
    of: Period = parts["PERIOD"]
    return periods.clock_time(of, *parts["CLOCK"]) if of.grain in DAY_GRAINS else None


def _clock(context: Context, parts: Parts) -> Period | None:
    """Read at 5 p.m.: on the day that the sentence gave, or the document's."""
    return periods.clock_time(_day_of_document(context), *parts["CLOCK"])


def _weekday_and_date(context: Context, parts: Parts) -> Period | None:
    """Read Tuesday, July 16, 2024."""
    of: Period = parts["PERIOD"]
    return of if of.grain == "day" else None


RULES: t.Final = (
    Rule("third of a period", "the? THIRD -|of|in? PERIOD", _third),
    Rule("middle of a period, one word", "the? MIDPERIOD", _middle),
    Rule("third of a unit", "the THIRD of|- the CALENDARUNIT", _third_of_unit),
    Rule("middle of a unit, one word", "MIDUNIT", _third_of_unit),
    Rule("earlier in a unit", "earlier|later in the CALENDARUNIT", _earlier_in_unit),
    Rule("earlier in a period", "earlier|later on|in? PERIOD", _earlier),
    Rule("part of a day", "PERIOD early|late? DAYPART", _part_of),
    Rule("early or late in a part of a day", "early|late PERIOD DAYPART", _part_of),
    Rule("part of a day, before it", "the? early|late? DAYPART of|on PERIOD", _part_of),
    Rule("the part of a day", "the early|late? DAYPART", _the_part),
    Rule("clock and day", "CLOCK ,? on? PERIOD", _clock_of),
    Rule("day and clock", "PERIOD ,? at|around|about? CLOCK", _clock_of),
    Rule("clock and part of the day", "CLOCK in the DAYPART", _clock),
    Rule("clock", "CLOCK", _clock),
    Rule("weekday and date", "WEEKDAY ,|the? PERIOD", _weekday_and_date),
)
