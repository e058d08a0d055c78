"""Numbers in figures and in words, and dates in figures, as the elements of time expressions."""

import re
import typing as t
from datetime import date

from kg.lexicon import words
from kg.times.grammar import Context, Found
from kg.times.lexicon import ONES, ORDINALS, SCALES, TENS, VAGUE_NUMBERS

FIGURES: t.Final = re.compile(r"\d{1,3}(,\d{3})+|\d+(\.\d+)?")
ORDINAL_FIGURES: t.Final = re.compile(r"(\d{1,2})(st|nd|rd|th)")
ISO_DATE: t.Final = re.compile(r"([12]\d{3})-(\d\d)-(\d\d)")
SLASH_DATE: t.Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2([12]\d{3})")
DAY: t.Final = re.compile(r"(\d{1,2})(st|nd|rd|th)?")


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
    while context.word(end) in SCALES:
        value, end = value * SCALES[context.word(end)], end + 1
    if " ".join(context.words[end : end + 3]) == "and a half":
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
    while end < len(context.words) and not context.doc[end].whitespace_ and end - at < 12:
        end += 1
    end = min(end + 1, len(context.words))
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
