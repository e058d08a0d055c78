"""The mention-ranking model: how well each earlier candidate fits as the antecedent of each candidate.

A small feed-forward network over the columns of `mentions` and `pairs`, after Lee et al. 2017, "End-to-end Neural
Coreference Resolution" (mention scores, pair scores, and no antecedent at all as an option of score 0). Several
networks vote, because one that is trained on few documents depends much on its beginning.
"""

import functools
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib import resources

import numpy as np

from kg.annotate.coref.columns import COLUMNS
from kg.annotate.coref.mentions import Ints
from kg.annotate.coref.pairs import FEATURES, Pairs

Floats: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.float32]]
DECIMALS: t.Final = 3
"""Scores are rounded, so that machines that add in another order decide alike."""
MENTION_OFFSETS: t.Final = np.cumsum([0, *COLUMNS.values()])[:-1]
PAIR_OFFSETS: t.Final = np.cumsum([0, *FEATURES.values()])[:-1]
PAIR_WIDTH: t.Final = sum(FEATURES.values())


@dataclass(frozen=True, eq=False, slots=True)
class RankingNetwork:
    """The weights of one network; all matrices take rows.

    `embedding` has a row for each value of each mention column; the layers `anaphor`, `antecedent`, `projected`,
    `product` and `pair` lead to the hidden units, `output` from them to the score of a pair; `anaphoric` and `referent`
    score single mentions.
    """

    embedding: Floats
    anaphor: Floats
    bias: Floats
    antecedent: Floats
    projection: Floats
    product: Floats
    pair: Floats
    output: Floats
    anaphoric: Floats
    referent: Floats
    constant: Floats

    def scores(self, values: Ints, hot: Floats, pairs: Pairs) -> Floats:
        """Return the score of each pair; that of no antecedent is 0.

        Args:
            values: the columns of the mentions.
            hot: the features of the pairs, one column for each value of each feature.
            pairs: rows of mentions.
        """
        i, j = pairs.anaphor, pairs.antecedent
        embedded = np.maximum(self.embedding[values + MENTION_OFFSETS].sum(axis=1), 0.0)
        projected = embedded @ self.projection
        hidden = hot @ self.pair
        hidden += (projected[i] * projected[j]) @ self.product
        hidden += (embedded @ self.anaphor + self.bias)[i]
        hidden += (embedded @ self.antecedent)[j]
        np.maximum(hidden, 0.0, out=hidden)
        single = (embedded @ self.anaphoric)[i] + (embedded @ self.referent)[j]
        return t.cast("Floats", hidden @ self.output + single + self.constant)


@dataclass(frozen=True, eq=False, slots=True)
class RankingModel:
    """Networks that were trained from different beginnings; the score of a pair is the mean of theirs."""

    networks: tuple[RankingNetwork, ...]

    def scores(self, values: Ints, pairs: Pairs) -> Floats:
        """Return the score of each pair; that of no antecedent is 0.

        Args:
            values: the columns of the mentions.
            pairs: rows of mentions, and their features.
        """
        hot = _one_hot(pairs.features)
        scores = sum((network.scores(values, hot, pairs) for network in self.networks), np.zeros(len(hot), np.float32))
        return t.cast("Floats", np.round(scores / len(self.networks), DECIMALS))


def _one_hot(features: Ints) -> Floats:
    rows = np.zeros((len(features), PAIR_WIDTH), dtype=np.float32)
    rows.reshape(-1)[(features + (np.arange(len(features)) * PAIR_WIDTH)[:, None] + PAIR_OFFSETS)] = 1.0
    return rows


def ranking_model(weights: Mapping[str, np.ndarray[t.Any, t.Any]]) -> RankingModel:
    """Return the model with these weights, by the names of its fields; the first axis numbers the networks."""
    names = [field.name for field in fields(RankingNetwork)]
    stacks = zip(*(weights[name].astype(np.float32) for name in names), strict=True)
    return RankingModel(tuple(RankingNetwork(*stack) for stack in stacks))


@functools.cache
def default_model() -> RankingModel:
    """Return the model that comes with the package (`kg/data/coref.npz`)."""
    with resources.files("kg").joinpath("data/coref.npz").open("rb") as stream, np.load(stream) as weights:
        return ranking_model(weights)
