"""Decisions are in the RDF as human provenance, and are read back."""

import io
from dataclasses import replace

from rdflib import RDF, URIRef

from kg.export.rdf import check_rdf, query, to_turtle
from kg.export.rdf.rdflib_graph import from_rdf, to_rdf
from kg.export.rdf.vocabulary import PROV
from kg.model import ClaimReference, Decision
from tests.export.examples import GRAPH

THING = GRAPH.entities[0]
DECIDED = replace(
    GRAPH,
    decisions=(
        Decision("block", ('the "way"\n<b>',)),
        Decision("rename", ("Old",), "New", "Jane Doe", (THING.id,)),
        Decision("same", ("A", "B"), by="Jane Doe", things=(THING.id,)),
        Decision("split", ("a#b.txt#char=0,4", "c.txt#char=3,7"), things=(THING.id,)),
        Decision("wrong", (), claim=ClaimReference("a.txt", 'He\nfell "down".', "fall", "He")),
        Decision("wrong", (), claim=ClaimReference("a.txt", 'He\nfell "down".', "fall", "He", "down")),
    ),
)


def test_round_trip() -> None:
    assert from_rdf(to_rdf(DECIDED)) == DECIDED
    assert check_rdf(io.BytesIO(to_turtle(DECIDED).encode()), "turtle") == len(to_rdf(DECIDED))


def test_a_decision_is_attributed_to_a_person_and_not_to_the_program() -> None:
    rdf = to_rdf(DECIDED)
    people = set(rdf.subjects(RDF.type, URIRef(PROV["Person"])))
    assert {str(person).rsplit("/", 1)[-1].split("-")[0] for person in people} == {"curator"}
    assert len(people) == 2
    (curation,) = {
        activity for activity in rdf.subjects(RDF.type, URIRef(PROV["Activity"])) if "curation" in str(activity)
    }
    assert set(rdf.objects(curation, URIRef(PROV["wasAssociatedWith"]))) == people


def test_what_was_decided_about_a_thing_can_be_asked() -> None:
    found = query(
        DECIDED,
        f"SELECT ?kind ?who WHERE {{ ?thing rdfs:label {THING.label!r}@en ; prov:wasInfluencedBy ?decision . "
        "?decision kg:decisionKind ?kind ; prov:wasAttributedTo/rdfs:label ?who } ORDER BY ?kind",
    )
    assert [(URIRef(kind or "").fragment, who) for kind, who in found.rows] == [
        ("rename", "Jane Doe"),
        ("same", "Jane Doe"),
    ]
