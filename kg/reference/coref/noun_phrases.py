"""The noun phrase around a word, and its parts other than the head."""

import typing as t
from collections.abc import Iterable

from kg.grammar.clause import WordFunction
from kg.grammar.parse import Token, TokenSpan
from kg.lexicon import value, words
from kg.lexicon.numerals import ordinals

NOUNS_BEFORE: t.Final[frozenset[WordFunction]] = frozenset({"part of compound", "noun modifier"})
"""How a noun modifies the noun after it."""
ROWS: t.Final[frozenset[WordFunction]] = frozenset({"conjunction", "conjunct", "first conjunction"})
"""The dependents that belong to a row of nouns as a whole, not to a single noun."""
SKIPPED: t.Final[frozenset[WordFunction]] = frozenset(
    {"apposition", "adverbial clause", "mark", "loose clause", "unknown"}
)
"""The dependents of a head in the parse that are not part of its noun phrase."""
EMBEDDED: t.Final = NOUNS_BEFORE | {"attribute"}


class NounPhrase(t.NamedTuple):
    """A noun phrase from its word `start` to its word `end`: without appositions, parentheticals and conjuncts.

    `determiner` is the kind of its determiner, `modifiers` are the base forms of adjectives and nouns before the head,
    `numbers` the cardinals and ordinals.
    """

    start: int
    end: int
    determiner: str
    modifiers: frozenset[str]
    numbers: frozenset[str]


def noun_phrase(head: Token, name: TokenSpan | None, *, row: bool) -> NounPhrase:
    """Return the noun phrase of a word.

    `name` is the name whose head it is; conjuncts are part of the phrase only for a `row`.
    """
    determiner = ""
    modifiers: list[str] = []
    numbers: list[str] = []
    dependents = [(child, child.function) for child in head.dependents]
    for child, function in dependents:
        if function in EMBEDDED or function == "numeral":
            if function == "numeral" or child.kind == "number" or _orders(child.lower_):
                numbers.append(child.lower_)
            elif child.i < head.i:
                modifiers.append(child.lemma_.lower())
        elif function in {"determiner", "predeterminer"}:
            determiner = _kind(child.lower_)
        elif function == "possessor":
            determiner = "my" if child.kind == "pronoun" else "owner"
    skipped = SKIPPED if row else SKIPPED | ROWS
    inside = [child for child, function in dependents if function not in skipped]
    return NounPhrase(*_ends(head, name, inside), determiner, frozenset(modifiers), frozenset(numbers))


def _ends(head: Token, name: TokenSpan | None, inside: Iterable[Token]) -> tuple[int, int]:
    """Return the indices of the first and the last word of a noun phrase."""
    start = end = head.i
    words_ = head.doc.tokens
    if name is not None and head.function in EMBEDDED:
        start, end = min(name.start, start), max(name.end - 1, end)
    for child in inside:
        start, end = min(start, child.first.i), max(end, child.last.i)
    while end > head.i and words_[end].kind in {"mark", "space"}:
        end -= 1
    while start < head.i and words_[start].kind in {"mark", "space", "conjunction"}:
        start += 1
    return start, end


def _kind(determiner: str) -> str:
    return value("determiner").get(determiner, "").partition(" ")[0]


def _orders(word: str) -> bool:
    """Return whether a word before a noun selects one of several: "first", "next", "other"."""
    return word in words("only", "order") or word in ordinals() or _kind(word) == "another"
