"""Learned weights of named features in `kg/data`, and the probabilities computed from them."""

import functools
import math
import typing as t
from collections.abc import Iterable, Mapping

from kg.lexicon.tables import data_json

Weights: t.TypeAlias = Mapping[str, float]
"""The weight of each feature; a feature without one has no effect."""
MOST: t.Final = 30.0
"""Log-odds beyond this bound are treated as certain; far beyond it the probability cannot be computed."""


data: t.Final = functools.cache(data_json)
"""Returns the content of a JSON file in `kg/data`, which is read once."""


def learned(name: str) -> Mapping[str, t.Any]:
    """Return the learned content of a file in `kg/data`: weights by feature, or by what they predict."""
    weights: Mapping[str, t.Any] = data(name)["weights"]
    return weights


def total(features: Iterable[str], weights: Weights) -> float:
    """Return the sum of the weights of features."""
    return sum([weights[name] for name in features if name in weights])


def logistic(odds: float) -> float:
    """Return the probability in [0, 1] for some log-odds."""
    return 1.0 / (1.0 + math.exp(-min(max(odds, -MOST), MOST)))


def probability(features: Iterable[str], weights: Weights) -> float:
    """Return the probability in [0, 1] that a logistic model assigns to these features."""
    return logistic(total(features, weights))
