"""What the words around expressions make of their bounds: "since", "until", "from ... to"."""

import typing as t
from datetime import timedelta

from kg.grammar.parse import Parse
from kg.model import Time
from kg.times.expression import TimeExpression

SINCE: t.Final = frozenset({"since"})
UNTIL: t.Final = frozenset({"until", "till", "by", "through"})
OPENERS: t.Final = frozenset({"starting", "beginning", "effective", "commencing"})
STARTERS: t.Final = OPENERS | {"as", "onward"}
ONWARD: t.Final = frozenset({"onward", "onwards"})
FROM: t.Final = frozenset({"from", "of", "on", "in", "with"})
LINKS: t.Final = frozenset({"to", "until", "till", "through", "thru", "-", "–", "—", "and"})
WITHIN_DAY: t.Final = frozenset({"second", "minute", "daypart"})
"""Grains of what is before or after something within one day: "after midnight on Friday" is on Friday."""
UNBOUND: t.Final = frozenset({"duration", "set", "reference"})


def bounded(doc: Parse, words: t.Sequence[str], expressions: t.Sequence[TimeExpression]) -> t.Iterator[TimeExpression]:
    """Open or close the bounds of expressions by the prepositions before them; the extents stay.

    "since 1997" has no end, "until Friday" no start, "after 1997" begins with 1998, "before 1997" ends with 1996. In
    "from May to July" the first expression ends where the second does, and the second keeps its own bounds.
    """
    previous: TimeExpression | None = None
    for index, expression in enumerate(expressions):
        after = expressions[index + 1] if index + 1 < len(expressions) else None
        range_end = after if after is not None and _linked(words, expression, after) else None
        in_range = previous is not None and _linked(words, previous, expression)
        previous = expression
        if expression.time.grain in UNBOUND or expression.time.value is None:
            yield expression
        elif range_end is not None:
            yield expression._replace(time=_replaced(expression.time, expression.time.start, range_end.time.end))
        else:
            yield expression if in_range else expression._replace(time=_opened(doc, words, expression))


def _linked(words: t.Sequence[str], first: TimeExpression, second: TimeExpression) -> bool:
    """Tell whether two expressions are the ends of one range."""
    if second.start != first.end + 1 or words[first.end] not in LINKS or not _ordered(first.time, second.time):
        return False
    before = words[first.start - 1] if first.start else ""
    return words[first.end] != "and" or before == "between"


def _ordered(first: Time, second: Time) -> bool:
    return None not in {first.start, second.end} and first.start <= second.end  # type: ignore[operator]  # both are known


def _opened(doc: Parse, words: t.Sequence[str], expression: TimeExpression) -> Time:
    time, at = expression.time, expression.start
    before, earlier = (words[at - n] if at >= n else "" for n in (1, 2))
    if expression.end < len(words) and words[expression.end] in {"'s", "’s"}:
        return time
    after = words[expression.end] if expression.end < len(words) else ""
    opening = before == "from" and (after in ONWARD or not _is_compared(doc, expression))
    if before in SINCE | OPENERS or opening or (before in STARTERS | FROM and earlier in STARTERS):
        return _replaced(time, time.start, None)
    if before in UNTIL:
        return _replaced(time, None, time.end)
    if before in {"after", "before"} and time.grain in WITHIN_DAY:
        return time
    if before == "after" and time.end is not None and time.end.year < 9999:
        return _replaced(time, time.end + timedelta(days=1), None)
    if before == "before" and time.start is not None and time.start.year > 1:
        return _replaced(time, None, time.start - timedelta(days=1))
    return time


COMPARED_WITH: t.Final = frozenset({"ago", "before", "earlier", "same", "previous", "prior"})
CHANGES: t.Final = frozenset(
    ["climb", "decline", "double", "down", "drop", "edge", "fall", "gain", "grow", "increase", "jump", "rise", "up"]
)


def _is_compared(doc: Parse, expression: TimeExpression) -> bool:
    """Tell whether "from" only dates a thing ("a poll from May"), or what a figure is held against ("up from 2019")."""
    head = doc[expression.start - 1].head
    held_against = not COMPARED_WITH.isdisjoint(token.lower_ for token in doc[expression.start : expression.end])
    return head.pos_ in {"NOUN", "PROPN"} or held_against or head.lemma_ in CHANGES


def _replaced(time: Time, start: t.Any, end: t.Any) -> Time:
    return Time(time.value, start, end, time.grain, time.text)
