"""The network that is trained with torch, and the conversion of its weights for the model without torch."""

import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from kg.reference.coref.columns import COLUMNS, KIND, NAMES
from kg.reference.coref.pairs import FEATURES
from kg.reference.coref.ranking import MENTION_OFFSETS, PAIR_OFFSETS, PAIR_WIDTH
from training.coref.examples import Example

Weights: t.TypeAlias = "Mapping[str, np.ndarray[t.Any, np.dtype[np.float16]]]"
EMBEDDING: t.Final = 48
PRODUCT: t.Final = 16
HIDDEN: t.Final = 64
DROPOUT: t.Final = 0.5
EPOCHS: t.Final = 40
RATE: t.Final = 2e-3
DECAY: t.Final = 1e-2
PRONOUN_WEIGHT: t.Final = 2.0
"""The weight of a pronoun in the loss, relative to a noun; nouns are more frequent."""
MAX_SCORE: t.Final = 30.0
SCALE: t.Final = 100.0
"""The divisor of losses, which brings gradients into the range of their bound."""


@dataclass(frozen=True, eq=False)
class Batch:
    """One document as tensors; `weights` are those of the mentions in the loss."""

    mentions: Tensor
    weights: Tensor
    anaphor: Tensor
    antecedent: Tensor
    features: Tensor
    labels: Tensor

    @classmethod
    def of(cls, example: Example) -> "Batch":
        """Return the tensors of an example."""
        pairs, values = example.pairs, torch.from_numpy(example.mentions.values)
        hot = torch.zeros(len(pairs.anaphor), PAIR_WIDTH)
        hot.scatter_(1, torch.from_numpy(pairs.features + PAIR_OFFSETS), 1.0)
        return cls(
            values + torch.from_numpy(MENTION_OFFSETS),
            1.0 + (PRONOUN_WEIGHT - 1.0) * (values[:, NAMES.index("kind")] == KIND["pronoun"]),
            torch.from_numpy(pairs.anaphor),
            torch.from_numpy(pairs.antecedent),
            hot,
            torch.from_numpy(example.labels),
        )


class Network(nn.Module):
    """The network of `kg.reference.coref.ranking`, with dropout."""

    def __init__(self) -> None:
        super().__init__()
        self.embedding = nn.EmbeddingBag(sum(COLUMNS.values()), EMBEDDING, mode="sum")
        nn.init.normal_(self.embedding.weight, std=0.1)
        self.anaphor = nn.Linear(EMBEDDING, HIDDEN)
        self.antecedent = nn.Linear(EMBEDDING, HIDDEN, bias=False)
        self.projection = nn.Linear(EMBEDDING, PRODUCT, bias=False)
        self.product = nn.Linear(PRODUCT, HIDDEN, bias=False)
        self.pair = nn.Linear(sum(FEATURES.values()), HIDDEN, bias=False)
        self.output = nn.Linear(HIDDEN, 1)
        self.anaphoric = nn.Linear(EMBEDDING, 1, bias=False)
        self.referent = nn.Linear(EMBEDDING, 1, bias=False)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, batch: Batch) -> Tensor:
        """Return the score of each pair."""
        i, j = batch.anaphor, batch.antecedent
        embedded = self.dropout(torch.relu(self.embedding(batch.mentions)))
        projected = self.projection(embedded)
        hidden = self.anaphor(embedded)[i] + self.antecedent(embedded)[j] + self.pair(batch.features)
        hidden = self.dropout(torch.relu(hidden + self.product(projected[i] * projected[j])))
        single = self.anaphoric(embedded)[i] + self.referent(embedded)[j]
        return t.cast("Tensor", (self.output(hidden) + single).squeeze(1))


def loss(scores: Tensor, batch: Batch) -> Tensor:
    """Return the weighted negative marginal log-likelihood of the right antecedents, or of no antecedent."""
    odds = torch.exp(scores.clamp(-MAX_SCORE, MAX_SCORE))
    nothing = torch.zeros(len(batch.mentions))
    right = nothing.index_add(0, batch.anaphor, odds * batch.labels)
    anaphoric = nothing.index_add(0, batch.anaphor, batch.labels.float()) > 0
    right = torch.where(anaphoric, right, torch.ones_like(right))
    every = 1.0 + nothing.index_add(0, batch.anaphor, odds)
    return ((torch.log(every) - torch.log(right)) * batch.weights).sum()


def train(batches: Sequence[Batch], seeds: Iterable[int]) -> list[Network]:
    """Return a network for each seed, trained on documents; the seed sets the initial weights."""
    return [_trained(batches, seed) for seed in seeds]


def _trained(batches: Sequence[Batch], seed: int) -> Network:
    torch.manual_seed(seed)
    torch.use_deterministic_algorithms(True)
    network, order = Network(), np.random.default_rng(seed)
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS * len(batches), pct_start=0.1)
    network.train()
    for _ in range(EPOCHS):
        for number in order.permutation(len(batches)):
            optimizer.zero_grad()
            (loss(network(batches[number]), batches[number]) / SCALE).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            schedule.step()
    return network.eval()


def weights(networks: Iterable[Network]) -> Weights:
    """Return the weights by the fields of `RankingNetwork`, in half precision; the first axis is the network."""
    single = [_weights(network) for network in networks]
    return {name: np.stack([each[name] for each in single]).astype(np.float16) for name in single[0]}


def _weights(network: Network) -> Mapping[str, np.ndarray[t.Any, t.Any]]:
    matrices = {
        "embedding": network.embedding.weight,
        "anaphor": network.anaphor.weight.T,
        "bias": network.anaphor.bias,
        "antecedent": network.antecedent.weight.T,
        "projection": network.projection.weight.T,
        "product": network.product.weight.T,
        "pair": network.pair.weight.T,
        "output": network.output.weight[0],
        "anaphoric": network.anaphoric.weight[0],
        "referent": network.referent.weight[0],
        "constant": network.output.bias,
    }
    return {name: matrix.detach().numpy() for name, matrix in matrices.items()}
