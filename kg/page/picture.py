"""The first view as a static picture (SVG), for print and for readers without scripts; the template renders it."""

import math
import typing as t
from collections.abc import Mapping, Sequence

from kg.page.appearance import LINES, WORDS_SIZE, Look, Shape, name_size
from kg.page.drawing import LABEL_GAP, LINE_HEIGHT, Drawing, Edge, Node, Point, text_width
from kg.page.placement import control_point, curve
from kg.page.wording import Standing

BORDER: t.Final = 24.0
ARROW_GAP: t.Final = 3.0
LOOP_RADIUS: t.Final = 18.0
WORDS_HEIGHT: t.Final = 15.0
WORDS_PLACES: t.Final = (11, 8, 15, 5, 18)
STAR_INNER: t.Final = 0.5
Frame: t.TypeAlias = tuple[float, float, float, float]


class PictureNode(t.NamedTuple):
    """A shape as polygon points (none for a circle) and the lines of its label around `name_x`, each with its baseline.

    A value has no type, and the end of a statement without an object has neither type nor lines.
    """

    x: float
    y: float
    size: float
    type: str | None
    polygon: str
    lines: tuple[tuple[float, str], ...]
    letters: float
    name_x: float


class PictureEdge(t.NamedTuple):
    """A path with its words; the words have no position if there was no room."""

    path: str
    standing: Standing
    dashes: str
    words: str
    at: Point | None


class Picture(t.NamedTuple):
    """The nodes and edges, the frame as x, y, width and height, and the lines of structural edges."""

    frame: Frame
    nodes: tuple[PictureNode, ...]
    edges: tuple[PictureEdge, ...]
    structure: tuple[str, ...] = ()


def picture(drawing: Drawing, looks: Mapping[str, Look]) -> Picture:
    """Return the static picture of the first view in the wide frame."""
    wide = drawing.wide
    nodes = [node for node in drawing.nodes if node.key in wide]
    edges = [edge for edge in drawing.edges if {edge.source, edge.target} <= wide.keys()]
    structure = [line for line in drawing.structure if {line.source, line.target} <= wide.keys()]
    shapes = {node.key: _shape(node, wide[node.key]) for node in nodes}
    names = _place_names(nodes, shapes)
    taken = [*shapes.values(), *names.values()]
    words = _place_words(drawing, edges, taken)
    return Picture(
        _around(taken),
        tuple(_picture_node(node, wide[node.key], looks, names.get(node.key)) for node in nodes),
        tuple(_picture_edge(drawing, edge, words.get(edge.key)) for edge in edges),
        tuple(_straight(wide[line.source], wide[line.target]) for line in structure),
    )


def _straight(start: Point, end: Point) -> str:
    return f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"


def polygon(shape: Shape, size: float) -> tuple[Point, ...]:
    """Return the corners of a shape with this radius around the origin; a dot has none."""
    if shape == "star":
        return tuple(_corner(index, 10, size * (1.15 if index % 2 == 0 else STAR_INNER)) for index in range(10))
    corners: Mapping[Shape, tuple[int, float, float]] = {
        "triangle": (3, 0.0, 1.15),
        "triangleDown": (3, 0.5, 1.15),
        "diamond": (4, 0.0, 1.1),
        "square": (4, 0.5, 1.25),
        "hexagon": (6, 0.5, 1.05),
    }
    if shape not in corners:
        return ()
    count, turn, scale = corners[shape]
    return tuple(_corner(index + turn, count, size * scale) for index in range(count))


def points(corners: Sequence[Point]) -> str:
    """Return corners as an SVG attribute."""
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def legend_points(look: Look) -> str:
    """Return the shape of a look for the legend, in a box of 16 by 16 pixels."""
    return points([(x + 8, y + 8) for x, y in polygon(look.shape, 6.0)])


def _corner(index: float, count: int, radius: float) -> Point:
    angle = 2 * math.pi * index / count
    return radius * math.sin(angle), -radius * math.cos(angle)


def _picture_node(node: Node, at: Point, looks: Mapping[str, Look], name: Frame | None) -> PictureNode:
    corners = () if node.type is None else polygon(looks[node.type].shape, node.size)
    letters = name_size(node.size)
    left, top, width, _ = name or (*at, 0.0, 0.0)
    first = top + LABEL_GAP / 2 + LINE_HEIGHT * letters * 0.75
    labels = [] if name is None else node.label.split("\n")
    lines = tuple((first + LINE_HEIGHT * letters * index, line) for index, line in enumerate(labels))
    shape = points([(at[0] + x, at[1] + y) for x, y in corners])
    return PictureNode(*at, node.size, node.type, shape, lines, letters, left + width / 2)


def _picture_edge(drawing: Drawing, edge: Edge, at: Point | None) -> PictureEdge:
    path = _loop(drawing, edge) if edge.source == edge.target else _path(drawing, edge)
    dashes = " ".join(str(length) for length in LINES[edge.standing].dashes)
    return PictureEdge(path, edge.standing, dashes, edge.label, at)


def _lane(edge: Edge) -> float:
    """Return the lane as seen from the source."""
    return edge.lane if edge.source < edge.target else -edge.lane


def _path(drawing: Drawing, edge: Edge) -> str:
    start, end = drawing.wide[edge.source], drawing.wide[edge.target]
    via = control_point(start, end, _lane(edge))
    tip = _towards(end, via, drawing.nodes[edge.target].size + ARROW_GAP)
    tail = _towards(start, via, drawing.nodes[edge.source].size)
    return f"M{tail[0]:.1f} {tail[1]:.1f}Q{via[0]:.1f} {via[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}"


def _loop(drawing: Drawing, edge: Edge) -> str:
    x, y = drawing.wide[edge.source]
    radius = LOOP_RADIUS + 7 * abs(edge.lane)
    top = y - drawing.nodes[edge.source].size
    return f"M{x - 4:.1f} {top:.1f}a{radius:.1f} {radius:.1f} 0 1 1 8 0"


def _towards(start: Point, goal: Point, distance: float) -> Point:
    x, y = goal[0] - start[0], goal[1] - start[1]
    share = distance / max(math.hypot(x, y), 1.0)
    return start[0] + x * share, start[1] + y * share


def _place_words(drawing: Drawing, edges: Sequence[Edge], frames: Sequence[Frame]) -> dict[int, Point]:
    """Find free positions along the edges for their words; words without a free position are left out."""
    taken = list(frames)
    placed: dict[int, Point] = {}
    for edge in edges:
        at = None if edge.source == edge.target else _free_place(drawing, edge, taken)
        if at is not None:
            taken.append(_words_frame(edge, at))
            placed[edge.key] = at
    return placed


def _free_place(drawing: Drawing, edge: Edge, taken: Sequence[Frame]) -> Point | None:
    """Return the first position along an edge where its words hide nothing."""
    along = curve(drawing.wide[edge.source], drawing.wide[edge.target], _lane(edge))
    for index in WORDS_PLACES:
        at = float(along[index][0]), float(along[index][1])
        frame = _words_frame(edge, at)
        if not any(_overlap(frame, other) for other in taken):
            return at
    return None


def _words_frame(edge: Edge, at: Point) -> Frame:
    width = text_width(edge.label, WORDS_SIZE)
    return at[0] - width / 2, at[1] - WORDS_HEIGHT / 2, width, WORDS_HEIGHT


def _overlap(one: Frame, other: Frame) -> bool:
    return all(one[i] < other[i] + other[i + 2] and other[i] < one[i] + one[i + 2] for i in (0, 1))


def _shape(node: Node, at: Point) -> Frame:
    return at[0] - node.size, at[1] - node.size, 2 * node.size, 2 * node.size


def _place_names(nodes: Sequence[Node], shapes: Mapping[int, Frame]) -> dict[int, Frame]:
    """Return the room of each name: below, above or beside its node, where it is free of other nodes and names."""
    names: dict[int, Frame] = {}
    for node in nodes:
        if not node.is_end:
            others = [*names.values(), *(shape for key, shape in shapes.items() if key != node.key)]
            rooms = _rooms(node, shapes[node.key])
            free = (room for room in rooms if not any(_overlap(room, other) for other in others))
            names[node.key] = next(free, rooms[0])
    return names


def _rooms(node: Node, shape: Frame) -> tuple[Frame, ...]:
    """Return where a name may be, the usual place first."""
    letters, (left, top, size, _) = name_size(node.size), shape
    lines = node.label.split("\n")
    width = max(text_width(line, letters) for line in lines)
    height = LABEL_GAP / 2 + LINE_HEIGHT * letters * len(lines)
    centre, middle = left + size / 2 - width / 2, top + size / 2 - height / 2
    below, above = top + size + LABEL_GAP / 2, top - LABEL_GAP / 2 - height
    beside = (left + size + LABEL_GAP, left - LABEL_GAP - width)
    places = [(centre, below), (centre, above), *((x, middle) for x in beside)]
    return tuple((x, y, width, height) for x, y in places)


def _around(boxes: Sequence[Frame]) -> Frame:
    if not boxes:
        return 0.0, 0.0, 400.0, 40.0
    left, top = min(x for x, *_ in boxes) - BORDER, min(y for _, y, *_ in boxes) - BORDER - LOOP_RADIUS * 2
    right = max(x + width for x, _, width, _ in boxes) + BORDER
    bottom = max(y + height for _, y, _, height in boxes) + BORDER
    return left, top, right - left, bottom - top
