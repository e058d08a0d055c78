"""The graph as a network: networkx, and the layout for drawing it."""

import functools
import math
import typing as t
from collections import deque

import networkx as nx
import numpy as np
import numpy.typing as npt

from kg.export import wording
from kg.export.importance import Importance
from kg.export.rows import ATTRIBUTES, Rows
from kg.model import Graph

NODE_DISTANCE: t.Final = 120.0
"""The minimum distance between two drawn nodes, in the units of the layout (pixels at zoom 1)."""
SPRING_NODES: t.Final = 400
SPRING_STEPS: t.Final = 60
SEPARATION_STEPS: t.Final = 200
SEPARATION_PAIRS: t.Final = 30_000_000
"""The maximum number of pairs of nodes compared in one component, which limits the time for large ones."""
GOLDEN_ANGLE: t.Final = math.pi * (3 - 5**0.5)
SETTLED: t.Final = 0.5

Network: t.TypeAlias = "nx.MultiDiGraph[str]"
Positions: t.TypeAlias = npt.NDArray[np.float64]
Links: t.TypeAlias = tuple[tuple[int, int], ...]
"""The numbers of linked nodes, the smaller one first."""


def to_networkx(graph: Graph, *, weights: Importance | None = None) -> Network:
    """Return the network of all statements: entities and literals are nodes, each statement is one edge.

    Nodes have `label`, `type` ("Literal" for a literal) and, for entities, `importance`. A statement
    without an object points to a node with the label "" and the type "NoObject". Edges have the statement's id as key
    and the attributes in `kg.export.rows.ATTRIBUTES`: `relation`, `phrase`, `status`, `speaker`, `time`, `confidence`,
    `importance`, `mentions` (the number of sentences), `independent_sources`, `document`, `start`, `end` and more; None
    if there is no value.

    Structural edges are included: the `kind` of an edge is "statement" or "structural". A structural edge has its
    kind ("government of") as `relation` and `phrase`, and the position of its words.

    Args:
        graph: the graph.
        weights: the result of `importance(graph)`, if already known.
    """
    return _network(Rows.of(graph, base_iri=None, weights=weights))


def _network(rows: Rows) -> Network:
    network: Network = nx.MultiDiGraph()
    for node in rows.nodes():
        network.add_node(node["id"], **{name: node[name] for name in ("label", "type", "importance") if name in node})
    for edge in rows.edges(points=True):
        if edge["object"] is None:
            network.add_node(edge["target"], label="", type=wording.NO_OBJECT_TYPE)
        attributes = {name: edge.get(name) for name in ATTRIBUTES}
        network.add_edge(edge["source"], edge["target"], key=edge["id"], **attributes)
    return network


def layout(graph: Graph, *, seed: int = 0) -> dict[str, tuple[float, float]]:
    """Return the position of each node of `to_networkx(graph)`; the nodes of a component are placed together.

    Args:
        graph: the graph to draw.
        seed: the seed of the random start; the same graph and seed give the same positions.

    Returns:
        x and y by node id, in pixels at zoom 1, y downwards; nodes are at least about `NODE_DISTANCE` apart.

    Source: Fruchterman and Reingold (1991), Graph drawing by force-directed placement.
    """
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(entity.id for entity in graph.entities)
    network.add_edges_from((statement.subject, wording.object_node(statement)) for statement in graph.statements)
    network.add_edges_from((edge.source, edge.target) for edge in graph.structural_edges)
    return placed(network, seed=seed)


def placed(network: "nx.Graph[str]", *, seed: int = 0) -> dict[str, tuple[float, float]]:
    """Return the position of each node of a network, by `layout`."""
    # sorted: connected_components yields sets, whose order depends on the hash seed
    components = sorted((sorted(c) for c in nx.connected_components(network)), key=lambda c: (-len(c), c))
    # components of the same shape, as most pairs of nodes, look alike, so each shape is placed once
    of_shape = functools.cache(lambda count, links: _component_positions(count, links, seed))
    parts = [of_shape(*_shape(network, nodes)) for nodes in components]
    offsets = _side_by_side([positions.max(axis=0) for positions in parts])
    return {
        node: (round(float(x), 1), round(float(y), 1))
        for nodes, positions, offset in zip(components, parts, offsets, strict=True)
        for node, (x, y) in zip(nodes, positions + offset, strict=True)
    }


def _shape(network: "nx.Graph[str]", nodes: t.Sequence[str]) -> tuple[int, Links]:
    """Return the number of nodes of a component, and its links as positions in the sorted names."""
    number = {node: place for place, node in enumerate(nodes)}
    links = ((number[node], number[other]) for node in nodes for other in network[node])
    return len(nodes), tuple(sorted(link for link in links if link[0] <= link[1]))


def _component_positions(count: int, links: Links, seed: int) -> Positions:
    """Place one component: the best connected nodes by springs, the others around them; the smallest x and y are 0."""
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(range(count))
    network.add_edges_from(links)
    core = sorted(sorted(network, key=lambda node: (-network.degree(node), node))[:SPRING_NODES])
    springs: nx.Graph[int] = nx.Graph()
    springs.add_nodes_from(core)
    springs.add_edges_from(sorted(network.subgraph(core).edges()))
    scale = NODE_DISTANCE * len(core) ** 0.5
    # above 500 nodes networkx requires scipy, which is not a dependency
    places = nx.spring_layout(springs, seed=seed, iterations=SPRING_STEPS, method="force", scale=scale)
    _place_around(network, places)
    positions = _separate(np.array([places[node] for node in range(count)], dtype=np.float64))
    return t.cast("Positions", positions - positions.min(axis=0))


def _place_around(network: "nx.Graph[int]", places: dict[int, t.Any]) -> None:
    """Add all nodes reachable from the placed ones to `places`, each next to the neighbour it is reached from."""
    queue = deque(sorted(places))
    while queue:
        node = queue.popleft()
        for neighbour in sorted(set(network[node]) - places.keys()):
            angle = GOLDEN_ANGLE * len(places)
            places[neighbour] = places[node] + NODE_DISTANCE * np.array([math.cos(angle), math.sin(angle)])
            queue.append(neighbour)


def _separate(positions: Positions) -> Positions:
    """Move apart nodes that are closer than `NODE_DISTANCE`, each by half of the difference, until there are none."""
    for _ in range(min(SEPARATION_STEPS, SEPARATION_PAIRS // len(positions) ** 2)):
        difference = positions[:, None, :] - positions[None, :, :]
        distance = np.sqrt((difference**2).sum(axis=2))
        np.fill_diagonal(distance, np.inf)
        lack = np.clip(NODE_DISTANCE - distance, 0.0, None)
        if lack.max(initial=0.0) < SETTLED:
            break
        direction = difference / np.maximum(distance, 1e-9)[:, :, None]
        positions = positions + (direction * lack[:, :, None] / 2).sum(axis=1)
    return positions


def _side_by_side(sizes: t.Sequence[Positions]) -> list[Positions]:
    """Return the upper left corner for boxes of these sizes, in rows that together are about as wide as high."""
    gap = 1.5 * NODE_DISTANCE
    area = sum(float((width + gap) * (height + gap)) for width, height in sizes)
    row_width = max([area**0.5, *(float(size[0]) + gap for size in sizes)])
    corners, x, y, row_height = [], 0.0, 0.0, 0.0
    for width, height in sizes:
        if x > 0 and x + width + gap > row_width:
            x, y, row_height = 0.0, y + row_height + gap, 0.0
        corners.append(np.array([x, y]))
        x += float(width) + gap
        row_height = max(row_height, float(height))
    return corners
