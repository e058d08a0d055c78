"""CSV: the content of the sentences, consistent ids, and cells that spreadsheets do not execute."""

import csv
import io
import json
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest

from kg.export import iris
from kg.export.rdf.rdflib_graph import to_rdf
from kg.export.rows import Rows
from kg.export.sheets import documents_csv, edges_csv, is_formula, nodes_csv
from kg.model import Graph
from tests.export.examples import COPIED, GRAPH, HOSTILE_LABEL, STRUCTURED, WEATHER
from tests.export.texts import entities_jsonl, to_graphml, triples_jsonl

NODES = ["Id", "Label", "Type", "Aliases", "Mentions", "Links", "Importance"]
EDGES = [
    *("Id", "Source", "Target", "Type", "Subject", "Object", "Kind", "Label", "Phrase", "Event", "Status", "Negated"),
    *("Modality", "Attributed to", "Speaker id", "Denied by", "Denied by id", "Time", "Time from", "Time to"),
    *("Time text", "Qualifiers", "Weight", "Importance", "Mentions", "Independent sources"),
    *("Document", "Start", "End", "Sentence", "Place", "Documents"),
]
DOCUMENTS = [
    *("Id", "Name", "Title", "Published", "Source", "Author", "Language", "Format", "Address"),
    *("Characters", "Statements", "Copy of", "Contains text of"),
]


def table(lines: Iterable[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def edges(graph: Graph = GRAPH) -> dict[str, dict[str, str]]:
    """Return the edges by the last part of their id."""
    return {row["Id"].rpartition("/")[2]: row for row in table(edges_csv(Rows.of(graph)))}


def test_edges_join_nodes() -> None:
    rows = Rows.of(GRAPH)
    nodes, found = table(nodes_csv(rows)), table(edges_csv(rows))
    assert (list(nodes[0]), list(found[0])) == (NODES, EDGES)
    ids = {node["Id"] for node in nodes}
    assert len(ids) == len(nodes)
    assert {edge["Source"] for edge in found} | {edge["Target"] for edge in found} <= ids | {""}
    assert [edge["Id"][-4:] for edge in found if not edge["Target"]] == ["mmmm", "nnnn"]
    assert len(found) == len(GRAPH.statements)


@pytest.mark.parametrize("base", [iris.DEFAULT_BASE, "urn:a1:"])
def test_ids_are_the_same_everywhere(base: str) -> None:
    rows = Rows.of(GRAPH, base_iri=base)
    statements = {json.loads(line)["id"] for line in triples_jsonl(GRAPH, base_iri=base).splitlines()}
    things = {json.loads(line)["id"] for line in entities_jsonl(GRAPH, base_iri=base).splitlines()}
    sheet, rdf, xml = table(edges_csv(rows)), to_rdf(GRAPH, base_iri=base), to_graphml(GRAPH, base_iri=base)
    assert {row["Id"] for row in sheet} == statements
    assert {row["Id"] for row in table(nodes_csv(rows)) if row["Type"] != "Literal"} == things
    documents = {row["Id"] for row in table(documents_csv(rows))}
    assert {row["Document"] for row in sheet} == documents
    assert statements | things | documents <= {str(subject) for subject in rdf.subjects()}
    assert all(f'id="{id_}"' in xml for id_ in statements | things)


def test_the_evidence_is_the_surest_sentence() -> None:
    edge = edges()["aaaa"]
    assert edge["Sentence"] == "Marta Lund founded Lund Bakery in 1997."
    assert (edge["Document"], edge["Start"], edge["End"]) == (iris.document_iri("bakery"), "0", "39")
    assert edge["Documents"] == f"{iris.document_iri('bakery')}; {iris.document_iri(WEATHER.id)}"
    assert float(edge["Weight"]) == 0.948


@pytest.mark.parametrize(
    ("id_", "cells"),
    [
        ("aaaa", {"Label": "found", "Phrase": "founded", "Status": "affirmed", "Time": "1997", "Event": "found"}),
        ("aaaa", {"Subject": "Marta Lund", "Object": "Lund Bakery", "Qualifiers": "in 1997"}),
        ("bbbb", {"Object": "40 loaves", "Time from": "2024-07-20", "Time to": "2024-07-20"}),
        ("gggg", {"Attributed to": "Lund Bakery", "Speaker id": iris.entity_iri("Lund_Bakery")}),
        ("hhhh", {"Denied by": "Old Mill", "Denied by id": iris.entity_iri("Old_Mill"), "Status": "denied"}),
        ("iiii", {"Time": "last week", "Time text": "last week", "Time from": "2024-07-15", "Status": "affirmed"}),
        ("kkkk", {"Time text": "Monday", "Time from": "", "Qualifiers": "on Monday"}),
        ("nnnn", {"Phrase": "allegedly burned down", "Status": "alleged", "Modality": "hedged", "Negated": "false"}),
    ],
)
def test_cells_are_words(id_: str, cells: dict[str, str]) -> None:
    edge = edges()[id_]
    assert {column: edge[column] for column in cells} == cells


def test_a_time_is_a_calendar_value_or_the_words_but_never_a_code() -> None:
    found = edges()
    times = {row["id"].rpartition("/")[2]: row["time"] for row in map(json.loads, triples_jsonl(GRAPH).splitlines())}
    shown = {id_: (found[id_]["Time"], time["value"], time["text"]) for id_, time in times.items() if time}
    assert {each for each in shown.values() if each[0] not in each[1:]} == set()
    assert ("last week", "2024-W29", "last week") in shown.values()
    assert {time for time, *_ in shown.values() if re.search("[A-Z]", time)} <= {words for *_, words in shown.values()}
    for id_, time in times.items():
        days = (time["from"] or "", time["to"] or "") if time else ("", "")
        assert (found[id_]["Time from"], found[id_]["Time to"]) == days


def test_structural_edges_have_a_kind_of_their_own() -> None:
    found = table(edges_csv(Rows.of(STRUCTURED)))
    assert {edge["Kind"] for edge in found[: len(GRAPH.statements)]} == {"statement"}
    others = found[len(GRAPH.statements) :]
    assert [(edge["Subject"], edge["Label"], edge["Object"]) for edge in others] == [
        ("Lund Bakery", "of", "Marta Lund"),
        ("Old Mill", "government of", "Oslo"),
        ("Tom Reyes", "member of", "Lund Bakery"),
        ("Tom Reyes", "listed with", "Marta Lund"),
        ("Visitors", "names", "Marta Lund"),
        ("Visitors", "nationality", "Oslo"),
        ("Visitors", "includes", "Tom Reyes"),
        ("Lund Bakery’s bread", "product of", "Lund Bakery"),
        ("the mill", "part of", "Oslo"),
        ("the shop", "in", "Oslo"),
    ]
    assert {edge["Kind"] for edge in others} == {"structural"}
    assert others[0]["Sentence"] == "Marta Lund founded Lund Bakery"
    assert {edge["Weight"] + edge["Status"] + edge["Modality"] for edge in others} == {""}


def test_documents_tell_whose_text_they_have() -> None:
    bakery, weather = table(documents_csv(Rows.of(COPIED)))
    assert (bakery["Copy of"], bakery["Contains text of"]) == ("", weather["Id"])
    assert (weather["Copy of"], weather["Contains text of"]) == (bakery["Id"], "")


def test_documents() -> None:
    found = table(documents_csv(Rows.of(GRAPH)))
    assert list(found[0]) == DOCUMENTS
    assert [row["Name"] for row in found] == ["bakery", WEATHER.id]
    assert (found[0]["Title"], found[0]["Published"], found[0]["Source"]) == (
        "The bakery | its `town`",
        "2024-07-22",
        "Town Paper",
    )
    assert [row["Statements"] for row in found] == ["12", "3"]
    assert (found[1]["Author"], found[1]["Format"]) == ("<b>Ida</b>", "pdf")
    assert found[1]["Characters"] == str(len(WEATHER.text))


def test_evidence_names_the_place_where_the_format_has_one() -> None:
    assert [edges()[id_]["Place"] for id_ in ("aaaa", "kkkk")] == ["", "page 2"]
    assert [row["Format"] for row in table(documents_csv(Rows.of(GRAPH)))] == ["text", "pdf"]


def test_hostile_labels_are_quoted() -> None:
    assert HOSTILE_LABEL in {node["Label"] for node in table(nodes_csv(Rows.of(GRAPH)))}


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("  =1+1", "'  =1+1"),
        ("＝1+1", "'＝1+1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("\u3000＋1", "'\u3000＋1"),
        ("-12.5", "-12.5"),
        ("a=b", "a=b"),
        ("", ""),
        ('a"b,c\nd', 'a"b,c\nd'),
        ("a\ud800\x00", "a\ufffd\ufffd"),
    ],
)
def test_cells_are_no_formulas(label: str, cell: str) -> None:
    graph = Graph((), (replace(GRAPH.entities[0], label=label),), ())
    assert table(nodes_csv(Rows.of(graph)))[0]["Label"] == cell


def test_no_formula_stands_behind_a_semicolon_either() -> None:
    entity = replace(GRAPH.entities[0], label="a;=1+1", aliases=("x", "=cmd|' /C calc'!A0"))
    text = "".join(nodes_csv(Rows.of(Graph((), (entity,), ()))))
    parted = [cell for row in csv.reader(io.StringIO(text, newline=""), delimiter=";") for cell in row]
    assert not [cell for cell in parted if is_formula(cell)]


def test_the_empty_graph() -> None:
    rows = Rows.of(Graph())
    assert table(nodes_csv(rows)) == table(edges_csv(rows)) == table(documents_csv(rows)) == []
