"""Train the confidence of claims on the development halves of CaRB and BenchIE, and evaluate it.

usage: python -m training.confidence [--shared DIR] [--write]

The label of a claim is in [0, 1]: how well its row matches the best tuple of CaRB (harmonic mean of the row's precision
and recall), and, where BenchIE has the sentence, the mean of that and the share of its minimal facts that BenchIE's
annotators accept. If a person judged the claim (`training/judged.py`), the verdict has a weight of a quarter and the
benchmarks' label the rest; claims of OntoGUM documents and of the catalogue of constructions, which are in no
benchmark, have the verdict alone as their label, and so have those of the blind rounds. Sentences, not claims, are
split into the folds of the cross-validation. With --write the weights over all data go to kg/data/confidence.json.
"""

import argparse
import json
import typing as t
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from benchmarks.scorers import Figures
from kg.extract import doc_candidates
from training.cross_validation import FOLDS, cross_validation, train
from training.examples import REPOSITORY, Example, Readings
from training.judged import verdicts
from training.logistic import Vector, reliability

WEIGHTS: t.Final = REPOSITORY / "kg" / "data" / "confidence.json"
SOURCE: t.Final = (
    "Learned from the development halves of CaRB (MIT) and BenchIE (CC BY 4.0, Gashteovski et al., ACL 2022); "
    "no text of either is kept."
)


def readings(doc: Doc) -> Iterator[Readings]:
    """Yield the claims of a Doc with the features of their confidence, each as the one reading of its predicate."""
    yield from (((candidate,),) for candidate in doc_candidates(doc))


def figures(shared: Path, work: Path) -> Figures:
    """Return the cross-validated figures of the gate: `carb_cv_f1` and `benchie_cv_f1`."""
    found = cross_validation(shared, readings).scores
    return {f"{name}_cv_f1": round(score["F1"], 3) for name, score in found.items()}


def calibration(examples: Sequence[Example], confidences: Sequence[Vector]) -> None:
    """Print the reliability curve and the mean squared error of the confidences."""
    predicted = np.concatenate(list(confidences))
    labels = np.array([value for example in examples for value in example.labels])
    for mean, actual, count in reliability(predicted, labels):
        print(f"  confidence {mean:.2f}  label {actual:.2f}  claims {count}")
    print(f"  mean squared error {np.mean((predicted - labels) ** 2):.4f}, of the mean {np.var(labels):.4f}")


def main() -> None:
    """Cross-validate, and write the weights with --write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = cross_validation(options.shared, readings)
    judged = sum(trust > 0 for example in found.beside for trust in example.trust)
    print(f"{judged} claims of documents and of the catalogue have one of {len(verdicts())} verdicts")
    print(f"cross-validated, {FOLDS} folds of {len(found.examples)} sentences:")
    carb, benchie = found.scores["carb"], found.scores["benchie"]
    print("CaRB    P {P:.3f} R {R:.3f} F1 {F1:.3f} at threshold {threshold:.2f}".format(**carb))
    print("BenchIE P {P:.3f} R {R:.3f} F1 {F1:.3f}".format(**benchie))
    calibration(found.examples, found.confidences)
    columns, weights = train([*found.examples, *found.beside])
    if options.write:
        kept = {name: round(float(weights[i]), 3) for name, i in columns.items() if abs(weights[i]) >= 0.01}
        text = json.dumps({"source": SOURCE, "weights": kept}, indent=0, sort_keys=True)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
        print(f"{len(kept)} weights written")


if __name__ == "__main__":
    main()
