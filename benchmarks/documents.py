"""Entities, triples and times of documents, for benchmarks that score them by character offsets.

usage: python -m benchmarks.documents DOCS.jsonl OUT.jsonl

DOCS  {"id", "text", "dct"}: dct is the date of the document (ISO 8601), and may be absent
OUT   {"id", "entities", "triples", "timexes"}: one graph per document, in the order of the documents

The mentions of an entity are those of `benchmarks.coref`: in all paragraphs, as whole noun phrases, and linked if a
link is more likely right than wrong. The triples are those of the graph, which links less.
"""

import argparse
import json
import sys
import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from spacy.tokens import Doc

from benchmarks.coref_mentions import BALANCED_THRESHOLDS, RULES, marked_chains, mention_span, paragraph_spans
from kg.extract import reading
from kg.grammar.extensions import document_of
from kg.grammar.parse import parse_of
from kg.grammar.pipeline import load
from kg.model import Document, Entity, Grain, Statement
from kg.read.layout import prose_spans
from kg.reference.annotation import annotate
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.rules import resolved
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
    nlp = load()
    read = annotate(documents, nlp, prose=prose_spans)
    whole = annotate(documents, nlp, prose=paragraph_spans, resolver=lambda _: ())
    with options.out.open("w", encoding="utf-8", newline="\n") as out:
        for doc, complete in zip(read, whole, strict=True):
            discourse = resolved(parse_of(complete), BALANCED_THRESHOLDS, rules=RULES)
            out.write(json.dumps(record(doc, discourse), ensure_ascii=False) + "\n")
    return 0


def read_documents(path: Path) -> list[Document]:
    """Return the documents of a JSON-lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [
        Document(row["id"], row["text"], published=date.fromisoformat(row["dct"][:10]) if row.get("dct") else None)
        for row in rows
    ]


def record(doc: Doc, discourse: Discourse) -> dict[str, t.Any]:
    """Return one line of the output: the graph of this document alone, with the mentions of all its paragraphs."""
    result = reading(doc)
    graph = resolve([result.document], result.claims, result.chains)
    chains, unknown = _chains_by_entity(discourse, graph.entity_ids())
    described = [_entity(entity, discourse, chains.get(entity.id, [])) for entity in graph.entities]
    others = [{"id": f"chain-{n}", "mentions": _spans(discourse, chain)} for n, chain in enumerate(unknown)]
    return {
        "id": document_of(doc).id,
        "entities": [*described, *others],
        "triples": [_triple(statement) for statement in graph.statements],
        "timexes": _timexes(doc),
    }


def _chains_by_entity(
    discourse: Discourse, entity_ids: Mapping[tuple[str, int], str]
) -> tuple[dict[str, list[Candidate]], list[list[Candidate]]]:
    """Return for each entity the longest chain that is mostly it, and the chains that belong to no entity."""
    found: dict[str, list[Candidate]] = {}
    others: list[list[Candidate]] = []
    id_ = discourse.stretch.parse.document.id
    for chain in sorted(marked_chains(discourse), key=len, reverse=True):
        keys = [(id_, member.token.offset) for member in chain]
        votes = Counter([entity_ids[key] for key in keys if key in entity_ids])
        best = min(votes, key=lambda entity: (-votes[entity], entity), default=None)
        if best is None or best in found:
            others.append(chain)
        else:
            found[best] = chain
    return found, [chain for chain in others if len(chain) > 1]


def _spans(discourse: Discourse, chain: Iterable[Candidate]) -> list[list[int]]:
    return [list(mention_span(discourse, member)) for member in chain]


def _entity(entity: Entity, discourse: Discourse, chain: Sequence[Candidate]) -> dict[str, t.Any]:
    own = [[mention.span.start, mention.span.end] for mention in entity.mentions]
    return {
        "id": entity.id,
        "label": entity.label,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "mentions": _spans(discourse, chain) or own[:1],
    }


def _triple(statement: Statement) -> dict[str, str]:
    triple = {"s": statement.subject, "p": statement.relation}
    if isinstance(statement.object, str):
        return triple | {"o": statement.object}
    return triple | {"o_text": statement.object.value if statement.object is not None else ""}


def _timexes(doc: Doc) -> list[dict[str, t.Any]]:
    rows = []
    for start, end, time in doc._.kg_times:
        span = parse_of(doc).span(start, end)
        kind = TIMEX_TYPES.get(time.grain, "DATE")
        rows.append({"start": span.start, "end": span.end, "value": time.value, "type": kind})
    return rows


if __name__ == "__main__":
    sys.exit(main())
