"""The tokens of a parse as columns: a list for each attribute, by the number of the token."""

import bisect
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np

from kg.grammar.parse import Parse, Token
from kg.reference.quotations import Quotation

STRETCH: t.Final = 6000
"""How many tokens are weighed together; a long article has fewer."""
WORDS: t.Final = attrgetter("text", "lower_", "lemma_", "kind", "form", "plural", "function", "entity")


@dataclass(frozen=True, eq=False, slots=True)
class Tokens:
    """The attributes of each token by its number; `governor` is a number; sentences, paragraphs, sections count from 0.

    A section begins where the document has text that is not in the parse, such as a heading.
    `left` and `right` are the first and the last token of its subtree. `entity` is the number in `entities` (half-open
    spans of tokens) of the named entity that a token stands in, or -1. `timed` are the tokens of expressions of time.
    Candidates are looked for from `start` to `end` (half-open).
    """

    parse: Parse
    text: Sequence[str]
    lower: Sequence[str]
    lemma: Sequence[str]
    kind: Sequence[str]
    form: Sequence[str]
    plural: Sequence[bool]
    function: Sequence[str]
    governor: Sequence[int]
    entity_type: Sequence[str]
    entity: Sequence[int]
    entities: Sequence[tuple[int, int]]
    sentence: Sequence[int]
    paragraph: Sequence[int]
    section: Sequence[int]
    dependents: Sequence[Sequence[int]]
    left: Sequence[int]
    right: Sequence[int]
    timed: frozenset[int]
    start: int
    end: int

    @classmethod
    def of(cls, parse: Parse) -> "Tokens":
        """Return the tokens of a parse."""
        words = parse.tokens
        columns = zip(*map(WORDS, words), strict=True) if words else [()] * 8
        text, lower, lemma, kind, form, plural, function, entity_type = columns
        entity, entities = _entities(words)
        paragraph = _paragraphs(parse)
        return cls(
            parse, text, lower, [lemma_.lower() for lemma_ in lemma],
            ["auxiliary" if word.auxiliary else word_kind for word, word_kind in zip(words, kind, strict=True)],
            form, plural, function, [word.governor.i for word in words],
            entity_type, entity, entities, _sentences(parse), paragraph, _sections(parse, paragraph),
            [[child.i for child in word.dependents] if word.dependents else () for word in words],
            [word.first.i for word in words], [word.last.i for word in words],
            frozenset([i for expression in parse.times for i in range(expression.start, expression.end)]),
            0, len(words),
        )  # fmt: skip

    @property
    def quotations(self) -> Sequence[Quotation]:
        """The quotations in the stretch, and the one before and behind it."""
        known: Sequence[Quotation] = self.parse.quotations
        first, last = (bisect.bisect_left(known, place, key=attrgetter("start")) for place in (self.start, self.end))
        return known[max(first - 1, 0) : last + 1]

    def stretches(self) -> "Iterator[Tokens]":
        """Yield the same tokens with the bounds of one stretch after the other.

        A stretch is a row of whole paragraphs, or of sentences where a paragraph is longer than `STRETCH`.
        """
        start, last = self.start, None
        for end in self._joints():
            if last is not None and end - start > STRETCH:
                yield replace(self, start=start, end=last)
                start = last
            last = end
        yield replace(self, start=start, end=self.end)

    def _joints(self) -> Iterator[int]:
        """Yield where a stretch may end: behind each paragraph, and behind each sentence of one that is too long."""
        start, sentences = self.start, [sentence.end for sentence in self.parse.sents]
        for end in self.parse.paragraph_ends:
            if end - start > STRETCH:
                yield from sentences[bisect.bisect_right(sentences, start) : bisect.bisect_left(sentences, end)]
            yield end
            start = end


def _sentences(parse: Parse) -> list[int]:
    found = [number for number, sentence in enumerate(parse.sents) for _ in range(len(sentence))]
    return found or [0] * len(parse)


def _entities(parse_words: Sequence[Token]) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the number of the entity of each token, and the half-open token spans of the entities."""
    found: list[int] = []
    spans: list[tuple[int, int]] = []
    for position, word in enumerate(parse_words):
        if word.entity and not word.inside_entity:
            spans.append((position, position + 1))
        elif word.entity:
            spans[-1] = (spans[-1][0], position + 1)
        found.append(len(spans) - 1 if word.entity else -1)
    return found, spans


def _paragraphs(parse: Parse) -> list[int]:
    starts = [position for position, _ in parse.offsets]
    numbers = np.searchsorted(starts, [word.idx for word in parse.tokens], side="right") - 1
    paragraphs: list[int] = np.maximum(numbers, 0).tolist()
    return paragraphs


def _sections(parse: Parse, paragraphs: Sequence[int]) -> list[int]:
    number, sections = 0, []
    for before, word in zip([None, *parse.tokens], parse.tokens, strict=False):
        if before is not None and paragraphs[before.i] != paragraphs[word.i]:
            number += bool(parse.document.text[before.offset + len(before.text) : word.offset].strip())
        sections.append(number)
    return sections
