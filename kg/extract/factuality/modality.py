"""What is said to be possible, conditional or asked: tables of rules, each with the words that show it."""

import functools
import typing as t
from collections.abc import Callable, Iterator, Mapping

from kg.extract.arguments import is_small_clause
from kg.extract.clauses import awaiting
from kg.extract.cues import (
    APPROXIMATING_ADVERBS,
    CLAIM_NOUNS,
    CLAIMING_VERBS,
    CONDITIONS,
    DENYING_VERBS,
    GENERIC_CONJUNCTIONS,
    HEDGING_ADJECTIVES,
    HEDGING_ADVERBS,
    HEDGING_BRIDGES,
    HEDGING_MODALS,
    HEDGING_VERBS,
    IMPLICATIVE_VERBS,
    MULTIPLYING_VERBS,
    NECESSITY_ADJECTIVES,
    OBLIGING_MODALS,
    PLANNING_VERBS,
    RAISED_HEDGES,
    WISHING_VERBS,
)
from kg.extract.factuality.intention import INTENTION_RULES, modals
from kg.extract.factuality.negation import few_if_any_before
from kg.extract.factuality.scope import CueRule, Scope, accusing_verb
from kg.extract.syntax import ancestors, child, children, first_conjunct, is_passive
from kg.grammar.parse import Token
from kg.lexicon.tables import REMEMBERED
from kg.model import Modality
from kg.reference.completion import is_infinitive
from kg.reference.quotations import quotation_at


def condition_above(scope: Scope) -> Iterator[Token]:
    """The clause is a condition, or an indirect question: "*if* the bank fails", "asked *whether* it had failed"."""
    for above in ancestors(scope.predication.governor):
        yield from (mark for mark in _conditions(above) if not few_if_any_before(scope.predication.subject))
        if above.dep_ not in {"conj", "xcomp"}:
            break


def _conditions(verb: Token) -> list[Token]:
    """Return "if" and its like at a verb, and the "though" of "as though"."""
    marks = [word for word in verb.lefts if word.dep_ == "mark"]
    as_if = any(mark.lower_ == "as" for mark in marks)
    return [mark for mark in marks if mark.lower_ in CONDITIONS or (as_if and mark.lower_ == "though")]


def condition_beside(scope: Scope) -> Iterator[Token]:
    """The clause holds under a condition: "the state will pay *if* the bank fails"; "as if" and "even if" set none."""
    for clause in children(scope.predication.governor, "advcl"):
        for mark in children(clause, "mark"):
            before = mark.doc[mark.i - 1].lower_ if mark.i > 0 else ""
            if mark.lower_ in {"if", "unless"} and before not in {"as", "even", "only", "few", "little"}:
                yield mark


def general_time(scope: Scope) -> Iterator[Token]:
    """A clause in the present tells of any time: "*when* they are able to open it, they see a message"."""
    verb = first_conjunct(scope.predication.governor)
    if verb.dep_ != "advcl":
        return
    present = any(word.tag_ in {"VBZ", "VBP"} for word in (verb, *children(verb, "aux", "auxpass")))
    perfect = verb.tag_ == "VBN" and child(verb, "auxpass") is None
    if present and not perfect:
        yield from (word for word in verb.lefts if word.lower_ in GENERIC_CONJUNCTIONS)


def obligation(scope: Scope) -> Iterator[Token]:
    """It ought to be: "*should* sell the mine", "*has* to sell the mine"."""
    yield from modals(scope, OBLIGING_MODALS)
    for verb in scope.verbs:
        due = child(verb, "xcomp") if verb.lemma_ == "have" and verb.tag_ in {"VBZ", "VBP", "VB"} else None
        if due is not None and is_infinitive(due) and awaiting(verb) is None:
            yield verb


def necessity(scope: Scope) -> Iterator[Token]:
    """It is judged to be needed: "it is *crucial* that the state pay"."""
    verb = scope.predication.governor
    judged = child(verb.head, "acomp")
    if judged is not None and judged.lower_ in NECESSITY_ADJECTIVES:
        yield judged


def question(scope: Scope) -> Iterator[Token]:
    """Its sentence, or its part of a quotation, asks: "Did the bank pay?"."""
    verb = scope.predication.governor
    doc, end = verb.doc, verb.sent.end
    behind = reversed(doc.tokens[verb.i + 1 : end])
    last = next((word for word in behind if word.text == "?" or not word.is_punct), verb)
    if last.text == "?" and quotation_at(last) == scope.quotation:
        yield last
    elif scope.quotation is not None:
        stops = (word for word in doc[verb.i : min(end, scope.quotation.end)] if word.text in {"?", ".", "!"})
        yield from (stop for stop in [next(stops, verb)] if stop.text == "?")


def left_open(scope: Scope) -> Iterator[Token]:
    """A verb with an infinitive clause does not tell whether it happened: "*waited* for the state to pay"."""
    verb = scope.predication.governor
    above = verb.head
    done = above.lemma_ in IMPLICATIVE_VERBS and child(above, "neg") is None
    if is_small_clause(verb) and above.lemma_ not in PLANNING_VERBS and not done:
        yield above


def wish(scope: Scope) -> Iterator[Token]:
    """It is wished and not so: "*wishes* the museum owned it"."""
    verb = scope.predication.governor
    if verb.head.lemma_ in WISHING_VERBS and not is_infinitive(verb):
        yield verb.head


def approximation(scope: Scope) -> Iterator[Token]:
    """It did not quite happen: "the bridge *nearly* collapsed"; of a measure it only says that it is about right."""
    for verb in scope.verbs:
        before = verb.doc[verb.i - 1] if verb.i > 0 else verb
        if before.lower_ in APPROXIMATING_ADVERBS and before.head == verb and verb.lemma_ not in MULTIPLYING_VERBS:
            yield before


def hedging_modal(scope: Scope) -> Iterator[Token]:
    """It is possible: "*may* sell the mine"."""
    yield from modals(scope, HEDGING_MODALS)


def hedging_adverb(scope: Scope) -> Iterator[Token]:
    """An adverb leaves it open: "*reportedly* sold the mine"."""
    for verb in scope.verbs:
        yield from (word for word in verb.children if word.dep_ == "advmod" and word.lower_ in HEDGING_ADVERBS)
        yield from (word for word in verb.children if word.dep_ == "acomp" and word.lower_ in HEDGING_BRIDGES)


def hedging_verb(scope: Scope) -> Iterator[Token]:
    """A verb above leaves it open: "*seems* to own a mine", "is *believed* to own a mine"."""
    for verb in scope.verbs:
        raised = verb.lemma_ in RAISED_HEDGES and is_passive(verb)
        if verb != scope.predication.head and (verb.lemma_ in HEDGING_VERBS or raised):
            yield verb


def impersonal_report(scope: Scope) -> Iterator[Token]:
    """Nobody in particular says so: "it is *believed* that the firm owns a mine"."""
    verb = scope.predication.governor
    above = verb.head
    if child(above, "prt") is not None:
        return  # "must be *thought out*: costs are high"
    if above.lemma_ in RAISED_HEDGES | CLAIMING_VERBS and is_passive(above):
        yield above


def either_verb(scope: Scope) -> Iterator[Token]:
    """Only one of two things holds: "will *either* sell the mine or close it"."""
    for verb in scope.verbs:
        first = first_conjunct(verb)
        joined = any(word.dep_ == "cc" and word.lower_ == "or" for word in first.children)
        yield from (word for word in first.lefts if joined and word.lower_ == "either" and word.dep_ != "det")


def accusation(scope: Scope) -> Iterator[Token]:
    """Somebody is accused of it, and not convicted: "*accused* the guard of stealing a car"."""
    verb = accusing_verb(scope.predication)
    if verb is not None and verb.lemma_ not in {"convict", "acquit"}:
        yield verb


def claim_noun(scope: Scope) -> Iterator[Token]:
    """A noun of claiming has it as its content: "the *claim* that the firm owns a mine"."""
    noun = scope.predication.governor.head
    if noun.lemma_ in CLAIM_NOUNS and noun.head.lemma_ not in DENYING_VERBS:
        yield noun


def hedging_adjective(scope: Scope) -> Iterator[Token]:
    """An event is only alleged: "the firm's *alleged* attack"."""
    if scope.predication.voice == "nominal":
        yield from (word for word in scope.predication.head.children if word.lower_ in HEDGING_ADJECTIVES)


MODALITY_RULES: t.Final[Mapping[Modality, Mapping[str, CueRule]]] = {
    "hypothetical": {
        "condition-above": CueRule(condition_above),
        "condition-beside": CueRule(condition_beside),
        "general-time": CueRule(general_time, frozenset({"advcl", "conj"})),
        "obligation": CueRule(obligation),
        "necessity": CueRule(necessity, frozenset({"ccomp", "csubj"})),
        "question": CueRule(question),
        "left-open": CueRule(left_open, frozenset({"ccomp"})),
        "wish": CueRule(wish, frozenset({"ccomp"})),
        "approximation": CueRule(approximation),
    },
    "hedged": {
        "hedging-modal": CueRule(hedging_modal),
        "hedging-adverb": CueRule(hedging_adverb),
        "hedging-verb": CueRule(hedging_verb),
        "either-verb": CueRule(either_verb),
        "impersonal-report": CueRule(impersonal_report, frozenset({"ccomp", "csubjpass"})),
        "accusation": CueRule(accusation, frozenset({"pcomp", "conj"})),
        "claim-noun": CueRule(claim_noun, frozenset({"acl"})),
        "hedging-adjective": CueRule(hedging_adjective),
    },
    "planned": INTENTION_RULES,
}
"""By modality, the rules by name; the first modality that any of its rules finds words for counts."""


def modality_of(scope: Scope) -> tuple[Modality, tuple[Token, ...]]:
    """Return the modality of a predication and the words that show it; what nothing speaks against is asserted."""
    for modality, rules in _rules_for(scope.predication.governor.dep_):
        cues = tuple([word for find in rules for word in find(scope)])
        if cues:
            return modality, cues
    return "asserted", ()


@functools.lru_cache(maxsize=REMEMBERED)
def _rules_for(dependency: str) -> tuple[tuple[Modality, tuple[Callable[[Scope], Iterator[Token]], ...]], ...]:
    """Return by modality the rules for a predication whose governor has this dependency."""
    return tuple(
        (modality, tuple(rule.find for rule in rules.values() if rule.is_for(dependency)))
        for modality, rules in MODALITY_RULES.items()
    )
