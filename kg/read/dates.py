"""Dates as newspapers write them (`17 July 2024`, `Sept. 17, 2024`, `25/12/2024`), and the datelines of reports.

A dateline is the place, day and agency at the start of a report: `BERLIN, March 3 (Reuters) - `.
"""

import re
import typing as t
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kg.lexicon.gazetteer import default_gazetteer, means_place
from kg.lexicon.numerals import calendar_names

_MONTHS: t.Final = "|".join(sorted((word for word in calendar_names("month") if word.isalpha()), key=len, reverse=True))
_MONTH: t.Final = rf"(?i:{_MONTHS})\b\.?"
_DAY: t.Final = r"\d{1,2}(?:st|nd|rd|th)?"
MONTH_AND_DAY: t.Final = rf"(?:{_MONTH}\s+{_DAY}|{_DAY}\s+{_MONTH})"
"""A pattern without groups for a day without its year: `March 3`, `3 March`."""
_MONTH_AND_DAY: t.Final = re.compile(rf"\b{MONTH_AND_DAY}\b")
_YEAR: t.Final = re.compile(r"(?<![\d.,$£€-])(?:19|20)\d\d(?![\d.,]\d|\d)")
FULL_DATE: t.Final = (
    rf"(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    r"|\d{4}[-/.]\d\d[-/.]\d\d|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
"""A pattern without groups for a date with its year."""

_YEAR_ALONE: t.Final = r"\d{4}\b(?!\s*(?:GMT|UTC|BST)\b)"  # not an hour: "26 February, 1400 GMT"
_FORMS: t.Final = (
    re.compile(rf"(?<![^\W\d_])(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>{_YEAR_ALONE})"),
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR_ALONE})"),
    re.compile(r"\b(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"),
    # a day above twelve cannot be a month, and if day and month are equal, their order does not matter
    re.compile(r"(?<![\d/.-])(?P<day>1[3-9]|2\d|3[01])(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<![\d/.-])(?P<month>\d{1,2})(?P<mark>[-/.])(?P<day>1[3-9]|2\d|3[01])(?P=mark)(?P<year>\d{4})(?!\d)"),
    re.compile(r"(?<![\d/.-])(?P<day>\d{1,2})(?P<mark>[-/.])(?P<month>(?P=day))(?P=mark)(?P<year>\d{4})(?!\d)"),
)


def calendar_dates(text: str) -> Iterator[date]:
    """Yield the full dates of a text in order; ambiguous ones (`03/04/2025`) are left out."""
    matches = (match for form in _FORMS for match in form.finditer(text))
    for match in sorted(matches, key=lambda found: found.start()):
        month = match["month"].lower().rstrip(".")
        try:
            yield date(int(match["year"]), int(calendar_names("month").get(month, month)), int(match["day"]))
        except ValueError:  # 31 June, year 0
            continue


def calendar_date(text: str) -> date | None:
    """Return the first full date in the text, or None: `Published in The Post, July 17th, 2024` gives 2024-07-17."""
    return next(calendar_dates(text), None)


def month_and_day(text: str) -> str | None:
    """Return the first day without its year in the text, or None: `Updated Jan. 15` gives `Jan. 15`."""
    match = _MONTH_AND_DAY.search(text)
    return match[0] if match else None


def latest_date(month_and_day: str, until: date) -> date | None:
    """Return the latest date up to `until` on that day of the year: `March 3` until 2024-02-01 gives 2023-03-03."""
    for year in range(until.year, max(until.year - 8, 0), -1):  # 29 February returns within eight years
        found = calendar_date(f"{month_and_day} {year}")
        if found is not None and found <= until:
            return found
    return None


def implied_date(month_and_day: str, text: str) -> date | None:
    """Return the date on that day of the year that is nearest to the latest full date in a text.

    None if the text has no full date, or mentions a much later year: then its dates only refer to the past.
    """
    latest = max(calendar_dates(text), default=None)
    if latest is None:
        return None
    near = (calendar_date(f"{month_and_day} {year}") for year in range(latest.year - 1, latest.year + 2))
    found = min(filter(None, near), key=lambda day: abs(day - latest), default=None)
    years = map(int, _YEAR.findall(text))
    return found if found is not None and all(year <= found.year + 1 for year in years) else None


LONGEST_DATELINE: t.Final = 100
"""In characters."""

_DATELINE: t.Final = re.compile(
    r"(?:(?P<place>[^\W\d_][\w.'’/ -]{1,40}?)"
    rf"(?:(?:,\s+(?!{MONTH_AND_DAY})|\s+\[)(?P<region>[^\W\d_a-z][\w. ]{{1,25}}?)\]?){{0,2}}"
    rf"(?:(?:,|\s[–—-])\s+(?P<day>{FULL_DATE}|{MONTH_AND_DAY}))?)?"
    r"(?:\s*(?:--)?[(/](?P<agency>[^\W\d_a-z][\w/ .&-]{1,30}|[a-z]{3})[)/])?"
    r"\s*(?P<mark>:|—|–|--|(?<=\s)-)(?:\s+|(?<=\) -)|(?<=--))(?=[\"“‘'(\[\d]|[^\W_a-z])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The first `length` characters of a report; `day` may lack the year."""

    length: int
    day: str | None
    agency: str | None


def dateline(text: str) -> Dateline | None:
    """Return the dateline at the start of a text.

    A place is one in capitals, with a day or an agency, with a region before a dash, or a known one.
    Examples: `MOSCOW: `, `LONDON (Reuters) - `, `BERLIN, March 3 (AP) — `, `Taipei, Taiwan — `, `Lagos – `.
    """
    match = _DATELINE.match(text[:LONGEST_DATELINE])
    if match is None or not (match["place"] or match["agency"]):
        return None
    in_capitals = match["place"] is not None and match["place"].isupper()
    places = filter(None, match.group("place", "region"))
    known = match["mark"] in ":–—" and any(means_place(place, default_gazetteer()) for place in places)
    if not any((in_capitals, match["agency"], match["day"], known, match["mark"] != ":" and match["region"])):
        return None
    return Dateline(match.end(), match["day"], match["agency"])
