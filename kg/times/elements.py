"""The elements of time expressions: years, days, decades, and ambiguous names."""

import re
import typing as t
from datetime import date

from kg.lexicon.spelling import is_possessive
from kg.lexicon.supersenses import verb_supersense
from kg.times import lexicon
from kg.times.grammar import MODIFIERS, Context, Element, Found, Listed, matched, once
from kg.times.holidays import feast
from kg.times.numerals import DAY, clock, number, numeric_date, ordinal
from kg.times.periods import Period

YEAR: t.Final = re.compile(r"[12]\d{3}")
DECADE: t.Final = re.compile(r"([12]\d\d)0['’]?s")
SHORT_DECADE: t.Final = re.compile(r"['’‘]?([2-9])0['’]?s")
APOSTROPHES: t.Final = frozenset("'’‘")


def _years(figures: re.Match[str]) -> Period | None:
    """Read 2004–2009, 1995/98 or 1995 - 98 as one period."""
    first = int(figures[1])
    last = int(figures[2]) if len(figures[2]) == 4 else int(figures[1][:2] + figures[2])
    return Period(f"{first}/{last}", date(first, 1, 1), date(last, 12, 31), "year") if last > first else None


def _days(figures: re.Match[str]) -> tuple[int, int] | None:
    """Read 17–20 as the numbers of two days."""
    first, last = int(figures[1]), int(figures[2])
    return (first, last) if 1 <= first < last <= 31 else None


def decade(context: Context, at: int) -> Found | None:
    """Read "1990s", "'90s", "nineties" as the first three figures of its years."""
    start = at + 1 if context.words[at] in APOSTROPHES else at
    word = context.word(start)
    if full := DECADE.fullmatch(word):
        return Found(int(full[1]), start + 1)
    round_year = word[3:] == "0" and YEAR.fullmatch(word)
    if round_year and context.word(at - 1) == "the" and is_possessive(context.word(start + 1)):
        return Found(int(word[:3]), start + 2)
    if short := SHORT_DECADE.fullmatch(word):
        return Found(190 + int(short[1]), start + 1)
    return Found(190 + lexicon.DECADES[word], start + 1) if word in lexicon.DECADES else None


def _names(words: t.Mapping[str, int]) -> Element:
    """Return an element that reads names of months or weekdays, except verbs and persons of the same name."""

    def read(context: Context, at: int) -> Found | None:
        word = context.words[at]
        known = word in words and (word not in lexicon.NAMES_OF_MORE or _is_calendar_name(context, at))
        return Found(words[word], at + 1) if known else None

    return read


def _is_calendar_name(context: Context, at: int) -> bool:
    """Return whether an ambiguous word is a month or a weekday."""
    written = context.doc[at].text.removeprefix("mid-")
    word, before, after = context.words[at], context.word(at - 1), context.word(at + 1)
    named = at > 0 and context.doc[at - 1].kind == "name" and before.isalpha()
    if not written[0].isupper() or (named and before not in lexicon.CALENDAR):
        return False
    if DAY.fullmatch(before) or DAY.fullmatch(after) or YEAR.fullmatch(after):
        return True
    if len(word) < 4 and word != "may":  # "Sun" before a comma
        return after == "," or verb_supersense(word) is None
    return context.doc[at].kind != "verb"


UNIT: t.Final = Listed(lexicon.UNITS, never=MODIFIERS)
TERMINALS: t.Final[t.Mapping[str, Element]] = {
    "NUMBER": once(number),
    "ORDINAL": ordinal,
    "NUMERIC": numeric_date,
    "YEAR": matched(YEAR, lambda year: int(year[0])),
    "SHORTYEAR": matched(r"['’‘] ?(\d\d)", lambda year: int(year[1]) + (2000 if int(year[1]) < 30 else 1900), tokens=2),
    "YEARS": matched(r"([12]\d{3})(?:[–—/-]| [–/-] (?=\d\d$))([12]\d{3}|\d\d)", _years, tokens=3),
    "DAY": matched(DAY, lambda day: int(day[1]) if 1 <= int(day[1]) <= 31 else None),
    "DAYS": matched(r"(\d{1,2})(?:[–—-]| (?:[–—-]|to) )(\d{1,2})", _days, tokens=3),
    "DECADE": decade,
    "CLOCK": clock,
    "MONTH": _names(lexicon.MONTHS),
    "WEEKDAY": _names(lexicon.WEEKDAYS),
    "WEEKDAYS": Listed(lexicon.WEEKDAY_PLURALS),
    "UNIT": UNIT,
    "UNITS": lambda context, at: UNIT(context, at) if context.words[at] in lexicon.PLURAL_UNITS else None,
    "CALENDARUNIT": Listed(lexicon.CALENDAR_UNITS),
    "SEASON": Listed(lexicon.SEASONS, never={"verb"}),
    "QUARTER": matched(r"q([1-4])", lambda quarter: int(quarter[1])),
    "FEAST": feast,
    "DAYPART": Listed(lexicon.PARTS_OF_DAY),
    "WHICH": Listed(lexicon.WHICH, never={"verb"}),
    "ADJACENT": Listed(lexicon.ADJACENT),
    "THIRD": Listed(lexicon.THIRDS),
    "RELATIVEDAY": Listed(lexicon.RELATIVE_DAYS),
    "REFERENCE": Listed(lexicon.REFERENCES),
    "SETWORD": Listed(lexicon.SET_CODES),
}
