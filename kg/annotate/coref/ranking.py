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
from thinc.api import NumpyOps

from kg.annotate.coref.columns import COLUMNS
from kg.annotate.coref.mentions import Ints
from kg.annotate.coref.pairs import FEATURES, Pairs

OPS: t.Final = NumpyOps()
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
        projected = _product(embedded, self.projection)
        hidden = _product(hot, self.pair)
        hidden += _product(projected[i] * projected[j], self.product)
        hidden += (_product(embedded, self.anaphor) + self.bias)[i]
        hidden += _product(embedded, self.antecedent)[j]
        np.maximum(hidden, 0.0, out=hidden)
        anaphoric, referent = (_product(embedded, row[:, None])[:, 0] for row in (self.anaphoric, self.referent))
        return t.cast(
            "Floats", _product(hidden, self.output[:, None])[:, 0] + anaphoric[i] + referent[j] + self.constant
        )


def _product(left: Floats, right: Floats) -> Floats:
    """Return the product of two matrices on one thread; numpy's would wake all cores for each of these small ones."""
    return t.cast("Floats", OPS.gemm(np.ascontiguousarray(left), np.ascontiguousarray(right)))


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
