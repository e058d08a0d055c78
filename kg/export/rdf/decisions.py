"""What people decided, as triples: human provenance beside that of the program (PROV-O)."""

from kg.export.rdf import values
from kg.export.rdf.context import Context, Triples
from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import KG, PROV, RDF, RDFS
from kg.identifiers import digest
from kg.model import Decision


def decision_triples(decision: Decision, context: Context) -> Triples:
    """Yield a decision with its names, who made it, and the entities that it had an influence on."""
    parts = (decision.kind, *decision.names, decision.value, decision.by)
    iri = Iri(f"{context.base}decision/{digest(*parts)}")
    curator = context.run(f"curator {decision.by}".strip())
    yield iri, RDF["type"], KG["Decision"]
    yield iri, KG["decisionKind"], KG[decision.kind]
    for name in decision.names:
        yield iri, KG["decisionName"], values.text(name)
    if decision.value:
        yield iri, KG["decisionValue"], values.text(decision.value)
    yield iri, PROV["wasAttributedTo"], curator
    yield iri, PROV["wasGeneratedBy"], context.run("curation")
    yield context.run("curation"), RDF["type"], PROV["Activity"]
    yield context.run("curation"), PROV["wasAssociatedWith"], curator
    yield curator, RDF["type"], PROV["Person"]
    if decision.by:
        yield curator, RDFS["label"], values.text(decision.by)
    for thing in decision.things:
        yield context.entity(thing), PROV["wasInfluencedBy"], iri
