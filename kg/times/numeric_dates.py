"""Dates in figures."""

import re
import typing as t
from datetime import date

from kg.times.grammar import Context, Found

ISO_DATE: t.Final = re.compile(r"([12]\d{3})-(\d\d)-(\d\d)")
SLASH_DATE: t.Final = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2([12]\d{3})")
DAY: t.Final = re.compile(r"(\d{1,2})(st|nd|rd|th)?")


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
