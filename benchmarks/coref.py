"""Coreference chains with the spans of annotated corpora: the whole noun phrase.

usage: python -m benchmarks.coref DOCS.jsonl OUT.jsonl [--precise] [--left-out]

DOCS  {"id", "text"}                              OUT   {"id", "entities": [{"id", "mentions": [[start, end], ...]}]}

All paragraphs are read, headlines too, because annotators mark the mentions in them. A link is made if it is more
likely right than wrong, or, with --precise, if the graph makes it. With --left-out a document that the networks were
trained on is read by networks that were trained without it (benchmarks/coref_folds.npz).
"""

import argparse
import json
import sys
import typing as t
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from benchmarks.coref_mentions import BALANCED_THRESHOLDS, LAST, RULES, marked_chains, mention_span, paragraph_spans
from benchmarks.documents import read_documents
from kg.grammar.extensions import document_of
from kg.grammar.parse import parse_of
from kg.grammar.pipeline import load
from kg.reference.annotation import annotate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.linking import PRECISE_THRESHOLDS
from kg.reference.coref.ranking import RankingModel, ranking_model
from kg.reference.coref.rules import CERTAIN, resolved

FOLD_WEIGHTS: t.Final = Path(__file__).with_name("coref_folds.npz")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read DOCS.jsonl, write OUT.jsonl."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--precise", action="store_true")
    parser.add_argument("--left-out", action="store_true")
    options = parser.parse_args(arguments)
    thresholds, rules = (PRECISE_THRESHOLDS, CERTAIN) if options.precise else (BALANCED_THRESHOLDS, RULES)
    models = left_out() if options.left_out else {}
    with options.out.open("w", encoding="utf-8", newline="\n") as out:
        docs = annotate(read_documents(options.documents), load(), prose=paragraph_spans, resolver=lambda _: ())
        for doc in docs:
            model = models.get(document_of(doc).id)
            found = resolved(parse_of(doc), thresholds, rules=rules, last=LAST, model=model)
            out.write(json.dumps(record(doc, found)) + "\n")
    return 0


def left_out() -> Mapping[str, RankingModel]:
    """Return for each document that the networks were trained on, by its id, networks that were trained without it."""
    with np.load(FOLD_WEIGHTS) as stored:
        fields = {name: stored[name] for name in stored.files if name not in {"documents", "fold"}}
        documents, folds = stored["documents"].tolist(), stored["fold"].tolist()
    models = [ranking_model({name: field[fold] for name, field in fields.items()}) for fold in range(max(folds) + 1)]
    return {document: models[fold] for document, fold in zip(documents, folds, strict=True)}


def record(doc: Doc, discourse: Discourse) -> dict[str, object]:
    """Return one line of the output."""
    chains = [[mention_span(discourse, member) for member in chain] for chain in marked_chains(discourse)]
    entities = [{"id": str(number), "mentions": chain} for number, chain in enumerate(chains)]
    return {"id": document_of(doc).id, "entities": entities}


if __name__ == "__main__":
    sys.exit(main())
