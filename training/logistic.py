"""Logistic regression over named binary features, with soft labels, by Newton's method."""

import typing as t
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

Features: t.TypeAlias = Iterable[str]
Vector: t.TypeAlias = npt.NDArray[np.float64]


def vocabulary(rows: Iterable[Features], *, least: int) -> dict[str, int]:
    """Return a column for each feature that occurs in at least `least` rows."""
    counts = Counter(name for row in rows for name in row)
    return {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= least))}


def matrix(rows: Sequence[Features], columns: dict[str, int]) -> Vector:
    """Return the rows as a matrix of zeros and ones."""
    values = np.zeros((len(rows), len(columns)))
    for i, row in enumerate(rows):
        values[i, [columns[name] for name in row if name in columns]] = 1.0
    return values


def fit(values: Vector, labels: Vector, trust: Vector, *, ridge: float, steps: int = 25) -> Vector:
    """Return the weights that minimise cross-entropy to soft labels in [0, 1] plus `ridge`/2 times their squares.

    Args:
        values: one row per example, one column per feature.
        labels: the target of each row, in [0, 1].
        trust: the number of examples that each row counts for.
        ridge: the strength of the penalty on weights.
        steps: the number of iterations of Newton's method.
    """
    weights = np.zeros(values.shape[1])
    for _ in range(steps):
        predicted = probabilities(values, weights)
        slope = values.T @ (trust * (predicted - labels)) + ridge * weights
        curvature = (values.T * (trust * predicted * (1 - predicted))) @ values + ridge * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, slope)
    return weights


def probabilities(values: Vector, weights: Vector) -> Vector:
    """Return the predicted probability of each row."""
    result: Vector = 1.0 / (1.0 + np.exp(-(values @ weights)))
    return result


def reliability(predicted: Vector, labels: Vector, *, bins: int = 10) -> list[tuple[float, float, int]]:
    """Return, by tenth of confidence, the mean prediction, the mean label and the number of rows."""
    which = np.minimum((predicted * bins).astype(int), bins - 1)
    found = [(predicted[which == b], labels[which == b]) for b in range(bins)]
    return [(float(p.mean()), float(y.mean()), len(p)) for p, y in found if len(p)]
