"""Parts of periods: early and late, parts of the day, clock times, the earlier or later part of a period."""

import typing as t

from kg.lexicon import words
from kg.times import periods
from kg.times.grammar import MODIFIERS, Context, Parts, Rule
from kg.times.periods import Period, unit_at


def _third(context: Context, parts: Parts) -> Period | None:
    """Read early June, mid-May, late on Friday, the end of 2024; the end of the year is that of the document's."""
    of: Period = parts["PERIOD"] if "PERIOD" in parts else unit_at(context.published, parts["CALENDARUNIT"])
    adverb = context.doc[context.at].kind in MODIFIERS
    return None if context.word(context.at + 1) in {"in", "on"} and not adverb else periods.third(of, parts["THIRD"])


def _earlier(context: Context, parts: Parts) -> Period | None:
    """Read earlier this week, later this year, earlier in the day: the part up to or from the document's day."""
    at, unit = context.published, parts.get("CALENDARUNIT", "")
    given = context.day_nearby if unit == "day" else parts.get("PERIOD")
    of: Period = given or unit_at(at, unit)
    if at is None or not of.holds(at):
        return of
    return of._replace(end=at) if context.words[context.at] == "earlier" else of._replace(start=at)


def _part_of(context: Context, parts: Parts) -> Period | None:
    """Read Tuesday morning, the evening of July 5, yesterday afternoon."""
    return periods.part_of_day(parts["PERIOD"], parts["DAYPART"])


def _the_part(context: Context, parts: Parts) -> Period | None:
    """Read in the morning: of the day mentioned in the sentence, unanchored otherwise."""
    if context.before not in words("dating", "stretch") | words("dating", "until"):
        return None
    return periods.part_of_day(context.day_nearby or periods.unknown("day"), parts["DAYPART"])


def _clock(context: Context, parts: Parts) -> Period | None:
    """Read 5 p.m. on Friday, Friday at 17:00; at 5 p.m. is on the day mentioned in the sentence, or the document's."""
    of: Period = parts.get("PERIOD") or context.day_nearby or unit_at(context.published, "day")
    return periods.part_of_day(of, "{:02}:{:02}".format(*parts["CLOCK"]), "minute")


def _day(_: Context, parts: Parts) -> Period | None:
    """Read Tuesday, 5 March; Tuesday (5 March); today (Oct. 28)."""
    return parts["PERIOD"] if parts["PERIOD"].grain == "day" else None


RULES: t.Final = (
    Rule("third of a period", "the? THIRD -|of|in|on? PERIOD", _third),
    Rule("third of a unit", "the THIRD of|- the CALENDARUNIT", _third),
    Rule("earlier in a unit", "earlier|later in the CALENDARUNIT", _earlier),
    Rule("earlier in a period", "earlier|later on|in? PERIOD", _earlier),
    Rule("part of a day", "PERIOD early|late? DAYPART", _part_of),
    Rule("early or late in a part of a day", "early|late on? PERIOD DAYPART", _part_of),
    Rule("part of a day, before it", "the? early|late? DAYPART of|on PERIOD", _part_of),
    Rule("the part of a day", "the early|late? DAYPART", _the_part),
    Rule("clock and day", "CLOCK ,? on? PERIOD", _clock),
    Rule("day and clock", "PERIOD ,? at|around|about? CLOCK", _clock),
    Rule("clock", "CLOCK", _clock),
    Rule("weekday and date", "WEEKDAY ,|the? PERIOD", _day),
    Rule("weekday and date in brackets", "WEEKDAY ( PERIOD )", _day),
    Rule("relative day and date in brackets", "RELATIVEDAY ( PERIOD )", _day),
)
