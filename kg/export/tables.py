"""Statements and entities as JSON lines and CSV, sorted, for programs and spreadsheets."""

import csv
import io
import json
import re
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.export import iris, wording
from kg.export.connections import mentioned
from kg.export.events import event_of
from kg.export.finding import by_importance
from kg.export.importance import Importance, importance
from kg.model import (
    Document,
    Entity,
    Failure,
    Graph,
    Literal,
    Mention,
    NamedPart,
    Span,
    Statement,
    StructuralEdge,
    Time,
)

Record: t.TypeAlias = dict[str, t.Any]

NODE_COLUMNS: t.Final = ("Id", "Label", "Type", "Aliases", "Mentions", "Links", "Importance")
EDGE_COLUMNS: t.Final = (
    *("Id", "Source", "Target", "Type", "Label", "Phrase", "Weight", "Status", "Negated", "Modality", "Attributed to"),
    *("Denied by", "Time", "Documents", "Kind", "Importance", "Event"),
)
SEPARATOR: t.Final = "; "
EDGE_TYPE: t.Final = "Directed"
"""What Gephi expects in the column `Type` of edges."""

# raw in JSON these would end a line for `str.splitlines`, or not be encodable
_ESCAPED_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_FORMULA = re.compile(r"[=+\-@\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_SURROGATE = re.compile("[\ud800-\udfff]")


def triples_jsonl(graph: Graph, *, base_iri: str = iris.DEFAULT_BASE, weights: Importance | None = None) -> str:
    """Return one statement a line, the most important first; of equals in the order in which the texts make them.

    Here and below `weights` are those of `importance(graph)`, where they are known already.

    Raises:
        UsageError: the base is not usable.
    """
    return "".join(map(_json_line, triples(graph, base_iri=base_iri, weights=weights)))


def triples(
    graph: Graph,
    statements: Iterable[Statement] | None = None,
    *,
    base_iri: str = iris.DEFAULT_BASE,
    weights: Importance | None = None,
) -> Iterator[Record]:
    """Yield statements as records, in the given order; where none are given all, as `triples_jsonl` orders them.

    Raises:
        UsageError: the base is not usable.
    """
    lookup = replace(_Lookup.of(graph, base_iri), mentioned=mentioned(graph))
    weights = weights or importance(graph)
    chosen = by_importance(graph.statements, weights) if statements is None else statements
    return (_triple(said, lookup, weights.statements[said.id]) for said in chosen)


def entities_jsonl(graph: Graph, *, base_iri: str = iris.DEFAULT_BASE, weights: Importance | None = None) -> str:
    """Return one entity a line, the most important first, with the place of each of its mentions.

    Raises:
        UsageError: the base is not usable.
    """
    lookup, known = _Lookup.of(graph, base_iri), (weights or importance(graph)).things
    return "".join(
        _json_line(
            {
                "id": lookup.iri(entity.id),
                "label": entity.label,
                "type": entity.type,
                "aliases": list(entity.aliases),
                "links": list(entity.links),
                "importance": known[entity.id],
                "mentions": [_place(mention.span) for mention in entity.mentions],
            }
        )
        for entity in sorted(graph.entities, key=lambda entity: (-known[entity.id], entity.id))
    )


def structure_jsonl(graph: Graph, *, base_iri: str = iris.DEFAULT_BASE) -> str:
    """Return one structural edge a line, sorted by the ids of its ends, with the words that it was read from.

    Raises:
        UsageError: the base is not usable.
    """
    lookup = _Lookup.of(graph, base_iri)
    return "".join(_json_line(_structural(edge, lookup)) for edge in graph.structural_edges)


def documents_jsonl(graph: Graph) -> str:
    """Return one document a line, sorted by id: the text that all offsets count in, and what is known about it."""
    return "".join(
        _json_line(
            {
                "id": document.id,
                "title": document.title,
                "published": None if document.published is None else document.published.isoformat(),
                "source": document.source,
                "author": document.author,
                "language": document.language,
                "format": document.format,
                "address": document.address,
                "places": [{"start": one.start, "end": one.end, "label": one.label} for one in document.places],
                "text": document.text,
            }
        )
        for document in sorted(graph.documents, key=lambda document: document.id)
    )


def failures_jsonl(failures: Iterable[Failure]) -> str:
    """Return one line for each thing that was not read or could not be processed: where, why, and what to do."""
    return "".join(
        _json_line(
            {
                "place": failure.place,
                "kind": failure.kind,
                "reason": failure.reason,
                "advice": failure.advice,
                "passed_over": failure.passed_over,
            }
        )
        for failure in sorted(failures, key=lambda failure: (failure.place, failure.reason))
    )


def nodes_csv(graph: Graph, *, weights: Importance | None = None) -> str:
    """Return the nodes of the network as RFC 4180 CSV with the columns that Gephi expects.

    A cell that a spreadsheet would take for a formula (it begins with = + - @ or a control character and is no number)
    gets an apostrophe before it, as OWASP's "CSV injection" advises; JSON lines and RDF hold the exact text.
    """
    known = (weights or importance(graph)).things
    entities = (
        (e.id, e.label, e.type, _joined(e.aliases), len(e.mentions), _joined(e.links), known[e.id])
        for e in graph.entities
    )
    texts = ((wording.object_node(statement), wording.object_text(statement)) for statement in graph.statements)
    literals = ((node, text, wording.LITERAL_TYPE, "", "", "", "") for node, text in texts if text is not None)
    return _csv(NODE_COLUMNS, [*entities, *literals])


def edges_csv(graph: Graph, *, weights: Importance | None = None) -> str:
    """Return the statements as edges between the nodes of `nodes_csv`, then the structural edges.

    The kind of an edge is `statement` or `structural`. The weight of a statement is its confidence in [0, 1]; of a
    structural edge nothing but its ends, its label and its documents is told. The target of a statement without an
    object is empty.
    """
    entities = {entity.id: entity for entity in graph.entities}
    known = (weights or importance(graph)).statements
    statements = [_edge(statement, entities, known[statement.id]) for statement in graph.statements]
    return _csv(EDGE_COLUMNS, [*statements, *map(_structural_row, graph.structural_edges)])


@dataclass(frozen=True, slots=True)
class _Lookup:
    """What the ids in statements stand for."""

    base: str
    entities: Mapping[str, Entity]
    documents: Mapping[str, Document]
    entity_ids: Mapping[tuple[str, int], str]
    mentioned: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, graph: Graph, base_iri: str) -> "_Lookup":
        entities = {entity.id: entity for entity in graph.entities}
        documents = {document.id: document for document in graph.documents}
        return cls(iris.checked_base(base_iri), entities, documents, graph.entity_ids())

    def words(self, span: Span) -> str:
        document = self.documents.get(span.document)
        return "" if document is None else document.text[span.start : span.end]

    def place(self, span: Span) -> str | None:
        document = self.documents.get(span.document)
        return None if document is None else document.place_of(span)

    def label(self, entity_id: str | None) -> str | None:
        entity = self.entities.get(entity_id) if entity_id is not None else None
        return entity_id if entity is None else entity.label

    def iri(self, entity_id: str | None) -> str | None:
        return None if entity_id is None else iris.entity_iri(entity_id, base_iri=self.base)

    def type(self, entity_id: str | None) -> str | None:
        entity = self.entities.get(entity_id) if entity_id is not None else None
        return None if entity is None else entity.type


def _triple(statement: Statement, lookup: _Lookup, weight: float) -> Record:
    literal = statement.object if isinstance(statement.object, Literal) else None
    entity = None if isinstance(statement.object, Literal) else statement.object
    return {
        "id": iris.statement_iri(statement.id, base_iri=lookup.base),
        "subject": lookup.label(statement.subject),
        "relation": statement.relation,
        "phrase": statement.phrase,
        "object": wording.object_text(statement) if literal is not None else lookup.label(entity),
        "subject_id": lookup.iri(statement.subject),
        "relation_id": iris.relation_iri(statement.relation, base_iri=lookup.base),
        "object_id": lookup.iri(entity),
        "subject_type": lookup.type(statement.subject),
        "object_type": literal.datatype if literal is not None else lookup.type(entity),
        "object_value": None if literal is None else literal.value,
        "object_unit": None if literal is None else literal.unit,
        "status": statement.status,
        "negated": statement.negated,
        "modality": statement.modality,
        "attributed_to": lookup.label(statement.speaker),
        "attributed_to_id": lookup.iri(statement.speaker),
        "denied_by": lookup.label(statement.denied_by),
        "event": _event(statement, lookup),
        "time": _time(statement.time),
        "qualifiers": _qualifiers(statement, lookup),
        "mentions": [
            {"name": lookup.label(id_), "id": lookup.iri(id_)} for id_ in lookup.mentioned.get(statement.id, ())
        ],
        "confidence": round(statement.confidence, 4),
        "importance": weight,
        "evidence": _evidence(statement, lookup),
    }


def _structural(edge: StructuralEdge, lookup: _Lookup) -> Record:
    return {
        "source": lookup.label(edge.source),
        "kind": edge.kind,
        "target": lookup.label(edge.target),
        "source_id": lookup.iri(edge.source),
        "target_id": lookup.iri(edge.target),
        "source_type": lookup.type(edge.source),
        "target_type": lookup.type(edge.target),
        "evidence": [_named_part(part, lookup) for part in edge.named_parts],
    }


def _named_part(part: NamedPart, lookup: _Lookup) -> Record:
    """Return the words for a thing with the name in them, and where that name stands."""
    name = part.part.span
    place = {"text": part.part.text, "start": name.start, "end": name.end}
    return {**_place(part.span), "words": lookup.words(part.span), "name": place}


def _event(statement: Statement, lookup: _Lookup) -> Record | None:
    """Return the event that a statement tells, with agent and patient whatever the voice; None where it is none."""
    event = event_of(statement, lookup.entities)
    if event is None:
        return None
    record: Record = {"name": event.words}
    for role, end in (("agent", event.agent), ("patient", event.patient)):
        entity = end if isinstance(end, str) else None
        record[role] = wording.object_text(statement) if isinstance(end, Literal) else lookup.label(entity)
        record[f"{role}_id"] = lookup.iri(entity)
    return record


def _time(time: Time | None) -> Record | None:
    if time is None:
        return None
    start, end = (None if day is None else day.isoformat() for day in (time.start, time.end))
    return {"value": time.value, "from": start, "to": end, "text": time.text}


def _qualifiers(statement: Statement, lookup: _Lookup) -> list[Record]:
    """Return the qualifiers of all claims, each once, with the words for it that are first in the alphabet."""
    words: dict[tuple[str, str, str], set[str]] = {}
    for qualifier in (each for claim in statement.claims for each in claim.qualifiers):
        value, iri, text = _qualifier_value(qualifier.value, lookup)
        words.setdefault((qualifier.role, value, iri or ""), set()).add(text)
    return [
        {"role": role, "text": min(texts), "value": value, "id": iri or None}
        for (role, value, iri), texts in sorted(words.items())
    ]


def _qualifier_value(mention: Mention, lookup: _Lookup) -> tuple[str, str | None, str]:
    """Return the label of an entity, its IRI and the label again; of anything else the value, None and the words.

    The value of a quantity is what the text has for it.
    """
    entity_id = lookup.entity_ids.get(mention.key)
    if entity_id is not None:
        label = lookup.label(entity_id) or entity_id
        return label, lookup.iri(entity_id), label
    value = mention.value.literal() if isinstance(mention.value, Time) else mention.value
    in_words = value is None or mention.kind == "value"
    return mention.words if in_words or value is None else wording.literal_text(value), None, mention.words


def _evidence(statement: Statement, lookup: _Lookup) -> list[Record]:
    found = {replace(claim.evidence, unread=()) for claim in statement.claims}
    return [
        {
            **_place(each.span),
            "place": lookup.place(each.span),
            "sentence": lookup.words(each.span),
            "rule": each.rule,
            "confidence": round(each.confidence, 4),
        }
        for each in sorted(found, key=lambda e: (e.span, e.rule, e.extractor, e.confidence))
    ]


def _place(span: Span) -> Record:
    return {"document": span.document, "start": span.start, "end": span.end}


def _json_line(record: Record) -> str:
    text = json.dumps(record, ensure_ascii=False)
    return _ESCAPED_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text) + "\n"


def _edge(statement: Statement, entities: Mapping[str, Entity], weight: float) -> tuple[object, ...]:
    event = event_of(statement, entities)
    target = "" if statement.object is None else wording.object_node(statement)
    return (
        *(statement.id, statement.subject, target, EDGE_TYPE, statement.relation, statement.phrase),
        *(statement.confidence, statement.status, "true" if statement.negated else "false", statement.modality),
        *(label or "" for label in wording.people(statement, entities)),
        "" if statement.time is None else statement.time.readable,
        _joined(sorted({claim.evidence.span.document for claim in statement.claims})),
        *(wording.STATEMENT, weight, "" if event is None else event.words),
    )


def _structural_row(edge: StructuralEdge) -> tuple[object, ...]:
    documents = _joined(sorted({part.span.document for part in edge.named_parts}))
    ends = (wording.structural_id(edge), edge.source, edge.target, EDGE_TYPE, edge.kind)
    return (*ends, *[""] * (len(EDGE_COLUMNS) - 9), documents, wording.STRUCTURAL, "", "")


def _joined(texts: Iterable[str]) -> str:
    return SEPARATOR.join(texts)


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    output = io.StringIO(newline="")
    writer = csv.writer(output, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return output.getvalue()


def _cell(value: object) -> str:
    """Return a cell's text, never a formula; csv quotes what needs quotes."""
    text = _SURROGATE.sub("\ufffd", str(value)).replace("\0", "\ufffd")
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text
