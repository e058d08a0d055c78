"""The graph in the format of vis-network: the only place that defines the appearance of nodes and edges.

The page draws its first view; `to_pyvis` returns a whole graph in pyvis, for further use,
and `pyvis_page` the plain page of pyvis.
"""

import json
import re
import typing as t
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import escape

from kg.export.network import layout
from kg.export.wording import LITERAL_TYPE, NO_OBJECT_TYPE, structural_id
from kg.model import Graph, Statement
from kg.page.appearance import (
    BACKGROUND_LIGHT,
    CARD,
    END_SIZE,
    FAMILIES,
    INK,
    LINES,
    STRUCTURAL,
    VALUE_SIZE,
    WORDS_SIZE,
    Look,
    name_size,
    type_looks,
)
from kg.page.drawing import Drawing, Edge, Node, Point, draw
from kg.page.evidence import quotations
from kg.page.placement import CURVE_BEND, LANE_WIDTH
from kg.page.wording import STANDINGS, standing, statement_words, type_words, visible
from kg.plurals import counted

if t.TYPE_CHECKING:
    from pyvis.network import Network

Fields: t.TypeAlias = dict[str, t.Any]
MOST_QUOTED: t.Final = 2
STRUCTURAL_LETTERS: t.Final = 11
COLUMNS: t.Final = 10
COLUMN_WIDTH: t.Final = 180.0
ROW_HEIGHT: t.Final = 80.0
LINE_OPTIONS: t.Final = {
    "arrows": {"to": {"scaleFactor": 0.55}},
    "selectionWidth": 0,
    "hoverWidth": 0.5,
    "font": {"size": WORDS_SIZE},
}
_ELSEWHERE = re.compile(
    r'<link\b[^>]*https://[^>]*/>|<script\s+src="https://[^>]*></script>|<center>.*?</center>', re.S
)


@dataclass(frozen=True, slots=True)
class View:
    """The contents of a view: nodes, edges, and the options of vis-network."""

    nodes: list[Fields]
    edges: list[Fields]
    options: Fields


def first_view(graph: Graph, drawing: Drawing, looks: Mapping[str, Look]) -> View:
    """Return the first view of the page; nodes and edges are named by their keys in the drawing."""
    return _view(graph, drawing, drawing.wide, looks, by_key=True)


def to_pyvis(graph: Graph) -> "Network":
    """Return the network of a whole graph; nodes have the same names as in `to_networkx`, edges their ids."""
    from pyvis.network import Network  # loads IPython, which the page does not need

    drawing, looks = draw(graph), type_looks(entity.type for entity in graph.entities)
    view = _view(graph, drawing, _complete_layout(graph, drawing), looks, by_key=False)
    network = Network(height="100vh", directed=True, cdn_resources="in_line", bgcolor=BACKGROUND_LIGHT)
    network.options = view.options
    # its own add_node and add_edge search everything already added
    network.nodes, network.edges = view.nodes, view.edges
    network.node_ids = [fields["id"] for fields in view.nodes]
    network.node_map = {fields["id"]: fields for fields in view.nodes}
    for fields in [*network.nodes, *network.edges]:
        # pyvis treats all titles as markup as soon as one contains these four letters
        fields["title"] = fields["title"].replace("href", "hr\u2060ef")
    return network


def _shown(node: Node, group: str) -> Fields:
    return {
        "label": node.label or " ",
        "group": group,
        "size": node.size,
        "font": name_font(node.size if node.type else None),
    }


def _structural_edges(
    graph: Graph, drawing: Drawing, ids: Mapping[int, int | str], *, by_key: bool
) -> Iterator[Fields]:
    for place, (line, edge) in enumerate(zip(drawing.structure, graph.structural_edges, strict=True)):
        if line.source in ids and line.target in ids:
            yield {
                **structural_style(),
                "id": f"structural-{place}" if by_key else structural_id(edge),
                "from": ids[line.source],
                "to": ids[line.target],
                "label": line.label,
                "title": f"{drawing.nodes[line.source].label} {line.label} {drawing.nodes[line.target].label}",
            }


def pyvis_page(network: "Network", title: str) -> str:
    """Return the page that pyvis makes of a network, made safe.

    Nothing is loaded from elsewhere, the heading is escaped, the options cannot close their script, and the text must
    be written as UTF-8. Parallel edges are shown because the network is directed.
    """
    written = json.dumps(network.options)
    html = network.generate_html().replace(written, written.replace("<", "\\u003c"))
    head = f'<!doctype html>\n<html lang="en">\n<title>{escape(title)}</title>'
    return _ELSEWHERE.sub("", html).replace("<html>", head, 1)


def node_styles(looks: Mapping[str, Look]) -> Mapping[str, Fields]:
    """Return the style of the nodes of each group: one group for each type, one for values and one for ends."""
    border, card = LINES["stated"].light, CARD[0]
    box = {"background": card, "border": border}
    return {
        **{name: {"shape": look.shape, "color": look.light, "borderWidth": 0} for name, look in looks.items()},
        LITERAL_TYPE: {
            "shape": "box",
            "color": {**box, "highlight": box, "hover": box},
            "borderWidth": 1.2,
            "margin": 5,
            "size": VALUE_SIZE,
            "shapeProperties": {"borderRadius": 9},
        },
        NO_OBJECT_TYPE: {"shape": "dot", "color": FAMILIES["others"][0], "borderWidth": 0, "size": END_SIZE},
    }


def edge_styles() -> Mapping[str, Fields]:
    """Return the style of the edges of each status."""
    return {
        name: {"color": line.light, "dashes": list(line.dashes) or False, "width": 1.5, "arrows": "to"}
        for name, line in LINES.items()
    }


def structural_style() -> Fields:
    """Return the style of a structural edge: thin and without an arrow."""
    return {
        "color": STRUCTURAL.light,
        "dashes": list(STRUCTURAL.dashes),
        "width": 0.8,
        "smooth": False,
        "arrows": {"to": {"enabled": False}},
        "font": {"size": STRUCTURAL_LETTERS},
    }


def name_font(size: float | None) -> Fields:
    """Return the font of the name of a node of this size; None is a value, whose name is in its box."""
    return {"size": WORDS_SIZE if size is None else name_size(size), "color": INK[0]}


def _view(
    graph: Graph, drawing: Drawing, places: Mapping[int, Point], looks: Mapping[str, Look], *, by_key: bool
) -> View:
    edges = [edge for edge in drawing.edges if {edge.source, edge.target} <= places.keys()]
    statements = {edge.key: graph.statements[edge.key] for edge in edges}
    words = _Words(graph)
    alone = {edge.target: edge.key for edge in edges}
    styles, lines = node_styles(looks), edge_styles()
    ids = {key: key if by_key else drawing.nodes[key].name for key in places}
    nodes = []
    for key, (x, y) in sorted(places.items()):
        node = drawing.nodes[key]
        group = node.type or (NO_OBJECT_TYPE if node.is_end else LITERAL_TYPE)
        title = words.of_node(node, group) if node.type else words.of_statement(statements[alone[key]])
        nodes.append({**styles[group], **_shown(node, group), "id": ids[key], "title": visible(title), "x": x, "y": y})
    shown = [
        {
            **lines[edge.standing],
            "id": edge.key if by_key else statements[edge.key].id,
            "from": ids[edge.source],
            "to": ids[edge.target],
            "label": edge.label,
            "standing": edge.standing,
            "statements": len(edge.statements) or 1,
            "title": visible(words.of_statement(statements[edge.key])),
            **_bent(edge, places),
        }
        for edge in edges
    ]
    options = {
        "groups": styles,
        "nodes": {"labelHighlightBold": False},
        "edges": LINE_OPTIONS,
        "interaction": {"hover": True},
        "physics": {"enabled": False},
    }
    return View(nodes, [*shown, *_structural_edges(graph, drawing, ids, by_key=by_key)], options)


def _complete_layout(graph: Graph, drawing: Drawing) -> dict[int, Point]:
    """Return the positions of all nodes: as in the first view, with isolated ones below it."""
    if not drawing.complete:
        placed = layout(graph)
        return {node.key: placed[node.name] for node in drawing.nodes}
    left = min((x for x, _ in drawing.wide.values()), default=0.0)
    bottom = max((y for _, y in drawing.wide.values()), default=0.0)
    alone = [node.key for node in drawing.nodes if node.key not in drawing.wide]
    rows = {
        key: (left + COLUMN_WIDTH * (place % COLUMNS), bottom + ROW_HEIGHT * (1 + place // COLUMNS))
        for place, key in enumerate(alone)
    }
    return {**drawing.wide, **rows}


def _bent(edge: Edge, places: Mapping[int, Point]) -> Fields:
    """Return the curve of an edge in its lane; lanes are counted from the node with the smaller key."""
    if edge.source == edge.target:
        loop = {"size": 16 + 5 * abs(edge.lane), "angle": 1.57 + edge.lane / 2, "renderBehindTheNode": False}
        return {"selfReference": loop}
    lane = edge.lane if edge.source < edge.target else -edge.lane
    if lane == 0:
        return {"smooth": False}
    (x, y), (other_x, other_y) = places[edge.source], places[edge.target]
    wanted = 2 * LANE_WIDTH * abs(lane) / max(((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5, 1.0)
    bend = wanted / (CURVE_BEND + wanted)
    return {"smooth": {"enabled": True, "type": "curvedCCW" if lane > 0 else "curvedCW", "roundness": round(bend, 3)}}


class _Words:
    """Makes the tooltips of nodes and statements."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._entities = {entity.id: entity for entity in graph.entities}
        self._documents = {document.id: document for document in graph.documents}

    def of_statement(self, statement: Statement) -> str:
        """Return the statement, its status, and the first sentences that make it."""
        quoted = quotations(statement, self._documents)
        lines = [f"“{sentence}” ({title})" for title, sentence in quoted[:MOST_QUOTED]]
        rest = len(quoted) - MOST_QUOTED
        more = [f"and {rest} more"] if rest > 0 else []
        return "\n".join([statement_words(statement, self._entities), STANDINGS[standing(statement)], *lines, *more])

    def of_node(self, node: Node, group: str) -> str:
        """Return the full name of an entity, its type and the places where it is named."""
        entity = self._entities[node.name]
        documents = len({mention.span.document for mention in entity.mentions})
        return f"{entity.label}\n{type_words(group)}, named in {counted(documents, 'document')}"
