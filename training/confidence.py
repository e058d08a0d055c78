"""Train the confidence of claims on the development halves of CaRB and BenchIE, and say how good it is.

usage: python -m training.confidence [--shared DIR] [--write]

The label of a claim is in [0, 1]: how well its row matches the best tuple of CaRB (harmonic mean of the row's precision
and recall), and, where BenchIE has the sentence, the mean of that and the share of its minimal facts that BenchIE's
annotators accept. Where a person judged the claim (`training/judged.py`), that verdict counts a quarter and the
benchmarks' label three; claims of OntoGUM documents and of the catalogue of constructions, which no benchmark has, are
learned from by their verdict alone. Sentences, not claims, are dealt into the folds of the cross-validation. With
--write the weights over all data are put into kg/data/confidence.json.
"""

import argparse
import importlib.util
import json
import random
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import numpy as np
from spacy.tokens import Doc

from benchmarks.documents import read_documents
from benchmarks.facts import fact_rows
from benchmarks.nary import nary_rows
from benchmarks.openie import line, parse
from kg.extract import doc_readings
from kg.extract.claiming import Candidate
from kg.extract.rivals import Readings, likeliest
from kg.grammar.offsets import document_of
from kg.grammar.pipeline import load
from kg.model import Claim, Document, Span
from kg.read import prose_spans
from kg.reference.annotation import annotate
from training.judged import claim_id, verdicts
from training.logistic import Vector, fit, matrix, probabilities, reliability, vocabulary

REPOSITORY: t.Final = Path(__file__).resolve().parent.parent
WEIGHTS: t.Final = REPOSITORY / "kg" / "data" / "confidence.json"
CATALOGUE: t.Final = REPOSITORY / "docs" / "constructions.md"
QUOTED: t.Final = "> "
FOLDS: t.Final = 5
RIDGE: t.Final = 8.0
LEAST_ROWS: t.Final = 6
VERDICT_SHARE: t.Final = 0.25
DOCUMENT_TRUST: t.Final = 0.5
NEWS: t.Final = "_news_"
SOURCE: t.Final = (
    "Learned from the development halves of CaRB (MIT) and BenchIE (CC BY 4.0, Gashteovski et al., ACL 2022); "
    "no text of either is kept."
)


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the readings of its predicates, and the labels of all candidates in their order.

    `sentence` is that of the benchmark, None for other texts; `labels` are in [0, 1], and `trust` is what each counts.
    """

    sentence: str | None
    doc: Doc
    predicates: tuple[Readings, ...]
    labels: tuple[float, ...]
    trust: tuple[float, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """All candidates of all readings of all predicates."""
        return tuple(c for rivals in self.predicates for reading in rivals for c in reading)

    def winners(self, confidences: Iterable[float]) -> Iterator[Claim]:
        """Yield the claims of the likeliest readings, with these confidences of all candidates."""
        values = iter(confidences)
        for rivals in self.predicates:
            sure = [[next(values) for _ in reading] for reading in rivals]
            best = likeliest(sure)
            yield from (with_confidence(c.claim, v) for c, v in zip(rivals[best], sure[best], strict=True))


@dataclass(frozen=True, slots=True)
class Gold:
    """The two benchmarks: their scorers, which are no part of this repository, and their development data."""

    carb: ModuleType
    benchie: ModuleType
    tuples: dict[str, t.Any]
    facts: dict[str, t.Any]
    ids: dict[str, str]


def read_gold(shared: Path) -> Gold:
    """Load scorers and data from the folder that stands beside the repository."""
    carb, benchie = (_module(shared / "bench" / f"{name}.py") for name in ("carb", "benchie"))
    facts, texts = benchie.read_gold(shared / "bench" / "data" / "benchie_dev.txt")
    ids = {"".join(text.split()): sentence_id for sentence_id, text in texts.items()}
    return Gold(carb, benchie, carb.read_gold(shared / "bench" / "data" / "carb_dev.tsv"), facts, ids)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: not found; the scorers stand in ../shared beside the repository")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def benchmark_examples(shared: Path, gold: Gold, judged: Mapping[str, bool]) -> list[Example]:
    """Return the sentences of CaRB's development half with labelled candidates."""
    with (shared / "bench" / "data" / "carb_dev.tsv").open(encoding="utf-8") as rows:
        sentences = list(dict.fromkeys(row.split("\t")[0] for row in rows))
    examples = []
    for sentence, doc in parse(load(), sentences):
        found = tuple(doc_readings(doc))
        everything = [c.claim for rivals in found for reading in rivals for c in reading]
        seen = [judged.get(claim_id(document_of(doc), claim)) for claim in everything]
        labels = [label(gold, sentence, doc, claim) for claim in everything]
        mixed = (v if said is None else v + VERDICT_SHARE * (said - v) for v, said in zip(labels, seen, strict=True))
        examples.append(Example(sentence, doc, found, tuple(mixed), (1.0,) * len(labels)))
    return examples


def document_examples(shared: Path, judged: Mapping[str, bool]) -> list[Example]:
    """Return the OntoGUM development documents, but for the news, whose claims are kept for measuring."""
    documents = read_documents(shared / "bench" / "data" / "gum_dev.docs.jsonl")
    others = [document for document in documents if NEWS not in document.id]
    return [judged_example(doc, judged) for doc in annotate(others, load(), prose=prose_spans, resolver=lambda _: ())]


def catalogue_examples(judged: Mapping[str, bool]) -> list[Example]:
    """Return the sentences of the catalogue of constructions, which show rare rules at work."""
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines()
    texts = [line.removeprefix(QUOTED) for line in lines if line.startswith(QUOTED)]
    documents = [Document(f"construction-{number}", text) for number, text in enumerate(texts)]
    return [judged_example(doc, judged) for doc in annotate(documents, load(), prose=whole, resolver=lambda _: ())]


def whole(document: Document) -> list[Span]:
    """Return a document as one stretch of prose."""
    return [Span(document.id, 0, len(document.text))]


def judged_example(doc: Doc, judged: Mapping[str, bool]) -> Example:
    """Return a text of which only the claims that a person judged are learned from."""
    found = tuple(doc_readings(doc))
    everything = [c.claim for rivals in found for reading in rivals for c in reading]
    seen = [judged.get(claim_id(document_of(doc), claim)) for claim in everything]
    trust = tuple(0.0 if said is None else DOCUMENT_TRUST for said in seen)
    return Example(None, doc, found, tuple(float(said or False) for said in seen), trust)


def label(gold: Gold, sentence: str, doc: Doc, claim: Claim) -> float:
    """Return in [0, 1] how far the annotators of the benchmarks agree with a claim."""
    fields = [line(sentence, row).split("\t") for row in list(nary_rows(doc, [claim]))[:1]]
    tuples = gold.tuples.get(gold.carb.sentence_key(sentence), [])
    matches = [gold.carb.match(g, (f[2], f[3:])) for f in fields if len(f) >= 4 for g in tuples]
    carb = max((2 * p * r / (p + r) for p, r in matches if p + r), default=0.0)
    expected = gold.facts.get(gold.ids.get("".join(sentence.split()), ""))
    facts = [line(sentence, row).split("\t") for row in fact_rows(doc, [replace(claim, speaker=None)])]
    if expected is None or not facts:
        return carb
    variants = [[gold.benchie.variants(slot) for slot in triple] for cluster in expected for triple in cluster]
    found = [(f[3], f[2], " ".join(f[4:])) for f in facts]
    accepted = [
        any(all(slot in v for slot, v in zip(fact, variant, strict=True)) for variant in variants) for fact in found
    ]
    return 0.5 * carb + 0.5 * float(np.mean(accepted))


def cross_validated(examples: Sequence[Example], beside: Sequence[Example], *, seed: int = 0) -> list[Vector]:
    """Return for each example the confidences that a model gives which has not seen its sentence.

    Args:
        examples: what is dealt into folds.
        beside: further examples that every model learns from.
        seed: of the shuffle.
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
    """Return the columns and weights of a model of these examples."""
    rows = [
        (candidate.features, label, trust)
        for example in examples
        for candidate, label, trust in zip(example.candidates, example.labels, example.trust, strict=True)
        if trust
    ]
    features, labels, trusts = zip(*rows, strict=True)
    columns = vocabulary(features, least=LEAST_ROWS)
    return columns, fit(matrix(features, columns), np.array(labels), np.array(trusts), ridge=RIDGE)


def scores(gold: Gold, examples: Sequence[Example], confidences: Sequence[Vector]) -> None:
    """Print the benchmarks' figures for claims with these confidences."""
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
    print(
        "CaRB    P {P:.3f} R {R:.3f} F1 {F1:.3f} at threshold {threshold:.2f}".format(
            **gold.carb.score(gold.tuples, rows)
        )
    )
    print("BenchIE P {P:.3f} R {R:.3f} F1 {F1:.3f}".format(**gold.benchie.score(gold.facts, facts)))


def with_confidence(claim: Claim, confidence: float) -> Claim:
    """Return the claim with another confidence."""
    return replace(claim, evidence=replace(claim.evidence, confidence=round(confidence, 4)))


def calibration(examples: Sequence[Example], confidences: Sequence[Vector]) -> None:
    """Print the reliability curve and the mean squared error of the confidences."""
    predicted = np.concatenate(list(confidences))
    labels = np.array([value for example in examples for value in example.labels])
    for mean, actual, count in reliability(predicted, labels):
        print(f"  confidence {mean:.2f}  label {actual:.2f}  claims {count}")
    print(f"  mean squared error {np.mean((predicted - labels) ** 2):.4f}, of the mean {np.var(labels):.4f}")


def main() -> None:
    """Cross-validate, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    gold = read_gold(options.shared)
    judged = verdicts()
    examples = benchmark_examples(options.shared, gold, judged)
    beside = [*document_examples(options.shared, judged), *catalogue_examples(judged)]
    confidences = cross_validated(examples, beside)
    print(f"cross-validated, {FOLDS} folds of {len(examples)} sentences:")
    scores(gold, examples, confidences)
    calibration(examples, confidences)
    columns, weights = train([*examples, *beside])
    if options.write:
        kept = {name: round(float(weights[i]), 3) for name, i in columns.items() if abs(weights[i]) >= 0.01}
        text = json.dumps({"source": SOURCE, "weights": kept}, indent=0, sort_keys=True)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
        print(f"{len(kept)} weights written")


if __name__ == "__main__":
    main()
