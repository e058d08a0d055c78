"""What the writers of triples share: how the things of one graph are named."""

import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.export import iris
from kg.export.rdf.terms import Iri, Node, Quad, Triple
from kg.identifiers import digest
from kg.model import Document, Graph, Mention, Span, Statement

Triples: t.TypeAlias = Iterator[Triple]


@dataclass(frozen=True, slots=True)
class Context:
    """What is needed to name things: the base, the documents and their IRIs by id, entities and IRIs by mention."""

    base: str
    documents: t.Mapping[str, Document]
    document_iris: t.Mapping[str, Iri]
    entities: t.Mapping[tuple[str, int], str]
    mentions: t.Mapping[Mention, Iri]

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
        """Return the IRI of a stretch of text."""
        return Iri(f"{self.document(span.document)}{iris.place(span)}")

    def run(self, name: str) -> Iri:
        """Return the IRI of an activity or a program."""
        return Iri(f"{self.base}run/{iris.local_name(name)}")


def _all_mentions(graph: Graph) -> set[Mention]:
    """Return the mentions of all chains, named parts and claims, those of times and values too."""
    found = {mention for chain in graph.chains for mention in chain}
    found.update(mention for part in graph.named_parts for mention in (part.whole, part.part))
    for claim in graph.claims:
        optional = (claim.object, claim.speaker, claim.denied_by)
        found.update((claim.subject, *(qualifier.value for qualifier in claim.qualifiers)))
        found.update(mention for mention in optional if mention is not None)
    return found


def mention_iris(graph: Graph, base: str) -> dict[Mention, Iri]:
    """Name each mention by its place; where two stand at one place, all but the first get a digest too."""
    by_span: dict[Span, list[Mention]] = defaultdict(list)
    for mention in _all_mentions(graph):
        by_span[mention.span].append(mention)
    named = {}
    for span, mentions in by_span.items():
        iri = f"{iris.document_iri(span.document, base_iri=base)}{iris.place(span)}"
        # nearly all stand alone, and to write one out for the order takes its time
        first, *others = sorted(mentions, key=repr) if len(mentions) > 1 else mentions
        named[first] = Iri(iri)
        named.update((other, Iri(f"{iri};mention={digest(repr(other))}")) for other in others)
    return named


def about(subject: Iri, properties: Iterable[tuple[Iri, Node]]) -> Triples:
    """Yield the triples of one subject."""
    for predicate, node in properties:
        yield subject, predicate, node


def within(document: Iri | None, triples: Iterable[Triple]) -> Iterator[Quad]:
    """Yield triples with the document whose text says them."""
    for subject, predicate, node in triples:
        yield subject, predicate, node, document
