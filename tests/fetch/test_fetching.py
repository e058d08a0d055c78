"""Addresses: what is fetched, with which limits, and what is refused."""

import contextlib
import gzip
import http.server
import socket
import ssl
import time
import typing as t
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import NothingToRead, UnreadableDocument
from kg.fetch import addresses, fetch
from kg.fetch.addresses import is_public, target
from kg.fetch.fetching import _fetched
from kg.model import Document
from kg.read import read
from tests.loopback import serving_in_thread
from tests.read import files

MOST: t.Final = 100_000
PAGE: t.Final = files.page()
OTHER: t.Final = "127.0.0.2"


class _Handler(http.server.BaseHTTPRequestHandler):
    """Answers depending on the path: a page, redirects, errors, too much."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        port = t.cast("http.server.HTTPServer", self.server).server_port
        status, headers, body = {
            "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
            "/latin": (
                200,
                {"Content-Type": "text/plain; charset=iso-8859-15"},
                "Snow fell on the café. 5 €".encode("iso-8859-15"),
            ),
            "/packed": (200, {"Content-Encoding": "gzip"}, gzip.compress(PAGE)),
            "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"\0" * 10_000_000)),
            "/large": (200, {}, b"x" * (MOST + 1)),
            "/slow": (200, {}, b"x" * 10),
            "/moved": (302, {"Location": "/page"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/inward": (302, {"Location": f"http://{OTHER}:{port}/page"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
            "/host": (200, {}, f"Host is {self.headers['Host']}".encode()),
        }.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for place in range(0, len(body), step := 1 if self.path == "/slow" else max(len(body), 1)):
            with contextlib.suppress(OSError):  # the client may have gone
                self.wfile.write(body[place : place + step])
                time.sleep(0.1 if self.path == "/slow" else 0)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in the base class
        """Write nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Yield the address of a server on this machine."""
    with serving_in_thread(http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)) as running:
        yield f"http://127.0.0.1:{running.server_port}"


def refusal(url: str, **options: t.Any) -> tuple[str, str]:
    """Return the kind and the message of the error from fetching."""
    with pytest.raises(UnreadableDocument) as raised:
        fetch(url, most=MOST, **options)
    assert raised.value.advice
    return raised.value.kind, str(raised.value)


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        *(
            (inner, False)
            for inner in ("127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0")  # noqa: S104
        ),
        *((inner, False) for inner in ("100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "fe80::1%eth0", "fc00::1")),
        *((inner, False) for inner in ("::ffff:127.0.0.1", "2002:7f00:1::", "::", "ff02::1", "64:ff9b::7f00:1")),
    ],
)
def test_which_addresses_are_public(number: str, public: bool) -> None:
    assert is_public(number) == public


@pytest.mark.parametrize(
    "url",
    [
        *(
            "ftp://post.example/",
            "http://",
            "https:///page",
            "http://[::1",
            "http://a.example:x/",
            "http://user@a.example/",
        ),
        "http://" + "a" * 70 + ".example/",
    ],
)
def test_what_is_no_address(url: str) -> None:
    assert refusal(url)[0] == "refused"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_no_public_address(host: str) -> None:
    kind, words = refusal(f"http://{host}:1/")
    assert kind in {"refused", "unreachable"}
    assert "not a public address" in words or "not found" in words


def test_one_inner_number_among_several_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert refusal("http://post.example/") == ("refused", "leads to 10.0.0.1, which is not a public address")


def test_a_page_is_fetched(server: str) -> None:
    found = fetch(f"{server}/moved", most=MOST, private=True)
    assert (found.url, found.data, found.charset) == (f"{server}/page", PAGE, "utf-8")
    assert fetch(f"{server}/packed", most=MOST, private=True).data == PAGE


@pytest.mark.parametrize(
    ("path", "kind", "words"),
    [
        ("/nowhere", "unreachable", "status 404"),
        ("/large", "too large", "is larger than"),
        ("/bomb", "too large", "is larger than"),
        ("/round", "unreachable", "redirects more than 5 times"),
        ("/file", "refused", "not an address"),
    ],
)
def test_what_gives_no_page(server: str, path: str, kind: str, words: str) -> None:
    found = refusal(server + path, private=True)
    assert found[0] == kind
    assert words in found[1]


def test_time_ends(server: str) -> None:
    assert refusal(f"{server}/slow", private=True, seconds=0.3) == ("unreachable", "takes longer than 0.3 seconds")


def test_a_time_limit_of_the_connection_has_the_same_message() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(TimeoutError):
            _fetched(url, 100, True, 0.2)
        assert refusal(url, private=True, seconds=0.2) == ("unreachable", "takes longer than 0.2 seconds")


def test_nobody_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kind, reason = refusal(f"http://127.0.0.1:{port}/", private=True)
    assert kind == "unreachable"
    assert reason.startswith("does not answer: ")
    assert "refused" in reason


def test_a_redirect_is_checked_as_the_first_address_was(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda number: number != OTHER)
    assert fetch(f"{server}/page", most=MOST).data == PAGE
    assert refusal(f"{server}/inward") == ("refused", f"leads to {OTHER}, which is not a public address")


def test_a_name_that_means_something_else_a_moment_later_leads_nowhere(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The checked IP address is the one used for the connection: the name is looked up once."""
    lookups = []
    resolve = socket.getaddrinfo

    def rebinding(host: str, *rest: t.Any, **options: t.Any) -> t.Any:
        if host == "post.example":
            lookups.append(host)
            host = "127.0.0.1" if len(lookups) == 1 else OTHER
        return resolve(host, *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(addresses, "is_public", lambda number: number == "127.0.0.1")
    port = server.rpartition(":")[2]
    found = fetch(f"http://post.example:{port}/host", most=MOST)
    assert found.data.decode() == f"Host is post.example:{port}"
    assert lookups == ["post.example"]


def test_the_certificate_must_be_that_of_the_name(server: str) -> None:
    # the server does not support TLS: nothing is read without it
    assert refusal(server.replace("http:", "https:") + "/page", private=True)[0] == "unreachable"
    assert ssl.create_default_context().verify_mode == ssl.CERT_REQUIRED


def test_the_path_is_encoded() -> None:
    found = target("http://127.0.0.1:8000/a b/é?q=ü v&x=%20#part", private=True)
    assert found.path == "/a%20b/%C3%A9?q=%C3%BC%20v&x=%20"
    assert found.authority == "127.0.0.1:8000"


def test_an_address_becomes_a_document(server: str) -> None:
    (document,) = read([f"{server}/page"], private=True)
    assert isinstance(document, Document)
    assert (document.id, document.format, document.address) == (f"{server[7:]}/page", "html", f"{server}/page")
    (document,) = read([f"{server}/latin"], private=True)
    assert isinstance(document, Document)
    assert document.text == "Snow fell on the café. 5 €"
    with pytest.raises(NothingToRead, match="allow it with --allow-private"):
        list(read([f"{server}/page"]))


def test_the_command_fetches_what_it_is_given(server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["build", f"{server}/page", "-o", str(out), "--allow-private"]) == 0
    assert f'"place": "{server}/page"' in (out / "triples.jsonl").read_text(encoding="utf-8")
    assert main(["extract", f"{server}/page"]) == 1
    assert "which is not a public address" in capsys.readouterr().err
