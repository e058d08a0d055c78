"""The certainty of an argument: how often people who were asked about a predicate gave such an answer.

The figures are rounded shares of the answers for 1,000 sentences: the development half of QA-SRL (Roit et al., ACL
2020). A low figure does not mean that the argument is false, only that people attribute it to something else.
"""

import typing as t
from collections.abc import Callable, Mapping
from dataclasses import replace

from kg.grammar.clause import Argument, Role
from kg.grammar.parse import Token
from kg.grammar.predicates import is_finite
from kg.lexicon import words

Doubt: t.TypeAlias = Callable[[Token, Argument], bool]
"""Tests whether an argument of a verb is of a kind that people seldom name."""

BY_ROLE: t.Final[Mapping[Role, float]] = {
    "subject": 0.9, "object": 0.85, "recipient": 0.9, "complement": 0.9, "agent": 0.9, "oblique": 0.8,
    "extent": 0.45, "when": 0.7, "often": 0.6, "where": 0.6, "how": 0.75, "content": 0.8, "open": 0.85,
    "adverbial": 0.75, "description": 0.75,
}  # fmt: skip
BY_RULE: t.Final[Mapping[str, float]] = {
    "modified": 0.7, "relative": 0.8, "described": 0.8, "participle": 0.8, "coordinated": 0.8, "controlled": 0.8,
    "adverbial": 0.75, "gerund": 0.75, "infinitive-of-noun": 0.6, "object-of-purpose": 0.75, "fronted": 0.75,
    "time-in-phrase": 0.65, "beside-name": 0.5, "relative-place": 0.5, "relative-circumstance": 0.5, "trailing": 0.6,
    "companion": 0.5, "clause-above": 0.5, "stranded": 0.5,
}  # fmt: skip
"""The certainty by the rule that filled in an argument; with any other rule, the role alone counts."""


def concession(verb: Token, argument: Argument) -> bool:
    """A concessive clause: "left *although it rained*"."""
    return argument.preposition in words("opens", "concession")


def strung(verb: Token, argument: Argument) -> bool:
    """A finite clause without a conjunction that the parser attached to a verb: "he left, *it rained*"."""
    clause = _unmarked(verb, argument)
    return clause is not None and is_finite(clause)


def companion(verb: Token, argument: Argument) -> bool:
    """A participle clause for an accompanying event: "the roof fell, *killing three*"."""
    clause = _unmarked(verb, argument)
    return clause is not None and clause.tag_ in {"VBG", "VBN"}


def _unmarked(verb: Token, argument: Argument) -> Token | None:
    """Return the verb of an adverbial clause that has no conjunction."""
    plain = argument.clause is not None and not argument.marker
    return verb.doc.tokens[argument.clause or 0] if plain else None


def comparison(verb: Token, argument: Argument) -> bool:
    """A participle with a preposition, which forms a clause of its own: "rose *compared to May*"."""
    return len(argument.marker) > 1 and argument.marker[0].kind == "verb"


def contrast(verb: Token, argument: Argument) -> bool:
    """A contrast or limitation, which is no participant: "paid *in addition to the fine*"."""
    return argument.preposition in words("contrast")


def restriction(verb: Token, argument: Argument) -> bool:
    """A restriction, which answers no question: "sold it *only* to banks", "*two days* after it", "*still* sells"."""
    word = verb.doc.tokens[argument.head.index]
    before = word.head.dep_ == "prep" and word.i < word.head.i
    return before or word.lower_ in words("only", "focus") | words("adverb", "opening")


DOUBTS: t.Final[Mapping[Role, Mapping[Doubt, float]]] = {
    "adverbial": {concession: 0.2, strung: 0.4, companion: 0.45}, "oblique": {comparison: 0.2, contrast: 0.5},
    "how": {restriction: 0.2}, "when": {restriction: 0.2}, "extent": {restriction: 0.2},
}  # fmt: skip
"""The certainty of an argument in a role under each doubt; the first that holds counts."""


def sure_of(role: Role, shared: str) -> float:
    """Return the certainty of an argument from its role and the rule that filled it in."""
    return BY_RULE.get(shared) or BY_ROLE[role]


def doubted(verb: Token, argument: Argument) -> Argument:
    """Return an argument of a verb with a lower certainty if a doubt applies."""
    doubt = next((sure for rule, sure in DOUBTS.get(argument.role, {}).items() if rule(verb, argument)), None)
    return argument if doubt is None else replace(argument, sure=doubt)
