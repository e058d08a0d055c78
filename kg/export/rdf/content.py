"""The content of a graph for any layout: quads and reifications, unsorted."""

import itertools
from collections.abc import Callable, Iterable, Iterator

from kg.export import iris
from kg.export.connections import mentioned
from kg.export.contradictions import Contradiction
from kg.export.derived import Derived
from kg.export.encodings import Encoding
from kg.export.rdf import values
from kg.export.rdf.context import Context, MentionIris, Triples, about, within
from kg.export.rdf.dataset import dataset_triples, decision_triples, run_triples
from kg.export.rdf.layouts import Content
from kg.export.rdf.relations import RelationTable, link_triples, relation_table
from kg.export.rdf.statements import claim_content, event_triples, statement_triples
from kg.export.rdf.terms import Iri
from kg.export.rdf.text import document_triples, mention_triples, place_triples, selector_triples, span_triples
from kg.export.rdf.vocabulary import (
    BROADER_CLASSES,
    COPIED,
    ITSRDF,
    KG,
    NIF,
    RDF,
    RDFS,
    SKOS,
    STRUCTURAL,
    class_iri,
    datatype_iri,
    datatype_name,
    type_name,
)
from kg.model import Claim, Entity, Graph, Literal, Span
from kg.places import Places


def content(graph: Graph, encoding: Encoding, derived: Derived | None = None) -> Iterator[Content]:
    """Yield the content of a graph, which is the same for every layout; a quad may be repeated.

    Args:
        graph: the graph.
        encoding: the RDF options.
        derived: the derived data of the graph, if already known.

    Raises:
        InputError: a file of relations cannot be opened.
        UsageError: a file of relations is invalid.
    """
    context = _context(graph, encoding.base_iri)
    yield from _over_documents(graph, encoding, derived or Derived.of(graph), context)
    yield from _of_documents(graph, encoding, context)


def content_over_documents(graph: Graph, encoding: Encoding) -> Iterator[Content]:
    """Do the same as `content`, but only for what concerns all documents together.

    Raises:
        InputError: a file of relations cannot be opened.
        UsageError: a file of relations is invalid.
    """
    return _over_documents(graph, encoding, Derived.of(graph), _context(graph, encoding.base_iri))


def content_of_documents(graph: Graph, encoding: Encoding) -> Iterator[Content]:
    """Do the same as `content`, but only for what each document says, so that documents can be written separately.

    Args:
        graph: some documents with their mentions and claims; entities need only their ids, and statements may lack the
            claims of other documents.
        encoding: the RDF options.
    """
    return _of_documents(graph, encoding, _context(graph, encoding.base_iri))


def _context(graph: Graph, base: str) -> Context:
    documents = {document.id: document for document in graph.documents}
    document_iris = {id_: Iri(iris.document_iri(id_, base_iri=base)) for id_ in documents}
    return Context(base, documents, document_iris, graph.entity_ids(), MentionIris(graph, base))


def _over_documents(graph: Graph, encoding: Encoding, derived: Derived, context: Context) -> Iterator[Content]:
    relations, weights = relation_table(encoding.relations), derived.weights
    yield from within(None, dataset_triples(graph, context))
    yield from within(None, run_triples(graph, context))
    yield from within(None, _relations(graph, relations, context))
    yield from within(None, _names(graph, context))
    yield from within(None, _mentioned(graph, context))
    for entity in graph.entities:
        yield context.entity(entity.id), KG["importance"], values.decimal(weights.entities[entity.id]), None
        yield from within(None, _entity(entity, context))
    entities = {entity.id: entity for entity in graph.entities}
    for statement in graph.statements:
        weight = values.decimal(weights.statements[statement.id])
        yield context.statement(statement), KG["importance"], weight, None
        yield from within(None, statement_triples(statement, context))
        yield from within(None, event_triples(statement, entities, context))
    for edge in graph.structural_edges:
        yield context.entity(edge.source), STRUCTURAL[edge.kind], context.entity(edge.target), None
    yield from within(None, _contradictions(derived.contradictions, context))
    for decision in graph.decisions:
        yield from within(None, decision_triples(decision, context))


def _of_documents(graph: Graph, encoding: Encoding, context: Context) -> Iterator[Content]:
    yield from _texts(graph, context, encoding=encoding)
    for entity in graph.entities:
        for chain in entity.chains:
            document = context.document(chain[0].span.document)
            for mention in chain:  # the first one represents the chain
                yield context.mentions[mention], ITSRDF["taIdentRef"], context.entity(entity.id), document
                if mention != chain[0]:
                    yield context.mentions[mention], KG["chain"], context.mentions[chain[0]], document
    for statement in graph.statements:
        yield from claim_content(statement, context)
    for part in graph.named_parts:  # for each mention, the entity it names
        document = context.document(part.whole.span.document)
        yield context.mentions[part.whole], STRUCTURAL[part.kind], context.mentions[part.part], document
    for copy in graph.copies:
        document = context.document(copy.document)
        yield document, COPIED[copy.kind], context.document(copy.original), document


def _texts(graph: Graph, context: Context, *, encoding: Encoding) -> Iterator[Content]:
    """Yield documents, and the spans of their texts that are mentions or evidence, without duplicates.

    The IRIs of predicates and cues already contain all information about their words.
    """
    for document in graph.documents:
        yield from within(context.document(document.id), document_triples(document, context))
    for mention, iri in context.mentions.items():
        triples = mention_triples(mention, iri, context, spans=encoding.spans)
        yield from within(context.document(mention.span.document), triples)
    sentences, phrases = _spans(graph, lambda claim: (claim.evidence.span,)), Places(())
    if encoding.spans:
        phrases = _spans(graph, lambda claim: (*claim.predicate, *claim.cues, *claim.evidence.unread))
    for spans, class_ in ((sentences, NIF["Sentence"]), (phrases, NIF["Phrase"])):
        for span in itertools.starmap(Span, spans):
            triples = span_triples(span, context.span(span), class_, None, context)
            yield from within(context.document(span.document), triples)
    for span in itertools.starmap(Span, sentences):
        selectors = selector_triples(span, context) if encoding.selectors else ()
        yield from within(context.document(span.document), itertools.chain(place_triples(span, context), selectors))


def _spans(graph: Graph, of: Callable[[Claim], Iterable[Span]]) -> Places:
    """Return the spans of claims, without duplicates."""
    claims = (claim for statement in graph.statements for claim in statement.claims)
    return Places((span.document, span.start, span.end) for claim in claims for span in of(claim))


def _relations(graph: Graph, relations: RelationTable, context: Context) -> Triples:
    for relation in {statement.relation for statement in graph.statements}:
        iri = context.relation(relation)
        yield iri, RDF["type"], RDF["Property"]
        yield iri, RDF["type"], KG["Relation"]
        yield iri, RDFS["label"], values.text(relation, "en")
        yield from link_triples(relation, relations, context)


def _names(graph: Graph, context: Context) -> Triples:
    """Yield the names of types and datatypes that their IRIs do not contain."""
    types = {entity.type for entity in graph.entities} | context.mentions.types
    for type_ in types:
        if type_name(class_iri(type_), {}) != type_:
            yield class_iri(type_), RDFS["label"], values.text(type_)
    objects = (statement.object for statement in graph.statements)
    values_ = itertools.chain(context.mentions.literals, objects)
    for datatype in {value.datatype for value in values_ if isinstance(value, Literal)}:
        if datatype_name(datatype_iri(datatype), {}) != datatype:
            yield datatype_iri(datatype), RDFS["label"], values.text(datatype)


def _entity(entity: Entity, context: Context) -> Triples:
    iri, documents = context.entity(entity.id), (chain[0].span.document for chain in entity.chains)
    # the type from the document that mentions the entity first
    language = next((context.documents[id_].language for id_ in documents if id_ in context.documents), None)
    yield iri, RDF["type"], KG["Entity"]
    yield iri, RDF["type"], class_iri(entity.type)
    if entity.type in BROADER_CLASSES:
        yield iri, RDF["type"], BROADER_CLASSES[entity.type]
    yield iri, RDFS["label"], values.text(entity.label, language)
    for alias in entity.aliases:
        yield iri, SKOS["altLabel"], values.text(alias, language)
    for link in entity.links:
        if iris.is_absolute(link):
            yield iri, SKOS["exactMatch"], Iri(link)
        else:
            yield iri, KG["link"], values.text(link)
    # the number of members of an entity, from its first description with a number
    candidates = (mention.value for mention in entity.mentions if mention.kind == "nominal")
    count = next((value for value in candidates if isinstance(value, Literal) and value.unit is None), None)
    if count is not None:
        yield from about(iri, values.literal_properties(KG["count"], count))
    if iris.local_name(entity.id) != entity.id:
        yield iri, KG["localName"], values.text(entity.id)


def _contradictions(conflicts: Iterable[Contradiction], context: Context) -> Triples:
    """Yield the contradictions, in both directions."""
    for _, one, other in conflicts:
        yield context.statement(one), KG["contradicts"], context.statement(other)
        yield context.statement(other), KG["contradicts"], context.statement(one)


def _mentioned(graph: Graph, context: Context) -> Triples:
    """Yield the named entities that the words of statements mention, derived from the rest of the graph."""
    named = mentioned(graph)
    for statement in graph.statements:
        for id_ in named(statement):
            yield context.statement(statement), KG["alsoMentions"], context.entity(id_)
