"""Nouns that stand for no thing of their own: what a subject is said to be, and what there is none of."""

from collections.abc import Container

from kg.grammar.parse import Token
from kg.lexicon import verbs, words
from kg.lexicon.supersenses import verb_supersense
from kg.reference.coref.candidates import PRONOUNS, SUBJECTS, Candidate
from kg.reference.coref.clauses import SHARING
from kg.reference.coref.discourse import Discourse


def is_impersonal_verb(verb: str) -> bool:
    """Tell whether the subject of a verb is often an it that stands for nothing: "it seems", "it rains"."""
    return verb in verbs("seem") or verb_supersense(verb) == "weather"


def is_none(candidate: Candidate) -> bool:
    """Tell whether a noun says that there is no such thing: "*neither club* won", "*none* was left"."""
    told = candidate.form if candidate.kind == "nominal" and not candidate.determiner else candidate.determiner
    return told in words("modality", "negative")


def thing_meant(discourse: Discourse, antecedent: Candidate) -> Candidate | None:
    """Return what goes by a noun: for a predicate its subject, which it describes, and nothing where that is denied.

    "*Delmar* became the first club to win" is about one thing, and "Delmar is not *a bank*" about no bank.
    """
    token = antecedent.token
    if antecedent.kind != "nominal" or discourse.has_name(antecedent):
        return antecedent
    subject = described_by_predicate(token)
    if subject is None or _is_empty(subject):
        return antecedent
    if token.governor.all("negation"):
        return None
    meant = discourse.at(subject)
    return meant if meant is not None and meant.number == antecedent.number else antecedent


def _is_empty(subject: Token) -> bool:
    """Tell whether a subject stands for nothing of its own: "it", "this", "there", "what"."""
    if subject.lower_ == "there" or subject.lower_ == "what":
        return True
    pronoun = PRONOUNS.get(subject.lower_)
    return pronoun is not None and (pronoun.person == 4 or subject.lower_ == "it")


def described_by_predicate(token: Token) -> Token | None:
    """Return the word that a predicate noun is said of, or None for any other noun."""
    verb = token.governor
    if token.function == "complement" and verb.lemma_ in verbs("copula"):
        return subject_before(verb, SHARING)
    if token.function in {"complement", "object complement"} and verb.lemma_ in verbs("name"):
        target = next(iter(verb.all("passive subject", "object")), None)
        return target if target is None or target.i < token.i else None
    return None


def subject_before(verb: Token, sharing: Container[str]) -> Token | None:
    """Return the subject of a verb before it, or that of the verb above where it hangs on that as one of `sharing`."""
    while True:
        subject = next(iter(verb.before(*SUBJECTS)), None)
        if subject is not None or verb.function not in sharing:
            return subject
        verb = verb.governor
