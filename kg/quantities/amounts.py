"""Reads one amount: a number with its unit, which is a currency, a unit of measure or percent."""

import re
import typing as t
from decimal import Decimal

from kg.lexicon import numbers
from kg.quantities import units

Kind = t.Literal["number", "fraction", "percentage", "money", "measure", "range", "score", "ordinal"]

SIGN: t.Final = re.compile(r"(?P<minus>minus |[-−](?=[0-9$€£¥.]))?")
SHORT_SCALE: t.Final = re.compile(r"[ -]?(?P<scale>[kKmMbB])\b")
COUNTED_MILLIONS: t.Final = re.compile(r"m(?= (?:[a-z]+ )?(?:people|[a-z]{3,}s)\b)")
"""The m of "2m cars", since metres do not count cars."""
ONE: t.Final = Decimal(1)
NO_WEIGHT: t.Final = 10**6
"""From this number on "pounds" are money, unless a noun follows with "of"."""
PHRASE: t.Final = re.compile(r"[ -]?(?P<words>[^\W\d_][\w./²³-]*(?: [^\W\d_][\w./²³-]*){0,2}|%|[°º] ?[CF]?\b|°)")
LAST_WORD: t.Final = re.compile(r"[ ./-]?[^ ./-]*$")
RATE: t.Final = re.compile(rf"(?: per | an? |/)(?P<per>{'|'.join(units.RATE_CODES)})\b")
CURRENCY_AFTER: t.Final = re.compile(r" ?(?P<sign>[€£¥₹₽])")


class Amount(t.NamedTuple):
    """A number, its unit (a code of ISO 4217 or UCUM) and the offset of the first character after it.

    `scaled` is whether words scale the number ("million"), which in a range may be true of the second number only.
    """

    value: Decimal
    unit: str | None
    end: int
    kind: Kind
    scaled: bool = False


def amount(text: str, at: int, *, is_money: bool) -> Amount | None:
    """Return the amount that begins at a character; `is_money` allows ambiguous names of currencies: "pounds"."""
    sign = SIGN.match(text, at)
    start = sign.end() if sign else at
    before = units.CURRENCY_BEFORE.match(text, start)
    found = numbers.NUMBER.match(text, before.end() if before else start)
    if found is None:
        return None
    negative = sign is not None and sign["minus"] is not None
    value = numbers.number_of(found) * (-1 if negative else 1)
    if before is not None:
        return _money(text, found, value, before) if found["figures"] else None
    return _counted(text, found, value, is_money=is_money)


def part_of_unit(text: str, at: int) -> Amount | None:
    """Return the part of one unit that begins at a character: "half a mile", "half a percentage point"."""
    found = numbers.PART.match(text, at)
    unit = _unit(text, found.end() - 1, is_money=False) if found else None
    return unit._replace(value=numbers.part_of(found)) if found and unit else None


def fraction(text: str, at: int) -> Amount | None:
    """Return the fraction that begins at a character: "a quarter", "two-thirds", in percent."""
    found = numbers.FRACTION.match(text, at)
    return Amount(numbers.percent_of(found), "%", found.end(), "fraction") if found else None


def _money(text: str, found: re.Match[str], value: Decimal, before: re.Match[str]) -> Amount:
    """Return money with the currency before the number; a word after it may specify the dollars."""
    currency = before["code"] or units.BEFORE[before["sign"]]
    scale, end = SHORT_SCALE.match(text, found.end()), found.end()
    if scale is not None and found["scale"] is None:
        value, end = value * numbers.MONEY_SCALES[scale["scale"].lower()], scale.end()
    after = PHRASE.match(text, end)
    word = after["words"].split(" ")[0].rstrip(".").lower() if after is not None and currency == "USD" else ""
    if after is not None and word in units.DOLLARS_OF:
        currency, end = units.DOLLARS_OF[word], after.start("words") + len(word)
    return Amount(value, currency, end, "money", scaled=bool(found["scale"] or scale))


def _counted(text: str, found: re.Match[str], value: Decimal, *, is_money: bool) -> Amount:
    """Return a number with the unit after it, or alone."""
    end, scaled = found.end(), bool(found["scale"])
    if found["figures"] and not scaled:
        scale = SHORT_SCALE.match(text, end)
        unit = _unit(text, scale.end(), is_money=is_money) if scale is not None else None
        if scale is not None and unit is not None and unit.kind == "money":
            return unit._replace(value=value * numbers.MONEY_SCALES[scale["scale"].lower()], scaled=True)
        millions = COUNTED_MILLIONS.match(text, end)
        if millions is not None:
            return Amount(value * 10**6, None, millions.end(), "number", True)
    unit = _unit(text, end, is_money=is_money or value >= NO_WEIGHT)
    return (unit or Amount(value, None, end, "number"))._replace(value=value, scaled=scaled)


def _unit(text: str, at: int, *, is_money: bool) -> Amount | None:
    """Return one of the longest unit at a character, with the unit that it is counted per."""
    sign = CURRENCY_AFTER.match(text, at)
    if sign is not None:
        return Amount(ONE, units.CURRENCY_SIGNS[sign["sign"]], sign.end(), "money")
    found = PHRASE.match(text, at)
    if found is None:
        return None
    words = found["words"].rstrip(".-/ ")
    while words:
        named = _named(words, is_money=is_money)
        if named is not None:
            (code, kind), end = named, found.start("words") + len(words)
            if kind == "money" and words.lower() in units.UNITS and text.startswith(" of ", end):
                code, kind = units.UNITS["pounds"], "measure"  # pounds of something are a weight
            rate = RATE.match(text, end) if kind == "measure" else None  # barrels a day, miles per hour
            full_code = f"{code}/{units.RATE_CODES[rate['per']]}" if rate else code
            return Amount(ONE, full_code, rate.end() if rate else end, kind)
        words = LAST_WORD.sub("", words) if words[:1].isalpha() else ""
    return None


def _named(words: str, *, is_money: bool) -> tuple[str, Kind] | None:
    """Return the code and the kind of a unit's name or sign."""
    if words in units.SIGNS:
        return units.SIGNS[words], "measure"
    if words in units.CURRENCY_CODES:
        return words, "money"
    name = words.lower()
    if name in units.SHARES:
        return units.SHARES[name], "percentage"
    if name in units.CURRENCIES and (is_money or name not in units.COMMON_CURRENCIES):
        return units.CURRENCIES[name], "money"
    return (units.UNITS[name], "measure") if name in units.UNITS else None
