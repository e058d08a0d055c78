"""The viewpoint of a partial date: its anchor day, and whether its clause points to the past or the future.

The anchor is the document's date, or else one in the text itself. The direction of the clause decides between last
Friday and next Friday.
"""

import typing as t
from datetime import date

from kg.grammar import circumstances
from kg.grammar.parse import Token
from kg.lexicon import words
from kg.times.grammar import Context
from kg.times.lexicon import PARTS_OF_DAY, UNITS, WEEKDAYS
from kg.times.numerals import OF_CLOCK

Direction: t.TypeAlias = t.Literal["past", "likely past", "future", "unknown"]
"""`likely past`: the date belongs to a noun under a past-tense verb, "met before the vote of May 3"."""

OF_TIME: t.Final = frozenset((*UNITS, *WEEKDAYS, *PARTS_OF_DAY, *OF_CLOCK))
"""Nouns within time expressions, whose dependents belong to their verb."""
DAYS: t.Final = frozenset({"second", "minute", "daypart", "day"})


def anchor(context: Context, *grains: str) -> date | None:
    """Return the anchor day of a partial date: the document's date, or else the date mentioned last.

    The latter must be a day, or one of `grains` in the same sentence.
    """
    if context.published is not None or context.mentioned is None:
        return context.published
    fine = context.mentioned.grain in DAYS or (context.nearby and context.mentioned.grain in grains)
    return context.mentioned.start if fine else None


def direction(context: Context) -> Direction:
    """Return the direction of the clause around an expression: by its verb's tense, or else by its preposition."""
    found = _of_governor(context.doc[context.at])
    if found == "unknown" and context.preposition in words("dating", "until"):
        return "future"
    return found


def _of_governor(token: Token) -> Direction:
    """Return the direction of the closest verb above a token, skipping infinitives and participles without a tense.

    A present tense points forward for a dependent of the verb ("opens in June"), not for one of a noun.
    """
    in_noun_phrase = False
    forward = token.i > 0 and token.nbor(-1).lower_ in words("dating", "ahead")
    for above in token.governors:
        if circumstances.shows_plan(above) and (forward or circumstances.is_prospective(above)):
            return "future"
        found = _of_verb(above, of_noun=in_noun_phrase) if above.kind == "verb" else None
        if found is not None:
            return found
        forward = forward or circumstances.is_bare_infinitive(above)
        noun = above.kind in {"noun", "name"}
        in_noun_phrase = in_noun_phrase or (noun and above.lower_ not in OF_TIME)
    return "unknown"


def _of_verb(verb: Token, *, of_noun: bool) -> Direction | None:
    """Return the direction of a verb for its dependents, or for those of a noun below it; None if it has no tense."""
    if circumstances.is_past(verb):
        return "likely past" if of_noun else "past"
    if circumstances.is_present(verb):
        return "unknown" if of_noun else "future"
    return "future" if circumstances.is_future(verb) else None
