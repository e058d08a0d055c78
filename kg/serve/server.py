"""The graph on a port of the loopback interface: `/sparql` for queries, `/api` for questions, `/` for its page."""

import contextlib
import socket
import threading
import typing as t
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from kg.ask import GraphIndex
from kg.errors import KgError, UsageError
from kg.serve.api import API, api_reply
from kg.serve.protocol import Question, Reply, accepted, question, refusal
from kg.serve.worker import Workers

LOOPBACK: t.Final = "127.0.0.1"
MAX_QUERY: t.Final = 2**20
"""The maximum size of a query in bytes."""
IDLE: t.Final = 30.0
"""The time in seconds within which the next request of a connection must arrive completely."""
MAX_CONNECTIONS: t.Final = 64
"""The maximum number of connections; each has a thread."""
BUSY: t.Final = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
SPARQL: t.Final = "/sparql"
DESCRIPTION: t.Final = """\
PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
PREFIX formats: <http://www.w3.org/ns/formats/>
CONSTRUCT {{
  <{endpoint}> a sd:Service ; sd:endpoint <{endpoint}> ; sd:supportedLanguage sd:SPARQL11Query ;
    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML, formats:SPARQL_Results_CSV,
      formats:SPARQL_Results_TSV, formats:Turtle, formats:N-Triples, formats:RDF_XML, formats:JSON-LD ;
    sd:defaultDataset <{endpoint}#dataset> .
  <{endpoint}#dataset> a sd:Dataset ; sd:defaultGraph <{endpoint}#graph> .
  <{endpoint}#graph> a sd:Graph .
}} WHERE {{}}
"""
"""The service description (W3C SPARQL 1.1 Service Description) as a query, so that it is available in every syntax."""
HEADERS: t.Final = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class GraphServer(ThreadingHTTPServer):
    """Serves until it is stopped.

    Args:
        workers: the processes that answer queries.
        page: returns the page of the graph; it is called once, on the first request.
        index: returns the graph ready for questions; it is also called once.
        port: 0 chooses a free one.

    Raises:
        UsageError: the port is not available.
    """

    daemon_threads = True

    def __init__(
        self, workers: Workers, page: Callable[[], str], index: Callable[[], GraphIndex], *, port: int = 0
    ) -> None:
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            raise UsageError(f"port {port}: cannot be used: {reason}; give another --port") from error
        self.workers = workers
        self._make_page = page
        self._page: Reply | None = None
        self._make_index = index
        self._index: GraphIndex | None = None
        self._lock = threading.Lock()
        self._places = threading.BoundedSemaphore(MAX_CONNECTIONS)
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost"))

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def process_request(self, request: t.Any, client_address: t.Any) -> None:
        """Answer a connection in a separate thread, or refuse it if there are too many."""
        if self._places.acquire(blocking=False):
            super().process_request(request, client_address)
            return
        with contextlib.suppress(OSError):
            request.send(BUSY)
        self.shutdown_request(request)

    def process_request_thread(self, request: t.Any, client_address: t.Any) -> None:
        """Answer a connection, then release its slot."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def page(self) -> Reply:
        """Return the page of the graph."""
        with self._lock:
            if self._page is None:
                try:
                    content = self._make_page().encode("utf-8", errors="replace")
                    self._page = Reply(200, "text/html; charset=utf-8", content)
                except KgError as error:
                    self._page = refusal(500, str(error))
            return self._page

    def index(self) -> GraphIndex:
        """Return the graph ready for questions."""
        with self._lock:
            if self._index is None:
                self._index = self._make_index()
            return self._index


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: GraphServer
    protocol_version = "HTTP/1.1"
    server_version = "kg"
    sys_version = ""
    timeout = IDLE  # for a single read; `_reading` limits all of them together

    def handle_one_request(self) -> None:
        """Read one request and answer it; if a client sends it too slowly, close the connection."""
        self._reading = threading.Timer(IDLE, self._disconnect)
        self._reading.daemon = True
        self._reading.start()
        try:
            super().handle_one_request()
        except OSError:  # the client closed the connection in the middle of a request
            self.close_connection = True
        finally:
            self._reading.cancel()

    def _disconnect(self) -> None:
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)

    def do_GET(self) -> None:
        self._reply(self._cross_site_refusal() or self._answer())

    do_HEAD = do_GET  # noqa: N815 - the base class looks methods up by these names

    def do_POST(self) -> None:
        content = self._content()
        if isinstance(content, Reply):
            self.close_connection = True  # unread data would be taken for the next request
            self._reply(content)
        else:
            self._reply(self._cross_site_refusal() or self._answer(content))

    def do_PUT(self) -> None:
        self.close_connection = True
        self._reply(self._cross_site_refusal() or refusal(405, "this graph is read-only"))

    do_DELETE = do_PATCH = do_OPTIONS = do_PUT  # noqa: N815 - as above

    def _cross_site_refusal(self) -> Reply | None:
        """Refuse requests that a page of another site sends through the user's browser, under another name or ours."""
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or hosts[0].lower() not in self.server.hosts:
            return refusal(403, f"this server is {self.server.address} and accepts no other host name")
        origin = self.headers.get("Origin")
        if origin is not None and origin.lower().removeprefix("http://") not in self.server.hosts:
            return refusal(403, "requests from pages of other sites are refused")
        if self.headers.get("Sec-Fetch-Site") == "cross-site" and urlsplit(self.path).path != "/":
            return refusal(403, "requests from pages of other sites are refused")
        return None

    def _content(self) -> bytes | Reply:
        length = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdigit()):
            return refusal(411, "the request needs a Content-Length")
        if len(length) > 10 or int(length) > MAX_QUERY:
            return refusal(413, f"a query may have {MAX_QUERY} bytes")
        return self.rfile.read(int(length))

    def _answer(self, content: bytes = b"") -> Reply:
        self._reading.cancel()
        path, _, query_string = self.path.partition("?")
        is_post, is_api = self.command == "POST", path == API or path.startswith(f"{API}/")
        if path not in {"/", SPARQL} and not is_api:
            return refusal(404, f"there is /, {SPARQL} and {API}")
        if path != SPARQL and is_post:
            return refusal(405, f"queries go to {SPARQL}")
        if path != SPARQL:
            return api_reply(self.server.index, path, query_string) if is_api else self.server.page()
        content_type = self.headers.get("Content-Type", "") if is_post else ""
        return self._answered(question("POST" if is_post else "GET", query_string, content_type, content))

    def _answered(self, parsed: Question | Reply | None) -> Reply:
        from kg.export.rdf.query import GRAPH_FORMATS, RESULT_FORMATS

        if isinstance(parsed, Reply):
            return parsed
        if parsed is None:
            parsed = Question(DESCRIPTION.format(endpoint=f"{self.server.address.rstrip('/')}{SPARQL}"))
        wanted = self.headers.get_all("Accept")
        media_types = accepted(None if wanted is None else ",".join(wanted), (*RESULT_FORMATS, *GRAPH_FORMATS))
        return self.server.workers.answer(parsed, media_types)

    def _reply(self, reply: Reply) -> None:
        with contextlib.suppress(OSError):  # the client may have gone
            self.send_response(reply.status)
            about = {"Content-Type": reply.media_type, "Content-Length": str(len(reply.content))}
            allowed = {"Allow": "GET, HEAD, POST"} if reply.status == 405 else {}
            closing = {"Connection": "close"} if self.close_connection else {}
            for name, value in {**about, **HEADERS, **allowed, **closing}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(reply.content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
        """Write nothing."""
