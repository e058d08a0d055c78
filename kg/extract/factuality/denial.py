"""Who denies it: a table of rules."""

import typing as t
from collections.abc import Callable

from kg.extract.cues import DENYING_VERBS
from kg.extract.factuality.attribution import Source
from kg.extract.factuality.scope import Scope
from kg.extract.subjects import subject_of
from kg.extract.syntax import ancestors
from kg.grammar.parse import Token


def relative_clause(scope: Scope) -> Source | None:
    """A relative clause denies an event: "alleged links to the army, which *the company* denies"."""
    noun = scope.predication.head
    if scope.predication.voice == "nominal":
        for clause in noun.sent:
            if clause.dep_ == "relcl" and clause.lemma_ in DENYING_VERBS and _points_at(clause, noun):
                return _source(clause)
    return None


def _points_at(clause: Token, noun: Token) -> bool:
    """Tell whether a relative clause is about `noun`: it hangs on it, or on a noun inside its phrase."""
    return clause.head == noun or (clause.head.i > noun.i and noun in list(ancestors(clause.head)))


def denied_event(scope: Scope) -> Source | None:
    """An event is the object of a verb of denying: "*the mayor* denied the bank's links to the army"."""
    noun = scope.predication.head
    denied = scope.predication.voice == "nominal" and noun.dep_ == "dobj" and noun.head.lemma_ in DENYING_VERBS
    return _source(noun.head) if denied else None


def denied_claim(scope: Scope) -> Source | None:
    """It is the content of a noun that is denied: "*the mayor* rejected claims that the bank had links to the army"."""
    top = scope.predication.governor
    denied = top.dep_ == "acl" and top.head.dep_ == "dobj" and top.head.head.lemma_ in DENYING_VERBS
    return _source(top.head.head) if denied else None


def denied_doing(scope: Scope) -> Source | None:
    """The subject denies it: "*the firm* denied taking bribes"."""
    verbs = (
        word for word in scope.predication.words if word.lemma_ in DENYING_VERBS and word != scope.predication.head
    )
    denial = next(verbs, None)
    return Source(scope.predication.subject, denial) if denial is not None else None


DENIAL_RULES: t.Final[t.Mapping[str, Callable[[Scope], Source | None]]] = {
    "relative-clause": relative_clause,
    "denied-event": denied_event,
    "denied-claim": denied_claim,
    "denied-doing": denied_doing,
}


def denial_of(scope: Scope) -> Source | None:
    """Return who denies it, by the first rule that tells."""
    found = (rule(scope) for rule in DENIAL_RULES.values())
    return next((source for source in found if source is not None), None)


def _source(verb: Token) -> Source | None:
    denier = subject_of(verb)
    return Source(denier, verb) if denier is not None else None
