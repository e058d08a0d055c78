"""Send one request and return its answer as JSON; every failure is a one-line error."""

import http.client
import json
import typing as t
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping

from kg.errors import ServiceError, UsageError
from kg.threads import call_in_thread

TIMEOUT: t.Final = 20.0
"""The time limit of a request in seconds, from the first byte sent to the last one read."""
MAX_ANSWER: t.Final = 2**24
"""The maximum size of an answer in bytes; no service needs more."""
USER_AGENT: t.Final = "kg-evidence (entity linking; https://www.wikidata.org/wiki/Wikidata:Data_access)"


class _SameServer(urllib.request.HTTPRedirectHandler):
    """Sends names only to the server that the user chose, not to others in redirects."""

    def redirect_request(
        self, req: urllib.request.Request, fp: t.Any, code: int, msg: str, headers: t.Any, newurl: str
    ) -> urllib.request.Request | None:
        """Follow redirects to the same server, never from https to http."""
        before, after = urllib.parse.urlsplit(req.full_url), urllib.parse.urlsplit(newurl)
        if after.hostname != before.hostname or (after.scheme != before.scheme and after.scheme != "https"):
            raise ServiceError(f"{req.full_url}: redirects to another server: give its address if it is the service's")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER: t.Final = urllib.request.build_opener(_SameServer)


def checked_address(url: str) -> str:
    """Return a valid address of a service.

    Raises:
        UsageError: it is not an http or https address.
    """
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"{url!r}: not a linking service; use wikidata or an http(s) address")
    return url


def ask(
    url: str,
    *,
    parameters: Mapping[str, str] | None = None,
    form: Mapping[str, str] | None = None,
    timeout: float = TIMEOUT,
) -> t.Any:
    """Return the JSON answer of an address.

    Args:
        url: http or https.
        parameters: the query string.
        form: the form data in the body; None sends no body.
        timeout: the total time limit in seconds.

    Raises:
        ServiceError: no answer in time, an error, or an answer that is not JSON.
    """
    query = f"?{_encoded(parameters)}" if parameters else ""
    body = _encoded(form).encode("ascii") if form is not None else None
    headers = {"User-Agent": USER_AGENT, "Accept": "application/json"}
    request = urllib.request.Request(url + query, data=body, headers=headers)  # noqa: S310 - checked_address
    try:
        content = call_in_thread(lambda: _content(request, timeout), seconds=timeout)
    except urllib.error.HTTPError as error:
        error.close()
        raise ServiceError(f"{url}: answers with status {error.code}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ServiceError(f"{url}: {no_answer(error)}") from error
    if len(content) > MAX_ANSWER:
        raise ServiceError(f"{url}: answers with more than {MAX_ANSWER} bytes")
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as error:
        raise ServiceError(f"{url}: does not answer with JSON") from error


def _content(request: urllib.request.Request, timeout: float) -> bytes:
    with _OPENER.open(request, timeout=timeout) as answer:
        content: bytes = answer.read(MAX_ANSWER + 1)
        return content


def _encoded(values: Mapping[str, str]) -> str:
    return urllib.parse.urlencode(values, encoding="utf-8", errors="replace")  # lone surrogates cannot be encoded


def no_answer(error: Exception) -> str:
    """Return the reason why a request failed, for users."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    return f"no answer: {' '.join(str(reason).split()) or type(reason).__name__}"
