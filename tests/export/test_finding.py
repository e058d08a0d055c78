"""Selecting statements by topic, speaker and time."""

import datetime
import typing as t

import pytest

from kg.errors import UsageError
from kg.export.finding import about, between, filtered, said_by, timeline
from kg.export.importance import importance
from kg.graph import KnowledgeGraph
from kg.model import Graph, Statement
from tests.export.examples import GRAPH


def ids(statements: t.Iterable[Statement]) -> list[str]:
    return [said.id for said in statements]


def test_about_a_thing_is_what_it_does_and_what_is_done_to_it_the_most_important_first() -> None:
    found = about(GRAPH, "tom reyes")
    weights = importance(GRAPH).statements
    assert sorted(ids(found)) == ["eeee", "mmmm"]
    assert ids(found) == sorted(ids(found), key=lambda id_: -weights[id_])
    assert ids(about(GRAPH, "The Bakery")) == ids(about(GRAPH, "Lund Bakery")) == ids(about(GRAPH, "Lund_Bakery"))


def test_who_speaks_is_not_what_is_spoken_about() -> None:
    assert ids(said_by(GRAPH, "Lund Bakery")) == ["gggg"]
    assert "gggg" not in ids(about(GRAPH, "Lund Bakery"))
    assert said_by(GRAPH, "Old Mill") == (), "what someone denies he does not say"


def test_between_two_things_in_either_direction() -> None:
    assert (
        ids(between(GRAPH, "Marta Lund", "Lund Bakery")) == ids(between(GRAPH, "Lund Bakery", "Marta Lund")) == ["aaaa"]
    )
    assert between(GRAPH, "Visitors", "Oslo") == ()


def test_the_timeline_has_what_has_a_day() -> None:
    assert ids(timeline(GRAPH)) == ["aaaa", "iiii", "bbbb"]


@pytest.mark.parametrize("ask", [about, said_by, lambda graph, name: between(graph, "Oslo", name)])
def test_a_name_that_nothing_has(ask: t.Callable[[Graph, str], object]) -> None:
    with pytest.raises(UsageError, match="'Tom Rayes': nothing in the graph has this name; did you mean: Tom Reyes"):
        ask(GRAPH, "Tom Rayes")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [said.id for said in GRAPH.statements]),
        ({"status": "denied"}, ["hhhh"]),
        ({"status": ["denied", "alleged"]}, ["hhhh", "nnnn"]),
        ({"since": "2024-07-20"}, ["bbbb", "iiii"]),
        ({"since": datetime.date(2024, 7, 21)}, ["iiii"]),
        ({"until": "2024-07-14"}, ["aaaa"]),
        ({"since": "1997-12-31", "until": "1998-01-01"}, ["aaaa"]),
        ({"type": "place"}, ["kkkk", "llll"]),
        ({"min_confidence": 0.9}, ["aaaa"]),
        ({"min_importance": 1.0}, []),
        ({"where": lambda said: said.object is None}, ["mmmm", "nnnn"]),
        ({"where": lambda said: said.object is None, "status": "alleged"}, ["nnnn"]),
    ],
)
def test_filters(wanted: dict[str, t.Any], expected: list[str]) -> None:
    assert ids(filtered(GRAPH, **wanted).statements) == expected


def test_a_part_has_the_things_and_documents_that_it_names() -> None:
    part = filtered(GRAPH, status="denied")
    assert [entity.id for entity in part.entities] == ["Old_Mill", "the_bread"]
    assert [document.id for document in part.documents] == ["bakery"]
    assert KnowledgeGraph.of(part).to_html()


def test_a_type_takes_those_below_it() -> None:
    company = t.cast("t.Any", GRAPH.entities[0])
    graph = Graph(
        GRAPH.documents,
        (type(company)(company.id, company.label, "Company", (), company.chains), *GRAPH.entities[1:]),
        GRAPH.statements,
    )
    assert "aaaa" in ids(filtered(graph, type="Organization").statements)
    assert "hhhh" not in ids(filtered(graph, type="Company").statements)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"status": "denyed"}, "status 'denyed': must be one of denied, conditional"),
        ({"type": "Persom"}, "type 'Persom': no entity in the graph has this type; did you mean: Person"),
        ({"since": "last week"}, "date 'last week': must be YYYY-MM-DD"),
        ({"min_confidence": 2}, "min_confidence 2: must lie between 0 and 1"),
        ({"min_importance": -1}, "min_importance -1: must lie between 0 and 1"),
    ],
)
def test_what_cannot_be_asked_is_one_line(wanted: dict[str, t.Any], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        filtered(GRAPH, **wanted)
