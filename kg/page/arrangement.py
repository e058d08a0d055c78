"""Arrange the entities of an overview so that every line between them has room for its words.

Entities, and the words in the middle of each line, are boxes of their real size. Overlapping boxes, lines through
boxes and crossing lines have a cost. Each entity in turn moves to a cheaper place, at first with some randomness, by
heat-bath simulated annealing. Source: Davidson and Harel (1996), Drawing graphs nicely using simulated annealing.
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
"""The number of distant places tried for each move, in addition to nearby ones."""
TURNS: t.Final = np.array([[x, y] for x in (-12.0, 0.0, 12.0) for y in (-12.0, 0.0, 12.0)]).T
GAP: t.Final = 5.0
"""The minimum gap between two boxes, in pixels."""
APART: t.Final = 26.0
"""The additional gap between two entities of different groups."""

ON_BOX: t.Final = 100.0
THROUGH_BOX: t.Final = 60.0
CROSSING: t.Final = 30.0
NEAR_GROUP: t.Final = 12.0
BACKWARDS: t.Final = 2.0
LENGTH: t.Final = 0.04
"""The cost of a pixel of line length; the constants above are the costs of one fault."""

Mask: t.TypeAlias = npt.NDArray[np.bool_]
Indices: t.TypeAlias = npt.NDArray[np.intp]


class Line(t.NamedTuple):
    """A line with the size of its words, and the sideways offset of its middle, seen from the smaller key."""

    source: int
    target: int
    width: float
    height: float
    lane: float


class _Scene(t.NamedTuple):
    """The constant data: half sizes of entities and then of words, ends of lines, and what each line may overlap.

    Here and below, all x come before all y: numpy is much slower if the last axis has length two.
    """

    entities: int
    half: Vectors
    drop: Vectors
    ends: Indices
    lanes: Vectors
    group: Indices


class _Part(t.NamedTuple):
    """What moves with an entity, and what stays: the same whenever the entity moves."""

    boxes: Indices
    """The entity and the words of its lines, among all boxes."""
    fixed: Indices
    """All other boxes."""
    drop: Vectors
    ends: Indices
    """The first and the last ends of its lines."""
    moves: Mask
    """Which of these ends are the entity itself."""
    lanes: Vectors
    half: Vectors
    """Half sizes of the moving boxes."""
    every: Vectors
    """Half sizes of the fixed and then the moving boxes."""
    room: Vectors
    """The distances at which each moving box and each other box are adjacent."""
    apart: Vectors
    """The minimum distances between them."""
    others: Indices
    """The first and the last ends of all other lines."""
    foreign: Mask
    """Which of the other entities are in other groups."""
    near: Vectors
    """The minimum distances to those in another group."""
    own: Mask
    """Which lines of the entity end in which fixed boxes."""
    meet: Mask
    """Which lines of the entity share an end with which other lines."""


def arrange(
    boxes: Mapping[int, Box],
    lines: Sequence[Line],
    start: Mapping[int, Point],
    *,
    frame: tuple[float, float],
    groups: Mapping[int, int],
) -> dict[int, Point]:
    """Return the centre of each entity, in whole pixels around the origin, within the frame.

    Args:
        boxes: the size of each entity with its name, by key
        lines: the lines between them, without loops
        start: a layout of the entities as points, in any unit
        frame: width and height in pixels
        groups: the group of each entity; entities of different groups are further apart
    """
    keys = sorted(boxes)
    row = {key: index for index, key in enumerate(keys)}
    scene = _Scene(
        len(keys),
        _pairs([*(boxes[key][:2] for key in keys), *((line.width, line.height) for line in lines)]) / 2,
        _pairs([(0.0, boxes[key].drop) for key in keys]),
        np.array([[row[line.source], row[line.target]] for line in lines], dtype=np.intp).reshape(-1, 2),
        np.array([_turned(line) * LANE_WIDTH for line in lines]),
        np.array([groups[key] for key in keys], dtype=np.intp),
    )
    size = np.array(frame)[:, None]
    half = scene.half[:, : len(keys)]
    wall = np.maximum(size / 2 - half, 0.0)
    points = _annealed(_spread(_pairs([start[key] for key in keys]), size, wall), scene, size, wall)
    low = (points - half).min(axis=1, keepdims=True, initial=0.0)
    high = (points + half).max(axis=1, keepdims=True, initial=0.0)
    places = points - scene.drop - (low + high) / 2
    return {key: (float(round(x)), float(round(y))) for key, (x, y) in zip(keys, places.T, strict=True)}


def _pairs(pairs: Sequence[tuple[float, float]]) -> Vectors:
    """Return all x and all y."""
    return np.ascontiguousarray(np.array(pairs, dtype=np.float64).reshape(-1, 2).T)


def _turned(line: Line) -> float:
    return line.lane if line.source < line.target else -line.lane


def _spread(points: Vectors, frame: Vectors, wall: Vectors) -> Vectors:
    """Return the layout scaled to the width and height of the frame, with each box within it."""
    low = points.min(axis=1, keepdims=True, initial=np.inf)
    high = points.max(axis=1, keepdims=True, initial=-np.inf)
    spread: Vectors = np.clip(((points - low) / np.maximum(high - low, 1e-6) - 0.5) * frame, -wall, wall)
    return spread


def _annealed(points: Vectors, scene: _Scene, frame: Vectors, walls: Vectors) -> Vectors:
    random, cells = np.random.default_rng(SEED), _cells(frame)
    parts = [_part(moved, scene) for moved in range(scene.entities)]
    first, last = _lines(points - scene.drop, scene.ends.T)
    positions = np.concatenate([points, _middles(first, last, _lengths(first, last), scene.lanes)[:, 0]], axis=1)
    best, least = points, np.inf
    for round_ in range(ROUNDS):
        heat, total = HEAT * COOLING**round_, 0.0
        for moved in random.permutation(len(parts)):
            far = cells.take(random.integers(cells.shape[1], size=FAR), 1) + random.uniform(-20, 20, (FAR, 2)).T
            here, wall = positions[:, moved, None], walls[:, moved, None]
            places = np.clip(np.concatenate([here + TURNS, far], axis=1), -wall, wall)
            costs, boxes = _costs(places, positions, scene, parts[moved])
            chosen = int(np.argmin(costs - heat * random.gumbel(size=len(costs))))
            positions[:, parts[moved].boxes] = boxes[:, chosen]
            total += float(costs[chosen])
        if total <= least:
            best, least = positions[:, : scene.entities].copy(), total
    return best


def _cells(frame: Vectors) -> Vectors:
    """Return the centres of cells that fill the frame, with every other row offset by half a cell."""
    columns, rows = max(int(frame[0, 0] // COLUMN), 1), max(int(frame[1, 0] // ROW), 1)
    x, y = np.meshgrid(np.arange(columns) + 0.5, np.arange(rows) + 0.5)
    x = x + np.where(np.arange(rows) % 2, 0.25, -0.25)[:, None]
    cells: Vectors = np.stack([x.ravel() / columns - 0.5, y.ravel() / rows - 0.5]) * frame
    return cells


def _part(moved: int, scene: _Scene) -> _Part:
    own_lines = (scene.ends == moved).any(axis=1)
    entities = np.flatnonzero(np.arange(scene.entities) != moved)
    boxes = np.concatenate([[moved], scene.entities + np.flatnonzero(own_lines)])
    fixed = np.concatenate([entities, scene.entities + np.flatnonzero(~own_lines)])
    ends, others = scene.ends[own_lines], scene.ends[~own_lines]
    own = np.zeros((len(ends), len(fixed)), dtype=bool)
    own[:, : len(entities)] = (ends[:, None, :] == entities[None, :, None]).any(axis=2)
    half, every = scene.half[:, boxes], scene.half[:, np.concatenate([fixed, boxes])]
    room = (half[..., None] + every[:, None])[:, None]
    return _Part(
        boxes,
        fixed,
        scene.drop[:, [moved]],
        ends.T,
        (ends == moved).T,
        scene.lanes[own_lines],
        half,
        every,
        room,
        room + GAP,
        others.T,
        scene.group[entities] != scene.group[moved],
        scene.half[:, [moved]] + scene.half[:, entities] + APART,
        own,
        (ends[:, None, :, None] == others[None, :, None, :]).any(axis=(2, 3)),
    )


def _costs(places: Vectors, positions: Vectors, scene: _Scene, part: _Part) -> tuple[Vectors, Vectors]:
    """Return the cost of each place for an entity, and the positions of its box and the words of its lines there."""
    centres = positions[:, : scene.entities] - scene.drop
    here, lines = (places - part.drop)[..., None], _lines(centres, part.ends)
    first, last = np.where(part.moves[:, None, None], here, lines)
    lengths, others = _lengths(first, last), _lines(centres, part.others)
    boxes = np.concatenate([places[..., None], _middles(first, last, lengths, part.lanes)], axis=2)
    fixed, fixed_count = positions.take(part.fixed, 1)[:, None], len(part.fixed)
    every = np.concatenate([np.broadcast_to(fixed, (2, places.shape[1], fixed_count)), boxes], axis=2)

    on = _on(boxes, every, part)
    through = _through(first[..., None], last[..., None], every[:, :, None], part.every[:, None, None])
    among, words = on[..., fixed_count:], through[..., fixed_count + 1 :]
    cost = ON_BOX * _summed(on[..., :fixed_count])
    cost += ON_BOX * (_summed(among) - np.einsum("cii->c", among)) / 2
    foreign = np.abs(places[..., None] - fixed[..., : scene.entities - 1]) < part.near[:, None]
    cost += NEAR_GROUP * (foreign[0] & foreign[1] & part.foreign).sum(axis=1)
    cost += THROUGH_BOX * (through[..., :fixed_count] & ~part.own).sum(axis=(1, 2))
    begin, end = others[..., None, :]
    hidden = _through(begin, end, boxes[..., None], part.half[:, None, :, None])
    cost += THROUGH_BOX * hidden.sum(axis=(1, 2))
    cost += THROUGH_BOX * (words.sum(axis=(1, 2)) - np.einsum("cii->c", words))
    cost += CROSSING * (_crossing(first, last, *others) & ~part.meet).sum(axis=(1, 2))
    cost += LENGTH * lengths.sum(axis=1)
    cost += BACKWARDS * (last[0] < first[0]).sum(axis=1)
    return cost, boxes


def _lines(centres: Vectors, ends: Indices) -> Vectors:
    """Return the starts and the ends of lines."""
    found: Vectors = centres.take(ends, 1).swapaxes(0, 1)[:, :, None]
    return found


def _lengths(first: Vectors, last: Vectors) -> Vectors:
    lengths: Vectors = np.sqrt(((last - first) ** 2).sum(axis=0))
    return lengths


def _middles(first: Vectors, last: Vectors, lengths: Vectors, lanes: Vectors) -> Vectors:
    """Return the middle of each line, offset sideways by its lane."""
    along = last - first
    aside = np.stack([-along[1], along[0]]) / np.maximum(lengths, 1.0) * lanes
    middles: Vectors = (first + last) / 2 + aside
    return middles


def _on(boxes: Vectors, every: Vectors, part: _Part) -> Vectors:
    """Return how much each pair of boxes overlaps: 0 for no overlap, above a half for any overlap."""
    lacking = (part.apart - np.abs(boxes[..., None] - every[:, :, None])) / part.room
    least = np.minimum(lacking[0], lacking[1])
    return np.where(least > 0, 0.5 + np.minimum(least, 1.0), 0.0)


def _summed(on: Vectors) -> Vectors:
    """Return the sum for each place; numpy adds up contiguous values in another order."""
    total: Vectors = np.ascontiguousarray(on).sum(axis=(1, 2))
    return total


def _through(first: Vectors, last: Vectors, box: Vectors, half: Vectors) -> Mask:
    """Return for each pair of a straight line and a box whether the line runs through the box."""
    along = last - first
    along = np.where(np.abs(along) < 1e-6, 1e-6, along)
    off = box - first
    one, other = (off - half) / along, (off + half) / along
    first_in, last_in = np.minimum(one, other), np.maximum(one, other)
    enters, leaves = np.maximum(first_in[0], first_in[1]), np.minimum(last_in[0], last_in[1])
    through: Mask = (enters < leaves) & (leaves > 0) & (enters < 1)
    return through


def _crossing(first: Vectors, last: Vectors, other_first: Vectors, other_last: Vectors) -> Mask:
    """Return for each pair of straight lines whether they cross."""
    one, other = (last - first)[..., None], (other_last - other_first)[:, :, None]
    off = other_first[:, :, None] - first[..., None]
    turn = one[0] * other[1] - one[1] * other[0]
    turn = np.where(np.abs(turn) < 1e-9, 1e-9, turn)
    at = (off[0] * other[1] - off[1] * other[0]) / turn
    other_at = (off[0] * one[1] - off[1] * one[0]) / turn
    crossing: Mask = (at > 0) & (at < 1) & (other_at > 0) & (other_at < 1)
    return crossing
