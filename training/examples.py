"""Sentences with claims, their features and their labels: the training data for the confidence of claims.

A reader returns the claims of a Doc with the names of their features; this module is independent of how it finds them.
"""

import importlib.util
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import numpy as np
from spacy.tokens import Doc

from benchmarks.documents import read_documents
from benchmarks.facts import fact_rows
from benchmarks.nary import nary_rows
from benchmarks.openie import line, parse
from kg.grammar.extensions import document_of
from kg.grammar.pipeline import load
from kg.model import Claim, Document, Span
from kg.read import prose_spans, read
from kg.reference.annotation import annotate
from training.judged import FOLDER, claim_id

REPOSITORY: t.Final = Path(__file__).resolve().parent.parent
CATALOGUE: t.Final = REPOSITORY / "docs" / "constructions.md"
QUOTED: t.Final = "> "
VERDICT_SHARE: t.Final = 0.25
DOCUMENT_TRUST: t.Final = 0.5
"""The weight of a verdict; with a higher one the benchmarks' figures go down (CaRB .588 with 0.7)."""
NEWS: t.Final = "_news_"
EVENT_ALONE: t.Final = "event-noun-passive"
LONG_PHRASE: t.Final = 4
"""The number of words that make a phrase a clause, which the benchmarks' annotators split in other ways."""


class Candidate(t.Protocol):
    """A claim with the names of the features of its confidence."""

    @property
    def claim(self) -> Claim:
        """The claim."""

    @property
    def features(self) -> Iterable[str]:
        """The names of its features."""


Readings: t.TypeAlias = Sequence[Sequence[Candidate]]
"""The claims of each reading of one predicate; of several readings, the likeliest one becomes claims."""
Reader: t.TypeAlias = Callable[[Doc], Iterable[Readings]]
"""A function that returns the readings of each predicate of a Doc."""


@dataclass(frozen=True, slots=True)
class Example:
    """A text with the readings of its predicates, and the labels of all candidates in order.

    `sentence` is that of the benchmark, None for other texts; `labels` are in [0, 1], and `trust` are their weights.
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
        """Yield the claims of the likeliest readings, given the confidences of all candidates."""
        values = iter(confidences)
        for rivals in self.predicates:
            sure = [[next(values) for _ in reading] for reading in rivals]
            best = max(range(len(sure)), key=lambda place: max(sure[place]))  # the first of equal ones
            yield from (with_confidence(c.claim, v) for c, v in zip(rivals[best], sure[best], strict=True))


def with_confidence(claim: Claim, confidence: float) -> Claim:
    """Return the claim with another confidence."""
    return replace(claim, evidence=replace(claim.evidence, confidence=round(confidence, 4)))


@dataclass(frozen=True, slots=True)
class Gold:
    """The two benchmarks: their scorers, which are not part of this repository, and their development data."""

    carb: ModuleType
    benchie: ModuleType
    tuples: dict[str, t.Any]
    facts: dict[str, t.Any]
    ids: dict[str, str]


def read_gold(shared: Path) -> Gold:
    """Load scorers and data from the folder next to the repository."""
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


def benchmark_examples(shared: Path, gold: Gold, judged: Mapping[str, float], reader: Reader) -> list[Example]:
    """Return the sentences of CaRB's development half with labelled candidates."""
    with (shared / "bench" / "data" / "carb_dev.tsv").open(encoding="utf-8") as rows:
        sentences = list(dict.fromkeys(row.split("\t")[0] for row in rows))
    examples = []
    for sentence, doc in parse(load(), sentences):
        found = tuple(reader(doc))
        everything = [c.claim for rivals in found for reading in rivals for c in reading]
        seen = [judged.get(claim_id(document_of(doc), claim)) for claim in everything]
        labels = [label(gold, sentence, doc, claim) for claim in everything]
        mixed = (v if said is None else v + VERDICT_SHARE * (said - v) for v, said in zip(labels, seen, strict=True))
        trust = tuple(float(is_told(claim)) for claim in everything)
        examples.append(Example(sentence, doc, found, tuple(mixed), trust))
    return examples


def is_told(claim: Claim) -> bool:
    """Return whether the benchmarks' tuples show if a claim is right.

    They have no rows of one argument, none of event nouns without an agent, and cut clauses.
    """
    if claim.object is None:
        return bool(claim.qualifiers) and claim.evidence.rule != EVENT_ALONE
    return claim.object.kind != "phrase" or len(claim.object.text.split()) < LONG_PHRASE


def document_examples(shared: Path, judged: Mapping[str, float], reader: Reader) -> list[Example]:
    """Return the OntoGUM development documents except the news, and the seen news of the blind rounds."""
    documents = read_documents(shared / "bench" / "data" / "gum_dev.docs.jsonl")
    others = [document for document in documents if NEWS not in document.id]
    rounds = [shared / "news" / path.stem for path in sorted((FOLDER / "rounds").glob("round-??.tsv"))]
    news = [document for document in read(map(str, rounds)) if isinstance(document, Document)]
    return [
        judged_example(doc, judged, reader)
        for doc in annotate([*others, *news], load(), prose=prose_spans, resolver=lambda _: ())
    ]


def catalogue_examples(judged: Mapping[str, float], reader: Reader) -> list[Example]:
    """Return the sentences of the catalogue of constructions, which have examples of rare rules."""
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines()
    texts = [line.removeprefix(QUOTED) for line in lines if line.startswith(QUOTED)]
    documents = [Document(f"construction-{number}", text) for number, text in enumerate(texts)]
    return [
        judged_example(doc, judged, reader) for doc in annotate(documents, load(), prose=whole, resolver=lambda _: ())
    ]


def whole(document: Document) -> list[Span]:
    """Return a document as one span of prose."""
    return [Span(document.id, 0, len(document.text))]


def judged_example(doc: Doc, judged: Mapping[str, float], reader: Reader) -> Example:
    """Return a text as an example that has labels only for claims judged by a person."""
    found = tuple(reader(doc))
    everything = [c.claim for rivals in found for reading in rivals for c in reading]
    seen = [judged.get(claim_id(document_of(doc), claim)) for claim in everything]
    trust = tuple(0.0 if said is None else DOCUMENT_TRUST for said in seen)
    return Example(None, doc, found, tuple(said or 0.0 for said in seen), trust)


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
