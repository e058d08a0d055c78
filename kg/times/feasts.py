"""Feast days and public holidays, and the day on which each falls in a year."""

import calendar
import typing as t
from datetime import date, timedelta

from kg.times.grammar import Context, Found

DayOfYear: t.TypeAlias = t.Callable[[int], date]


def fixed(month: int, number: int) -> DayOfYear:
    """Return the rule of a feast that has the same date each year."""
    return lambda year: date(year, month, number)


def nth_weekday(month: int, weekday: int, nth: int) -> DayOfYear:
    """Return the rule of a feast on the nth such weekday (0 is Monday) of a month, or the last, if nth is -1."""

    def falls(year: int) -> date:
        if nth < 0:
            last = date(year, month, calendar.monthrange(year, month)[1])
            return last - timedelta(days=(last.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))

    return falls


def from_easter(days: int) -> DayOfYear:
    """Return the rule of a feast so many days after Easter Sunday."""
    return lambda year: easter(year) + timedelta(days=days)


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


FEASTS: t.Final[t.Mapping[str, DayOfYear]] = {
    "new year 's day": fixed(1, 1),
    "new year 's eve": fixed(12, 31),
    "new year 's": fixed(1, 1),
    "martin luther king day": nth_weekday(1, 0, 3),
    "valentine 's day": fixed(2, 14),
    "st. patrick 's day": fixed(3, 17),
    "ash wednesday": from_easter(-46),
    "palm sunday": from_easter(-7),
    "maundy thursday": from_easter(-3),
    "good friday": from_easter(-2),
    "easter": from_easter(0),
    "easter sunday": from_easter(0),
    "easter monday": from_easter(1),
    "ascension day": from_easter(39),
    "whit monday": from_easter(50),
    "pentecost": from_easter(49),
    "may day": fixed(5, 1),
    "memorial day": nth_weekday(5, 0, -1),
    "juneteenth": fixed(6, 19),
    "the fourth of july": fixed(7, 4),
    "bastille day": fixed(7, 14),
    "labor day": nth_weekday(9, 0, 1),
    "columbus day": nth_weekday(10, 0, 2),
    "halloween": fixed(10, 31),
    "all saints ' day": fixed(11, 1),
    "veterans day": fixed(11, 11),
    "armistice day": fixed(11, 11),
    "thanksgiving": nth_weekday(11, 3, 4),
    "thanksgiving day": nth_weekday(11, 3, 4),
    "black friday": lambda year: nth_weekday(11, 3, 4)(year) + timedelta(days=1),
    "christmas eve": fixed(12, 24),
    "christmas": fixed(12, 25),
    "christmas day": fixed(12, 25),
    "boxing day": fixed(12, 26),
}
FIRST_WORDS: t.Final = frozenset(name.split()[0] for name in FEASTS) - {"the"}
LONGEST: t.Final = max(len(name.split()) for name in FEASTS)


def feast(context: Context, at: int) -> Found | None:
    """Read the name of a feast day, the longest that fits."""
    if context.words[at] not in FIRST_WORDS and context.words[at] != "the":
        return None
    for end in range(min(at + LONGEST, len(context.words)), at, -1):
        name = " ".join(context.words[at:end]).replace("’", "'")
        if name in FEASTS:
            return Found(name, end) if _is_capital(context, at, end) else None
    return None


def _is_capital(context: Context, at: int, end: int) -> bool:
    someone = end == at + 1 and context.doc[at].ent_type_ == "PERSON"
    return context.words[at] == "the" or (context.doc[at].text[0].isupper() and not someone)
