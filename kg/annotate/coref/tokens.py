"""The tokens of a Doc as plain lists, because asking a Token for each attribute takes most of the time."""

import bisect
import typing as t
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

STRINGS: t.Final = ("ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE")
NUMBERS: t.Final = ("HEAD", "SENT_START", "ENT_IOB", "IDX")
INSIDE: t.Final = 1
BEGINS: t.Final = 3


@dataclass(frozen=True, eq=False, slots=True)
class Tokens:
    """The attributes of each token by its number; `head` is a number, `sentence` and `paragraph` count from 0.

    `left` and `right` are the first and the last token of its subtree. `entity` is the number in `entities` (half-open
    spans of tokens) of the named entity that a token stands in, or -1.
    """

    doc: Doc
    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entity_type: list[str]
    entity: list[int]
    entities: list[tuple[int, int]]
    sentence: list[int]
    paragraph: list[int]
    children: list[list[int]]
    left: list[int]
    right: list[int]

    @classmethod
    def of(cls, doc: Doc) -> "Tokens":
        """Return the tokens of a Doc."""
        rows = doc.to_array([*STRINGS]).T.tolist()
        strings = doc.vocab.strings
        names = {code: strings[code] if code else "" for row in rows for code in set(row)}
        text, lower, lemma, pos, tag, dep, entity_type = ([names[code] for code in row] for row in rows)
        numbers = doc.to_array([*NUMBERS]).astype("int64").T.tolist()
        head = [_signed(offset) + i for i, offset in enumerate(numbers[0])]
        children: list[list[int]] = [[] for _ in head]
        for i, governor in enumerate(head):
            if governor != i:
                children[governor].append(i)
        left, right = _edges(head)
        sentence, (entity, entities) = _counted(numbers[1], 1), _entities(numbers[2])
        return cls(
            doc, text, lower, [word.lower() for word in lemma], pos, tag, dep, head, entity_type, entity, entities,
            sentence, _paragraphs(doc._.kg_offsets, numbers[3]), children, left, right,
        )  # fmt: skip


def _signed(offset: int) -> int:
    return offset if offset < 2**31 else offset - 2**32


def _counted(marks: list[int], mark: int) -> list[int]:
    """Return for each token how many tokens up to it carry `mark`, less one."""
    count, counts = -1, []
    for position, found in enumerate(marks):
        if found == mark or position == 0:
            count += 1
        counts.append(count)
    return counts


def _entities(iob: list[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the number of the entity of each token, and the half-open token spans of the entities."""
    found: list[int] = []
    spans: list[tuple[int, int]] = []
    for position, tag in enumerate(iob):
        if tag == BEGINS:
            spans.append((position, position + 1))
        elif tag == INSIDE:
            spans[-1] = (spans[-1][0], position + 1)
        found.append(len(spans) - 1 if tag in {BEGINS, INSIDE} else -1)
    return found, spans


def _edges(head: list[int]) -> tuple[list[int], list[int]]:
    left, right = list(range(len(head))), list(range(len(head)))
    for i in range(len(head)):
        governor = head[i]
        while left[governor] > i:
            left[governor] = i
            governor = head[governor]
    for i in reversed(range(len(head))):
        governor = head[i]
        while right[governor] < i:
            right[governor] = i
            governor = head[governor]
    return left, right


def _paragraphs(offsets: Sequence[tuple[int, int]] | None, positions: list[int]) -> list[int]:
    starts = [position for position, _ in offsets or ()]
    return [max(bisect.bisect_right(starts, position) - 1, 0) for position in positions]
