"""Absolute dates, months, years, decades and centuries."""

import typing as t
from datetime import date
from functools import partial

from kg.lexicon import value, words
from kg.times import periods
from kg.times.grammar import Context, Parts, Rule
from kg.times.lexicon import LINKS, SEASONS, THIRDS
from kg.times.periods import Period
from kg.times.yearly import calendar_day, pointed

OF_MEASURE: t.Final = frozenset(word.split(" ")[0] for word in value("unit")) | {"%", "°c", "+"}
"""The words after a number that show it to be a count."""
BEFORE_YEARS: t.Final = frozenset({"(", "[", "/", *SEASONS, *LINKS})
SIGNS: t.Final = frozenset({"$", "£", "€", "¥", "us$", "#", "%", "+", "="})


def _bare_year(context: Context, parts: Parts) -> Period | None:
    """Read in 1997; not 1997 people, $2000, #1984, at about 2200."""
    before, after = context.before, [*context.doc[context.at + 1 : context.at + 2]]
    counts = any(word.plural for word in after) and before not in words("determiner")
    if before in SIGNS or counts or any(word.lower_ in OF_MEASURE for word in after):
        return None
    governed = before in words("preposition") and "at" not in {before, context.word(context.at - 2)}
    dates = context.at == 0 or before in BEFORE_YEARS or governed
    likely = context.doc[context.at].entity in {"DATE", "EVENT"} or 1900 <= parts["YEAR"] <= 2050
    return periods.year_number(parts["YEAR"]) if dates or likely else None


def _decade(context: Context, parts: Parts) -> Period | None:
    """Read the 1990s, the '90s, the nineties; not in his nineties."""
    opens = {"the", *THIRDS}
    in_range = context.before in LINKS and context.word(context.at - 2).endswith("0s")
    clear = context.word(context.at)[0] in "12" or in_range
    if not clear and opens.isdisjoint({context.word(context.at), context.before}):
        return None
    return periods.decade(date(10 * parts["DECADE"], 1, 1))


def _century(context: Context, parts: Parts) -> Period | None:
    """Read the 19th century."""
    number = parts["ORDINAL"]
    return periods.century(date(100 * number - 50, 1, 1)) if 1 <= number <= 30 else None


def _before_christ(context: Context, parts: Parts) -> Period | None:
    """Read 44 BC, the 5th century BC: before what a `date` can hold, so without bounds."""
    if "ORDINAL" in parts:
        return Period(f"BC{parts['ORDINAL'] - 1:02}XX", None, None, "century")
    number = parts["NUMBER"]
    return Period(f"BC{int(number):04}", None, None, "year") if number.isdigit() else None


def _anno_domini(context: Context, parts: Parts) -> Period | None:
    """Read AD 79, 79 CE."""
    number = parts["NUMBER"]
    return periods.year_number(int(number)) if number.isdigit() and 0 < int(number) < 2100 else None


def _days(context: Context, parts: Parts) -> Period | None:
    """Read July 17–20, 2024; 12-14 December, 12 to 14 December 2024, 12 and 14 December."""
    first, last = parts.get("DAYS") or (parts["DAY"], parts["DAY2"])
    if first >= last:
        return None
    dated = context._replace(year=parts.get("YEAR", context.year))
    days = (partial(calendar_day, month=parts["MONTH"], number=number) for number in (first, last))
    begin, end = (pointed(dated, day, "day") for day in days)
    return begin._replace(value=f"{begin.value}/{end.value}", end=end.end) if begin.value and end.value else begin


def _of_year(context: Context, parts: Parts) -> Period | None:
    """Read the year 1997, fiscal year 1997, '97."""
    return periods.year_number(parts["YEAR"] if "YEAR" in parts else parts["SHORTYEAR"])


RULES: t.Final = (
    Rule("date in figures", "NUMERIC", lambda _, parts: periods.day(parts["NUMERIC"])),
    Rule("days after their month", "MONTH DAYS ,? YEAR?", _days),
    Rule("days before their month", "DAYS MONTH ,? YEAR?", _days),
    Rule("two days before their month", "DAY and DAY2 MONTH ,? YEAR?", _days),
    Rule("the attacks of 2001", "9/11", lambda *_: periods.day(date(2001, 9, 11))),
    Rule("year", "YEAR", _bare_year),
    Rule("the year", "the year YEAR", _of_year),
    Rule("fiscal year", "fiscal|fy year? YEAR", _of_year),
    Rule("short year", "SHORTYEAR", _of_year),
    Rule("years in one word", "YEARS", lambda _, parts: parts["YEARS"]),
    Rule("decade", "the? DECADE", _decade),
    Rule("century", "the? ORDINAL -? century|cent.|centuries", _century),
    Rule("century of our era", "the? ORDINAL -? century ad|ce|a.d.|c.e.", _century),
    Rule("century before Christ", "the? ORDINAL -? century bc|bce|b.c.|b.c.e.", _before_christ),
    Rule("year before Christ", "NUMBER bc|bce|b.c.|b.c.e.", _before_christ),
    Rule("year of our era", "ad|a.d. NUMBER", _anno_domini),
    Rule("year of the common era", "NUMBER ad|ce|a.d.|c.e.", _anno_domini),
)
