"""Requests of the SPARQL 1.1 Protocol, without a connection."""

import pytest

from kg.serve.protocol import FORM, QUERY, UPDATE, Question, Reply, question

ASK = "ASK {}"


@pytest.mark.parametrize(
    ("method", "query_string", "content_type", "content", "expected"),
    [
        ("GET", "query=ASK%20%7B%7D", "", b"", Question(ASK)),
        ("GET", "query=ASK+%7B%7D", "", b"", Question(ASK)),
        ("GET", "", "", b"", None),
        ("POST", "", FORM, b"query=ASK+%7B%7D", Question(ASK)),
        ("POST", "", f"{FORM}; charset=UTF-8", b"query=ASK+%7B%7D", Question(ASK)),
        ("POST", "", QUERY, b"ASK {}", Question(ASK)),
        ("POST", "", QUERY.upper(), "ASK { 'é' }".encode(), Question("ASK { 'é' }")),
        ("GET", "query=ASK+%7B%7D&default-graph-uri=urn:a", "", b"", Question(ASK, ("urn:a",), ())),
        (
            "POST",
            "named-graph-uri=urn:a&named-graph-uri=urn:b",
            QUERY,
            b"ASK {}",
            Question(ASK, (), ("urn:a", "urn:b")),
        ),
    ],
)
def test_questions(
    method: str, query_string: str, content_type: str, content: bytes, expected: Question | None
) -> None:
    assert question(method, query_string, content_type, content) == expected


@pytest.mark.parametrize(
    ("method", "query_string", "content_type", "content", "status"),
    [
        ("GET", "query=a&query=b", "", b"", 400),
        ("GET", "other=a", "", b"", 400),
        ("GET", "query=%FF", "", b"", 400),
        ("GET", "&".join(["query=a"] * 200), "", b"", 400),
        ("GET", "update=DROP+ALL", "", b"", 403),
        ("GET", "query=ASK%7B%7D&update=DROP+ALL", "", b"", 403),
        ("POST", "", FORM, b"update=DROP+ALL", 403),
        ("POST", "", UPDATE, b"DROP ALL", 403),
        ("POST", "update=DROP+ALL", QUERY, b"ASK {}", 403),
        ("POST", "", FORM, b"", 400),
        ("POST", "", FORM, "query=é".encode(), 400),
        ("POST", "query=ASK%7B%7D", QUERY, b"ASK {}", 400),
        ("POST", "", QUERY, b"\xff", 400),
        ("POST", "", "text/turtle", b"", 415),
        ("POST", "query=ASK%7B%7D", "", b"", 415),
    ],
)
def test_refusals(method: str, query_string: str, content_type: str, content: bytes, status: int) -> None:
    reply = question(method, query_string, content_type, content)
    assert isinstance(reply, Reply)
    assert reply.status == status
    assert reply.content.count(b"\n") == 1
