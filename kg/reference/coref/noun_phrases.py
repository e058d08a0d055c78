"""The whole noun phrase of a candidate, and what stands in it beside its head."""

import typing as t

from kg.grammar.clause import WordFunction
from kg.lexicon import value, words
from kg.lexicon.numerals import ordinals
from kg.reference.coref.candidates import NOUNS_BEFORE, Candidate
from kg.reference.coref.columns import DETERMINER
from kg.reference.coref.tokens import Tokens

SKIPPED: t.Final[frozenset[WordFunction]] = frozenset(
    {
        "apposition",
        "adverbial clause",
        "conjunction",
        "conjunct",
        "first conjunction",
        "mark",
        "loose clause",
        "unknown",
    }
)
"""What is no part of a noun phrase, though the parser hangs it on its head."""
SKIPPED_OF_ROWS: t.Final = SKIPPED - {"conjunction", "conjunct", "first conjunction"}
EMBEDDED: t.Final = NOUNS_BEFORE | {"attribute"}
PREMODIFIERS: t.Final = EMBEDDED | {"numeral"}


class NounPhrase(t.NamedTuple):
    """What stands beside the head of a candidate.

    `determiner` is one of `DETERMINERS`, `modifiers` are the base forms of adjectives and nouns before the head,
    `numbers` the words that count or order.
    """

    determiner: str = ""
    modifiers: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


BARE: t.Final = NounPhrase()


def span_of(tokens: Tokens, candidate: Candidate) -> tuple[int, int]:
    """Return the first and the last token of the whole noun phrase: without apposition, clause aside and row."""
    head = start = end = candidate.token.i
    skipped = SKIPPED_OF_ROWS if candidate.kind == "row" else SKIPPED
    if candidate.kind == "name" and tokens.function[head] in EMBEDDED and candidate.entity >= 0:
        first, behind = tokens.entities[candidate.entity]
        start, end = min(first, head), max(behind - 1, head)
    for child in tokens.dependents[head]:
        if tokens.function[child] not in skipped:
            start, end = min(start, tokens.left[child]), max(end, tokens.right[child])
    while end > head and tokens.kind[end] in {"mark", "space"}:
        end -= 1
    while start < head and tokens.kind[start] in {"mark", "space", "conjunction"}:
        start += 1
    return start, end


def noun_phrase(tokens: Tokens, head: int) -> NounPhrase:
    """Return what stands beside the head of a noun phrase."""
    children = tokens.dependents[head]
    if not children:
        return BARE
    determiner = ""
    modifiers: list[str] = []
    numbers: list[str] = []
    for child in children:
        relation = tokens.function[child]
        if relation in PREMODIFIERS:
            word = tokens.lower[child]
            if relation == "numeral" or tokens.kind[child] == "number" or _orders(word):
                numbers.append(word)
            elif child < head:
                modifiers.append(tokens.lemma[child])
        elif relation in {"determiner", "predeterminer"}:
            determiner = _kind(tokens.lower[child])
        elif relation == "possessor":
            determiner = "my" if tokens.kind[child] == "pronoun" else "owner"
    known = determiner if determiner in DETERMINER else ""
    return NounPhrase(known, frozenset(modifiers), frozenset(numbers))


def _kind(determiner: str) -> str:
    return value("determiner").get(determiner, "").partition(" ")[0]


def _orders(word: str) -> bool:
    """Tell whether a word before a noun says which of several: "first", "next", "other"."""
    return word in words("only", "order") or word in ordinals() or _kind(word) == "another"
