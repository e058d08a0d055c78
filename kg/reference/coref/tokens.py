"""The tokens of a parse as columns: a list for each attribute, by the number of the token."""

import typing as t
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from kg.grammar.parse import Parse

WORDS: t.Final = attrgetter("text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_")


@dataclass(frozen=True, eq=False, slots=True)
class Tokens:
    """The attributes of each token by its number; `head` is a number; sentences, paragraphs, sections count from 0.

    A section begins where the document has text that is not in the parse, such as a heading.
    `left` and `right` are the first and the last token of its subtree. `entity` is the number in `entities` (half-open
    spans of tokens) of the named entity that a token stands in, or -1. `timed` are the tokens of expressions of time.
    """

    parse: Parse
    text: Sequence[str]
    lower: Sequence[str]
    lemma: Sequence[str]
    pos: Sequence[str]
    tag: Sequence[str]
    dep: Sequence[str]
    head: Sequence[int]
    entity_type: Sequence[str]
    entity: Sequence[int]
    entities: Sequence[tuple[int, int]]
    sentence: Sequence[int]
    paragraph: Sequence[int]
    section: Sequence[int]
    children: Sequence[Sequence[int]]
    left: Sequence[int]
    right: Sequence[int]
    timed: frozenset[int]

    @classmethod
    def of(cls, parse: Parse) -> "Tokens":
        """Return the tokens of a parse."""
        words = parse.tokens
        text, lower, lemma, pos, tag, dep, entity_type = zip(*map(WORDS, words), strict=True) if words else [()] * 7
        entity, entities = _entities([word.ent_iob_ for word in words])
        paragraph = _paragraphs(parse)
        return cls(
            parse, text, lower, [lemma_.lower() for lemma_ in lemma], pos, tag, dep, [word.head.i for word in words],
            entity_type, entity, entities, _sentences(parse), paragraph, _sections(parse, paragraph),
            [[child.i for child in word.children] if word.children else () for word in words],
            [word.left_edge.i for word in words], [word.right_edge.i for word in words],
            frozenset([i for expression in parse.times for i in range(expression.start, expression.end)]),
        )  # fmt: skip


def _sentences(parse: Parse) -> list[int]:
    found = [number for number, sentence in enumerate(parse.sents) for _ in range(len(sentence))]
    return found or [0] * len(parse)


def _entities(iob: list[str]) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the number of the entity of each token, and the half-open token spans of the entities."""
    found: list[int] = []
    spans: list[tuple[int, int]] = []
    for position, tag in enumerate(iob):
        if tag == "B":
            spans.append((position, position + 1))
        elif tag == "I":
            spans[-1] = (spans[-1][0], position + 1)
        found.append(len(spans) - 1 if tag in {"B", "I"} else -1)
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
