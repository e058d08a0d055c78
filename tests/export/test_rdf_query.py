"""Queries: values stay values, CONSTRUCT returns Turtle, and the prefixes of a file are known."""

from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, UsageError
from kg.export.rdf.query import parameters, query, query_graph, with_values
from kg.export.rdf.writing import to_turtle
from kg.model import Graph
from tests.export.examples import GRAPH

ECHO = "SELECT ?value WHERE { BIND($name AS ?value) }"
HOSTILE = ['"', "\\", "\\u0022", "\\\\u0022", "\\U00000022", '"} DROP ALL #', "'''", '"""', "\n", "\r\t", "\0", "🌊",
           "\u2028", "$name", "?value", "<urn:x:a>", "\ufdd0", "a\\", "\\n"]  # fmt: skip


def echoed(value: str) -> str | None:
    ((cell,),) = query(Graph(), ECHO, values={"name": value}).rows
    return cell


@pytest.mark.parametrize("value", HOSTILE)
def test_a_value_stays_a_value(value: str) -> None:
    assert echoed(value) == value


@given(st.text(st.one_of(st.sampled_from("\\uU\"'{}#\n$?0"), st.characters(exclude_categories=["Cs"])), max_size=12))
def test_any_value_stays_a_value(value: str) -> None:
    assert echoed(value) == value


def test_a_value_stands_only_where_its_parameter_does() -> None:
    sparql = (
        'SELECT ("$name" AS ?a) (?name AS ?b) WHERE { VALUES ?c { <urn:$name> \'$name\' """a"$name""" } # $name\n'
        "FILTER(?d = $name && ?e != $names) }"
    )
    expected = sparql.replace("?d = $name ", '?d = "x" ')
    assert with_values(sparql, {"name": "x"}) == expected
    assert parameters(sparql) == {"name", "names"}


def test_a_parameter_without_a_value_is_a_variable() -> None:
    sparql = 'SELECT (COALESCE($name, "none") AS ?value) WHERE {}'
    assert query(Graph(), sparql).rows == (("none",),)
    assert query(Graph(), sparql, values={"name": "x"}).rows == (("x",),)


@pytest.mark.parametrize("values", [{"nme": "x"}, {"value": "x"}])
def test_a_parameter_that_the_query_does_not_have(values: dict[str, str]) -> None:
    with pytest.raises(UsageError, match=r"\$name"):
        query(Graph(), ECHO, values=values)


def test_a_value_that_is_no_text() -> None:
    with pytest.raises(UsageError, match="Unicode"):
        query(Graph(), ECHO, values={"name": "\udc80"})


def test_a_value_cannot_reach_another_server() -> None:
    assert echoed("SERVICE <http://127.0.0.1:1/> {}") == "SERVICE <http://127.0.0.1:1/> {}"


def test_construct_gives_sorted_turtle() -> None:
    sparql = "CONSTRUCT { ?thing rdfs:label ?name } WHERE { ?thing a kg:Entity ; rdfs:label ?name }"
    turtle = query_graph(GRAPH, sparql)
    found = {quad.object.value for quad in pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)}
    assert found == {entity.label for entity in GRAPH.entities}
    assert "rdfs:label" in turtle
    assert turtle == query_graph(GRAPH, sparql)


@pytest.mark.parametrize("sparql", ["SELECT * WHERE {}", "ASK {}"])
def test_rows_are_no_turtle(sparql: str) -> None:
    with pytest.raises(UsageError, match="CONSTRUCT"):
        query_graph(GRAPH, sparql)


def test_prefixes_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(to_turtle(GRAPH, base_iri="https://news.example/"), encoding="utf-8")
    assert query(path, "ASK { kge:Oslo a kg:Entity }").rows == (("true",),)
    assert query(path, "ASK { <https://news.example/entity/Oslo> a kg:Entity }").rows == (("true",),)


@pytest.mark.parametrize("text", ["<urn:a> <urn:b>", "<urn:a> <urn:b> <urn:c> .\n<urn:a>", "\0"])
def test_files_that_are_no_turtle(text: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="is not Turtle"):
        query(path, "ASK {}")


def test_an_empty_file_is_an_empty_graph(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.touch()
    assert query(path, "ASK { ?s ?p ?o }").rows == (("false",),)


@pytest.mark.parametrize(
    ("place", "words"), [("absent.ttl", "cannot be opened"), ("a.ttl", "cannot be opened"), ("a.txt", r"\.ttl, \.trig")]
)
def test_places_that_cannot_be_opened(place: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").mkdir()
    (tmp_path / "a.txt").touch()
    with pytest.raises(InputError, match=words):
        query(tmp_path / place, "ASK {}")


@pytest.mark.parametrize(
    "sparql",
    [
        "ASK " + "{" * 10_000,
        "ASK " + "{" * 10_000 + "}" * 10_000,
        f"ASK {{ FILTER({'STR(' * 1000}1{')' * 1000}) }}",
        f"ASK {{ {'FILTER EXISTS { ' * 1000}{'}' * 1000} }}",
        f"ASK {{ ?s ?p {'[ ?p ' * 1000}1{']' * 1000} }}",
        "ASK {}" + " " * 2**16,
    ],
    ids=lambda sparql: sparql[:20],
)
def test_a_query_that_would_end_the_process_is_refused(sparql: str) -> None:
    with pytest.raises(UsageError, match=r"the query (nests|is longer)"):
        query(Graph(), sparql)


@pytest.mark.parametrize(
    ("part", "count"),
    [("UNION {} ", 7_000), ("OPTIONAL {} ", 5_000), ("FILTER(1) ", 6_000), ("MINUS { ?s ?p 1 } ", 3_000)],
)
def test_a_long_query_has_stack_enough(part: str, count: int) -> None:
    # each of these crashed the process with the usual 8 MiB
    assert query(Graph(), f"ASK {{ {{}} {part * count} }}").columns == ("answer",)
