"""Recurring times: "every Tuesday", "twice a week", "annually"."""

import typing as t

from kg.times.durations import length
from kg.times.grammar import Context, Meaning, Parts, Rule
from kg.times.periods import Period


def _set(value: str | None) -> Period:
    return Period(value, None, None, "set")


def _per(amount: str) -> Meaning:
    """Return a meaning of recurrence in units: every other week, per year."""
    return lambda context, parts: _set(length(amount, parts["UNIT"]).value)


def _each_unit(context: Context, parts: Parts) -> Period | None:
    """Read every day, each year, every two weeks, every third day."""
    return _set(length(str(parts.get("NUMBER", parts.get("ORDINAL", 1))), parts["UNIT"]).value)


def _weekday(context: Context, parts: Parts) -> Period | None:
    """Read every Tuesday, on Tuesdays."""
    number = parts["WEEKDAY"] if "WEEKDAY" in parts else parts["WEEKDAYS"]
    return _set(f"XXXX-WXX-{number + 1}")


def _yearly(context: Context, parts: Parts) -> Period | None:
    """Read every June, every June 5, every summer; not every Easter, whose date differs each year."""
    days = {period.value[4:] for year in (2020, 2024) if (period := parts["YEARLY"].in_year(year)) and period.value}
    return _set(f"XXXX{days.pop()}") if len(days) == 1 else None


def _adverb(context: Context, parts: Parts) -> Period | None:
    """Read daily, annually."""
    return _set(parts["SETWORD"]) if context.doc[context.at].entity != "ORG" else None


RULES: t.Final = (
    Rule("every unit", "every|each NUMBER? UNIT", _each_unit),
    Rule("every nth unit", "every ORDINAL UNIT", _each_unit),
    Rule("every other unit", "every other|second UNIT", _per("2")),
    Rule("every weekday", "every|each WEEKDAY", _weekday),
    Rule("weekdays", "WEEKDAYS", _weekday),
    Rule("every time of the year", "every|each YEARLY", _yearly),
    Rule("every part of the day", "every|each DAYPART", lambda _, parts: _set(f"XXXX-XX-XXT{parts['DAYPART']}")),
    Rule("weekends", "weekends", lambda *_: _set("XXXX-WXX-WE")),
    Rule("times a unit", "once|twice|thrice a|an|per|every|each UNIT", _per("1")),
    Rule("many times a unit", "NUMBER times a|an|per|every|each UNIT", _per("1")),
    Rule("units per unit", "NUMBER UNIT2 a|an|per|every|each UNIT", _per("1")),
    Rule("per unit", "per UNIT", _per("1")),
    Rule("repeated", "SETWORD", _adverb),
)
