"""Event nouns that are asserted by the verb of a statement: "the *tour* began", "made its first *flight*".

Such a noun and its verb express one event, so both are words of one predicate.
"""

import typing as t
from collections.abc import Iterator

from kg.extract.chains import Chain, base_form
from kg.extract.text import Text
from kg.grammar.clause import Argument, Clause, Word
from kg.grammar.event_nouns import LIKELY, event_probability
from kg.lexicon import value, verbs, words
from kg.lexicon.supersenses import noun_supersense, verb_supersense
from kg.lexicon.verb_forms import participle

HAPPENS: t.Final = frozenset({"act", "event", "phenomenon", "process"})
"""The classes of nouns (WordNet's lexicographer files) for events, even without a verb of this meaning: "accident"."""
NEVER: t.Final = frozenset(
    {"animal", "body", "food", "group", "location", "object", "person", "plant", "shape", "substance"}
)
"""The classes of nouns for things, even if a verb is derived from them: "the *leader*"."""
RARELY: t.Final = frozenset({"artifact", "attribute", "possession", "relation"})
"""The classes of nouns that usually mean a thing or an attribute, and an event only if that is more likely than not."""
BRINGING_ABOUT: t.Final = (verbs("support") | verbs("aspect")) - verbs("prevent")
"""The verbs that assert that an event takes place: "*make* a call", "*go on* with the talks"."""
TOP: t.Final = "top"
"""The class of nouns for a class of nouns: "an *event*"."""
EVENT: t.Final = "Event"
EVEN: t.Final = 0.5
"""The minimum probability of an event for a noun that is rather a thing, or whose verb is weak evidence."""


def asserted_events(text: Text, chain: Chain, subject: Argument, target: Argument | None) -> Iterator[Word]:
    """Yield the event nouns in the subject and the object of a predicate that asserts them."""
    verb = chain.last
    if target is not None and target.role == "complement" and target.head.kind in {"adjective", "adverb", "verb"}:
        yield target.head
    if target is not None and _asserts_object(verb, target) and _may_be_event(text, verb, target.head, LIKELY):
        yield from _term(text, target.head)
    takes_place = value("subject").get(f"{base_form(verb)} in") == EVENT
    if takes_place or (_asserts_subject(verb, target) and _may_be_event(text, verb, subject.head, EVEN)):
        yield from _term(text, subject.head)


def _may_be_event(text: Text, verb: Clause, noun: Word, least: float) -> bool:
    """Return whether a noun means an event; a noun for people together may be one: "held a *meeting*"."""
    if is_event(text, noun, least=least):
        return True
    held = value("subject").get(f"be {participle(verb.lemma)} in") == EVENT
    return held and event_probability(text.parse.tokens[noun.index]) >= EVEN


def _term(text: Text, noun: Word) -> Iterator[Word]:
    """Yield an event noun with the nouns before it that form one term with it: "made a *test flight*"."""
    before = (m.head for m in text.phrase(noun).of_kind("compound") if m.end <= noun.index)
    yield from (word for word in before if word.kind == "noun" and not text.token(word).entity)  # not "*9 %* growth"
    yield noun


def is_event(text: Text, word: Word, *, least: float = LIKELY) -> bool:
    """Return whether a common noun means an event, by its first sense or by human judgements of such nouns.

    `least` is the minimum probability of an event if the first sense is something else.
    """
    if word.kind != "noun":
        return False
    if word.lower in words("adverb", "particle") and text.word(max(word.index - 1, 0)).text == "-":
        return True  # a particle: "a *sell-off*"
    kind = noun_supersense(word.lemma)
    if kind in HAPPENS or kind in NEVER or kind == TOP:
        return (word.lemma if kind == TOP else kind) in HAPPENS
    return event_probability(text.parse.tokens[word.index]) >= (EVEN if kind in RARELY else least)


def _asserts_object(verb: Clause, target: Argument) -> bool:
    """Return whether a verb asserts that its object takes place, begins or continues.

    Examples are "made a *call*", "led to a *fall*", "is in *talks*", and for speech "said so in a *statement*".
    """
    if verb.kind == "copula":
        return target.role == "oblique" and target.preposition == "in" and target.start == target.head.index
    if target.preposition == "in":
        return {verb_supersense(verb.lemma), noun_supersense(target.head.lemma)} == {"communication"}
    caused = target.preposition == "to" and verb.lemma in verbs("cause")
    alone = base_form(verb) in BRINGING_ABOUT and verb.first("complement") is None
    return alone and (not target.marker or caused)


def _asserts_subject(verb: Clause, target: Argument | None) -> bool:
    """Return whether a verb asserts that its subject takes place or how it continues: "the *tour* began"."""
    if verb.kind == "copula" or verb.lemma in verbs("prevent"):
        return verb.existential
    if verb.voice == "passive":
        return base_form(verb) in BRINGING_ABOUT and verb.first("complement") is None
    direct = target is not None and not target.marker
    happens = verb_supersense(verb.lemma) == "change"  # "the crash *happened*"
    return not direct and (happens or base_form(verb) in verbs("aspect") - verbs("plan"))
