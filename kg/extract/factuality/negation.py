"""What is said not to be: a table of rules, each with the words that negate."""

import typing as t
from collections.abc import Callable, Iterator

from kg.extract.clauses import awaiting
from kg.extract.cues import NEAR_NEGATIVES, NEGATING_VERBS, NEGATIVE_PRONOUNS
from kg.extract.factuality.scope import Scope
from kg.extract.syntax import SUBJECTS, child, children, first_conjunct
from kg.grammar.parse import Token

NegationRule: t.TypeAlias = Callable[[Scope], Iterator[Token]]


def negative_adverb(scope: Scope) -> Iterator[Token]:
    """An adverb negates the verb: "did *not* read", "*never* read it", "*hardly* read", "*no* longer reads"."""
    for verb in scope.verbs:
        for word in verb.children:
            if word.dep_ == "neg" or (word.dep_ == "advmod" and word.lower_ in NEAR_NEGATIVES):
                yield word
            elif word.dep_ == "advmod":
                yield from children(word, "neg")


def negating_verb(scope: Scope) -> Iterator[Token]:
    """A verb above says that it did not happen: "*failed* to read it"."""
    yield from (verb for verb in _deciding(scope) if verb.lemma_ in NEGATING_VERBS)


def not_yet(scope: Scope) -> Iterator[Token]:
    """It is still to happen: "has *yet* to read it", "*remains* to be read by them"."""
    yield from (cue for verb in _deciding(scope) if (cue := awaiting(verb)) is not None)


def _deciding(scope: Scope) -> list[Token]:
    """Return the verbs that tell whether it happens; for an event also those above: "*failed* to reach a deal with"."""
    verbs = scope.above if scope.predication.voice == "nominal" else scope.verbs
    return [verb for verb in verbs if verb != scope.predication.head]


def shared_negation(scope: Scope) -> Iterator[Token]:
    """A verb behind "or" shares the negation of the first: "did *not* read or sign it"."""
    for verb in scope.verbs:
        first = first_conjunct(verb)
        if first != verb and child(verb, "neg", *SUBJECTS) is None:
            beside = (*verb.head.children, *first.children)
            joined = any(word.dep_ == "cc" and word.lower_ in {"or", "nor"} for word in beside)
            yield from (word for word in first.children if joined and word.dep_ == "neg")


def negative_noun_phrase(scope: Scope) -> Iterator[Token]:
    """The subject or object is none: "*no* court read it", "*neither* side", "*nobody*", "read *nothing*"."""
    for noun in (scope.predication.subject, *(a.head for a in scope.predication.arguments if a.core)):
        yield from (word for word in noun.children if word.dep_ in {"det", "neg"} and word.lower_ in {"no", "neither"})
        titles = [a.head for a in scope.predication.arguments]  # "neither the firm Acme": but Acme is a firm
        compounds = (word for word in noun.lefts if word.dep_ == "compound" and word not in titles)
        inner = (child for word in compounds for child in word.lefts)
        beside = (*noun.children, *inner)
        yield from (word for word in beside if word.dep_ == "preconj" and word.lower_ == "neither")
        if noun.lower_ in NEGATIVE_PRONOUNS:
            yield noun


def few_if_any(scope: Scope) -> Iterator[Token]:
    """The subject is hardly any: "*few if any* banks read it"."""
    yield from few_if_any_before(scope.predication.subject)


def few_if_any_before(noun: Token) -> list[Token]:
    """Return "few", "if" and "any" where they stand before a noun or in it."""
    if not any(word.lower_ == "any" for word in noun.lefts):
        return []
    start = max(noun.sent.start, noun.left_edge.i - 3)
    words = [word for word in noun.doc[start : noun.i] if not word.is_punct]
    found = next((i for i, word in enumerate(words) if word.lower_ == "any" and i > 1), 0)
    few = words[found - 2 : found + 1] if found else []
    return few if few and few[0].lower_ in {"few", "little"} and few[1].lower_ == "if" else []


def without(scope: Scope) -> Iterator[Token]:
    """A gerund follows "without": "left *without* reading it"."""
    gerund = first_conjunct(scope.predication.governor)
    if gerund.dep_ == "pcomp" and gerund.head.lower_ == "without":
        yield gerund.head


def rather_than(scope: Scope) -> Iterator[Token]:
    """A verb follows "rather than": "burned *rather than* read it"."""
    verb = scope.predication.governor
    before = verb.doc[verb.i - 1] if verb.i > 1 else verb
    if before.lower_ == "than" and before.nbor(-1).lower_ == "rather":
        yield before.nbor(-1)


NEGATION_RULES: t.Final[t.Mapping[str, NegationRule]] = {
    "negative-adverb": negative_adverb,
    "negating-verb": negating_verb,
    "not-yet": not_yet,
    "shared-negation": shared_negation,
    "negative-noun-phrase": negative_noun_phrase,
    "few-if-any": few_if_any,
    "without": without,
    "rather-than": rather_than,
}


def negations(scope: Scope) -> list[Token]:
    """Return the words that negate a predication, one a negation; two negations cancel each other."""
    found = [list(rule(scope)) for name, rule in NEGATION_RULES.items() if name != "few-if-any"]
    few = list(few_if_any(scope))[:1]
    return [word for words in (*found, few) for word in words]
