"""Named rules that read one value at a character, from one or more amounts, as a literal."""

import re
import typing as t

from kg.lexicon import numbers
from kg.model import Literal
from kg.quantities.amounts import Amount, Kind, amount, fraction, part_of_unit

ORDINAL: t.Final = "xsd:positiveInteger"
"""The datatype of ordinals, which distinguishes "third" from "three" and is still a number to SPARQL."""

TO: t.Final = re.compile(r" to (?=[0-9A-Za-z$€£¥])")
DASHED: t.Final = re.compile(r"(?P<one>[0-9]{1,3}) ?[-–—] ?(?P<other>[0-9]{1,3})(?![0-9%]|[.,:][0-9]| ?[-–—] ?[0-9])")
RATIO: t.Final = re.compile(r"(?P<one>[0-9]{1,3}) to (?P<other>[0-9]{1,3})(?![0-9%]|[.,:][0-9])")


class Surroundings(t.NamedTuple):
    """The context of a value.

    Args:
        is_money: the entity recogniser labels a word in it as money, or it depends on a verb of giving.
        is_result: somebody won, lost or scored it.
        is_change: "from" is before it, so that "to" does not make a range.
        is_rise: a verb of change is before it, so that "to" makes a range only with one unit: "rose 5 to 7%".
    """

    is_money: bool = False
    is_result: bool = False
    is_change: bool = False
    is_rise: bool = False


class Reading(t.NamedTuple):
    """A value with the offset of the first character after it, and its kind."""

    literal: Literal
    end: int
    kind: Kind


Rule: t.TypeAlias = t.Callable[[str, int, Surroundings], Reading | None]
"""Reads a value at a character of a text."""


def _plain(found: Amount | None) -> Reading | None:
    """Return an amount as xsd:integer if it is whole, else as xsd:decimal."""
    if found is None:
        return None
    datatype = "xsd:integer" if found.value == int(found.value) else "xsd:decimal"
    return Reading(Literal(numbers.written(found.value), datatype, found.unit), found.end, found.kind)


def _linked(text: str, low: Amount | None, around: Surroundings, link: re.Pattern[str]) -> Reading | None:
    """Read two amounts, the smaller one first, as one range."""
    between = link.match(text, low.end) if low is not None else None
    high = amount(text, between.end(), is_money=around.is_money) if between is not None else None
    if low is None or high is None:
        return None
    scale = _shared_scale(low, high)
    shared = low.unit is None and (high.unit is not None or scale > 1)  # "5 *to 7%*", but not "20 to 340"
    if around.is_rise and link is TO and not shared:
        return None
    first = low.value * scale
    unit = high.unit or (low.unit if low.kind == "money" else None)
    if low.unit not in {None, unit} or first >= high.value:
        return None
    literal = Literal(f"{numbers.written(first)}..{numbers.written(high.value)}", "kg:range", unit)
    return Reading(literal, high.end, "range")


def _shared_scale(low: Amount, high: Amount) -> int:
    """Return the scale that the second amount gives to both, or 1: "5 to 7 *million*"."""
    both = high.scaled and not low.scaled and low.value < 1000
    return next((scale for scale in (10**12, 10**9, 10**6, 10**3) if both and abs(high.value) >= scale), 1)


def _score(text: str, at: int, around: Surroundings) -> Reading | None:
    """Read "2–1", "3 to 1"; two numbers with the smaller one first are a score only if somebody won or lost."""
    found = DASHED.match(text, at) or RATIO.match(text, at)
    if found is None:
        return None
    one, other = int(found["one"]), int(found["other"])
    if one < other and not around.is_result:
        return None
    return Reading(Literal(f"{one}-{other}", "kg:score"), found.end(), "score")


def _ordinal(text: str, at: int, around: Surroundings) -> Reading | None:
    found = numbers.ORDINAL.match(text, at)
    place = numbers.ordinal_of(found) if found is not None else None
    if found is None or not place:
        return None
    return Reading(Literal(str(place), ORDINAL), found.end(), "ordinal")


def _range(text: str, at: int, around: Surroundings) -> Reading | None:
    """Read "between 5 and 7", "5–7", "5 to 7"; "to" makes no range after "from"."""
    between = re.compile(r"between ", re.IGNORECASE).match(text, at)
    low = amount(text, at if between is None else between.end(), is_money=around.is_money)
    if between is not None:
        return _linked(text, low, around, re.compile(r" and "))
    dashed = _linked(text, low, around, re.compile(r" ?[-–—] ?(?=[0-9$€£¥])"))
    return dashed if dashed is not None or around.is_change else _linked(text, low, around, TO)


RULES: t.Final[t.Sequence[Rule]] = (
    _score,
    _range,
    lambda text, at, around: _plain(amount(text, at, is_money=around.is_money)),
    lambda text, at, _: _plain(part_of_unit(text, at)),
    lambda text, at, _: _plain(fraction(text, at)),
    _ordinal,
)
"""Of two that read the same text, the earlier one wins."""


def readings(text: str, at: int, around: Surroundings) -> t.Iterator[Reading]:
    """Yield the readings of the rules at a character, the longest first."""
    found = [reading for rule in RULES if (reading := rule(text, at, around)) is not None]
    yield from sorted(found, key=lambda reading: -reading.end)
