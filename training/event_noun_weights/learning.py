"""Functions of both models: folds by sentence, figures, and the format of the weights."""

import random
import typing as t
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from training.event_noun_weights.sparse import Vector, fit, logistic, numbered, vocabulary

FOLDS: t.Final = 5


def folds(sentences: Sequence[int], *, seed: int = 0) -> npt.NDArray[np.int64]:
    """Return the fold of each row, given the number of its sentence; a sentence is in one fold."""
    order = sorted(set(sentences))
    random.Random(seed).shuffle(order)  # noqa: S311 - folds, not secrets
    fold = {sentence: i % FOLDS for i, sentence in enumerate(order)}
    return np.array([fold[sentence] for sentence in sentences])


def learned(rows: Sequence[Sequence[str]], labels: Vector, *, least: int, ridge: float) -> dict[str, float]:
    """Return the weight of each feature that occurs in at least `least` rows."""
    columns = vocabulary(rows, least=least)
    weights = fit(numbered(rows, columns), labels, ridge=ridge)
    return {name: float(weights[i]) for name, i in columns.items()}


def predicted(rows: Sequence[Sequence[str]], weights: Mapping[str, float]) -> Vector:
    """Return the probability of each row."""
    columns = {name: i for i, name in enumerate(weights)}
    return logistic(numbered(rows, columns).times(np.array([*weights.values()])))


def cross_validated(
    rows: Sequence[Sequence[str]], labels: Vector, sentences: Sequence[int], *, least: int, ridge: float
) -> Vector:
    """Return the probability of each row by a model that was trained without its sentence."""
    where, result = folds(sentences), np.zeros(len(rows))
    for fold in range(FOLDS):
        learn, held = np.flatnonzero(where != fold).tolist(), np.flatnonzero(where == fold).tolist()
        weights = learned([rows[i] for i in learn], labels[learn], least=least, ridge=ridge)
        result[held] = predicted([rows[i] for i in held], weights)
    return result


def loss(labels: Vector, probabilities: Vector) -> float:
    """Return the mean cross-entropy."""
    return float(-np.mean(np.log(np.where(labels > 0, probabilities, 1 - probabilities))))


def kept(weights: Mapping[str, float], *, least: float) -> dict[str, float]:
    """Return the weights that are large enough to keep, rounded."""
    return {name: round(value, 2) for name, value in sorted(weights.items()) if abs(value) >= least}


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / max(precision + recall, 1e-9)


def thresholds(start: float, end: float, step: float = 0.05) -> Iterable[float]:
    """Return thresholds from start to end, both included."""
    return [round(start + i * step, 3) for i in range(round((end - start) / step) + 1)]
