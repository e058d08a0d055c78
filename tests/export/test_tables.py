"""JSON lines: the promised keys, and readable labels."""

import json
import typing as t
from dataclasses import replace

import pytest
from spacy.language import Language

from kg import stages
from kg.export import iris
from kg.model import Document, Graph, Literal
from tests.export.examples import CLAIMS, GRAPH, HOSTILE_LABEL, SIX_YEARS, STATEMENTS, STRUCTURED, WEATHER, YEARS
from tests.export.texts import entities_jsonl, structure_jsonl, triples_jsonl

KEYS = [
    *("id", "subject", "relation", "phrase", "object", "subject_id", "relation_id", "object_id"),
    *("subject_type", "object_type", "object_value", "object_unit", "status", "negated", "modality"),
    *(
        "attributed_to",
        "attributed_to_id",
        "denied_by",
        "event",
        "time",
        "qualifiers",
        "also_mentions",
        "mentions",
        "independent_sources",
        "confidence",
        "importance",
        "evidence",
    ),
]


def triples(graph: Graph = GRAPH) -> dict[str, dict[str, t.Any]]:
    """Return the lines by the last part of their id."""
    lines = [json.loads(line) for line in triples_jsonl(graph).splitlines()]
    return {line["id"].rsplit("/", 1)[1]: line for line in lines}


def test_that_an_amount_of_money_is_no_bare_number() -> None:
    """An amount has the datatype of its number, but a reader of the table does not take $5m or 5 kg for an integer."""
    amounts = [("5000000", "xsd:integer", "USD"), ("5", "xsd:integer", "kg"), ("40", "xsd:integer", "{loaves}")]
    replaced = [replace(GRAPH.statements[0], object=Literal(*amount)) for amount in amounts]
    lines = [triples_jsonl(replace(GRAPH, statements=(one,))) for one in replaced]
    assert [json.loads(line)["object_type"] for line in lines] == ["kg:money", "kg:measure", "kg:measure"]


def test_a_line_has_all_keys_in_order() -> None:
    found = triples()
    assert len(found) == len(GRAPH.statements)
    assert [list(line) for line in found.values()] == [KEYS] * len(found)


def test_a_statement_between_entities() -> None:
    line = triples()["aaaa"]
    assert (line["subject"], line["relation"], line["object"]) == ("Marta Lund", "found", "Lund Bakery")
    assert line["subject_id"] == "https://example.org/kg/entity/Marta_Lund"
    assert line["relation_id"] == "https://example.org/kg/relation/found"
    assert line["object_id"] == "https://example.org/kg/entity/Lund_Bakery"
    assert (line["subject_type"], line["object_type"]) == ("Person", "Organization")
    assert line["time"] == {"value": "1997", "from": "1997-01-01", "to": "1997-12-31", "text": "1997"}
    assert line["qualifiers"] == [{"role": "in", "text": "1997", "value": "1997", "id": None}]
    assert line["confidence"] == 0.948
    assert [evidence["document"] for evidence in line["evidence"]] == ["bakery", WEATHER.id]
    assert line["evidence"][1] == {
        "document": WEATHER.id,
        "start": 0,
        "end": 38,
        "place": "page 1",
        "sentence": "Lund Bakery was founded by Marta Lund.",
        "rule": "passive",
        "confidence": 0.6,
    }


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("bbbb", {"object": "40 loaves", "object_id": None, "object_type": "kg:measure"}),
        ("aaaa", {"status": "affirmed", "phrase": "founded"}),
        ("cccc", {"status": "negated", "negated": True, "phrase": "did not close", "time": None}),
        ("dddd", {"status": "possible", "modality": "possible", "phrase": "may open"}),
        ("mmmm", dict.fromkeys(("object", "object_id", "object_type", "object_value", "object_unit"))),
        ("nnnn", {"status": "alleged", "modality": "hedged", "phrase": "allegedly burned down"}),
        ("gggg", {"attributed_to": "Lund Bakery", "attributed_to_id": iris.entity_iri("Lund_Bakery")}),
        ("hhhh", {"status": "denied", "denied_by": "Old Mill", "attributed_to": None, "attributed_to_id": None}),
        ("jjjj", {"object": HOSTILE_LABEL, "confidence": 0.1}),
        ("kkkk", {"time": {"value": None, "from": None, "to": None, "text": "Monday"}, "confidence": 0.3333}),
    ],
)
def test_how_it_is_said(id_: str, expected: dict[str, object]) -> None:
    line = triples()[id_]
    assert {key: line[key] for key in expected} == expected


def test_a_qualifier_that_is_an_entity() -> None:
    assert triples()["dddd"]["qualifiers"] == [
        {"role": "in", "text": "Oslo", "value": "Oslo", "id": iris.entity_iri("Oslo")}
    ]


def test_the_place_of_a_relative_clause_is_told_without_the_clause(nlp: Language) -> None:
    graph = stages.run_documents(
        [Document("a", "Ana Silva toured the hall where Bo Reed taught the children.")], model=nlp
    ).graph
    taught = next(line for line in triples(graph).values() if line["relation"] == "teach")
    (place,) = taught["qualifiers"]
    assert (place["text"], place["value"]) == ("hall", "hall where Bo Reed taught the children")


def test_a_qualifier_with_a_code_as_its_value_has_words_too() -> None:
    assert triples()["mmmm"]["qualifiers"] == [{"role": "after", "text": "six years", "value": "P6Y", "id": None}]


def test_an_object_with_a_code_as_its_value_is_shown_in_words() -> None:
    lasted = replace(CLAIMS["literal"], object=YEARS)
    said = replace(STATEMENTS[1], object=SIX_YEARS.literal(), claims=(lasted,))
    line = triples(replace(GRAPH, statements=(said,)))["bbbb"]
    assert (line["object"], line["object_value"], line["object_type"]) == ("six years", "P6Y", "xsd:duration")


def test_claims_of_one_reading_with_different_words_unread_are_one_piece_of_evidence() -> None:
    said = next(each for each in STATEMENTS if each.id == "nnnn")
    (claim,) = said.claims
    again = replace(claim, evidence=replace(claim.evidence, unread=()))
    twice = replace(GRAPH, statements=(replace(said, claims=(claim, again)),))
    assert len(triples(twice)["nnnn"]["evidence"]) == 1


def test_the_most_important_stand_first_whatever_the_order_of_the_graph() -> None:
    turned = replace(GRAPH, statements=GRAPH.statements[::-1])
    assert triples_jsonl(turned) == triples_jsonl(GRAPH)
    for lines in (triples_jsonl(GRAPH), entities_jsonl(GRAPH)):
        found = [json.loads(line)["importance"] for line in lines.splitlines()]
        assert found == sorted(found, reverse=True)


def test_of_equals_those_go_before_that_the_text_makes_before() -> None:
    thing = replace(GRAPH.entities[0], chains=())
    later, earlier = (replace(STATEMENTS[at], claims=(), id=id_) for at, id_ in ((0, "b"), (0, "a")))
    graph = Graph((), (thing, replace(thing, id="Marta_Lund")), (later, earlier))
    assert [json.loads(line)["id"][-1] for line in triples_jsonl(graph).splitlines()] == ["a", "b"]


def test_every_line_is_one_line_and_can_be_encoded() -> None:
    entity = replace(GRAPH.entities[0], label="a\u2028b\x85c\ud800d\ne")
    graph = replace(GRAPH, entities=(entity, *GRAPH.entities[1:]))
    text = entities_jsonl(graph)
    text.encode("utf-8")
    assert len(text.splitlines()) == len(GRAPH.entities)
    assert json.loads(text.splitlines()[0])["label"] == entity.label


def test_entities_with_their_places() -> None:
    oslo = next(line for line in map(json.loads, entities_jsonl(GRAPH).splitlines()) if line["label"] == "Oslo")
    assert list(oslo) == ["id", "label", "type", "aliases", "links", "importance", "mentions"]
    assert oslo["links"] == ["http://www.wikidata.org/entity/Q585", "wd:Q585"]
    assert [mention["document"] for mention in oslo["mentions"]] == ["bakery", WEATHER.id, WEATHER.id]


def test_text_is_written_as_it_is() -> None:
    assert "ओस्लो" in triples_jsonl(GRAPH)


def test_another_base() -> None:
    assert '"id": "urn:a1:statement/aaaa"' in triples_jsonl(GRAPH, base_iri="urn:a1:")


def test_structural_edges_with_their_words() -> None:
    first = json.loads(structure_jsonl(STRUCTURED).splitlines()[0])
    assert (first["source"], first["kind"], first["target"]) == ("Lund Bakery", "of", "Marta Lund")
    assert [each["document"] for each in first["evidence"]] == ["bakery", WEATHER.id]
    told = first["evidence"][0]
    assert told["words"] == "Marta Lund founded Lund Bakery"
    assert told["name"] == {"text": "Marta Lund", "start": 0, "end": 10}


def test_the_empty_graph() -> None:
    assert triples_jsonl(Graph()) == entities_jsonl(Graph()) == ""
