"""Communities of entities with more links among themselves than to others, each named after one entity."""

import typing as t
from collections import Counter
from collections.abc import Iterable

import networkx as nx

from kg.page.drawing import Drawing

SEED: t.Final = 1
SMALLEST: t.Final = 3


class Communities(t.NamedTuple):
    """`hubs` has the key of the entity that names each community; `members` the community of each entity by key.

    Communities are sorted by size, the largest first. An entity that is in none has None.
    """

    hubs: tuple[int, ...]
    members: tuple[int | None, ...]


def communities(drawing: Drawing) -> Communities:
    """Return the communities of the entities in a drawing; the same drawing gives the same ones.

    Source: Blondel et al. (2008), Fast unfolding of communities in large networks.
    """
    entities = sum(node.type is not None for node in drawing.nodes)
    # keys are integers, whose order in sets does not depend on the hash seed
    network = _weighted(
        [(edge.source, edge.target) for edge in drawing.edges if max(edge.source, edge.target) < entities]
    )
    found = nx.community.louvain_communities(network, seed=SEED) if network.number_of_edges() else []
    groups = sorted(
        (sorted(group) for group in found if len(group) >= SMALLEST), key=lambda group: (-len(group), group)
    )
    members: list[int | None] = [None] * entities
    for number, group in enumerate(groups):
        for key in group:
            members[key] = number
    size = {node.key: node.size for node in drawing.nodes}
    return Communities(tuple(min(group, key=lambda key: (-size[key], key)) for group in groups), tuple(members))


def _weighted(pairs: Iterable[tuple[int, int]]) -> "nx.Graph[int]":
    """Return the network of linked entities, each link weighted by its number of statements."""
    network: nx.Graph[int] = nx.Graph()
    weights = Counter((min(pair), max(pair)) for pair in pairs)
    network.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(weights.items()))
    return network
