"""Chains of all documents become entities."""

import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.identifiers import slug
from kg.lexicon.gazetteer import Gazetteer
from kg.model import Chain, Decision, Entity
from kg.resolve.applying import NO_WISHES, KeysMeant, Wishes, can_apply, keys_meant, wishes
from kg.resolve.corrections import splits_of
from kg.resolve.groups import Group, Grouping, groups
from kg.resolve.identities import Identities
from kg.resolve.identity import Key
from kg.resolve.labels import Pointers, full_description, pointers
from kg.resolve.summary import Summary, summary

MentionKey: t.TypeAlias = tuple[str, int]
Found: t.TypeAlias = tuple[Group, Entity]


def entities(
    chains: Iterable[Chain], gazetteer: Gazetteer, *, said: Mapping[MentionKey, Sequence[str]] | None = None
) -> tuple[Entity, ...]:
    """Return one entity for each thing that the chains mention, sorted by id.

    Chains with one name and a compatible type are one thing in all documents. Initials and short names are the same
    thing where all documents together leave one choice; those of one word where one document has both, but for firms,
    which go without `Group` or `Inc.` anywhere. What has no name stays within its document, but for general terms
    (`antivirus software`).

    Args:
        chains: the mentions of one thing in one document.
        gazetteer: things known beforehand.
        said: the types that sentences tell of a mention ("Acme is a bank"), as often as each weighs.
    """
    return decided_entities(chains, Identities(gazetteer), (), said=said)[0]


def decided_entities(
    chains: Iterable[Chain],
    identities: Identities,
    decisions: Sequence[Decision],
    *,
    said: Mapping[MentionKey, Sequence[str]] | None = None,
) -> tuple[tuple[Entity, ...], tuple[Decision, ...]]:
    """Do as `entities` and apply decisions; return these too, each with the ids of the entities that it concerns.

    Names and ids in decisions mean things as they are without decisions.
    """
    chains = tuple(chains)
    keys = _keys_meant(chains, identities, decisions, said or {})
    found = _found(_groups(chains, identities, wishes=wishes(decisions, keys)), said or {})
    if decisions:
        found = _with_ids([(group, _changed(group, entity, decisions, keys)) for group, entity in found])
    decided = (_concerning(decision, found, keys) for decision in decisions)
    return tuple(sorted((entity for _, entity in found), key=lambda entity: entity.id)), tuple(sorted(decided))


def grouping(chains: Iterable[Chain], gazetteer: Gazetteer, decisions: Sequence[Decision]) -> Grouping:
    """Return the groups of chains that `decided_entities` makes entities of, with the reasons for uniting them."""
    chains, identities = tuple(chains), Identities(gazetteer, splits_of(decisions))
    keys = _keys_meant(chains, identities, decisions, {})
    return _groups(chains, identities, wishes=wishes(decisions, keys))


def _groups(chains: Iterable[Chain], identities: Identities, *, wishes: Wishes = NO_WISHES) -> Grouping:
    return groups(identities.among(chains), identities.gazetteer, wishes=wishes)


def _keys_meant(
    chains: Iterable[Chain],
    identities: Identities,
    decisions: Sequence[Decision],
    said: Mapping[MentionKey, Sequence[str]],
) -> KeysMeant:
    """Return what the names and ids in decisions mean among the entities that there are without decisions."""
    if not decisions:
        return {}
    found = _found(_groups(chains, identities), said)
    return keys_meant(decisions, [(group.identities, entity) for group, entity in found])


def _found(grouping: Grouping, said: Mapping[MentionKey, Sequence[str]]) -> list[Found]:
    """Return the entity of each group."""
    told = [(group, summary(group.identities, said, key=group.key)) for group in grouping.groups]
    found = [(group, _entity(group, each), each.named) for group, each in told]
    known = pointers(
        (entity for _, entity, named in found if named), (entity for _, entity, named in found if not named)
    )
    return _with_ids([(group, entity if named else _relabelled(entity, known)) for group, entity, named in found])


def _changed(group: Group, entity: Entity, decisions: Iterable[Decision], keys: KeysMeant) -> Entity:
    """Return the entity with the label and type that decisions give it; of several the first by alphabet."""
    for decision in sorted(decisions, reverse=True):
        if decision.kind in {"rename", "retype"} and not group.keys.isdisjoint(keys[decision.names[0]]):
            renamed = decision.kind == "rename"
            entity = replace(entity, label=decision.value) if renamed else replace(entity, type=decision.value)
    return entity


def _concerning(decision: Decision, found: Iterable[Found], keys: KeysMeant) -> Decision:
    """Return the decision with the ids of the entities that it concerns; without where it cannot be applied."""
    if not can_apply(decision, keys):
        return decision
    meant = frozenset[Key]().union(*(keys[name] for name in decision.names))
    return replace(decision, things=tuple(sorted(entity.id for group, entity in found if group.keys & meant)))


def _entity(group: Group, told: Summary) -> Entity:
    """Return the entity of a group, for the time being without an id."""
    label, type_ = told.label_and_type()
    links = told.entry[1].links if told.entry is not None else ()
    return Entity("", label, type_, tuple(sorted(told.aliases)), group.chains, links)


def _relabelled(entity: Entity, known: Pointers) -> Entity:
    label = full_description(entity.chains, known) or entity.label
    return replace(entity, label=label) if label != entity.label else entity


def _with_ids(found: Sequence[Found]) -> list[Found]:
    """Give each entity its id."""
    counts = (
        (len({chain[0].span.document for chain in group.chains}), len(entity.mentions)) for group, entity in found
    )
    seen = [Seen(group.key, entity.label, *each) for (group, entity), each in zip(found, counts, strict=True)]
    given = ids(seen)
    return [(group, replace(entity, id=given[group.key])) for group, entity in found]


class Seen(t.NamedTuple):
    """A thing by the first of its keys, its label, and how many documents and mentions it has."""

    key: Key
    label: str
    documents: int
    mentions: int


def ids(things: Iterable[Seen]) -> dict[Key, str]:
    """Return the id of each thing: its label, and where that does not tell it from others, a digest of its key.

    The plain label is that of the thing that most documents mention; things without a name come last.
    """
    by_slug: dict[str, list[Seen]] = {}  # labels can differ and look alike: in the normal form of their letters
    for thing in things:
        by_slug.setdefault(slug(thing.label), []).append(thing)
    given = {}
    for name, sharing in by_slug.items():
        first = min(sharing, key=_rank).key
        for thing in sharing:
            plain = thing.key == first and thing.key.sort != "bound"
            given[thing.key] = name if plain else slug(thing.label, ":".join(filter(None, thing.key)))
    return given


def _rank(thing: Seen) -> tuple[bool, int, int, Key]:
    """Return what sorts things with one label: the most mentioned first, those without a name last."""
    return thing.key.sort == "bound", -thing.documents, -thing.mentions, thing.key
