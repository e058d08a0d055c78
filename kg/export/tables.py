"""Statements, entities and structural edges as JSON lines, for programs."""

import json
import re
import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace

from kg.export import iris, wording
from kg.export.connections import mentioned
from kg.export.events import event_of
from kg.export.finding import by_importance
from kg.export.importance import Importance, importance
from kg.export.lookup import Lookup, iso, publication, qualifiers
from kg.model import (
    MEASURE,
    MONEY,
    NUMBERS,
    Entity,
    Failure,
    Graph,
    Literal,
    NamedPart,
    Span,
    Statement,
    StructuralEdge,
    Time,
)

Record: t.TypeAlias = dict[str, t.Any]
CURRENCY_CODE: t.Final = 3
"""The number of letters of an ISO 4217 code."""
TRIPLE: t.Final = (
    *("id", "subject", "relation", "phrase", "object", "subject_id", "relation_id", "object_id"),
    *("subject_type", "object_type", "object_value", "object_unit", "status", "negated", "modality"),
    *("attributed_to", "attributed_to_id", "denied_by", "event", "time", "qualifiers", "also_mentions"),
    *("mentions", "independent_sources", "confidence", "importance", "evidence"),
)
"""The keys of a statement, in this order."""
FAILURE: t.Final = ("place", "kind", "reason", "advice", "skipped")
"""The keys of a failure, in this order."""

# unescaped in JSON, these would end a line for `str.splitlines`, or could not be encoded
_ESCAPED_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def triples_jsonl(
    graph: Graph, *, base_iri: str = iris.DEFAULT_BASE, weights: Importance | None = None
) -> Iterator[str]:
    """Yield one statement per line by decreasing importance; ties are in the order of the texts.

    Here and below, `weights` is the result of `importance(graph)`, if already known.

    Raises:
        UsageError: the base is invalid.
    """
    return json_lines(triples(graph, base_iri=base_iri, weights=weights))


def triples(
    graph: Graph,
    statements: Iterable[Statement | StructuralEdge] | None = None,
    *,
    base_iri: str = iris.DEFAULT_BASE,
    weights: Importance | None = None,
) -> Iterator[Record]:
    """Yield statements as records in the given order, or by default all in the order of `triples_jsonl`.

    A structural edge has the same keys, with the words it is read from as its evidence.

    Raises:
        UsageError: the base is invalid.
    """
    lookup, named = Lookup.of(graph, base_iri), mentioned(graph)
    weights = weights or importance(graph)
    chosen = by_importance(graph.statements, weights) if statements is None else statements
    return (
        _triple(each, lookup, weights.statements[each.id], named(each))
        if isinstance(each, Statement)
        else _as_triple(each, lookup)
        for each in chosen
    )


def entities_jsonl(
    graph: Graph, *, base_iri: str = iris.DEFAULT_BASE, weights: Importance | None = None
) -> Iterator[str]:
    """Yield one entity per line, the most important first, with the position of each of its mentions.

    Raises:
        UsageError: the base is invalid.
    """
    lookup, known = Lookup.of(graph, base_iri), (weights or importance(graph)).entities
    chosen = sorted(graph.entities, key=lambda entity: (-known[entity.id], entity.id))
    return json_lines(_entity(entity, lookup, known[entity.id]) for entity in chosen)


def structure_jsonl(graph: Graph, *, base_iri: str = iris.DEFAULT_BASE) -> Iterator[str]:
    """Yield one structural edge per line, sorted by the ids of its ends, with the words that it was read from.

    Raises:
        UsageError: the base is invalid.
    """
    lookup = Lookup.of(graph, base_iri)
    return json_lines(_structural(edge, lookup) for edge in graph.structural_edges)


def documents_jsonl(graph: Graph) -> Iterator[str]:
    """Yield one document per line, sorted by id: the text that all offsets refer to, and its metadata."""
    return json_lines(
        {
            "id": document.id,
            **publication(document),
            "places": [asdict(place) for place in document.places],
            "text": document.text,
        }
        for document in sorted(graph.documents, key=lambda document: document.id)
    )


def failures_jsonl(failures: Iterable[Failure]) -> Iterator[str]:
    """Yield one line for each input that could not be read or processed: where, why, and what to do."""
    ordered = sorted(failures, key=lambda failure: (failure.place, failure.reason))
    return json_lines({name: getattr(failure, name) for name in FAILURE} for failure in ordered)


def _entity(entity: Entity, lookup: Lookup, weight: float) -> Record:
    return {
        "id": lookup.iri(entity.id),
        "label": entity.label,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "links": list(entity.links),
        "importance": weight,
        "mentions": [_place(mention.span) for mention in entity.mentions],
    }


def _triple(statement: Statement, lookup: Lookup, weight: float, named: Iterable[str]) -> Record:
    literal = statement.object if isinstance(statement.object, Literal) else None
    entity = None if isinstance(statement.object, Literal) else statement.object
    return {
        "id": lookup.statement(statement),
        "subject": lookup.label(statement.subject),
        "relation": statement.relation,
        "phrase": statement.phrase,
        "object": wording.object_text(statement) if literal is not None else lookup.label(entity),
        "subject_id": lookup.iri(statement.subject),
        "relation_id": iris.relation_iri(statement.relation, base_iri=t.cast("str", lookup.base)),
        "object_id": lookup.iri(entity),
        "subject_type": lookup.type(statement.subject),
        "object_type": lookup.type(entity) if literal is None else _literal_type(literal),
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
        "qualifiers": qualifiers(statement, lookup),
        "also_mentions": [{"name": lookup.label(id_), "id": lookup.iri(id_)} for id_ in named],
        "mentions": statement.mentions,
        "independent_sources": statement.independent_sources,
        "confidence": round(statement.confidence, 4),
        "importance": weight,
        "evidence": _evidence(statement, lookup),
    }


def _as_triple(edge: StructuralEdge, lookup: Lookup) -> Record:
    """Return a structural edge with the keys of a statement; it has no speaker, so it has no status or time."""
    record = _structural(edge, lookup)
    parts = [part.span for part in edge.named_parts]
    evidence = [{**_place(span), "place": lookup.place(span), "sentence": lookup.words(span)} for span in parts]
    values = {
        "id": wording.structural_id(edge),
        **dict.fromkeys(("relation", "phrase"), edge.kind),
        **{f"subject{name}": record[f"source{name}"] for name in ("", "_id", "_type")},
        **{f"object{name}": record[f"target{name}"] for name in ("", "_id", "_type")},
        **{name: [] for name in ("qualifiers", "also_mentions")},
        "mentions": len(parts),
        "evidence": [each | {"rule": None, "confidence": None} for each in evidence],
    }
    return {name: values.get(name) for name in TRIPLE}


def _literal_type(literal: Literal) -> str:
    """Return the datatype of a value; an amount is money if its unit is a currency code, otherwise a measure."""
    unit = literal.unit or ""
    if len(unit) == CURRENCY_CODE and unit.isalpha() and unit.isupper():
        return MONEY
    return MEASURE if unit and literal.datatype in NUMBERS else literal.datatype


def _structural(edge: StructuralEdge, lookup: Lookup) -> Record:
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


def _named_part(part: NamedPart, lookup: Lookup) -> Record:
    """Return the words for an entity with the name in them, and the position of that name."""
    name = part.part.span
    place = {"text": part.part.text, "start": name.start, "end": name.end}
    return {**_place(part.span), "words": lookup.words(part.span), "name": place}


def _event(statement: Statement, lookup: Lookup) -> Record | None:
    """Return the event in a statement, with agent and patient independent of the voice; None if there is none."""
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
    return {"value": time.value, "from": iso(time.start), "to": iso(time.end), "text": time.text}


def _evidence(statement: Statement, lookup: Lookup) -> list[Record]:
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


def json_lines(records: Iterable[Record]) -> Iterator[str]:
    """Yield one record per line, with line separators escaped."""
    encoded = map(json.JSONEncoder(ensure_ascii=False).encode, records)  # `dumps` creates an encoder for each record
    return (f"{_escaped(text)}\n" for text in encoded)


def _escaped(text: str) -> str:
    return _ESCAPED_IN_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
