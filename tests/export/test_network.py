"""The network: entities and literals as nodes, statements as edges, and a readable layout."""

import itertools
import math
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import networkx as nx
import pytest

from kg import KnowledgeGraph
from kg.export import iris
from kg.export.importance import importance
from kg.export.network import NODE_DISTANCE, SPRING_NODES, layout, placed, to_networkx
from kg.model import Entity, Graph, Statement
from tests.export.examples import GRAPH, HOSTILE_LABEL, STRUCTURED
from tests.export.texts import to_graphml

ROOT = Path(__file__).resolve().parents[2]


def star(size: int) -> Graph:
    entities = tuple(Entity(f"e{i:04}", f"e{i}", "Thing", (), ()) for i in range(size))
    statements = tuple(
        Statement(f"s{i:04}", "e0000", "know", f"e{i:04}", False, "asserted", None, None, None, ())
        for i in range(1, size)
    )
    return Graph((), entities, statements)


def test_the_facts_of_the_article_are_affirmed_without_a_speaker() -> None:
    """The filters in the documentation for networkx, tables and SPARQL select exactly the plain edges."""
    graph = KnowledgeGraph.of(GRAPH)
    plain = {said.id for said in GRAPH.statements if said.plain}
    edges = to_networkx(GRAPH).edges(keys=True, data=True)
    assert {key for *_, key, told in edges if told["status"] == "affirmed" and told["speaker"] is None} == plain
    rows = zip(GRAPH.statements, graph.rows(GRAPH.statements), strict=True)
    assert {said.id for said, row in rows if row["status"] == "affirmed" and row["attributed_to"] is None} == plain
    own = "?said a kg:Statement ; kg:status kg:affirmed FILTER NOT EXISTS { ?said prov:wasAttributedTo ?speaker }"
    assert len(graph.query(f"SELECT ?said WHERE {{ {own} }}").rows) == len(plain)
    assert len(plain) < sum(said.status == "affirmed" for said in GRAPH.statements)


def test_statements_are_edges() -> None:
    network = to_networkx(GRAPH)
    assert network.edges["Marta_Lund", "Lund_Bakery", "aaaa"] == {
        "kind": "statement",
        "relation": "found",
        "event": "found",
        "phrase": "founded",
        "status": "affirmed",
        "negated": False,
        "modality": "asserted",
        **dict.fromkeys(("speaker", "speaker_id", "denied_by", "denied_by_id")),
        "confidence": 0.948,
        "mentions": 2,
        "independent_sources": 2,
        "importance": importance(GRAPH).statements["aaaa"],
        "time": "1997",
        "time_from": "1997-01-01",
        "time_to": "1997-12-31",
        "time_text": "1997",
        "qualifiers": ("in 1997",),
        "document": "bakery",
        "start": 0,
        "end": 39,
        "sentence": "Marta Lund founded Lund Bakery in 1997.",
        "place": None,
        "documents": ("bakery", 'weather/a b%20"c"#d'),
    }
    assert network.edges["Rivals", "the_bread", "gggg"]["speaker"] == "Lund Bakery"
    assert network.edges["the_flood", "Oslo", "kkkk"]["time"] == "Monday"
    assert network.number_of_edges() == len(GRAPH.statements)


def test_structural_edges_are_no_statements() -> None:
    network = to_networkx(STRUCTURED)
    structural = {(s, o, e["relation"]) for s, o, e in network.edges(data=True) if e["kind"] == "structural"}
    assert structural >= {("Lund_Bakery", "Marta_Lund", "of"), ("the_mill", "Oslo", "part of")}
    assert len(structural) == 10
    assert network.number_of_edges() == len(GRAPH.statements) + 10
    assert to_graphml(STRUCTURED).count(">structural<") == 10


def test_literals_are_nodes_of_their_own() -> None:
    network = to_networkx(GRAPH)
    assert network.nodes["literal:bbbb"] == {"label": "40 loaves", "type": "Literal"}
    oslo = {"label": "Oslo", "type": "Place", "importance": importance(GRAPH).entities["Oslo"]}
    assert network.nodes["Oslo"] == oslo
    assert network.number_of_nodes() == len(GRAPH.entities) + 4


def test_a_statement_without_an_object_ends_at_a_point_of_its_own() -> None:
    network = to_networkx(GRAPH)
    assert network.nodes["none:mmmm"] == {"label": "", "type": "NoObject"}
    assert network.edges["Tom_Reyes", "none:mmmm", "mmmm"]["phrase"] == "resigned"
    assert network.edges["the_oven", "none:nnnn", "nnnn"]["status"] == "alleged"


def test_edges_have_words_for_times() -> None:
    network = to_networkx(GRAPH)
    assert network.edges["Visitors", "literal:iiii", "iiii"]["time"] == "last week"
    assert network.edges["Lund_Bakery", "literal:bbbb", "bbbb"]["time"] == "2024-07-20"


def test_graphml_reads_back(tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    path.write_text(to_graphml(GRAPH), encoding="utf-8")
    network = nx.read_graphml(path, force_multigraph=True)
    names = {node: iris.entity_iri(node) if ":" not in node else node for node in to_networkx(GRAPH).nodes}
    assert set(network.nodes) == set(names.values())
    assert network.nodes[names["O'Hara"]]["label"] == HOSTILE_LABEL
    edge = network.get_edge_data(names["Marta_Lund"], names["the_shop"], iris.statement_iri("cccc"))
    assert edge["negated"] is True
    assert (edge["qualifiers"], edge["document"]) == ("because of the flood", iris.document_iri("bakery"))
    assert edge["sentence"] == "She did not close the shop because of the flood."
    reported = network.get_edge_data(names["Rivals"], names["the_bread"], iris.statement_iri("gggg"))
    assert reported["speaker_id"] == names["Lund_Bakery"]


def test_graphml_holds_only_what_xml_can_hold() -> None:
    entity = replace(GRAPH.entities[0], label="a\x00b\ud800c\ufffe<&>")
    text = to_graphml(Graph((), (entity,), ()))
    data = ET.fromstring(text.encode("utf-8")).find(".//{*}node/{*}data")  # noqa: S314 - our own output
    assert data is not None
    assert data.text == "a\ufffdb\ufffdc\ufffd<&>"


@pytest.mark.parametrize("graph", [GRAPH, star(60), star(2), star(1)], ids=["example", "star of 60", "pair", "single"])
def test_nodes_do_not_overlap(graph: Graph) -> None:
    places = layout(graph)
    assert set(places) == set(to_networkx(graph).nodes)
    distances = [math.dist(a, b) for a, b in itertools.combinations(places.values(), 2)]
    assert min(distances, default=NODE_DISTANCE) > 0.95 * NODE_DISTANCE


def test_large_components_are_placed_whole() -> None:
    places = layout(star(SPRING_NODES + 20))
    assert len(set(places.values())) == SPRING_NODES + 20


def test_the_empty_graph() -> None:
    assert layout(Graph()) == {}
    assert "<graph" in to_graphml(Graph())


def test_another_seed_is_another_layout() -> None:
    assert layout(GRAPH, seed=1) == layout(GRAPH, seed=1)
    assert layout(GRAPH, seed=1) != layout(GRAPH, seed=2)


def test_components_of_one_shape_are_placed_once_and_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    springs = Mock(side_effect=nx.spring_layout)
    monkeypatch.setattr(nx, "spring_layout", springs)
    names = [("a", "b"), ("d", "c"), ("e", "f"), ("g", "h"), ("h", "i")]
    places = placed(nx.Graph(names))
    assert springs.call_count == 2, "pairs, and a row of three"
    for axis in (0, 1):
        off = [places[other][axis] - places[one][axis] for one, other in ("ab", "cd", "ef")]
        assert max(off) - min(off) < 0.3, "places are rounded"
    assert len(set(places.values())) == len(places)
