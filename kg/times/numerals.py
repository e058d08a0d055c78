"""Numbers, dates and times of the clock in figures and in words, as the elements of time expressions."""

import re
import typing as t
from datetime import date
from functools import partial

from kg.lexicon import words
from kg.times.grammar import Context, Found
from kg.times.lexicon import DIGITS, HOURS, NUMBERS, ORDINAL_DIGITS, ORDINALS, SCALES, TENS, VAGUE_NUMBERS
from kg.times.periods import in_calendar

FIGURES: t.Final = re.compile(r"\d{1,3}(,\d{3}){1,5}|\d{1,15}(\.\d{1,9})?")
LARGEST: t.Final = 10**15
"""What no scale makes larger: "two billion billion billion" is no number of days."""
ORDINAL_FIGURES: t.Final = re.compile(r"(\d{1,2})(st|nd|rd|th)")
ISO_DATE: t.Final = re.compile(r"([12]\d{3})-(\d\d)-(\d\d)")
SLASH_DATE: t.Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2([12]\d{3})")
DAY: t.Final = re.compile(r"(\d{1,2})(st|nd|rd|th)?")
TWELVE_HOURS: t.Final = re.compile(r"(0?[1-9]|1[0-2])(?:[:.](\d\d))?(?: ?([ap])\.?m\.?| o['’]clock)")
US_ZONES: t.Final = frozenset({"est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt"})
ZONES: t.Final = US_ZONES | {"gmt", "utc", "bst", "cet", "cest", "ist", "jst", "local"}
ALL_HOURS: t.Final = re.compile(rf"(\d{{1,2}}):(\d\d)|(\d\d)(\d\d) (?:{'|'.join(sorted(ZONES))})")
OF_CLOCK: t.Final = frozenset({"a.m.", "am", "a.m", "p.m.", "pm", "p.m", "o'clock", "o’clock"})
"""What stands behind the number of an hour."""


def number(context: Context, at: int) -> Found | None:
    """Read a number as TIMEX3 writes it: `20`, `2.5`, or `X` where it is vague ("a few")."""
    word = context.words[at]
    if word[:1].isdigit():
        return _figures(context, at)
    return _vague(context, at) or _in_words(context, at)


def _figures(context: Context, at: int) -> Found | None:
    if not FIGURES.fullmatch(context.words[at]):
        return None
    value = float(context.words[at].replace(",", ""))
    end = at + 1
    if context.word(end) in SCALES:
        value, end = value * SCALES[context.word(end)], end + 1
    return Found(_written(value), end)


def _written(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _vague(context: Context, at: int) -> Found | None:
    """Read "several", "a few", "a couple of", "the many"."""
    start = at + 1 if context.words[at] == "a" else at
    if context.word(start) not in VAGUE_NUMBERS:
        return None
    end = start + 2 if context.word(start + 1) == "of" else start + 1
    about = VAGUE_NUMBERS[context.word(start)]
    return Found("X" if about is None else str(about), end)


def _in_words(context: Context, at: int) -> Found | None:
    """Read "two", "twenty-five", "a hundred", "one and a half", "half a", "half-"."""
    word = context.words[at]
    if word == "half":
        return Found("0.5", at + 2) if context.word(at + 1) in {"-", *words("determiner", "indefinite")} else None
    found = _with_tens(context, at, DIGITS) or (Found(NUMBERS[word], at + 1) if word in NUMBERS else None)
    if found is None:
        return None
    value, end = float(found.value), found.end
    while context.word(end) in SCALES and value < LARGEST:
        value, end = value * SCALES[context.word(end)], end + 1
    if context.row(end, 3) == "and a half":
        value, end = value + 0.5, end + 3
    return Found(_written(value), end)


def _with_tens(context: Context, at: int, digits: t.Mapping[str, int]) -> Found | None:
    """Read "twenty-five" or "twenty-fifth", as the words for digits are."""
    if context.words[at] not in TENS:
        return None
    last = at + 2 if context.word(at + 1) == "-" else at + 1
    digit = digits.get(context.word(last))
    return Found(TENS[context.words[at]] + digit, last + 1) if digit is not None else None


def ordinal(context: Context, at: int) -> Found | None:
    """Read "third", "3rd", "twenty-first" as an integer."""
    word = context.words[at]
    if word in ORDINALS:
        return Found(ORDINALS[word], at + 1)
    figures = ORDINAL_FIGURES.fullmatch(word)
    return Found(int(figures[1]), at + 1) if figures else _with_tens(context, at, ORDINAL_DIGITS)


def joined(context: Context, at: int) -> tuple[str, int]:
    """Return the tokens from `at` that no space separates, as one word in lower case, and the token after them."""
    end = at
    while end < context.end and not context.doc[end].whitespace_ and end - at < 12:
        end += 1
    end = min(end + 1, context.end)
    while end > at + 1 and not context.words[end - 1][-1:].isalnum():
        end -= 1
    return "".join(context.words[at:end]), end


def numeric_date(context: Context, at: int) -> Found | None:
    """Read 2024-07-20, and 20/07/2024 where day and month cannot be taken for each other, as a date."""
    if not context.words[at][:1].isdigit():
        return None
    text, end = joined(context, at)
    rows: list[tuple[str, ...]] = []
    if iso := ISO_DATE.fullmatch(text):
        rows = [iso.groups()]
    elif slashed := SLASH_DATE.fullmatch(text):
        first, _, second, year = slashed.groups()
        rows = [(year, second, first), (year, first, second)]
    days = {in_calendar(partial(date, *map(int, row))) for row in rows} - {None}
    return Found(days.pop(), end) if len(days) == 1 else None


def clock(context: Context, at: int) -> Found | None:
    """Read 17:00, 1400 GMT, 5 p.m., 10:30 a.m., 10 o'clock, noon, midnight as hour and minute."""
    word = context.words[at]
    if word in HOURS:
        return Found((HOURS[word], 0), at + 1)
    for row, end in ((f"{NUMBERS.get(word, word)} {context.word(at + 1)}", at + 2), (word, at + 1)):
        told = _hour_and_minute(row)
        if told is not None:
            zone = end + 1 if context.word(end) in ZONES else end
            named = context.word(zone - 1) in ZONES and context.word(zone) == "time"
            return Found(told, zone + 1 if named else zone)
    return None


def _hour_and_minute(text: str) -> tuple[int, int] | None:
    """Return 17 and 30 for "5:30 p.m.", "17:30", "1730 gmt"."""
    if twelve := TWELVE_HOURS.fullmatch(text):
        in_half, half = int(twelve[1]), twelve[3]
        hour, minute = in_half % 12 + 12 * (half == "p") if half else in_half, int(twelve[2] or 0)
    elif figures := ALL_HOURS.fullmatch(text):
        hour, minute = map(int, filter(None, figures.groups()))
    else:
        return None
    return (hour, minute) if hour < 24 and minute < 60 else None
