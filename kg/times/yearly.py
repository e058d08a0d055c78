"""Yearly periods: months, their days, seasons, quarters, halves and holidays, and the choice of the year."""

import typing as t
from datetime import date

from kg.lexicon import words
from kg.lexicon.supersenses import verb_supersense
from kg.model import Grain
from kg.times import periods
from kg.times.elements import TERMINALS
from kg.times.grammar import Context, Element, Parts, Rule, grammar, nonterminal
from kg.times.periods import Period, unit_at
from kg.times.viewpoint import anchor, direction

OF_A_YEAR: t.Final = ("week", "weekend", "month", "season", "quarter", "half", "year")
"""Grains within one year, or nearly."""


class Yearly(t.NamedTuple):
    """A period that recurs each year: its grain, its computation, and whether it is a time without an explicit year."""

    grain: Grain
    period_in: t.Callable[[int], Period | None]
    by_itself: bool = True

    def in_year(self, year: int) -> Period | None:
        """Return the period of that year, or None if the calendar has none."""
        return periods.in_calendar(lambda: self.period_in(year))


def calendar_day(year: int, month: int, number: int) -> Period | None:
    """Return that day, or None if the calendar has none."""
    return periods.in_calendar(lambda: periods.day(date(year, month, number)))


def _day(context: Context, parts: Parts) -> Yearly | None:
    """Read June 20, the 20th of June."""
    month, number = parts["MONTH"], parts["DAY"] if "DAY" in parts else parts["ORDINAL"]
    exists = calendar_day(2024, month, number) is not None
    return Yearly("day", lambda year: calendar_day(year, month, number)) if exists else None


def _month(context: Context, parts: Parts) -> Yearly:
    return Yearly("month", lambda year: periods.month(date(year, parts["MONTH"], 1)))


def _season(context: Context, parts: Parts) -> Yearly:
    """Read the summer; without a year it needs its preposition, and a fall must not be the verb."""
    before, last = context.before, context.at + (context.word(context.at) == "the")
    clear = verb_supersense(context.word(last)) is None or before in words("dating", "stretch")
    by_itself = clear and context.word(last + 1) != "of" and before in words("dating")
    return Yearly("season", lambda year: periods.season(parts["SEASON"], year), by_itself)


def _quarter(context: Context, parts: Parts) -> Yearly | None:
    """Read the first quarter, Q3, second-quarter profit; without a year not the first quarter of the game."""
    number = parts["ORDINAL"] if "ORDINAL" in parts else parts["QUARTER"]
    by_itself = "ORDINAL" in parts and context.word(context.words.index("quarter", context.at) + 1) != "of"
    return Yearly("quarter", lambda year: periods.quarter(date(year, 3 * number - 2, 1)), by_itself)


def _half(context: Context, parts: Parts) -> Yearly | None:
    """Read the first half of 2004; without a year it may be of a game."""
    return Yearly("half", lambda year: periods.half(date(year, 6 * parts["ORDINAL"] - 5, 1)), by_itself=False)


YEARLY: t.Final[Element] = nonterminal(
    grammar(
        (
            Rule("month and day", "MONTH DAY", _day),
            Rule("month and the nth", "MONTH the ORDINAL", _day),
            Rule("day and month", "DAY of? MONTH", _day),
            Rule("the nth of month", "the? ORDINAL of MONTH", _day),
            Rule("month", "MONTH", _month),
            Rule("the month of", "the month of MONTH", _month),
            Rule("season", "the? SEASON", _season),
            Rule("quarter", "the? ORDINAL -|fiscal? quarter", _quarter),
            Rule("Q", "QUARTER", _quarter),
            Rule("half", "the? ORDINAL -? half", _half),
            Rule("feast", "FEAST", lambda _, parts: Yearly("day", lambda year: periods.day(parts["FEAST"](year)))),
        ),
        TERMINALS,
    )
)


def pointed(context: Context, in_year: t.Callable[[int], Period | None], grain: Grain) -> Period:
    """Return the period in the direction of the clause, from the years around the anchor.

    A year in the sentence takes precedence over the document's date, and "to", "and" lead on from the date before them.
    Without either it is in the year mentioned in the text; if that is a day, it must be the nearest to it too.
    """
    if context.year is not None:
        return in_year(context.year) or periods.unknown(grain)
    if context.led_from is not None:
        return _nearest(in_year, context.led_from, "future", grain)
    at, way = anchor(context, *OF_A_YEAR), direction(context)
    if at is None or context.published is not None:
        return _nearest(in_year, at, way, grain)
    found, of_year = in_year(at.year), context.mentioned is not None and context.mentioned.grain == "year"
    certain = of_year or found == _nearest(in_year, at, "unknown", grain)
    return found if found is not None and certain and way != "future" else periods.unknown(grain)


def _nearest(in_year: t.Callable[[int], Period | None], at: date | None, way: str, grain: Grain) -> Period:
    """Return the period in a direction of time, seen from a day."""
    if at is None:
        return periods.unknown(grain)
    candidates = map(in_year, range(at.year - 4, at.year + 5))
    return periods.nearest(filter(None, candidates), at, way) or periods.unknown(grain)


def _by_itself(context: Context, parts: Parts) -> Period | None:
    """Read in June, on June 20, at Christmas."""
    yearly: Yearly = parts["YEARLY"]
    return pointed(context, yearly.in_year, yearly.grain) if yearly.by_itself else None


def _of_year(context: Context, parts: Parts) -> Period | None:
    """Read June 20, 2024, the summer of 2024."""
    return t.cast("Yearly", parts["YEARLY"]).in_year(parts["YEAR"] if "YEAR" in parts else parts["SHORTYEAR"])


def _of_which_year(context: Context, parts: Parts) -> Period | None:
    """Read June of last year, the first quarter of next year."""
    yearly: Yearly = parts["YEARLY"]
    year = unit_at(context.published, "year", parts["WHICH"]).start
    return yearly.in_year(year.year) if year is not None else periods.unknown(yearly.grain)


def _which(context: Context, parts: Parts) -> Period | None:
    """Read last June, this summer, next Christmas."""
    yearly: Yearly = parts["YEARLY"]
    at, which = context.published, parts["WHICH"]
    if at is None or which == 0:
        return (yearly.in_year(at.year) if at is not None else None) or periods.unknown(yearly.grain)
    years = filter(None, (yearly.in_year(at.year + away) for away in (0, which, 2 * which)))
    off = (p for p in years if p.start and p.end and (p.end < at if which < 0 else p.start > at))
    return next(off, periods.unknown(yearly.grain))


RULES: t.Final = (
    Rule("time of a year", "YEARLY ,|of|in? fiscal? YEAR", _of_year),
    Rule("time of a short year", "YEARLY ,? SHORTYEAR", _of_year),
    Rule("time of which year", "YEARLY ,|of? WHICH year", _of_which_year),
    Rule("which time of the year", "WHICH YEARLY", _which),
    Rule("time of the year", "YEARLY", _by_itself),
)
