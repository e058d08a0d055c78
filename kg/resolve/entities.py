"""Chains of all documents become entities."""

import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.identifiers import slug
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.names import bare
from kg.model import Chain, Entity
from kg.resolve.chains import Partition
from kg.resolve.identity import (
    Identity,
    Key,
    best_name,
    described_type,
    description,
    identify,
    is_name,
    name_counts,
    named_type,
)
from kg.resolve.labels import Pointers, full_description, pointers
from kg.resolve.variants import variants

MentionKey: t.TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Group:
    """The chains of one thing; `key` is the first of its keys by alphabet."""

    key: Key
    identities: tuple[Identity, ...]

    @property
    def chains(self) -> tuple[Chain, ...]:
        """The chains in the order of documents and text."""
        return tuple(sorted((identity.chain for identity in self.identities), key=lambda chain: chain[0].key))


def entities(
    chains: Iterable[Chain], gazetteer: Gazetteer, *, said: Mapping[MentionKey, Sequence[str]] | None = None
) -> tuple[Entity, ...]:
    """Return one entity for each thing that the chains mention, sorted by id.

    Chains with one name and a compatible type are one thing in all documents. Initials and short names are the same
    thing where all documents together leave one choice. What has no name stays within its document, but for general
    terms (`antivirus software`).

    Args:
        chains: the mentions of one thing in one document.
        gazetteer: things known beforehand.
        said: the types of what sentences say that a mention is ("Acme is a bank").
    """
    found = [
        (group, _entity(group, said or {})) for group in groups((identify(c, gazetteer) for c in chains), gazetteer)
    ]
    known = pointers(entity for _, entity in found if any(map(is_name, entity.mentions)))
    labelled = [
        (group, entity if any(map(is_name, entity.mentions)) else _relabelled(entity, known)) for group, entity in found
    ]
    return tuple(sorted(_with_ids(labelled), key=lambda entity: entity.id))


def groups(identities: Iterable[Identity], gazetteer: Gazetteer) -> list[Group]:
    """Return the identities in groups of one thing each."""
    by_key: dict[Key, list[Identity]] = {}
    for identity in identities:
        by_key.setdefault(identity.key, []).append(identity)
    partition: Partition[Key] = Partition()
    for key in by_key:
        partition.unite(key, key)
    for key, same in variants({key: _names(found) for key, found in by_key.items()}, gazetteer):
        partition.unite(key, same)
    return [
        Group(min(keys), tuple(identity for key in sorted(keys) for identity in by_key[key]))
        for keys in partition.sets()
    ]


def _names(identities: Sequence[Identity]) -> tuple[str, ...]:
    return tuple(sorted(name_counts(identity.chain for identity in identities)))


def _entity(group: Group, said: Mapping[MentionKey, Sequence[str]]) -> Entity:
    """Return the entity of a group, for the time being without an id."""
    chains = group.chains
    names = name_counts(chains)
    entry = next((identity.entry for identity in group.identities if identity.entry is not None), None)
    told = [type_ for chain in chains for mention in chain for type_ in said.get(mention.key, ())]
    type_ = named_type(chains, told) if names else described_type(chains)
    label = best_name(names, type_) if names else description(chains)
    if entry is not None:
        label, type_ = entry.label, entry.type
    aliases = {bare(mention.text) or mention.text for chain in chains for mention in chain if mention.kind != "pronoun"}
    links = entry.links if entry is not None else ()
    return Entity("", label or chains[0][0].text, type_, tuple(sorted(aliases)), chains, links)


def _relabelled(entity: Entity, known: Pointers) -> Entity:
    return replace(entity, label=full_description(entity.chains, known) or entity.label)


def _with_ids(found: Sequence[tuple[Group, Entity]]) -> Iterable[Entity]:
    """Give each entity an id: its label, and where that does not tell it from others, a digest of its key."""
    by_label: dict[str, list[tuple[Group, Entity]]] = {}
    for group, entity in found:
        by_label.setdefault(entity.label, []).append((group, entity))
    for label, sharing in by_label.items():
        first = min((group for group, _ in sharing), key=_rank).key
        for group, entity in sharing:
            plain = group.key == first and group.key.sort != "bound"
            yield replace(entity, id=slug(label, None if plain else ":".join(group.key)))


def _rank(group: Group) -> tuple[bool, int, int, Key]:
    """Return what sorts things with one label: the most mentioned first, those without a name last."""
    documents = {chain[0].span.document for chain in group.chains}
    return group.key.sort == "bound", -len(documents), -sum(map(len, group.chains)), group.key
