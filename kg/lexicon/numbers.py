"""Numbers in digits and in words, as regular expressions and as decimals."""

import re
import typing as t
from decimal import Decimal

from kg.lexicon import value, words
from kg.lexicon.numerals import marked, numbers_in, ordinals

ONES: t.Final = numbers_in(range(20))
TENS: t.Final = numbers_in(range(20, 100))
VAGUE: t.Final = marked("~")
"""Words for approximate numbers, with the number meant: `couple` is 2, `few` 0."""
SCALES: t.Final = marked("x")
"""Multipliers of the preceding number: `dozen` is 12, `million` is 1000000."""
ORDINALS: t.Final = ordinals()
_PARTS: t.Final = {word: number for word, number in ORDINALS.items() if 2 < number <= 10}
FRACTIONS: t.Final = {**marked("/"), **_PARTS, **{f"{word}s": number for word, number in _PARTS.items()}}
"""The denominators of fractions: `half` is 2, `thirds` is 3."""
MULTIPLES: t.Final[t.Mapping[str, int]] = {word: scale for word, scale in SCALES.items() if scale < 1000}
"""Multipliers directly after a number below a thousand: dozen and hundred."""
LARGE: t.Final[t.Mapping[str, int]] = {word: scale for word, scale in SCALES.items() if scale >= 1000}
MONEY_SCALES: t.Final[t.Mapping[str, int]] = {"k": 10**3, "m": 10**6, "b": 10**9}
"""Letters that scale an amount of money; elsewhere "m" is a metre."""
VULGAR_FRACTIONS: t.Final[t.Mapping[str, Decimal]] = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
INDEFINITE: t.Final = words("determiner", "indefinite")


def _any(words: t.Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_ONES, _TENS, _SCALE, _JOIN = _any(ONES), _any(TENS), _any(LARGE), "[ -]"
_DIGIT, _SEVERAL = ([word for word, number in ONES.items() if first <= number <= 9] for first in (1, 2))
_PART, _SHARES = ([word for word in FRACTIONS if word.endswith("s") == plural] for plural in (False, True))
_ONE, _EVERY = _DIGIT[0], "every"
_PART = [word for word in _PART if ORDINALS.get(word) != 4]  # "a fourth" usually means one more
_QUARTER = _any(word for word, code in value("number").items() if code == "/4")
_TO_99 = f"(?:{_TENS}(?:{_JOIN}{_any(_DIGIT)})?|{_ONES})"
_TO_9999 = f"(?:(?:{_TO_99}|an?){_JOIN}hundred(?:{_JOIN}(?:and{_JOIN})?{_TO_99})?|{_TO_99})"
_AND_PART = f"{_JOIN}and{_JOIN}(?:a|{_any(_DIGIT)}){_JOIN}(?:half|{_QUARTER})"
_WORDS = (
    f"(?:half{_JOIN}an?{_JOIN}(?:{_any(MULTIPLES)}|{_SCALE})"
    f"|(?:{_TO_9999}{_JOIN}|a{_JOIN})dozen"
    f"|{_TO_9999}{_AND_PART}(?:{_JOIN}{_SCALE})?"
    f"|(?:{_TO_9999}|a){_JOIN}{_SCALE}"
    f"(?:{_JOIN}(?:and{_JOIN})?{_TO_9999}(?:{_JOIN}{_SCALE}(?:{_JOIN}(?:and{_JOIN})?{_TO_9999})?)?)?"
    f"|{_TO_9999})"
)
_FIGURES = (
    "(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:[.][0-9]{1,9})?|[0-9]{1,15}(?:[.][0-9]{1,9}| ?[½¼¾])?|[.][0-9]{1,9}|[½¼¾])"
    "(?![0-9½¼¾]|[.,][0-9])"
)
NUMBER: t.Final = re.compile(
    f"(?P<figures>{_FIGURES})(?:[ -]?(?P<multiple>{_any(MULTIPLES)})\\b)?(?:[ -]?(?P<scale>{_SCALE})\\b)?"
    f"|(?P<words>{_WORDS})\\b",
    re.IGNORECASE,
)
FRACTION: t.Final = re.compile(
    f"(?P<one>an?|{_ONE}){_JOIN}(?P<part>{_any(_PART)})\\b"
    f"|(?P<several>{_any(_SEVERAL)}){_JOIN}(?P<parts>{_any(_SHARES)})\\b"
    r"|(?P<half>half)\b"
    rf"|(?:{_ONE}|1){_JOIN}in{_JOIN}(?:{_EVERY}{_JOIN})?(?P<in>{_any(ONES)}|[1-9][0-9]{{0,3}})\b",
    re.IGNORECASE,
)
PART: t.Final = re.compile(
    rf"(?:(?P<half>half)|(?P<count>an?|{_any(_DIGIT)})[ -](?P<part>{_QUARTER}))(?: of)? an? ", re.IGNORECASE
)
"""Words before the name of a single unit: "half a mile", "a quarter of a percentage point"."""
ORDINAL: t.Final = re.compile(
    r"(?P<figures>[0-9]{1,6})(?:st|nd|rd|th)\b"
    rf"|(?:(?P<tens>{_TENS}){_JOIN})?(?P<ones>{_any(ORDINALS)})\b"
    r"|(?:no[.]? |number |# ?)(?P<rank>[0-9]{1,6})\b",
    re.IGNORECASE,
)


def number_of(found: re.Match[str]) -> Decimal:
    """Return the value of a match of `NUMBER`."""
    if found["words"]:
        return _in_words(re.split(_JOIN, found["words"].lower()))
    figures = found["figures"]
    value = Decimal(figures.rstrip("½¼¾ ").replace(",", "") or 0) + VULGAR_FRACTIONS.get(figures[-1], 0)
    value *= MULTIPLES.get((found["multiple"] or "").lower(), 1)
    return value * LARGE.get((found["scale"] or "").lower(), 1)


def _in_words(words: t.Sequence[str]) -> Decimal:
    """Return the value of "two hundred and fifty thousand", "half a million", "three and a half" and the like."""
    total, group = Decimal(0), Decimal(0)
    for index, word in enumerate(words):
        if word in LARGE:
            total, group = total + group * LARGE[word], Decimal(0)
        elif word in MULTIPLES:
            group *= MULTIPLES[word]
        elif word in FRACTIONS:
            count = ONES.get(words[index - 1], 0) if index else 0
            group += Decimal(count or 1) / FRACTIONS[word] - count
        elif word in INDEFINITE:
            group += 0 if words[index - 1] in FRACTIONS or words[index + 1] in FRACTIONS else 1
        elif word != "and":
            group += ONES.get(word, 0) or TENS.get(word, 0)
    return total + group


def percent_of(found: re.Match[str]) -> Decimal:
    """Return the value of a match of `FRACTION` as a percentage, rounded to two places: 66.67 for "two-thirds"."""
    if found["half"]:
        return Decimal(50)
    if found["in"]:
        return round(Decimal(100) / (ONES.get(found["in"].lower()) or int(found["in"])), 2)
    several = ONES[found["several"].lower()] if found["several"] else 1
    parts = FRACTIONS[(found["parts"] or found["part"]).lower()]
    return round(Decimal(100 * several) / parts, 2)


def part_of(found: re.Match[str]) -> Decimal:
    """Return the fraction of one unit that a match of `PART` means."""
    if found["half"]:
        return Decimal("0.5")
    return Decimal(ONES.get(found["count"].lower(), 1)) / FRACTIONS[found["part"].lower()]


def ordinal_of(found: re.Match[str]) -> int | None:
    """Return the rank that a match of `ORDINAL` means, or None if its words form no ordinal ("twenty-twelfth")."""
    if found["figures"] or found["rank"]:
        return int(found["figures"] or found["rank"])
    ones = ORDINALS[found["ones"].lower()]
    if not found["tens"]:
        return ones
    return TENS[found["tens"].lower()] + ones if ones < 10 else None


def written(value: Decimal) -> str:
    """Return a number in its shortest form, without an exponent."""
    return str(int(value)) if value == int(value) else format(value.normalize(), "f")
