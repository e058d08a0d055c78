"""The graph as RDF triples."""

import typing as t
from importlib import metadata

import rdflib
from rdflib import URIRef

from kg.export import iris
from kg.export.rdf import terms
from kg.export.rdf.context import Context, Triples, about, mention_iris
from kg.export.rdf.decisions import decision_triples
from kg.export.rdf.statements import statement_triples
from kg.export.rdf.text import document_triples, mention_triples
from kg.export.rdf.vocabulary import (
    ITSRDF,
    KG,
    PROV,
    RDF,
    RDFS,
    SKOS,
    broader_class,
    class_iri,
    datatype_iri,
    datatype_name,
    prefixes,
    type_name,
)
from kg.model import Chain, Entity, Graph, Literal

DISTRIBUTION: t.Final = "kg-evidence"


def to_rdf(graph: Graph, *, base_iri: str = iris.DEFAULT_BASE) -> rdflib.Graph:
    """Return the graph as RDF 1.1 without blank nodes; `from_rdf` gives the same graph again.

    Args:
        graph: documents, entities and statements.
        base_iri: absolute http(s) or urn IRI that the IRIs of all things begin with.

    Raises:
        UsageError: the base is not usable.
    """
    rdf = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(base_iri).items():
        rdf.bind(prefix, namespace)
    for triple in triples(graph, base_iri=base_iri):
        rdf.add(triple)
    return rdf


def triples(graph: Graph, *, base_iri: str) -> Triples:
    """Yield the triples of a graph; the same one may come twice."""
    base = iris.checked_base(base_iri)
    documents = {document.id: document for document in graph.documents}
    context = Context(base, documents, graph.entity_ids(), mention_iris(graph, base))
    for document in graph.documents:
        yield from document_triples(document, context)
    yield from _run(graph, context)
    yield from _names(graph, context)
    for entity in graph.entities:
        yield from _entity(entity, context)
    for mention, iri in context.mentions.items():
        yield from mention_triples(mention, iri, context)
    for statement in graph.statements:
        yield from statement_triples(statement, context)
    for decision in graph.decisions:
        yield from decision_triples(decision, context)


def _software() -> str:
    try:
        return f"kg {metadata.version(DISTRIBUTION)}"
    except metadata.PackageNotFoundError:
        return "kg"


def _run(graph: Graph, context: Context) -> Triples:
    """Yield what made the graph; no clock, so that the same input gives the same bytes."""
    software = _software()
    agent, activity = context.run(software.replace(" ", "-")), context.run("extraction")
    yield agent, RDF["type"], PROV["SoftwareAgent"]
    yield agent, RDFS["label"], terms.text(software)
    yield activity, RDF["type"], PROV["Activity"]
    yield activity, PROV["wasAssociatedWith"], agent
    for document in graph.documents:
        yield activity, PROV["used"], context.document(document.id)


def _names(graph: Graph, context: Context) -> Triples:
    """Yield the relations, and the names of types and datatypes whose IRI does not tell them."""
    for relation in {statement.relation for statement in graph.statements}:
        iri = context.relation(relation)
        yield iri, RDF["type"], RDF["Property"]
        yield iri, RDF["type"], KG["Relation"]
        yield iri, RDFS["label"], terms.text(relation, "en")
    types = {entity.type for entity in graph.entities} | {mention.type for mention in context.mentions}
    for type_ in types:
        if type_name(class_iri(type_), {}) != type_:
            yield class_iri(type_), RDFS["label"], terms.text(type_)
    for datatype in _datatypes(graph, context):
        if datatype_name(str(datatype_iri(datatype)), {}) != datatype:
            yield datatype_iri(datatype), RDFS["label"], terms.text(datatype)


def _datatypes(graph: Graph, context: Context) -> set[str]:
    values = (*(mention.value for mention in context.mentions), *(statement.object for statement in graph.statements))
    return {value.datatype for value in values if isinstance(value, Literal)}


def _entity(entity: Entity, context: Context) -> Triples:
    iri = context.entity(entity.id)
    language = _language(entity, context)
    yield iri, RDF["type"], KG["Entity"]
    yield iri, RDF["type"], class_iri(entity.type)
    broader = broader_class(entity.type)
    if broader is not None:
        yield iri, RDF["type"], broader
    yield iri, RDFS["label"], terms.text(entity.label, language)
    for alias in entity.aliases:
        yield iri, SKOS["altLabel"], terms.text(alias, language)
    for link in entity.links:
        if iris.is_absolute(link):
            yield iri, SKOS["exactMatch"], URIRef(link)
        else:
            yield iri, KG["link"], terms.text(link)
    count = _count(entity)
    if count is not None:
        yield from about(iri, terms.literal_properties(KG["count"], count))
    if iris.local_name(entity.id) != entity.id:
        yield iri, KG["localName"], terms.text(entity.id)
    for chain in entity.chains:
        yield from _chain(chain, iri, context)


def _count(entity: Entity) -> Literal | None:
    """Return how many it is that an entity stands for, as its first description with a number says."""
    said = (mention.value for mention in entity.mentions if mention.kind == "nominal")
    return next((value for value in said if isinstance(value, Literal) and value.unit is None), None)


def _language(entity: Entity, context: Context) -> str | None:
    """Return the language of the document that mentions the entity first."""
    documents = (context.documents.get(chain[0].span.document) for chain in entity.chains)
    return next((document.language for document in documents if document is not None), None)


def _chain(chain: Chain, entity: URIRef, context: Context) -> Triples:
    """Yield what the mentions of a chain refer to; its first mention stands for the chain."""
    for mention in chain:
        yield context.mentions[mention], ITSRDF["taIdentRef"], entity
        yield context.mentions[mention], KG["chain"], context.mentions[chain[0]]
