"""Chains of all documents become entities."""

import typing as t
from collections import Counter
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
    things = groups([identify(chain, gazetteer) for chain in chains], gazetteer)
    found = [(group, _entity(group, said or {}), _has_name(group)) for group in things]
    known = pointers(entity for _, entity, named in found if named)
    labelled = [(group, entity if named else _relabelled(entity, known)) for group, entity, named in found]
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


def _has_name(group: Group) -> bool:
    return any(is_name(mention) for identity in group.identities for mention in identity.chain)


def _names(identities: Sequence[Identity]) -> tuple[str, ...]:
    return tuple(sorted({name for identity in identities for name in identity.names}))


def _entity(group: Group, said: Mapping[MentionKey, Sequence[str]]) -> Entity:
    """Return the entity of a group, for the time being without an id."""
    chains = group.chains
    names = Counter([name for identity in group.identities for name in identity.names])
    entry = next((identity.entry for identity in group.identities if identity.entry is not None), None)
    if entry is not None:
        label, type_ = entry.label, entry.type
    elif names:
        told = [type_ for chain in chains for mention in chain for type_ in said.get(mention.key, ())]
        type_ = named_type(chains, told)
        label = best_name(names, type_)
    else:
        label, type_ = description(chains), described_type(chains)
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
        first = min((group for group, _ in sharing), key=_rank).key if len(sharing) > 1 else sharing[0][0].key
        for group, entity in sharing:
            plain = group.key == first and group.key.sort != "bound"
            yield replace(entity, id=slug(label, None if plain else ":".join(group.key)))


def _rank(group: Group) -> tuple[bool, int, int, Key]:
    """Return what sorts things with one label: the most mentioned first, those without a name last."""
    documents = {chain[0].span.document for chain in group.chains}
    return group.key.sort == "bound", -len(documents), -sum(map(len, group.chains)), group.key
