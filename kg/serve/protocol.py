"""Requests of the SPARQL 1.1 Protocol: the query, the reason for a refusal, and the accepted media types."""

import re
import typing as t
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

FORM: t.Final = "application/x-www-form-urlencoded"
QUERY: t.Final = "application/sparql-query"
UPDATE: t.Final = "application/sparql-update"
TEXT: t.Final = "text/plain; charset=utf-8"
MAX_FIELDS: t.Final = 100
_RANGE: t.Final = re.compile(r"\s*([\w.+*-]+)/([\w.+*-]+)\s*((?:;[^;]*)*)")
_QUALITY: t.Final = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?=;|$)", re.IGNORECASE)

_Fields: t.TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and the graphs to query; None means those of the server."""

    sparql: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """The response."""

    status: int
    media_type: str
    content: bytes


def refusal(status: int, reason: str) -> Reply:
    """Return a response with a one-line reason why a query is refused."""
    return Reply(status, TEXT, f"{reason}\n".encode("utf-8", errors="replace"))


def question(method: str, query_string: str, content_type: str, content: bytes) -> Question | Reply | None:
    """Return the query in a request, or the response if it cannot be answered.

    Return None for a request without a query, which asks for the service description.

    Args:
        method: GET or POST.
        query_string: the part of the address after the question mark.
        content_type: the media type of the body.
        content: the body; empty for GET.

    Source: SPARQL 1.1 Protocol, 2.1.
    """
    try:
        fields: _Fields = _fields(query_string)
        if method == "GET":
            return _question_of(fields) if fields else None
        return _posted(fields, content_type.partition(";")[0].strip().lower(), content)
    except ValueError:  # UnicodeDecodeError is one
        return refusal(400, "the request is not encoded as the protocol has it, or has too many fields")


def _fields(encoded: str) -> dict[str, list[str]]:
    return parse_qs(encoded, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=MAX_FIELDS)


def _posted(fields: _Fields, content_type: str, content: bytes) -> Question | Reply:
    if content_type == FORM:
        return _question_of(_fields(content.decode("ascii")))
    if content_type == UPDATE or "update" in fields:
        return _read_only()
    if content_type == QUERY:
        return _question_of({**fields, "query": [content.decode("utf-8"), *fields.get("query", ())]})
    return refusal(415, f"a query comes as {FORM} or as {QUERY}")


def _question_of(fields: _Fields) -> Question | Reply:
    if "update" in fields:
        return _read_only()
    queries = fields.get("query", ())
    if len(queries) != 1:
        return refusal(400, "there must be one query")
    default, named = fields.get("default-graph-uri"), fields.get("named-graph-uri")
    if default is None and named is None:
        return Question(queries[0])
    return Question(queries[0], tuple(default or ()), tuple(named or ()))


def _read_only() -> Reply:
    return refusal(403, "this graph is read-only: rebuild it with kg build")


def accepted(header: str | None, known: Sequence[str]) -> tuple[str, ...]:
    """Return the known media types that an Accept header names, the preferred ones first (RFC 9110, 12.5.1).

    Args:
        header: the value of the header; None, or a text that is not a list of media types, accepts all.
        known: media types in lower case, the usual ones first; ties keep this order.
    """
    ranges = [found for part in (header or "").split(",") if (found := _range(part)) is not None]
    if not ranges:
        return tuple(known)
    wanted = {each: _quality(each, ranges) for each in known}
    return tuple(sorted((each for each in known if wanted[each] > 0), key=lambda each: -wanted[each]))


def _range(part: str) -> tuple[str, str, float] | None:
    found = _RANGE.fullmatch(part)
    if found is None:
        return None
    quality = _QUALITY.search(found[3])
    return found[1].lower(), found[2].lower(), min(float(quality[1]), 1.0) if quality else 1.0


def _quality(media_type: str, ranges: Sequence[tuple[str, str, float]]) -> float:
    """Return the quality of a media type, according to the most specific range that contains it."""
    kind, _, subtype = media_type.partition("/")
    fitting = [
        ((one != "*") + (other != "*"), quality)
        for one, other, quality in ranges
        if one in {kind, "*"} and other in {subtype, "*"}
    ]
    return max(fitting)[1] if fitting else 0.0
