"""Statements in the terms of a TOML or SHACL schema."""

import json
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest

from kg import KnowledgeGraph
from kg.cli import main
from kg.errors import InputError, UsageError
from kg.export.report import report
from kg.export.schema import Fitting, Schema, mapping, read_schema, schema_files
from kg.model import Graph
from tests.export.examples import GRAPH

BASE = "https://example.org/kg/"
TYPES = """
[prefixes]
ex = "https://shop.example/terms#"

[types.Shop]
iri = "schema:Organization"
[types.Human]
iri = "ex:Human"
types = ["Person"]
"""
TOML = f"""
{TYPES}
[relations.founder]
iri = "schema:founder"
domain = "Shop"
range = ["Human", "schema:Person"]
inverse = "ex:founderOf"
[relations.copies]
iri = "ex:copies"
names = ["copy"]
domain = "Shop"
[relations.sells]
iri = "ex:sells"
names = ["sell", "resign"]
range = ["xsd:integer"]
[relations.pays]
iri = "ex:pays"
names = ["pay"]
range = ["Human"]
"""
SHACL = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .
@prefix ex: <https://shop.example/terms#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:Shop a sh:NodeShape ; sh:targetClass schema:Organization ;
  sh:property [ sh:path schema:founder ; sh:node schema:Person ] ,
    [ sh:path ex:copies ; sh:name "copy" ] ,
    [ sh:path ex:sells ; sh:name "sell" , "resign" ; sh:datatype xsd:integer ] ,
    [ sh:path ( ex:sells ex:copies ) ; sh:name "hire" ] .
schema:Person a sh:NodeShape , rdfs:Class ; sh:property [ sh:path ex:pays ; sh:name "pay" ; sh:class schema:Person ] .
schema:founder owl:inverseOf ex:founderOf .
"""


def read(tmp_path: Path, text: str, name: str = "schema.toml") -> Schema:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_schema(path)


def files_of(graph: Graph, found: Fitting) -> dict[str, str]:
    return {name: "".join(lines) for name, lines in schema_files(graph, found, base_iri=BASE).items()}


def told(found: Fitting) -> list[str]:
    return [f"{each.statement.relation}: {each.relation.iri.rpartition('/')[2]}" for each in found.mapped]


def reasons(found: Fitting) -> dict[str, str]:
    return {said.relation: reason for said, reason in found.rest if reason != "no such relation"}


def test_statements_fit_by_relation_domain_and_range(tmp_path: Path) -> None:
    found = mapping(GRAPH, read(tmp_path, TOML))
    assert sorted(told(found)) == ["copy: terms#copies", "found: founder", "sell: terms#sells"]
    assert reasons(found) == {"copy": "subject of another type", "resign": "no object", "pay": "object of another type"}
    assert len(found.rest) + len({each.statement.id for each in found.mapped}) == len(GRAPH.statements)
    assert sum(found.reasons.values()) == len(found.rest)


def test_a_relation_of_another_direction_is_turned_round(tmp_path: Path) -> None:
    found = mapping(GRAPH, read(tmp_path, TOML))
    (founder,) = [each for each in found.mapped if each.statement.relation == "found"]
    assert founder.ends == (founder.statement.object, founder.statement.subject), "the table of relations says so"
    assert founder.relation.reversed == {"found", "be founder of"}


def test_shacl_says_the_same(tmp_path: Path) -> None:
    found = mapping(GRAPH, read(tmp_path, SHACL, "schema.ttl"))
    assert sorted(told(found)) == ["copy: terms#copies", "found: founder", "sell: terms#sells"]
    assert reasons(found) == {
        "copy": "subject of another type",
        "resign": "no object",
        "pay": "subject of another type",
    }
    founder = next(each.relation for each in found.mapped if each.statement.relation == "found")
    assert founder.inverse == "https://shop.example/terms#founderOf"


@pytest.mark.parametrize(
    "schema",
    [
        '[relations.founder]\niri = "schema:founder"\ndomain = "schema:Organization"\nrange = "schema:Person"\n',
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .
        [] a sh:NodeShape ; sh:targetClass schema:Organization ;
          sh:property [ sh:path schema:founder ; sh:class schema:Person ] .""",
    ],
)
def test_a_type_may_be_given_by_its_iri_alone(schema: str, tmp_path: Path) -> None:
    found = mapping(GRAPH, read(tmp_path, schema, "schema.toml" if schema.startswith("[rel") else "schema.ttl"))
    assert told(found) == ["found: founder"]
    (founder,) = found.mapped
    types = [found.types[end] for end in founder.ends if isinstance(end, str)]
    assert types == ["https://schema.org/Organization", "https://schema.org/Person"]


def test_the_files_hold_what_fits_and_the_rest(tmp_path: Path) -> None:
    found = mapping(GRAPH, read(tmp_path, TOML))
    files = files_of(GRAPH, found)
    fitting, rest = (
        [json.loads(line) for line in files[name].splitlines()] for name in ("schema.jsonl", "schema-rest.jsonl")
    )
    assert [len(fitting), len(rest)] == [len(found.mapped), len(found.rest)]
    (founder,) = [row for row in fitting if row["relation"] == "found"]
    assert founder["schema"] == {
        "relation": "https://schema.org/founder",
        "inverse": "https://shop.example/terms#founderOf",
        "subject_id": f"{BASE}entity/Lund_Bakery",
        "subject_type": "https://schema.org/Organization",
        "object_id": f"{BASE}entity/Marta_Lund",
        "object_type": "https://shop.example/terms#Human",
        "reversed": True,
    }
    assert {row["reason"] for row in rest} >= {"no such relation", "no object"}
    assert {row["id"] for row in (*fitting, *rest)} == {row["id"] for row in KnowledgeGraph.of(GRAPH).rows()}


def test_only_what_is_asserted_is_a_bare_triple(tmp_path: Path) -> None:
    text = files_of(GRAPH, mapping(GRAPH, read(tmp_path, TOML)))["schema.nt"]
    triples = [*pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_TRIPLES)]
    edges = {each.predicate.value: each for each in triples if not each.predicate.value.endswith("#type")}
    assert sorted(edges) == [
        "https://schema.org/founder",
        "https://shop.example/terms#founderOf",
        "https://shop.example/terms#sells",
    ], "that Old Mill copied the bread is denied"
    turned = edges["https://shop.example/terms#founderOf"]
    assert (turned.subject, turned.object) == (
        edges["https://schema.org/founder"].object,
        edges["https://schema.org/founder"].subject,
    )
    assert edges["https://shop.example/terms#sells"].object == pyoxigraph.Literal(
        "40", datatype=pyoxigraph.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    )
    assert text.splitlines() == sorted(set(text.splitlines()))


def test_the_report_counts_what_does_not_fit(tmp_path: Path) -> None:
    told = report(GRAPH, (), (), schema=mapping(GRAPH, read(tmp_path, TOML)))
    assert "| Statements that match | 3 |" in told
    assert "| Statements that do not match (subject of another type) | 1 |" in told
    assert "| burn down | 1 |" in told
    assert "## Schema" not in report(GRAPH, (), ())


def test_one_statement_may_be_several_relations(tmp_path: Path) -> None:
    both = (
        '[relations.a]\niri = "ex:a"\nnames = ["sell"]\n[relations.b]\niri = "ex:b"\nnames = ["sell"]\ninverse = "a"\n'
    )
    found = mapping(GRAPH, read(tmp_path, TYPES + both))
    assert told(found) == ["sell: terms#a", "sell: terms#b"]
    assert found.mapped[1].relation.inverse == found.mapped[0].relation.iri
    assert len(found.rest) == len(GRAPH.statements) - 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no relation"),
        ("[relation.a]", "'relation' is not known; there are: prefixes, types, relations"),
        ("relations = 3", "relations: must be a table"),
        ("[relations]\na = 3", "a: must be a table"),
        ("[relations.a]", "relations: a: has no iri: give an absolute IRI"),
        ('[relations.a]\niri = "nowhere:a"', "'nowhere:a': neither an absolute IRI"),
        ('[relations.a]\niri = "schema:a b"', "neither an absolute IRI"),
        ('[relations.a]\niri = "schema:a"\nname = "b"', "relations: a: 'name' is not known"),
        ('[relations.a]\niri = "schema:a"\nnames = [3]', "names: must be a text or a list of texts"),
        ('[relations.a]\niri = "schema:a"\ndomain = "Nobody"', "domain: 'Nobody': neither an absolute IRI"),
        ('[relations.a]\niri = "schema:a"\ninverse = 3', "inverse: 3"),
        ("[types.A]\n[relations.a]", "types: A: has no iri"),
        ("x", "not TOML"),
    ],
)
def test_a_schema_that_is_wrong_is_one_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(UsageError) as raised:
        read(tmp_path, text)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_schema_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_schema(tmp_path / "absent.toml")
    with pytest.raises(InputError, match="is not Turtle"):
        read(tmp_path, "<a> <b>", "schema.ttl")
    with pytest.raises(UsageError, match="has no relation"):
        read(tmp_path, "", "schema.ttl")


def test_hostile_labels_stay_in_their_literals(tmp_path: Path) -> None:
    hostile = replace(GRAPH, entities=tuple(replace(each, label='x> <y> "z" .\n<a>') for each in GRAPH.entities))
    files = files_of(hostile, mapping(hostile, read(tmp_path, TOML)))
    assert len([*pyoxigraph.parse(files["schema.nt"], format=pyoxigraph.RdfFormat.N_TRIPLES)]) == files[
        "schema.nt"
    ].count("\n")
    assert all(json.loads(line) for line in files["schema.jsonl"].splitlines())


def test_files_of_a_schema_go_with_it(tmp_path: Path) -> None:
    read(tmp_path, TOML)
    graph, out = KnowledgeGraph.of(GRAPH), tmp_path / "out"
    graph.write(out, page=False, schema=tmp_path / "schema.toml")
    assert "## Schema" in (out / "report.md").read_text(encoding="utf-8")
    assert len((out / "schema.jsonl").read_text(encoding="utf-8").splitlines()) == 3
    graph.write(out, page=False)
    assert not [*out.glob("schema*")], "they would be taken for those of this run"


def test_a_run_with_another_schema_writes_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Norlin Ferries bought the shipyard.", encoding="utf-8")
    read(tmp_path, TYPES + '[relations.a]\niri = "ex:a"\nnames = "buy"\n')
    words = ["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "--no-page", "--date", "2024-01-01"]
    words += ["--schema", str(tmp_path / "schema.toml")]
    assert main(words) == 0
    assert len((tmp_path / "out/schema.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    assert main(words) == 0
    assert "nothing has changed" in capsys.readouterr().out
    read(tmp_path, TYPES + '[relations.a]\niri = "ex:a"\nnames = "sell"\n')
    assert main(words) == 0
    assert (tmp_path / "out/schema.jsonl").read_text(encoding="utf-8") == ""
    (tmp_path / "schema.toml").write_text("relations = 3", encoding="utf-8")
    assert main(words) == 2
    assert "must be a table" in capsys.readouterr().err
