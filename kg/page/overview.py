"""What the page draws first of a graph that is too much for one look: about ten hubs and what is said between them.

What belongs to a name is drawn as that name ("the customers of Acme" as Acme), and the words of its line say what was
meant. Statements between the same two, told the same way, are one line. All else waits at its hub until it is opened.
"""

import math
import textwrap
import typing as t
from collections import defaultdict, deque
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

import networkx as nx

from kg.export.importance import Importance
from kg.export.network import placed
from kg.model import Entity, Graph, StructuralKind
from kg.page.appearance import LINES, WORDS_SIZE
from kg.page.drawing import ASPECTS, LAYOUT_SEED, Drawing, Edge, box, fanned, text_width
from kg.page.placement import bends, place

SIMPLE: t.Final = 24
"""A graph with no more statements is drawn whole, each statement as a line of its own."""
HUBS: t.Final = 10
MOST_NODES: t.Final = 21
MOST_LINES: t.Final = 24
WORDS_WIDTH: t.Final = 24
WORDS_LINES: t.Final = 2
CLUSTER_SEED: t.Final = 1
CLUSTER_GAP: t.Final = 30.0
ROW_ROOM: t.Final = 0.6
FAN: t.Final = 1.6
"""How much further apart parallel lines run than those of a whole graph: their words may have two rows."""
LOOSE: t.Final[frozenset[StructuralKind]] = frozenset({"includes", "listed with", "names"})
"""Kinds of structural edges that do not tell whose a thing is."""
Pair: t.TypeAlias = tuple[int, int]


def overview(graph: Graph, drawing: Drawing, weights: Importance) -> Drawing:
    """Return the drawing of what is shown first: fewer nodes, and lines that stand for one or more statements each.

    The key of a line is that of its most important statement, whose words it bears; `Edge.statements` has them all.

    Args:
        graph: the graph.
        drawing: all its nodes and edges.
        weights: how important its things and statements are.
    """
    if len(graph.statements) <= SIMPLE:
        return replace(drawing, homes=homes(graph))
    home = homes(graph)
    said = [weights.statements[each.id] for each in graph.statements]
    lines = _bundles(drawing, home, said)
    things = [weights.things[entity.id] for entity in graph.entities]
    chosen = _chosen(lines, {line.key: said[line.key] for line in lines}, things)
    return replace(_placed(drawing, chosen), homes=home, whole=False)


def is_described(entity: Entity) -> bool:
    """Tell whether no text names a thing, so that it is only known by descriptions: "its customers"."""
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


def _bundles(drawing: Drawing, home: Mapping[int, int], weights: Sequence[float]) -> list[Edge]:
    """Return a line for all statements between the same two nodes in one direction that are told alike."""
    found: dict[tuple[int, int, str], list[Edge]] = defaultdict(list)
    for edge in drawing.edges:
        source, target = home.get(edge.source, edge.source), home.get(edge.target, edge.target)
        if source != target:
            found[source, target, LINES[edge.standing].light].append(edge)
    lines = []
    for (source, target, _), edges in found.items():
        first, *rest = sorted(edges, key=lambda edge: (-weights[edge.key], edge.key))
        words = [
            drawing.nodes[first.source].label if first.source != source else "",
            first.label,
            drawing.nodes[first.target].label if first.target != target else "",
        ]
        lines.append(
            replace(
                first,
                source=source,
                target=target,
                label=line_words(" ".join(" ".join(words).split()), len(rest)),
                statements=(first.key, *(edge.key for edge in rest)),
            )
        )
    return lines


def line_words(words: str, more: int) -> str:
    """Return the words of a line in at most two rows, with the number of the other statements that it stands for."""
    count = f" +{more}" if more else ""
    rows = textwrap.wrap(words, WORDS_WIDTH, break_on_hyphens=False)
    if len(rows) > WORDS_LINES:
        rows = [*rows[: WORDS_LINES - 1], rows[WORDS_LINES - 1][: WORDS_WIDTH - 1].rstrip() + "…"]
    return "\n".join(rows) + count


def _chosen(lines: Sequence[Edge], weights: Mapping[int, float], things: Sequence[float]) -> list[Edge]:
    """Return the lines between the hubs and what else weighs most at them; the weightier hub has more of its own."""
    ranked = sorted(lines, key=lambda line: (-weights[line.key], line.key))
    at = _by_end(ranked)
    hubs = sorted((key for key in at if key < len(things)), key=lambda key: (-things[key], key))[:HUBS]
    between = [line for line in ranked if set(hubs).issuperset((line.source, line.target))]
    chosen = {line.key: line for line in between[: MOST_LINES // 2]}
    taken = dict.fromkeys(hubs, 0)
    while len(chosen) < MOST_LINES and len(_ends(chosen.values())) < MOST_NODES:
        waiting = [hub for hub in hubs if _first(at[hub], chosen)]
        if not waiting:
            break
        pull = {hub: things[hub] * weights[at[hub][0].key] / math.sqrt(1 + taken[hub]) for hub in waiting}
        best = max(waiting, key=pull.__getitem__)
        taken[best] += 1
        chosen[at[best][0].key] = at[best][0]
    nodes = _ends(chosen.values())
    return [line for line in lines if nodes.issuperset((line.source, line.target))]


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


def _placed(drawing: Drawing, lines: Sequence[Edge]) -> Drawing:
    """Return the drawing of these lines alone, linked nodes near each other and groups of them apart."""
    lines = [replace(line, lane=FAN * line.lane) for line in fanned(lines)]
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(sorted(_ends(lines)))
    network.add_edges_from((line.source, line.target) for line in lines)
    boxes = {key: box(drawing.nodes[key]) for key in network}
    names = nx.relabel_nodes(network, {key: drawing.nodes[key].name for key in network})
    points = placed(names, seed=LAYOUT_SEED)
    start = {key: points[drawing.nodes[key].name] for key in network}
    links = [(line.source, line.target, _width(line)) for line in lines]
    apart = _groups(network)
    wide, tall = (place(boxes, links, start, aspect=aspect, groups=apart, gap=CLUSTER_GAP) for aspect in ASPECTS)
    lanes = bends(boxes, [(line.source, line.target) for line in lines if line.lane == 0.0], wide)
    bent = (replace(line, lane=line.lane or lanes.get((line.source, line.target), 0.0)) for line in lines)
    return replace(drawing, edges=tuple(bent), wide=wide, tall=tall)


def _width(line: Edge) -> float:
    """Return how much room the words of a line need along it; two rows need more."""
    rows = line.label.split("\n")
    return max(text_width(row, WORDS_SIZE) for row in rows) * (1 + ROW_ROOM * (len(rows) - 1))


def _groups(network: "nx.Graph[int]") -> dict[int, int]:
    """Return the number of the group that each node stands in."""
    if not network.number_of_edges():
        return dict.fromkeys(network, 0)
    found: Iterable[set[int]] = nx.community.louvain_communities(network, seed=CLUSTER_SEED)
    return {key: number for number, group in enumerate(sorted(map(sorted, found))) for key in group}
