"""Group the identities of each entity, and record the reason for every union of two names."""

import itertools
import sys
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.noun_types import broad_type, name_type
from kg.model import Chain
from kg.resolve.applying import NO_WISHES, KeySets, Wishes
from kg.resolve.chains import Partition
from kg.resolve.identity import Identity, Key
from kg.resolve.variants import RULES, Bearers
from kg.spool import Spool, in_order


@dataclass(frozen=True, slots=True)
class Group:
    """The chains of one entity, with their keys in order."""

    keys: tuple[Key, ...]
    identities: tuple[Identity, ...]

    @property
    def chains(self) -> tuple[Chain, ...]:
        """The chains in the order of documents and text."""
        found = [identity.chain for identity in self.identities]
        return tuple(sorted(found, key=lambda chain: chain[0].key) if len(found) > 1 else found)


class Union(t.NamedTuple):
    """Two united keys, and the reason for the union."""

    one: Key
    other: Key
    reason: str


@dataclass(frozen=True, slots=True)
class Keyed:
    """The identities of all chains by key, in order, and the data about those that can be united with others."""

    identities: Mapping[Key, Sequence[Identity]]
    bearers: Bearers

    @classmethod
    def of(cls, identities: Iterable[Identity], gazetteer: Gazetteer, *, expected: int = 0) -> "Keyed":
        """Return the identities of all chains by key; large numbers are stored on disk.

        Args:
            identities: the identities of all chains.
            gazetteer: known entities.
            expected: the number of claims, if known.
        """
        by_key: dict[Key, Sequence[Identity]] = {}
        spool = Spool[Identity](expected=expected)

        def rows() -> Iterator[KeyData]:
            ordered = in_order(identities, lambda identity: (identity.key, identity.chain[0].span.document))
            for key, some in itertools.groupby(ordered, lambda identity: identity.key):
                found = by_key[key] = spool.keep(some)
                if key.sort not in NEVER_UNITED:
                    names = {name for identity in found for name in identity.names}
                    documents = {sys.intern(identity.chain[0].span.document) for identity in found}
                    yield key, names, documents, itertools.chain.from_iterable(map(types_of_names, found))

        bearers = bearers_of(rows(), gazetteer)
        return cls(by_key, bearers)

    def groups(self, wishes: Wishes = NO_WISHES) -> "Grouping":
        """Return the identities in groups of one entity each; manual decisions take precedence over all rules."""
        partition, unions = united(self.bearers, wishes)
        return Grouping(self.identities, partition, tuple(unions))


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups, and the unions of different names that made them; the data about names is no longer held."""

    identities: Mapping[Key, Sequence[Identity]]
    partition: Partition[Key]
    unions: tuple[Union, ...] = ()

    @property
    def groups(self) -> Iterator[Group]:
        """The groups, one at a time."""
        by_key = self.identities
        single = ([key] for key in by_key if key not in self.partition)
        for keys in itertools.chain(self.partition.sets(), single):
            ordered = tuple(sorted(keys))
            yield Group(ordered, tuple(identity for key in ordered for identity in by_key[key]))


NEVER_UNITED: t.Final = frozenset({"bound", "capital", "generic", "team"})
"""The sorts of keys that no rule unites with others: descriptions, teams, and governments named by their capitals."""
DECIDED: t.Final = "decision"
KeyData: t.TypeAlias = tuple[Key, Iterable[str], Iterable[str], Iterable[str]]
"""A key with the names, the documents and the types of names of its chains."""


def bearers_of(rows: Iterable[KeyData], gazetteer: Gazetteer) -> Bearers:
    """Return the data about the entities of all keys, from the keys in order."""
    names: dict[Key, Sequence[str]] = {}
    documents: dict[Key, frozenset[str]] = {}
    types: dict[Key, frozenset[str]] = {}
    shared: dict[frozenset[str], frozenset[str]] = {}
    for key, own, within, of_types in rows:
        names[key] = tuple(sorted(set(own)))
        # most names occur in one document and have one type, so they can share one set
        documents[key], types[key] = (shared.setdefault(each, each) for each in map(frozenset, (within, of_types)))
    return Bearers(names, documents, gazetteer, types)


def united(bearers: Bearers, wishes: Wishes = NO_WISHES) -> tuple[Partition[Key], list[Union]]:
    """Unite the keys of the same entity: first by decision, then by one rule after the other."""
    partition: Partition[Key] = Partition()
    for key in bearers.names:
        partition.unite(key, key)
    wanted = [(min(keys), other) for keys in wishes.same for other in sorted(keys)]
    unions = list(_unite(partition, wanted, DECIDED, wishes.different, {}))
    unsplit = bearers.without("split")  # no rule undoes a split
    known = {partition.root(key): key for key in bearers.names if key.sort == "known"}
    for reason, rule in RULES:
        unions += _unite(partition, _only_choices(partition, rule(unsplit)), reason, wishes.different, known)
    return partition, unions


def types_of_names(identity: Identity) -> Iterable[str]:
    """Yield the types that the model and the words give for the names of an entity."""
    for mention in identity.chain:
        if mention.kind == "name":
            yield mention.type
            yield broad_type(name_type(mention.words) or mention.type)


def _only_choices(partition: Partition[Key], choices: Mapping[Key, Iterable[Key]]) -> list[tuple[Key, Key]]:
    """Return the keys that can be variants of only one entity, each with a key of that entity."""
    found = []
    for key in sorted(choices):
        entities = {partition.root(other): other for other in sorted(choices[key], reverse=True)}
        if len(entities) == 1 and partition.root(key) not in entities:
            found.append((key, *entities.values()))
    return [(one, other) for one, other in found]


def _unite(
    partition: Partition[Key],
    pairs: Iterable[tuple[Key, Key]],
    reason: str,
    different: Sequence[KeySets],
    known: dict[Key, Key],
) -> Iterable[Union]:
    """Unite pairs of keys, except for those known to be two entities.

    Args:
        partition: the keys united so far; it is updated.
        pairs: the keys to unite.
        reason: the reason for the unions.
        different: the keys decided to be different.
        known: the known entity of each set that has one, by its root; it is updated.
    """
    for one, other in pairs:
        roots = {partition.root(one), partition.root(other)}
        entities = {known[root] for root in roots if root in known}
        if len(roots) == 2 and len(entities) < 2 and not _are_different(partition, roots, different):
            partition.unite(one, other)
            known.update((partition.root(one), entity) for entity in entities)
            yield Union(one, other, reason)


def _are_different(partition: Partition[Key], roots: set[Key], different: Sequence[KeySets]) -> bool:
    """Return whether uniting two sets would join keys that were decided to be different."""
    return any(all(not roots.isdisjoint(map(partition.root, keys)) for keys in pair) for pair in different)
