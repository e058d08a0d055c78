"""From where a partial date is seen: from which day, and whether its clause tells of the past or the future.

The day is the document's, or else one that the text itself gave before. Where the clause points decides between last
Friday and next Friday.
"""

import typing as t
from datetime import date

from kg.grammar.parse import Token
from kg.lexicon import verbs, words
from kg.times.grammar import Context
from kg.times.lexicon import PARTS_OF_DAY, UNITS, WEEKDAYS
from kg.times.numerals import OF_CLOCK

Direction: t.TypeAlias = t.Literal["past", "likely past", "future", "unknown"]
"""`likely past`: the date belongs to a noun under a verb in the past, "met before the vote of May 3"."""

OF_TIME: t.Final = frozenset((*UNITS, *WEEKDAYS, *PARTS_OF_DAY, *OF_CLOCK))
"""Nouns inside expressions of time: what hangs on them belongs to their verb."""
DAYS: t.Final = frozenset({"second", "minute", "daypart", "day"})


def anchor(context: Context, *grains: str) -> date | None:
    """Return the day that a partial date is seen from: the document's, or else that of the date mentioned last.

    That one is a day, or one of `grains` in the same sentence: a year tells of no weekday which one it is.
    """
    if context.published is not None or context.mentioned is None:
        return context.published
    fine = context.mentioned.grain in DAYS or (context.nearby and context.mentioned.grain in grains)
    return context.mentioned.start if fine else None


def direction(context: Context) -> Direction:
    """Return where the clause around an expression points: its verb's tense, or else its preposition."""
    found = _of_governor(context.doc[context.at])
    if found == "unknown" and context.preposition in words("dating", "until"):
        return "future"
    return found


def _of_governor(token: Token) -> Direction:
    """Return the direction of the closest verb above a token, past infinitives and participles without a tense.

    A present tense points forward for what belongs to the verb ("opens in June"), not for what belongs to a noun.
    """
    in_noun_phrase = False
    forward = token.i > 0 and token.nbor(-1).lower_ in words("dating", "ahead")
    for above in token.governors:
        if _tells_of_plan(above) and (forward or _is_prospective(above)):
            return "future"
        if above.kind == "verb":
            found = _of_verb(above)
            if found == "present":
                return "unknown" if in_noun_phrase else "future"
            if found != "unknown":
                return "likely past" if found == "past" and in_noun_phrase else found
        forward = forward or _is_infinitive(above)
        noun = above.kind in {"noun", "name"}
        in_noun_phrase = in_noun_phrase or (noun and above.lower_ not in OF_TIME)
    return "unknown"


def _tells_of_plan(word: Token) -> bool:
    """Tell whether a verb or an adjective says that something is to come: "*plan* to open", "is *due* to open"."""
    return word.lemma_ in verbs("plan") or (word.kind == "adjective" and word.lower_ in words("modality", "planned"))


def _is_infinitive(verb: Token) -> bool:
    """Tell whether a verb is a bare infinitive, in the active or the passive: "to *open*", "to be *opened*"."""
    helpers = [word for word in verb.all("auxiliary", "passive auxiliary") if word.kind == "verb"]
    return all(word.form == "base" and word.lemma_ != "have" for word in (helpers or [verb]))


def _is_prospective(verb: Token) -> bool:
    """Tell whether a verb of planning says what is planned: "due", "was set for May"; not "set by them", "had set"."""
    done = any(child.function == "agent" or child.lemma_ == "have" for child in verb.dependents)
    return verb.kind == "adjective" or (verb.form == "past participle" and not done)


def _of_verb(verb: Token) -> Direction | t.Literal["present"]:
    helpers = verb.all("auxiliary", "passive auxiliary")
    if any(helper.form == "modal" for helper in helpers):
        return "past" if any(helper.lower_ == "have" for helper in helpers) else "future"
    if _is_infinitive(verb):
        return "unknown"
    forms = {verb.form, *(helper.form for helper in helpers)}
    if verb.form == "past participle" or "past" in forms or any(h.lemma_ == "have" for h in helpers):
        return "past"
    return "present" if "present" in forms else "unknown"
