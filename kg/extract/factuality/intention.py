"""What is said to be planned, wanted or to come: a table of rules, each with the words that show it."""

import typing as t
from collections.abc import Iterator

from kg.extract.clauses import awaiting, is_absorbed
from kg.extract.cues import (
    ASPECTUAL_COMPLEMENTS,
    DEMANDING_VERBS,
    IMPLICATIVE_VERBS,
    PLANNING_ADJECTIVES,
    PLANNING_MODALS,
    PLANNING_VERBS,
    REALIZED_NOUN_VERBS,
    RESULT_GOVERNORS,
    RESULT_VERBS,
)
from kg.extract.factuality.scope import CueRule, Scope
from kg.extract.predications import Predication
from kg.extract.subjects import singled_out_subject
from kg.extract.syntax import AUXILIARIES, SUBJECTS, child, children, first_conjunct, is_verb
from kg.grammar.parse import Token
from kg.reference.completion import is_infinitive

ENSURING_VERBS: t.Final = frozenset({"ensure", "assure", "guarantee"})


def modals(scope: Scope, which: frozenset[str]) -> Iterator[Token]:
    """Yield the modal verbs of that kind that a predication stands under."""
    yield from sorted((word for word in scope.auxiliaries if word.lower_ in which), key=lambda word: word.i)


def future(scope: Scope) -> Iterator[Token]:
    """It is to come: "*will* sell the mine"."""
    yield from modals(scope, PLANNING_MODALS)


def planning_verb(scope: Scope) -> Iterator[Token]:
    """A verb above tells of a plan: "*vowed* to sell the mine"."""
    for verb in scope.verbs:
        if verb != scope.predication.head and verb.lemma_ in PLANNING_VERBS and child(verb, "prt") is None:
            yield verb


def planning_adjective(scope: Scope) -> Iterator[Token]:
    """An event is planned: "the firm's *planned* exit"."""
    if scope.predication.voice == "nominal":
        yield from (word for word in scope.predication.head.children if word.lower_ in PLANNING_ADJECTIVES)


def infinitive(scope: Scope) -> Iterator[Token]:
    """An infinitive, or what follows one, tells what somebody wants: "asked him *to* go", "came *to* read and sign"."""
    if scope.predication.voice == "nominal":
        return
    for verb in scope.above:
        if is_infinitive(verb) and _is_intended(verb, scope.predication):
            # the verb that wants it tells more than the "to"
            yield verb.head if verb.dep_ in {"xcomp", "ccomp"} else child(verb, "aux") or verb
            return


def bare_conjunct(scope: Scope) -> Iterator[Token]:
    """A bare infinitive beside a finite verb goes on with an earlier one: "has a plan *to* pay, and sell the mine"."""
    verb = scope.predication.governor
    if verb.tag_ != "VB" or child(verb, *SUBJECTS, *AUXILIARIES) is not None:
        return
    first = first_conjunct(verb)
    if first.tag_ in {"VBZ", "VBD", "VBP"} and is_verb(first):
        before = verb.doc[first.i : verb.i]
        yield from [word for word in before if word.lower_ == "to" and word.nbor().tag_ != "DT"][-1:]


def be_to(scope: Scope) -> Iterator[Token]:
    """It is arranged: "*is* to open a mine"."""
    for verb in scope.verbs:
        arranged = verb.lemma_ == "be" and verb != scope.predication.head and awaiting(verb) is None
        if arranged and child(verb, "acomp", "attr") is None:
            yield from (word for due in children(verb, "xcomp") for word in due.children if word.tag_ == "TO")


def demand(scope: Scope) -> Iterator[Token]:
    """A bare verb with a subject tells what is demanded: "*recommended* that the state pay"."""
    verb = scope.predication.governor
    subject = child(verb, *SUBJECTS)
    if verb.head.lemma_ not in DEMANDING_VERBS or subject is None:
        return
    # the tagger takes the bare form for a present tense
    bare = verb.tag_ == "VB" or (verb.tag_ == "VBP" and subject.tag_ in {"NN", "NNP"})
    if bare and child(verb, *AUXILIARIES) is None:
        yield verb.head


def ensured(scope: Scope) -> Iterator[Token]:
    """It is to be made so: "must *make sure* that the state pays", "to *ensure* that it pays"."""
    verb = scope.predication.governor
    if verb.dep_ == "acl" and child(verb.head.head, "expl") is not None:
        verb = verb.head.head  # "make sure there is *money* set aside"
    above = verb.head
    maker = above.head if above.lower_ in {"sure", "certain"} else above
    if verb.dep_ == "ccomp" and maker.tag_ == "VB" and (above.lemma_ in ENSURING_VERBS or maker.lemma_ == "make"):
        yield above


INTENTION_RULES: t.Final[t.Mapping[str, CueRule]] = {
    "future": CueRule(future),
    "planning-verb": CueRule(planning_verb),
    "planning-adjective": CueRule(planning_adjective),
    "infinitive": CueRule(infinitive),
    "bare-conjunct": CueRule(bare_conjunct, frozenset({"conj"})),
    "be-to": CueRule(be_to),
    "demand": CueRule(demand, frozenset({"ccomp"})),
    "ensured": CueRule(ensured, frozenset({"ccomp", "acl"})),
}


def _is_intended(verb: Token, predication: Predication) -> bool:
    """Tell whether an infinitive tells what somebody wants, not what happened: "asked him *to go*"."""
    if predication.rule == "noun-complement" and verb == predication.governor:
        return predication.name.split(" ")[0] not in REALIZED_NOUN_VERBS
    if singled_out_subject(verb) is not None:
        return False
    if verb.dep_ in {"xcomp", "oprd", "ccomp"}:
        wanted = verb.head.lemma_ in PLANNING_VERBS and child(verb.head, "prt") is None
        return wanted or (verb.dep_ != "ccomp" and not is_absorbed(verb) and verb.head.lemma_ not in IMPLICATIVE_VERBS)
    return verb.dep_ in {"acl", "relcl"} or (verb.dep_ == "advcl" and not _is_result(verb))


def _is_result(verb: Token) -> bool:
    """Tell whether an infinitive tells what came of it: "went on *to win*", "grew up *to become* a judge"."""
    above = verb.head
    if any(word.lower_ == "only" for word in verb.lefts) or (above.i + 1 < len(above.doc) and _goes_on(above)):
        return True
    if above.lemma_ == "come":
        return verb.lemma_ in ASPECTUAL_COMPLEMENTS
    return above.lemma_ in RESULT_GOVERNORS and verb.lemma_ in RESULT_VERBS


def _goes_on(verb: Token) -> bool:
    return verb.lemma_ == "go" and verb.nbor().lower_ == "on"
