"""Seasons, quarters, halves and feast days, with their year or in the year that the clause points to."""

import typing as t
from datetime import date

from kg.lexicon import words
from kg.lexicon.supersenses import verb_supersense
from kg.times import periods
from kg.times.feasts import FEASTS
from kg.times.grammar import Context, Parts, Rule
from kg.times.periods import Period
from kg.times.pointing import pointed


def _season_year(context: Context, parts: Parts) -> Period | None:
    """Read the summer of 2024."""
    return periods.season(parts["SEASON"], parts["YEAR"])


def _season(context: Context, parts: Parts) -> Period | None:
    """Read in the summer; a fall needs its preposition."""
    before = context.word(context.at - 1)
    last = context.at + (context.word(context.at) == "the")
    last_word = context.word(last)
    if context.word(last + 1) == "of" or before not in words("dating"):
        return None
    if verb_supersense(last_word) is not None and before not in words("dating", "stretch") and before != "this":
        return None
    return pointed(context, lambda year: periods.season(parts["SEASON"], year), "season")


def quarter_of(year: int, number: int) -> Period | None:
    """Return that quarter, or None where a year has no such."""
    return periods.quarter(date(year, 3 * number - 2, 1)) if 1 <= number <= 4 else None


def half_of(year: int, number: int) -> Period | None:
    """Return that half-year, or None where a year has no such."""
    return periods.half(date(year, 6 * number - 5, 1)) if 1 <= number <= 2 else None


def _quarter_year(context: Context, parts: Parts) -> Period | None:
    """Read the first quarter of 2023."""
    number = parts["ORDINAL"] if "ORDINAL" in parts else parts["QUARTER"]
    return quarter_of(parts["YEAR"], number)


def _quarter(context: Context, parts: Parts) -> Period | None:
    """Read the first quarter, second-quarter profit; not the first quarter of the game."""
    last = context.words.index("quarter", context.at)
    if not 1 <= parts["ORDINAL"] <= 4 or context.word(last + 1) == "of":
        return None
    return pointed(context, lambda year: quarter_of(year, parts["ORDINAL"]), "quarter")


def _half_year(context: Context, parts: Parts) -> Period | None:
    """Read the second half of 2023."""
    return half_of(parts["YEAR"], parts["ORDINAL"])


def _feast_year(context: Context, parts: Parts) -> Period | None:
    """Read Christmas 2023."""
    return periods.day(FEASTS[parts["FEAST"]](parts["YEAR"]))


def _feast(context: Context, parts: Parts) -> Period | None:
    """Read at Christmas."""
    return pointed(context, lambda year: periods.day(FEASTS[parts["FEAST"]](year)), "day")


RULES: t.Final = (
    Rule("season and year", "the? SEASON of|,? YEAR", _season_year),
    Rule("season", "the? SEASON", _season),
    Rule("quarter and year", "the? ORDINAL -|fiscal? quarter of|in|,? fiscal? YEAR", _quarter_year),
    Rule("Q and year", "QUARTER of|,? YEAR", _quarter_year),
    Rule("quarter", "the? ORDINAL -|fiscal? quarter", _quarter),
    Rule("half and year", "the? ORDINAL -? half of YEAR", _half_year),
    Rule("feast and year", "FEAST of|,|in? YEAR", _feast_year),
    Rule("feast", "FEAST", _feast),
)
