"""Entities, triples and times of documents, for benchmarks that score them by character offsets.

usage: python -m benchmarks.documents DOCS.jsonl OUT.jsonl

DOCS  {"id", "text", "dct"}: dct is the date of the document (ISO 8601), and may be absent
OUT   {"id", "entities", "triples", "timexes"}: one graph a document, in the order of the documents
"""

import argparse
import json
import sys
import typing as t
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from kg.annotate.offsets import doc_span, document_of
from kg.annotate.pipeline import annotate, load
from kg.extract import reading
from kg.model import Document, Entity, Grain, Statement
from kg.read.prose import prose_spans
from kg.resolve import resolve

TIMEX_TYPES: t.Final[t.Mapping[Grain, str]] = {
    "second": "TIME",
    "minute": "TIME",
    "hour": "TIME",
    "duration": "DURATION",
    "set": "SET",
}
"""TIMEX3 types by grain; every other grain is a DATE."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read DOCS.jsonl, write OUT.jsonl."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args(arguments)
    documents = read_documents(options.documents)
    with options.out.open("w", encoding="utf-8", newline="\n") as out:
        for doc in annotate(documents, load(), prose=prose_spans):
            out.write(json.dumps(record(doc), ensure_ascii=False) + "\n")
    return 0


def read_documents(path: Path) -> list[Document]:
    """Return the documents of a JSON-lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Document(row["id"], row["text"], published=date.fromisoformat(row["dct"][:10]) if row.get("dct") else None)
        for row in rows
    ]


def record(doc: Doc) -> dict[str, t.Any]:
    """Return one line of the output: the graph of this document alone."""
    result = reading(doc)
    graph = resolve([result.document], result.claims, result.chains)
    return {
        "id": document_of(doc).id,
        "entities": [_entity(entity) for entity in graph.entities],
        "triples": [_triple(statement) for statement in graph.statements],
        "timexes": _timexes(doc),
    }


def _entity(entity: Entity) -> dict[str, t.Any]:
    return {
        "id": entity.id,
        "label": entity.label,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "mentions": [[mention.span.start, mention.span.end] for mention in entity.mentions],
    }


def _triple(statement: Statement) -> dict[str, str]:
    triple = {"s": statement.subject, "p": statement.relation}
    if isinstance(statement.object, str):
        return triple | {"o": statement.object}
    return triple | {"o_text": statement.object.value}


def _timexes(doc: Doc) -> list[dict[str, t.Any]]:
    rows = []
    for start, end, time in doc._.kg_times:
        span = doc_span(doc, start, end)
        kind = TIMEX_TYPES.get(time.grain, "DATE")
        rows.append({"start": span.start, "end": span.end, "value": time.value, "type": kind})
    return rows


if __name__ == "__main__":
    sys.exit(main())
