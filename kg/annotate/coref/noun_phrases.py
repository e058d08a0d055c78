"""The whole noun phrase of a candidate, and what stands in it beside its head."""

import typing as t
from dataclasses import dataclass

from kg.annotate.coref.candidates import Candidate
from kg.annotate.coref.columns import DETERMINER, DETERMINER_OF
from kg.annotate.coref.tokens import Tokens

SKIPPED: t.Final = frozenset({"appos", "advcl", "cc", "conj", "preconj", "punct", "parataxis", "dep"})
"""What is no part of a noun phrase, though the parser hangs it on its head."""
JOINED: t.Final = frozenset({"cc", "conj", "preconj"})
EMBEDDED: t.Final = frozenset({"compound", "nmod", "amod"})
ORDERING: t.Final = frozenset({"first", "second", "third", "last", "next", "other", "another"})
PREMODIFIERS: t.Final = frozenset({"amod", "compound", "nmod", "nummod"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """What stands beside the head of a candidate.

    `determiner` is one of `DETERMINERS`, `modifiers` are the base forms of adjectives and nouns before the head,
    `numbers` the words that count or order, `dependents` the relations of all that hangs on the head.
    """

    determiner: str
    modifiers: frozenset[str]
    numbers: frozenset[str]
    dependents: frozenset[str]
    of: bool


def span_of(tokens: Tokens, candidate: Candidate) -> tuple[int, int]:
    """Return the first and the last token of the whole noun phrase: without apposition, clause aside and row."""
    head = start = end = candidate.token.i
    skipped = SKIPPED - JOINED if candidate.kind == "row" else SKIPPED
    if candidate.kind == "name" and tokens.dep[head] in EMBEDDED and candidate.entity >= 0:
        first, behind = tokens.entities[candidate.entity]
        start, end = min(first, head), max(behind - 1, head)
    for child in tokens.children[head]:
        if tokens.dep[child] not in skipped:
            start, end = min(start, tokens.left[child]), max(end, tokens.right[child])
    while end > head and tokens.pos[end] in {"PUNCT", "SPACE"}:
        end -= 1
    while start < head and tokens.pos[start] in {"PUNCT", "SPACE", "CCONJ"}:
        start += 1
    return start, end


def noun_phrase(tokens: Tokens, head: int) -> NounPhrase:
    """Return what stands beside the head of a noun phrase."""
    determiner, of = "", False
    modifiers: list[str] = []
    numbers: list[str] = []
    children = tokens.children[head]
    for child in children:
        relation, word = tokens.dep[child], tokens.lower[child]
        if relation in {"det", "predet"}:
            determiner = DETERMINER_OF.get(word, word)
        elif relation == "poss":
            determiner = "my" if tokens.pos[child] == "PRON" else "poss"
        elif relation == "prep":
            of = of or word == "of"
        elif relation in PREMODIFIERS:
            if relation == "nummod" or tokens.tag[child] == "CD" or word in ORDERING:
                numbers.append(word)
            elif child < head:
                modifiers.append(tokens.lemma[child])
    known = determiner if determiner in DETERMINER else ""
    dependents = frozenset([tokens.dep[child] for child in children])
    return NounPhrase(known, frozenset(modifiers), frozenset(numbers), dependents, of)
