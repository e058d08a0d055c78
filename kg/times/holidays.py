"""Feast days and public holidays, and their dates in a year."""

import calendar
import typing as t
from datetime import date, timedelta

from kg.lexicon.numerals import calendar_names
from kg.times.grammar import Context, Found

DayOfYear: t.TypeAlias = t.Callable[[int], date]


def nth_weekday(month: int, weekday: int, nth: int, days_later: int = 0) -> DayOfYear:
    """Return the rule of a feast some days after the nth such weekday (0 is Monday) of a month, -1 for the last."""

    def falls(year: int) -> date:
        days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
        return date(year, month, days[nth if nth < 0 else nth - 1]) + timedelta(days=days_later)

    return falls


def easter(year: int) -> date:
    """Return the Gregorian Easter Sunday (the anonymous algorithm, after Meeus, Astronomical Algorithms, 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, number = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, number + 1)


def _day_of_year(rule: str) -> DayOfYear:
    """Return the rule of a feast from its lexicon entry: `date 12 25`, `nth 11 3 4` or `easter -46`."""
    kind, *numbers = rule.split(" ")
    if kind == "easter":
        return lambda year: easter(year) + timedelta(days=int(numbers[0]))
    month, number, *rest = map(int, numbers)
    return nth_weekday(month, number, *rest) if kind == "nth" else lambda year: date(year, month, number)


FEASTS: t.Final[t.Mapping[str, DayOfYear]] = {
    name: _day_of_year(rule) for name, rule in calendar_names("feast").items()
}
OPENING: t.Final = frozenset(name.split()[0] for name in FEASTS)
FIRST_WORDS: t.Final = OPENING - {"the"}
LONGEST: t.Final = max(len(name.split()) for name in FEASTS)


def feast(context: Context, at: int) -> Found | None:
    """Read the longest name of a feast day, as the rule for its date."""
    if context.words[at] not in OPENING:
        return None
    for end in range(min(at + LONGEST, context.end), at, -1):
        name = context.row(at, end - at).replace("’", "'")
        if name in FEASTS:
            someone = end == at + 1 and context.doc[at].entity == "PERSON"
            capital = context.doc[at].text[0].isupper() and not someone
            return Found(FEASTS[name], end) if capital or context.words[at] == "the" else None
    return None
