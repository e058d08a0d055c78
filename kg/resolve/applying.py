"""What decisions mean for the things of a graph: which are united, kept apart or left out."""

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

KeysMeant: t.TypeAlias = Mapping[str, frozenset[Key]]
"""The keys of the things that each name or id of the decisions means."""
KeySets: t.TypeAlias = tuple[frozenset[Key], frozenset[Key]]

TYPED: t.Final = re.compile(r"(?P<name>.+) \((?P<type>[A-Z]\w*)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was decided about keys: sets of those that are one thing, and pairs of sets of those that are two."""

    same: tuple[frozenset[Key], ...] = ()
    different: tuple[KeySets, ...] = ()


NO_WISHES: t.Final = Wishes()


class Reference(t.NamedTuple):
    """What a decision calls a thing by: an id or a name, the name perhaps with a type: `Georgia (Country)`."""

    text: str

    @property
    def form(self) -> str:
        """The normal form of the name."""
        typed = TYPED.fullmatch(self.text)
        return _form(typed["name"] if typed else self.text)

    def fits(self, type_: str) -> bool:
        """Tell whether a thing of this type can be meant."""
        typed = TYPED.fullmatch(self.text)
        return typed is None or typed["type"] in {type_, broad_type(type_)}


def _form(name: str) -> str:
    return normal_form(name) or name.casefold()


def keys_meant(decisions: Iterable[Decision], things: Iterable[tuple[Sequence[Identity], Entity]]) -> KeysMeant:
    """Return the keys of what each name or id means: the thing with that id, else all chains with that name.

    What has no such name is looked for among the labels, first those of the things, then those that decisions give.

    Args:
        decisions: those whose names are looked up.
        things: each entity with the identities of its chains.
    """
    decisions = tuple(decisions)
    labels = {decision.value: decision.names[0] for decision in decisions if decision.kind == "rename"}
    names = {name for decision in decisions for name in decision.names}
    index = _index(things, names)
    return {name: index.meant(name) or index.meant(labels.get(name, name)) for name in names}


class _Index(t.NamedTuple):
    """The keys of things by id, and by the normal forms of names and of labels with the things' types."""

    ids: dict[str, frozenset[Key]]
    """By places of mentions too."""
    names: dict[str, list[tuple[Key, str]]]
    labels: dict[str, list[tuple[Key, str]]]

    def meant(self, name: str) -> frozenset[Key]:
        """Return the keys of what a name or id means."""
        reference = Reference(name)
        found = self.names.get(reference.form) or self.labels.get(reference.form, [])
        return self.ids.get(name) or frozenset(key for key, type_ in found if reference.fits(type_))


def _index(things: Iterable[tuple[Sequence[Identity], Entity]], names: Iterable[str]) -> _Index:
    index = _Index({}, {}, {})
    places = {name for name in names if "#char=" in name}
    for identities, entity in things:
        index.ids[entity.id] = frozenset(identity.key for identity in identities)
        index.labels.setdefault(_form(entity.label), []).extend((key, entity.type) for key in index.ids[entity.id])
        for identity in identities:
            here = places and places.intersection(mention.span.reference for mention in identity.chain)
            index.ids.update((place, frozenset({identity.key})) for place in here)
            if identity.key.sort == "split":  # its names mean what it was split from
                continue
            for form in set(map(_form, identity.names)):
                index.names.setdefault(form, []).append((identity.key, entity.type))
    return index


def can_apply(decision: Decision, keys: KeysMeant) -> bool:
    """Tell whether the names of a decision mean things: of `same` two, of `different` two that can be told apart."""
    meant = [keys[name] for name in decision.names]
    if decision.kind == "different":
        return any(one and other and one.isdisjoint(other) for one in meant for other in meant)
    return sum(map(bool, meant)) >= (2 if decision.kind == "same" else 1)


def wishes(decisions: Iterable[Decision], keys: KeysMeant) -> Wishes:
    """Return what the decisions `same` and `different` say about keys."""
    same: list[frozenset[Key]] = []
    different: list[KeySets] = []
    for decision in decisions:
        meant = [keys[name] for name in decision.names if keys[name]]
        if decision.kind == "same" and len(meant) > 1:
            same.append(frozenset[Key]().union(*meant))
        elif decision.kind == "different":
            pairs = ((one, other) for i, one in enumerate(meant) for other in meant[i + 1 :])
            different.extend((one, other) for one, other in pairs if one.isdisjoint(other))
    return Wishes(tuple(same), tuple(different))


def without_blocked(
    claims: Iterable[Claim], chains: Sequence[Chain], decisions: Iterable[Decision], gazetteer: Gazetteer
) -> tuple[list[Claim], list[Chain]]:
    """Return what is left where blocked things are in no chain, no claim and no circumstance of a claim.

    What is blocked is seen from each chain alone: all that bear the name in a document, in every document.
    """
    blocked = [Reference(name) for decision in decisions if decision.kind == "block" for name in decision.names]
    if not blocked:
        return list(claims), list(chains)
    chain_of = {mention.key: chain for chain in chains for mention in chain}

    @functools.cache
    def is_blocked_chain(chain: Chain) -> bool:
        return _is_meant(chain, blocked, gazetteer)

    def is_blocked(mention: Mention | None) -> bool:
        if mention is None or mention.kind in LITERAL_KINDS:
            return False
        return is_blocked_chain(chain_of.get(mention.key, (mention,)))

    kept = [c for c in claims if not any(map(is_blocked, (c.subject, c.object, c.speaker, c.denied_by)))]
    return [_without(claim, is_blocked) for claim in kept], [chain for chain in chains if not is_blocked(chain[0])]


def _without(claim: Claim, is_blocked: t.Callable[[Mention], bool]) -> Claim:
    return replace(claim, qualifiers=tuple(one for one in claim.qualifiers if not is_blocked(one.value)))


def _is_meant(chain: Chain, references: Iterable[Reference], gazetteer: Gazetteer) -> bool:
    identity = identify(chain, gazetteer)
    names = {*identity.names, *([identity.entry.label] if identity.entry else [])} or {description([chain])}
    type_ = identity.entry.type if identity.entry else named_type([chain])
    key = ":".join(filter(None, identity.key))
    forms, ids = set(map(_form, names)), {slug(name, part) for name in names for part in (None, key)}
    ids.update(mention.span.reference for mention in chain)
    return any((one.form in forms and one.fits(type_)) or one.text in ids for one in references)
