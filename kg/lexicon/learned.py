"""Learned weights of named features, as `kg/data` has them, and the probability that they give."""

import functools
import json
import math
import typing as t
from collections.abc import Iterable, Mapping

from kg.lexicon.tables import data_text

Weights: t.TypeAlias = Mapping[str, float]
"""The weight of each feature; a feature without one counts nothing."""
MOST: t.Final = 30.0
"""From where on odds are as good as certain; far beyond their probability cannot be computed."""


@functools.cache
def data(name: str) -> Mapping[str, t.Any]:
    """Return what stands in a JSON file of `kg/data`, given its name without its ending."""
    found: Mapping[str, t.Any] = json.loads(data_text(f"{name}.json"))
    return found


def learned(name: str) -> Mapping[str, t.Any]:
    """Return what was learned and stands in a file of `kg/data`: weights by feature, or by what they are for.

    Args:
        name: that of the file, without its ending.

    Raises:
        FileNotFoundError: there is no such file.
    """
    weights: Mapping[str, t.Any] = data(name)["weights"]
    return weights


def total(features: Iterable[str], weights: Weights) -> float:
    """Return the sum of the weights of features."""
    return sum([weights.get(name, 0.0) for name in features])


def logistic(odds: float) -> float:
    """Return the probability in [0, 1] that the logarithm of some odds means."""
    return 1.0 / (1.0 + math.exp(-min(max(odds, -MOST), MOST)))


def probability(features: Iterable[str], weights: Weights) -> float:
    """Return the probability in [0, 1] that a logistic model gives to what has these features."""
    return logistic(total(features, weights))
