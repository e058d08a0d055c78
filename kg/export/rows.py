"""Nodes, edges and documents of a graph as flat rows with fixed columns, for tables and networks.

The ids are those of the RDF and of JSON lines. A statement with several sentences is shown with the most confident
one; `triples.jsonl` has all.
"""

import typing as t
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.export import iris, wording
from kg.export.events import event_of
from kg.export.importance import Importance, importance
from kg.export.lookup import Lookup, iso, publication, qualifiers
from kg.model import Claim, Graph, Span, Statement, StructuralEdge, Time

SEPARATOR: t.Final = "; "
"""The separator between several values in formats without lists."""
Cell: t.TypeAlias = str | bool | int | float | tuple[str, ...] | None
Row: t.TypeAlias = Mapping[str, Cell]

NODE: t.Final[Mapping[str, type]] = {
    "id": str,
    "label": str,
    "type": str,
    "aliases": tuple,
    "mentions": int,
    "links": tuple,
    "importance": float,
}
ATTRIBUTES: t.Final[Mapping[str, type]] = {
    "kind": str,
    "relation": str,
    "phrase": str,
    "event": str,
    "status": str,
    "negated": bool,
    "modality": str,
    "speaker": str,
    "speaker_id": str,
    "denied_by": str,
    "denied_by_id": str,
    "time": str,
    "time_from": str,
    "time_to": str,
    "time_text": str,
    "qualifiers": tuple,
    "confidence": float,
    "importance": float,
    "mentions": int,
    "independent_sources": int,
    "document": str,
    "start": int,
    "end": int,
    "sentence": str,
    "place": str,
    "documents": tuple,
}
"""The attributes of an edge besides its ends; `document` to `place` refer to the evidence of highest confidence.

`time` is a day, month or year in figures, otherwise the words; `time_from` and `time_to` are days.
"""
EDGE: t.Final[Mapping[str, type]] = {
    **dict.fromkeys(("id", "source", "target", "subject", "object"), str),
    **ATTRIBUTES,
}
DOCUMENT: t.Final[Mapping[str, type]] = {
    **dict.fromkeys(("id", "name", "title", "published", "source", "author", "language", "format", "address"), str),
    **dict.fromkeys(("characters", "statements"), int),
    "copy_of": str,
    "contains_text_of": tuple,
}
"""The columns of each table, with the types of their cells; a tuple holds several strings."""
DAYS: t.Final = frozenset({"published", "time_from", "time_to"})
"""Columns that contain days (YYYY-MM-DD)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a graph."""

    graph: Graph
    lookup: Lookup
    weights: Importance

    @classmethod
    def of(cls, graph: Graph, *, base_iri: str | None = iris.DEFAULT_BASE, weights: Importance | None = None) -> "Rows":
        """Return the rows of a graph.

        Args:
            graph: the graph.
            base_iri: the base of the ids; None keeps the short ids.
            weights: the result of `importance(graph)`, if already known.

        Raises:
            UsageError: the base is invalid.
        """
        return cls(graph, Lookup.of(graph, base_iri), weights or importance(graph))

    def nodes(self) -> Iterator[Row]:
        """Yield the entities, then the values that are objects of statements, each as a node of its own."""
        for entity in self.graph.entities:
            yield {
                "id": self.lookup.iri(entity.id),
                "label": entity.label,
                "type": entity.type,
                "aliases": entity.aliases,
                "mentions": len(entity.mentions),
                "links": entity.links,
                "importance": self.weights.entities[entity.id],
            }
        for statement in self.graph.statements:
            text = wording.object_text(statement)
            if text is not None:
                yield {"id": wording.object_node(statement), "label": text, "type": wording.LITERAL_TYPE}

    def edges(self, *, points: bool = False) -> Iterator[Row]:
        """Yield the statements, then the structural edges.

        Args:
            points: whether a statement without an object ends at a node of its own; otherwise its target is None.
        """
        for statement in self.graph.statements:
            entity = statement.object if isinstance(statement.object, str) else None
            object_ = self.lookup.label(entity) if entity is not None else wording.object_text(statement)
            target = self.lookup.target(statement) if points or statement.object is not None else None
            ends = self._ends(self.lookup.statement(statement), statement.subject, target, object_)
            yield {**ends, **self.statement(statement)}
        for edge in self.graph.structural_edges:
            target, object_ = self.lookup.iri(edge.target), self.lookup.label(edge.target)
            yield {**self._ends(wording.structural_id(edge), edge.source, target, object_), **self.structural(edge)}

    def statement(self, statement: Statement) -> Row:
        """Return the attributes of a statement."""
        event, sentence = event_of(statement, self.lookup.entities), _surest(statement.claims)
        speaker, denied_by = wording.people(statement, self.lookup.entities)
        return {
            "kind": wording.STATEMENT,
            "relation": statement.relation,
            "phrase": statement.phrase,
            "event": None if event is None else event.words,
            "status": statement.status,
            "negated": statement.negated,
            "modality": statement.modality,
            "speaker": speaker,
            "speaker_id": self.lookup.iri(statement.speaker),
            "denied_by": denied_by,
            "denied_by_id": self.lookup.iri(statement.denied_by),
            **_time(statement.time),
            "qualifiers": tuple(f"{each['role']} {each['text']}" for each in qualifiers(statement, self.lookup)),
            "confidence": statement.confidence,
            "importance": self.weights.statements[statement.id],
            "mentions": statement.mentions,
            "independent_sources": statement.independent_sources,
            **({} if sentence is None else self._place(sentence)),
            "documents": self._documents(claim.evidence.span.document for claim in statement.claims),
        }

    def structural(self, edge: StructuralEdge) -> Row:
        """Return the attributes of a structural edge: it has no speaker, so it has no status, time or confidence."""
        first = edge.named_parts[0].span
        return {
            "kind": wording.STRUCTURAL,
            "relation": edge.kind,
            "phrase": edge.kind,
            **self._place(first),
            "documents": self._documents(part.span.document for part in edge.named_parts),
        }

    def documents(self) -> Iterator[Row]:
        """Yield the documents, with the number of their statements, and the documents whose text they have."""
        counts = dict.fromkeys((document.id for document in self.graph.documents), 0)
        for statement in self.graph.statements:
            for name in {claim.evidence.span.document for claim in statement.claims}:
                counts[name] = counts.get(name, 0) + 1
        same = {copy.document: self.lookup.document(copy.original) for copy in self.graph.copies if copy.kind == "copy"}
        within: dict[str, list[str]] = {}
        for copy in self.graph.copies:
            if copy.kind == "contains":
                within.setdefault(copy.document, []).append(copy.original)
        for document in self.graph.documents:
            yield {
                "id": self.lookup.document(document.id),
                "name": document.id,
                **publication(document),
                "characters": len(document.text),
                "statements": counts[document.id],
                "copy_of": same.get(document.id),
                "contains_text_of": self._documents(within.get(document.id, ())),
            }

    def _ends(self, id_: str, source: str, target: str | None, object_: str | None) -> Row:
        ends: Row = {"id": id_, "source": self.lookup.iri(source), "target": target}
        return {**ends, "subject": self.lookup.label(source), "object": object_}

    def _place(self, span: Span) -> Row:
        place: Row = {"document": self.lookup.document(span.document), "start": span.start, "end": span.end}
        return {**place, "sentence": self.lookup.words(span), "place": self.lookup.place(span)}

    def _documents(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(self.lookup.document(name) for name in sorted(set(names)))


def _surest(claims: Iterable[Claim]) -> Span | None:
    """Return the sentence with the highest confidence, the first in case of a tie; None if there is none."""
    return min(((-claim.evidence.confidence, claim.evidence.span) for claim in claims), default=(0.0, None))[1]


def _time(time: Time | None) -> Row:
    if time is None:
        return {}
    days = {"time_from": iso(time.start), "time_to": iso(time.end)}
    return {"time": time.readable, **days, "time_text": time.text}
