"""Applies the words around time expressions to their bounds: "since", "until", "from ... to"."""

import itertools
import typing as t
from dataclasses import replace
from datetime import timedelta

from kg.grammar.parse import Parse
from kg.lexicon import measures, verbs, words
from kg.lexicon.spelling import is_possessive
from kg.lexicon.supersenses import means_change
from kg.model import Time
from kg.times.lexicon import LINKS

if t.TYPE_CHECKING:
    from kg.times.finder import TimeExpression

WITHIN_DAY: t.Final = frozenset({"second", "minute", "daypart"})
"""Grains whose before and after are within one day: "after midnight on Friday" is on Friday."""


def bounded(
    doc: Parse, row: t.Sequence[str], expressions: t.Sequence["TimeExpression"]
) -> t.Iterator["TimeExpression"]:
    """Open or close the bounds of expressions by the prepositions before them; the extents do not change.

    "since 1997" has no end, "until Friday" no start, "after 1997" begins with 1998, "before 1997" ends with 1996. In
    "from May to July" the first expression ends where the second does, and the second keeps its own bounds.
    """
    in_range = False
    for expression, after in itertools.zip_longest(expressions, expressions[1:]):
        opens_range = after is not None and _linked(row, expression, after)
        time = expression.time
        if time.grain not in {"duration", "set", "reference"} and time.value is not None:
            if opens_range:
                time = replace(time, end=after.time.end)
            elif not in_range:
                time = _opened(doc, row, expression)
        yield expression._replace(time=time)
        in_range = opens_range


def _linked(row: t.Sequence[str], first: "TimeExpression", second: "TimeExpression") -> bool:
    """Return whether two expressions are the ends of one range."""
    if second.start != first.end + 1 or row[first.end] not in LINKS:
        return False
    begin, end = first.time.start, second.time.end
    if begin is None or end is None or begin > end:
        return False
    before = row[first.start - 1] if first.start else ""
    return row[first.end] != "and" or before == "between"


def _opened(doc: Parse, row: t.Sequence[str], expression: "TimeExpression") -> Time:
    time, at = expression.time, expression.start
    before = row[at - 1] if at else ""
    after = row[expression.end] if expression.end < len(row) else ""
    if is_possessive(after):
        return time
    head = doc[at - 1].governor if before == "from" else None
    # "from" may only date a thing ("a poll from May"), or begin a comparison ("up from 2019")
    dates = head is not None and (head.kind in {"noun", "name", "adverb"} or means_change(head.lemma_))
    opening = before == "from" and (after.startswith("onward") or not dates)
    if before == "since" or opening or _starts(doc, at):
        return replace(time, end=None)
    if before in words("dating", "until"):
        return replace(time, start=None)
    return _after_or_before(time, before)


def _after_or_before(time: Time, before: str) -> Time:
    """Return the open period of a time that follows "after" or "before"; else the time itself."""
    if before in measures("deictic", "behind") and time.grain in WITHIN_DAY:
        return time
    if before == "after" and time.end is not None and time.end.year < 9999:
        return replace(time, start=time.end + timedelta(days=1), end=None)
    if before == "before" and time.start is not None and time.start.year > 1:
        return replace(time, start=None, end=time.start - timedelta(days=1))
    return time


def _starts(doc: Parse, at: int) -> bool:
    """Return whether a time is the start of a period: "starting Friday", "beginning in May", "as of 2019"."""
    before = doc[max(at - 2, 0) : at]
    first = next((word for word in reversed(before) if word.lower_ not in words("preposition")), None)
    opens = first is not None and first.form == "present participle" and first.lemma_ in verbs("aspect")
    return opens or before.text.lower() == "as of"
