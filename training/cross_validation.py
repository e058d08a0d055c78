"""Evaluation of claims whose confidence was learned from other sentences."""

import random
import typing as t
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.facts import fact_rows
from benchmarks.nary import nary_rows
from benchmarks.openie import line
from training.examples import (
    Example,
    Gold,
    Reader,
    benchmark_examples,
    catalogue_examples,
    document_examples,
    read_gold,
)
from training.judged import verdicts
from training.logistic import Vector, fit, matrix, probabilities, vocabulary

FOLDS: t.Final = 5
RIDGE: t.Final = 8.0
LEAST_ROWS: t.Final = 6


class CrossValidation(t.NamedTuple):
    """The training data, the confidences of the sentences' candidates, and the resulting figures.

    `beside` are the texts for which no benchmark has tuples; every model learns from them.
    """

    examples: list[Example]
    beside: list[Example]
    confidences: list[Vector]
    scores: dict[str, dict[str, float]]


def cross_validation(shared: Path, reader: Reader) -> CrossValidation:
    """Score a reader's claims on the benchmarks' development sentences, with weights learned from other sentences.

    Args:
        shared: the folder with the benchmarks, next to the repository.
        reader: returns the claims of a Doc with their features.
    """
    gold, judged = read_gold(shared), verdicts()
    examples = benchmark_examples(shared, gold, judged, reader)
    beside = [*document_examples(shared, judged, reader), *catalogue_examples(judged, reader)]
    confidences = cross_validated(examples, beside)
    return CrossValidation(examples, beside, confidences, scores(gold, examples, confidences))


def cross_validated(examples: Sequence[Example], beside: Sequence[Example], *, seed: int = 0) -> list[Vector]:
    """Return the confidences of each example by a model that was trained without its sentence.

    Args:
        examples: the examples that are split into folds.
        beside: further examples that every model learns from.
        seed: the seed of the shuffle.
    """
    order = list(range(len(examples)))
    random.Random(seed).shuffle(order)  # noqa: S311 - folds, not secrets
    confidences: dict[int, Vector] = {}
    for fold in range(FOLDS):
        held_out = order[fold::FOLDS]
        columns, weights = train([*(examples[i] for i in order if i not in set(held_out)), *beside])
        for i in held_out:
            confidences[i] = probabilities(matrix([c.features for c in examples[i].candidates], columns), weights)
    return [confidences[i] for i in range(len(examples))]


def train(examples: Sequence[Example]) -> tuple[dict[str, int], Vector]:
    """Return the columns and weights of a model trained on these examples."""
    rows = [
        (candidate.features, label, trust)
        for example in examples
        for candidate, label, trust in zip(example.candidates, example.labels, example.trust, strict=True)
        if trust
    ]
    features, labels, trusts = zip(*rows, strict=True)
    columns = vocabulary(features, least=LEAST_ROWS)
    return columns, fit(matrix(features, columns), np.array(labels), np.array(trusts), ridge=RIDGE)


def scores(gold: Gold, examples: Sequence[Example], confidences: Sequence[Vector]) -> dict[str, dict[str, float]]:
    """Return the figures (P, R, F1) of both benchmarks, by name, for claims with these confidences."""
    rows = defaultdict(list)
    facts: dict[str, list[tuple[str, str, str]]] = {}
    for example, values in zip(examples, confidences, strict=True):
        if example.sentence is None:
            continue
        claims = tuple(example.winners(float(value) for value in values))
        for row in nary_rows(example.doc, claims):
            fields = line(example.sentence, row).split("\t")
            if len(fields) >= 4:
                rows[gold.carb.sentence_key(example.sentence)].append((float(fields[1]), fields[2], fields[3:]))
        sentence_id = gold.ids.get("".join(example.sentence.split()))
        if sentence_id is not None:
            found = [line(example.sentence, row).split("\t") for row in fact_rows(example.doc, claims)]
            facts[sentence_id] = [(f[3], f[2], " ".join(f[4:])) for f in found if len(f) >= 5]
    return {"carb": gold.carb.score(gold.tuples, rows), "benchie": gold.benchie.score(gold.facts, facts)}
