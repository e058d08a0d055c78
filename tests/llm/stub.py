"""A server on the loopback interface that supports the chat completions protocol, with answers chosen by tests."""

import contextlib
import json
import typing as t
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.loopback import serving_in_thread

Answer: t.TypeAlias = "Callable[[dict[str, t.Any]], object]"
"""A function of the request that returns the claims, or the bytes and the status to send."""


class Raw(t.NamedTuple):
    """An answer as it is sent; `declared` is its declared length."""

    content: bytes
    status: int = 200
    declared: int | None = None
    headers: tuple[tuple[str, str], ...] = ()


@dataclass
class Stub:
    """A model with answers given by a test; `asked` has the requests, `keys` their keys."""

    answer: Answer
    asked: list[dict[str, t.Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)
    url: str = ""


def whole(claims: object, *, finish: str = "stop") -> Raw:
    """Return the answer of a service whose model returns these claims."""
    return said(json.dumps({"claims": claims}), finish=finish)


def said(words: object, *, finish: str | None = "stop") -> Raw:
    """Return the answer of a service whose model returns this message."""
    choice = {"index": 0, "message": {"role": "assistant", "content": words}, "finish_reason": finish}
    return Raw(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def claim(sentence: int, subject: str, predicate: str, object_: str | None = None) -> dict[str, object]:
    """Return a claim in the requested form."""
    return {"sentence": sentence, "subject": subject, "predicate": predicate, "object": object_}


@contextlib.contextmanager
def serving(answer: Answer) -> Iterator[Stub]:
    """Serve a stub until the end of the block."""
    stub = Stub(answer)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            stub.asked.append(asked | {"path": self.path})
            stub.keys.append(self.headers.get("Authorization"))
            given = stub.answer(asked)
            sent = given if isinstance(given, Raw) else whole(given)
            with contextlib.suppress(OSError):  # the client may have gone
                self.send_response(sent.status)
                for name, value in sent.headers:
                    self.send_header(name, value)
                self.send_header("Content-Length", str(sent.declared or len(sent.content)))
                self.end_headers()
                self.wfile.write(sent.content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name of the base class
            pass

    with serving_in_thread(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as server:
        stub.url = f"http://127.0.0.1:{server.server_port}/v1"
        yield stub
