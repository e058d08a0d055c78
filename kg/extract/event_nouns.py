"""Nouns that stand for an event, and the verb that says the same: a ban on X is to ban X."""

import functools
import json
import typing as t
from importlib import resources

from kg.extract.syntax import child, children
from kg.grammar.parse import Token

Frame: t.TypeAlias = t.Mapping[str, str]
"""The `verb` that an event noun stands for, and by preposition what of it stays in the relation's name.

Where the prepositional phrase of the noun is who does it ("the arrival *of* the envoy"), `agent` is its preposition.
"""

LIGHT_VERBS: t.Final = frozenset(
    {"announce", "unveil", "impose", "launch", "make", "issue", "introduce", "order", "conduct", "give", "take",
     "hold", "begin", "start", "declare", "place", "enact", "slap", "open", "file", "lodge", "carry", "have",
     "reach", "sign", "complete", "express", "voice", "approve", "stage", "mount", "bring", "pass", "levy", "offer",
     "seek", "get", "maintain", "establish", "pay"}
)  # fmt: skip
LIGHT_PARTICLES: t.Final[t.Mapping[str, frozenset[str]]] = {"carry": frozenset({"out"})}
"""The particles that leave a light verb light: to "bring about" a ban is more than to bring it."""
RECEIVING_VERBS: t.Final = frozenset({"have", "get", "seek"})
HELD_NOUNS: t.Final = frozenset({"command", "control", "knowledge", "ownership", "possession", "understanding"})
"""Nouns whose of-phrase is their object even where one has them: to "have *control* of" a firm is to control it."""
INTRANSITIVE_PREPOSITIONS: t.Final = ("to", "with", "against", "into", "from")
"""What a noun without a frame of its own takes to its verb: "resorting *to*" is to "resort *to*"."""


@functools.cache
def event_nouns() -> t.Mapping[str, Frame]:
    """Return the frame of each event noun: one written by hand, else a cautious one for the nouns made from WordNet.

    An of-phrase is the object of a transitive verb ("the abolition *of* the tax"); who does it, if the verb has none.
    """
    derived = _table("event_nouns")
    kept = {preposition: preposition for preposition in INTRANSITIVE_PREPOSITIONS}
    frames: dict[str, Frame] = {noun: {"verb": verb, "of": ""} for noun, verb in derived["transitive"].items()}
    frames |= {noun: {"verb": verb, "agent": "of", **kept} for noun, verb in derived["intransitive"].items()}
    return frames | _table("event_noun_frames")


def _table(name: str) -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(
        resources.files("kg").joinpath(f"data/{name}.json").read_text(encoding="utf-8")
    )
    return table


def is_event(noun: Token) -> bool:
    """Tell whether `noun` stands for an event or a relation that a verb names."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in event_nouns()


def event_agent(noun: Token) -> Token | None:
    """Return who does it: the possessor, a by-phrase, or for some nouns an of-phrase ("the arrival *of the envoy*")."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    of = event_nouns().get(noun.lemma_.lower(), {}).get("agent")
    phrases = children(noun, "prep", "agent")
    doer = next((p for p in phrases if p.lower_ == "by"), None) or next((p for p in phrases if p.lower_ == of), None)
    return child(doer, "pobj") if doer is not None else None


def light_verb(noun: Token) -> Token | None:
    """Return the verb that only carries the noun: "*announced* a ban", "a ban was *announced*"."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"} or verb.lemma_ not in LIGHT_VERBS or _is_received(noun, verb):
        return None
    particles = {particle.lower_ for particle in children(verb, "prt")}
    return verb if particles <= LIGHT_PARTICLES.get(verb.lemma_, frozenset()) else None


def _is_received(noun: Token, verb: Token) -> bool:
    """Tell whether the of-phrase of `noun` is who does it: "has the backing *of the ministry*"."""
    has_of = any(preposition.lower_ == "of" for preposition in children(noun, "prep"))
    return has_of and verb.lemma_ in RECEIVING_VERBS and noun.lemma_ not in HELD_NOUNS
