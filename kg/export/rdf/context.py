"""Data shared by the writers of triples: the names of everything in one graph."""

import itertools
import operator
import typing as t
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.export import iris
from kg.export.rdf.terms import Iri, Node, Quad, Triple
from kg.identifiers import digest
from kg.model import Document, Graph, Kind, Literal, Mention, Span, Statement, Time
from kg.places import Marks, Place

Triples: t.TypeAlias = Iterator[Triple]
Mark: t.TypeAlias = tuple[int, int, str | None, Kind, str, Literal | Time | None, str]
"""The fields of a mention: its length, the offset of its head, its words if they differ from the text, and others."""


@dataclass(frozen=True, slots=True)
class Context:
    """The data for naming things: the base, the documents and their IRIs by id, entities and IRIs by mention."""

    base: str
    documents: t.Mapping[str, Document]
    document_iris: t.Mapping[str, Iri]
    entities: t.Mapping[tuple[str, int], str]
    mentions: "MentionIris"

    def entity(self, entity_id: str) -> Iri:
        """Return the IRI of an entity."""
        return Iri(iris.entity_iri(entity_id, base_iri=self.base))

    def relation(self, relation: str) -> Iri:
        """Return the IRI of a relation."""
        return Iri(iris.relation_iri(relation, base_iri=self.base))

    def statement(self, statement: Statement) -> Iri:
        """Return the IRI of a statement."""
        return Iri(iris.statement_iri(statement.id, base_iri=self.base))

    def document(self, document_id: str) -> Iri:
        """Return the IRI of a document."""
        known = self.document_iris.get(document_id)
        return Iri(iris.document_iri(document_id, base_iri=self.base)) if known is None else known

    def span(self, span: Span) -> Iri:
        """Return the IRI of a span."""
        return Iri(f"{self.document(span.document)}{iris.place(span)}")

    def run(self, name: str) -> Iri:
        """Return the IRI of an activity or a program."""
        return Iri(f"{self.base}run/{iris.local_name(name)}")


class MentionIris(Mapping[Mention, Iri]):
    """The IRIs of all mentions, by position; if several share a position, all except the first get a digest.

    Args:
        graph: its chains, named parts and claims contain the mentions, including those of times and values.
        base: the start of the IRIs.
    """

    def __init__(self, graph: Graph, base: str) -> None:
        self._base = base
        self._texts = {document.id: document.text for document in graph.documents}
        self._marks = Marks((each.span.document, each.span.start, self._mark(each)) for each in _mentions(graph))
        self._others = dict(self._at_shared_places())

    def __getitem__(self, mention: Mention) -> Iri:
        others = self._others.get((mention.span.document, mention.span.start))
        return (others and others.get(mention)) or self._place(mention.span)

    def __iter__(self) -> Iterator[Mention]:
        return itertools.starmap(self._mention, self._marks)

    @property
    def types(self) -> set[str]:
        """The types of all mentions."""
        return {type_ for *_, type_, _, _ in self._marks.values}

    @property
    def literals(self) -> Iterator[Literal | Time | None]:
        """The values of all mentions."""
        return (value for *_, value, _ in self._marks.values)

    def _mention(self, document: str, start: int, mark: Mark) -> Mention:
        length, head, text, kind, type_, value, completed = mark
        words = self._texts[document][start : start + length] if text is None else text
        return Mention(Span(document, start, start + length), words, start + head, kind, type_, value, completed)

    def __len__(self) -> int:
        return len(self._marks.places)

    def _mark(self, mention: Mention) -> Mark:
        """Return what distinguishes a mention from others with the same start."""
        span, text = mention.span, mention.text
        words = None if self._texts.get(span.document, "")[span.start : span.end] == text else text
        given = mention.kind, mention.type, mention.value, mention.completed
        return (span.end - span.start, mention.head - span.start, words, *given)

    def _place(self, span: Span) -> Iri:
        return Iri(f"{iris.document_iri(span.document, base_iri=self._base)}{iris.place(span)}")

    def _at_shared_places(self) -> Iterator[tuple[Place, dict[Mention, Iri]]]:
        for place, beginning in itertools.groupby(self._marks, operator.itemgetter(0, 1)):
            marks = [*beginning]
            if len(marks) > 1:  # nearly all marks are unique, and writing them out for sorting takes time
                mentions = itertools.starmap(self._mention, marks)
                yield place, dict(self._distinguished(sorted(mentions, key=lambda each: (each.span, repr(each)))))

    def _distinguished(self, mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Iri]]:
        for span, same in itertools.groupby(mentions, lambda mention: mention.span):
            for other in itertools.islice(same, 1, None):
                yield other, Iri(f"{self._place(span)};mention={digest(repr(other))}")


def _mentions(graph: Graph) -> Iterator[Mention]:
    """Yield the mentions of all chains, named parts and claims, with repetitions."""
    for entity in graph.entities:
        yield from itertools.chain.from_iterable(entity.chains)
    for part in graph.named_parts:
        yield from (part.whole, part.part)
    for claim in (claim for statement in graph.statements for claim in statement.claims):
        optional = (claim.object, claim.speaker, claim.denied_by)
        yield from (claim.subject, *(qualifier.value for qualifier in claim.qualifiers))
        yield from (mention for mention in optional if mention is not None)


def about(subject: Iri, properties: Iterable[tuple[Iri, Node]]) -> Triples:
    """Yield the triples of one subject."""
    for predicate, node in properties:
        yield subject, predicate, node


def within(document: Iri | None, triples: Iterable[Triple]) -> Iterator[Quad]:
    """Yield triples with the document whose text states them."""
    for subject, predicate, node in triples:
        yield subject, predicate, node, document
