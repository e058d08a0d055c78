"""The events in statements."""

import json
from dataclasses import replace

import pytest

from kg.export.events import Event, event_of
from kg.export.rdf import query
from kg.model import Entity, Graph, Kind, Literal, Mention, Qualifier, Span, Statement
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


def test_of_doubtful_statements_what_becomes_more_by_itself_is_an_event() -> None:
    claim = STATEMENTS[0].claims[0]
    unsure = replace(claim, evidence=replace(claim.evidence, confidence=0.4))
    doubtful = replace(STATEMENTS[0], claims=(unsure,), subject="the_oven", object=None)
    assert event_of(replace(doubtful, relation="rise"), THINGS) == Event("increase", None, doubtful.subject)
    assert event_of(replace(doubtful, relation="be destroyed"), THINGS) is None
    assert told("be destroyed", "the_oven", None) == Event("destroy", None, "the_oven")


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
    return replace(STATEMENTS[10], relation="arrest", subject="Marta_Lund", claims=STATEMENTS[0].claims)


def test_who_cannot_act_sells_nothing_and_what_closes_is_closed() -> None:
    assert told("sell", "Old_Mill", "Tom_Reyes") == Event("sell", "Old_Mill", "Tom_Reyes")
    assert told("sell", "the_oven", "Tom_Reyes") is None
    assert told("close", "Old_Mill", None) == Event("close", None, "Old_Mill")
    assert told("close", "the_oven", None) is None
    assert told("double", "the_oven", None) == Event("increase", None, "the_oven")
    assert told("triple", "the_oven", None) == Event("increase", None, "the_oven")
    assert told("halve", "the_oven", None) == Event("decrease", None, "the_oven")
    assert told("rise by", "the_oven", Literal("5")) == Event("increase", None, "the_oven")


def test_what_is_planned_tells_the_event_that_is_to_come() -> None:
    planned = replace(STATEMENTS[0], relation="plan to arrest", subject="Old_Mill", object="Tom_Reyes")
    assert event_of(replace(planned, modality="planned"), THINGS) == Event("arrest", "Old_Mill", "Tom_Reyes")
    assert event_of(replace(planned, relation="fail to arrest"), THINGS) is None


def test_what_is_decided_or_likely_tells_the_event_and_what_is_tried_does_not() -> None:
    statement = replace(STATEMENTS[0], subject="Old_Mill", object="Tom_Reyes")
    likely = replace(statement, relation="be likely to arrest")
    assert event_of(replace(statement, relation="decide to arrest"), THINGS) == Event("arrest", "Old_Mill", "Tom_Reyes")
    assert event_of(replace(likely, modality="possible"), THINGS) == Event("arrest", "Old_Mill", "Tom_Reyes")
    assert event_of(likely, THINGS) is None
    assert event_of(replace(statement, relation="try to arrest"), THINGS) is None
    assert event_of(replace(statement, relation="try to arrest", modality="planned"), THINGS) is None


def test_what_is_said_are_words_and_no_thing() -> None:
    assert told("say", "Tom_Reyes", Literal("it rained")) == Event("say", "Tom_Reyes", Literal("it rained"))
    assert told("warn", "Tom_Reyes", "Marta_Lund") is None
    assert told("add", "Tom_Reyes", Literal("it rained")) == Event("say", "Tom_Reyes", Literal("it rained"))
    assert told("add", "Tom_Reyes", Literal("0.2", "xsd:decimal", "%")) is None
    assert told("note", "Tom_Reyes", "the_oven") is None
    assert told("admit", "Tom_Reyes", Literal("it rained")) == Event("say", "Tom_Reyes", Literal("it rained"))
    assert told("continue", "Tom_Reyes", "the_oven") is None
    assert told("continue", "Tom_Reyes", None) is None


def test_only_like_replaces_like() -> None:
    assert told("replace", "Tom_Reyes", "Marta_Lund") == Event("replace", "Tom_Reyes", "Marta_Lund")
    assert told("replace", "Tom_Reyes", "the_oven") is None


def test_a_circumstance_tells_another_event() -> None:
    assert _beside("charge", "with") == Event("charge", "Old_Mill", "Tom_Reyes")
    assert _beside("charge", "for") is None
    assert _beside("provide", "with") is None


def test_who_is_told_to_act_is_asked() -> None:
    assert _beside("tell", "to") == Event("request", "Old_Mill", "Tom_Reyes")
    assert _beside("tell", "that") == Event("tell", "Old_Mill", "Tom_Reyes")
    assert told("be told to", "Tom_Reyes", "the_oven") == Event("request", None, "Tom_Reyes")


def test_who_is_produced_is_not_made() -> None:
    assert told("produce", "Tom_Reyes", "the_oven") == Event("make", "Tom_Reyes", "the_oven")
    assert told("produce", "Old_Mill", "Tom_Reyes") is None


def test_what_is_fired_at_or_built_in_is_another_event() -> None:
    assert told("be fired", "Tom_Reyes", None) == Event("dismiss", None, "Tom_Reyes")
    assert told("be fired at", "Tom_Reyes", "Old_Mill") is None
    assert _beside("fire", "at") is None
    assert told("be built in", "the_oven", "Oslo") == Event("make", None, "the_oven")
    assert told("be built into", "the_oven", "Old_Mill") is None


def _beside(relation: str, role: str, subject: str = "Old_Mill", object_: str = "Tom_Reyes") -> Event | None:
    statement = replace(STATEMENTS[0], relation=relation, subject=subject, object=object_)
    mention = STATEMENTS[0].claims[0].subject
    claims = [replace(claim, qualifiers=(Qualifier(role, mention),)) for claim in statement.claims]
    return event_of(replace(statement, claims=claims), THINGS)


def told_of(
    relation: str, words: str, *, kind: Kind = "nominal", type_: str = "Thing", role: str = "", passive: bool = False
) -> Event | None:
    """Return the event of a statement about an entity with these words, whose head is usually the last word."""
    head = len(words) - len(words.split(" ")[-1])
    thing = Entity("thing", words, type_, (), ((Mention(Span("d", 0, len(words)), words, head, kind, "Thing"),),))
    statement = replace(STATEMENTS[0], relation=relation, subject="Tom_Reyes", object="thing")
    if passive:
        statement = replace(statement, subject="thing", object=None)
    if role:
        beside = Qualifier(role, STATEMENTS[0].claims[0].subject)
        statement = replace(statement, claims=[replace(claim, qualifiers=(beside,)) for claim in statement.claims])
    return event_of(statement, {**THINGS, "thing": thing})


def test_a_takeover_is_no_purchase_and_talking_no_meeting() -> None:
    told = told_of("take over", "the new engine"), told_of("buy", "the new engine")
    assert [event.name for event in told if event is not None] == ["take-over", "buy"]
    assert told_of("talk to", "the union") is None


@pytest.mark.parametrize(
    ("relation", "words"),
    [
        ("sell", "a million copies"),
        ("win", "their backing"),
        ("pay", "a moving tribute"),
        ("ask", "many questions"),
        ("create", "a bad impression"),
        ("damage", "public confidence"),
        ("take over", "the leading role"),
        ("release", "the tickets"),
        ("release", "poisonous gas"),
        ("release", "three tons"),
        ("release", "the royalties"),
        ("release", "CO2"),
        ("develop", "food allergies"),
        ("cause", "the majority of which"),
        ("tell", "the story"),
    ],
)
def test_the_noun_of_a_patient_may_tell_another_event(relation: str, words: str) -> None:
    assert told_of(relation, words) is None
    assert told_of(relation, "the new engine") is not None


@pytest.mark.parametrize(
    "words", ["the night", "the first snows", "an old boat", "the bridge", "the red ribbon", "two deals", "a day trip"]
)
def test_what_falls_or_is_cut_is_not_always_less(words: str) -> None:
    assert told_of("fall", words, passive=True) is None
    assert told_of("cut", words) is None
    assert told_of("fall", "the budget", passive=True) == Event("decrease", None, "thing")


def test_what_jumps_into_something_is_no_more() -> None:
    jumped = replace(STATEMENTS[0], relation="jump", subject="the_oven", object=None)
    mention = STATEMENTS[0].claims[0].subject
    into = [replace(claim, qualifiers=(Qualifier("into", mention),)) for claim in jumped.claims]
    assert event_of(replace(jumped, claims=into), THINGS) is None
    assert event_of(jumped, THINGS) == Event("increase", None, "the_oven")


def test_what_does_harm_is_no_injury() -> None:
    assert told("hurt", "the_oven", "Tom_Reyes") is None
    assert told("be hurt in", "Tom_Reyes", "Oslo") == Event("injure", None, "Tom_Reyes")


def test_what_is_revealed_to_do_something_is_not_made_public() -> None:
    assert told_of("be revealed", "the plan", passive=True) == Event("announce", None, "thing")
    assert told_of("be revealed", "the plan", passive=True, role="to") is None


def test_who_is_given_something_receives_it() -> None:
    assert told("be given", "Tom_Reyes", "the_oven") == Event("receive", "Tom_Reyes", "the_oven")
    assert told("be given", "Tom_Reyes", None) is None
    assert told("be given", "the_oven", "Old_Mill") is None


def test_who_defends_somebody_supports_him_and_who_defends_a_title_does_not() -> None:
    assert told("defend", "Tom_Reyes", "Marta_Lund") == Event("support", "Tom_Reyes", "Marta_Lund")
    assert told("defend", "Tom_Reyes", None) is None
    assert told_of("defend", "the world title") is None
    assert _beside("defend", "against") is None


def test_plans_are_welcomed_and_guests_are_not() -> None:
    assert told_of("welcome", "the engine") == Event("welcome", "Tom_Reyes", "thing")
    assert told("welcome", "Tom_Reyes", "Marta_Lund") is None
    assert told_of("welcome", "two guests") is None


def test_what_is_asked_is_no_request() -> None:
    assert told_of("ask", "the engine", role="to") == Event("request", "Tom_Reyes", "thing")
    assert told_of("ask", "the engine", role="whether") is None
    assert told("be asked", "Tom_Reyes", Literal("if it rained")) is None
    assert told_of("ask", "the engine", role="why") is None
    assert told("be asked", "Tom_Reyes", Literal("Do you live here")) is None
    assert told("be asked", "Tom_Reyes", Literal("to go")) == Event("request", None, "Tom_Reyes")
    assert told("ask", "Tom_Reyes", Literal("What is this")) is None
    assert told("appeal to", "Tom_Reyes", "Marta_Lund") is None


def test_what_is_owned_is_no_member_of_its_owner() -> None:
    assert told("belong to", "Tom_Reyes", "Old_Mill") == Event("be-member-of", "Tom_Reyes", "Old_Mill")
    assert told("belong to", "the_oven", "Old_Mill") is None
    assert told("belong to", "Tom_Reyes", "the_oven") is None


def test_who_joins_persons_is_no_member_of_them() -> None:
    assert told_of("join", "two girls") is None
    assert told_of("join", "the chess club") == Event("join", "Tom_Reyes", "thing")


def test_a_particle_makes_another_verb() -> None:
    assert told_of("be cut", "the budget", passive=True) == Event("decrease", None, "thing")
    assert told_of("be cut off", "the area", passive=True) is None
    assert told_of("be taken over", "the area", passive=True) == Event("take-over", None, "thing")
    assert told("be backed up for", "Tom_Reyes", Literal("three miles")) is None
    assert told("be killed along with", "Tom_Reyes", "Marta_Lund") == Event("kill", None, "Tom_Reyes")


def test_who_is_brought_somewhere_visits_nobody() -> None:
    assert told("travel to", "Tom_Reyes", "Oslo") == Event("visit", "Tom_Reyes", "Oslo")
    assert told("be flown to", "Tom_Reyes", "Oslo") is None
    assert told("be visited by", "Oslo", "Tom_Reyes") == Event("visit", "Tom_Reyes", "Oslo")


def test_who_leads_in_something_is_not_at_the_head() -> None:
    assert _beside("lead", "to", "Tom_Reyes", "Old_Mill") == Event("lead", "Tom_Reyes", "Old_Mill")
    assert _beside("lead", "in", "Tom_Reyes", "Old_Mill") is None
    assert told_of("lead", "the project", role="to") == Event("lead", "Tom_Reyes", "thing")
    assert told_of("lead", "the way", role="to") is None
    assert told_of("lead", "the world") is None
    assert told("be headed for", "Tom_Reyes", "Oslo") is None
    assert told("head", "Tom_Reyes", "Old_Mill") == Event("lead", "Tom_Reyes", "Old_Mill")


@pytest.mark.parametrize(("words", "dies"), [("the bill", False), ("the engine", False), ("two gunmen", True)])
def test_a_bill_or_a_machine_does_not_die(words: str, *, dies: bool) -> None:
    event = Event("die", None, "thing") if dies else None
    assert told_of("die", words, passive=True) == event


def test_who_is_hit_loses_no_contest_and_nobody_is_attended() -> None:
    assert told("beat", "Tom_Reyes", "Marta_Lund") == Event("beat", "Tom_Reyes", "Marta_Lund")
    assert told("be beaten", "Tom_Reyes", None) is None
    assert told("beat", "Tom_Reyes", None) is None
    assert told("be attended", "Old_Mill", None) is None


def test_what_is_like_something_grows_no_larger() -> None:
    assert told("grow", "the_oven", None) == Event("increase", None, "the_oven")
    assert told("grow", "the_oven", Literal("tired")) is None
    assert told("increase", "Old_Mill", "Tom_Reyes") is None


def test_nothing_is_made_without_a_thing() -> None:
    assert told("build", "Old_Mill", "the_oven") == Event("make", "Old_Mill", "the_oven")
    assert told("build", "Old_Mill", None) is None
    assert told("be built", "the_oven", None) == Event("make", None, "the_oven")


def test_a_fine_is_a_penalty_of_somebody() -> None:
    assert told("fine", "Old_Mill", "Tom_Reyes") == Event("sanction", "Old_Mill", "Tom_Reyes")
    assert told("fine", "Old_Mill", Literal("75000", "xsd:decimal", "NZD")) is None


def test_what_becomes_more_is_no_amount_and_rises_to_one() -> None:
    assert told("rise to", "the_oven", "Old_Mill") is None
    assert told("be cut by", "the_oven", Literal("7.6", "xsd:decimal", "%")) is None
    assert told_of("rise", "49.7%", kind="value", passive=True) is None
    assert told_of("rise", "the budget", passive=True) == Event("increase", None, "thing")


def test_what_becomes_more_in_a_place_is_told_without_a_figure() -> None:
    assert told("grow in", "the_oven", "Oslo") == Event("increase", None, "the_oven")
    assert told("grow at", "the_oven", "Oslo") is None


def test_who_is_released_is_freed_and_what_is_released_is_published() -> None:
    assert told("be released on", "Tom_Reyes", "the_oven") == Event("release", None, "Tom_Reyes")
    assert told("release", "Old_Mill", "the_oven") == Event("publish", "Old_Mill", "the_oven")
    assert told("be published", "Tom_Reyes", None) is None


def test_who_introduces_a_film_launches_nothing() -> None:
    assert told_of("introduce", "the engine") == Event("launch", "Tom_Reyes", "thing")
    assert told_of("introduce", "the film", type_="Work") is None


def test_what_is_caused_is_told() -> None:
    assert told("cause", "Old_Mill", "the_oven") == Event("cause", "Old_Mill", "the_oven")
    assert told("cause", "Old_Mill", None) is None


@pytest.mark.parametrize("words", ["the authorities", "the counties", "the gunmen"])
def test_several_may_act_as_one_does(words: str) -> None:
    assert told_of("arrest", words, passive=True) == Event("arrest", "thing", None)
    assert told_of("arrest", "the ovens", passive=True) is None


@pytest.mark.parametrize(
    ("words", "head", "acts"),
    [
        ("half of all voters", "half", True),
        ("Thousands of Oslo gunmen", "Thousands", True),
        ("84% of net users", "84%", True),
        ("some of the actors in the hall", "some", True),
        ("half of the ovens", "half", False),
        ("most of the money that voters gave", "most", False),
        ("engine of all voters", "engine", False),
        ("half of", "half", False),
    ],
)
def test_an_amount_of_persons_acts(words: str, head: str, *, acts: bool) -> None:
    mention = Mention(Span("d", 0, len(words)), words, words.index(head), "nominal", "Thing")
    amount = Entity("amount", words, "Thing", (), ((mention,),))
    statement = replace(STATEMENTS[0], relation="oppose", subject="amount", object="the_oven")
    expected = Event("oppose", "amount", "the_oven") if acts else None
    assert event_of(statement, {**THINGS, "amount": amount}) == expected


def test_an_event_is_told_where_a_statement_is_likelier_so_than_not() -> None:
    doubtful = replace(STATEMENTS[10], relation="arrest", subject="Marta_Lund")
    assert event_of(doubtful, THINGS) is None
    assert event_of(_arrest(), THINGS) == Event("arrest", "Marta_Lund", "Oslo")


def test_a_participle_tells_what_comes_of_a_clause_and_not_of_a_thing() -> None:
    assert _spoken("prevent", "prevents", "the_oven") == Event("prevent", "the_oven", "Tom_Reyes")
    assert _spoken("prevent", "preventing", "the_oven") is None
    assert _spoken("prevent", "preventing", "Old_Mill") == Event("prevent", "Old_Mill", "Tom_Reyes")
    assert _spoken("cause", "caused", "Old_Mill", "the_oven") == Event("cause", "Old_Mill", "the_oven")
    assert _spoken("cause", "causing", "Old_Mill", "the_oven") is None


def _spoken(relation: str, phrase: str, subject: str, object_: str = "Tom_Reyes") -> Event | None:
    statement = replace(STATEMENTS[0], relation=relation, subject=subject, object=object_)
    return event_of(replace(statement, claims=[replace(each, phrase=phrase) for each in statement.claims]), THINGS)


def test_who_is_refused_something_is_not_said_not_to_be_so() -> None:
    assert told("deny", "Old_Mill", "the_oven") == Event("deny", "Old_Mill", "the_oven")
    assert told("deny", "Old_Mill", "Marta_Lund") is None
    assert told("be denied", "Tom_Reyes", "the_oven") is None
    assert told_of("deny", "a visa", role="recipient") is None


def test_no_year_and_no_score_is_what_something_is_done_to() -> None:
    assert told("deny", "Tom_Reyes", Literal("2011", "xsd:gYear")) is None
    assert told("deny", "Tom_Reyes", Literal("he sold it")) == Event("deny", "Tom_Reyes", Literal("he sold it"))
    assert told("buy", "Tom_Reyes", Literal("1", "xsd:integer")) is None
    assert told("buy", "Tom_Reyes", Literal("40", "xsd:integer", "loaves")) is not None


def test_who_is_revealed_to_play_is_not_made_known() -> None:
    assert told("reveal", "Tom_Reyes", "the_oven") == Event("announce", "Tom_Reyes", "the_oven")
    assert told("reveal", "Tom_Reyes", "Marta_Lund") is None
    assert told("reveal", "Tom_Reyes", Literal("she will play")) is not None


def test_what_is_nothing_takes_no_part() -> None:
    assert told_of("be agreed", "the plan", passive=True) == Event("agree", None, "thing")
    assert told_of("be agreed", "nothing", passive=True) is None


def test_a_thing_supports_nothing() -> None:
    assert told("support", "Old_Mill", "the_oven") == Event("support", "Old_Mill", "the_oven")
    assert told("support", "the_oven", "Old_Mill") is None
    assert told("criticise", "Tom_Reyes", Literal("3000", "xsd:decimal", "EUR")) is None
