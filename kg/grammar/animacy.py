"""Whether a noun means something that has no mind, does nothing on purpose and says nothing."""

import typing as t

from kg.lexicon import nouns, verbs
from kg.lexicon.supersenses import noun_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token


def is_inanimate(noun: "Token") -> bool:
    """Tell whether a common noun means a thing, an act or an idea, and no person, group or document: "the *ban*"."""
    if noun.tag_ not in {"NN", "NNS"} or noun.ent_type_:
        return False
    lemma = noun.lemma_.lower()
    return lemma not in nouns("speaker") and noun_supersense(lemma) not in {"person", "group", "animal", None}


def needs_mind(word: "Token") -> bool:
    """Tell whether only who has a mind can fill its role: "*they* want it", "told *them*"."""
    lemma = word.governor.lemma_.lower()
    if word.function == "subject":
        return lemma in verbs("subject", "mind") | verbs("say")
    return word.function in {"object", "recipient"} and lemma in verbs("demand") & verbs("say")
