"""The stretches that an argument can be told in: whole, as a label, and what of it stands for itself.

A person who is asked "Who did it?" answers with the whole phrase, with a part that names the thing, or with one of
several that are coordinated. Each of these is a part of an argument with its kind.
"""

import typing as t
from collections.abc import Iterator
from dataclasses import dataclass

from kg.grammar.clause import Argument, Modifier, Phrase

PartKind = t.Literal["argument", "bare", "whole", "core", "conjunct", "apposition", "title", "inner"]


@dataclass(frozen=True, slots=True)
class Part:
    """The words `start` to `end` (half-open) of an argument, and what they are to it."""

    kind: PartKind
    start: int
    end: int
    modifier: Modifier | None = None


def parts_of(argument: Argument) -> Iterator[Part]:
    """Yield the parts of an argument, the argument itself first, each stretch once.

    The argument itself has its preposition ("*in May*"), a conjunct or a title has none.
    """
    seen: set[tuple[int, int]] = set()
    for part in _parts(argument):
        if part.start < part.end and (part.start, part.end) not in seen:
            seen.add((part.start, part.end))
            yield part


def _parts(argument: Argument) -> Iterator[Part]:
    phrase = argument.phrase
    if phrase is None:
        yield Part("argument", _opening(argument, argument.start), argument.end)
        return
    yield Part("argument", _opening(argument, phrase.label_start), phrase.label_end)
    yield Part("bare", phrase.label_start, phrase.label_end)
    yield Part("whole", argument.start, argument.end)
    yield from _parts_of_phrase(phrase)


def _opening(argument: Argument, start: int) -> int:
    """Return where an argument starts with its preposition; a conjunction belongs to no clause's argument."""
    opens = argument.role in {"oblique", "agent"} and argument.marker
    return min(argument.marker[0].index, start) if opens else start


def _parts_of_phrase(phrase: Phrase) -> Iterator[Part]:
    yield Part("core", phrase.label_start, phrase.head.index + 1)
    for conjunct in phrase.conjuncts:
        yield Part("conjunct", conjunct.label_start, conjunct.label_end)
    for modifier in phrase.modifiers:
        if modifier.kind == "apposition" and modifier.phrase is not None:
            yield Part("apposition", modifier.phrase.label_start, modifier.phrase.label_end, modifier)
        elif modifier.kind == "title":
            yield Part("title", modifier.start, modifier.end, modifier)
        elif modifier.kind == "preposition":
            yield Part("inner", modifier.start, modifier.end, modifier)
