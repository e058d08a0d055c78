"""Expressions that the document's date anchors: yesterday, last month, on Tuesday, this year."""

import typing as t
from datetime import date

from kg.lexicon import words
from kg.times import periods
from kg.times.counted import ends_clause
from kg.times.direction import direction
from kg.times.grammar import Context, Parts, Rule
from kg.times.lexicon import DURATION_CODES, LINKS
from kg.times.periods import Period, unit_at

INDEFINITE_UNITS: t.Final = frozenset({"second", "minute", "hour"})


def _relative_day(context: Context, parts: Parts) -> Period | None:
    """Read yesterday, today, tomorrow."""
    return unit_at(context.published, "day", parts["RELATIVEDAY"])


def _two_days_off(context: Context, parts: Parts) -> Period | None:
    """Read the day before yesterday, the day after tomorrow."""
    return unit_at(context.published, "day", 2 * parts["RELATIVEDAY"]) if parts["RELATIVEDAY"] else None


def _this_part(context: Context, parts: Parts) -> Period | None:
    """Read this morning, this afternoon."""
    return periods.part_of_day(unit_at(context.published, "day"), parts["DAYPART"])


def _tonight(context: Context, parts: Parts) -> Period | None:
    return periods.part_of_day(unit_at(context.published, "day"), "NI")


def _last_night(context: Context, parts: Parts) -> Period | None:
    """Read last night, last evening."""
    return periods.part_of_day(unit_at(context.published, "day", -1), parts["DAYPART"])


def _overnight(context: Context, parts: Parts) -> Period | None:
    """Read overnight: the night before the day of the document."""
    return periods.part_of_day(_same_sentence_day(context) or unit_at(context.published, "day", -1), "NI")


def _same_sentence_day(context: Context) -> Period | None:
    mentioned = context.mentioned
    return (
        mentioned
        if context.nearby and mentioned is not None and mentioned.grain in {"day", "daypart", "minute"}
        else None
    )


def _which_unit(context: Context, parts: Parts) -> Period | None:
    """Read last month, next week, this year; "the past year" is a length."""
    if context.word(context.at) == "the" and parts["WHICH"] < 0:
        lasting = context.word(context.at + 1) == "past" or context.word(context.at - 1) in words("dating", "stretch")
        return (
            _stretch(context, "1", parts["CALENDARUNIT"], -1) if lasting and parts["CALENDARUNIT"] != "season" else None
        )
    if context.word(context.at) == "the" and context.word(context.at + 1) == "next":
        return None
    if context.words[context.at] == "past" and context.word(context.at - 1) not in words("dating", "stretch"):
        return None
    if context.words[context.at] == "past":
        return _stretch(context, "1", parts["CALENDARUNIT"], -1)
    return unit_at(context.published, parts["CALENDARUNIT"], parts["WHICH"])


def _which_units(context: Context, parts: Parts) -> Period | None:
    """Read the last three years, the next two weeks, the past few months: a length with bounds."""
    return _stretch(context, str(parts.get("NUMBER", "X")), parts["UNIT"], parts["WHICH"])


def _which_units_alone(context: Context, parts: Parts) -> Period | None:
    """Read the past years; "the last days of" is no length."""
    return _stretch(context, "X", parts["UNITS"], -1) if context.word(context.at + 1) == "past" else None


def _stretch(context: Context, amount: str, unit: str, way: int) -> Period:
    value, at = DURATION_CODES[unit].format(amount), context.published
    counted = amount.isdigit() and unit not in INDEFINITE_UNITS and way
    other = periods.shifted(at, unit, way * int(amount)) if at is not None and counted else None
    bounds = (other, at) if way < 0 else (at, other)
    return Period(value, *(bounds if other is not None else (None, None)), "duration")


def _which_weekday(context: Context, parts: Parts) -> Period | None:
    """Read last Tuesday, next Friday, this Sunday."""
    at, weekday, which = context.published, parts["WEEKDAY"], parts["WHICH"]
    if at is None:
        return periods.unknown("day")
    if which == 0:
        return unit_at(at, "day", weekday - at.weekday())
    days = (weekday - at.weekday()) % 7 if which > 0 else -((at.weekday() - weekday) % 7)
    return unit_at(at, "day", days or 7 * which)


def _weekday_of_week(context: Context, parts: Parts) -> Period | None:
    """Read Tuesday of last week, Friday next week."""
    start = unit_at(context.published, "week", parts["WHICH"]).start
    return unit_at(start, "day", parts["WEEKDAY"])


def _weekday(context: Context, parts: Parts) -> Period | None:
    """Read on Tuesday: the latest, or the next where the clause looks forward."""
    at, weekday = context.anchor, parts["WEEKDAY"]
    undated = context.published is None and not context.nearby
    if at is None or (undated and direction(context) == "future"):
        return periods.unknown("day")
    ahead = (weekday - at.weekday()) % 7
    onward = context.published is None or (context.nearby and context.preposition in LINKS)
    if onward and context.mentioned is not None and context.mentioned.start is not None:
        return unit_at(context.mentioned.start, "day", (weekday - context.mentioned.start.weekday()) % 7)
    return unit_at(at, "day", ahead if direction(context) == "future" else -((at.weekday() - weekday) % 7))


def _goes_on(after: str) -> bool:
    """Tell whether what stands behind a unit says which one it is: "the year *of* the rooster", "*when* it fell"."""
    return after in words("preposition") or after in words("question")


def _the_unit(context: Context, parts: Parts) -> Period | None:
    """Read for the year, in the quarter, of the month: the document's own; not the year of the rooster."""
    before, after = context.word(context.at - 1), context.word(context.at + 2)
    if parts["CALENDARUNIT"] == "weekend" and before in words("dating") and after != "of":
        return _the_weekend(context)
    if before not in words("dating", "stretch") or _goes_on(after):
        return None
    noun = context.at + 2 < len(context.words) and context.doc[context.at + 2].kind in {"noun", "name"}
    if parts["CALENDARUNIT"] in {"day", "season", "decade", "century"} or noun:
        return None
    return unit_at(context.published, parts["CALENDARUNIT"])


def _the_weekend(context: Context) -> Period:
    """Over the weekend: the last, or the next where the clause looks forward."""
    at = context.published
    near = [unit_at(at, "weekend", count) for count in (-1, 0, 1)]
    return (periods.nearest(near, at, direction(context)) if at else None) or periods.unknown("weekend")


def _nth_alone(context: Context, parts: Parts) -> Period | None:
    """Read on the 17th; not on the 33rd floor."""
    at, number = context.anchor, parts["NTH"]
    before, after = context.word(context.at - 1), context.at + 2
    if not context.word(context.at + 1)[:1].isdigit() or (before not in words("dating") and before not in LINKS):
        return None
    if not ends_clause(context, after) and context.word(after) not in words("preposition"):
        return None
    if at is None:
        return periods.unknown("day")
    found = [_day_in(periods.shifted(at.replace(day=1), "month", n), number) for n in (-1, 0, 1)]
    return periods.nearest([p for p in found if p], at, direction(context)) or periods.unknown("day")


def _day_in(month: date | None, number: int) -> Period | None:
    try:
        return periods.day(month.replace(day=number)) if month else None
    except ValueError:
        return None


RULES: t.Final = (
    Rule("relative day", "RELATIVEDAY", _relative_day),
    Rule("two days off", "the day before|after RELATIVEDAY", _two_days_off),
    Rule("this part of the day", "this DAYPART", _this_part),
    Rule("tonight", "tonight", _tonight),
    Rule("last night", "last DAYPART", _last_night),
    Rule("overnight", "overnight", _overnight),
    Rule("which unit", "the? WHICH CALENDARUNIT", _which_unit),
    Rule("which units", "the|these? WHICH NUMBER UNIT", _which_units),
    Rule("which units, vague", "the WHICH UNITS", _which_units_alone),
    Rule("which weekday", "WHICH WEEKDAY", _which_weekday),
    Rule("weekday of a week", "WEEKDAY of? WHICH week", _weekday_of_week),
    Rule("weekday", "WEEKDAY", _weekday),
    Rule("unit of the document", "the CALENDARUNIT", _the_unit),
    Rule("the nth", "the NTH", _nth_alone),
)
