"""The pyvis network contains the whole graph and all of its look, and its plain page is safe."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kg.cli import main
from kg.export.network import to_networkx
from kg.graph import KnowledgeGraph
from kg.model import Entity, Graph
from kg.page import pyvis_page, to_pyvis
from kg.page.appearance import LINES, LOOKS
from kg.page.drawing import draw
from kg.page.network import first_view
from tests.browser.cases import varied_graph
from tests.browser.graphs import reported_graph, small_graph
from tests.export.examples import GRAPH, STATEMENTS, STRUCTURED


def test_network_is_that_of_networkx_with_parallel_edges() -> None:
    for graph in (STRUCTURED, small_graph(5), varied_graph()):
        network, whole = KnowledgeGraph.of(graph).to_pyvis(), to_networkx(graph)
        assert {node["id"] for node in network.nodes} == set(whole.nodes)
        assert {(edge["from"], edge["to"], edge["id"]) for edge in network.edges} == set(whole.edges)
        assert network.get_nodes() == [node["id"] for node in network.nodes]
        assert network.directed


def test_nodes_and_edges_have_all_of_their_look() -> None:
    network = to_pyvis(GRAPH)
    for node in network.nodes:
        assert {"label", "group", "shape", "size", "color", "font", "title", "x", "y"} <= node.keys()
    lund = network.get_node("Marta_Lund")
    assert (lund["shape"], lund["color"]) == LOOKS["Person"][:2]
    assert lund["title"] == "Marta Lund\nPerson, named in 2 documents"
    edges = {edge["id"]: edge for edge in network.edges}
    assert edges["hhhh"]["dashes"] == list(LINES["denied"].dashes)
    assert edges["hhhh"]["color"] == LINES["denied"].light
    assert edges["hhhh"]["title"].startswith("Old Mill copied Lund Bakery’s bread, denied by Old Mill\nDenied\n“")
    assert edges["dddd"]["label"] == "may open"


def test_no_two_nodes_stand_at_one_place() -> None:
    lonely = tuple(Entity(f"l{n}", f"Lonely {n}", "Thing", (), ()) for n in range(12))
    for graph in (replace(GRAPH, entities=(*GRAPH.entities, *lonely)), reported_graph(400), Graph(entities=lonely)):
        places = [(node["x"], node["y"]) for node in to_pyvis(graph).nodes]
        assert len(set(places)) == len(places) >= len(graph.entities)


def test_first_view_of_a_large_graph_has_what_is_drawn_first() -> None:
    graph = reported_graph(2_000)
    drawing = draw(graph)
    network = first_view(graph, drawing, LOOKS)
    assert {node["id"] for node in network.nodes} == set(drawing.wide)
    assert 0 < len(network.edges) < len(STATEMENTS) * 100


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<a href='https://example.org'>x</a>"])
def test_plain_page_closes_what_pyvis_leaves_open(text: str) -> None:
    network = to_pyvis(small_graph(2, (text, text[::-1]), text, type_=text))
    html = pyvis_page(network, text)
    assert not re.search(
        r"<(link|script|img|iframe)\b[^>]*(?:src|href)=", re.sub("<!--.*?-->", "", html, flags=re.DOTALL)
    )
    assert "popup.innerHTML" not in html
    assert text not in html
    assert html.startswith('<!doctype html>\n<html lang="en">\n<title>&lt;')
    assert json.dumps(network.options).replace("<", "\\u003c") in html


def test_build_writes_the_plain_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Åda Łund founded Acme in Oslo in 1997.", encoding="utf-8")
    page = tmp_path / "plain.html"
    assert main(["build", str(article), "-o", str(tmp_path / "out"), "--pyvis", str(page), "-q"]) == 0
    assert "founded" in page.read_text(encoding="utf-8")
    assert main(["build", str(article), "-o", str(tmp_path / "out"), "--pyvis", str(tmp_path), "-q"]) != 0
    assert "cannot be written" in capsys.readouterr().err
