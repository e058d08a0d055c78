"""The graph as nodes and edges to draw: entities and values with labels and sizes, statements as lines between them."""

import textwrap
import typing as t
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.export.importance import importance
from kg.export.network import layout
from kg.export.wording import object_node
from kg.model import Graph, Literal, Statement
from kg.page.appearance import END_SIZE, VALUE_SIZE, name_size, node_size
from kg.page.placement import Box, bends, place
from kg.page.wording import Standing, edge_words, object_words, standing, visible

SHORTER: t.Final = 60.0
"""How many pixels shorter an edge is that ends at neither an entity nor a value."""
DRAWN_AT_ONCE: t.Final = 150
LABEL_WIDTH: t.Final = 22
LABEL_LINES: t.Final = 2
LINE_HEIGHT: t.Final = 1.21
CHARACTER_WIDTH: t.Final = 0.543
"""The average width of a letter, in units of the font size."""
WORDS_LETTERS: t.Final = 14.0
LABEL_GAP: t.Final = 6.0
LAYOUT_SEED: t.Final = 1
ASPECT: t.Final = 1.7
Point: t.TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity, a value that is the object of one statement, or the end of a statement without an object.

    `name` is its name in the network; `type` is the entity's type, None for a value or an end. An end has no label.
    """

    key: int
    name: str
    label: str
    type: str | None
    size: float

    @property
    def is_end(self) -> bool:
        """Return whether it is the end of a statement without an object."""
        return not self.label


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement between two nodes, by their keys; `key` is the statement's index in the graph.

    `lane` counts sideways from the straight line between the nodes, seen from the node with the smaller key. If
    a line represents several statements, `statements` has the keys of all of them, the most important first.
    """

    key: int
    source: int
    target: int
    label: str
    standing: Standing
    lane: float = 0.0
    statements: tuple[int, ...] = ()


class StructuralLine(t.NamedTuple):
    """A structural edge between two nodes, by their keys; `label` is its kind: "part of"."""

    source: int
    target: int
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All nodes and edges, and the positions of the nodes drawn at first, in a wide frame.

    `nodes` has the entities in the graph's order, then values and ends in the order of their statements; `complete`
    is true if all nodes with an edge are drawn. Isolated nodes have no position. `structure` has the lines of
    structural edges, which do not affect the positions.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    wide: Mapping[int, Point]
    complete: bool
    structure: tuple[StructuralLine, ...] = ()


def draw(graph: Graph, weights: Mapping[str, float] | None = None) -> Drawing:
    """Return the drawing of a graph; the first view of a large graph has only its most important entities.

    Entities without a statement are not in the first view, to save room.

    Args:
        graph: the graph.
        weights: the importance of its entities, if already known.
    """
    weights = weights or importance(graph).entities
    nodes = _nodes(graph, weights)
    keys = {node.name: node.key for node in nodes}
    edges = fanned(_edges(graph, keys))
    linked = frozenset(end for statement in graph.statements for end in (statement.subject, object_node(statement)))
    complete = len(linked) <= DRAWN_AT_ONCE
    view = _between(graph, linked if complete else _most_important(graph, weights))
    start = {keys[name]: point for name, point in layout(view, seed=LAYOUT_SEED).items()}
    lines = (StructuralLine(keys[edge.source], keys[edge.target], edge.kind) for edge in graph.structural_edges)
    return replace(_placed(nodes, edges, start, complete=complete), structure=tuple(lines))


def _placed(nodes: tuple[Node, ...], edges: Sequence[Edge], start: Mapping[int, Point], *, complete: bool) -> Drawing:
    """Return the drawing of a layout with room for the labels of nodes, and with edges that avoid other nodes."""
    boxes = {key: box(nodes[key]) for key in start}
    inner = [edge for edge in edges if edge.source in start and edge.target in start]
    links = [(edge.source, edge.target, _room(edge, nodes[edge.target])) for edge in inner]
    wide = place(boxes, links, start, aspect=ASPECT)
    bent = bends(boxes, [(edge.source, edge.target) for edge in inner if edge.lane == 0.0], wide)
    bent_edges = (replace(edge, lane=edge.lane or bent.get((edge.source, edge.target), 0.0)) for edge in edges)
    return Drawing(nodes, tuple(bent_edges), wide, complete)


def _room(edge: Edge, target: Node) -> float:
    """Return the room that an edge needs for its words."""
    return text_width(edge.label) - SHORTER if target.is_end else text_width(edge.label)


def text_width(text: str, size: float = WORDS_LETTERS) -> float:
    """Return a generous estimate of the width of a line of text with this font size, in pixels."""
    return CHARACTER_WIDTH * size * len(text)


def box(node: Node) -> Box:
    """Return the room of a node with the label below it."""
    if node.is_end:
        return Box(2 * node.size, 2 * node.size, 0.0)
    lines = node.label.split("\n")
    letters = name_size(node.size)
    below = LABEL_GAP + LINE_HEIGHT * letters * len(lines)
    width = max(2 * node.size, max(text_width(line, letters) for line in lines))
    return Box(width, 2 * node.size + below, below / 2)


def wrapped(label: str) -> str:
    """Return a label in at most two short lines, shortened if necessary."""
    if 0 < len(label) <= LABEL_WIDTH and label.isprintable():
        return label  # as for most labels
    label = visible(label)
    lines = textwrap.wrap(label, LABEL_WIDTH, break_on_hyphens=False) or [label[:LABEL_WIDTH] or "?"]
    if len(lines) > LABEL_LINES:
        lines = [*lines[: LABEL_LINES - 1], ended(lines[LABEL_LINES - 1], LABEL_WIDTH)]
    return "\n".join(lines)


def ended(row: str, width: int) -> str:
    """Return the last row of a shortened text: its whole words that leave room for an ellipsis."""
    if len(row) < width:
        return f"{row}…"
    words, _, _ = row.rpartition(" ")
    return f"{words or row[: width - 1]}…"


def _nodes(graph: Graph, weights: Mapping[str, float]) -> tuple[Node, ...]:
    greatest = max(weights.values(), default=0.0)
    entities: list[tuple[str, str, str | None, float]] = [
        (entity.id, wrapped(entity.label), entity.type, node_size(weights[entity.id], greatest))
        for entity in graph.entities
    ]
    others = (statement for statement in graph.statements if not isinstance(statement.object, str))
    return tuple(Node(key, *fields) for key, fields in enumerate([*entities, *map(_value_or_end, others)]))


def _value_or_end(statement: Statement) -> tuple[str, str, None, float]:
    """Return name, label, type and size of the node that only this statement points to."""
    if isinstance(statement.object, Literal):
        return object_node(statement), wrapped(object_words(statement, statement.object)), None, VALUE_SIZE
    return object_node(statement), "", None, END_SIZE


def _edges(graph: Graph, keys: Mapping[str, int]) -> list[Edge]:
    texts = {document.id: document.text for document in graph.documents}
    return [
        Edge(
            key,
            keys[statement.subject],
            keys[object_node(statement)],
            visible(edge_words(statement, texts)),
            standing(statement),
        )
        for key, statement in enumerate(graph.statements)
    ]


def fanned(edges: Sequence[Edge], width: float = 1.0) -> tuple[Edge, ...]:
    """Spread parallel edges over lanes of this width, so that none hides another."""
    pairs: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in edges:
        pairs[min(edge.source, edge.target), max(edge.source, edge.target)].append(edge)
    lanes = {
        edge.key: width * (position - (len(fan) - 1) / 2)
        for fan in pairs.values()
        for position, edge in enumerate(sorted(fan, key=lambda edge: (edge.source, edge.key)))
    }
    return tuple(replace(edge, lane=lanes[edge.key]) for edge in edges)


def _most_important(graph: Graph, weights: Mapping[str, float]) -> frozenset[str]:
    """Return the most important entities, as long as each is linked to another one of them; values do not count."""
    ranked = sorted(weights, key=lambda name: (-weights[name], name))
    rank = {name: place for place, name in enumerate(ranked)}
    best: dict[str, int] = {}
    for statement in graph.statements:
        if isinstance(statement.object, str) and statement.object != statement.subject:
            later = max(rank[statement.subject], rank[statement.object])
            for name in (statement.subject, statement.object):
                best[name] = min(best.get(name, later), later)
    # an entity can be drawn once its first neighbour is in the ranking
    chosen = frozenset(sorted(best, key=lambda name: (best[name], rank[name]))[:DRAWN_AT_ONCE])
    pairs = (
        (statement.subject, statement.object) for statement in graph.statements if isinstance(statement.object, str)
    )
    return frozenset(name for pair in pairs if pair[0] != pair[1] and chosen.issuperset(pair) for name in pair)


def _between(graph: Graph, names: Collection[str]) -> Graph:
    """Return the part of the graph between the nodes with these names."""
    return Graph(
        entities=tuple(entity for entity in graph.entities if entity.id in names),
        statements=tuple(
            statement
            for statement in graph.statements
            if statement.subject in names and object_node(statement) in names
        ),
    )
