"""Train the model that decides if a name continues (`kg/grammar/name_joins.py`) on the names of GUM and English EWT.

usage: python -m training.name_joins [--shared DIR] [--show] [--write]

A gap between two words is an example if one of them is in a marked name; its label is whether one name spans it.
Documents (of EWT, which has none, forty sentences) are split into the folds of the cross-validation, without those
whose facts `benchmarks.names` looks for. The differences between the annotation of EWT and of GUM have weights of
their own, which are not kept. With --write the weights over all data go to kg/data/name_joins.json.
"""

import argparse
import json
import random
import typing as t
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.name_spans import Text, paragraphs, texts
from kg.grammar.name_joins import Gap, evidence, gaps, is_at_name, is_ruled_out, usage_of
from kg.grammar.paragraphs import docs_of
from kg.grammar.parse import Parse, Token, correct, uncorrected
from kg.grammar.pipeline import load
from training.examples import REPOSITORY
from training.logistic import Vector, fit, matrix, probabilities, vocabulary
from training.name_labels import LEFT_OUT

WEIGHTS: t.Final = REPOSITORY / "kg" / "data" / "name_joins.json"
SOURCE: t.Final = (
    "Learned from the entity annotations of the GUM corpus (Zeldes 2017; annotations CC BY 4.0), documents of its free "
    "genres, and from Universal NER (Mayhew et al. 2024; CC BY-SA 4.0) on the English Web Treebank (CC BY-SA 4.0); no "
    "text of either is kept."
)
UNMARKED: t.Final = frozenset({"EVENT", "WORK_OF_ART", "LAW", "PRODUCT", "FAC", "NORP"})
"""The labels of entities that Universal NER does not mark."""
TOGETHER: t.Final = 40
"""The number of sentences of EWT that count as a document."""
SCHEME: t.Final = "scheme "
FOLDS: t.Final = 5
RIDGE: t.Final = 1.5
LEAST: t.Final = 5
LIGHT: t.Final = 0.05
"""The least absolute value of weights that are kept."""
THRESHOLDS: t.Final = (0.5, 0.6, 0.7, 0.8)


class Example(t.NamedTuple):
    """The features of a gap, and whether one name spans it; `cut` if the recogniser's name ends at it."""

    document: str
    scheme: str
    told: Sequence[str]
    whole: bool
    cut: bool
    shown: str


def examples(shared: Path) -> Iterator[Example]:
    """Yield the gaps of both corpora."""
    every = [one for part in ("train", "dev") for one in texts(shared, part) if one.document.id not in LEFT_OUT]
    docs = docs_of((one.document for one in every), load(), prose=paragraphs)
    for number, (text, doc) in enumerate(zip(every, docs, strict=True)):
        parse = uncorrected(doc)
        correct(parse)
        together = text.document.id if text.scheme == "gum" else f"{text.scheme} {number // TOGETHER}"
        yield from _of_text(text, parse, together)


def _of_text(text: Text, parse: Parse, document: str) -> Iterator[Example]:
    found = [*gaps(parse)]
    usage = usage_of(parse, found)
    for gap in found:
        left, right = _name_at(text, gap.left), _name_at(text, gap.right)
        told = (left is not None or right is not None) and not is_ruled_out(gap)
        if told and (left == right or _is_marked(text, gap.left if left is None else gap.right)):
            shown = f"{gap.before.text} | {gap.link} | {gap.after.text}"
            cut = not gap.joined and is_at_name(gap)
            features = [*evidence(usage, gap), *_of_scheme(text, gap)]
            yield Example(document, text.scheme, features, left == right, cut, shown)


def _name_at(text: Text, word: Token) -> int | None:
    """Return the number of the marked name around a word."""
    around = (one.start <= word.offset and word.offset + len(word.text) <= one.end for one in text.gold)
    return next((number for number, inside in enumerate(around) if inside), None)


def _is_marked(text: Text, word: Token) -> bool:
    """Return whether a scheme marks names of the kind that the recogniser assigns to a word."""
    return text.scheme == "gum" or word.ent_type_ not in UNMARKED


def _of_scheme(text: Text, gap: Gap) -> Iterator[str]:
    if text.scheme != "gum":
        yield SCHEME
        yield f"{SCHEME}{gap.joined}"
        yield f"{SCHEME}{gap.joined} {gap.left.ent_type_} {gap.right.ent_type_}"


def trained(rows: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each feature."""
    columns = vocabulary((row.told for row in rows), least=LEAST)
    labels = np.array([float(row.whole) for row in rows])
    weights = fit(matrix([row.told for row in rows], columns), labels, np.ones(len(rows)), ridge=RIDGE)
    return {name: float(weights[i]) for name, i in columns.items()}


def predicted(rows: Sequence[Example], weights: dict[str, float]) -> Vector:
    """Return the probability for each gap that a name spans it."""
    columns = {name: i for i, name in enumerate(weights)}
    return probabilities(matrix([row.told for row in rows], columns), np.array([*weights.values()]))


def cross_validated(rows: Sequence[Example]) -> Vector:
    """Return for each example the prediction of weights that were trained without its document."""
    documents = sorted({row.document for row in rows})
    random.Random(0).shuffle(documents)  # noqa: S311 - folds, not secrets
    fold_of = {document: i % FOLDS for i, document in enumerate(documents)}
    found = np.zeros(len(rows))
    for fold in range(FOLDS):
        weights = trained([row for row in rows if fold_of[row.document] != fold])
        held = [i for i, row in enumerate(rows) if fold_of[row.document] == fold]
        found[held] = predicted([rows[i] for i in held], weights)
    return found


def report(found: Sequence[tuple[Example, float]]) -> Iterator[str]:
    """Yield the number of gaps at which names are cut, and how many are repaired and broken at each threshold."""
    ends = [(row.whole, chance) for row, chance in found if row.cut]
    yield f"{len(found)} gaps; at {len(ends)} a name ends, at {sum(whole for whole, _ in ends)} wrongly"
    for least in THRESHOLDS:
        joined = [whole for whole, chance in ends if chance >= least]
        yield f"from {least:.1f} on {sum(joined)} mended, {len(joined) - sum(joined)} broken"


def main() -> None:
    """Cross-validate, and write the weights with --write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true", help="print the gaps at which names are joined")
    options = parser.parse_args()
    rows = [*examples(options.shared)]
    likely = cross_validated(rows)
    for scheme in sorted({row.scheme for row in rows}):
        of_scheme = [(row, chance) for row, chance in zip(rows, likely, strict=True) if row.scheme == scheme]
        print(scheme, *report(of_scheme), sep="\n  ")
        print("".join(f"    {line}\n" for line in _shown(of_scheme) if options.show), end="")
    if options.write:
        kept = {name: round(weight, 3) for name, weight in trained(rows).items() if abs(weight) >= LIGHT}
        kept = {name: weight for name, weight in kept.items() if not name.startswith(SCHEME)}
        text = json.dumps({"source": SOURCE, "weights": kept}, indent=0, sort_keys=True, ensure_ascii=False)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
        print(len(kept), "weights written")


def _shown(found: Sequence[tuple[Example, float]]) -> Iterator[str]:
    for row, chance in found:
        if row.cut and (row.whole or chance >= THRESHOLDS[0]):
            yield f"{chance:.2f}\t{row.whole}\t{row.shown}"


if __name__ == "__main__":
    main()
