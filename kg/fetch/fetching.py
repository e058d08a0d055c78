"""Fetch one page or file, with limits on size, time and redirects."""

import contextlib
import typing as t
import urllib.parse
from dataclasses import dataclass

import urllib3

from kg.errors import UnreadableDocument
from kg.fetch.addresses import Target, target
from kg.threads import call_in_thread

USER_AGENT: t.Final = "kg-evidence (fetches pages for its user)"
REDIRECTS: t.Final = 5
SECONDS: t.Final = 30.0
"""The time limit for everything, including redirects."""
CHUNK: t.Final = 2**16
REDIRECTING: t.Final = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """A response: the address after all redirects, the content, and the declared encoding."""

    url: str
    data: bytes
    charset: str | None


def fetch(url: str, *, most: int, private: bool = False, seconds: float = SECONDS) -> Fetched:
    """Return the content at an address.

    The IP address of a host is looked up once per URL, checked, and then used for the connection, so that later changes
    of the name have no effect. Every redirect is checked again. Proxies and cookies are not used.

    Args:
        url: http or https.
        most: the maximum size in bytes, after decompression.
        private: whether to allow addresses of this machine and of private networks.
        seconds: the total time limit.

    Raises:
        UnreadableDocument: no answer, an error, too much or too slow an answer, or the address is not allowed.
    """
    try:
        return call_in_thread(lambda: _fetched(url, most, private, seconds), seconds=seconds)
    except TimeoutError as error:
        reason = f"takes longer than {seconds:g} seconds"
        raise UnreadableDocument(reason, kind="unreachable", advice="try again later") from error


def _fetched(url: str, most: int, private: bool, seconds: float) -> Fetched:
    for _ in range(REDIRECTS + 1):
        place = target(url, private=private)
        try:
            with _pool(place, seconds) as pool, contextlib.closing(_ask(pool, place)) as answer:
                if not _redirects(answer):
                    return Fetched(url, _body(answer, most), _charset(answer.headers.get("content-type", "")))
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            if _is_too_late(error):
                raise TimeoutError from error
            reason = f"does not answer: {_why(error)}"
            raise UnreadableDocument(reason, kind="unreachable", advice="try again later") from error
        url = urllib.parse.urljoin(url, answer.headers["location"])
    reason = f"redirects more than {REDIRECTS} times"
    raise UnreadableDocument(reason, kind="unreachable", advice="give the last address")


def _is_too_late(error: Exception) -> bool:
    """Return whether an error is a timeout; urllib3 takes a refused connection for one, too."""
    is_timeout = isinstance(error, urllib3.exceptions.TimeoutError)
    return is_timeout and not isinstance(error, urllib3.exceptions.NewConnectionError)


def _redirects(answer: urllib3.BaseHTTPResponse) -> bool:
    """Return whether a response is a redirect.

    Raises:
        UnreadableDocument: it is an error.
    """
    if answer.status in REDIRECTING and "location" in answer.headers:
        return True
    if answer.status != 200:
        reason = f"answers with status {answer.status}"
        raise UnreadableDocument(reason, kind="unreachable", advice="open it in a browser and save the page")
    return False


def _pool(place: Target, seconds: float) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(connect=seconds, read=seconds)
    if place.scheme == "http":
        return urllib3.HTTPConnectionPool(place.ip, place.port, timeout=timeout, retries=False)
    return urllib3.HTTPSConnectionPool(
        place.ip, place.port, timeout=timeout, retries=False, server_hostname=place.host, assert_hostname=place.host
    )


def _ask(pool: urllib3.HTTPConnectionPool, place: Target) -> urllib3.BaseHTTPResponse:
    headers = {"Host": place.authority, "User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "gzip, deflate"}
    return pool.urlopen(
        "GET", place.path, headers=headers, redirect=False, preload_content=False, assert_same_host=False
    )


def _body(answer: urllib3.BaseHTTPResponse, most: int) -> bytes:
    data = bytearray()
    for chunk in answer.stream(CHUNK, decode_content=True):
        data += chunk
        if len(data) > most:
            reason = f"is larger than {most // 2**20} MB"
            raise UnreadableDocument(reason, kind="too large", advice="fetch it and split it")
    return bytes(data)


def _charset(content_type: str) -> str | None:
    _, found, name = content_type.lower().partition("charset=")
    return name.split(";")[0].strip(" \"'") or None if found else None


def _why(error: Exception) -> str:
    words = " ".join(str(getattr(error, "reason", None) or error).split())
    return words or type(error).__name__
