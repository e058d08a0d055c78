"""The first view of a large graph: about ten hubs and the statements between them.

What belongs to a name is drawn as that name ("the customers of Acme" as Acme), and the words of its line say what was
meant. Statements between the same two, told the same way, are one line. All else waits at its hub until it is opened.
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
from kg.page.drawing import LAYOUT_SEED, LINE_HEIGHT, Drawing, Edge, box, fanned, text_width
from kg.page.placement import Point, bends
from kg.page.wording import STANDINGS

SIMPLE: t.Final = 16
"""A graph with no more statements is drawn whole, each statement as a line of its own."""
HUBS: t.Final = 10
WORDS_WIDTH: t.Final = 24
WORDS_LINES: t.Final = 2
CLUSTER_SEED: t.Final = 1
FAN: t.Final = 1.6
"""How much further apart parallel lines run than those of a whole graph: their words may have two rows."""
LOOSE: t.Final[frozenset[StructuralKind]] = frozenset({"includes", "listed with", "names"})
"""Kinds of structural edges that do not tell whose a thing is."""


class Frame(t.NamedTuple):
    """A picture in pixels, and how many things and lines have room in it with their words."""

    width: float
    height: float
    things: int
    lines: int


WIDE: t.Final = Frame(850.0, 470.0, 16, 18)
"""The picture of a page of 1280 by 800 pixels."""
TALL: t.Final = Frame(370.0, 440.0, 7, 7)
"""The picture of a phone."""


@dataclass(frozen=True, slots=True)
class FirstView:
    """What is drawn first: fewer nodes, and lines that stand for one or more statements each.

    The key of a line is that of its most important statement, whose words it bears; `Edge.statements` has them all.

    Attributes:
        drawing: what is drawn in a wide frame, with its lines as edges.
        tall: where the things of a tall frame stand.
        tall_lines: the keys of its lines.
        homes: the named thing that a described one is drawn as where it is not drawn itself.
        leaders: of each statement that shares a line with a more important one, the most important of that line.
        words: the words of a line in rows, where they are not the words of the edge: drawn between the two things
            themselves, and between the names that they are drawn as.
        whole: whether it is all of the graph that has an edge.
    """

    drawing: Drawing
    tall: Mapping[int, Point]
    tall_lines: tuple[int, ...]
    homes: Mapping[int, int]
    leaders: Mapping[int, int] = field(default_factory=dict)
    words: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    whole: bool = False


def overview(graph: Graph, drawing: Drawing, weights: Importance) -> FirstView:
    """Return what is shown first of a graph: all of a small one, of a larger one hubs and what weighs most at them.

    Args:
        graph: the graph.
        drawing: all its nodes and edges.
        weights: how important its things and statements are.
    """
    home = homes(graph)
    if len(graph.statements) <= SIMPLE:
        wide, tall = (_arranged(drawing, drawing.edges, frame) for frame in (WIDE, TALL))
        return FirstView(wide, tall.wide, tuple(edge.key for edge in drawing.edges), home, whole=True)
    said = [weights.statements[each.id] for each in graph.statements]
    lines = bundles(drawing, home, said)
    things = [weights.things[entity.id] for entity in graph.entities]
    ranked = sorted(
        (line for line in lines if line.source != line.target), key=lambda line: (-said[line.key], line.key)
    )
    wide, tall = (
        _arranged(drawing, fanned(_chosen(ranked, said, things, frame), FAN), frame) for frame in (WIDE, TALL)
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
    """Return whether no text names a thing, so that it is only known by descriptions: "its customers"."""
    kinds = {mention.kind for mention in entity.mentions}
    return bool(kinds) and "name" not in kinds


def homes(graph: Graph) -> dict[int, int]:
    """Return for each thing that is only described the named thing that it is drawn as, where its words name one.

    Of several it is the one that its words name first and that it has no statement with.
    """
    key = {entity.id: place for place, entity in enumerate(graph.entities)}
    described = {key[entity.id] for entity in graph.entities if is_described(entity)}
    partners: dict[int, set[int]] = defaultdict(set)
    for said in graph.statements:
        if isinstance(said.object, str):
            partners[key[said.subject]].add(key[said.object])
            partners[key[said.object]].add(key[said.subject])
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
    seen = {key}
    while key in nearest and nearest[key] not in seen:
        key = nearest[key]
        seen.add(key)
    return key


def bundles(
    drawing: Drawing, home: Mapping[int, int], weights: Sequence[float], *, width: int = WORDS_WIDTH
) -> list[Edge]:
    """Return a line for all statements between the same two names in one direction that are told alike.

    `width` is how many letters a row of its words has at most.
    """
    found: dict[tuple[int, int, str], list[Edge]] = defaultdict(list)
    for edge in drawing.edges:
        source, target = home.get(edge.source, edge.source), home.get(edge.target, edge.target)
        found[source, target, LINES[edge.standing].light].append(edge)
    lines = []
    for (source, target, _), edges in found.items():
        first, *rest = sorted(edges, key=lambda edge: (-weights[edge.key], edge.key))
        count = f" +{len(rest)}" if rest else ""
        lines.append(
            replace(
                first,
                source=source,
                target=target,
                label=in_rows(_told(drawing, first, home), width) + count,
                statements=(first.key, *(edge.key for edge in rest)),
            )
        )
    return lines


def line_words(drawing: Drawing, home: Mapping[int, int]) -> Iterable[tuple[int, tuple[str, str]]]:
    """Give the words of the lines of statements in rows, where they are not simply those of the edge."""
    for edge in drawing.edges:
        rows = in_rows(edge.label), in_rows(_told(drawing, edge, home))
        if rows != (edge.label, edge.label):
            yield edge.key, rows


def _told(drawing: Drawing, edge: Edge, home: Mapping[int, int]) -> str:
    """Return the words of an edge with those for what is drawn as a name, how it stands last."""
    aside = f" ({STANDINGS[edge.standing].lower()})"
    phrase = edge.label.removesuffix(aside)
    before, after = (drawing.nodes[end].label if end in home else "" for end in (edge.source, edge.target))
    return " ".join(f"{before} {phrase} {after}".split()) + edge.label[len(phrase) :]


def in_rows(words: str, width: int = WORDS_WIDTH) -> str:
    """Return the words of a line in at most two rows of so many letters, and no wider than they need to be."""
    if len(words) <= width:
        return words
    rows = _wrapped(words, width)
    if len(rows) > WORDS_LINES:
        return "\n".join([rows[0], rows[1][: width - 1].rstrip() + "…"])
    narrower = (_wrapped(words, less) for less in range(len(words) // WORDS_LINES, width))
    return "\n".join(next((found for found in narrower if len(found) <= WORDS_LINES), rows))


def _wrapped(words: str, width: int) -> list[str]:
    return textwrap.wrap(
        words, width, break_on_hyphens=False, break_long_words=len(max(words.split(), key=len)) > WORDS_WIDTH
    )


def _chosen(ranked: Sequence[Edge], weights: Sequence[float], things: Sequence[float], frame: Frame) -> list[Edge]:
    """Return the lines between the hubs and what else weighs most at them; the weightier hub has more of its own."""
    at = _by_end(ranked)
    hubs = sorted((key for key in at if key < len(things)), key=lambda key: (-things[key], key))[:HUBS]
    between = [line for line in ranked if set(hubs).issuperset((line.source, line.target))]
    chosen = {line.key: line for line in between[: frame.lines // 2]}
    taken = dict.fromkeys(hubs, 0)
    while len(chosen) < frame.lines and len(_ends(chosen.values())) < frame.things:
        waiting = [hub for hub in hubs if _first(at[hub], chosen)]
        if not waiting:
            break
        pull = {hub: things[hub] * weights[at[hub][0].key] / math.sqrt(1 + taken[hub]) for hub in waiting}
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
    """Drop the lines at the front that are chosen already; tell whether there is another one."""
    while lines and lines[0].key in chosen:
        lines.popleft()
    return bool(lines)


def _ends(lines: Iterable[Edge]) -> set[int]:
    return {end for line in lines for end in (line.source, line.target)}


def _arranged(drawing: Drawing, lines: Sequence[Edge], frame: Frame) -> Drawing:
    """Return the drawing of these lines alone in a frame, each with room for its words, groups of things apart."""
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
    return replace(drawing, edges=tuple(bent), wide=places, whole=False)


def _room(line: Edge) -> tuple[float, float]:
    """Return width and height of the words of a line."""
    rows = line.label.split("\n")
    return max(text_width(row, WORDS_SIZE) for row in rows) + 10, WORDS_SIZE * (1 + LINE_HEIGHT * (len(rows) - 1)) + 4


def _groups(network: "nx.Graph[int]") -> dict[int, int]:
    """Return the number of the group that each node stands in."""
    if not network.number_of_edges():
        return dict.fromkeys(network, 0)
    found: Iterable[set[int]] = nx.community.louvain_communities(network, seed=CLUSTER_SEED)
    return {key: number for number, group in enumerate(sorted(map(sorted, found))) for key in group}
