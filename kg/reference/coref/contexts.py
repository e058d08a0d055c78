"""Where the candidates stand: their noun phrases, their roles, and the words above them."""

import typing as t
from collections.abc import Sequence

from kg.reference.coref.candidates import Candidate
from kg.reference.coref.noun_phrases import NounPhrase, noun_phrase, span_of
from kg.reference.coref.tokens import Tokens


class Contexts(t.NamedTuple):
    """Columns with a row for each candidate.

    `start` and `end` are the first and the last token of the noun phrase, `phrase` what stands in it beside the head;
    `governor` is the word above it and its preposition, or above the row that it is joined to.
    """

    head: list[int]
    start: list[int]
    end: list[int]
    phrase: list[NounPhrase]
    role: list[str]
    governor: list[int]


def contexts_of(tokens: Tokens, found: Sequence[Candidate]) -> Contexts:
    """Return where the candidates of a Doc stand."""
    heads = [candidate.token.i for candidate in found]
    spans = [span_of(tokens, candidate) for candidate in found]
    roles, governors = [], []
    for head in heads:
        while tokens.function[head] == "conjunct":
            head = tokens.governor[head]
        role, governor = tokens.function[head], tokens.governor[head]
        if role == "object of preposition" and tokens.function[governor] in {"preposition", "agent"}:
            governor = tokens.governor[governor]
        roles.append(role)
        governors.append(governor)
    phrases = [noun_phrase(tokens, head) for head in heads]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return Contexts(heads, starts, ends, phrases, roles, governors)
