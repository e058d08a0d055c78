"""The events that statements tell."""

import json
from dataclasses import replace

from kg.export.events import Event, event_of
from kg.export.rdf import query
from kg.model import Graph, Literal, Qualifier, Statement
from tests.export.examples import ENTITIES, GRAPH, STATEMENTS
from tests.export.texts import triples_jsonl

THINGS = {entity.id: entity for entity in ENTITIES}


def told(relation: str, subject: str, object_: str | Literal | None) -> Event | None:
    return event_of(replace(STATEMENTS[0], relation=relation, subject=subject, object=object_), THINGS)


def test_who_is_arrested_is_the_patient_whatever_the_voice() -> None:
    assert told("arrest", "Old_Mill", "Tom_Reyes") == Event("arrest", "Old_Mill", "Tom_Reyes")
    assert told("be arrested", "Tom_Reyes", None) == Event("arrest", None, "Tom_Reyes")
    assert told("be arrested in", "Tom_Reyes", "Oslo") == Event("arrest", None, "Tom_Reyes")
    assert told("be arrested by", "Tom_Reyes", "Old_Mill") == Event("arrest", "Old_Mill", "Tom_Reyes")


def test_a_patient_of_another_kind_means_another_event() -> None:
    assert told("meet", "Tom_Reyes", "Marta_Lund") == Event("meet", "Tom_Reyes", "Marta_Lund")
    assert told("meet", "Tom_Reyes", "the_oven") is None
    assert told("meet", "Tom_Reyes", Literal("5")) is None
    assert told("resign", "Tom_Reyes", None) == Event("resign", "Tom_Reyes", None)


def test_the_relation_of_the_text_stays() -> None:
    lines = {line["id"][-4:]: line for line in map(json.loads, triples_jsonl(GRAPH).splitlines())}
    assert (lines["aaaa"]["relation"], lines["aaaa"]["event"]["name"]) == ("found", "found")
    assert lines["aaaa"]["event"]["agent"] == "Marta Lund"
    assert lines["aaaa"]["event"]["patient_id"] == "https://example.org/kg/entity/Lund_Bakery"
    assert lines["bbbb"]["event"]["patient"] == "40 loaves"
    assert lines["kkkk"]["event"] is None


def test_events_are_found_by_a_query() -> None:
    arrested = replace(STATEMENTS[12], relation="be arrested")
    graph = Graph(GRAPH.documents, GRAPH.entities, (arrested, _arrest()))
    sparql = """SELECT ?who WHERE {
        ?statement kg:event kg:event-arrest ; kg:patient/rdfs:label ?who } ORDER BY ?who"""
    assert query(graph, sparql).rows == (("Oslo",), ("Tom Reyes",))


def _arrest() -> Statement:
    return replace(STATEMENTS[10], relation="arrest", subject="Marta_Lund")


def test_who_cannot_act_sells_nothing_and_what_closes_is_closed() -> None:
    assert told("sell", "Old_Mill", "Tom_Reyes") == Event("sell", "Old_Mill", "Tom_Reyes")
    assert told("sell", "the_oven", "Tom_Reyes") is None
    assert told("close", "Old_Mill", None) == Event("close", None, "Old_Mill")
    assert told("close", "the_oven", None) is None
    assert told("double", "the_oven", None) == Event("increase", None, "the_oven")
    assert told("rise by", "the_oven", Literal("5")) == Event("increase", None, "the_oven")


def test_what_is_planned_tells_the_event_that_is_to_come() -> None:
    planned = replace(STATEMENTS[0], relation="plan to arrest", subject="Old_Mill", object="Tom_Reyes")
    assert event_of(replace(planned, modality="planned"), THINGS) == Event("arrest", "Old_Mill", "Tom_Reyes")
    assert event_of(replace(planned, relation="fail to arrest"), THINGS) is None


def test_what_is_said_are_words_and_no_thing() -> None:
    assert told("say", "Tom_Reyes", Literal("it rained")) == Event("say", "Tom_Reyes", Literal("it rained"))
    assert told("warn", "Tom_Reyes", "Marta_Lund") is None


def test_only_like_replaces_like() -> None:
    assert told("replace", "Tom_Reyes", "Marta_Lund") == Event("replace", "Tom_Reyes", "Marta_Lund")
    assert told("replace", "Tom_Reyes", "the_oven") is None


def test_a_circumstance_tells_another_event() -> None:
    assert _beside("charge", "with") == Event("charge", "Old_Mill", "Tom_Reyes")
    assert _beside("charge", "for") is None
    assert _beside("provide", "with") is None


def _beside(relation: str, role: str) -> Event | None:
    statement = replace(STATEMENTS[0], relation=relation, subject="Old_Mill", object="Tom_Reyes")
    mention = STATEMENTS[0].claims[0].subject
    claims = [replace(claim, qualifiers=(Qualifier(role, mention),)) for claim in statement.claims]
    return event_of(replace(statement, claims=claims), THINGS)
