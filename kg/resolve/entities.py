"""Turn the chains of all documents into entities."""

import sys
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.identifiers import slug
from kg.lexicon.gazetteer import Gazetteer
from kg.model import Chain, Decision, Entity, MentionKey, SameEntity
from kg.resolve.applying import KeysByName, can_apply, keys_by_name, wishes
from kg.resolve.groups import Group, Keyed
from kg.resolve.identities import Identities
from kg.resolve.identity import Identity, Key
from kg.resolve.labels import Pointers, full_description, pointers
from kg.resolve.merges import Reasons
from kg.resolve.summary import summary
from kg.spool import Spool


class PendingEntity(t.NamedTuple):
    """The entity of a group, with the keys of its chains in order, and whether it has a name."""

    keys: tuple[Key, ...]
    named: bool
    documents: int
    mentions: int
    entity: Entity

    @property
    def key(self) -> Key:
        """The alphabetically first key."""
        return self.keys[0]

    @property
    def label(self) -> str:
        """The label of the entity."""
        return self.entity.label


def entities(
    chains: Iterable[Chain], gazetteer: Gazetteer, *, stated_types: Mapping[MentionKey, Sequence[str]] | None = None
) -> tuple[Entity, ...]:
    """Return one entity for each referent of the chains, sorted by id.

    Chains with the same name and a compatible type are one entity in all documents. Initials and short names are united
    with a full name if all documents together leave one choice. One-word short names need a document that has both,
    except for firms, which may drop `Group` or `Inc.` anywhere. Unnamed entities stay within their document, except for
    general terms (`antivirus software`).

    Args:
        chains: the mentions of one entity in one document.
        gazetteer: known entities.
        stated_types: the types that sentences give for a mention ("Acme is a bank"), each repeated by its weight.
    """
    return decided_entities(Identities(gazetteer).among(chains, stated_types or {}), gazetteer, ()).entities


class Decided(t.NamedTuple):
    """The entities sorted by id, the decisions with the ids of their entities, and the reasons for merges."""

    entities: tuple[Entity, ...]
    decisions: tuple[Decision, ...]
    united: Sequence[SameEntity]


def decided_entities(
    identities: Iterable[Identity], gazetteer: Gazetteer, decisions: Sequence[Decision], *, expected: int = 0
) -> Decided:
    """Do the same as `entities`, apply decisions, and give the reasons for merged names.

    Names and ids in decisions refer to the entities that exist without decisions.

    Args:
        identities: the identities of the chains of all documents.
        gazetteer: known entities.
        decisions: the manual decisions.
        expected: the number of claims, if known.
    """
    keyed = Keyed.of(identities, gazetteer, expected=expected)
    keys = _keys_by_name(keyed, decisions)
    grouping = keyed.groups(wishes(decisions, keys))
    del keyed  # to free its memory before the entities are built
    reasons, spool = Reasons(grouping.unions), Spool[Chain](expected=expected)
    found = [_pending_entity(group, spool) for group in reasons.recording(grouping.groups)]
    del grouping
    united = reasons.found()
    del reasons
    _label(found)
    if decisions:
        found = [each._replace(entity=_changed(each, decisions, keys)) for each in found]
        _give_ids(found)
    decided = (_concerning(decision, found, keys) for decision in decisions)
    return Decided(
        tuple(sorted((each.entity for each in found), key=lambda entity: entity.id)), tuple(sorted(decided)), united
    )


def _keys_by_name(keyed: Keyed, decisions: Sequence[Decision]) -> KeysByName:
    """Return the keys for the names and ids in decisions, among the entities that exist without decisions."""
    if not decisions:
        return {}
    found, spool = keyed.groups(), Spool[Chain]()
    pending = [_pending_entity(group, spool) for group in found.groups]
    _label(pending)
    pairs = zip(found.groups, pending, strict=True)
    return keys_by_name(decisions, ((group.identities, each.entity) for group, each in pairs))


def _label(found: list[PendingEntity]) -> None:
    """Give entities their labels and ids in place; copies of all of them would take too much memory."""
    known = pointers((each.entity for each in found if each.named), (each.entity for each in found if not each.named))
    for place, each in enumerate(found):
        if not each.named:
            found[place] = each._replace(entity=_relabelled(each.entity, known))
    _give_ids(found)


def _pending_entity(group: Group, spool: Spool[Chain]) -> PendingEntity:
    """Return the entity of a group, not yet with an id."""
    evidence, chains = summary(group.identities, key=group.keys[0]), group.chains
    label, type_ = evidence.label_and_type()
    links = evidence.entry[1].links if evidence.entry is not None else ()
    aliases = tuple([label if each == label else each for each in sorted(evidence.aliases)])  # one object per name
    entity = Entity("", label, sys.intern(type_), aliases, spool.keep(chains), links)
    documents = len({chain[0].span.document for chain in chains})
    return PendingEntity(group.keys, evidence.named, documents, evidence.mentions, entity)


def _changed(pending: PendingEntity, decisions: Iterable[Decision], keys: KeysByName) -> Entity:
    """Return the entity with the label and type that decisions set; if several apply, the alphabetically first."""
    entity = pending.entity
    for decision in sorted(decisions, reverse=True):
        if decision.kind in {"rename", "retype"} and not keys[decision.names[0]].isdisjoint(pending.keys):
            renamed = decision.kind == "rename"
            entity = replace(entity, label=decision.value) if renamed else replace(entity, type=decision.value)
    return entity


def _concerning(decision: Decision, found: Iterable[PendingEntity], keys: KeysByName) -> Decision:
    """Return the decision with the ids of the entities it concerns, or without ids if it cannot be applied."""
    if not can_apply(decision, keys):
        return decision
    named = frozenset[Key]().union(*(keys[name] for name in decision.names))
    return replace(decision, things=tuple(sorted(each.entity.id for each in found if not named.isdisjoint(each.keys))))


def _relabelled(entity: Entity, known: Pointers) -> Entity:
    label = full_description(entity.chains, known) or entity.label
    return replace(entity, label=label) if label != entity.label else entity


def _give_ids(found: list[PendingEntity]) -> None:
    """Give each entity its id."""
    for place, id_ in enumerate(ids(found)):
        each = found[place]
        found[place] = each._replace(entity=replace(each.entity, id=id_))


class Seen(t.Protocol):
    """An entity as its first key, its label, and the number of its documents and mentions."""

    @property
    def key(self) -> Key:
        """The alphabetically first of its keys."""

    @property
    def label(self) -> str:
        """Its label."""

    @property
    def documents(self) -> int:
        """The number of documents that mention it."""

    @property
    def mentions(self) -> int:
        """The number of its mentions."""


def ids(entities: Sequence[Seen]) -> Iterator[str]:
    """Yield the id of each entity: its label, with a digest of its key added if the label is not unique.

    The plain label goes to the entity that most documents mention; entities without a name come last.
    """
    first: dict[str, Seen] = {}  # different labels can look alike, so compare the normal form of their letters
    for entity in entities:
        if entity.key.sort != "bound":
            name = slug(entity.label)
            both = first.get(name, entity), entity
            first[name] = min(both, key=lambda each: (-each.documents, -each.mentions, each.key))
    for entity in entities:
        name = slug(entity.label)
        plain = name in first and first[name].key == entity.key
        yield name if plain else slug(entity.label, ":".join(filter(None, entity.key)))
