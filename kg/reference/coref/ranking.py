"""The mention-ranking model: scores each earlier candidate as the antecedent of each candidate.

Small feed-forward networks over the columns of `mentions` and `pairs`, after Lee et al. 2017, "End-to-end Neural
Coreference Resolution" (mention scores, pair scores, and no antecedent at all as an option of score 0).
"""

import functools
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass, fields
from importlib import resources

import numpy as np
from thinc.api import NumpyOps

from kg.reference.coref.columns import COLUMNS
from kg.reference.coref.mentions import Ints
from kg.reference.coref.pairs import FEATURES, Pairs

OPS: t.Final = NumpyOps()
Floats: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.float32]]
DECIMALS: t.Final = 3
"""Scores are rounded, so that machines that add in another order make the same decisions."""
MENTION_OFFSETS: t.Final = np.cumsum([0, *COLUMNS.values()])[:-1]
PAIR_OFFSETS: t.Final = np.cumsum([0, *FEATURES.values()])[:-1]
PAIR_WIDTH: t.Final = sum(FEATURES.values())


@dataclass(frozen=True, eq=False, slots=True)
class RankingNetwork:
    """The weights of one network; all matrices take rows.

    `embedding` has a row for each value of each mention column. `anaphor`, `antecedent` and `projection` read embedded
    mentions, `pair` the features of a pair, `product` the product of two projections: all but `projection` lead to the
    hidden units, and `output` from them to the score of a pair. `anaphoric` and `referent` score single mentions.
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

    def scores(self, values: Ints, pairs: Pairs, features: Floats) -> Floats:
        """Return the score of each pair.

        `values` are the rows of `embedding` for the columns of the mentions, `features` has a column for each value of
        each feature of a pair.
        """
        i, j = pairs.anaphor, pairs.antecedent
        embedded = np.maximum(self.embedding[values].sum(axis=1), 0.0)
        projected = _product(embedded, self.projection)
        hidden = _product(features, self.pair)
        hidden += _product(projected[i] * projected[j], self.product)
        hidden += (_product(embedded, self.anaphor) + self.bias)[i]
        hidden += _product(embedded, self.antecedent)[j]
        np.maximum(hidden, 0.0, out=hidden)
        single = _product(embedded, np.stack([self.anaphoric, self.referent], axis=1))
        scores = _product(hidden, self.output[:, None])[:, 0] + single[i, 0] + single[j, 1] + self.constant
        return t.cast("Floats", scores)


@dataclass(frozen=True, eq=False, slots=True)
class RankingModel:
    """An ensemble of networks that differ only in their initial weights; each alone makes errors of its own."""

    networks: tuple[RankingNetwork, ...]

    def scores(self, values: Ints, pairs: Pairs) -> Floats:
        """Return the score of each pair, the mean over all networks; that of no antecedent is 0."""
        rows, features = values + MENTION_OFFSETS, _one_hot(pairs.features)
        total = sum(network.scores(rows, pairs, features) for network in self.networks)
        return t.cast("Floats", np.round(total / len(self.networks), DECIMALS))


def _product(left: Floats, right: Floats) -> Floats:
    """Return the product of two matrices on one thread; numpy would wake all cores for each of these small ones."""
    return t.cast("Floats", OPS.gemm(np.ascontiguousarray(left), np.ascontiguousarray(right)))


def _one_hot(features: Ints) -> Floats:
    """Return a column for each value of each feature, 1 where it has that value."""
    rows = np.zeros((len(features), PAIR_WIDTH), dtype=np.float32)
    places = features + PAIR_OFFSETS
    places += (np.arange(len(features)) * PAIR_WIDTH)[:, None]
    rows.reshape(-1)[places.reshape(-1)] = 1.0
    return rows


def ranking_model(weights: Mapping[str, np.ndarray[t.Any, t.Any]]) -> RankingModel:
    """Return the model with these weights, by the field names of a network; the first axis is the network."""
    stacks = (weights[field.name].astype(np.float32) for field in fields(RankingNetwork))
    return RankingModel(tuple(RankingNetwork(*single) for single in zip(*stacks, strict=True)))


@functools.cache
def default_model() -> RankingModel:
    """Return the model that is part of the package (`kg/data/coref.npz`)."""
    with resources.files("kg").joinpath("data/coref.npz").open("rb") as stream, np.load(stream) as weights:
        return ranking_model(weights)
