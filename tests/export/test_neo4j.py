"""Files for Neo4j, read by a parser as strict as its manual, and the script, read by Neo4j's own Cypher parser."""

import datetime
import json
import os
import re
import subprocess
import typing as t
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kg.export import iris
from kg.export.neo4j import BETWEEN, NODES, RELATIONSHIPS, SCRIPT, TYPES, cypher, write_neo4j
from kg.export.rows import Rows
from kg.model import Graph
from tests.export.examples import GRAPH, HOSTILE_LABEL, STRUCTURED
from tests.programs import absent, program

Record: t.TypeAlias = dict[str, t.Any]

# a field of a line: quoted, with quotation marks doubled, or without any, up to the comma
_FIELD = re.compile(r'(?:"((?:[^"]|"")*)"|([^",]*))(,|\Z)')
_HEADER = re.compile(r"(?P<name>\w*)(?::(?P<type>ID|LABEL|START_ID|END_ID|TYPE|int|double|boolean|date|string\[\]))?")
_VALUES: t.Final[Mapping[str, Callable[[str], t.Any]]] = {
    "int": int,
    "double": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": datetime.date.fromisoformat,
    "string[]": lambda text: text.split(BETWEEN),
    "LABEL": lambda text: text.split(BETWEEN),
}
LINT: t.Final = """
const [place, file] = process.argv.slice(1);
const { lintCypherQuery, parseStatementsStrs } = require(`${place}/node_modules/@neo4j-cypher/language-support`);
const text = require("fs").readFileSync(file, "utf8");
const found = lintCypherQuery(text, {});
const faults = (found.diagnostics ?? found).map((fault) => fault.message);
process.stdout.write(JSON.stringify([parseStatementsStrs(text).length, faults]));
"""


def fields(line: str) -> list[str | None]:
    """Return the fields of a line; None for an empty unquoted one, which sets nothing."""
    found: list[str | None] = []
    place, more = 0, True
    while more:
        field = _FIELD.match(line, place)
        assert field is not None, f"no CSV from {place}: {line}"
        quoted, plain, end = field.groups()
        found.append((plain or None) if quoted is None else quoted.replace('""', '"'))
        place, more = field.end(), end == ","
    assert place == len(line)
    return found


def read(path: Path) -> list[Record]:
    """Return the records of a file as `neo4j-admin database import` would read them."""
    text = path.read_text(encoding="utf-8")
    assert text.endswith("\n")
    head, *lines = text.removesuffix("\n").split("\n")
    columns = [_HEADER.fullmatch(name or "") for name in fields(head)]
    assert all(columns), head
    kinds = [(column["name"], column["type"]) for column in columns if column is not None]
    special = sorted(type_ for _, type_ in kinds if type_ and type_.isupper())
    assert special in (["ID", "LABEL"], ["END_ID", "START_ID", "TYPE"]), head
    records = []
    for line in lines:
        cells = fields(line)
        assert len(cells) == len(kinds), line
        record: Record = {}
        for (name, type_), cell in zip(kinds, cells, strict=True):
            if cell is not None:
                record[name if type_ is None or not type_.isupper() else f":{type_}"] = _VALUES.get(type_, str)(cell)
        records.append(record)
    return records


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Record]]:
    folder = tmp_path_factory.mktemp("neo4j") / "new"
    write_neo4j(Rows.of(STRUCTURED), folder)
    assert {path.name for path in folder.iterdir()} == {*NODES, *RELATIONSHIPS, SCRIPT}
    return {name: read(folder / name) for name in (*NODES, *RELATIONSHIPS)}


def test_ids_are_unique_and_relationships_join_nodes(files: dict[str, list[Record]]) -> None:
    ids = [node[":ID"] for name in NODES for node in files[name]]
    assert len(ids) == len(set(ids))
    ends = {edge[end] for name in RELATIONSHIPS for edge in files[name] for end in (":START_ID", ":END_ID")}
    assert ends <= set(ids)
    assert {edge[":TYPE"] for edge in files["edges.csv"]} <= set(TYPES)


def test_things(files: dict[str, list[Record]]) -> None:
    hostile = next(node for node in files["entities.csv"] if node["label"] == HOSTILE_LABEL)
    assert hostile[":ID"] == iris.entity_iri("O'Hara")
    assert hostile[":LABEL"] == ["Node", "Entity", "Person"]
    assert hostile["aliases"] == ["</script><img src=x>", "=1+1"]
    assert (hostile["mentions"], 0 < hostile["importance"] < 1) == (1, True)


def test_how_it_stands_is_the_type(files: dict[str, list[Record]]) -> None:
    types = {edge["id"].rpartition("/")[2]: edge[":TYPE"] for edge in files["edges.csv"]}
    assert [types[id_] for id_ in ("aaaa", "cccc", "ffff", "hhhh", "nnnn")] == [
        *("AFFIRMED", "NEGATED", "CONDITIONAL", "DENIED", "ALLEGED")
    ]
    assert list(types.values()).count("STRUCTURAL") == len(STRUCTURED.structural_edges)


def test_edges_tell_what_the_table_tells(files: dict[str, list[Record]]) -> None:
    edge = next(edge for edge in files["edges.csv"] if edge["id"].endswith("/bbbb"))
    assert (edge["relation"], edge["time_from"], edge["negated"]) == ("sell", datetime.date(2024, 7, 20), False)
    assert edge["sentence"] == "Lund Bakery sold 40 loaves on 20 July 2024."
    assert (edge["start"], edge["end"], edge["confidence"]) == (40, 83, 0.87)
    assert "speaker" not in edge
    value = next(node for node in files["values.csv"] if node[":ID"] == edge[":END_ID"])
    assert (value["label"], value[":LABEL"]) == ("40 loaves", ["Node", "Value"])


def test_documents_and_what_they_mention(files: dict[str, list[Record]]) -> None:
    assert [node.get("published") for node in files["documents.csv"]] == [datetime.date(2024, 7, 22), None]
    counts = {(edge[":START_ID"], edge[":END_ID"]): edge["mentions"] for edge in files["mentions.csv"]}
    assert counts[iris.entity_iri("Oslo"), iris.document_iri("bakery")] == 1
    assert sum(counts.values()) == sum(len(entity.mentions) for entity in GRAPH.entities)


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ('a"b,c', 'a"b,c'),
        ('"', '"'),
        ("", ""),
        ("a\r\nb\x00c\u2028d", "a b c d"),
        (f"a{BETWEEN}b", "a b"),
        ("a\ud800", "a\ufffd"),
        ("C:\\temp\\", "C:\\temp\ufffd"),
        ('say \\\\"so"', 'say \ufffd\ufffd"so"'),
        ("'; DROP --`]->()", "'; DROP --`]->()"),
    ],
)
def test_hostile_labels(tmp_path: Path, label: str, written: str) -> None:
    entity = replace(GRAPH.entities[0], label=label, type="T`] </script>", aliases=(label, "b"))
    write_neo4j(Rows.of(Graph((), (entity,), ())), tmp_path)
    (node,) = read(tmp_path / "entities.csv")
    assert (node["label"], node["aliases"]) == (written, [written, "b"])
    assert all(re.fullmatch(r"\w+", name) for name in node[":LABEL"])


def test_the_script_names_columns_that_the_files_have(tmp_path: Path) -> None:
    write_neo4j(Rows.of(GRAPH), tmp_path)
    for statement in cypher().split(";\n"):
        if file := re.search(r"file:///(\S+)'", statement):
            head = fields((tmp_path / file[1]).read_text(encoding="utf-8").split("\n", 1)[0])
            assert set(re.findall(r"row\.`([^`]+)`", statement)) <= set(head)


def test_neo4j_reads_the_script(tmp_path: Path) -> None:
    node, place = program("node", "nodejs"), os.environ.get("KG_CYPHER")
    if node is None or place is None:
        absent("Neo4j's parser", "npm install --prefix FOLDER @neo4j-cypher/language-support, then KG_CYPHER=FOLDER")
    (tmp_path / SCRIPT).write_text(cypher(), encoding="utf-8")
    done = subprocess.run([node, "--eval", LINT, place, tmp_path / SCRIPT], capture_output=True, text=True, check=True)  # noqa: S603
    assert json.loads(done.stdout) == [len(NODES) + len(TYPES) + 2, []]


def test_the_empty_graph(tmp_path: Path) -> None:
    write_neo4j(Rows.of(Graph()), tmp_path)
    assert [read(tmp_path / name) for name in (*NODES, *RELATIONSHIPS)] == [[]] * 5
