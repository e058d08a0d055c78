"""Nouns that stand for an event, and the verb that says the same: a ban on X is to ban X."""

import functools
import json
import typing as t
from importlib import resources

from spacy.tokens import Token

from kg.extract.syntax import child, children

LIGHT_VERBS: t.Final = frozenset(
    {"announce", "unveil", "impose", "launch", "make", "issue", "introduce", "order", "conduct", "give", "take",
     "hold", "begin", "start", "declare", "place", "enact", "slap", "open", "file", "lodge", "carry", "have",
     "reach", "sign", "complete", "express", "voice", "approve", "stage", "mount", "bring", "pass", "levy", "offer",
     "seek", "get", "maintain", "establish"}
)  # fmt: skip


@functools.cache
def event_nouns() -> t.Mapping[str, t.Mapping[str, str]]:
    """Return, by event noun, its `verb`, and by preposition what of it stays in the relation's name."""
    text = resources.files("kg").joinpath("data/event_nouns.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = json.loads(text)
    return table


def is_event(noun: Token) -> bool:
    """Tell whether `noun` stands for an event or a relation that a verb names."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in event_nouns()


def event_agent(noun: Token) -> Token | None:
    """Return who does it: the possessor, a by-phrase, or the subject of a light verb whose object the noun is."""
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    for by in children(noun, "prep", "agent"):
        if by.lower_ == "by":
            return child(by, "pobj")
    return None


def light_verb(noun: Token) -> Token | None:
    """Return the verb that only carries the noun: "*announced* a ban"."""
    verb = noun.head
    return verb if noun.dep_ == "dobj" and verb.lemma_ in LIGHT_VERBS else None
