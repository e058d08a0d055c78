"""The noun that a relative clause is about, where the parser hung the clause on a neighbour of it."""

import typing as t

from kg.extract.event_nouns import is_event
from kg.extract.syntax import SUBJECTS, WH_WORDS, child, children, first_conjunct
from kg.grammar.parse import Token
from kg.lexicon.noun_types import noun_type
from kg.lexicon.supersenses import noun_supersense
from kg.reference.completion import is_infinitive

PROPOSITIONAL_VERBS: t.Final = frozenset(
    {"deny", "reject", "dispute", "refute", "confirm", "dismiss", "contest", "rebut"}
)  # fmt: skip
RULE_NOUNS: t.Final = frozenset(
    {"restriction", "law", "rule", "order", "ban", "sanction", "measure", "bill", "act", "regulation", "agreement",
     "treaty", "ruling", "policy", "decree", "directive", "amendment", "tax", "tariff", "embargo", "legislation",
     "contract", "deal"}
)  # fmt: skip
COMMISSIONING_VERBS: t.Final = frozenset(
    {"appoint", "arrange", "ask", "assign", "choose", "elect", "enlist", "force", "hire", "invite", "order", "pay",
     "persuade", "recruit", "send", "tell", "train", "urge"}
)  # fmt: skip
"""Verbs whose object does what the infinitive behind it says."""
RULING_VERBS: t.Final = frozenset(
    {"bar", "ban", "prohibit", "require", "forbid", "allow", "permit", "authorize", "authorise", "restrict",
     "limit", "oblige", "exempt", "apply", "expire"}
)  # fmt: skip
THINGS: t.Final = frozenset(
    {"act", "artifact", "attribute", "communication", "event", "feeling", "food", "object", "phenomenon", "plant",
     "possession", "process", "quantity", "shape", "state", "substance", "time"}
)  # fmt: skip
"""Kinds of nouns that "who" cannot stand for."""
IMPERSONAL_ENTITIES: t.Final = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "MONEY", "PERCENT", "LAW", "PRODUCT"})


def antecedent(verb: Token) -> Token:
    """Return the noun that the relative clause of `verb` is about.

    The parser hangs it on the nearest noun. A noun above that one is meant where the clause could not be said of the
    nearest: where the number of the verb differs, where "who" would be a place, where a person or place would be denied
    ("links to the *state*, which the firm denies"), or where a thing would forbid what only rules can ("limits on
    *tea*, which bar imports").
    """
    noun = first_conjunct(verb).head
    candidates = [noun]
    while (above := _noun_above(candidates[-1])) is not None:
        candidates.append(above)
    for fits in (agrees, can_be_who, _can_be_denied, _can_rule):
        candidates = [c for c in candidates if fits(verb, c)] or candidates
    return candidates[0]


def commissioned(infinitive: Token) -> Token | None:
    """Return who acts in an infinitive under a relative clause: "the *lawyer* they hired to fight the case".

    The infinitive has its own object, so the gap in the relative clause is the object of the verb above it.
    """
    verb = infinitive.head
    if verb.dep_ != "relcl" or verb.lemma_ not in COMMISSIONING_VERBS or infinitive.dep_ not in {"xcomp", "advcl"}:
        return None
    if not is_infinitive(infinitive) or child(infinitive, "dobj") is None or child(infinitive, *SUBJECTS) is not None:
        return None
    own = child(verb, *SUBJECTS)
    with_gap = own is not None and own.tag_ not in WH_WORDS and own.lower_ != "that" and child(verb, "dobj") is None
    return antecedent(verb) if with_gap else None


def _noun_above(noun: Token) -> Token | None:
    """Return the noun that a noun completes or explains: behind a preposition, or as the object of an infinitive."""
    noun = first_conjunct(noun)
    if noun.dep_ == "appos":
        return noun.head
    if noun.dep_ == "pobj":
        above = noun.head.head
        target = child(above, "dobj")  # "thanked *visitors* from Lyon": the parser may hang the phrase on the verb
        beside = target is not None and noun.head.i == target.i + 1
        if above.dep_ == "acl" and not beside:
            return above.head  # "an *inquiry* led by a judge, which will report"
        return target if beside else above if above.pos_ in {"NOUN", "PROPN"} else None
    return noun.head.head if noun.dep_ == "dobj" and noun.head.dep_ == "acl" else None


def agrees(verb: Token, noun: Token) -> bool:
    """Tell whether the number of a present-tense verb fits the noun that would be its subject."""
    finite = next((w for w in (verb, *children(verb, "aux", "auxpass")) if w.tag_ in {"VBZ", "VBP"}), None)
    subject = child(verb, *SUBJECTS)
    if finite is None or (subject is not None and subject.tag_ not in WH_WORDS and subject.lower_ != "that"):
        return True
    return (finite.tag_ == "VBZ") == (noun.tag_ in {"NN", "NNP"})


def can_be_who(verb: Token, noun: Token) -> bool:
    """Tell whether "who" can stand for a noun, and "which", which stands for no person."""
    subject = child(verb, *SUBJECTS)
    pronoun = subject.lower_ if subject is not None else ""
    if pronoun == "who":
        type_, kind = noun_type(noun.lemma_.lower()), noun_supersense(noun.lemma_.lower())
        thing = noun.pos_ == "NOUN" and (type_ in {"Product", "Work", "Event"} or (type_ == "Thing" and kind in THINGS))
        return noun.ent_type_ not in IMPERSONAL_ENTITIES and type_ != "Place" and not thing
    person = noun.ent_type_ == "PERSON" or (noun.tag_ == "NN" and noun_type(noun.lemma_.lower()) == "Person")
    return pronoun != "which" or not person


def _can_be_denied(verb: Token, noun: Token) -> bool:
    return verb.lemma_ not in PROPOSITIONAL_VERBS or is_event(noun)


def _can_rule(verb: Token, noun: Token) -> bool:
    return verb.lemma_ not in RULING_VERBS or noun.lemma_ in RULE_NOUNS
