"""Dates as newspapers write them (`17 July 2024`, `Sept. 17, 2024`, `2024-07-17`), and the datelines of reports.

A dateline is the place, day and agency with which a report begins: `BERLIN, March 3 (Reuters) - `.
"""

import re
import typing as t
from dataclasses import dataclass
from datetime import date

from kg.lexicon.numerals import calendar_names

_MONTHS: t.Final = "|".join(sorted((word for word in calendar_names("month") if word.isalpha()), key=len, reverse=True))
_MONTH: t.Final = rf"(?i:{_MONTHS})\b\.?"
_DAY: t.Final = r"\d{1,2}(?:st|nd|rd|th)?"
MONTH_AND_DAY: t.Final = rf"(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})"
"""A pattern without groups for a day without its year: `March 3`, `3 March`."""
FULL_DATE: t.Final = rf"(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
"""A pattern without groups for a date with its year."""

_FORMS: t.Final = (
    re.compile(rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})\b"),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
)


def calendar_date(text: str) -> date | None:
    """Return the first full date in the text, or None: `Published in The Post, July 17th, 2024` gives 2024-07-17."""
    matches = (match for form in _FORMS for match in form.finditer(text))
    for match in sorted(matches, key=lambda found: found.start()):
        month = match["month"].lower().rstrip(".")
        try:
            return date(int(match["year"]), int(calendar_names("month").get(month, month)), int(match["day"]))
        except ValueError:  # 31 June, year 0
            continue
    return None


def latest_date(month_and_day: str, until: date) -> date | None:
    """Return the latest date up to `until` on that day of the year: `March 3` until 2024-02-01 gives 2023-03-03."""
    for year in range(until.year, max(until.year - 8, 0), -1):  # 29 February returns within eight years
        found = calendar_date(f"{month_and_day} {year}")
        if found is not None and found <= until:
            return found
    return None


LONGEST_DATELINE: t.Final = 100
"""Characters."""

_DATELINE: t.Final = re.compile(
    r"(?:(?P<place>[^\W\d_][\w.'’/ -]{1,40}?)"
    rf"(?:,\s+(?!{MONTH_AND_DAY})(?P<region>[^\W\d_a-z][\w. ]{{1,25}}?))?"
    rf"(?:,\s+(?P<day>{FULL_DATE}|{MONTH_AND_DAY}))?)?"
    r"(?:\s*\((?P<agency>[^\W\d_a-z][\w/ .&-]{1,30})\))?"
    r"\s*(?P<mark>:|—|–|--|(?<=\s)-)\s+(?=[\"“‘'(\[\d]|[^\W_a-z])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The first `length` characters of a report; `day` may lack its year."""

    length: int
    day: str | None
    agency: str | None


def dateline(text: str) -> Dateline | None:
    """Return the dateline at the front of a text: in capitals, or with an agency, a day or a region before a dash.

    Examples: `MOSCOW: `, `LONDON (Reuters) - `, `BERLIN, March 3 (AP) — `, `Taipei, Taiwan — `.
    """
    match = _DATELINE.match(text[:LONGEST_DATELINE])
    if match is None or not (match["place"] or match["agency"]):
        return None
    in_capitals = match["place"] is not None and match["place"].isupper()
    by_dash = match["mark"] != ":" and (match["region"] or match["day"])
    if not (in_capitals or by_dash or match["agency"]):
        return None
    return Dateline(match.end(), match["day"], match["agency"])
