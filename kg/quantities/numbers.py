"""Numbers in figures and in words, as patterns and as decimals."""

import re
import typing as t
from decimal import Decimal

_SMALL_WORDS: t.Final = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS_WORDS: t.Final = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

ONES: t.Final[t.Mapping[str, int]] = {word: number for number, word in enumerate(_SMALL_WORDS)}
TENS: t.Final[t.Mapping[str, int]] = {word: 10 * number for number, word in enumerate(_TENS_WORDS, start=2)}
SCALES: t.Final[t.Mapping[str, int]] = {
    "thousand": 10**3,
    "lakh": 10**5,
    "crore": 10**7,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
MONEY_SCALES: t.Final[t.Mapping[str, int]] = {"k": 10**3, "m": 10**6, "b": 10**9}
"""Letters that scale an amount of money; elsewhere "m" is a metre."""
FRACTIONS: t.Final[t.Mapping[str, int]] = {
    word: parts
    for parts, words in {
        2: "half halves",
        3: "third thirds",
        4: "quarter quarters fourth fourths",
        5: "fifth fifths",
        6: "sixth sixths",
        7: "seventh sevenths",
        8: "eighth eighths",
        9: "ninth ninths",
        10: "tenth tenths",
    }.items()
    for word in words.split()
}
VULGAR_FRACTIONS: t.Final[t.Mapping[str, Decimal]] = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
}
ORDINALS: t.Final[t.Mapping[str, int]] = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {word[:-1] + "ieth": number for word, number in TENS.items()}


def _any(words: t.Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_ONES, _TENS, _SCALE, _JOIN = _any(ONES), _any(TENS), _any(SCALES), "[ -]"
_TO_99 = f"(?:{_TENS}(?:{_JOIN}{_any(_SMALL_WORDS[1:10])})?|{_ONES})"
_TO_9999 = f"(?:(?:{_TO_99}|an?){_JOIN}hundred(?:{_JOIN}(?:and{_JOIN})?{_TO_99})?|{_TO_99})"
_AND_PART = f"{_JOIN}and{_JOIN}(?:a{_JOIN}(?:half|quarter)|three{_JOIN}quarters)"
_WORDS = (
    f"(?:half{_JOIN}an?{_JOIN}(?:dozen|hundred|{_SCALE})"
    f"|(?:{_TO_9999}{_JOIN}|a{_JOIN})dozen"
    f"|{_TO_9999}{_AND_PART}(?:{_JOIN}{_SCALE})?"
    f"|(?:{_TO_9999}|a){_JOIN}{_SCALE}"
    f"(?:{_JOIN}(?:and{_JOIN})?{_TO_9999}(?:{_JOIN}{_SCALE}(?:{_JOIN}(?:and{_JOIN})?{_TO_9999})?)?)?"
    f"|{_TO_9999})"
)
_FIGURES = (
    "(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}(?:[.][0-9]{1,9})?|[0-9]{1,15}(?:[.][0-9]{1,9}|[½¼¾])?|[.][0-9]{1,9}|[½¼¾])"
    "(?![0-9½¼¾]|[.,][0-9])"
)
NUMBER: t.Final = re.compile(
    f"(?P<figures>{_FIGURES})(?:[ -]?(?P<hundred>hundred|dozen)\\b)?(?:[ -]?(?P<scale>{_SCALE})\\b)?"
    f"|(?P<words>{_WORDS})\\b",
    re.IGNORECASE,
)
FRACTION: t.Final = re.compile(
    f"(?P<one>an?|one){_JOIN}(?P<part>half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)\\b"
    f"|(?P<several>{_any(_SMALL_WORDS[2:10])}){_JOIN}"
    r"(?P<parts>thirds|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths)\b"
    r"|(?P<half>half)\b"
    rf"|(?:one|1){_JOIN}in{_JOIN}(?:every{_JOIN})?(?P<in>{_any(_SMALL_WORDS[2:13])}|[1-9][0-9]{{0,3}})\b",
    re.IGNORECASE,
)
PART: t.Final = re.compile(
    "(?:(?P<half>half)|(?P<quarter>an? quarter|one quarter)|three[ -]quarters)(?: of)? an? ", re.IGNORECASE
)
"""What stands before the name of one unit: "half a mile", "a quarter of a percentage point"."""
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
    value = _in_figures(found["figures"])
    value *= {"hundred": 100, "dozen": 12}.get((found["hundred"] or "").lower(), 1)
    return value * SCALES.get((found["scale"] or "").lower(), 1)


def _in_figures(figures: str) -> Decimal:
    part = VULGAR_FRACTIONS.get(figures[-1], Decimal(0))
    whole = figures.rstrip("½¼¾").replace(",", "")
    return (Decimal(whole) if whole else Decimal(0)) + part


def _in_words(words: t.Sequence[str]) -> Decimal:
    """Return what "two hundred and fifty thousand", "half a million", "three and a half" mean."""
    total, group = Decimal(0), Decimal(0)
    for index, word in enumerate(words):
        if word in SCALES:
            total, group = total + group * SCALES[word], Decimal(0)
        elif word in {"hundred", "dozen"}:
            group *= {"hundred": 100, "dozen": 12}[word]
        elif word in {"half", "quarter", "quarters"}:
            group += {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("-2.25")}[word]
        elif word in {"a", "an"}:
            group += 0 if words[index - 1] == "half" or words[index + 1] in {"half", "quarter"} else 1
        elif word != "and":
            group += ONES.get(word, 0) or TENS.get(word, 0)
    return total + group


def percent_of(found: re.Match[str]) -> Decimal:
    """Return the hundredths that a match of `FRACTION` means, rounded to two places: 66.67 for "two-thirds"."""
    if found["half"]:
        return Decimal(50)
    if found["in"]:
        return round(Decimal(100) / (ONES.get(found["in"].lower()) or int(found["in"])), 2)
    several = ONES[found["several"].lower()] if found["several"] else 1
    parts = FRACTIONS[(found["parts"] or found["part"]).lower()]
    return round(Decimal(100 * several) / parts, 2)


def part_of(found: re.Match[str]) -> Decimal:
    """Return the part of one unit that a match of `PART` means."""
    return Decimal("0.5") if found["half"] else Decimal("0.25") if found["quarter"] else Decimal("0.75")


def ordinal_of(found: re.Match[str]) -> int | None:
    """Return the place that a match of `ORDINAL` means; None where its words are none ("twenty-twelfth")."""
    if found["figures"] or found["rank"]:
        return int(found["figures"] or found["rank"])
    ones = ORDINALS[found["ones"].lower()]
    if not found["tens"]:
        return ones
    return TENS[found["tens"].lower()] + ones if ones < 10 else None


def written(value: Decimal) -> str:
    """Return a number in its shortest form, without an exponent."""
    return str(int(value)) if value == int(value) else format(value.normalize(), "f")
