"""Why names that differ are one thing's: the evidence for each merge, found anew from the graph."""

import itertools
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.lexicon.gazetteer import Gazetteer, default_gazetteer
from kg.model import Chain, Graph
from kg.resolve.entities import grouping
from kg.resolve.identity import Identity, Key
from kg.spool import in_order


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
    ids, places = graph.entity_ids(), in_order(_chains(graph), lambda chain: chain[0].span.document)
    found = grouping(places, known, graph.decisions)
    joined = {key for one, other, _ in found.unions for key in (one, other)}
    owners, names, reasons = dict[Key, str](), dict[Key, str](), set[Merge]()
    for group in found.groups:
        owner = ids[group.chains[0][0].key]
        for key, same in itertools.groupby(group.identities, lambda identity: identity.key):
            identities = [*same]
            reasons.update(_within_key(key, identities, owner))
            if key in joined:
                owners[key], names[key] = owner, _usual_name(identities)
    united = (Merge(owners[one], names[one], names[other], reason) for one, other, reason in found.unions)
    return tuple(sorted({*united, *reasons}))


def _chains(graph: Graph) -> Iterator[Chain]:
    return (chain for entity in graph.entities for chain in entity.chains)


def _usual_name(identities: Iterable[Identity]) -> str:
    """Return the most frequent name; what has none goes by the form of its key."""
    identities = tuple(identities)
    names = Counter(name for identity in identities for name in identity.names)
    return min(names, key=lambda name: (-names[name], name), default=identities[0].key.form)


def _within_key(key: Key, same: Iterable[Identity], owner: str) -> Iterator[Merge]:
    """Yield the reasons for names that have one key: each chain goes by its usual name."""
    usual = sorted({_usual_name([identity]) for identity in same if identity.names})
    reason = "gazetteer" if key.sort == "known" else "same name"
    yield from (Merge(owner, usual[0], other, reason) for other in usual[1:])
