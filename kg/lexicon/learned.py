"""Learned weights of named features, as `kg/data` has them, and the probability that they give."""

import functools
import math
import typing as t
from collections.abc import Iterable, Mapping

from kg.lexicon.tables import data_json

Weights: t.TypeAlias = Mapping[str, float]
"""The weight of each feature; a feature without one counts nothing."""
MOST: t.Final = 30.0
"""From where on odds are as good as certain; far beyond their probability cannot be computed."""


data: t.Final = functools.cache(data_json)
"""What stands in a JSON file of `kg/data`, which is read once."""


def learned(name: str) -> Mapping[str, t.Any]:
    """Return what was learned and stands in a file of `kg/data`: weights by feature, or by what they are for."""
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
