"""The form of a verb that names a relation."""

import typing as t

from kg.annotate.parse import Token

LEXICAL_PARTICIPLES: t.Final = frozenset({"born", "aged", "based", "located", "situated", "headquartered"})


def base_form(verb: Token) -> str:
    """Return the base form of a verb; a participle that became a word of its own stays: born, based, missing."""
    return verb.lower_ if verb.lower_ in LEXICAL_PARTICIPLES or is_missing(verb) else verb.lemma_.lower()


def is_missing(verb: Token) -> bool:
    """Tell whether a progressive is an adjective: "two climbers *are missing*"."""
    return verb.lower_ == "missing" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.lefts)
