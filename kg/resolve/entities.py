"""Chains of all documents become entities."""

import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.identifiers import slug
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.name_forms import bare
from kg.lexicon.noun_types import most_frequent, noun_type
from kg.model import Chain, Decision, Entity
from kg.resolve.applying import NO_WISHES, KeysMeant, Wishes, can_apply, keys_meant, wishes
from kg.resolve.corrections import splits_of
from kg.resolve.descriptions import described_type, description
from kg.resolve.groups import Group, Grouping, groups
from kg.resolve.identities import Identities
from kg.resolve.identity import Key, best_name, is_name, named_type, naming
from kg.resolve.labels import Pointers, full_description, pointers
from kg.resolve.types import is_told

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
    found = [(group, _entity(group, said), _has_name(group)) for group in grouping.groups]
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


def _has_name(group: Group) -> bool:
    for identity in group.identities:
        if identity.entry is not None or identity.names or any(map(is_name, identity.chain)):
            return True
    return False


def _entity(group: Group, said: Mapping[MentionKey, Sequence[str]]) -> Entity:
    """Return the entity of a group, for the time being without an id."""
    chains = group.chains
    mentions = [mention for chain in chains for mention in chain]
    told = [type_ for mention in mentions for type_ in said.get(mention.key, ())]
    entry = next(filter(None, (identity.entry for identity in group.identities)), None)
    label, type_ = (entry.label, entry.type) if entry else _label_and_type(group, told)
    aliases = {bare(mention.words) or mention.words for mention in mentions if mention.kind != "pronoun"}
    links = entry.links if entry else ()
    return Entity("", label or chains[0][0].words, type_, tuple(sorted(aliases)), chains, links)


def _label_and_type(group: Group, told: Sequence[str]) -> tuple[str, str]:
    """Return the label and the type of what is not known beforehand: its best name, else its description."""
    chains = group.chains
    names = [name for identity in group.identities for name in identity.names]
    if names:
        alone = len(group.identities) == 1 and not told
        type_ = group.identities[0].type if alone else named_type(chains, told)
        label = best_name(Counter(names), type_)
        return label, type_ if is_told(type_, naming(chains, told)) else "Thing"
    label = description(chains)
    return label, most_frequent(told) if told and _is_unseen_name(label) else described_type(chains)


def _is_unseen_name(label: str) -> bool:
    """Tell whether a description is one word that is written like a name and is no noun that we know."""
    return label.isalnum() and not label.islower() and noun_type(label) == "Thing"


def _relabelled(entity: Entity, known: Pointers) -> Entity:
    label = full_description(entity.chains, known) or entity.label
    return replace(entity, label=label) if label != entity.label else entity


def _with_ids(found: Sequence[Found]) -> list[Found]:
    """Give each entity an id: its label, and where that does not tell it from others, a digest of its key."""
    by_slug: dict[str, list[Found]] = {}  # labels can differ and look alike: in the normal form of their letters
    named = []
    for group, entity in found:
        by_slug.setdefault(slug(entity.label), []).append((group, entity))
    for name, sharing in by_slug.items():
        first = min((group for group, _ in sharing), key=_rank).key if len(sharing) > 1 else sharing[0][0].key
        for group, entity in sharing:
            plain = group.key == first and group.key.sort != "bound"
            id_ = name if plain else slug(entity.label, ":".join(filter(None, group.key)))
            named.append((group, Entity(id_, entity.label, entity.type, entity.aliases, entity.chains, entity.links)))
    return named


def _rank(group: Group) -> tuple[bool, int, int, Key]:
    """Return what sorts things with one label: the most mentioned first, those without a name last."""
    documents = {chain[0].span.document for chain in group.chains}
    return group.key.sort == "bound", -len(documents), -sum(map(len, group.chains)), group.key
