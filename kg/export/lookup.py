"""Look up what the ids in statements refer to: labels, types, words of the texts, and IRIs."""

import typing as t
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.export import iris, wording
from kg.model import Claim, Document, Entity, Graph, Mention, Span, Statement, Time


@dataclass(frozen=True, slots=True)
class Lookup:
    """What the ids in statements refer to; without a base, an id is used instead of an IRI."""

    base: str | None
    entities: Mapping[str, Entity]
    documents: Mapping[str, Document]
    entity_ids: Mapping[tuple[str, int], str]
    document_iris: Mapping[str, str]

    @classmethod
    def of(cls, graph: Graph, base_iri: str | None) -> "Lookup":
        """Return the lookup for a graph.

        Raises:
            UsageError: the base is invalid.
        """
        entities = {entity.id: entity for entity in graph.entities}
        documents = {document.id: document for document in graph.documents}
        base = None if base_iri is None else iris.checked_base(base_iri)
        named = {} if base is None else {id_: iris.document_iri(id_, base_iri=base) for id_ in documents}
        return cls(base, entities, documents, graph.entity_ids(), named)

    def words(self, span: Span) -> str:
        """Return the words of a span; an empty string if the text is not in the graph."""
        document = self.documents.get(span.document)
        return "" if document is None else document.text[span.start : span.end]

    def place(self, span: Span) -> str | None:
        """Return the place of a span in its file, such as "page 3", or None if its format has no places."""
        document = self.documents.get(span.document)
        return None if document is None else document.place_of(span)

    def label(self, entity_id: str | None) -> str | None:
        """Return the label of an entity, or its id if it is not in the graph."""
        entity = self.entities.get(entity_id) if entity_id is not None else None
        return entity_id if entity is None else entity.label

    def iri(self, entity_id: str | None) -> str | None:
        """Return the IRI of an entity."""
        return entity_id if entity_id is None or self.base is None else iris.entity_iri(entity_id, base_iri=self.base)

    def statement(self, statement: Statement) -> str:
        """Return the IRI of a statement."""
        return statement.id if self.base is None else iris.statement_iri(statement.id, base_iri=self.base)

    def document(self, document_id: str) -> str:
        """Return the IRI of a document."""
        if self.base is None:
            return document_id
        return self.document_iris.get(document_id) or iris.document_iri(document_id, base_iri=self.base)

    def target(self, statement: Statement) -> str:
        """Return the target of a statement's edge: the IRI of an entity, or a node of this statement only."""
        node = wording.object_node(statement)
        return t.cast("str", self.iri(node)) if node == statement.object else node

    def type(self, entity_id: str | None) -> str | None:
        """Return the type of an entity."""
        entity = self.entities.get(entity_id) if entity_id is not None else None
        return None if entity is None else entity.type


def iso(day: date | None) -> str | None:
    """Return a day as YYYY-MM-DD."""
    return None if day is None else day.isoformat()


def publication(document: Document) -> dict[str, str | None]:
    """Return the metadata of a document, under the names used in tables and JSON lines."""
    return {
        "title": document.title,
        "published": iso(document.published),
        "source": document.source,
        "author": document.author,
        "language": document.language,
        "format": document.format,
        "address": document.address,
    }


def qualifiers(statement: Statement, lookup: Lookup) -> list[dict[str, str | None]]:
    """Return the qualifiers of all claims without duplicates, each with the alphabetically first words for it."""
    words: dict[tuple[str, str, str], set[str]] = {}
    for claim, qualifier in ((one, each) for one in statement.claims for each in one.qualifiers):
        value, iri, text = _qualifier_value(qualifier.value, lookup)
        if iri is not None:
            text = _without_claim(text, qualifier.value, claim, lookup)
        words.setdefault((qualifier.role, value, iri or ""), set()).add(text)
    return [
        {"role": role, "text": min(texts), "value": value, "id": iri or None}
        for (role, value, iri), texts in sorted(words.items())
    ]


def _without_claim(label: str, mention: Mention, claim: Claim, lookup: Lookup) -> str:
    """Return the label of an entity without the claim that a mention of it qualifies: "hall *where Silva spoke*"."""
    text, head = mention.described
    before, noun, rest = label.partition(text[head:])
    if not rest:
        return label
    verbs = [lookup.words(part) for part in claim.predicate]
    return before + noun if any(verbs) and all(each in rest for each in verbs) else label


def _qualifier_value(mention: Mention, lookup: Lookup) -> tuple[str, str | None, str]:
    """Return the label of an entity, its IRI and the words for it; otherwise the value, None and the words.

    An entity is given by its label, or in the words of a longer phrase. The value of a quantity is the text for
    it.
    """
    entity_id = lookup.entity_ids.get(mention.key)
    if entity_id is not None:
        label = lookup.label(entity_id) or entity_id
        return label, lookup.iri(entity_id), mention.wording if mention.kind == "phrase" else label
    value = mention.value.literal() if isinstance(mention.value, Time) else mention.value
    shown = mention.words if value is None or mention.kind == "value" else wording.literal_text(value)
    return shown, None, mention.wording
