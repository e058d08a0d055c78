"""A time where it stands in a Doc."""

import bisect
import typing as t

from spacy.tokens import Token as SpacyToken

from kg.annotate.parse import Token, token_of
from kg.model import Time


class TimeExpression(t.NamedTuple):
    """The tokens `start` to `end` (half-open) of a Doc, and the time that they mean."""

    start: int
    end: int
    time: Time


def time_at(token: Token | SpacyToken) -> TimeExpression | None:
    """Return the expression of time that a token is part of, of those that stand on its Doc."""
    token = token_of(token)
    expressions: tuple[TimeExpression, ...] = token.doc.times
    index = bisect.bisect_right(expressions, token.i, key=_start) - 1
    return expressions[index] if index >= 0 and token.i < expressions[index].end else None


def _start(expression: TimeExpression) -> int:
    return expression.start
