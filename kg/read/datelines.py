"""The place, day and agency with which a report begins: `BERLIN, March 3 (Reuters) - `."""

import re
import typing as t
from dataclasses import dataclass

from kg.read.dates import FULL_DATE, MONTH_AND_DAY

LONGEST: t.Final = 100
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
    match = _DATELINE.match(text[:LONGEST])
    if match is None or not (match["place"] or match["agency"]):
        return None
    in_capitals = match["place"] is not None and match["place"].isupper()
    by_dash = match["mark"] != ":" and (match["region"] or match["day"])
    if not (in_capitals or by_dash or match["agency"]):
        return None
    return Dateline(match.end(), match["day"], match["agency"])
