import pytest

from kg.link.choice import best, described_types, fits, score
from kg.link.service import Candidate, Query


def candidate(name: str, *types: str, iri: str = "x", description: str = "", is_match: bool = False) -> Candidate:
    return Candidate(iri, (name,), types, description, is_match)


@pytest.mark.parametrize(
    ("query", "found", "expected"),
    [
        (Query("Acme Corp.", "Company"), candidate("Acme"), 1.0),
        (Query("Acme", "Company", ("Acme Lamps",)), candidate("ACME LAMPS"), 1.0),
        (Query("Acme", "Company"), candidate("Zip"), 0.0),
        (Query("Acme", "Company"), candidate("Zip", is_match=True), 0.95),
        (Query("***", "Company"), candidate("***"), 0.0),
    ],
)
def test_score(query: Query, found: Candidate, expected: float) -> None:
    assert score(query, found) == pytest.approx(expected, abs=0.3 if expected == 0.0 else 0.001)


@pytest.mark.parametrize(
    ("type_", "found", "expected"),
    [
        ("Person", candidate("x", "human"), True),
        ("Company", candidate("x", "human"), False),
        ("City", candidate("x", description="city in Sweden"), True),
        ("Person", candidate("x", description="city in Sweden"), False),
        ("Company", candidate("x"), True),
        ("Company", candidate("x", description="Wikimedia disambiguation page"), False),
        ("Person", candidate("x", description="male given name"), False),
        ("Work", candidate("x", description="novel by Jane Roe"), True),
        ("Person", candidate("x", description="American politician"), True),
    ],
)
def test_types_forbid(type_: str, found: Candidate, expected: bool) -> None:
    assert fits(type_, found) is expected


def test_words_before_a_preposition_tell_types() -> None:
    assert described_types(["newspaper of a city", "Swedish engineer, writer"]) == {"Organization", "Person"}
    assert described_types([""]) == frozenset()


def test_threshold() -> None:
    query, found = Query("Acme Lamps", "Company"), candidate("Acme Lamp")
    assert best(query, [found], threshold=0.9) == found
    assert best(query, [found], threshold=0.99) is None
    assert best(query, [], threshold=0.0) is None


def test_of_equals_the_likeliest_is_taken_but_no_person() -> None:
    first, second = candidate("Varn", iri="1"), candidate("Varn", iri="2")
    assert best(Query("Varn", "City"), [first, second]) == first
    assert best(Query("Varn", "Person"), [first, second]) is None
    assert best(Query("Varn", "Person"), [first, candidate("Varn", iri="1")]) == first
