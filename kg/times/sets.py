"""What happens again and again: "every Tuesday", "twice a week", "annually"."""

import typing as t

from kg.grammar.parse import Token
from kg.lexicon import measures, value, words
from kg.times.durations import length
from kg.times.grammar import Context, Parts, Rule
from kg.times.lexicon import DURATION_CODES, LINKS
from kg.times.periods import Period

LEAP_YEARS: t.Final = (2020, 2024)


def _set(value: str | None) -> Period:
    return Period(value, None, None, "set")


def _each_unit(context: Context, parts: Parts) -> Period | None:
    """Read every day, each year, every two weeks, every other month, every third day."""
    amount = str(parts.get("NUMBER", parts.get("ORDINAL", "1")))
    return _set(DURATION_CODES[parts["UNIT"]].format(amount))


def _every_other(context: Context, parts: Parts) -> Period | None:
    return _set(DURATION_CODES[parts["UNIT"]].format(2))


def _weekday(context: Context, parts: Parts) -> Period | None:
    """Read every Tuesday, on Tuesdays."""
    number = parts["WEEKDAY"] if "WEEKDAY" in parts else parts["WEEKDAYS"]
    return _set(f"XXXX-WXX-{number + 1}")


def _weekday_part(context: Context, parts: Parts) -> Period | None:
    """Read every Tuesday morning."""
    return _set(f"XXXX-WXX-{parts['WEEKDAY'] + 1}T{parts['DAYPART']}")


def _yearly(context: Context, parts: Parts) -> Period | None:
    """Read every June, every June 5, every summer; not every Easter, whose day is another each year."""
    days = {period.value[4:] for year in LEAP_YEARS if (period := parts["YEARLY"].in_year(year)) and period.value}
    return _set(f"XXXX{days.pop()}") if len(days) == 1 else None


def _part_of_day(context: Context, parts: Parts) -> Period | None:
    """Read every morning."""
    return _set(f"XXXX-XX-XXT{parts['DAYPART']}")


def _weekend(context: Context, parts: Parts) -> Period | None:
    """Read every weekend, on weekends."""
    return _set("XXXX-WXX-WE")


def _plural_weekend(context: Context, parts: Parts) -> Period | None:
    """Read on weekends."""
    before = context.word(context.at - 1)
    return _set("XXXX-WXX-WE") if before in words("dating") or before in LINKS else None


def _rate(context: Context, parts: Parts) -> Period | None:
    """Read $5 a year, 40 hours per week; not "for a year"."""
    counted = context.at > 0 and _is_amount(context.doc[context.at - 1])
    if not counted or _goes_on(context.word(context.at + 2)):
        return None
    return _set(length("1", parts["UNIT"]).value)


def _is_amount(token: Token) -> bool:
    return token.kind == "number" or token.plural or value("unit").get(token.lower_) == "%"


def _goes_on(after: str) -> bool:
    """Tell whether the unit belongs to what stands behind it: "a year *ago*", "a *two*-year-old"."""
    return after in measures("deictic", "behind") or after in LINKS or after == "old"


def _per_unit(context: Context, parts: Parts) -> Period | None:
    """Read per year."""
    return _set(length("1", parts["UNIT"]).value)


def _adverb(context: Context, parts: Parts) -> Period | None:
    """Read daily, annually."""
    return _set(parts["SETWORD"]) if context.doc[context.at].entity != "ORG" else None


RULES: t.Final = (
    Rule("every unit", "every|each NUMBER? UNIT", _each_unit),
    Rule("every nth unit", "every ORDINAL UNIT", _each_unit),
    Rule("every other unit", "every other|second UNIT", _every_other),
    Rule("every weekday", "every|each WEEKDAY", _weekday),
    Rule("every part of a weekday", "every|each WEEKDAY DAYPART", _weekday_part),
    Rule("weekdays", "WEEKDAYS", _weekday),
    Rule("every time of the year", "every|each YEARLY", _yearly),
    Rule("every part of the day", "every|each DAYPART", _part_of_day),
    Rule("every weekend", "every|each weekend", _weekend),
    Rule("on weekends", "weekends", _plural_weekend),
    Rule("times a unit", "once|twice|thrice a|an|per|every|each UNIT", _per_unit),
    Rule("many times a unit", "NUMBER times a|an|per|every|each UNIT", _per_unit),
    Rule("units per unit", "NUMBER UNIT2 a|an|per|every|each UNIT", _per_unit),
    Rule("rate", "a|an UNIT", _rate),
    Rule("per unit", "per UNIT", _per_unit),
    Rule("repeated", "SETWORD", _adverb),
)
