"""The events that statements tell as triples; they follow from the relations, and are not read back."""

from collections.abc import Mapping

from kg.export.events import event_of
from kg.export.rdf import values
from kg.export.rdf.context import Context, Triples, about
from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import KG, RDF, RDFS
from kg.model import Entity, Literal, Statement

ROLES: tuple[str, str] = ("agent", "patient")


def event_iri(name: str) -> Iri:
    """Return the IRI of an event relation."""
    return KG[f"event-{name}"]


def event_triples(statement: Statement, entities: Mapping[str, Entity], context: Context) -> Triples:
    """Yield the event that a statement tells, with the entities that are its agent and its patient."""
    event = event_of(statement, entities)
    if event is None:
        return
    iri = context.statement(statement)
    yield iri, KG["event"], event_iri(event.name)
    yield event_iri(event.name), RDF["type"], KG["EventRelation"]
    yield event_iri(event.name), RDFS["label"], values.text(event.words, "en")
    for role, end in zip(ROLES, (event.agent, event.patient), strict=True):
        if isinstance(end, Literal):
            yield from about(iri, [next(values.literal_properties(KG[role], end))])
        elif end is not None:
            yield iri, KG[role], context.entity(end)
