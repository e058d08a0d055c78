"""The endpoint over a real socket."""

import contextlib
import http.client
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import typing as t
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pyoxigraph
import pytest

from kg import KnowledgeGraph
from kg.ask import QUESTIONS, GraphIndex
from kg.cli import main
from kg.errors import InputError, UsageError
from kg.export.rdf import to_turtle
from kg.serve import GraphServer, Workers
from kg.serve import server as server_module
from kg.serve.protocol import FORM, QUERY, UPDATE
from tests.export.examples import GRAPH

REPOSITORY = Path(__file__).resolve().parents[2]
SELECT = 'SELECT ?name WHERE { ?thing rdfs:label ?name FILTER(?name = "Oslo"@en) }'
CONSTRUCT = "CONSTRUCT { ?s rdfs:label ?name } WHERE { ?s a kg:Entity ; rdfs:label ?name }"
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PAGE = "<!doctype html><title>Norlin \ud800</title>"


class Got(t.NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    content: bytes

    @property
    def media_type(self) -> str:
        return self.headers["Content-Type"].partition(";")[0]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.ttl"
    path.write_text(to_turtle(GRAPH), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def workers(graph: Path) -> Iterator[Workers]:
    found = Workers(graph, count=1, seconds=1.0)
    yield found
    found.stop()


@contextlib.contextmanager
def serving(workers: Workers) -> Iterator[GraphServer]:
    with GraphServer(workers, lambda: PAGE, lambda: GraphIndex.of(KnowledgeGraph.of(GRAPH))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def server(workers: Workers) -> Iterator[GraphServer]:
    with serving(workers) as found:
        yield found


def ask(
    server: GraphServer, method: str, target: str, content: bytes | None = None, headers: dict[str, str] | None = None
) -> Got:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    with contextlib.closing(connection):
        connection.request(method, target, content, headers or {})
        answer = connection.getresponse()
        return Got(answer.status, answer.headers, answer.read())


def get(server: GraphServer, query: str, **headers: str) -> Got:
    return ask(server, "GET", f"/sparql?query={quote(query)}", headers=headers)


@pytest.mark.parametrize(
    ("target", "content", "content_type"),
    [
        (f"/sparql?query={quote(SELECT)}", None, ""),
        ("/sparql", f"query={quote(SELECT)}".encode(), FORM),
        ("/sparql", SELECT.encode(), QUERY),
    ],
    ids=["get", "form", "query"],
)
def test_the_three_ways_to_ask(target: str, content: bytes | None, content_type: str, server: GraphServer) -> None:
    got = ask(server, "GET" if content is None else "POST", target, content, {"Content-Type": content_type})
    assert (got.status, got.media_type) == (200, "application/sparql-results+json")
    (row,) = json.loads(got.content)["results"]["bindings"]
    assert row["name"] == {"type": "literal", "value": "Oslo", "xml:lang": "en"}


@pytest.mark.parametrize(
    ("accept", "media_type", "syntax"),
    [
        ("*/*", "application/sparql-results+json", pyoxigraph.QueryResultsFormat.JSON),
        ("application/json", "application/json", pyoxigraph.QueryResultsFormat.JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml", pyoxigraph.QueryResultsFormat.XML),
        ("text/tab-separated-values", "text/tab-separated-values", pyoxigraph.QueryResultsFormat.TSV),
        ("text/turtle;q=0.9, text/tab-separated-values;q=0.1", "text/tab-separated-values",
         pyoxigraph.QueryResultsFormat.TSV),
    ],
)  # fmt: skip
def test_results_in_every_syntax(
    accept: str, media_type: str, syntax: pyoxigraph.QueryResultsFormat, server: GraphServer
) -> None:
    got = get(server, SELECT, Accept=accept)
    assert (got.status, got.media_type) == (200, media_type)
    found = pyoxigraph.parse_query_results(io.BytesIO(got.content), format=syntax)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    assert [row["name"] for row in found] == [pyoxigraph.Literal("Oslo", language="en")]


def test_results_as_csv(server: GraphServer) -> None:
    assert get(server, SELECT, Accept="text/csv").content.split() == [b"name", b"Oslo"]


@pytest.mark.parametrize(
    ("accept", "media_type", "syntax"),
    [
        ("*/*", "text/turtle", pyoxigraph.RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", pyoxigraph.RdfFormat.N_TRIPLES),
        ("application/rdf+xml", "application/rdf+xml", pyoxigraph.RdfFormat.RDF_XML),
        ("application/ld+json", "application/ld+json", pyoxigraph.RdfFormat.JSON_LD),
    ],
)
def test_graphs_in_every_syntax(
    accept: str, media_type: str, syntax: pyoxigraph.RdfFormat, server: GraphServer
) -> None:
    got = get(server, CONSTRUCT, Accept=accept)
    assert (got.status, got.media_type) == (200, media_type)
    found = {quad.object.value for quad in pyoxigraph.parse(got.content, format=syntax)}
    assert found == {entity.label for entity in GRAPH.entities}


def test_a_truth_value(server: GraphServer) -> None:
    assert json.loads(get(server, "ASK {}").content)["boolean"] is True


@pytest.mark.parametrize(("query", "accept"), [(SELECT, "text/turtle"), (CONSTRUCT, "text/csv"), (SELECT, "image/png")])
def test_syntaxes_that_do_not_fit(query: str, accept: str, server: GraphServer) -> None:
    assert get(server, query, Accept=accept).status == 406


def test_without_a_query_it_describes_itself(server: GraphServer) -> None:
    got = ask(server, "GET", "/sparql", headers={"Accept": "application/n-triples"})
    assert got.status == 200
    triples = {
        (quad.predicate.value.rpartition("#")[2], quad.object.value.rpartition("#")[2])
        for quad in pyoxigraph.parse(got.content, format=pyoxigraph.RdfFormat.N_TRIPLES)
    }
    assert ("supportedLanguage", "SPARQL11Query") in triples
    assert ("endpoint", f"{server.address}sparql") in triples


def test_the_graphs_that_a_request_names(server: GraphServer) -> None:
    target = f"/sparql?query={quote('ASK { ?s ?p ?o }')}&default-graph-uri=urn:x:absent"
    assert json.loads(ask(server, "GET", target).content)["boolean"] is False
    assert ask(server, "GET", target.replace("urn:x:absent", "no%20iri")).status == 400


@pytest.mark.parametrize(
    "query",
    ["SELECT WHERE", "", "DROP ALL", "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "LOAD <http://127.0.0.1/>",
     "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "ASK { S\\u0045RVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"],
)  # fmt: skip
def test_what_is_no_query(query: str, server: GraphServer) -> None:
    got = get(server, query)
    assert got.status == 400
    assert got.media_type == "text/plain"


@pytest.mark.parametrize(
    ("method", "target", "content", "content_type", "status"),
    [
        ("POST", "/sparql", b"update=DROP+ALL", FORM, 403),
        ("POST", "/sparql", b"DROP ALL", UPDATE, 403),
        ("GET", "/sparql?update=DROP+ALL", None, "", 403),
        ("PUT", "/sparql?default", b"<urn:a> <urn:b> <urn:c> .", "text/turtle", 405),
        ("DELETE", "/sparql?default", None, "", 405),
        ("PATCH", "/sparql", b"x", UPDATE, 405),
        ("POST", "/", b"x", QUERY, 405),
        ("POST", "/sparql", b"<urn:a> <urn:b> <urn:c> .", "text/turtle", 415),
        ("POST", "/elsewhere", b"ASK {}", QUERY, 404),
    ],
)
def test_nothing_can_be_written(
    method: str, target: str, content: bytes | None, content_type: str, status: int, server: GraphServer
) -> None:
    before = get(server, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").content
    got = ask(server, method, target, content, {"Content-Type": content_type})
    assert got.status == status
    assert ("Allow" in got.headers) == (status == 405)
    assert get(server, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").content == before


def test_the_page_of_the_graph(server: GraphServer) -> None:
    got = ask(server, "GET", "/")
    assert (got.status, got.media_type) == (200, "text/html")
    assert got.content == PAGE.encode("utf-8", errors="replace")
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    head = ask(server, "HEAD", "/")
    assert (head.status, head.content, head.headers["Content-Length"]) == (200, b"", str(len(got.content)))


@pytest.mark.parametrize(
    "target",
    ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/graph.ttl", "//etc/passwd", "/sparql/../graph.ttl",
     "/sparql/", "/.", "http://other.example/graph.ttl"],
)  # fmt: skip
def test_no_file_is_served(target: str, server: GraphServer) -> None:
    got = ask(server, "GET", target)
    assert got.status == (403 if "other.example" in target else 404)


@pytest.mark.parametrize(
    "headers",
    [{"Host": "attacker.example"}, {"Host": "attacker.example:{port}"}, {"Host": "127.0.0.1.attacker.example:{port}"},
     {"Host": "127.0.0.1"}, {"Host": ""}, {"Origin": "https://attacker.example"}, {"Origin": "null"},
     {"Sec-Fetch-Site": "cross-site"}],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_pages_of_other_sites_may_not_ask(method: str, headers: dict[str, str], server: GraphServer) -> None:
    filled = {name: value.format(port=server.server_port) for name, value in headers.items()}
    content = None if method == "GET" else b"query=ASK+%7B%7D"
    got = ask(server, method, "/sparql?query=ASK%7B%7D", content, {"Content-Type": FORM, **filled})
    assert got.status == 403
    assert "Access-Control-Allow-Origin" not in got.headers


@pytest.mark.parametrize("headers", [{"Host": "localhost:{port}"}, {"Origin": "http://127.0.0.1:{port}"}])
def test_its_own_names(headers: dict[str, str], server: GraphServer) -> None:
    filled = {name: value.format(port=server.server_port) for name, value in headers.items()}
    assert get(server, "ASK {}", **filled).status == 200


def test_only_this_machine_can_connect(server: GraphServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Length": str(2**21)}, 413),
        ({"Content-Length": "9" * 400}, 413),
        ({"Content-Length": "-1"}, 411),
        ({"Content-Length": "²"}, 411),
        ({}, 411),
        ({"Transfer-Encoding": "chunked"}, 411),
        ({"Transfer-Encoding": "chunked", "Content-Length": "3"}, 411),
    ],
)
def test_lengths_of_queries(headers: dict[str, str], status: int, server: GraphServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    with contextlib.closing(connection):
        connection.putrequest("POST", "/sparql")
        for name, value in headers.items():
            connection.putheader(name, value.encode("latin-1"))
        connection.endheaders()
        answer = connection.getresponse()
        assert answer.status == status
        assert answer.headers["Connection"] == "close"


def test_one_connection_asks_many_times(server: GraphServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    with contextlib.closing(connection):
        for _ in range(3):
            connection.request("POST", "/sparql", b"ASK {}", {"Content-Type": QUERY})
            answer = connection.getresponse()
            assert (answer.status, json.loads(answer.read())["boolean"]) == (200, True)


def test_a_query_that_takes_too_long_is_stopped_and_the_next_one_is_answered(server: GraphServer) -> None:
    start = time.monotonic()
    got = get(server, ENDLESS)
    assert got.status == 503
    assert b"1 seconds" in got.content
    assert time.monotonic() - start < 10
    assert get(server, "ASK {}").status == 200


def test_an_answer_that_is_too_long(monkeypatch: pytest.MonkeyPatch, graph: Path) -> None:
    from kg.export.rdf.query import load_graph
    from kg.serve import worker
    from kg.serve.protocol import Question

    monkeypatch.setattr(worker, "MAX_ANSWER", 100)
    question = Question("SELECT * WHERE { ?s ?p ?o }")
    assert worker.answer(load_graph(graph), question, ["text/csv"]).status == 507


def test_all_processes_are_busy(graph: Path) -> None:
    workers = Workers(graph, count=1, seconds=0.5)
    with contextlib.closing(contextlib.ExitStack()) as stack, serving(workers) as server:
        stack.callback(workers.stop)
        statuses: list[int] = []
        threads = [threading.Thread(target=lambda: statuses.append(get(server, ENDLESS).status)) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert statuses == [503, 503, 503]


def test_a_query_that_nests_too_deeply_ends_no_process(server: GraphServer, workers: Workers) -> None:
    before = workers._all[0]._process.pid
    assert get(server, "ASK " + "{" * 10_000).status == 400
    assert workers._all[0]._process.pid == before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells and holds how much memory a process has")
def test_a_query_that_wants_too_much_memory(graph: Path) -> None:
    workers = Workers(graph, count=1, seconds=20, memory=64)
    # a string that doubles in each step: 1 GB at the end
    steps = " ".join(f"BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})" for i in range(30))
    with contextlib.closing(contextlib.ExitStack()) as stack, serving(workers) as server:
        stack.callback(workers.stop)
        got = get(server, f'SELECT (STRLEN(?v30) AS ?n) {{ BIND("x" AS ?v0) {steps} }}')
        assert (got.status, b"--memory-limit" in got.content) == (500, True)
        assert get(server, "ASK {}").status == 200


def test_too_many_connections(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "MAX_CONNECTIONS", 2)
    with serving(workers) as server, contextlib.ExitStack() as stack:
        open_ones = [stack.enter_context(socket.create_connection(("127.0.0.1", server.server_port))) for _ in range(2)]
        assert eventually(lambda: ask(server, "GET", "/").status == 503)
        open_ones[0].close()
        assert eventually(lambda: ask(server, "GET", "/").status == 200)


def test_a_client_that_sends_too_slowly_loses_the_connection(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "IDLE", 0.3)
    with serving(workers) as server, socket.create_connection(("127.0.0.1", server.server_port), timeout=30) as slow:
        slow.sendall(b"GET / HTTP/1.1\r\n")
        with contextlib.suppress(OSError):
            for _ in range(50):
                slow.sendall(b"X")
                time.sleep(0.05)
        with contextlib.suppress(ConnectionError):
            assert slow.recv(1) == b""
        assert ask(server, "GET", "/").status == 200


def eventually(holds: t.Callable[[], bool]) -> bool:
    """Retry for some seconds until a condition is true."""
    for _ in range(100):
        with contextlib.suppress(OSError, http.client.HTTPException):
            if holds():
                return True
        time.sleep(0.05)
    return False


def test_a_process_that_dies_is_replaced(graph: Path) -> None:
    workers = Workers(graph, count=1, seconds=5)
    try:
        with serving(workers) as server:
            workers._all[0]._process.kill()
            assert get(server, "ASK {}").status == 500
            assert get(server, "ASK {}").status == 200
    finally:
        workers.stop()


def test_a_graph_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("<urn:a> <urn:b>", encoding="utf-8")
    with pytest.raises(InputError, match="is not Turtle"):
        Workers(path, count=1)


def test_a_port_that_is_taken(server: GraphServer, workers: Workers) -> None:
    with pytest.raises(UsageError, match="--port"):
        GraphServer(workers, lambda: PAGE, server.index, port=server.server_port)


def is_gone(group: int) -> bool:
    """Wait until no process of a group is left; a helper process of Python ends a moment after the others."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_command_stops_cleanly(number: signal.Signals, graph: Path) -> None:
    # background jobs of a shell ignore interrupts, and so would their child processes
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", "--processes", "1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(REPOSITORY)},
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    port = urlsplit(process.stdout.readline().split()[0]).port
    assert port is not None
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert answer.status == 200
        assert b"Lund Bakery" in answer.read()
    os.killpg(process.pid, number)  # like a terminal: the worker processes get it too
    out, errors = process.communicate(timeout=30)
    assert (process.returncode, out, errors) == (0, "", "")
    assert is_gone(process.pid)


def test_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "absent"]) == 1
    assert main(["serve", "absent", "--port", "70000"]) == 2
    assert main(["serve", "absent", "--time-limit", "0"]) == 2


def api(server: GraphServer, target: str) -> tuple[int, t.Any]:
    got = ask(server, "GET", target)
    assert got.media_type == "application/json"
    return got.status, json.loads(got.content)


def test_questions_are_answered_as_json(server: GraphServer) -> None:
    status, rows = api(server, "/api/retrieve?question=What%20does%20the%20bakery%20sell%3F&limit=1")
    assert status == 200
    assert rows[0]["sentence"] == "Lund Bakery sold 40 loaves on 20 July 2024."
    assert rows == server.index().retrieve("What does the bakery sell?", 1)
    assert api(server, "/api/about?name=Oslo") == (200, server.index().about("Oslo"))


def test_the_api_tells_what_may_be_asked(server: GraphServer) -> None:
    status, told = api(server, "/api")
    assert status == 200
    assert list(told) == [f"/api/{name}" for name in QUESTIONS]
    assert api(server, "/api/") == (status, told)


@pytest.mark.parametrize(
    ("target", "status", "words"),
    [
        ("/api/nothing", 404, "no such question"),
        ("/api/about", 400, "needs name"),
        ("/api/about?name=Osl", 400, "did you mean: Oslo?"),
        ("/api/about?name=%ff", 400, "not encoded"),
        ("/api/about?name=Oslo&limit=1000", 400, "must lie between"),
        ("/api/about?" + "&".join(f"a{i}=b" for i in range(200)), 400, "too many fields"),
    ],
)
def test_a_question_that_is_wrong_is_told_in_one_line(
    target: str, status: int, words: str, server: GraphServer
) -> None:
    code, told = api(server, target)
    assert code == status
    assert words in told["error"]


def test_questions_are_asked_with_get_and_from_here(server: GraphServer) -> None:
    assert ask(server, "POST", "/api/about?name=Oslo", b"").status == 405
    assert ask(server, "GET", "/api/about?name=Oslo", headers={"Sec-Fetch-Site": "cross-site"}).status == 403
    assert ask(server, "GET", "/apiabout").status == 404
