"""Dates, months, years, decades and centuries: what stands in a calendar."""

import typing as t
from dataclasses import replace
from datetime import date
from functools import partial

from kg.grammar.parse import TokenSpan
from kg.lexicon import value, words
from kg.times import periods
from kg.times.grammar import Context, Parts, Rule
from kg.times.lexicon import LINKS, MONTHS, SEASONS, THIRDS, UNITS
from kg.times.periods import Period
from kg.times.yearly import calendar_day, pointed

OF_MEASURE: t.Final = frozenset(word.split(" ")[0] for word in value("unit")) | {"%", "°c", "+"}
"""What stands behind a number that it counts."""
BEFORE_YEARS: t.Final = frozenset({"(", "[", "/", *SEASONS, *LINKS})
SIGNS: t.Final = frozenset({"$", "£", "€", "¥", "us$", "#", "%", "+", "="})


def _bare_year(context: Context, parts: Parts) -> Period | None:
    """Read in 1997; not 1997 people, $2000, #1984."""
    before, after = context.before, context.doc[context.at + 1 : context.at + 2]
    if before in SIGNS or _counts(context, after):
        return None
    token = context.doc[context.at]
    dates = context.at == 0 or before in BEFORE_YEARS or before in words("preposition")
    if dates or token.entity in {"DATE", "EVENT"}:
        return periods.year_number(parts["YEAR"])
    likely = 1900 <= parts["YEAR"] <= 2050 and token.entity not in {"PRODUCT", "MONEY", "QUANTITY", "WORK_OF_ART"}
    return periods.year_number(parts["YEAR"]) if likely and token.tagged else None


def _counts(context: Context, after: TokenSpan) -> bool:
    """Tell whether a number counts what stands behind it, or is a price or a share."""
    if not len(after):
        return False
    if after[0].lower_ in OF_MEASURE or after[0].lower_ in UNITS:
        return True
    return after[0].plural and context.before not in words("determiner") and not context.before.endswith("s")


def _decade(context: Context, parts: Parts) -> Period | None:
    """Read the 1990s, the '90s, the nineties; not in his nineties."""
    word, before = context.word(context.at), context.before
    if before in LINKS and context.word(context.at - 2).endswith("s") and "0" in context.word(context.at - 2):
        before = "the"
    opens = {"the", *THIRDS}
    dated = word[0] in "12" or word.startswith("mid") or word in opens
    if not dated and before not in opens and before != "-":
        return None
    return periods.decade(date(10 * parts["DECADE"], 1, 1))


def _century(context: Context, parts: Parts) -> Period | None:
    """Read the 19th century."""
    if not 1 <= parts["ORDINAL"] <= 30 or (context.before == "first" and parts["ORDINAL"] == 1):
        return None
    return periods.century(date(100 * parts["ORDINAL"] - 50, 1, 1))


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


def _last_day(context: Context, parts: Parts) -> Period | None:
    """Read the 20 in "July 17-20", "July 17 and 20"."""
    first = context.mentioned.start if context.nearby and context.mentioned is not None else None
    month, day, link = (context.word(context.at - back) for back in (3, 2, 1))
    behind_day = month in MONTHS and day[:1].isdigit() and link in LINKS
    if first is None or not behind_day:
        return None
    after = context.doc[context.at + 1].kind if context.at + 1 < context.end else "other"
    if parts["DAY"] <= first.day or after in {"noun", "name"}:
        return None
    return calendar_day(context.year or first.year, first.month, parts["DAY"])


def _last_year(context: Context, parts: Parts) -> Period | None:
    """Read the 98 in "1995-98"."""
    first, dash = context.word(context.at - 2), context.before
    if dash not in {"-", "–", "/"} or len(first) != 4 or not first.isdigit():
        return None
    last = 100 * int(first[:2]) + parts["TWOFIGURES"]
    return periods.year_number(last) if last > int(first) else None


def _days(context: Context, parts: Parts) -> Period | None:
    """Read July 17–20, 2024; 12-14 December, 12 to 14 December 2024, where the days are two words."""
    first, last = parts["DAYS"] if "DAYS" in parts else (parts["DAY"], parts["DAY2"])
    if first >= last:
        return None
    dated = replace(context, year=parts.get("YEAR", context.year))
    days = (partial(calendar_day, month=parts["MONTH"], number=number) for number in (first, last))
    begin, end = (pointed(dated, day, "day") for day in days)
    return begin._replace(value=f"{begin.value}/{end.value}", end=end.end) if begin.value and end.value else begin


def _of_year(context: Context, parts: Parts) -> Period | None:
    """Read the year 1997, fiscal year 1997, '97."""
    return periods.year_number(parts["YEAR"] if "YEAR" in parts else parts["SHORTYEAR"])


RULES: t.Final = (
    Rule("date in figures", "NUMERIC", lambda _, parts: periods.day(parts["NUMERIC"])),
    Rule("days in one word", "MONTH DAYS ,? YEAR?", _days),
    Rule("days before their month", "DAYS MONTH ,? YEAR?", _days),
    Rule("two days before their month", "DAY -|–|—|to|and DAY2 MONTH ,? YEAR?", _days),
    Rule("the attacks of 2001", "9/11", lambda *_: periods.day(date(2001, 9, 11))),
    Rule("last day of a range", "DAY ,? YEAR?", _last_day),
    Rule("last year of a range", "TWOFIGURES", _last_year),
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
