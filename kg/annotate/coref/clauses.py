"""The clause that a word stands in, and whose doing it tells."""

import typing as t

from kg.annotate.coref.candidates import SUBJECTS
from kg.annotate.coref.tokens import Tokens

VERBS: t.Final = frozenset({"VERB", "AUX"})
SHARING: t.Final = frozenset({"conj", "xcomp"})
"""How a clause without a subject of its own hangs on the one whose subject it shares."""


class Clause(t.NamedTuple):
    """The verb of a word's clause, its subject, and the subject of the clause above; -1 for what there is not."""

    verb: int = -1
    subject: int = -1
    above: int = -1


def clause_of(tokens: Tokens, word: int) -> Clause:
    """Return the clause of a word; that of a subject's own words is the clause of the subject."""
    verb = _verb_above(tokens, word)
    if verb < 0:
        return Clause()
    subject, top = _subject(tokens, verb)
    higher = _verb_above(tokens, top)
    above = _subject(tokens, higher)[0] if higher >= 0 else -1
    return Clause(verb, subject, above)


def _verb_above(tokens: Tokens, word: int) -> int:
    while tokens.head[word] != word:
        word = tokens.head[word]
        if tokens.pos[word] in VERBS:
            return word
    return -1


def _subject(tokens: Tokens, verb: int) -> tuple[int, int]:
    """Return the subject of a verb, or the one it shares, and the verb that has it."""
    while True:
        subject = next((child for child in tokens.children[verb] if tokens.dep[child] in SUBJECTS), -1)
        if subject >= 0 or tokens.dep[verb] not in SHARING or tokens.pos[tokens.head[verb]] not in VERBS:
            return subject, verb
        verb = tokens.head[verb]
