"""Send one request to a store: authentication, retries, and what each failure means to the user."""

import contextlib
import html
import http.client
import re
import time
import typing as t
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.errors import ServiceError
from kg.link.transport import no_answer
from kg.load.authentication import Challenge, Credentials, authorization, bearer, strongest
from kg.threads import call_in_thread

TURTLE: t.Final = "text/turtle"
TIMEOUT: t.Final = 600.0
"""The time limit of an exchange in seconds, including retries; loading a large graph takes long."""
MAX_ANSWER: t.Final = 2**24
"""The maximum size of an answer in bytes, unless the caller expects more."""
DELAYS: t.Final = (0.5, 2.0, 5.0)
"""The delays before each further attempt, in seconds."""
MAX_WAIT: t.Final = 30.0
"""The maximum delay in seconds if a server asks to wait."""
BUSY: t.Final = frozenset({502, 503, 504})
USER_AGENT: t.Final = "kg-evidence"
MAX_EXCERPT: t.Final = 200
_NOT_A_PAGE = re.compile(r"<(style|script|title)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)

MEANINGS: t.Final[t.Mapping[int, str]] = {
    401: "does not accept this user and password",
    403: "does not let this user do that: give --user, or let the user write in the store",
    404: "does not exist in this store: check --to and --store, such as --store oxigraph",
    405: "does not accept this request there: check --to and --store",
    413: "does not accept a graph of this size: raise the limit of the server",
    415: "does not accept Turtle there: check --to and --store",
    501: "does not accept this request there: check --to and --store",
}
"""The meanings of statuses that a user can do something about."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Sends a graph and a password only to the address that the user gave."""

    def redirect_request(self, *_: t.Any) -> None:
        """Refuse all redirects."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a server."""

    status: int
    headers: Mapping[str, str]
    content: bytes
    challenge: Challenge | None = None


class _Request(t.NamedTuple):
    method: str
    url: str
    content: bytes | None
    headers: Mapping[str, str]
    max_answer: int


@dataclass(slots=True)
class Transport:
    """Sends requests that may be repeated: each has the same effect if it arrives twice.

    Args:
        credentials: the user and the password; None sends none.
        is_token: whether the password is a bearer token, sent with each request; otherwise it is sent on demand.
        timeout: the time limit of an exchange in seconds, from the first byte sent to the last one read.
        delays: the delays in seconds before each further attempt, if a server is unavailable or busy.
        sleep: the function that waits.
    """

    credentials: Credentials | None = None
    is_token: bool = False
    timeout: float = TIMEOUT
    delays: Sequence[float] = DELAYS
    sleep: Callable[[float], None] = time.sleep
    _challenges: dict[str, tuple[Challenge, int]] = field(default_factory=dict, init=False)

    def send(
        self,
        method: str,
        url: str,
        content: bytes | None = None,
        *,
        media_type: str | None = None,
        accept: str = "*/*",
        max_answer: int = MAX_ANSWER,
    ) -> bytes:
        """Return the answer to a request: GET, PUT to replace, or POST of data that may arrive twice.

        Raises:
            ServiceError: the server cannot be reached, does not answer correctly or in time, or answers
                with more than `max_answer` bytes.
        """
        headers = {"Accept": accept} if media_type is None else {"Accept": accept, "Content-Type": media_type}
        request = _Request(method, url, content, headers, max_answer)
        try:
            answer = call_in_thread(lambda: self._answer(request), seconds=self.timeout)
        except TimeoutError as error:
            raise ServiceError(f"{_shown(url)}: no answer in time") from error
        if not 200 <= answer.status < 300:
            raise ServiceError(f"{_shown(url)}: {self._meaning(answer)}")
        return answer.content

    def _answer(self, request: _Request) -> Answer:
        url = request.url
        may_be_challenged = self.credentials is not None and not self.is_token and _origin(url) not in self._challenges
        if may_be_challenged and request.headers.get("Content-Type") == TURTLE:
            # let the server ask for credentials before much is sent: some close the connection in the middle of it
            self._is_new(self._attempts(request._replace(method="POST", content=b"")), url)  # adds no triples
        answer = self._attempts(request)
        return self._attempts(request) if self._is_new(answer, url) else answer

    def _is_new(self, answer: Answer, url: str) -> bool:
        """Return whether a server asks for credentials in a way that was not answered yet, and store the challenge."""
        if answer.status != 401 or answer.challenge is None or self.credentials is None:
            return False
        known, count = self._challenges.get(_origin(url), (None, 0))
        nonce = answer.challenge.parameters.get("nonce")
        is_new = known is None or count > 1 or known.parameters.get("nonce") != nonce
        if is_new:
            self._challenges[_origin(url)] = (answer.challenge, 0)
        return is_new

    def _attempts(self, request: _Request) -> Answer:
        """Return the first answer of a server that is neither unavailable nor busy, or the last one within the time."""
        end = time.monotonic() + self.timeout
        for delay in self.delays:
            try:
                answer = self._attempt(request)
                delay = max(delay, _patience(answer))
                if answer.status not in BUSY or time.monotonic() + delay > end:
                    return answer
            except ServiceError:
                if time.monotonic() + delay > end:
                    raise
            self.sleep(delay)
        return self._attempt(request)

    def _attempt(self, request: _Request) -> Answer:
        method, url, content, headers, max_answer = request
        sent = {"User-Agent": USER_AGENT, **headers, **self._authorization(method, url)}
        outgoing = urllib.request.Request(url, data=content, headers=sent, method=method)  # noqa: S310 - checked_address
        try:
            with _opener(url).open(outgoing, timeout=self.timeout) as answer:
                found = answer.read(max_answer + 1)
            if len(found) > max_answer:
                raise ServiceError(f"{_shown(url)}: answers with more than {max_answer} bytes")
            return Answer(answer.status, dict(answer.headers), found)
        except urllib.error.HTTPError as error:
            challenge, excerpt = strongest(error.headers.get_all("WWW-Authenticate") or ()), b""
            with error, contextlib.suppress(OSError, http.client.HTTPException):
                excerpt = error.read(2**16)
            return Answer(error.code, dict(error.headers), excerpt, challenge)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise ServiceError(f"{_shown(url)}: {no_answer(error)}") from error

    def _authorization(self, method: str, url: str) -> dict[str, str]:
        if self.credentials is None:
            return {}
        if self.is_token:
            return {"Authorization": bearer(self.credentials)}
        challenge, count = self._challenges.get(_origin(url), (None, 0))
        if challenge is None:
            return {}
        self._challenges[_origin(url)] = (challenge, count + 1)
        header = authorization(self.credentials, challenge, method=method, target=_target(url), count=count + 1)
        return {"Authorization": header}

    def _meaning(self, answer: Answer) -> str:
        if 300 <= answer.status < 400:
            place = answer.headers.get("Location", "another address")
            return f"redirects to {_shown(place)}, which was not followed: give that address if it is the store's"
        if answer.status == 401 and self.credentials is None:
            return "requires a user: give --user, and the password in KG_PASSWORD"
        message = _plain(answer.content)
        meaning = MEANINGS.get(answer.status, "cannot do it" if answer.status < 500 else "failed")
        return f"{meaning} (status {answer.status}{': ' if message else ''}{message})"


def _opener(url: str) -> urllib.request.OpenerDirector:
    host = urllib.parse.urlsplit(url).hostname or ""
    here = host in {"localhost", "::1"} or host.startswith("127.")
    proxies = [urllib.request.ProxyHandler({})] if here else []  # no proxy for our own machine
    return urllib.request.build_opener(_NoRedirect, *proxies)


def _origin(url: str) -> str:
    parts = urllib.parse.urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _target(url: str) -> str:
    """Return path and query of an address, as in the first line of a request."""
    parts = urllib.parse.urlsplit(url)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"


def _patience(answer: Answer) -> float:
    seconds = answer.headers.get("Retry-After", "")
    return min(float(seconds), MAX_WAIT) if seconds.isascii() and seconds.isdigit() else 0.0


def _plain(content: bytes) -> str:
    """Return the words of an answer on one line, without terminal control characters."""
    words = html.unescape(_NOT_A_PAGE.sub(" ", content.decode("utf-8", errors="replace")))
    line = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    return line if len(line) <= MAX_EXCERPT else f"{line[:MAX_EXCERPT]}…"


def _shown(url: str) -> str:
    return _plain(url.encode("utf-8", errors="replace").split(b"?", maxsplit=1)[0])
