"""Numbers, dates and times of the clock in figures and in words, as the elements of time expressions."""

import re
import typing as t
from datetime import date

from kg.lexicon import words
from kg.times.grammar import Context, Found
from kg.times.lexicon import HOURS, ONES, ORDINALS, SCALES, TENS, VAGUE_NUMBERS

FIGURES: t.Final = re.compile(r"\d{1,3}(,\d{3}){1,5}|\d{1,15}(\.\d{1,9})?")
LARGEST: t.Final = 10**15
"""What no scale makes larger: "two billion billion billion" is no number of days."""
ORDINAL_FIGURES: t.Final = re.compile(r"(\d{1,2})(st|nd|rd|th)")
ISO_DATE: t.Final = re.compile(r"([12]\d{3})-(\d\d)-(\d\d)")
SLASH_DATE: t.Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2([12]\d{3})")
DAY: t.Final = re.compile(r"(\d{1,2})(st|nd|rd|th)?")
CLOCK: t.Final = re.compile(r"(\d{1,2})[:.](\d\d)(?::(\d\d))?")
CLOCK_AND_HALF: t.Final = re.compile(r"(\d{1,2})(?:[:.](\d\d))?([ap])\.?m\.?")
FOUR_FIGURES: t.Final = re.compile(r"\d{4}")
"""A time of the clock before a time zone, and a year else: "1400 GMT"."""
OCLOCK: t.Final = frozenset({"o'clock", "o’clock"})
HALF_OF_DAY: t.Final[t.Mapping[str, int]] = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 12, "pm": 12, "p.m": 12}
US_ZONES: t.Final = frozenset({"est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt"})
ZONES: t.Final = US_ZONES | {"gmt", "utc", "bst", "cet", "cest", "ist", "jst", "local"}


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
    """Read "two", "twenty-five", "a hundred", "one and a half", "half a", "a dozen"."""
    if context.words[at] == "half":
        return Found("0.5", at + 2) if context.word(at + 1) in words("determiner", "indefinite") else None
    found = _below_hundred(context, at)
    if found is None:
        return None
    value, end = float(found.value), found.end
    if context.word(end) == "dozen":
        value, end = value * 12, end + 1
    while context.word(end) in SCALES and value < LARGEST:
        value, end = value * SCALES[context.word(end)], end + 1
    if context.row(end, 3) == "and a half":
        value, end = value + 0.5, end + 3
    return Found(_written(value), end)


def _below_hundred(context: Context, at: int) -> Found | None:
    word = context.words[at]
    if word in ONES:
        return Found(ONES[word], at + 1)
    if word not in TENS:
        return None
    ones = at + 2 if context.word(at + 1) == "-" else at + 1
    if 0 < ONES.get(context.word(ones), 0) < 10 and context.word(ones) not in words("determiner", "indefinite"):
        return Found(TENS[word] + ONES[context.word(ones)], ones + 1)
    return Found(TENS[word], at + 1)


def ordinal(context: Context, at: int) -> Found | None:
    """Read "third", "3rd", "twenty-first" as an integer."""
    word = context.words[at]
    if word in ORDINALS:
        return Found(ORDINALS[word], at + 1)
    figures = ORDINAL_FIGURES.fullmatch(word)
    if figures:
        return Found(int(figures[1]), at + 1)
    ones = at + 2 if context.word(at + 1) == "-" else at + 1
    if word in TENS and 0 < ORDINALS.get(context.word(ones), 0) < 10:
        return Found(TENS[word] + ORDINALS[context.word(ones)], ones + 1)
    return None


def joined(context: Context, at: int) -> tuple[str, int]:
    """Return the tokens from `at` that no space separates, as one word in lower case, and the token after them."""
    end = at
    while end < context.end and not context.doc[end].whitespace_ and end - at < 12:
        end += 1
    end = min(end + 1, context.end)
    while end > at + 1 and not context.words[end - 1][-1:].isalnum():
        end -= 1
    return "".join(context.words[at:end]), end


def real_date(year: str, month: str, day: str) -> date | None:
    """Return the date of these figures, or None where the calendar has none."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def numeric_date(context: Context, at: int) -> Found | None:
    """Read 2024-07-20, and 20/07/2024 where day and month cannot be taken for each other, as a date."""
    if not context.words[at][:1].isdigit():
        return None
    text, end = joined(context, at)
    if iso := ISO_DATE.fullmatch(text):
        at_day = real_date(*iso.groups())
    elif slashed := SLASH_DATE.fullmatch(text):
        first, _, second, year = slashed.groups()
        either = {real_date(year, second, first), real_date(year, first, second)} - {None}
        at_day = either.pop() if len(either) == 1 else None
    else:
        return None
    return Found(at_day, end) if at_day is not None else None


def clock(context: Context, at: int) -> Found | None:
    """Read 17:00, 1700 GMT, 5 p.m., 10:30 a.m., 10 o'clock, noon, midnight as hour, minute and second (or None)."""
    if context.words[at] in HOURS:
        return Found((HOURS[context.words[at]], 0, None), at + 1)
    found = _on_twelve_hours(context, at) or _on_all_hours(context, at)
    if found is None or found.value[0] >= 24 or found.value[1] >= 60:
        return None
    end = found.end + 1 if context.word(found.end) in ZONES else found.end
    return Found(found.value, end + 1 if end > found.end and context.word(end) == "time" else end)


def _on_twelve_hours(context: Context, at: int) -> Found | None:
    word, half = context.words[at], context.word(at + 1)
    if whole := CLOCK_AND_HALF.fullmatch(word):
        return Found((int(whole[1]) % 12 + 12 * (whole[3] == "p"), int(whole[2] or 0), None), at + 1)
    if half not in HALF_OF_DAY:
        return None
    figures = CLOCK.fullmatch(word) or DAY.fullmatch(word)
    hour = int(figures[1]) if figures else ONES.get(word, 0)
    if not 1 <= hour <= 12:
        return None
    minute = int(figures[2]) if figures and ":" in word.replace(".", ":") else 0
    return Found((hour % 12 + HALF_OF_DAY[half], minute, None), at + 2)


def _on_all_hours(context: Context, at: int) -> Found | None:
    word, after = context.words[at], context.word(at + 1)
    if after in OCLOCK and (DAY.fullmatch(word) or word in ONES):
        return Found((int(word) if word.isdigit() else ONES.get(word, 24), 0, None), at + 2)
    if FOUR_FIGURES.fullmatch(word) and after in ZONES:
        return Found((int(word[:2]), int(word[2:]), None), at + 1)
    figures = CLOCK.fullmatch(word)
    if figures is None or ":" not in word:
        return None
    return Found((int(figures[1]), int(figures[2]), int(figures[3]) if figures[3] else None), at + 1)
