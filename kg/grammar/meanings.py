"""What a noun means where it stands: whether it is something that has a mind."""

import typing as t

from kg.lexicon import nouns, value, verbs
from kg.lexicon.noun_types import broad_type
from kg.lexicon.supersenses import noun_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

SPEND: t.Final = "spend"
"""Whoever spends time or money does what stands behind it: "*spent* a year building it"."""
OWNERS: t.Final = frozenset({"Organization", "Person"})
"""The general types of what has a mind."""


def is_inanimate(noun: "Token") -> bool:
    """Tell whether a common noun means a thing, an act or an idea, and no person, group or document: "the *ban*"."""
    if noun.tag_ not in {"NN", "NNS"} or noun.ent_type_:
        return False
    lemma = noun.lemma_.lower()
    return lemma not in nouns("speaker") and noun_supersense(lemma) not in {"person", "group", "animal", None}


def needs_mind(word: "Token") -> bool:
    """Tell whether only who has a mind can fill its role: "*they* want it", "told *them*", "*its* plan to sell"."""
    lemma = word.governor.lemma_.lower()
    if word.function == "subject":
        return lemma in verbs("subject", "mind") or lemma in verbs("say")
    if word.function == "possessor":
        owner = value("owned").get(lemma)
        return value("plan").get(lemma) == "planned" or (owner is not None and broad_type(owner) in OWNERS)
    return word.function in {"object", "recipient"} and lemma in verbs("demand") and lemma in verbs("say")
