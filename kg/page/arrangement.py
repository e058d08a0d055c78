"""Where the things of an overview stand so that every line between them has room for its words.

Things, and the words in the middle of each line, are boxes of their real size. Boxes on boxes, lines through boxes and
lines through lines cost; each thing in turn moves to where it costs less, at first with some luck, by simulated
annealing in its heat-bath form. Source: Davidson and Harel (1996), Drawing graphs nicely using simulated annealing.
"""

import typing as t
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from kg.page.placement import LANE_WIDTH, Box, Point, Vectors

SEED: t.Final = 5
ROUNDS: t.Final = 30
COOLING: t.Final = 0.8
HEAT: t.Final = 30.0
COLUMN: t.Final = 100.0
ROW: t.Final = 46.0
FAR: t.Final = 14
"""How many places far off are tried at each move, beside those around."""
TURNS: t.Final = np.array([[x, y] for x in (-12.0, 0.0, 12.0) for y in (-12.0, 0.0, 12.0)]).T
GAP: t.Final = 5.0
"""How much room there shall be between two boxes, in pixels."""
APART: t.Final = 26.0
"""How much more between two things of different groups."""

ON_BOX: t.Final = 100.0
THROUGH_BOX: t.Final = 60.0
CROSSING: t.Final = 30.0
NEAR_GROUP: t.Final = 12.0
BACKWARDS: t.Final = 2.0
LENGTH: t.Final = 0.04
"""What a pixel of a line costs; all else is what one fault costs."""

Mask: t.TypeAlias = npt.NDArray[np.bool_]
Indices: t.TypeAlias = npt.NDArray[np.intp]


class Line(t.NamedTuple):
    """A line with the size of its words, and how far aside its middle runs, seen from the thing of the smaller key."""

    source: int
    target: int
    width: float
    height: float
    lane: float


class _Scene(t.NamedTuple):
    """What does not move: half sizes of things and words, ends of lines, and what each line may lie on.

    Here and below all x stand before all y: numpy takes far longer over an axis of two that is the last.
    """

    half: Vectors
    drop: Vectors
    words: Vectors
    ends: Indices
    lanes: Vectors
    group: Indices


class _Part(t.NamedTuple):
    """What moves with a thing, and what stays: the same whenever the thing moves."""

    moved: int
    ends: Indices
    """The ends of its lines."""
    lanes: Vectors
    half: Vectors
    """Half sizes of the thing and of the words of its lines."""
    things: Indices
    """All other things."""
    others: Indices
    """The ends of all other lines."""
    other_lanes: Vectors
    other_half: Vectors
    """Half sizes of all other things and words."""
    foreign: Mask
    """Which of the other things stand in other groups."""
    near: Vectors
    """How far those of another group shall stand off."""
    own: Mask
    """Which lines of the thing end in which of what stays."""
    apart: Mask
    """Which lines of the thing share no end with which of the others."""


def arrange(
    boxes: Mapping[int, Box],
    lines: Sequence[Line],
    start: Mapping[int, Point],
    *,
    frame: tuple[float, float],
    groups: Mapping[int, int],
) -> dict[int, Point]:
    """Return the centre of each thing, in whole pixels around the origin, within the frame.

    Args:
        boxes: the size of each thing with its name, by its key
        lines: the lines between them, none from a thing to itself
        start: a layout of the things as points, in any unit
        frame: width and height in pixels
        groups: the group of each thing; things of two groups stand further apart
    """
    keys = sorted(boxes)
    row = {key: index for index, key in enumerate(keys)}
    scene = _Scene(
        _pairs([boxes[key][:2] for key in keys]) / 2,
        _pairs([(0.0, boxes[key].drop) for key in keys]),
        _pairs([(line.width, line.height) for line in lines]) / 2,
        np.array([[row[line.source], row[line.target]] for line in lines], dtype=np.intp).reshape(-1, 2),
        np.array([_turned(line) * LANE_WIDTH for line in lines]),
        np.array([groups[key] for key in keys], dtype=np.intp),
    )
    size = np.array(frame)[:, None]
    points = _annealed(_spread(_pairs([start[key] for key in keys]), size, scene), scene, size)
    low = (points - scene.half).min(axis=1, keepdims=True, initial=0.0)
    high = (points + scene.half).max(axis=1, keepdims=True, initial=0.0)
    places = points - scene.drop - (low + high) / 2
    return {key: (float(round(x)), float(round(y))) for key, (x, y) in zip(keys, places.T, strict=True)}


def _pairs(pairs: Sequence[tuple[float, float]]) -> Vectors:
    """Return all x and all y."""
    return np.ascontiguousarray(np.array(pairs, dtype=np.float64).reshape(-1, 2).T)


def _turned(line: Line) -> float:
    return line.lane if line.source < line.target else -line.lane


def _spread(points: Vectors, frame: Vectors, scene: _Scene) -> Vectors:
    """Return the layout as wide and high as the frame, each box within it."""
    low = points.min(axis=1, keepdims=True, initial=np.inf)
    high = points.max(axis=1, keepdims=True, initial=-np.inf)
    wall = np.maximum(frame / 2 - scene.half, 0.0)
    spread: Vectors = np.clip(((points - low) / np.maximum(high - low, 1e-6) - 0.5) * frame, -wall, wall)
    return spread


def _annealed(points: Vectors, scene: _Scene, frame: Vectors) -> Vectors:
    random = np.random.default_rng(SEED)
    points, cells = points.copy(), _cells(frame)
    parts = [_part(moved, scene) for moved in range(points.shape[1])]
    walls = np.maximum(frame / 2 - scene.half, 0.0)
    best, least = points.copy(), np.inf
    for round_ in range(ROUNDS):
        heat, total = HEAT * COOLING**round_, 0.0
        for moved in random.permutation(len(parts)):
            far = cells[:, random.integers(cells.shape[1], size=FAR)] + random.uniform(-20, 20, (FAR, 2)).T
            wall = walls[:, [moved]]
            places = np.clip(np.concatenate([points[:, [moved]] + TURNS, far], axis=1), -wall, wall)
            costs = _costs(places, points, scene, parts[moved])
            chosen = int(np.argmin(costs - heat * random.gumbel(size=len(costs))))
            points[:, moved] = places[:, chosen]
            total += float(costs[chosen])
        if total <= least:
            best, least = points.copy(), total
    return best


def _cells(frame: Vectors) -> Vectors:
    """Return the middles of cells that fill the frame, every other row half a cell aside."""
    columns, rows = max(int(frame[0, 0] // COLUMN), 1), max(int(frame[1, 0] // ROW), 1)
    x, y = np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)
    x = x + np.where(np.arange(rows) % 2, 0.25, -0.25)[:, None]
    cells: Vectors = np.stack([x.ravel() / columns - 0.5, y.ravel() / rows - 0.5]) * frame
    return cells


def _part(moved: int, scene: _Scene) -> _Part:
    mine = (scene.ends == moved).any(axis=1)
    things = np.flatnonzero(np.arange(scene.half.shape[1]) != moved)
    ends, others = scene.ends[mine], scene.ends[~mine]
    own = np.zeros((len(ends), len(things) + len(others)), dtype=bool)
    own[:, : len(things)] = (ends[:, None, :] == things[None, :, None]).any(axis=2)
    return _Part(
        moved,
        ends,
        scene.lanes[mine],
        np.concatenate([scene.half[:, [moved]], scene.words[:, mine]], axis=1),
        things,
        others,
        scene.lanes[~mine],
        np.concatenate([scene.half[:, things], scene.words[:, ~mine]], axis=1),
        scene.group[things] != scene.group[moved],
        scene.half[:, [moved]] + scene.half[:, things] + APART,
        own,
        ~(ends[:, None, :, None] == others[None, :, None, :]).any(axis=(2, 3)),
    )


def _costs(places: Vectors, points: Vectors, scene: _Scene, part: _Part) -> Vectors:
    """Return what each place for a thing costs, by all that moves with it: its box, its lines and their words."""
    centres = points - scene.drop
    here = (places - scene.drop[:, [part.moved]])[..., None]
    first, last = (
        np.where(part.ends[:, end] == part.moved, here, centres[:, None, part.ends[:, end]]) for end in (0, 1)
    )
    lines, still = (first, last), (centres[:, None, part.others[:, 0]], centres[:, None, part.others[:, 1]])
    things = points[:, None, part.things]
    boxes, half = np.concatenate([places[..., None], _middles(*lines, part.lanes)], axis=2), part.half
    still_boxes, still_half = np.concatenate([things, _middles(*still, part.other_lanes)], axis=2), part.other_half

    cost = ON_BOX * _on(boxes, half, still_boxes, still_half).sum(axis=(1, 2))
    among = _on(boxes, half, boxes, half)
    cost += ON_BOX * (among.sum(axis=(1, 2)) - np.einsum("cii->c", among)) / 2
    foreign = np.abs(places[..., None] - things) < part.near[:, None]
    cost += NEAR_GROUP * (foreign[0] & foreign[1] & part.foreign).sum(axis=1)
    cost += THROUGH_BOX * (_through(*lines, still_boxes, still_half) & ~part.own).sum(axis=(1, 2))
    cost += THROUGH_BOX * _through(*still, boxes, half).sum(axis=(1, 2))
    through = _through(*lines, boxes[..., 1:], half[:, 1:])
    cost += THROUGH_BOX * (through.sum(axis=(1, 2)) - np.einsum("cii->c", through))
    cost += CROSSING * (_crossing(*lines, *still) & part.apart).sum(axis=(1, 2))
    cost += LENGTH * np.sqrt(((first - last) ** 2).sum(axis=0)).sum(axis=1)
    cost += BACKWARDS * (last[0] < first[0]).sum(axis=1)
    total: Vectors = cost
    return total


def _middles(first: Vectors, last: Vectors, lanes: Vectors) -> Vectors:
    """Return the middle of each line, as far aside as its lane is."""
    along = last - first
    length = np.maximum(np.sqrt((along**2).sum(axis=0)), 1.0)
    aside = np.stack([-along[1], along[0]]) / length * lanes
    middles: Vectors = (first + last) / 2 + aside
    return middles


def _on(one: Vectors, half: Vectors, other: Vectors, other_half: Vectors) -> Vectors:
    """Return how much of each pair of boxes lies on each other: 0 for nothing, above a half for anything."""
    room = (half[..., None] + other_half[:, None])[:, None]
    lacking = (room + GAP - np.abs(one[..., None] - other[:, :, None])) / room
    least = np.minimum(lacking[0], lacking[1])
    return np.where(least > 0, 0.5 + np.minimum(least, 1.0), 0.0)


def _through(first: Vectors, last: Vectors, box: Vectors, half: Vectors) -> Mask:
    """Tell for each pair of a straight line and a box whether the line runs through the box."""
    along = last - first
    along = np.where(np.abs(along) < 1e-6, 1e-6, along)[..., None]
    off, half = box[:, :, None] - first[..., None], half[:, None, None]
    one, other = (off - half) / along, (off + half) / along
    first_in, last_in = np.minimum(one, other), np.maximum(one, other)
    enters, leaves = np.maximum(first_in[0], first_in[1]), np.minimum(last_in[0], last_in[1])
    through: Mask = (enters < leaves) & (leaves > 0) & (enters < 1)
    return through


def _crossing(first: Vectors, last: Vectors, other_first: Vectors, other_last: Vectors) -> Mask:
    """Tell for each pair of straight lines whether they cross."""
    one, other = (last - first)[..., None], (other_last - other_first)[:, :, None]
    off = other_first[:, :, None] - first[..., None]
    turn = one[0] * other[1] - one[1] * other[0]
    turn = np.where(np.abs(turn) < 1e-9, 1e-9, turn)
    at = (off[0] * other[1] - off[1] * other[0]) / turn
    other_at = (off[0] * one[1] - off[1] * one[0]) / turn
    crossing: Mask = (at > 0) & (at < 1) & (other_at > 0) & (other_at < 1)
    return crossing
