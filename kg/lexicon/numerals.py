"""Numbers and names of the calendar: what each word of the table of measures is worth."""

import functools
import typing as t
from collections.abc import Mapping

from kg.lexicon.tables import measures, value


@functools.cache
def numbers_in(numbers: range) -> Mapping[str, int]:
    """Return the numbers of a range by their words, in their order: `seven` is 7."""
    found = {word: int(told) for word, told in value("number").items() if told.isdecimal()}
    return dict(sorted(((word, number) for word, number in found.items() if number in numbers), key=lambda one: one[1]))


@functools.cache
def marked(sign: str) -> Mapping[str, int]:
    """Return the words whose number stands behind a sign, with that number, 0 where there is none."""
    return {word: int(told[1:] or 0) for word, told in value("number").items() if told[0] == sign}


ordinals: t.Final = functools.partial(marked, "#")
"""The ordinals by their words: `third` is 3."""


@functools.cache
def calendar_names(kind: str) -> Mapping[str, str]:
    """Return the names of the calendar of one kind, with what they mean: `calendar_names("month")["may"]` is `5`.

    The kinds are month, weekday, season, daypart, third, set, hour and feast.
    """
    names = measures("calendar", kind)
    return {name: told.partition(" ")[2] for name, told in value("calendar").items() if name in names}


@functools.cache
def deictic(kind: str) -> Mapping[str, str]:
    """Return the words that count from another time in one way, with how far: `deictic("which")["last"]` is `-1`.

    The ways are which, beside, day and adverb.
    """
    words = measures("deictic", kind)
    return {word: told.rpartition(" ")[2] for word, told in value("deictic").items() if word in words}


class TimeUnit(t.NamedTuple):
    """What a word for a unit of time means: the unit, and with the unit's own name its codes, else "".

    `duration` is that of so many of it in ISO 8601 (`P{}D`), `code` that of UCUM.
    """

    name: str
    duration: str = ""
    code: str = ""


@functools.cache
def time_units() -> Mapping[str, TimeUnit]:
    """Return the units of time by their words: `mins` is `minute`."""
    return {word: TimeUnit(*value("unit")[word].split(" ")[1:]) for word in sorted(measures("unit", "time"))}
