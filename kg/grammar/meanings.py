"""The meaning of a noun in context: whether it denotes something that has a mind."""

import typing as t

from kg.lexicon import nouns, value, verbs
from kg.lexicon.noun_types import broad_type, noun_type
from kg.lexicon.supersenses import noun_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

OWNERS: t.Final = frozenset({"Organization", "Person"})
"""The general types of entities that have a mind."""


def is_inanimate(noun: "Token") -> bool:
    """Return whether a common noun denotes a thing, an act or an idea, not a person, group or document: "the *ban*"."""
    lemma = noun.lemma_.lower()
    if noun.tag_ not in {"NN", "NNS"} or noun.ent_type_ or broad_type(noun_type(lemma)) in OWNERS:
        return False
    return lemma not in nouns("speaker") and noun_supersense(lemma) not in {"person", "group", "animal", None}


def needs_mind(word: "Token") -> bool:
    """Return whether a word's role requires a mind: "*they* want it", "told *them*", "*its* plan to sell"."""
    lemma = word.governor.lemma_.lower()
    if word.function == "subject":
        return lemma in verbs("subject", "mind") or lemma in verbs("say")
    if word.function == "possessor":
        owner = value("owned").get(lemma)
        return value("plan").get(lemma) == "planned" or (owner is not None and broad_type(owner) in OWNERS)
    return word.function in {"object", "recipient"} and lemma in verbs("demand") and lemma in verbs("say")
