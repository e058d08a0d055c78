"""Why different names belong to one entity: the evidence for each merge."""

import itertools
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.model import Graph, SameEntity
from kg.resolve.groups import Group, Union
from kg.resolve.identity import Identity, Key
from kg.spool import Spool


class Merge(t.NamedTuple):
    """The id of an entity, two of its names, and the reason why they belong to it."""

    entity: str
    name: str
    other: str
    reason: str


def merges(graph: Graph) -> tuple[Merge, ...]:
    """Return the reason for each union of two names across chains, sorted.

    The reasons are those of `variants.RULES`, and before them `decision`, `gazetteer` and `same name` (in its normal
    form). Names within one chain were united by coreference, which has its own reasons. A graph that was read from
    RDF, or is part of another, is resolved again for them.
    """
    ids, found = graph.entity_ids(), graph.united
    if found is None:
        from kg.resolve.assemble import resolve  # imported here because it imports this module

        parts, decisions = graph.named_parts, graph.decisions
        found = resolve(graph.documents, graph.claims, graph.chains, named_parts=parts, decisions=decisions).united
    return tuple(sorted({Merge(ids[mention], name, other, reason) for mention, name, other, reason in found or ()}))


@dataclass(frozen=True, slots=True)
class Reasons:
    """Collects the reasons for uniting names while groups become entities, one at a time.

    Args:
        unions: the unions of keys that the rules made.
    """

    unions: Sequence[Union]
    _names: dict[Key, str] = field(default_factory=dict)
    _mentions: dict[Key, tuple[str, int]] = field(default_factory=dict)
    _within: list[SameEntity] = field(default_factory=list)

    def recording(self, groups: Iterable[Group]) -> Iterator[Group]:
        """Yield the groups, and record the names in each of them."""
        joined = {key for one, other, _ in self.unions for key in (one, other)}
        for group in groups:
            mention = group.identities[0].chain[0].key
            for key, same in itertools.groupby(group.identities, lambda identity: identity.key):
                identities = [*same]
                self._within.extend(_within_key(key, identities, mention))
                if key in joined:
                    self._names[key], self._mentions[key] = _usual_name(identities), mention
            yield group

    def found(self) -> Sequence[SameEntity]:
        """Return all reasons, once every group was recorded; large numbers are stored on disk."""
        names = self._names
        pairs = (SameEntity(self._mentions[one], names[one], names[other], why) for one, other, why in self.unions)
        return Spool[SameEntity]().keep(itertools.chain(pairs, self._within))


def _usual_name(identities: Iterable[Identity]) -> str:
    """Return the most frequent name, or the form of the key if there is none."""
    identities = tuple(identities)
    names = Counter(name for identity in identities for name in identity.names)
    return min(names, key=lambda name: (-names[name], name), default=identities[0].key.form)


def _within_key(key: Key, same: Iterable[Identity], mention: tuple[str, int]) -> Iterator[SameEntity]:
    """Yield the reasons for names with the same key; each chain is represented by its usual name."""
    usual = sorted({_usual_name([identity]) for identity in same if identity.names})
    reason = "gazetteer" if key.sort == "known" else "same name"
    yield from (SameEntity(mention, usual[0], other, reason) for other in usual[1:])
