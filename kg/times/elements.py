"""The elements of time expressions: years, days, decades, and names that are also other words."""

import re
import typing as t
from datetime import date

from kg.lexicon import words
from kg.lexicon.spelling import is_possessive
from kg.lexicon.supersenses import verb_supersense
from kg.times import lexicon
from kg.times.grammar import MODIFIERS, Context, Element, Found, behind_mid, listed, literal, matched
from kg.times.holidays import feast
from kg.times.numerals import DAY, clock, number, numeric_date, ordinal
from kg.times.periods import Period

YEAR: t.Final = re.compile(r"[12]\d{3}")
SHORT_YEAR: t.Final = re.compile(r"['’‘]?(\d\d)")
DECADE: t.Final = re.compile(r"([12]\d\d)0['’]?s")
SHORT_DECADE: t.Final = re.compile(r"['’‘]?([2-9])0['’]?s")
YEAR_RANGE: t.Final = re.compile(r"([12]\d{3})[–—/-]([12]\d{3}|\d\d)")
DAY_RANGE: t.Final = re.compile(r"(\d{1,2})[–—-](\d{1,2})")
TWO_FIGURES: t.Final = re.compile(r"\d\d")
QUARTER: t.Final = re.compile(r"q([1-4])")
APOSTROPHES: t.Final = frozenset("'’‘")


def short_year(context: Context, at: int) -> Found | None:
    """Read '98 as 1998, '07 as 2007."""
    start = at + 1 if context.words[at] in APOSTROPHES else at
    figures = SHORT_YEAR.fullmatch(context.word(start)) if context.words[at][0] in APOSTROPHES else None
    if figures is None:
        return None
    return Found(int(figures[1]) + (2000 if int(figures[1]) < 30 else 1900), start + 1)


def _years(figures: re.Match[str]) -> Period | None:
    """Read 2004–2009 or 1995/98 as one period."""
    first = int(figures[1])
    last = int(figures[2]) if len(figures[2]) == 4 else int(figures[1][:2] + figures[2])
    return Period(f"{first}/{last}", date(first, 1, 1), date(last, 12, 31), "year") if last > first else None


def _days(figures: re.Match[str]) -> tuple[int, int] | None:
    """Read 17–20 as two numbers of days."""
    first, last = int(figures[1]), int(figures[2])
    return (first, last) if 1 <= first < last <= 31 else None


def nth_day(context: Context, at: int) -> Found | None:
    """Read 17th or "fourth" as the number of a day."""
    found = ordinal(context, at)
    return found if found is not None and found.value <= 31 else None


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
    """Return an element that reads names of months or weekdays, and not the verbs and people of the same name."""

    def read(context: Context, at: int) -> Found | None:
        word = context.words[at]
        if word not in words or (word in lexicon.NAMES_OF_MORE and not _is_calendar_name(context, at)):
            return None
        short = len(word) <= 4 and word + "." in words
        dotted = short and context.word(at + 1) == "." and _goes_on(context, at)
        return Found(words[word], at + 2 if dotted else at + 1)

    return read


def _goes_on(context: Context, at: int) -> bool:
    """Tell whether a full stop after the token belongs to an abbreviation."""
    after = context.word(at + 2)
    return not context.doc[at].whitespace_ and (after[:1].isdigit() or after == ",")


def _is_calendar_name(context: Context, at: int) -> bool:
    """Tell whether a word that is also another stands for a month or a weekday."""
    written = context.doc[at].text.removeprefix("mid-")
    if not written[0].isupper() or (at and _is_other_name(context, at - 1)):
        return False
    return _is_beside_figures(context, at) or _means_time(context, at)


def _is_other_name(context: Context, at: int) -> bool:
    """Tell whether a token is a word of a name, and none of the calendar."""
    word = context.words[at]
    of_calendar = word in lexicon.MONTHS or word in lexicon.WEEKDAYS
    return context.doc[at].kind == "name" and word.isalpha() and not of_calendar


def _is_beside_figures(context: Context, at: int) -> bool:
    """Tell whether a day or a year stands beside the token, or an abbreviation's full stop before one."""
    before, after = context.word(at - 1), context.word(at + 1)
    if DAY.fullmatch(before) or DAY.fullmatch(after) or YEAR.fullmatch(after):
        return True
    return after == "." and _goes_on(context, at)


def _means_time(context: Context, at: int) -> bool:
    """Tell whether a token without figures is no verb and no person; "may" needs a tagger or a preposition."""
    token, word, before = context.doc[at], context.words[at], context.word(at - 1)
    if len(word) < 4 and word != "may":
        return context.word(at + 1) == "," or verb_supersense(word) is None
    if token.kind == "verb" or token.entity == "PERSON":
        return False
    if token.tagged or word != "may":
        return True
    return before in words("dating") or before in lexicon.LINKS or before == "of"


MONTH: t.Final = _names(lexicon.MONTHS)
WEEKDAY: t.Final = _names(lexicon.WEEKDAYS)


def which(context: Context, at: int) -> Found | None:
    """Read which of its kind a unit is: "*last* week"; in "will last two days" it is a verb."""
    word = context.words[at]
    if word not in lexicon.WHICH or context.doc[at].kind == "verb":
        return None
    return Found(lexicon.WHICH[word], at + 1)


def unit(context: Context, at: int) -> Found | None:
    """Read a unit of time; "second" only where it is no ordinal."""
    word = context.words[at]
    if word not in lexicon.UNITS or (word == "second" and context.doc[at].kind in MODIFIERS):
        return None
    return Found(lexicon.UNITS[word], at + 1)


def season(context: Context, at: int) -> Found | None:
    """Read the name of a season, where it is a noun."""
    word = context.words[at]
    if word not in lexicon.SEASONS or context.doc[at].kind == "verb" or context.doc[at].entity == "PERSON":
        return None
    return Found(lexicon.SEASONS[word], at + 1)


CALENDAR_UNIT: t.Final = listed(lexicon.CALENDAR_UNITS)
TERMINALS: t.Final[t.Mapping[str, Element]] = {
    "NUMBER": number,
    "ORDINAL": ordinal,
    "NUMERIC": numeric_date,
    "YEAR": matched(YEAR, lambda year: int(year[0])),
    "SHORTYEAR": short_year,
    "YEARS": matched(YEAR_RANGE, _years),
    "DAY": matched(DAY, lambda day: int(day[1]) if 1 <= int(day[1]) <= 31 else None),
    "DAYS": matched(DAY_RANGE, _days),
    "TWOFIGURES": matched(TWO_FIGURES, lambda figures: int(figures[0])),
    "NTH": nth_day,
    "DECADE": decade,
    "CLOCK": clock,
    "MONTH": MONTH,
    "WEEKDAY": WEEKDAY,
    "WEEKDAYS": listed(lexicon.WEEKDAY_PLURALS),
    "UNIT": unit,
    "UNITS": lambda context, at: unit(context, at) if context.words[at] in lexicon.PLURAL_UNITS else None,
    "CALENDARUNIT": CALENDAR_UNIT,
    "MIDUNIT": behind_mid(CALENDAR_UNIT),
    "SEASON": season,
    "QUARTER": matched(QUARTER, lambda quarter: int(quarter[1])),
    "HALF": literal("half"),
    "FEAST": feast,
    "DAYPART": listed(lexicon.PARTS_OF_DAY),
    "WHICH": which,
    "BESIDE": listed(lexicon.BESIDE),
    "THIRD": listed(lexicon.THIRDS),
    "RELATIVEDAY": listed(lexicon.RELATIVE_DAYS),
    "REFERENCE": listed(lexicon.REFERENCES),
    "SETWORD": listed(lexicon.SET_CODES),
}
