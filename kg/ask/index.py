"""A graph that answers questions with plain values, for programs and language models."""

import os
import typing as t
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from kg.ask.text import TextIndex
from kg.errors import UsageError
from kg.export import finding, wording
from kg.export.importance import Importance, importance
from kg.export.iris import DEFAULT_BASE
from kg.export.lookup import Lookup, iso, publication
from kg.export.neighbourhood import named, path
from kg.export.tables import triples
from kg.graph import KnowledgeGraph
from kg.model import Entity, Span, Statement, StructuralEdge, Time

Row: t.TypeAlias = dict[str, t.Any]
FIELDS: t.Final = ("relation", "phrase", "status", "negated", "confidence", "independent_sources")
"""What an answer tells of a statement as it is."""
MOST: t.Final = 100
"""The largest limit of an answer."""
LONGEST: t.Final = 1_000
"""Characters that a name or a question may have."""
SLIGHT: t.Final = 0.05
"""What the importance of an entity is raised by, so that the words count where it is 0."""
LABEL, ALIASES = 2.0, 1.0
SENTENCE, NAMES, TITLE = 1.0, 0.7, 0.3
"""How much words count: in an entity's names; in a sentence, in the names of what it speaks of, in its title."""


@dataclass(frozen=True, slots=True, eq=False)
class GraphIndex:
    """A graph with indexes for fast answers; every answer consists of dicts, lists, strings and numbers.

    Names are labels, aliases or ids (including IRIs); case does not matter.
    """

    graph: KnowledgeGraph
    lookup: Lookup
    weights: Importance
    statements: Mapping[str, Statement]
    entities: Mapping[str, Entity]
    sentences: Mapping[Span, tuple[Statement, ...]]
    _names: TextIndex
    _texts: TextIndex

    @classmethod
    def of(cls, graph: KnowledgeGraph, *, base_iri: str = DEFAULT_BASE) -> "GraphIndex":
        """Return a graph ready for questions.

        Args:
            graph: the graph.
            base_iri: the base of the ids in the answers.

        Raises:
            UsageError: the base is invalid, or SQLite has no full-text search.
        """
        lookup = Lookup.of(graph, base_iri)
        sentences: dict[Span, dict[str, Statement]] = defaultdict(dict)
        for statement in graph.statements:
            for claim in statement.claims:
                sentences[claim.evidence.span][statement.id] = statement
        ordered = {span: tuple(sentences[span].values()) for span in sorted(sentences)}
        return cls(
            graph,
            lookup,
            importance(graph),
            {lookup.statement(statement): statement for statement in graph.statements},
            {t.cast("str", lookup.iri(entity.id)): entity for entity in graph.entities},
            ordered,
            TextIndex(
                (LABEL, ALIASES), ((each.label, " ".join(each.aliases)) for each in graph.entities), beginnings=True
            ),
            TextIndex(
                (SENTENCE, NAMES, TITLE),
                ((lookup.words(span), _named(found, lookup), _title(span, lookup)) for span, found in ordered.items()),
            ),
        )

    @classmethod
    def read(cls, place: str | os.PathLike[str]) -> "GraphIndex":
        """Return the graph in an output folder, or in its RDF file, ready for questions.

        Raises:
            InputError: there is no graph, or it cannot be read.
        """
        from kg.export.rdf import base_iri_of
        from kg.outputs import graph_file

        source = graph_file(place)
        return cls.of(KnowledgeGraph.read(source), base_iri=base_iri_of(source))

    def search(self, text: str, limit: int = 10) -> list[Row]:
        """Find entities by words or prefixes of words in their names, the best match first.

        Args:
            text: words of the name.
            limit: the maximum number of entities, up to 100.
        """
        wanted, weights = text.strip().casefold(), self.weights.entities
        found = self._names.search(_checked(text), MOST)
        ranked = [(self.graph.entities[place], score) for place, score in found]
        ranked.sort(key=lambda each: (each[0].label.casefold() != wanted, -each[1] * (weights[each[0].id] + SLIGHT)))
        return [self._entity(entity) for entity, _ in ranked[: _bounded(limit)]]

    def about(self, name: str, limit: int = 20) -> list[Row]:
        """Return the statements with an entity as subject or object, the most important first.

        Args:
            name: the name or the id of the entity.
            limit: the maximum number of statements, up to 100.
        """
        return self._rows(finding.about(self.graph, self._local(name), weights=self.weights), limit)

    def between(self, one: str, other: str, limit: int = 20) -> list[Row]:
        """Return the statements that connect two entities, in either direction, the most important first.

        Args:
            one: the name or the id of an entity.
            other: the name or the id of the other entity.
            limit: the maximum number of statements, up to 100.
        """
        found = finding.between(self.graph, self._local(one), self._local(other), weights=self.weights)
        return self._rows(found, limit)

    def said_by(self, name: str, limit: int = 20) -> list[Row]:
        """Return the statements that someone is quoted or reported to make, the most important first.

        Args:
            name: the name or the id of the speaker.
            limit: the maximum number of statements, up to 100.
        """
        return self._rows(finding.said_by(self.graph, self._local(name), weights=self.weights), limit)

    def timeline(self, name: str, limit: int = 50) -> list[Row]:
        """Return the dated statements about an entity, the earliest first.

        Args:
            name: the name or the id of the entity.
            limit: the maximum number of statements, up to 100.
        """
        about = {statement.id for statement in finding.about(self.graph, self._local(name), weights=self.weights)}
        dated = (statement for statement in finding.timeline(self.graph, weights=self.weights) if statement.id in about)
        return self._rows(dated, limit)

    def neighbours(self, name: str, limit: int = 20) -> list[Row]:
        """Return the entities that statements connect with an entity, each with these statements.

        Args:
            name: the name or the id of the entity.
            limit: the maximum number of neighbours, up to 100.
        """
        local = self._local(name)
        near: dict[str, list[Statement]] = defaultdict(list)
        for statement in finding.about(self.graph, local, weights=self.weights):
            for end in dict.fromkeys((statement.subject, statement.object)):
                if isinstance(end, str):
                    near[end].append(statement)
        for id_ in named(self.graph.entities, local):
            near.pop(id_, None)
        chosen = [*near.items()][: _bounded(limit)]
        entities = self.lookup.entities
        return [self._entity(entities[id_]) | {"statements": [*map(self._row, found)]} for id_, found in chosen]

    def path(self, one: str, other: str) -> list[Row]:
        """Return a shortest path between two entities: statements, and structural edges if statements are not enough.

        A path shows a connection, but its statements need not be true: check their status. A step without a status is
        a structural edge: the words for one entity name the other. If there is no path, an error is raised;
        `neighbours` lists the connections of each.

        Args:
            one: the name or the id of an entity.
            other: the name or the id of the other entity.
        """
        entities = self.graph.entities
        ends = self._local(one), self._local(other)
        found = path(self.graph, *ends, weights=self.weights)
        if not found and named(entities, ends[0]).isdisjoint(named(entities, ends[1])):
            raise UsageError(
                f"{one!r} and {other!r}: no path of statements and structural edges connects them; "
                "`neighbours` and `about` list the connections of each"
            )
        return [self._row(each) if isinstance(each, Statement) else self._step(each) for each in found[:MOST]]

    def evidence(self, statement: str) -> Row:
        """Return everything known about a statement: every sentence that makes it, time, speaker, circumstances.

        Args:
            statement: the id of the statement, from another answer.
        """
        found = self.statements.get(statement)
        if found is None:
            raise UsageError(f"{statement[:LONGEST]!r}: no statement has this id")
        return next(triples(self.graph, [found], base_iri=t.cast("str", self.lookup.base), weights=self.weights))

    def retrieve(self, question: str, limit: int = 10) -> list[Row]:
        """Return the sentences that match a question best, each with its source and its statements.

        Sentences are quoted, never summarised. The `status` of a statement shows whether it is affirmed, negated,
        planned, possible, alleged, conditional or denied; `attributed_to` is its speaker.

        Args:
            question: a question or keywords.
            limit: the maximum number of sentences, up to 100.
        """
        spans = [*self.sentences]
        found = self._texts.search(_checked(question), _bounded(limit))
        return [self._sentence(spans[place]) | {"score": round(score, 4)} for place, score in found]

    def query(self, sparql: str) -> Row:
        """Return the columns and rows of a read-only SPARQL 1.1 query; SERVICE is refused.

        Args:
            sparql: the query; the prefixes of kg need not be declared.
        """
        found = self.graph.query(sparql)
        return {"columns": [*found.columns], "rows": [[*row] for row in found.rows]}

    def _local(self, name: str) -> str:
        entity = self.entities.get(_checked(name))
        return name if entity is None else entity.id

    def _entity(self, entity: Entity) -> Row:
        return {
            "id": self.lookup.iri(entity.id),
            "name": entity.label,
            "type": entity.type,
            "aliases": [*entity.aliases],
            "links": [*entity.links],
            "mentions": len(entity.mentions),
        }

    def _rows(self, statements: Iterable[Statement], limit: int) -> list[Row]:
        return [self._row(statement) for statement in [*statements][: _bounded(limit)]]

    def _row(self, statement: Statement) -> Row:
        span = min((-claim.evidence.confidence, claim.evidence.span) for claim in statement.claims)[1]
        return self._statement(statement) | {"sentence": self.lookup.words(span), **self._source(span)}

    def _step(self, edge: StructuralEdge) -> Row:
        """Return a structural edge as a statement is told: nobody says it, so it has no status."""
        span = edge.named_parts[0].span
        return {
            "id": wording.structural_id(edge),
            "subject": self.lookup.label(edge.source),
            "object": self.lookup.label(edge.target),
            **dict.fromkeys((*FIELDS, "attributed_to", "denied_by", "time")),
            **dict.fromkeys(("relation", "phrase"), edge.kind),
            "sentence": self.lookup.words(span),
            **self._source(span),
        }

    def _statement(self, statement: Statement) -> Row:
        object_ = (
            self.lookup.label(statement.object) if isinstance(statement.object, str) else wording.object_text(statement)
        )
        speaker, denied_by = wording.people(statement, self.lookup.entities)
        return {
            "id": self.lookup.statement(statement),
            "subject": self.lookup.label(statement.subject),
            "object": object_,
            **{name: getattr(statement, name) for name in FIELDS},
            "attributed_to": speaker,
            "denied_by": denied_by,
            "time": None if statement.time is None else _time(statement.time),
        }

    def _sentence(self, span: Span) -> Row:
        statements = [self._statement(statement) for statement in self.sentences[span]]
        return {"sentence": self.lookup.words(span), **self._source(span), "statements": statements}

    def _source(self, span: Span) -> Row:
        document = self.lookup.documents[span.document]
        known = publication(document)
        source = {name: known[name] for name in ("title", "published", "source", "address")}
        place = {"start": span.start, "end": span.end, "place": self.lookup.place(span)}
        return {"document": document.id, **source, **place}


def _time(time: Time) -> Row:
    return {"value": time.value, "from": iso(time.start), "to": iso(time.end), "text": time.text}


def _checked(text: str) -> str:
    if not text.strip() or len(text) > LONGEST:
        raise UsageError(f"give between 1 and {LONGEST} characters")
    return text


def _bounded(limit: int) -> int:
    if not 1 <= limit <= MOST:
        raise UsageError(f"limit {limit}: must lie between 1 and {MOST}")
    return limit


def _named(statements: Collection[Statement], lookup: Lookup) -> str:
    """Return the names and relations of the statements of a sentence, which itself may say "it" and "sold"."""
    ends = (
        end
        for statement in statements
        for end in (statement.subject, statement.object, statement.speaker, statement.denied_by)
    )
    labels = [lookup.label(end) or end for end in ends if isinstance(end, str)]
    return " ".join(dict.fromkeys([*labels, *(statement.relation for statement in statements)]))


def _title(span: Span, lookup: Lookup) -> str:
    return lookup.documents[span.document].title or ""
