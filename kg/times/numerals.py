"""Numbers, dates and clock times in figures and in words, as the elements of time expressions."""

import re
import typing as t
from datetime import date
from functools import partial

from kg.lexicon import numbers, words
from kg.lexicon.numbers import ORDINALS, TENS, VAGUE
from kg.times.grammar import Context, Found
from kg.times.lexicon import HOURS, NUMBERS
from kg.times.periods import in_calendar

LONGEST: t.Final = 12
"""The maximum number of tokens of a number or a date in figures."""
ISO_DATE: t.Final = re.compile(r"([12]\d{3})-(\d\d)-(\d\d)")
SLASH_DATE: t.Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2([12]\d{3})")
DAY: t.Final = re.compile(r"(\d{1,2})(st|nd|rd|th)?")
TWELVE_HOURS: t.Final = re.compile(r"(0?[1-9]|1[0-2])(?:[:.](\d\d))?(?: ?([ap])\.?m\.?| o['’]clock)")
US_ZONES: t.Final = frozenset({"est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt"})
ZONES: t.Final = US_ZONES | {"gmt", "utc", "bst", "cet", "cest", "ist", "jst", "local"}
ALL_HOURS: t.Final = re.compile(rf"(\d{{1,2}}):(\d\d)|(\d\d)(\d\d) (?:{'|'.join(sorted(ZONES))})")
OF_CLOCK: t.Final = frozenset({"a.m.", "am", "a.m", "p.m.", "pm", "p.m", "o'clock", "o’clock"})
"""The words after the number of an hour."""


def number(context: Context, at: int) -> Found | None:
    """Read a number in TIMEX3 notation: `20`, `2.5`, or `X` for a vague number ("a few")."""
    word = context.words[at]
    if (vague := _vague(context, at)) is not None:
        return vague
    if word[:1].isdigit() or word in NUMBERS or word == "half":
        exact = _matched(context, at, numbers.NUMBER, lambda found: numbers.written(numbers.number_of(found)))
        if exact is not None:
            return exact
    if word == "half":  # "half a", "half-"
        indefinite = words("determiner", "indefinite")
        return Found("0.5", at + 2) if context.word(at + 1) in {"-", *indefinite} else None
    return Found(str(NUMBERS[word]), at + 1) if word in NUMBERS else None


def ordinal(context: Context, at: int) -> Found | None:
    """Read "third", "3rd", "twenty-first" as an integer."""
    word = context.words[at]
    if not (word[:1].isdigit() or word in ORDINALS or word in TENS):
        return None
    return _matched(context, at, numbers.ORDINAL, numbers.ordinal_of)


def _matched(
    context: Context, at: int, pattern: re.Pattern[str], meaning: t.Callable[[re.Match[str]], t.Any]
) -> Found | None:
    """Read the tokens that a pattern matches from their start, with the meaning of the match."""
    found = pattern.match(context.doc[at : min(at + LONGEST, context.end)].text)
    end = context.doc.token_after(at, found.end()) if found is not None else None
    value = meaning(found) if found is not None else None
    return Found(value, end) if end is not None and value is not None else None


def _vague(context: Context, at: int) -> Found | None:
    """Read "several", "a few", "a couple of", "the many"."""
    start = at + 1 if context.words[at] == "a" else at
    if context.word(start) not in VAGUE:
        return None
    end = start + 2 if context.word(start + 1) == "of" else start + 1
    return Found(str(VAGUE[context.word(start)] or "X"), end)


def joined(context: Context, at: int) -> tuple[str, int]:
    """Return the tokens from `at` that no space separates, as one word in lower case, and the token after them."""
    end = at
    while end < context.end and not context.doc[end].whitespace_ and end - at < LONGEST:
        end += 1
    end = min(end + 1, context.end)
    while end > at + 1 and not context.words[end - 1][-1:].isalnum():
        end -= 1
    return "".join(context.words[at:end]), end


def numeric_date(context: Context, at: int) -> Found | None:
    """Read 2024-07-20 as a date, and 20/07/2024 if day and month cannot be confused."""
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
        time = _hour_and_minute(row)
        if time is not None:
            zone = end + 1 if context.word(end) in ZONES else end
            zone_name = context.word(zone - 1) in ZONES and context.word(zone) == "time"
            return Found(time, zone + 1 if zone_name else zone)
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
