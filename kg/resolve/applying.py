"""Apply decisions to the entities of a graph: unite them, keep them separate or leave them out."""

import functools
import re
import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.identifiers import slug
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.name_forms import normal_form
from kg.lexicon.noun_types import broad_type
from kg.model import Chain, Claim, Decision, Entity, Mention
from kg.resolve.chains import LITERAL_KINDS
from kg.resolve.descriptions import description
from kg.resolve.identity import Identity, Key, identify, named_type

KeysByName: t.TypeAlias = Mapping[str, frozenset[Key]]
"""For each name or id in the decisions, the keys of the entities it refers to."""
KeySets: t.TypeAlias = tuple[frozenset[Key], frozenset[Key]]

TYPED: t.Final = re.compile(r"(?P<name>.+) \((?P<type>[A-Z]\w*)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was decided about keys: sets of keys of one entity, and pairs of sets that belong to two entities."""

    same: tuple[frozenset[Key], ...] = ()
    different: tuple[KeySets, ...] = ()


NO_WISHES: t.Final = Wishes()


class Reference(t.NamedTuple):
    """How a decision refers to an entity: by id, or by a name with an optional type: `Georgia (Country)`."""

    text: str

    @property
    def form(self) -> str:
        """The normal form of the name."""
        typed = TYPED.fullmatch(self.text)
        return _form(typed["name"] if typed else self.text)

    def fits(self, type_: str) -> bool:
        """Return whether the reference can mean an entity of this type."""
        typed = TYPED.fullmatch(self.text)
        return typed is None or typed["type"] in {type_, broad_type(type_)}


def _form(name: str) -> str:
    return normal_form(name) or name.casefold()


def keys_by_name(decisions: Iterable[Decision], entities: Iterable[tuple[Sequence[Identity], Entity]]) -> KeysByName:
    """Return the keys for each name or id: those of the entity with that id, or of all chains with that name.

    If no chain has the name, it is looked up among the labels: first those of the entities, then those from decisions.

    Args:
        decisions: the decisions whose names are looked up.
        entities: each entity with the identities of its chains.
    """
    decisions = tuple(decisions)
    labels = {decision.value: decision.names[0] for decision in decisions if decision.kind == "rename"}
    names = {name for decision in decisions for name in decision.names}
    index = _index(entities, names)
    return {name: index.referred_to(name) or index.referred_to(labels.get(name, name)) for name in names}


class _Index(t.NamedTuple):
    """The keys of entities by id, and by the normal forms of names and of labels with the types of the entities."""

    ids: dict[str, frozenset[Key]]
    """Also by the positions of mentions."""
    names: dict[str, list[tuple[Key, str]]]
    labels: dict[str, list[tuple[Key, str]]]

    def referred_to(self, name: str) -> frozenset[Key]:
        """Return the keys that a name or id refers to."""
        reference = Reference(name)
        found = self.names.get(reference.form) or self.labels.get(reference.form, [])
        return self.ids.get(name) or frozenset(key for key, type_ in found if reference.fits(type_))


def _index(entities: Iterable[tuple[Sequence[Identity], Entity]], names: Iterable[str]) -> _Index:
    index = _Index({}, {}, {})
    places = {name for name in names if "#char=" in name}
    for identities, entity in entities:
        index.ids[entity.id] = frozenset(identity.key for identity in identities)
        index.labels.setdefault(_form(entity.label), []).extend((key, entity.type) for key in index.ids[entity.id])
        for identity in identities:
            here = places and places.intersection(mention.span.reference for mention in identity.chain)
            index.ids.update((place, frozenset({identity.key})) for place in here)
            if identity.key.sort == "split":  # its names refer to the entity that it was split from
                continue
            for form in set(map(_form, identity.names)):
                index.names.setdefault(form, []).append((identity.key, entity.type))
    return index


def can_apply(decision: Decision, keys: KeysByName) -> bool:
    """Return whether the names resolve: for `same` to two entities, for `different` to two distinguishable ones."""
    key_sets = [keys[name] for name in decision.names]
    if decision.kind == "different":
        return any(one and other and one.isdisjoint(other) for one in key_sets for other in key_sets)
    return sum(map(bool, key_sets)) >= (2 if decision.kind == "same" else 1)


def wishes(decisions: Iterable[Decision], keys: KeysByName) -> Wishes:
    """Return what the decisions `same` and `different` state about keys."""
    same: list[frozenset[Key]] = []
    different: list[KeySets] = []
    for decision in decisions:
        key_sets = [keys[name] for name in decision.names if keys[name]]
        if decision.kind == "same" and len(key_sets) > 1:
            same.append(frozenset[Key]().union(*key_sets))
        elif decision.kind == "different":
            pairs = ((one, other) for i, one in enumerate(key_sets) for other in key_sets[i + 1 :])
            different.extend((one, other) for one, other in pairs if one.isdisjoint(other))
    return Wishes(tuple(same), tuple(different))


def without_blocked(
    claims: Iterable[Claim], chains: Sequence[Chain], decisions: Iterable[Decision], gazetteer: Gazetteer
) -> tuple[list[Claim], list[Chain]]:
    """Return the claims and chains without blocked entities, which are also removed from qualifiers of claims.

    Blocking is checked for each chain by itself: it applies to all chains with the name, in every document.
    """
    blocked = [Reference(name) for decision in decisions if decision.kind == "block" for name in decision.names]
    if not blocked:
        return list(claims), list(chains)
    chain_of = {mention.key: chain for chain in chains for mention in chain}

    @functools.cache
    def is_blocked_chain(chain: Chain) -> bool:
        return _is_referred_to(chain, blocked, gazetteer)

    def is_blocked(mention: Mention | None) -> bool:
        if mention is None or mention.kind in LITERAL_KINDS:
            return False
        return is_blocked_chain(chain_of.get(mention.key, (mention,)))

    unblocked = [c for c in claims if not any(map(is_blocked, (c.subject, c.object, c.speaker, c.denied_by)))]
    return [_without(claim, is_blocked) for claim in unblocked], [chain for chain in chains if not is_blocked(chain[0])]


def _without(claim: Claim, is_blocked: t.Callable[[Mention], bool]) -> Claim:
    return replace(claim, qualifiers=tuple(one for one in claim.qualifiers if not is_blocked(one.value)))


def _is_referred_to(chain: Chain, references: Iterable[Reference], gazetteer: Gazetteer) -> bool:
    identity = identify(chain, gazetteer)
    names = {*identity.names, *([identity.entry.label] if identity.entry else [])} or {description([chain])}
    type_ = identity.entry.type if identity.entry else named_type([chain])
    key = ":".join(filter(None, identity.key))
    forms, ids = set(map(_form, names)), {slug(name, part) for name in names for part in (None, key)}
    ids.update(mention.span.reference for mention in chain)
    return any((one.form in forms and one.fits(type_)) or one.text in ids for one in references)
