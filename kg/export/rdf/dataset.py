"""Describe the graph as a data set (VoID, DCAT), the run that made it, and the manual decisions (PROV-O)."""

import typing as t
from dataclasses import asdict
from importlib import metadata

from kg.export.rdf import values
from kg.export.rdf.context import Context, Triples
from kg.export.rdf.layouts import dataset_iri
from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import DCAT, DCT, ITSRDF, KG, NIF, PROV, QUOTED, RDF, RDFS, SCHEMA, SKOS, VOID
from kg.identifiers import digest
from kg.model import Decision, Graph
from kg.plurals import counted

DISTRIBUTION: t.Final = "kg-evidence"
VOCABULARIES_USED: t.Final = (DCT, ITSRDF, KG, NIF, PROV, RDFS, SCHEMA, SKOS)


def dataset_triples(graph: Graph, context: Context) -> Triples:
    """Yield the description of the data set: its IRIs, its size, and its vocabularies."""
    iri = dataset_iri(context.base)
    yield iri, RDF["type"], VOID["Dataset"]
    yield iri, RDF["type"], DCAT["Dataset"]
    title = f"Knowledge graph of {counted(len(graph.documents), 'document')}"
    yield iri, DCT["title"], values.text(title, "en")
    yield iri, VOID["uriSpace"], values.text(context.base)
    yield iri, VOID["entities"], values.integer(len(graph.entities))
    for vocabulary in VOCABULARIES_USED:
        yield iri, VOID["vocabulary"], Iri(vocabulary.iri)
    yield iri, PROV["wasGeneratedBy"], context.run("extraction")


def run_triples(graph: Graph, context: Context) -> Triples:
    """Yield the provenance of the graph; without the time, so that the same input gives the same bytes."""
    version = _version()
    agent, activity = context.run(f"kg-{version}" if version else "kg"), context.run("extraction")
    yield agent, RDF["type"], PROV["SoftwareAgent"]
    yield agent, RDFS["label"], values.text(f"kg {version}".strip())
    if version:
        yield agent, SCHEMA["softwareVersion"], values.text(version)
    yield activity, RDF["type"], PROV["Activity"]
    yield activity, RDFS["label"], values.text("extraction of statements from documents", "en")
    yield activity, PROV["wasAssociatedWith"], agent
    for document in graph.documents:
        yield activity, PROV["used"], context.document(document.id)


def _version() -> str:
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return ""


def decision_triples(decision: Decision, context: Context) -> Triples:
    """Yield a decision with its names, its author, and the entities that it affected."""
    quoted = {} if decision.claim is None else asdict(decision.claim)
    parts = (decision.kind, *decision.names, decision.value, decision.by, *quoted.values())
    iri = Iri(f"{context.base}decision/{digest(*parts)}")
    curator = context.run(f"curator {decision.by}".strip())
    yield iri, RDF["type"], KG["Decision"]
    yield iri, KG["decisionKind"], KG[decision.kind]
    for name in decision.names:
        yield iri, KG["decisionName"], values.text(name)
    if decision.value:
        yield iri, KG["decisionValue"], values.text(decision.value)
    for field, words in quoted.items():
        if words:
            yield iri, QUOTED[field], values.text(words)
    yield iri, PROV["wasAttributedTo"], curator
    yield iri, PROV["wasGeneratedBy"], context.run("curation")
    yield context.run("curation"), RDF["type"], PROV["Activity"]
    yield context.run("curation"), PROV["wasAssociatedWith"], curator
    yield curator, RDF["type"], PROV["Person"]
    if decision.by:
        yield curator, RDFS["label"], values.text(decision.by)
    for id_ in decision.things:
        yield context.entity(id_), PROV["wasInfluencedBy"], iri
