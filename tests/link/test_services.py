"""Both clients with a real server: their requests, the answers they accept, and a one-line error for every failure."""

import json
from pathlib import Path

import pytest

from kg.errors import ServiceError, UsageError
from kg.link.cache import Cache
from kg.link.choice import best
from kg.link.reconciliation import ReconciliationService
from kg.link.service import Query, Service
from kg.link.services import service_of
from kg.link.wikidata import WikidataSearch
from tests.link.server import FAULTS, SPACE, Server

NORLIN, BERG = Query("Norlin Ferries", "Company"), Query("Ida Berg", "Person")
HOSTILE_NAMES = [
    '"}, "q1": {',
    "a&queries=x",
    "été \ud800 \x00",
    "<script>",
    "x" * 5000,
    "'; DROP TABLE answers; --",
    "|Q1",
]


def services(server: Server, timeout: float = 5.0) -> list[Service]:
    return [ReconciliationService(server.address, timeout=timeout), WikidataSearch(server.address, timeout=timeout)]


def test_reconciliation_asks_in_batches_with_types(server: Server) -> None:
    queries = [NORLIN, BERG, *(Query(f"Thing {number}", "Work") for number in range(13))]
    answers = ReconciliationService(server.address).candidates(queries)
    asked = [json.loads(values["queries"]) for values in server.asked if "queries" in values]
    assert [len(batch) for batch in asked] == [10, 5]
    assert [asked[0][f"q{i}"].get("type") for i in range(3)] == ["T2", "T1", None]
    assert [len(candidates) for candidates in answers] == [2, 2, *[0] * 13]
    assert [candidate.iri for candidate in answers[0]] == [f"{SPACE}n2", f"{SPACE}n1"]


def test_reconciliation_finds_one_and_knows_doubt(server: Server) -> None:
    norlin, berg = ReconciliationService(server.address).candidates([NORLIN, BERG])
    found = best(NORLIN, norlin)
    assert found is not None
    assert found.iri == f"{SPACE}n1"
    assert best(BERG, berg) is None


def test_reconciliation_passes_over_what_is_no_candidate(server: Server) -> None:
    (candidates,) = ReconciliationService(server.address).candidates([Query("Hostile", "City")])
    assert [(one.iri, one.types, one.is_match) for one in candidates] == [(f"{SPACE}h1", ("place",), False)]


def test_search_takes_classes_and_descriptions(server: Server) -> None:
    jane, varn = Query("Jane Roe", "Person"), Query("Varn", "Place")
    found = WikidataSearch(server.address).candidates([jane, varn])
    chosen = [best(query, candidates) for query, candidates in zip((jane, varn), found, strict=True)]
    assert [one and one.iri for one in chosen] == [
        "http://www.wikidata.org/entity/Q12",
        "http://base.example/entity/Q20",
    ]
    assert best(Query("Varn", "Person"), found[1]) is None


def test_search_asks_for_all_classes_at_once(server: Server) -> None:
    WikidataSearch(server.address).candidates([Query("Jane Roe", "Person"), Query("Varn", "Place")])
    assert [values["ids"] for values in server.asked if values["action"] == "wbgetentities"] == ["Q10|Q11|Q12|Q20|Q21"]


@pytest.mark.parametrize("fault", sorted(FAULTS))
def test_every_fault_is_one_line(server: Server, fault: str) -> None:
    server.answer = fault
    for service in services(server):
        with pytest.raises(ServiceError) as caught:
            service.candidates([NORLIN])
        assert str(caught.value).startswith(f"{server.address}: ")
        assert "\n" not in str(caught.value)


def test_no_answer_in_time(server: Server) -> None:
    server.answer = "slow"
    for service in services(server, timeout=0.1):
        with pytest.raises(ServiceError, match="no answer in time"):
            service.candidates([NORLIN])


def test_an_answer_that_trickles(server: Server) -> None:
    server.answer = "trickle"
    for service in services(server, timeout=0.3):
        with pytest.raises(ServiceError, match="no answer in time"):
            service.candidates([NORLIN])


def test_names_are_not_sent_on_to_another_server(server: Server) -> None:
    server.answer = f"http://localhost:{server.server_address[1]}/elsewhere"  # the same machine under another name
    for service in services(server):
        with pytest.raises(ServiceError, match="redirects to another server"):
            service.candidates([NORLIN])
    assert "/elsewhere" not in server.paths


def test_a_server_may_send_on_to_itself(server: Server) -> None:
    server.answer = f"{server.address}/elsewhere"
    with pytest.raises(ServiceError):
        WikidataSearch(server.address).candidates([Query("Jane Roe", "Person")])  # it returns the manifest there
    assert "/api/elsewhere" in server.paths


def test_nobody_there(server: Server) -> None:
    server.shutdown()
    server.server_close()
    for service in services(server):
        with pytest.raises(ServiceError, match="no answer: "):
            service.candidates([NORLIN])


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_hostile_names_stay_names(server: Server, name: str, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "links.sqlite")
    for service in (ReconciliationService(server.address, cache=cache), WikidataSearch(server.address, cache=cache)):
        assert service.candidates([Query(name, "Person")]) == [()]
    (batch,) = (json.loads(values["queries"]) for values in server.asked if "queries" in values)
    assert [question["query"] for question in batch.values()] == [name]
    (searched,) = (values["search"] for values in server.asked if "search" in values)
    assert searched == name.encode("utf-8", errors="replace").decode("utf-8")


def test_nothing_is_asked_twice(server: Server, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "deep" / "links.sqlite")
    for _ in range(2):
        ReconciliationService(server.address, cache=cache).candidates([NORLIN, NORLIN, BERG])
        WikidataSearch(server.address, cache=cache).candidates([Query("Jane Roe", "Person")])
    asked = [sorted(values) for values in server.asked]
    assert len(asked) == 4  # the manifest, a batch, a search, the classes
    server.answer = "error"
    ReconciliationService(server.address, cache=cache).candidates([BERG])


def test_a_failure_is_not_kept(server: Server, tmp_path: Path) -> None:
    service = ReconciliationService(server.address, cache=Cache(tmp_path / "links.sqlite"))
    server.answer = "error"
    with pytest.raises(ServiceError):
        service.candidates([NORLIN])
    server.answer = "well"
    assert len(service.candidates([NORLIN])[0]) == 2


@pytest.mark.parametrize("place", ["", "file:///etc/passwd", "ftp://x.example/", "things.example", "http://"])
def test_other_addresses_are_wrong_use(place: str) -> None:
    with pytest.raises(UsageError, match="wikidata"):
        service_of(place, cache=Cache())


def test_services_by_name() -> None:
    assert service_of("Wikidata", cache=Cache()).place.startswith("https://www.wikidata.org/")
    assert service_of("https://things.example/api", cache=Cache()).place == "https://things.example/api"
