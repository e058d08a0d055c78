"""A server on this machine that supports both protocols, correctly or with faults, and records the requests."""

import contextlib
import json
import time
import typing as t
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from tests.loopback import serving_in_thread

SPACE = "https://things.example/"
MANIFEST: dict[str, t.Any] = {
    "versions": ["0.2"],
    "name": "Things",
    "identifierSpace": SPACE,
    "schemaSpace": "https://things.example/types/",
    "defaultTypes": [{"id": "T1", "name": "Person"}, {"id": "T2", "name": "Organization"}],
}
RESULTS: dict[str, list[t.Any]] = {
    "Norlin Ferries": [
        {"id": "n2", "name": "Norlin Ferries Museum", "type": [{"id": "T9", "name": "museum"}], "score": 60},
        {"id": "n1", "name": "Norlin Ferries", "type": [{"id": "T2", "name": "organization"}], "match": True},
    ],
    "Ida Berg": [
        {"id": "b1", "name": "Ida Berg", "type": [{"id": "T1", "name": "person"}], "score": 90, "match": False},
        {"id": "b2", "name": "Ida Berg", "type": [{"id": "T1", "name": "person"}], "score": 90, "match": False},
    ],
    "Hostile": [
        {"id": "a b> <c", "name": "Hostile"}, {"id": 7, "name": "Hostile"}, {"id": "x", "name": None}, "x", None,
        {"id": "h1", "name": "Hostile", "type": "place", "score": "high", "match": "yes"},
    ],
}  # fmt: skip
SEARCH: dict[str, list[t.Any]] = {
    "Jane Roe": [
        {"id": "Q10", "label": "Jane Roe", "description": "family name"},
        {"id": "Q11", "label": "Jane Roe", "description": "painting by an unknown painter"},
        {"id": "Q12", "label": "Jane B. Roe", "aliases": ["Jane Roe"], "description": "Swedish engineer"},
    ],
    "Varn": [
        {"id": "Q20", "label": "Varn", "description": "river in Norway", "concepturi": "http://base.example/entity/Q20"},
        {"id": "Q21", "label": "Varn", "description": "family name"},
        {"id": "not an item", "label": "Varn"}, None,
    ],
}  # fmt: skip
CLASSES = {"Q10": "Q101352", "Q11": "Q3305213", "Q12": "Q5", "Q21": "Q101352"}


class Server(ThreadingHTTPServer):
    """The kind of answer is in `answer`: `well`, the name of a fault, or an address to redirect to."""

    answer = "well"
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[dict[str, str]] = []
        self.paths: list[str] = []

    @property
    def address(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_address[1]}/api"


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server

    def do_GET(self) -> None:
        self._answer(urlsplit(self.path).query)

    def do_POST(self) -> None:
        self._answer(self.rfile.read(int(self.headers["Content-Length"])).decode("ascii"))

    def _answer(self, encoded: str) -> None:
        values = {name: found[0] for name, found in parse_qs(encoded).items()}
        self.server.asked.append(values)
        self.server.paths.append(urlsplit(self.path).path)
        fault = FAULTS.get(self.server.answer)
        if self.server.answer == "slow":
            time.sleep(1)
        if self.server.answer.startswith("http") and not self.path.endswith("/elsewhere"):
            self.send_response(307)
            self.send_header("Location", self.server.answer)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.server.answer == "trickle":
            self._trickle()
            return
        status, content = fault or (200, json.dumps(_content(values)).encode("utf-8"))
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        with contextlib.suppress(OSError):  # the client may have gone
            self.wfile.write(content)

    def _trickle(self) -> None:
        """Send one byte at a time, each before a client that waits for single bytes would time out."""
        self.send_response(200)
        self.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(100):
                self.wfile.write(b" ")
                time.sleep(0.02)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Write nothing."""


FAULTS: dict[str, tuple[int, bytes]] = {
    "error": (500, b"broken"),
    "busy": (429, b"{}"),
    "absent": (404, b""),
    "malformed": (200, b'{"q0": {"result": ['),
    "not text": (200, b"\xff\xfe\x00"),
    "deep": (200, b"[" * 100_000),
    "a list": (200, b"[]"),
    "a number": (200, b"7"),
    "null": (200, b"null"),
    "nothing": (200, b"{}"),
    "api error": (200, b'{"error": {"code": "x", "info": "one\\ntwo"}}'),
}


def _content(values: dict[str, str]) -> t.Any:
    if "queries" in values:
        queries = json.loads(values["queries"])
        return {key: {"result": RESULTS.get(query["query"], [])} for key, query in queries.items()}
    if values.get("action") == "wbsearchentities":
        return {"search": SEARCH.get(values["search"], [])}
    if values.get("action") == "wbgetentities":
        return {"entities": {item: _entity(item) for item in values["ids"].split("|")}}
    return MANIFEST


def _entity(item: str) -> t.Any:
    value = {"mainsnak": {"datavalue": {"value": {"id": CLASSES.get(item)}}}}
    withdrawn = {"rank": "deprecated", "mainsnak": {"datavalue": {"value": {"id": "Q4167410"}}}}
    statements = [withdrawn, value, {"mainsnak": {"snaktype": "novalue"}}, "x"]
    return {"claims": {"P31": statements}} if item in CLASSES else {"missing": ""}


@contextlib.contextmanager
def serving() -> Iterator[Server]:
    """Serve on a free port of the loopback interface."""
    with serving_in_thread(Server()) as server:
        yield server
