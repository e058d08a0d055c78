"""The day that partial dates are seen from: the document's, or else one that the text itself gave before."""

import itertools
import typing as t
from datetime import date

from kg.grammar.clause import WordFunction
from kg.grammar.parse import Token
from kg.times.grammar import Context

DAYS: t.Final = frozenset({"second", "minute", "daypart", "day"})
ASIDE: t.Final[frozenset[WordFunction]] = frozenset({"relative clause", "noun clause", "apposition"})
"""What tells of a thing, and may be of another time than the clause that the thing stands in."""
BELOW: t.Final[frozenset[WordFunction]] = frozenset({"adverbial clause", "clause of preposition"})
"""Clauses that may be of another time than the clause above them."""


def anchor(context: Context, *grains: str) -> date | None:
    """Return the day that a partial date is seen from: the document's, or else that of the date mentioned last.

    That one is a day, or one of `grains` in the same sentence: a year tells of no weekday which one it is.
    """
    if context.published is not None or context.mentioned is None:
        return context.published
    fine = context.mentioned.grain in DAYS or (context.nearby and context.mentioned.grain in grains)
    return context.mentioned.start if fine and not is_background(context) else None


def is_background(context: Context) -> bool:
    """Tell whether the date mentioned last belongs to something beside what is told, which may be of another time.

    For example "the chief, *who left in 2012*, came back in May".
    """
    start, end = context.mentioned_at
    told, at = context.doc[start:end].root, context.doc[context.at]
    own = {at.i, *(word.i for word in at.governors)}
    row = itertools.takewhile(lambda word: word.i not in own, (told, *told.governors))
    aside = ASIDE | BELOW if context.nearby else ASIDE
    if any(word.function in aside for word in row):
        return True
    above = told.governor
    named = above.kind in {"noun", "name"} and told.function in {"numeral", "part of compound"}
    dates_thing = named or (above.kind == "preposition" and above.lower_ == "of")  # "the *2012* law", "a law *of 2012*"
    return context.nearby and (dates_thing or _is_of_another(told, at))


def _is_of_another(told: Token, at: Token) -> bool:
    """Tell whether a date behind its verb is another subject's: "the mill fell *in 2012*, and Silva left in May"."""
    first, verb = (next((word for word in each.governors if word.kind == "verb"), None) for each in (told, at))
    if first is None or told.i < first.i:
        return False
    subjects = verb.all("subject", "passive subject") if verb is not None and verb is not first else ()
    return any(word.kind in {"noun", "name"} for word in subjects)
