"""The clause that a word stands in, and whose doing it tells."""

import typing as t
from collections.abc import Iterable

from kg.reference.coref.candidates import RELATIVES, SUBJECTS
from kg.reference.coref.tokens import Tokens

VERBS: t.Final = frozenset({"verb", "auxiliary"})
SHARING: t.Final = frozenset({"conjunct", "open clause"})
"""How a clause without a subject of its own hangs on the one whose subject it shares."""


class Clause(t.NamedTuple):
    """The verb of a word's clause, its subject, and the subject of the clause above; -1 for what there is not."""

    verb: int = -1
    subject: int = -1
    above: int = -1


def clauses_of(tokens: Tokens, words: Iterable[int]) -> list[Clause]:
    """Return the clause of each word; that of a subject's own words is the clause of the subject."""
    by_verb, found = {-1: Clause()}, []
    for word in words:
        verb = _verb_above(tokens, word)
        clause = by_verb.get(verb)
        if clause is None:
            clause = by_verb[verb] = _clause(tokens, verb)
        found.append(clause)
    return found


def _clause(tokens: Tokens, verb: int) -> Clause:
    subject, top = _subject(tokens, verb)
    higher = _verb_above(tokens, top)
    return Clause(verb, subject, _subject(tokens, higher)[0] if higher >= 0 else -1)


def _verb_above(tokens: Tokens, word: int) -> int:
    governor, kind = tokens.governor, tokens.kind
    while governor[word] != word:
        word = governor[word]
        if kind[word] in VERBS:
            return word
    return -1


def _subject(tokens: Tokens, verb: int) -> tuple[int, int]:
    """Return the subject of a verb, or the one it shares, and the verb that has it; of "the man who lost" the man."""
    while True:
        for child in tokens.dependents[verb]:
            if tokens.function[child] in SUBJECTS:
                relative = tokens.function[verb] == "relative clause" and tokens.lower[child] in RELATIVES
                return (tokens.governor[verb] if relative else child), verb
        if tokens.function[verb] not in SHARING or tokens.kind[tokens.governor[verb]] not in VERBS:
            return -1, verb
        verb = tokens.governor[verb]
