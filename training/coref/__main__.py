"""Train the coreference model on OntoGUM's development documents and our own articles, and evaluate it.

usage: python -m training.coref [--shared DIR] [--write]

Documents are split into five folds; each is scored by networks that were trained on the other four, with the exact
spans of `benchmarks.coref`, at the balanced and at the precise thresholds: OntoGUM's by the annotation scheme of
OntoGUM, our articles (`training/articles`) by that of their writers, which the graph follows. With --write the weights
over all documents go to kg/data/coref.npz, and those of the folds to benchmarks/coref_folds.npz, which the gate uses
to measure.
The same documents, spaCy model and version of torch give the same weights.
"""

import argparse
import importlib.util
import sys
import typing as t
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import numpy as np
import torch

from benchmarks.coref import FOLD_WEIGHTS, record
from benchmarks.coref_mentions import BALANCED_THRESHOLDS, RULES
from kg.grammar.parse import parse_of
from kg.reference.coref.linking import PRECISE_THRESHOLDS, Thresholds
from kg.reference.coref.ranking import RankingModel, ranking_model
from kg.reference.coref.rules import CERTAIN, Rule, resolved
from training.coref.examples import ARTICLE, Example, examples
from training.coref.network import Batch, Weights, train, weights
from training.coref.third_person import third_person

REPOSITORY: t.Final = Path(__file__).resolve().parent.parent.parent
WEIGHTS: t.Final = REPOSITORY / "kg" / "data" / "coref.npz"
FOLDS: t.Final = 5
Folds: t.TypeAlias = "np.ndarray[t.Any, np.dtype[np.int64]]"
DEAL: t.Final = 1
"""The seed for splitting the documents into folds."""
SEEDS: t.Final = (1, 2, 3)
"""The seeds of the networks."""
METRICS: t.Final = ("MUC", "B3", "CEAFe")
SETTINGS: t.Final[t.Mapping[str, tuple[Thresholds, tuple[Rule, ...]]]] = {
    "balanced": (BALANCED_THRESHOLDS, RULES),
    "precise": (PRECISE_THRESHOLDS, CERTAIN),
}
GENRES: t.Final[Mapping[str, Callable[[str], bool]]] = {
    "OntoGUM": lambda genre: genre != ARTICLE,
    "its news": lambda genre: genre == "news",
    "articles": lambda genre: genre == ARTICLE,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Cross-validate, print, and write the weights with --write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)  # a fixed order of summation
    found = examples(options.shared)
    batches = [Batch.of(example) for example in found]
    fold_of, folds = cross_validated(batches)
    models = [ranking_model(fold) for fold in folds]
    validate(options.shared / "bench" / "coref.py", found, [models[fold] for fold in fold_of])
    if options.write:
        stacked = {name: np.stack([fold[name] for fold in folds]) for name in folds[0]}
        documents = np.array([example.id for example in found])
        np.savez_compressed(FOLD_WEIGHTS, documents=documents, fold=fold_of, **stacked)  # type: ignore[arg-type]  # as below
        np.savez_compressed(WEIGHTS, **weights(train(batches, SEEDS)))  # type: ignore[arg-type]  # numpy types its flag only
        print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes")
    return 0


def validate(scorer_path: Path, found: Sequence[Example], models: Sequence[RankingModel]) -> None:
    """Print the scores of models, each on the documents that it was not trained on."""
    scorer = _module(scorer_path)
    for name, (thresholds, rules) in SETTINGS.items():
        predictions = [
            record(e.doc, resolved(parse_of(e.doc), replace(thresholds, scheme=e.scheme), rules=rules, model=m))
            for e, m in zip(found, models, strict=True)
        ]
        for told, genres in GENRES.items():
            chosen = [(e, p) for e, p in zip(found, predictions, strict=True) if genres(e.genre)]
            print(f"{name:8} {told:8} {report(scorer, chosen)}")


def cross_validated(batches: Sequence[Batch]) -> tuple[Folds, list[Weights]]:
    """Return the fold of each document, and for each fold the weights that were trained without it."""
    fold_of = np.empty(len(batches), dtype=int)
    fold_of[np.random.default_rng(DEAL).permutation(len(batches))] = np.arange(len(batches)) % FOLDS
    return fold_of, [
        weights(train([b for b, fold in zip(batches, fold_of, strict=True) if fold != left_out], SEEDS))
        for left_out in range(FOLDS)
    ]


def report(scorer: ModuleType, chosen: Sequence[tuple[Example, Mapping[str, t.Any]]]) -> str:
    """Return one line of figures for documents with their predictions."""
    gold = {e.id: {"genre": e.genre, "clusters": e.clusters} for e, _ in chosen}
    texts = {e.id: {"text": e.text} for e, _ in chosen}
    scores: Mapping[str, tuple[float, float, float]] = scorer.evaluate(gold, texts, {e.id: row for e, row in chosen})
    conll = sum(scores[metric][2] for metric in METRICS) / len(METRICS)
    third = third_person(scorer, [(e, row["entities"]) for e, row in chosen])
    rows = {"pronoun": scores["pronoun"], "nominal": scores["nominal"], "third person": third}
    rows |= {name: scores[name] for name in scorer.THIRD_PERSON}
    figures = (f"{name} P {p:.3f} R {r:.3f} F {f:.3f}" for name, (p, r, f) in rows.items())
    return "; ".join([f"CoNLL {conll:.3f}", *figures])


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("ontogum_scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not found; the scorers stand in ../shared beside the repository")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
