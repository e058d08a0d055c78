"""Place nodes with readable labels: no overlapping boxes, no boxes on edges, and edges long enough for their words.

A spring layout treats nodes as points. This starts from such a layout and moves boxes of their real size, by
the push-apart rule of Dwyer, Marriott and Stuckey ("Fast node overlap removal", 2005) in its plain iterative form.
"""

import typing as t
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Point: t.TypeAlias = tuple[float, float]
Link: t.TypeAlias = tuple[int, int, float]
Vectors: t.TypeAlias = npt.NDArray[np.float64]
Indices: t.TypeAlias = npt.NDArray[np.intp]

STEPS: t.Final = 400
SETTLING_STEPS: t.Final = 120
MARGIN: t.Final = 12.0
SHORTEST_EDGE: t.Final = 84.0
LONGEST_WORDS: t.Final = 110.0
"""The maximum width of words that an edge makes room for, in pixels; the rest is shown if there is room."""
BUSY: t.Final = 8
FAN_ROOM: t.Final = 14.0
WIDEST_FAN: t.Final = 20
PULL: t.Final = 0.1
WIDER_THAN_HIGH: t.Final = 1.25
EVENNESS: t.Final = 0.8
ROOM: t.Final = 1.5
EDGE_PUSH: t.Final = 0.6
SLACK: t.Final = 40.0
"""The distance in pixels up to which boxes are near; neighbours are updated once a box has moved by half of it."""
BENDS: t.Final = (0.0, -1.0, 1.0, -2.0, 2.0)
"""The lanes of an edge, the preferred ones first."""
LANE_WIDTH: t.Final = 24.0
CURVE_BEND: t.Final = 0.9
"""A vis-network curve with the roundness r = w / (`CURVE_BEND` + w) bends sideways by about w / 2 of its length."""


CONSTANTS: t.Final = {
    "margin": MARGIN,
    "room": ROOM,
    "evenness": EVENNESS,
    "rounds": STEPS,
    "wider": WIDER_THAN_HIGH,
    "lane": LANE_WIDTH,
    "bend": CURVE_BEND,
}
"""The constants for placing nodes in the page's script, where it draws other parts of the graph than the first view."""


class Box(t.NamedTuple):
    """The size of a node with its label in pixels, and the offset of the middle of the box below the node's centre."""

    width: float
    height: float
    drop: float


def place(
    boxes: Mapping[int, Box],
    links: Sequence[Link],
    start: Mapping[int, Point],
    *,
    aspect: float,
) -> dict[int, Point]:
    """Return the centre of each node, in whole pixels around the origin.

    Args:
        boxes: the size of each node by key
        links: source, target and the width of the words on the edge, in pixels
        start: a layout of the nodes as points, in any unit
        aspect: the width of the frame in units of its height
    """
    if not boxes:
        return {}
    keys = sorted(boxes)
    size = np.array([boxes[key][:2] for key in keys], dtype=np.float64)
    frame = _frame(size, links, aspect)
    points = np.array([start[key] for key in keys], dtype=np.float64)
    ends = _ends(keys, links)
    centres = _relax(_spread(points, frame).T, size.T / 2 + MARGIN, ends.T, _lengths(links, ends), frame).T
    centres -= (centres.min(axis=0) + centres.max(axis=0)) / 2
    return {
        key: (float(round(x)), float(round(y - boxes[key].drop))) for key, (x, y) in zip(keys, centres, strict=True)
    }


def bends(
    boxes: Mapping[int, Box], pairs: Sequence[tuple[int, int]], positions: Mapping[int, Point]
) -> dict[tuple[int, int], float]:
    """Return the lane of each single edge that best avoids the boxes of other nodes; 0 is the straight line."""
    keys = sorted(boxes)
    half = np.array([boxes[key][:2] for key in keys], dtype=np.float64) / 2
    drop = np.array([[0.0, boxes[key].drop] for key in keys])
    middle = np.array([positions[key] for key in keys], dtype=np.float64).reshape(-1, 2) + drop.reshape(-1, 2)
    chosen = {}
    for source, target in pairs:
        others = np.array([key not in (source, target) for key in keys])
        ends = (positions[source], positions[target]) if source < target else (positions[target], positions[source])

        def hidden(lane: float, ends: tuple[Point, Point] = ends, others: npt.NDArray[np.bool_] = others) -> int:
            inside = np.abs(curve(*ends, lane)[:, None, :] - middle[None, others]) < half[None, others]
            return int((inside[..., 0] & inside[..., 1]).sum())

        free = next((lane for lane in BENDS if not hidden(lane)), None)
        chosen[source, target] = min(BENDS, key=hidden) if free is None else free
    return chosen


def control_point(first: Point, second: Point, lane: float) -> Point:
    """Return the control point of the quadratic curve from `first` to `second` whose middle is in this lane."""
    x, y = second[0] - first[0], second[1] - first[1]
    length = max((x * x + y * y) ** 0.5, 1.0)
    aside = 2 * LANE_WIDTH * lane / length
    return (first[0] + second[0]) / 2 - y * aside, (first[1] + second[1]) / 2 + x * aside


def curve(first: Point, second: Point, lane: float, points: int = 24) -> Vectors:
    """Return points along the edge from `first` to `second`, without the ends themselves."""
    along = np.linspace(0.0, 1.0, points + 2)[1:-1, None]
    ends = np.array([first, control_point(first, second, lane), second], dtype=np.float64)
    curved: Vectors = (1 - along) ** 2 * ends[0] + 2 * along * (1 - along) * ends[1] + along**2 * ends[2]
    return curved


def _ends(keys: Sequence[int], links: Sequence[Link]) -> Indices:
    row = {key: index for index, key in enumerate(keys)}
    pairs = [(row[source], row[target]) for source, target, _ in links if source != target]
    return np.array(pairs, dtype=np.intp).reshape(-1, 2)


def _lengths(links: Sequence[Link], ends: Indices) -> Vectors:
    """Return the ideal length of each edge: longer at a busy node, whose neighbours form a wide ring."""
    wanted = np.array(
        [SHORTEST_EDGE + min(words, LONGEST_WORDS) for source, target, words in links if source != target],
        dtype=np.float64,
    )
    busiest = np.bincount(ends.ravel(), minlength=1)[ends].max(axis=1, initial=0)
    pairs = Counter(frozenset(pair) for pair in ends.tolist())
    fans = np.array([pairs[frozenset(pair)] - 1 for pair in ends.tolist()], dtype=np.float64)
    lengths: Vectors = wanted * np.sqrt(np.maximum(1.0, busiest / BUSY)) + FAN_ROOM * np.minimum(fans, WIDEST_FAN)
    return lengths


def _frame(size: Vectors, links: Sequence[Link], aspect: float) -> Vectors:
    """Return width and height of a frame with room for every box and for the words on every edge."""
    room = ROOM * (float(((size + 2 * MARGIN).prod(axis=1)).sum()) + sum(20.0 * words for *_, words in links))
    return np.array([np.sqrt(room * aspect), np.sqrt(room / aspect)])


def _spread(points: Vectors, frame: Vectors) -> Vectors:
    """Scale the layout to the frame, centred at the origin, moving half-way to equal distances between neighbours."""
    extent = np.maximum(np.ptp(points, axis=0), 1e-6)
    linear = (points - points.min(axis=0)) / extent
    even = points.argsort(axis=0, kind="stable").argsort(axis=0) / max(len(points) - 1, 1)
    scaled: Vectors = ((1 - EVENNESS) * linear + EVENNESS * even - 0.5) * frame
    return scaled


class _Near(t.NamedTuple):
    """Which boxes can overlap, and which can overlap lines, until a box is far from its position here.

    Here and below, all x come before all y: numpy is much slower if the last axis has length two, and
    `take` is much faster than indexing.
    """

    centres: Vectors
    one: Indices
    other: Indices
    room: Vectors
    """The distances at which both boxes are adjacent."""
    box: Indices
    line: Indices
    ends: Indices
    """The ends of the line."""
    half: Vectors
    """Half the size of the box that can overlap it."""

    @classmethod
    def of(
        cls,
        centres: Vectors,
        half: Vectors,
        ends: Indices,
        boxes: tuple[Indices, Indices],
        lines: tuple[Indices, Indices],
    ) -> "_Near":
        """Return the data about the boxes, and the boxes and lines, that are near each other."""
        (one, other), (box, line) = boxes, lines
        return cls(centres, one, other, half[:, one] + half[:, other], box, line, ends[:, line], half[:, box])


def _relax(centres: Vectors, half: Vectors, ends: Indices, lengths: Vectors, frame: Vectors) -> Vectors:
    count = centres.shape[1]
    # nodes at the same position would never separate: nudge each by its own fraction of a pixel
    centres = centres + np.arange(count) * np.array([[1e-3], [7e-4]])
    aspect = float(frame[0] / frame[1])
    wall = np.maximum(frame[:, None] / 2 - half, 0.0)
    busy = np.maximum(np.bincount(ends.ravel(), minlength=count), 1) ** 0.5
    near = _near(centres, half, ends)
    for step in range(STEPS):
        heat = 1.0 - step / STEPS
        centres = centres + heat * _pull(centres, ends, lengths, busy)
        near = _as_near(near, centres, half, ends)
        centres = centres + EDGE_PUSH * heat * _push_off_edges(centres, near, (count, ends.shape[1]))
        near = _as_near(near, centres, half, ends)
        centres = centres + 0.5 * _push_apart(centres, near, aspect)
        centres = np.clip(centres, -wall, wall)
    for _ in range(SETTLING_STEPS):
        near = _as_near(near, centres, half, ends)
        push = _push_apart(centres, near, aspect)
        if not push.any():
            break
        centres = centres + 0.5 * push
    return centres


def _as_near(near: _Near, centres: Vectors, half: Vectors, ends: Indices) -> _Near:
    """Return the neighbours; most steps move no box so far that they must be updated."""
    moved = np.abs(centres - near.centres).max()
    return near if moved < SLACK / 2 else _near(centres, half, ends)


def _near(centres: Vectors, half: Vectors, ends: Indices) -> _Near:
    """Return the neighbours: everything that can touch before a box has moved by half the slack, and more."""
    return _Near.of(centres, half, ends, _near_boxes(centres, half), _near_lines(centres, half, ends))


def _near_boxes(centres: Vectors, half: Vectors) -> tuple[Indices, Indices]:
    near_x, near_y = (
        np.abs(middle[:, None] - middle) < size[:, None] + size + SLACK
        for middle, size in zip(centres, half, strict=True)
    )
    near = near_x & near_y
    np.fill_diagonal(near, val=False)
    one, other = np.nonzero(near)
    return one, other


def _near_lines(centres: Vectors, half: Vectors, ends: Indices) -> tuple[Indices, Indices]:
    # if a box overlaps a line, its middle is within this distance on both axes, whatever the slope of the line
    reach = (half + np.sqrt((half**2).sum(axis=0))) / 2 + SLACK
    near_x, near_y = (
        _reached(middle[:, None], middle[ends], far[:, None]) for middle, far in zip(centres, reach, strict=True)
    )
    near = near_x & near_y
    near[ends, np.arange(ends.shape[1])] = False
    box, line = np.nonzero(near)
    return box, line


def _reached(middle: Vectors, ends: Vectors, reach: Vectors) -> npt.NDArray[np.bool_]:
    """Return on one axis which middles are between the ends of which lines, or within their reach."""
    low, high = ends.min(axis=0), ends.max(axis=0)
    reached: npt.NDArray[np.bool_] = (low - reach < middle) & (middle < high + reach)
    return reached


def _pull(centres: Vectors, ends: Indices, lengths: Vectors, busy: Vectors) -> Vectors:
    """Pull the ends of each edge to the distance that its words need; each edge moves busy nodes less."""
    across = centres.take(ends[1], 1) - centres.take(ends[0], 1)
    distance = np.maximum(np.sqrt((across**2).sum(axis=0)), 1.0)
    pull = PULL * ((distance - lengths) / distance) * across
    moved: Vectors = _gathered(np.concatenate([pull, -pull], axis=1), ends.ravel(), centres.shape[1]) / busy
    return moved


def _push_apart(centres: Vectors, near: _Near, aspect: float) -> Vectors:
    """Move overlapping boxes apart, along the axis on which they overlap less in a frame of this aspect."""
    off = centres.take(near.one, 1) - centres.take(near.other, 1)
    over = near.room - np.abs(off)
    touching = np.flatnonzero((over[0] > 0) & (over[1] > 0))  # only a few of the pairs
    one, off, over = near.one[touching], off.take(touching, 1), over.take(touching, 1)
    sideways = over[0] < over[1] * aspect * WIDER_THAN_HIGH
    pushes = np.where([sideways, ~sideways], np.where(off >= 0, over, -over), 0.0)
    count = centres.shape[1]
    moved: Vectors = _gathered(pushes, one, count) / np.maximum(np.bincount(one, minlength=count), 1)
    return moved


def _gathered(moves: Vectors, at: Indices, count: int) -> Vectors:
    """Return the sum of the moves of each of these boxes."""
    return np.array([np.bincount(at, move, count) for move in moves])


def _push_off_edges(centres: Vectors, near: _Near, shape: tuple[int, int]) -> Vectors:
    """Move boxes off the straight lines of other edges; `shape` is the number of boxes and lines."""
    first, last = centres.take(near.ends[0], 1), centres.take(near.ends[1], 1)
    along, off = last - first, centres.take(near.box, 1) - first
    share = (off[0] * along[0] + off[1] * along[1]) / np.maximum(along[0] ** 2 + along[1] ** 2, 1.0)
    off = off - share * along
    distance = np.maximum(np.sqrt(off[0] ** 2 + off[1] ** 2), 1e-3)
    lacking = (np.abs(off[0]) * near.half[0] + np.abs(off[1]) * near.half[1]) / distance - distance
    pushed = np.flatnonzero((share > 0) & (share < 1) & (lacking > 0))
    pushes = (lacking[pushed] / distance[pushed]) * off.take(pushed, 1)
    return _sums(pushes, (near.box[pushed], near.line[pushed]), shape)


def _sums(pushes: Vectors, at: tuple[Indices, Indices], shape: tuple[int, int]) -> Vectors:
    """Return the row sums of a sparse table of pushes; numpy rounds long rows in its own way."""
    box, line = at
    begins = np.concatenate([[True], box[1:] != box[:-1]])[: len(box)]  # the pushes of a box are adjacent
    row = np.cumsum(begins) - 1
    total = np.zeros((2, shape[0]))
    for axis in (0, 1):
        table = np.zeros((np.count_nonzero(begins), shape[1]))
        table[row, line] = pushes[axis]
        total[axis, box[begins]] = table.sum(axis=1)
    return total
