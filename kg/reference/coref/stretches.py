"""Stretches of a text that are resolved separately, and the sentences, paragraphs and sections of their words."""

import bisect
import itertools
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np

from kg.grammar.parse import Parse, Token
from kg.reference.quotations import Quotation

STRETCH: t.Final = 6000
"""The number of words that are resolved together; a long article has fewer."""


@dataclass(frozen=True, eq=False, slots=True)
class Stretch:
    """The words `start` to `end` (half-open) of a parse.

    `sentence`, `paragraph` and `section` are the numbers, from 0 on, of those around each word of the parse. A section
    begins where the document has text that is not in the parse, such as a heading.
    """

    parse: Parse
    sentence: Sequence[int]
    paragraph: Sequence[int]
    section: Sequence[int]
    start: int
    end: int

    @classmethod
    def of(cls, parse: Parse) -> "Stretch":
        """Return a whole parse as one stretch."""
        sentences = [number for number, sentence in enumerate(parse.sents) for _ in range(len(sentence))]
        starts = [position for position, _ in parse.offsets]
        numbers = np.searchsorted(starts, [word.idx for word in parse.tokens], side="right") - 1
        paragraphs: list[int] = np.maximum(numbers, 0).tolist()
        return cls(parse, sentences or [0] * len(parse), paragraphs, _sections(parse, paragraphs), 0, len(parse))

    @property
    def words(self) -> Sequence[Token]:
        """The words in it."""
        return self.parse.tokens[self.start : self.end]

    @property
    def quotations(self) -> Sequence[Quotation]:
        """The quotations in it, and the ones right before and after it."""
        known: Sequence[Quotation] = self.parse.quotations
        first, last = (bisect.bisect_left(known, place, key=attrgetter("start")) for place in (self.start, self.end))
        return known[max(first - 1, 0) : last + 1]

    def parts(self) -> "Iterator[Stretch]":
        """Yield its parts: rows of whole paragraphs, or of sentences if a paragraph is longer than `STRETCH`."""
        start, last = self.start, None
        for end in self._joints():
            if last is not None and end - start > STRETCH:
                yield replace(self, start=start, end=last)
                start = last
            last = end
        yield replace(self, start=start, end=self.end)

    def _joints(self) -> Iterator[int]:
        """Yield the possible ends of parts: after each paragraph, and after each sentence of one that is too long."""
        start, sentences = self.start, [sentence.end for sentence in self.parse.sents]
        for end in self.parse.paragraph_ends:
            if end - start > STRETCH:
                yield from sentences[bisect.bisect_right(sentences, start) : bisect.bisect_left(sentences, end)]
            yield end
            start = end


def _sections(parse: Parse, paragraphs: Sequence[int]) -> list[int]:
    number, sections = 0, [0] * len(paragraphs)
    for place, (before, paragraph) in enumerate(itertools.pairwise(paragraphs), 1):
        if before != paragraph:
            last = parse.tokens[place - 1]
            between = parse.document.text[last.offset + len(last.text) : parse.tokens[place].offset]
            number += bool(between.strip())
        sections[place] = number
    return sections
