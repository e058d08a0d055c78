"""Pairs of named things that could be one and were not merged."""

import itertools
import typing as t
from collections.abc import Iterable, Sequence

from kg.lexicon.names import FUNCTION_WORDS, acronyms, is_acronym, normal_form, words
from kg.lexicon.nouns import broad_type
from kg.model import Entity, Graph
from kg.resolve.identity import chain_names

Doubt: t.TypeAlias = tuple[str, str, str]
"""The ids of two entities in the order of the alphabet, and what their names have in common."""

NEVER_SHORT: t.Final = frozenset({"Place", "Group"})
"""What is seldom meant by a part of a longer name: the `Paris` of `Paris Opera`."""


def doubtful(graph: Graph) -> tuple[Doubt, ...]:
    """Return the pairs of entities whose names are alike but that stay apart, sorted.

    The reasons are `same name`, `last name` (a single word is the last of a person's name), `same beginning` (one name
    begins with all of the other) and `initials`.
    """
    by_first: dict[str, set[Entity]] = {}
    by_last: dict[str, set[Entity]] = {}
    by_acronym: dict[str, set[Entity]] = {}
    for entity in graph.entities:
        for name in _names(entity):
            parts = words(name)
            by_first.setdefault(parts[0], set()).add(entity)
            by_last.setdefault(parts[-1], set()).add(entity)
            for letters in {normal_form(name)} if is_acronym(name) else {a.casefold() for a in acronyms(name)}:
                by_acronym.setdefault(letters, set()).add(entity)
    alike = itertools.chain(by_first.values(), by_last.values(), by_acronym.values())
    pairs = {pair for group in alike for pair in itertools.combinations(sorted(group, key=lambda e: e.id), 2)}
    found = ((one.id, other.id, _reason(one, other)) for one, other in pairs)
    return tuple(sorted((one, other, reason) for one, other, reason in found if reason is not None))


def _reason(one: Entity, other: Entity) -> str | None:
    first, second = _names(one), _names(other)
    if {words(name) for name in first} & {words(name) for name in second}:
        return "same name"
    pairs = ((one, a, other, b) for a in first for b in second)
    return next((reason for pair in pairs for reason in _reasons(*pair)), None)


def _reasons(one: Entity, name: str, other: Entity, second: str) -> Iterable[str]:
    for short, a, full, b in ((one, words(name), other, words(second)), (other, words(second), one, words(name))):
        if broad_type(short.type) in NEVER_SHORT or len(a) >= len(b):
            continue
        if len(a) == 1 and a[0] == b[-1] and full.type == "Person" and FUNCTION_WORDS.isdisjoint(b):
            yield "last name"
        if b[: len(a)] == a and "Person" not in (short.type, full.type):
            yield "same beginning"
    for letters, spelled in ((name, second), (second, name)):
        if is_acronym(letters) and normal_form(letters).upper() in acronyms(spelled):
            yield "initials"


def _names(entity: Entity) -> Sequence[str]:
    return sorted({name for chain in entity.chains for name in chain_names(chain)})
