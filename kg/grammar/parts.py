"""The spans by which an argument can be given: the argument itself, and parts of it that can replace it.

A person who is asked "Who did it?" answers with the phrase, with the name in it, or with one of several conjuncts. Each
of these is a part of the argument, with its kind.
"""

import typing as t
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.grammar.clause import Argument, Modifier, Phrase, Role

PartKind = t.Literal["argument", "bare", "whole", "core", "conjunct", "apposition", "title", "inner"]

CENTRAL: t.Final[frozenset[Role]] = frozenset({"subject", "object", "recipient", "complement", "agent"})
"""Roles of participants in a clause: what is said of the whole is said of each of its parts."""
SAID_OF: t.Final[frozenset[Role]] = frozenset({"object", "complement"})


@dataclass(frozen=True, slots=True)
class Part:
    """The words `start` to `end` (half-open) of an argument, and their kind.

    `argument` is the label with its preposition ("*in the old town*"), `bare` the label without it. `whole` is the
    phrase with the titles before the name, `core` the phrase up to its head, `inner` a phrase after the head.
    """

    kind: PartKind
    start: int
    end: int


def parts_of(argument: Argument) -> Iterator[Part]:
    """Yield the parts of an argument, the argument itself first; no two parts have the same words."""
    phrase = argument.phrase
    start, end = (argument.start, argument.end) if phrase is None else (phrase.label_start, phrase.label_end)
    parts = [Part("argument", opening(argument, start), end)]
    parts += [part for rule in PARTS for part in rule(argument, phrase)] if phrase is not None else []
    seen: dict[tuple[int, int], Part] = {}
    for part in parts:
        seen.setdefault((part.start, part.end), part)
    yield from seen.values()


def opening(argument: Argument, start: int) -> int:
    """Return the start of an argument including its preposition; a conjunction is excluded."""
    has_preposition = argument.role in {"oblique", "agent"} and argument.marker
    return min(argument.marker[0].index, start) if has_preposition else start


def whole(argument: Argument, phrase: Phrase) -> Iterator[Part]:
    """The phrase with the words before its name: "*the mayor Ana Silva*"; parts that a rule cut stay out.

    Also several nouns with one determiner, or with a shared modifier after them: "*the laws and customs of the sea*".
    """
    again = any(other.again is not None for other in phrase.conjuncts)  # "on rain and *on* luck"
    several = phrase.conjuncts and phrase.of_kind("determiner", "possessor", "preposition")
    if not again and (several or not phrase.cuts):
        yield Part("whole", opening(argument, argument.start), argument.end)


def core(argument: Argument, phrase: Phrase) -> Iterator[Part]:
    """A phrase without the modifiers after its noun: "*the letter* sent in May", "*two seats* in the council"."""
    following = next((modifier for modifier in phrase.modifiers if modifier.head.index > phrase.head.index), None)
    own = argument.role in CENTRAL and not argument.shared
    if not own or following is None or _is_of(following):
        return
    if following.kind in {"participle", "apposition"} or (following.kind == "preposition" and argument.role in SAID_OF):
        yield Part("core", phrase.label_start, phrase.head.index + 1)


def conjuncts(argument: Argument, phrase: Phrase) -> Iterator[Part]:
    """Each of several conjuncts: "sold ships, *planes* and *trains*", "on rain and *on luck*".

    For subjects, only the second of two: three or more act together, or were joined by a parser error.
    """
    for other in phrase.conjuncts:
        if other.again is not None:
            yield Part("conjunct", other.again.index, other.label_end)
    strung = argument.role == "subject" and len(phrase.conjuncts) > 1
    if argument.role in CENTRAL and not argument.shared and not strung:
        for other in phrase.conjuncts:
            yield Part("conjunct", other.label_start, other.label_end)


def appositions(argument: Argument, phrase: Phrase) -> Iterator[Part]:
    """An apposition, another name of the same entity: "Ana Silva, *the mayor*"."""
    if argument.role not in CENTRAL or argument.shared:
        return
    for modifier in phrase.of_kind("apposition"):
        if modifier.apart and modifier.phrase is not None:
            yield Part("apposition", modifier.phrase.label_start, modifier.phrase.label_end)


def titles(argument: Argument, phrase: Phrase) -> Iterator[Part]:
    """A description before a name: "*the mayor* Ana Silva"."""
    for modifier in phrase.of_kind("title"):
        yield Part("title", modifier.start, modifier.end)


def inner(argument: Argument, phrase: Phrase) -> Iterator[Part]:
    """The only phrase directly after the noun: "two seats *in the council*"."""
    if argument.role not in CENTRAL:
        return
    for modifier in phrase.of_kind("preposition"):
        if modifier.start == phrase.head.index + 1 and modifier.end >= argument.end and not _is_of(modifier):
            yield Part("inner", modifier.start, modifier.end)


def bare(argument: Argument, phrase: Phrase) -> Iterator[Part]:
    """The object of a preposition, without the preposition: "in *the old town*"."""
    if argument.role == "agent":
        yield Part("bare", phrase.label_start, phrase.label_end)


def _is_of(modifier: Modifier) -> bool:
    return bool(modifier.marker) and modifier.marker[0].lower == "of"


PARTS: t.Final[tuple[Callable[[Argument, Phrase], Iterator[Part]], ...]] = (
    *(whole, core, conjuncts, appositions, titles, inner, bare),
)
