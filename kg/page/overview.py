"""The first view of a large graph: about ten hubs, and the statements between them.

Entities that belong to a name are drawn as that name ("the customers of Acme" as Acme), and the words of the line show
the original. Statements between the same two with the same status form one line. The rest is hidden at its hub.
"""

import math
import textwrap
import typing as t
from collections import defaultdict, deque
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import networkx as nx

from kg.export.importance import Importance
from kg.export.network import placed
from kg.model import Entity, Graph, StructuralKind
from kg.page.appearance import LINES, WORDS_SIZE
from kg.page.arrangement import Line, arrange
from kg.page.drawing import LAYOUT_SEED, LINE_HEIGHT, Drawing, Edge, box, ended, fanned, text_width
from kg.page.placement import Point, bends
from kg.page.wording import STANDINGS

SIMPLE: t.Final = 16
"""A graph with at most this many statements is drawn whole, each statement as a separate line."""
HUBS: t.Final = 10
WORDS_WIDTH: t.Final = 24
WORDS_LINES: t.Final = 2
CLUSTER_SEED: t.Final = 1
FAN: t.Final = 1.6
"""How much further apart parallel lines are than those of a whole graph, as their words may have two rows."""
LOOSE: t.Final[frozenset[StructuralKind]] = frozenset({"includes", "listed with", "names"})
"""Kinds of structural edges that do not show what an entity belongs to."""


class Frame(t.NamedTuple):
    """A picture in pixels, and how many entities and lines with words fit into it."""

    width: float
    height: float
    entities: int
    lines: int


WIDE: t.Final = Frame(850.0, 470.0, 16, 18)
"""The picture of a page of 1280 by 800 pixels."""
TALL: t.Final = Frame(370.0, 440.0, 7, 7)
"""The picture of a phone."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """The first view: fewer nodes, and lines that represent one or more statements each.

    The key of a line is that of its most important statement, whose words it has; `Edge.statements` has them all.

    Attributes:
        drawing: the view in a wide frame, with its lines as edges.
        tall: the positions of the entities in a tall frame.
        tall_lines: the keys of its lines.
        homes: the named entity that an unnamed one is drawn as if it is not drawn itself.
        leaders: for each statement that shares a line with a more important one, the most important of that line.
        words: the words of a line in rows, if they differ from the words of the edge: drawn between the two entities
            themselves, and between the names that they are drawn as.
        complete: whether it shows everything in the graph that has an edge.
    """

    drawing: Drawing
    tall: Mapping[int, Point]
    tall_lines: tuple[int, ...]
    homes: Mapping[int, int]
    leaders: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    complete: bool = False


def overview(graph: Graph, drawing: Drawing, weights: Importance) -> FirstView:
    """Return the first view of a graph: all of a small one, or the hubs of a larger one with their main statements.

    Args:
        graph: the graph.
        drawing: all its nodes and edges.
        weights: the importance of its entities and statements.
    """
    home = homes(graph)
    if len(graph.statements) <= SIMPLE:
        wide, tall = (_arranged(drawing, drawing.edges, frame) for frame in (WIDE, TALL))
        return FirstView(wide, tall.wide, tuple(edge.key for edge in drawing.edges), home, complete=True)
    statement_weights = [weights.statements[each.id] for each in graph.statements]
    lines = bundles(drawing, home, statement_weights)
    entity_weights = [weights.entities[entity.id] for entity in graph.entities]
    ranked = sorted(
        (line for line in lines if line.source != line.target),
        key=lambda line: (-statement_weights[line.key], line.key),
    )
    wide, tall = (
        _arranged(drawing, fanned(_chosen(ranked, statement_weights, entity_weights, frame), FAN), frame)
        for frame in (WIDE, TALL)
    )
    return FirstView(
        wide,
        tall.wide,
        tuple(edge.key for edge in tall.edges),
        home,
        {key: line.key for line in lines for key in line.statements[1:]},
        dict(line_words(drawing, home)),
    )


def is_described(entity: Entity) -> bool:
    """Return whether no text names an entity, so that it is only known by descriptions: "its customers"."""
    kinds = {mention.kind for mention in entity.mentions}
    return bool(kinds) and "name" not in kinds


def homes(graph: Graph) -> dict[int, int]:
    """Return for each unnamed entity the named entity that it is drawn as, if its words contain a name.

    Of several, it is the first one in its words that it has no statement with.
    """
    key = {entity.id: place for place, entity in enumerate(graph.entities)}
    described = {key[entity.id] for entity in graph.entities if is_described(entity)}
    partners: dict[int, set[int]] = defaultdict(set)
    for statement in graph.statements:
        if isinstance(statement.object, str):
            partners[key[statement.subject]].add(key[statement.object])
            partners[key[statement.object]].add(key[statement.subject])
    parts: dict[int, list[tuple[bool, bool, int, int]]] = defaultdict(list)
    for edge in graph.structural_edges:
        source, target = key[edge.source], key[edge.target]
        if source in described and edge.kind not in LOOSE:
            start = min(part.part.span.start - part.whole.span.start for part in edge.named_parts)
            parts[source].append((target in partners[source], edge.kind == "nationality", start, target))
    nearest = {source: min(found)[-1] for source, found in parts.items()}
    roots = {source: _root(source, nearest) for source in nearest}
    return {source: root for source, root in sorted(roots.items()) if root != source and root not in described}


def _root(key: int, nearest: Mapping[int, int]) -> int:
    visited = {key}
    while key in nearest and nearest[key] not in visited:
        key = nearest[key]
        visited.add(key)
    return key


def bundles(
    drawing: Drawing, home: Mapping[int, int], weights: Sequence[float], *, width: int = WORDS_WIDTH
) -> list[Edge]:
    """Return a line for all statements between the same two names with the same direction and status.

    `width` is the maximum number of letters in a row of its words.
    """
    found: dict[tuple[int, int, str], list[Edge]] = defaultdict(list)
    for edge in drawing.edges:
        line = _between_names(drawing, edge, home, width)
        found[line.source, line.target, LINES[line.standing].light].append(line)
    lines = []
    for same in found.values():
        first, *rest = sorted(same, key=lambda line: (-weights[line.key], line.key))
        count = f" +{len(rest)}" if rest else ""
        lines.append(replace(first, label=first.label + count, statements=(first.key, *(line.key for line in rest))))
    return lines


def _between_names(drawing: Drawing, edge: Edge, home: Mapping[int, int], width: int) -> Edge:
    """Return the line of an edge, between names if its words have room up to the verb."""
    subject = drawing.nodes[edge.source].label if edge.source in home else ""
    if len(_wrapped(f"{subject} {edge.label}", width)) > WORDS_LINES:
        return replace(edge, label=in_rows(edge.label, width))
    source, target = (home.get(end, end) for end in (edge.source, edge.target))
    return replace(edge, source=source, target=target, label=in_rows(_full_label(drawing, edge, home), width))


def line_words(drawing: Drawing, home: Mapping[int, int]) -> Iterable[tuple[int, tuple[str, str]]]:
    """Yield the words of the lines of statements in rows, where they differ from those of the edge."""
    for edge in drawing.edges:
        rows = in_rows(edge.label), in_rows(_full_label(drawing, edge, home))
        if rows != (edge.label, edge.label):
            yield edge.key, rows


def _full_label(drawing: Drawing, edge: Edge, home: Mapping[int, int]) -> str:
    """Return the words of an edge with those for entities drawn as a name, and the status last."""
    aside = f" ({STANDINGS[edge.standing].lower()})"
    phrase = edge.label.removesuffix(aside)
    before, after = (drawing.nodes[end].label if end in home else "" for end in (edge.source, edge.target))
    return " ".join(f"{before} {phrase} {after}".split()) + edge.label[len(phrase) :]


def in_rows(words: str, width: int = WORDS_WIDTH) -> str:
    """Return the words of a line in at most two rows of this many letters, as narrow as possible."""
    if len(words) <= width:
        return words
    rows = _wrapped(words, width)
    if len(rows) > WORDS_LINES:
        return "\n".join([rows[0], ended(rows[1], width)])
    narrower = (_wrapped(words, less) for less in range(len(words) // WORDS_LINES, width))
    return "\n".join(next((found for found in narrower if len(found) <= WORDS_LINES), rows))


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(
        words, width, break_on_hyphens=False, break_long_words=len(max(words.split(), key=len)) > WORDS_WIDTH
    )


def _chosen(
    ranked: Sequence[Edge], weights: Sequence[float], entity_weights: Sequence[float], frame: Frame
) -> list[Edge]:
    """Return the lines between the hubs and the other important ones; more important hubs get more lines."""
    at = _by_end(ranked)
    hubs = sorted((key for key in at if key < len(entity_weights)), key=lambda key: (-entity_weights[key], key))[:HUBS]
    between = [line for line in ranked if set(hubs).issuperset((line.source, line.target))]
    chosen = {line.key: line for line in between[: frame.lines // 2]}
    taken = dict.fromkeys(hubs, 0)
    while len(chosen) < frame.lines and len(_ends(chosen.values())) < frame.entities:
        waiting = [hub for hub in hubs if _first(at[hub], chosen)]
        if not waiting:
            break
        pull = {hub: entity_weights[hub] * weights[at[hub][0].key] / math.sqrt(1 + taken[hub]) for hub in waiting}
        best = max(waiting, key=pull.__getitem__)
        taken[best] += 1
        chosen[at[best][0].key] = at[best][0]
    nodes = _ends(chosen.values())
    more = (line for line in ranked if line.key not in chosen and nodes.issuperset((line.source, line.target)))
    return sorted([*chosen.values(), *list(more)[: frame.lines - len(chosen)]], key=lambda line: line.key)


def _by_end(lines: Iterable[Edge]) -> dict[int, deque[Edge]]:
    found: dict[int, deque[Edge]] = defaultdict(deque)
    for line in lines:
        found[line.source].append(line)
        found[line.target].append(line)
    return found


def _first(lines: deque[Edge], chosen: Container[int]) -> bool:
    """Drop the chosen lines at the front; return whether there is another one."""
    while lines and lines[0].key in chosen:
        lines.popleft()
    return bool(lines)


def _ends(lines: Iterable[Edge]) -> set[int]:
    return {end for line in lines for end in (line.source, line.target)}


def _arranged(drawing: Drawing, lines: Sequence[Edge], frame: Frame) -> Drawing:
    """Return the drawing of only these lines in a frame, with room for their words and gaps between groups."""
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(sorted(_ends(lines)))
    network.add_edges_from((line.source, line.target) for line in lines)
    boxes = {key: box(drawing.nodes[key]) for key in network}
    names = nx.relabel_nodes(network, {key: drawing.nodes[key].name for key in network})
    points = placed(names, seed=LAYOUT_SEED)
    start = {key: points[drawing.nodes[key].name] for key in network}
    links = [Line(line.source, line.target, *_room(line), line.lane) for line in lines if line.source != line.target]
    places = arrange(boxes, links, start, frame=frame[:2], groups=_groups(network))
    single = [(line.source, line.target) for line in lines if line.lane == 0.0]
    lanes = bends(boxes, single, places)
    bent = (replace(line, lane=line.lane or lanes.get((line.source, line.target), 0.0)) for line in lines)
    return replace(drawing, edges=tuple(bent), wide=places, complete=False)


def _room(line: Edge) -> tuple[float, float]:
    """Return width and height of the words of a line."""
    rows = line.label.split("\n")
    return max(text_width(row, WORDS_SIZE) for row in rows) + 10, WORDS_SIZE * (1 + LINE_HEIGHT * (len(rows) - 1)) + 4


def _groups(network: "nx.Graph[int]") -> dict[int, int]:
    """Return the number of the group of each node."""
    if not network.number_of_edges():
        return dict.fromkeys(network, 0)
    found: Iterable[set[int]] = nx.community.louvain_communities(network, seed=CLUSTER_SEED)
    return {key: number for number, group in enumerate(sorted(map(sorted, found))) for key in group}
