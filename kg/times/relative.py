"""Expressions anchored on the document's date: yesterday, last month, on Tuesday; and vague references: now, soon."""

import typing as t

from kg.lexicon import measures, words
from kg.times import periods
from kg.times.grammar import Context, Meaning, Parts, Rule
from kg.times.lexicon import DURATION_CODES, SHORT_UNITS
from kg.times.periods import Period, unit_at
from kg.times.viewpoint import direction


def _part_of_day(days: int, part: str = "") -> Meaning:
    """Read this morning, last evening, tonight."""
    return lambda context, parts: periods.part_of_day(unit_at(context.published, "day", days), part or parts["DAYPART"])


def _relative_day(days: int) -> Meaning:
    """Read yesterday, today, the day after tomorrow."""
    return lambda context, parts: unit_at(context.published, "day", parts["RELATIVEDAY"] * days)


def _which_unit(context: Context, parts: Parts) -> Period | None:
    """Read last month, next week, this year; "the past year", "in the last year" are durations; not "the next year"."""
    article = context.word(context.at) == "the"
    past = context.word(context.at + article) == "past"
    lasts = past or (article and parts["WHICH"] < 0)
    spans = (past and article) or context.before in words("dating", "stretch")
    if lasts and spans:
        return _stretch(context, {"WHICH": -1, "UNIT": parts["CALENDARUNIT"]})
    if lasts or (article and context.word(context.at + 1) == "next"):
        return None
    return unit_at(context.published, parts["CALENDARUNIT"], parts["WHICH"])


def _stretch(context: Context, parts: Parts) -> Period | None:
    """Read the last three years, the next two weeks, the past few months, the past year: a duration with bounds."""
    amount, unit, way, at = str(parts.get("NUMBER", "1")), parts["UNIT"], parts["WHICH"], context.published
    counted = amount.isdigit() and unit not in SHORT_UNITS
    other = periods.shifted(at, unit, way * int(amount)) if at is not None and counted else None
    bounds = (other, at) if way < 0 else (at, other)
    value = DURATION_CODES[unit].format(amount)
    return Period(value, *(bounds if other is not None else (None, None)), "duration")


def _which_weekday(context: Context, parts: Parts) -> Period | None:
    """Read last Tuesday, next Friday, this Sunday; Tuesday of last week, Friday next week."""
    at, weekday, which = context.published, parts["WEEKDAY"], parts["WHICH"]
    if at is None:
        return periods.unknown("day")
    if "week" in parts:
        return unit_at(unit_at(at, "week", which).start, "day", weekday)
    return periods.adjacent_weekday(at, weekday, which) if which else unit_at(at, "day", weekday - at.weekday())


def _weekday(context: Context, parts: Parts) -> Period | None:
    """Read on Tuesday: the latest, or the next if its clause points to the future or its sentence gives an anchor."""
    at = context.led_from or context.published or (context.day_nearby or periods.unknown("day")).start
    if at is None:
        return periods.unknown("day")
    ahead = (parts["WEEKDAY"] - at.weekday()) % 7
    forward = context.led_from is not None or context.published is None or direction(context) == "future"
    return unit_at(at, "day", ahead if forward or not ahead else ahead - 7)


def _the_unit(context: Context, parts: Parts) -> Period | None:
    """Read for the year, in the quarter, of the month: the document's own; not the year *of* the rooster.

    Over the weekend is the last, or the next if the clause points to the future.
    """
    before, after, unit, at = context.before, context.word(context.at + 2), parts["CALENDARUNIT"], context.published
    if unit == "weekend" and before in words("dating") and after != "of":
        near = [unit_at(at, "weekend", count) for count in (-1, 0, 1)]
        return (periods.nearest(near, at, direction(context)) if at else None) or periods.unknown("weekend")
    if before not in words("dating", "stretch") or after in words("preposition") | words("question"):
        return None
    return unit_at(at, unit) if unit not in {"day", "decade", "century"} else None


RULES: t.Final = (
    Rule("relative day", "RELATIVEDAY", _relative_day(1)),
    Rule("two days off", "the day before|after RELATIVEDAY", _relative_day(2)),
    Rule("this part of the day", "this DAYPART", _part_of_day(0)),
    Rule("tonight", "tonight", _part_of_day(0, "NI")),
    Rule("last night", "last DAYPART", _part_of_day(-1)),
    Rule("overnight", "overnight", _part_of_day(-1, "NI")),
    Rule("which unit", "the? WHICH CALENDARUNIT", _which_unit),
    Rule("which units", "the|these? WHICH NUMBER UNIT", _stretch),
    Rule("which weekday", "WHICH WEEKDAY", _which_weekday),
    Rule("weekday of a week", "WEEKDAY of? WHICH week", _which_weekday),
    Rule("weekday", "WEEKDAY", _weekday),
    Rule("unit of the document", "the CALENDARUNIT", _the_unit),
)


def _reference_adverb(context: Context, parts: Parts) -> Period | None:
    """Read now, recently, soon; not "now *that*", "*as* soon as", "soon *after*"."""
    after = context.word(context.at + 1)
    if "-" in {context.before, after} or context.before == "as" or context.before == "every":
        return None
    if after == "that" or after in measures("deictic", "behind"):
        return None
    return Period(parts["REFERENCE"], None, None, "reference")


def _always(value: str) -> Meaning:
    """Read these days, long ago."""
    return lambda context, parts: Period(value, None, None, "reference")


def _in_stretch(value: str) -> Meaning:
    """Read in the past, in the future; not the future of rail, the past president."""
    return lambda context, parts: _always(value)(context, parts) if context.before in words("preposition") else None


REFERENCES: t.Final = (
    Rule("adverb", "REFERENCE", _reference_adverb),
    Rule("at present", "at present", _always("PRESENT_REF")),
    Rule("the present moment", "the moment|present", _in_stretch("PRESENT_REF")),
    Rule("these days", "these days", _always("PRESENT_REF")),
    Rule("recent units", "the? recent UNITS", _always("PAST_REF")),
    Rule("coming units", "the coming|upcoming UNITS", _always("FUTURE_REF")),
    Rule("coming units without an article", "coming|future UNITS", _in_stretch("FUTURE_REF")),
    Rule("the past", "the distant|recent? past", _in_stretch("PAST_REF")),
    Rule("the future", "the distant|near|foreseeable? future", _in_stretch("FUTURE_REF")),
    Rule("long ago", "long|ages ago", _always("PAST_REF")),
)
