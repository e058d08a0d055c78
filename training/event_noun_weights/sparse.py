"""Sparse logistic regression over many named features, with soft labels, by Newton's method."""

import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Vector: t.TypeAlias = npt.NDArray[np.float64]
Numbers: t.TypeAlias = npt.NDArray[np.int64]
STEPS: t.Final = 8
INNER_STEPS: t.Final = 20
CLOSE: t.Final = 0.1


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of features: the columns of all rows, concatenated, and the row of each."""

    columns: Numbers
    row: Numbers
    height: int
    width: int

    def times(self, weights: Vector) -> Vector:
        """Return the sum of the weights of each row."""
        return np.bincount(self.row, weights[self.columns], minlength=self.height).astype(np.float64)

    def gathered(self, values: Vector) -> Vector:
        """Return for each column the sum of the values of its rows."""
        return np.bincount(self.columns, values[self.row], minlength=self.width).astype(np.float64)


def vocabulary(rows: Iterable[Sequence[str]], *, least: int) -> dict[str, int]:
    """Return a column for each feature that occurs in at least `least` rows."""
    counts = Counter(name for row in rows for name in row)
    return {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= least))}


def numbered(rows: Sequence[Sequence[str]], columns: Mapping[str, int]) -> Rows:
    """Return rows of names as rows of columns; names without a column are left out."""
    found = [[columns[name] for name in dict.fromkeys(row) if name in columns] for row in rows]
    lengths = [len(row) for row in found]
    flat = np.fromiter((i for row in found for i in row), dtype=np.int64, count=sum(lengths))
    return Rows(flat, np.repeat(np.arange(len(rows)), lengths), len(rows), len(columns))


def fit(rows: Rows, labels: Vector, *, ridge: float) -> Vector:
    """Return the weights that minimise cross-entropy to labels in [0, 1] plus `ridge`/2 times their squares."""
    weights = np.zeros(rows.width)
    for _ in range(STEPS):
        predicted = logistic(rows.times(weights))
        slope = rows.gathered(predicted - labels) + ridge * weights
        weights -= _step(rows, predicted * (1 - predicted), slope, ridge)
    return weights


def _step(rows: Rows, curvature: Vector, slope: Vector, ridge: float) -> Vector:
    """Return the approximate Newton step, by conjugate gradients with a diagonal preconditioner."""
    scale = 1.0 / (rows.gathered(curvature) + ridge)
    step = np.zeros_like(slope)
    rest = slope.copy()
    scaled = scale * rest
    direction = scaled.copy()
    now = start = float(rest @ scaled)
    for _ in range(INNER_STEPS):
        if now <= CLOSE**2 * start or now == 0.0:
            break
        bent = rows.gathered(curvature * rows.times(direction)) + ridge * direction
        length = now / float(direction @ bent)
        step += length * direction
        rest -= length * bent
        scaled = scale * rest
        now, before = float(rest @ scaled), now
        direction = scaled + (now / before) * direction
    return step


def logistic(values: Vector) -> Vector:
    """Return the probability for each sum of weights."""
    result: Vector = 1.0 / (1.0 + np.exp(-np.clip(values, -30, 30)))
    return result
