"""A faulty store: each fault gives a one-line error that says what happened, and passwords are not leaked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError, KgError, ServiceError, UsageError
from kg.load import Credentials, GraphContent, Loaded, Transport, endpoints, load, read_content
from kg.load.transport import MAX_ANSWER
from tests.load.servers import BadStore, Behaviour, bad_store

NAME = "urn:x:g"
CREDENTIALS = Credentials("writer", "open sesame")
BASIC = "Basic d3JpdGVyOm9wZW4gc2VzYW1l"


@pytest.fixture
def content(tmp_path: Path) -> GraphContent:
    path = tmp_path / "graph.nt"
    path.write_text("".join(f"<urn:x:s> <urn:x:p> <urn:x:{n}> .\n" for n in range(5)), encoding="utf-8")
    return read_content(path, graph=NAME)[0]


def transport(credentials: Credentials | None = None, **options: object) -> Transport:
    return Transport(credentials, delays=(0.0, 0.0), sleep=lambda _: None, **options)  # type: ignore[arg-type]  # any option


def loaded(
    content: GraphContent, store: BadStore, sending: Transport | None = None, kind: str = "oxigraph"
) -> list[Loaded]:
    return list(load([content], endpoints(store.address, store=kind), sending or transport()))


def fault(content: GraphContent, store: BadStore, sending: Transport | None = None) -> str:
    with pytest.raises(ServiceError) as caught:
        loaded(content, store, sending)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_all_goes_well(content: GraphContent, store: BadStore) -> None:
    assert loaded(content, store) == [Loaded(NAME, 5)]
    assert store.methods() == ["PUT", "POST"]
    assert store.seen[0].path == "/store?graph=urn%3Ax%3Ag"


def test_several_graphs_at_a_time(store: BadStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.nq"
    path.write_text("".join(f"<urn:x:s> <urn:x:p> <urn:x:{n}> <urn:x:g{n}> .\n" for n in range(6)), encoding="utf-8")
    contents = read_content(path)
    places = endpoints(store.address, store="oxigraph")
    done = list(load(contents, places, transport(), jobs=3))
    assert done == [Loaded(f"urn:x:g{n}", 1) for n in range(6)]
    assert sorted(store.methods()) == ["POST"] * 6 + ["PUT"] * 6
    store.behaviour.keeps = 0
    with pytest.raises(ServiceError, match="graph <urn:x:g0> holds 0 triples where 1 were sent"):
        list(load(contents, places, transport(), jobs=3))


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_large_graph_goes_in_parts(jobs: int, store: BadStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    path.write_text("".join(f"<urn:x:s> <urn:x:p> <urn:x:{n}> .\n" for n in range(11)), encoding="utf-8")
    contents = read_content(path, part=2)
    places = endpoints(store.address, store="graph-store")
    store.behaviour = Behaviour(basic=BASIC)
    assert list(load(contents, places, transport(CREDENTIALS), jobs=jobs)) == [Loaded(None, 11)]
    written = [each for each in store.seen if each.content]
    assert [each.method for each in written] == ["PUT", *["POST"] * 5]
    assert all(each.authorization == BASIC for each in written), "asked before each part that is sent"
    store.behaviour = Behaviour(statuses=[500], basic=BASIC)
    with pytest.raises(ServiceError, match="status 500"):
        list(load(contents, places, transport(CREDENTIALS), jobs=jobs))


def test_counting_without_a_place_for_queries(content: GraphContent, store: BadStore) -> None:
    assert loaded(content, store, kind="graph-store") == [Loaded(NAME, 5)]
    assert store.methods() == ["PUT", "GET"]


@pytest.mark.parametrize("status", [502, 503, 504])
def test_a_busy_store_is_asked_again(status: int, content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(statuses=[status, status])
    assert loaded(content, store) == [Loaded(NAME, 5)]
    assert store.methods() == ["PUT", "PUT", "PUT", "POST"]


def test_a_store_that_stays_busy(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(statuses=[503] * 9, body=b"<h1>Maintenance</h1>")
    assert "status 503: Maintenance" in fault(content, store)
    assert store.methods().count("PUT") == 3


def test_waiting_as_long_as_the_store_asks(content: GraphContent, store: BadStore) -> None:
    waited: list[float] = []
    for asked in ("7", "86400", "soon"):
        store.behaviour = Behaviour(statuses=[503], headers={"Retry-After": asked})
        loaded(content, store, Transport(delays=(0.5,), sleep=waited.append))
    assert waited == [7.0, 30.0, 0.5]


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 415, 500, 501, 507])
def test_a_refusal_is_not_tried_again(status: int, content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(statuses=[status], body=b"why\x1b[31m\nnot")
    message = fault(content, store)
    assert f"status {status}: why [31m not" in message
    assert store.methods().count("PUT") == 1


def test_a_store_that_fails_with_half_of_the_graph(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(statuses=[500], keeps=2, body=b"<xmp>syntax error</xmp>")
    assert f"graph <{NAME}> now holds 2 of 5 triples" in fault(content, store)


def test_a_store_that_says_all_is_well_with_half_of_the_graph(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(keeps=2)
    assert f"graph <{NAME}> holds 2 triples where 5 were sent" in fault(content, store)


def test_a_store_that_holds_more(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(wrong_by=3)
    assert "holds 8 triples where 5 were sent" in fault(content, store)


def test_a_default_graph_is_counted_by_itself(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(wrong_by=3)
    default = replace(content, name=None)
    assert loaded(default, store) == [Loaded(None, 5)]
    assert store.methods() == ["PUT", "POST", "GET"]


@pytest.mark.parametrize("results", [b"<html>", b"[]", b'{"results": {"bindings": []}}', b"\xff", b"null"])
def test_answers_that_are_no_results(results: bytes, content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(results=results)
    assert "does not answer like a SPARQL endpoint" in fault(content, store)


def test_a_store_that_is_too_slow(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(delay=0.5)
    assert "no answer in time" in fault(content, store, Transport(timeout=0.05, delays=()))


def test_a_store_that_trickles(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(trickles=True)
    assert "no answer in time" in fault(content, store, Transport(timeout=0.5, delays=()))


def test_the_time_is_that_of_all_attempts(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(statuses=[503] * 9, body=b"Maintenance")
    waited: list[float] = []
    assert "status 503" in fault(content, store, Transport(timeout=5, delays=(1.0, 60.0), sleep=waited.append))
    assert waited == [1.0], "there is no time for another attempt"


def test_an_answer_without_an_end(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(results=b" " * (MAX_ANSWER + 1))
    assert f"answers with more than {MAX_ANSWER} bytes" in fault(content, store)


def test_a_store_that_is_not_there(content: GraphContent) -> None:
    with bad_store() as gone:
        pass
    waited: list[float] = []
    assert "no answer" in fault(content, gone, Transport(delays=(0.5, 2.0), sleep=waited.append))
    assert waited[:2] == [0.5, 2.0]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_nothing_follows_a_redirect(status: int, content: GraphContent, store: BadStore) -> None:
    with bad_store() as other:
        store.behaviour = Behaviour(statuses=[status], headers={"Location": f"{other.address}/store?x=1"}, basic=BASIC)
        message = fault(content, store, transport(CREDENTIALS))
        assert f"redirects to {other.address}/store" in message
        assert other.seen == []


def test_the_password_is_told_when_the_store_asks_and_not_before(content: GraphContent, store: BadStore) -> None:
    store.behaviour = Behaviour(basic=BASIC)
    assert loaded(content, store, transport(CREDENTIALS)) == [Loaded(NAME, 5)]
    assert [(each.method, each.authorization, len(each.content) > 0) for each in store.seen] == [
        ("POST", None, False),
        ("PUT", BASIC, True),
        ("POST", BASIC, True),
    ]


def test_a_store_that_does_not_ask_is_not_told(content: GraphContent, store: BadStore) -> None:
    assert loaded(content, store, transport(CREDENTIALS)) == [Loaded(NAME, 5)]
    assert {each.authorization for each in store.seen} == {None}


@pytest.mark.parametrize(
    ("credentials", "words"),
    [(None, "give --user"), (Credentials("writer", "wrong"), "does not accept this user and password")],
)
def test_a_store_that_refuses_the_user(
    credentials: Credentials | None, words: str, content: GraphContent, store: BadStore
) -> None:
    store.behaviour = Behaviour(basic=BASIC)
    message = fault(content, store, transport(credentials))
    assert words in message
    assert "wrong" not in message
    assert len(store.seen) < 8, "a password that is refused is not tried again and again"


def test_a_token_goes_with_every_request(content: GraphContent, store: BadStore) -> None:
    loaded(content, store, transport(Credentials(None, "t0ken"), is_token=True))
    assert {each.authorization for each in store.seen} == {"Bearer t0ken"}


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [("virtuoso", None, "give --graph"), ("blazegraph", None, "give --graph")],
)
def test_a_store_without_a_default_graph(
    kind: str, name: str | None, words: str, content: GraphContent, store: BadStore
) -> None:
    with pytest.raises(UsageError, match=words):
        loaded(replace(content, name=name), store, kind=kind)
    assert store.seen == [], "nothing is sent"


def test_blank_nodes_are_found_before_the_first_update_is_sent(store: BadStore, tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    path.write_text("<urn:x:s> <urn:x:p> _:b .", encoding="utf-8")
    with pytest.raises(InputError, match="blank nodes"):
        loaded(read_content(path)[0], store, kind="sparql")
    assert store.seen == []


@pytest.mark.parametrize(
    "raising",
    [
        lambda content, store: load([content], endpoints(store.address, store="nothing"), transport()),
        lambda content, store: list(load([content], endpoints(f"{store.address}/x y"), transport())),
    ],
)
def test_wrong_use(raising: Callable[[GraphContent, BadStore], object], content: GraphContent, store: BadStore) -> None:
    with pytest.raises(KgError):
        raising(content, store)
