"""Nouns that stand for no thing of their own: what a subject is said to be, and what there is none of."""

import typing as t
from collections.abc import Container

from kg.grammar.parse import Token
from kg.reference.coref.candidates import COPULAS, SUBJECTS, Candidate
from kg.reference.coref.clauses import SHARING
from kg.reference.coref.discourse import Discourse

NAMING_VERBS: t.Final = frozenset(
    {"appoint", "call", "choose", "crown", "declare", "elect", "make", "name", "pick", "proclaim"}
)
"""Verbs whose object, or subject in the passive, is made or said to be what their second object says."""
NONE: t.Final = frozenset({"no", "neither", "none"})
EMPTY_SUBJECTS: t.Final = frozenset({"it", "this", "that", "there", "these", "those", "what"})


def is_none(candidate: Candidate) -> bool:
    """Tell whether a noun says that there is no such thing: "*neither club* won", "*none* was left"."""
    return candidate.determiner in NONE or (candidate.kind == "nominal" and candidate.form in NONE)


def thing_meant(discourse: Discourse, antecedent: Candidate) -> Candidate | None:
    """Return what goes by a noun: for a predicate its subject, which it describes, and nothing where that is denied.

    "*Delmar* became the first club to win" is about one thing, and "Delmar is not *a bank*" about no bank.
    """
    token = antecedent.token
    if antecedent.kind != "nominal" or discourse.has_name(antecedent):
        return antecedent
    subject = described_by_predicate(token)
    if subject is None or subject.lower_ in EMPTY_SUBJECTS:
        return antecedent
    if any(child.dep_ == "neg" for child in token.head.children):
        return None
    meant = discourse.at(subject)
    return meant if meant is not None and meant.number == antecedent.number else antecedent


def described_by_predicate(token: Token) -> Token | None:
    """Return the word that a predicate noun is said of, or None for any other noun."""
    verb = token.head
    if token.dep_ == "attr" and verb.lemma_ in COPULAS:
        return subject_before(verb, SHARING)
    if token.dep_ in {"attr", "oprd"} and verb.lemma_ in NAMING_VERBS:
        target = next((child for child in verb.children if child.dep_ in {"nsubjpass", "dobj"}), None)
        return target if target is None or target.i < token.i else None
    return None


def subject_before(verb: Token, sharing: Container[str]) -> Token | None:
    """Return the subject of a verb before it, or that of the verb above where it hangs on that as one of `sharing`."""
    while True:
        subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
        if subject is not None or verb.dep_ not in sharing:
            return subject
        verb = verb.head
