"""The words for numbers, names of the calendar and units of time, with their values in the table of measures.

The table is read when a function is first called, unlike in `kg.lexicon.numbers`, which makes patterns of it.
"""

import functools
import typing as t
from collections.abc import Mapping

from kg.lexicon.tables import measures, value


@functools.cache
def numbers_in(numbers: range) -> Mapping[str, int]:
    """Return the numbers in a range by their words, in ascending order: `seven` is 7."""
    found = {word: int(code) for word, code in value("number").items() if code.isdecimal()}
    return dict(sorted(((word, number) for word, number in found.items() if number in numbers), key=lambda one: one[1]))


@functools.cache
def marked(sign: str) -> Mapping[str, int]:
    """Return the words whose value begins with a sign, with the number after the sign, or 0 if there is none."""
    return {word: int(code[1:] or 0) for word, code in value("number").items() if code[0] == sign}


ordinals: t.Final = functools.partial(marked, "#")
"""The ordinals by their words: `third` is 3."""


@functools.cache
def calendar_names(kind: str) -> Mapping[str, str]:
    """Return the calendar names of one kind, with their values: `calendar_names("month")["may"]` is `5`.

    The kinds are month, weekday, season, daypart, third, set, hour and feast.
    """
    names = measures("calendar", kind)
    return {name: code.partition(" ")[2] for name, code in value("calendar").items() if name in names}


@functools.cache
def deictic(kind: str) -> Mapping[str, str]:
    """Return the words of one kind relative to another time, with offsets: `deictic("which")["last"]` is `-1`.

    The kinds are which, beside, day and adverb.
    """
    words = measures("deictic", kind)
    return {word: code.rpartition(" ")[2] for word, code in value("deictic").items() if word in words}


class TimeUnit(t.NamedTuple):
    """The meaning of a word for a unit of time: the unit and, for the unit's own name, its codes; else "".

    `duration` is the ISO 8601 format of a duration (`P{}D`), `code` the UCUM code.
    """

    name: str
    duration: str = ""
    code: str = ""


@functools.cache
def time_units() -> Mapping[str, TimeUnit]:
    """Return the units of time by their words: `mins` is `minute`."""
    return {word: TimeUnit(*value("unit")[word].split(" ")[1:]) for word in sorted(measures("unit", "time"))}
