"""Accept headers according to RFC 9110."""

import pytest

from kg.serve.protocol import accepted

KNOWN = ("application/json", "text/csv", "text/turtle")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, KNOWN),
        ("", KNOWN),
        ("*/*", KNOWN),
        ("nonsense", KNOWN),
        ("text/csv", ("text/csv",)),
        ("TEXT/CSV", ("text/csv",)),
        ("text/*", ("text/csv", "text/turtle")),
        ("text/csv;q=0.5, text/turtle", ("text/turtle", "text/csv")),
        ("text/*;q=0.5, text/turtle; q=0.9", ("text/turtle", "text/csv")),
        ("*/*;q=0.1, text/turtle", ("text/turtle", "application/json", "text/csv")),
        ("*/*, text/csv;q=0", ("application/json", "text/turtle")),
        ("text/csv;header=present;q=0.2, */*;q=0.3", ("application/json", "text/turtle", "text/csv")),
        ("image/png", ()),
        ("text/csv;q=0", ()),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", KNOWN),
    ],
)
def test_what_is_accepted(header: str | None, expected: tuple[str, ...]) -> None:
    assert accepted(header, KNOWN) == expected
