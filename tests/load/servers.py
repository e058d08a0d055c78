"""Triple stores on this machine: real ones, started and stopped by the tests, and one with deliberate faults."""

import contextlib
import re
import socket
import subprocess
import time
import typing as t
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyoxigraph
import pytest

from tests.loopback import serving_in_thread
from tests.programs import absent, program

STARTING: t.Final = 60.0
VIRTUOSO_INI: t.Final = """\
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DirsAllowed = .
ServerThreads = 8
CheckpointInterval = 0
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 4
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], folder: Path, is_ready: Callable[[], bool]) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server during the tests."""
    with (folder / "output.txt").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output, stdin=subprocess.DEVNULL)  # noqa: S603 - our own words
    try:
        end = time.monotonic() + STARTING
        while not is_ready():
            if process.poll() is not None or time.monotonic() > end:
                pytest.fail(
                    f"{command[0]} does not start: {(folder / 'output.txt').read_text(errors='replace')[-500:]}"
                )
            time.sleep(0.1)
        yield process
    finally:
        process.terminate()
        process.wait(STARTING)


def answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own server
    except urllib.error.HTTPError as error:
        error.close()
        return True
    except OSError:
        return False
    return True


@contextlib.contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[str]:
    """Run Oxigraph from the PyPI package of that name."""
    found = program("oxigraph", "oxigraph_server")
    if found is None:
        absent("the server of Oxigraph", "pip install oxigraph")
    address = f"127.0.0.1:{free_port()}"
    command = [found, "serve", "--location", str(folder / "store"), "--bind", address, *options]
    with running(command, folder, lambda: answers(f"http://{address}/")):
        yield f"http://{address}"


@contextlib.contextmanager
def virtuoso(folder: Path, *, sql_port: int | None = None, buffers: int = 4000) -> Iterator[str]:
    """Run Virtuoso from the Debian package virtuoso-opensource; its user is dba, with the password dba."""
    found, isql = program("virtuoso-t"), program("isql-vt")
    if found is None or isql is None:
        absent("Virtuoso", "apt-get install virtuoso-opensource")
    port, sql_port = free_port(), sql_port or free_port()
    settings = VIRTUOSO_INI.format(port=port, sql_port=sql_port, buffers=buffers, dirty=buffers * 3 // 4)
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    command = [found, "+foreground", "+wait", "+configfile", "virtuoso.ini"]
    with running(command, folder, lambda: answers(f"http://127.0.0.1:{port}/sparql")) as own:
        yield f"http://127.0.0.1:{port}"
        subprocess.run(  # noqa: S603 - our own words
            [isql, f"127.0.0.1:{sql_port}", "dba", "dba", "EXEC=shutdown"], check=False, capture_output=True, timeout=60
        )
        own.wait(STARTING)


def triples_of(url: str, *, query: str | None = None) -> set[str]:
    """Return the triples of an address as N-Triples lines."""
    content = None if query is None else ("query=" + urllib.parse.quote(query)).encode("ascii")
    request = urllib.request.Request(url, data=content, headers={"Accept": "application/n-triples"})  # noqa: S310 - our own server
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        return lines(answer.read(), pyoxigraph.RdfFormat.N_TRIPLES)


def whole_numbers(triples: set[str]) -> set[str]:
    """Return triples as Oxigraph stores them: integers of every type become xsd:integer."""
    return {triple.replace("#nonNegativeInteger>", "#integer>") for triple in triples}


def decimals(triples: set[str]) -> set[str]:
    """Return triples as Virtuoso stores them: decimals have 15 digits after the point."""
    return {re.sub(r'(\.\d{15})\d+(?="\^\^<[^>]*#decimal>)', r"\1", triple) for triple in triples}


def lines(content: bytes, syntax: pyoxigraph.RdfFormat = pyoxigraph.RdfFormat.TURTLE) -> set[str]:
    """Return the triples of an RDF text, one per line."""
    return {str(quad.triple) for quad in pyoxigraph.parse(content, format=syntax)}


@dataclass
class Seen:
    """One request to the faulty store."""

    method: str
    path: str
    authorization: str | None
    content: bytes


@dataclass
class Behaviour:
    """The behaviour of the faulty store: `statuses` are returned in turn, followed by the chosen behaviour."""

    statuses: list[int] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    wrong_by: int = 0
    keeps: int | None = None
    delay: float = 0.0
    trickles: bool = False
    basic: str | None = None
    results: bytes | None = None
    methods: frozenset[str] = frozenset({"PUT"})


class BadStore(ThreadingHTTPServer):
    """Stores the last graph that it received, and answers according to its behaviour."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behaviour = Behaviour()
        self.seen: list[Seen] = []
        self.graphs: dict[str, set[str]] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def methods(self) -> list[str]:
        return [each.method for each in self.seen]


class _Handler(BaseHTTPRequestHandler):
    server: BadStore

    def do_GET(self) -> None:
        self._handle()

    do_PUT = do_POST = do_GET  # noqa: N815 - the base class looks methods up by these names

    def _handle(self) -> None:
        content = self.rfile.read(int(self.headers.get("Content-Length", "0")))
        self.server.seen.append(Seen(self.command, self.path, self.headers["Authorization"], content))
        behaviour = self.server.behaviour
        time.sleep(behaviour.delay)
        if behaviour.basic is not None and self.headers["Authorization"] != behaviour.basic:
            self._answer(401, b"", {"WWW-Authenticate": 'Basic realm="x"'})
        elif behaviour.statuses and self.command in behaviour.methods:
            self._store(content, behaviour.keeps or 0)
            self._answer(behaviour.statuses.pop(0), behaviour.body, behaviour.headers)
        else:
            self._behave(content)

    def _behave(self, content: bytes) -> None:
        fields = urllib.parse.parse_qs(content.decode("utf-8", errors="replace")) if self.command == "POST" else {}
        if self.command == "PUT":
            self._store(content, self.server.behaviour.keeps)
            self._answer(204, b"")
        elif "query" in fields:
            count = len(self.server.graphs.get(self._name(fields["query"][0]), ())) + self.server.behaviour.wrong_by
            results = f'{{"results": {{"bindings": [{{"n": {{"value": "{count}"}}}}]}}}}'.encode("ascii")
            self._answer(200, self.server.behaviour.results or results)
        elif self.command == "GET":
            graph = self.server.graphs.get(urllib.parse.urlsplit(self.path).query, set())
            self._answer(200, "".join(f"{line} .\n" for line in sorted(graph)).encode("utf-8"))
        else:
            self._store(content, self.server.behaviour.keeps)
            self._answer(204, b"")

    def _store(self, content: bytes, keeps: int | None) -> None:
        graph = urllib.parse.urlsplit(self.path).query
        if self.command == "PUT":
            self.server.graphs[graph] = set(sorted(lines(content))[:keeps])
        elif self.headers["Content-Type"] == "text/turtle":
            self.server.graphs.setdefault(graph, set()).update(lines(content))

    def _name(self, query: str) -> str:
        _, _, name = query.partition("GRAPH <")
        return f"graph={urllib.parse.quote(name.partition('>')[0], safe='')}" if name else "default"

    def _answer(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
        with contextlib.suppress(OSError):  # the client may have gone
            self.send_response(status)
            for name, value in {"Content-Length": str(len(content)), **(headers or {})}.items():
                self.send_header(name, value)
            self.end_headers()
            if status != 204 and self.server.behaviour.trickles:
                for byte in content:
                    self.wfile.write(bytes([byte]))
                    time.sleep(0.05)
            elif status != 204:
                self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Write nothing."""


@contextlib.contextmanager
def bad_store() -> Iterator[BadStore]:
    """Run the faulty store on a free port of the loopback interface."""
    with serving_in_thread(BadStore()) as server:
        yield server
