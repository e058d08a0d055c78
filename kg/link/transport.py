"""One request and its answer, as JSON; every failure is one line."""

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
"""Seconds that a request may take, from the first word sent to the last one read."""
MAX_ANSWER: t.Final = 2**24
"""Bytes of an answer that are read; no service has reason to send more."""
USER_AGENT: t.Final = "kg-evidence (entity linking; https://www.wikidata.org/wiki/Wikidata:Data_access)"


class _SameServer(urllib.request.HTTPRedirectHandler):
    """Names go to the server that the user chose, and to no other that it names."""

    def redirect_request(
        self, req: urllib.request.Request, fp: t.Any, code: int, msg: str, headers: t.Any, newurl: str
    ) -> urllib.request.Request | None:
        """Follow what stays on the server, over https where it was https."""
        before, after = urllib.parse.urlsplit(req.full_url), urllib.parse.urlsplit(newurl)
        if after.hostname != before.hostname or (after.scheme != before.scheme and after.scheme != "https"):
            raise ServiceError(f"{req.full_url}: redirects to another server: give its address if it is the service's")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER: t.Final = urllib.request.build_opener(_SameServer)


def checked_address(url: str) -> str:
    """Return the address of a service.

    Raises:
        UsageError: it is no http or https address.
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
    """Return the JSON that an address answers with.

    Args:
        url: http or https.
        parameters: what stands behind the question mark.
        form: what is sent in the body; None sends none.
        timeout: seconds for all of it.

    Raises:
        ServiceError: no answer in time, an answer that is an error, or one that is not JSON.
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
    return urllib.parse.urlencode(values, encoding="utf-8", errors="replace")  # lone surrogates have no bytes


def no_answer(error: Exception) -> str:
    """Return why a request was not answered, as it is shown to users."""
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TimeoutError):
        return "no answer in time"
    return f"no answer: {' '.join(str(reason).split()) or type(reason).__name__}"
