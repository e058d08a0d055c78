"""Why names that differ are one thing's: the evidence for each merge, found anew from the graph."""

import typing as t
from collections import Counter
from collections.abc import Iterable, Sequence

from kg.lexicon.gazetteer import Gazetteer, default_gazetteer
from kg.model import Graph
from kg.resolve.entities import grouping
from kg.resolve.groups import Group, Grouping
from kg.resolve.identity import Identity, Key


class Merge(t.NamedTuple):
    """The id of an entity, two of its names, and why they are one thing's."""

    entity: str
    name: str
    other: str
    reason: str


def merges(graph: Graph, *, gazetteer: Gazetteer | None = None) -> tuple[Merge, ...]:
    """Return the reason for each two names that were united over chains, sorted.

    The reasons are those of `variants.RULES`, and before them `decision`, `gazetteer` and `same name` (in its normal
    form). Names within one chain were united by coreference, which has reasons of its own.
    """
    known = default_gazetteer() if gazetteer is None else gazetteer
    found = grouping(graph.chains, known, graph.decisions)
    ids = graph.entity_ids()
    owners = {key: ids[group.chains[0][0].key] for group in found.groups for key in group.keys}
    names = {key: _usual_name(same) for group in found.groups for key, same in _by_key(group)}
    united = (Merge(owners[one], names[one], names[other], reason) for one, other, reason in found.unions)
    return tuple(sorted({*united, *_within_keys(found, owners)}))


def _by_key(group: Group) -> Iterable[tuple[Key, Sequence[Identity]]]:
    return ((key, [one for one in group.identities if one.key == key]) for key in group.keys)


def _usual_name(identities: Iterable[Identity]) -> str:
    """Return the most frequent name; what has none goes by the form of its key."""
    identities = tuple(identities)
    names = Counter(name for identity in identities for name in identity.names)
    return min(names, key=lambda name: (-names[name], name), default=identities[0].key.form)


def _within_keys(found: Grouping, owners: t.Mapping[Key, str]) -> Iterable[Merge]:
    """Yield the reasons for names that have one key: each chain goes by its usual name."""
    for group in found.groups:
        for key, same in _by_key(group):
            usual = sorted({_usual_name([identity]) for identity in same if identity.names})
            reason = "gazetteer" if key.sort == "known" else "same name"
            yield from (Merge(owners[key], usual[0], other, reason) for other in usual[1:])
