"""A time where it stands in a Doc."""

import typing as t

from kg.grammar.parse import AnyToken, token_of
from kg.model import Time


class TimeExpression(t.NamedTuple):
    """The tokens `start` to `end` (half-open) of a Doc, and the time that they mean."""

    start: int
    end: int
    time: Time


def time_at(token: AnyToken) -> TimeExpression | None:
    """Return the expression of time that a token is part of, of those that stand on its Doc."""
    known = token_of(token)
    return known.doc.time_of.get(known.i)
