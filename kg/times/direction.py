"""Whether a clause tells of the past or of the future, which decides between last Friday and next Friday."""

import itertools
import typing as t

from kg.grammar.parse import Parse, Token
from kg.lexicon import verbs, words
from kg.times.grammar import Context
from kg.times.lexicon import PARTS_OF_DAY, UNITS, WEEKDAYS
from kg.times.numerals import HALF_OF_DAY

Direction: t.TypeAlias = t.Literal["past", "likely past", "future", "unknown"]
"""`likely past`: the date belongs to a noun under a verb in the past, "met before the vote of May 3"."""

PAST_FORMS: t.Final = frozenset({"past", "past participle"})
OF_TIME: t.Final = frozenset((*UNITS, *WEEKDAYS, *PARTS_OF_DAY, *HALF_OF_DAY))
"""Nouns inside expressions of time: what hangs on them belongs to their verb."""
SENTENCE_ENDS: t.Final = frozenset({".", "!", "?"})
LONGEST_CLAUSE: t.Final = 100
"""How many words before and behind an expression are asked about its clause."""


def direction(context: Context) -> Direction:
    """Return where the clause around an expression points: its verb's tense, or else its preposition."""
    doc, at = context.doc, context.at
    found = _of_governor(doc[at]) if doc.has_dependencies else _of_words(context)
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
        if above.lemma_ in verbs("plan") and (forward or _is_prospective(above)):
            return "future"
        if above.kind == "verb":
            found = _of_verb(above)
            if found == "present":
                return "unknown" if in_noun_phrase else "future"
            if found != "unknown":
                return "likely past" if found == "past" and in_noun_phrase else found
        forward = forward or above.form == "base"
        noun = above.kind in {"noun", "name"}
        in_noun_phrase = in_noun_phrase or (noun and above.lower_ not in OF_TIME)
    return "unknown"


def _is_prospective(verb: Token) -> bool:
    """Tell whether a verb of planning says what is planned: "due", "was set for May"; not "set by them", "had set"."""
    if verb.form != "past participle":
        return verb.kind == "adjective"
    roles = {child.function for child in verb.dependents}
    perfect = any(child.lemma_ == "have" for child in verb.all("auxiliary"))
    return "agent" not in roles and not (perfect and "passive auxiliary" not in roles)


def _of_verb(verb: Token) -> Direction | t.Literal["present"]:
    helpers = verb.all("auxiliary", "passive auxiliary")
    if any(helper.form == "modal" for helper in helpers):
        return "past" if any(helper.lower_ == "have" for helper in helpers) else "future"
    forms = {verb.form, *(helper.form for helper in helpers)}
    if "past" in forms or any(h.lemma_ == "have" for h in helpers):
        return "past"
    if verb.form == "past participle":
        return "past"
    return "present" if "present" in forms else "unknown"


def _of_words(context: Context) -> Direction:
    """Return the direction of the nearest word of the sentence that shows one, before the expression or behind it."""
    at = context.at
    for indices in (range(at - 1, max(at - LONGEST_CLAUSE, -1), -1), range(at, min(at + LONGEST_CLAUSE, context.end))):
        for index in itertools.takewhile(lambda index: context.words[index] not in SENTENCE_ENDS, indices):
            found = _of_word(context.doc, context.words[index], index)
            if found != "unknown":
                return found
    return "unknown"


def _of_word(doc: Parse, word: str, index: int) -> Direction:
    form, tagged = doc[index].form, doc[index].tagged
    if form == "modal" or (not tagged and word in words("modality", "planned")):
        return "future"
    regular = word.endswith("ed") and len(word) > 4
    if form in PAST_FORMS or (regular and not tagged):
        return "past"
    return "future" if form == "present" else "unknown"
