"""The form of a verb that names a relation."""

import typing as t

from kg.grammar.parse import Token

LEXICAL_PARTICIPLES: t.Final = frozenset({"born", "aged", "based", "located", "situated", "headquartered"})

VERBS_OF_STATES: t.Final = frozenset(
    {"blind", "calm", "clean", "clear", "close", "complete", "cool", "correct", "dry", "empty", "free", "level",
     "lower", "narrow", "open", "perfect", "quiet", "secure", "separate", "slow", "smooth", "tame", "warm"}
)  # fmt: skip
"""Verbs whose base form is an adjective too: with "be" it would tell a state."""


def base_form(verb: Token) -> str:
    """Return the base form of a verb; a participle that became a word of its own stays: born, based, missing."""
    return verb.lower_ if verb.lower_ in LEXICAL_PARTICIPLES or is_missing(verb) else verb.lemma_.lower()


def is_missing(verb: Token) -> bool:
    """Tell whether a progressive is an adjective: "two climbers *are missing*"."""
    return verb.lower_ == "missing" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.lefts)


def passive_form(verb: Token) -> str:
    """Return what names a passive behind "be": the base form, "*deny*", or where it would tell a state, "*closed*"."""
    return verb.lower_ if verb.lemma_ in VERBS_OF_STATES else base_form(verb)
