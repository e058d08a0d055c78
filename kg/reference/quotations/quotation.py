"""A quotation where it stands in a Doc."""

import bisect
import typing as t
from operator import attrgetter

from kg.grammar.parse import Token


class Quotation(t.NamedTuple):
    """The tokens `start` to `end` (half-open) between two quotation marks, and who says them.

    `speaker` is the index of the head word of who speaks, `cue` that of the word which tells so: a verb of saying or
    "according". Both are None where the text names no speaker: in quoted words, titles and names. `rule` is the name of
    the rule that found them, empty where it is the speaker of the quotation right behind.
    """

    start: int
    end: int
    speaker: int | None = None
    cue: int | None = None
    rule: str = ""

    def __contains__(self, index: object) -> bool:
        """Tell whether the token with that index stands between the marks."""
        return isinstance(index, int) and self.start <= index < self.end


def quotation_at(token: Token) -> Quotation | None:
    """Return the quotation that a token is part of, of those that stand on its Doc."""
    quotations: tuple[Quotation, ...] = token.doc.quotations
    index = bisect.bisect_right(quotations, token.i, key=attrgetter("start")) - 1
    return quotations[index] if index >= 0 and token.i in quotations[index] else None
