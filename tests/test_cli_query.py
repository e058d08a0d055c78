"""`kg query` and `kg diff` on the command line."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kg.cli import main
from kg.export.encodings import Encoding
from kg.export.examples import examples
from kg.export.rdf import rdf_text, to_turtle
from kg.model import Graph, Literal
from tests.export.examples import GRAPH, STATEMENTS

NAMED = "SELECT ?type WHERE { ?thing rdfs:label ?name ; a ?type FILTER(STR(?name) = $name && ?type != kg:Entity) }"

Captured = pytest.CaptureFixture[str]


def written(folder: Path, graph: Graph) -> str:
    folder.mkdir()
    (folder / "graph.ttl").write_text(to_turtle(graph), encoding="utf-8")
    return str(folder)


@pytest.fixture(autouse=True)
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Run in a folder with the graph in `out`."""
    monkeypatch.chdir(tmp_path)
    return written(tmp_path / "out", GRAPH)


def test_a_value_is_set(capsys: Captured) -> None:
    assert main(["query", "out", NAMED, "--set", "name=Oslo", "-f", "csv"]) == 0
    assert capsys.readouterr().out.splitlines() == ["type", "https://schema.org/Place"]
    assert main(["query", "out", NAMED, "--set", 'name=Oslo") || ("" = "', "-f", "csv"]) == 0
    assert capsys.readouterr().out.splitlines() == ["type"]


def test_a_query_from_a_file_and_from_standard_input(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("oslo.rq").write_text(NAMED, encoding="utf-8")

    def standard_input() -> io.TextIOWrapper:
        return io.TextIOWrapper(io.BytesIO(NAMED.encode()), encoding="ascii")

    for words in (["@oslo.rq"], ["--file", "oslo.rq"], ["-"], ["--file", "-"], ["@-"]):
        monkeypatch.setattr(sys, "stdin", standard_input())
        assert main(["query", "out", *words, "--set", "name=Oslo", "-f", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == [{"type": "https://schema.org/Place"}]


def test_construct_as_turtle(capsys: Captured) -> None:
    assert main(["query", "out", "CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s rdfs:label ?o }", "-f", "turtle"]) == 0
    assert 'kge:Oslo rdfs:label "Oslo"@en' in capsys.readouterr().out


def test_examples_are_listed_without_a_graph(capsys: Captured) -> None:
    assert main(["query", "--examples"]) == 0
    listed = capsys.readouterr().out
    for each in examples():
        assert f"{each.name:<20}{each.question}\n" in listed
        assert all(f"--set {parameter.name}=TEXT" in listed for parameter in each.parameters)


def test_an_example_is_asked(capsys: Captured) -> None:
    assert main(["query", "out", "--example", "timeline", "--set", "name=Lund Bakery", "-f", "json"]) == 0
    assert [row["first"] for row in json.loads(capsys.readouterr().out)] == ["1997-01-01", "1997-01-01", "2024-07-20"]


def test_a_value_has_its_unit(capsys: Captured) -> None:
    paid = replace(STATEMENTS[0], object=Literal("2000000", "kg:money", "EUR"))
    counted = replace(STATEMENTS[0], id="other", object=Literal("40", "xsd:integer", "{loaves}"))
    written(Path("values"), Graph(GRAPH.documents, GRAPH.entities, (paid, counted)))
    arguments = ["--example", "everything-about", "--set", "name=Marta Lund", "-f", "json"]
    assert main(["query", "values", *arguments]) == 0
    assert {row["object"] for row in json.loads(capsys.readouterr().out)} == {"2000000 EUR", "40 loaves"}


def test_a_name_that_no_node_has_is_told(capsys: Captured) -> None:
    for example in ("everything-about", "timeline", "two-steps"):
        for name, similar in (
            ("Zelkova", ""),
            ("Lund", "; did you mean: Marta Lund"),
            ("Marta Lnd", "; did you mean: Marta"),
        ):
            assert main(["query", "out", "--example", example, "--set", f"name={name}"]) == 0
            told = capsys.readouterr().err
            assert told.startswith(f"kg: --set name={name}: nothing in the graph has this name{similar}"), told
            assert told.count("\n") == 1
    assert main(["query", "out", "--example", "denied", "--set", "by=Zelkova"]) == 0
    assert capsys.readouterr().err == "kg: --set by=Zelkova: no name in the graph contains this\n"
    assert main(["query", "out", "--example", "denied", "--set", "by=lund bakery"]) == 0
    no_answer = "kg: --example denied: no statement in the graph matches; --examples lists other queries\n"
    assert capsys.readouterr().err == no_answer


def test_a_graph_without_statements_is_refused(capsys: Captured, tmp_path: Path) -> None:
    (tmp_path / "plain.ttl").write_text(rdf_text(GRAPH, Encoding(provenance="none")), encoding="utf-8")
    assert main(["query", "plain.ttl", "--example", "denied"]) == 1
    told = "kg: plain.ttl: has plain edges only (provenance none), and no statements to read\n"
    assert capsys.readouterr() == ("", told)
    assert main(["query", "plain.ttl", "--example", "plain-edges", "-f", "csv"]) == 0
    assert "Lund_Bakery" in capsys.readouterr().out
    assert main(["serve", "plain.ttl", "--port", "0", "--processes", "1"]) == 1
    assert capsys.readouterr() == ("", told)


def test_json_has_numbers_and_booleans(capsys: Captured) -> None:
    written_as = {
        '"-012"^^xsd:integer': -12,
        '"7"^^xsd:unsignedByte': 7,
        "0.90": 0.9,
        "1.5e3": 1500.0,
        "true": True,
        '"0"^^xsd:boolean': False,
        '"INF"^^xsd:double': "INF",
        '"1e999"^^xsd:double': "INF",  # the store writes it so
        '"1_0"^^xsd:integer': "1_0",
        '"1.5"^^xsd:integer': "1.5",
        '"maybe"^^xsd:boolean': "maybe",
        '"12"': "12",
        '"2024"^^xsd:gYear': "2024",
        "kg:Entity": "https://example.org/kg/ns#Entity",
    }
    for term, value in written_as.items():
        assert main(["query", "out", f"SELECT ?x WHERE {{ VALUES ?x {{ {term} }} }}", "-f", "json"]) == 0
        assert repr(json.loads(capsys.readouterr().out)) == repr([{"x": value}])
    assert main(["query", "out", "ASK {}", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"answer": True}]
    assert main(["query", "out", "SELECT ?x ?y WHERE { OPTIONAL { ?x a kg:Nothing } }", "-f", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"x": None, "y": None}]


def test_no_cell_of_csv_is_a_formula(capsys: Captured) -> None:
    values = '"=1+1" "x;@y" "-12.5" "a,b"'
    assert main(["query", "out", f"SELECT ?x WHERE {{ VALUES ?x {{ {values} }} }}", "-f", "csv"]) == 0
    assert capsys.readouterr().out.splitlines() == ["x", "'=1+1", "x;'@y", "-12.5", '"a,b"']


def test_a_table_shortens_iris(capsys: Captured) -> None:
    sparql = "SELECT ?type WHERE { ?thing rdfs:label ?name ; a ?type FILTER(?type = kg:Entity) } LIMIT 1"
    assert main(["query", "out", sparql]) == 0
    assert capsys.readouterr().out.splitlines() == ["type", "kg:Entity"]
    assert main(["query", "out", sparql, "-f", "csv"]) == 0
    assert capsys.readouterr().out.splitlines() == ["type", "https://example.org/kg/ns#Entity"]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["out"], 2, "--example"),
        (["out", "ASK {}", "--example", "denied"], 2, "one query"),
        (["out", "ASK {}", "--file", "x.rq"], 2, "one query"),
        (["--example", "denied"], 2, "give a graph"),
        (["out", "--example", "nothing"], 2, "who-said-what"),
        (["out", "--example", "timeline"], 2, "--set name=TEXT"),
        (["out", "--example", "denied", "--set", "of=x"], 2, "$by"),
        *(
            (
                ["out", "--example", "what-happened", "--set", f"{name}={day}"],
                2,
                f"--set {name}={day}: must be a date, YYYY",
            )
            for name, day in (("from", "March 2025"), ("to", "2025-13-45"), ("from", "20250301"), ("to", ""))
        ),
        (["out", "ASK {}", "--set", "name"], 2, "NAME=TEXT"),
        (["out", "ASK {}", "--set", "a b=c"], 2, "NAME=TEXT"),
        (["out", "ASK {}", "--set", "name=x"], 2, "none"),
        (["out", "ASK {}", "-f", "turtle"], 2, "CONSTRUCT"),
        (["out", "ASK {}", "-f", "xml"], 2, "xml"),
        (["out", ""], 2, "kg: the query is empty: give SPARQL, or --example NAME"),
        (["out", "--file", "/dev/null"], 2, "/dev/null: the query is empty"),
        (["out", "--file", "absent.rq"], 1, "absent.rq"),
        (["absent", "ASK {}"], 1, "kg build"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], code: int, words: str, capsys: Captured) -> None:
    assert main(["query", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: ")
    assert captured.err.count("\n") == 1
    assert words in captured.err


def test_no_difference(capsys: Captured) -> None:
    assert main(["diff", "out", "out/graph.ttl"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["diff", "out", "out", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"documents": [], "entities": []}


def test_differences_as_text(tmp_path: Path, capsys: Captured) -> None:
    claims = (replace(STATEMENTS[1].claims[0], modality="planned"),)
    told = replace(STATEMENTS[1], modality="planned", claims=claims)
    written(tmp_path / "new", replace(GRAPH, statements=(STATEMENTS[0], told, *STATEMENTS[3:])))
    assert main(["diff", "out", "new"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "bakery",
        "  ~ Lund Bakery | sell | 40 loaves (xsd:integer)",
        "      Lund Bakery sold 40 loaves on 20 July 2024.",
        "      modality: asserted -> planned",
        "  - Marta Lund | close | the shop",
        "      She did not close the shop because of the flood.",
        "facts: 0 added, 1 lost, 1 changed",
        "entities: 0 added, 0 lost, 0 changed",
    ]


def test_entities_that_differ_are_told(tmp_path: Path, capsys: Captured) -> None:
    of_oslo = {"type": "Organization", "links": ()}
    entities = [replace(each, **of_oslo) if each.id == "Oslo" else each for each in GRAPH.entities]  # type: ignore[arg-type]
    written(tmp_path / "new", replace(GRAPH, entities=tuple(entities)))
    assert main(["diff", "out", "new"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "entities",
        "  ~ Oslo (Organization)",
        "      type: Place -> Organization",
        "      links: http://www.wikidata.org/entity/Q585, wd:Q585 -> none",
        "facts: 0 added, 0 lost, 0 changed",
        "entities: 0 added, 0 lost, 1 changed",
    ]
    assert main(["diff", "out", "new", "-f", "json"]) == 1
    (oslo,) = json.loads(capsys.readouterr().out)["entities"]
    assert (oslo["kind"], oslo["entity"], oslo["changed"]) == ("changed", "Oslo", ["type", "links"])


def test_differences_as_json(tmp_path: Path, capsys: Captured) -> None:
    written(tmp_path / "new", replace(GRAPH, statements=STATEMENTS[1:]))
    assert main(["diff", "new", "out", "-f", "json"]) == 1
    bakery, weather = json.loads(capsys.readouterr().out)["documents"]
    assert (bakery["document"], bakery["text"], len(bakery["facts"]), len(weather["facts"])) == ("bakery", "same", 1, 1)
    (fact,) = bakery["facts"]
    assert (fact["kind"], fact["before"], fact["changed"]) == ("added", None, [])
    assert fact["fact"] == {"subject": "Marta Lund", "relation": "found", "object": "Lund Bakery"}
    assert fact["after"]["time"] == "1997"


def test_a_document_that_is_gone(tmp_path: Path, capsys: Captured) -> None:
    written(tmp_path / "new", Graph())
    assert main(["diff", "out", "new"]) == 1
    assert "bakery (document lost)" in capsys.readouterr().out.splitlines()


def test_hostile_names_cannot_steer_the_terminal(tmp_path: Path, capsys: Captured) -> None:
    entities = tuple(replace(each, label="a\x1b[2Jb\u202e") if each.id == "Oslo" else each for each in GRAPH.entities)
    written(tmp_path / "new", replace(GRAPH, entities=entities, statements=STATEMENTS[:-1]))
    assert main(["diff", "new", "out"]) == 1
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert "\u202e" not in printed


@pytest.mark.parametrize("arguments", [["absent", "out"], ["out", "absent"], ["out"], ["out", "broken.ttl"]])
def test_wrong_use_of_diff_is_no_difference(arguments: list[str], capsys: Captured) -> None:
    Path("broken.ttl").write_text("<urn:a> <urn:b>", encoding="utf-8")
    assert main(["diff", *arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_prefix_that_nobody_declares(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "graph.ttl").write_text(to_turtle(GRAPH), encoding="utf-8")
    assert main(["query", str(tmp_path), "SELECT ?x { ?x foo:bar ?y }"]) == 2
    told = capsys.readouterr().err
    assert "error at 1:" in told
    assert "an undeclared prefix; known without PREFIX are " in told
    assert " rdfs:" in told


@pytest.mark.parametrize("columns", [500, 40])
def test_rows_too_wide_for_the_terminal_are_blocks(
    columns: int, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    assert main(["query", "out", "--example", "denied"]) == 0
    table = capsys.readouterr().out
    assert table.split()[:2] == ["by", "how"]
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main(["query", "out", "--example", "denied"]) == 0
    shown = capsys.readouterr().out
    if columns == 500:
        assert shown == table
    else:
        names = [line.split()[0] for line in shown.splitlines()]
        assert names == table.splitlines()[0].split()
