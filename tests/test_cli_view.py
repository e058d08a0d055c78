"""`kg view`: the page of a graph, or of the neighbourhood of an entity in it."""

from pathlib import Path

import pytest

from kg.cli import main
from kg.graph import KnowledgeGraph
from tests.export.examples import GRAPH

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(KnowledgeGraph.of(GRAPH).to_turtle(), encoding="utf-8")
    return tmp_path


def test_page_lies_beside_the_graph(written: Path, capsys: Captured) -> None:
    assert main(["view", str(written)]) == 0
    page = written / "graph.html"
    assert capsys.readouterr().out == f"{page}\n"
    assert page.read_text(encoding="utf-8") == KnowledgeGraph.of(GRAPH).to_html()


def test_page_of_a_neighbourhood_has_a_name_of_its_own(written: Path) -> None:
    assert main(["view", str(written), "--around", "tom reyes", "--depth", "2"]) == 0
    html = (written / "around-tom_reyes.html").read_text(encoding="utf-8")
    assert "<title>Around tom reyes</title>" in html
    assert html.count('<li class="statement"') == 6  # one of the five statements has two sentences
    assert not (written / "graph.html").exists()


def test_page_without_the_articles(written: Path) -> None:
    assert main(["view", str(written), "--no-text"]) == 0
    html = (written / "graph.html").read_text(encoding="utf-8")
    assert "Nobody came." not in html
    assert "Lund Bakery will hire Tom Reyes." in html


def test_page_for_a_frame_has_a_name_of_its_own_and_no_articles(written: Path, capsys: Captured) -> None:
    assert main(["view", str(written), "--embed", "--around", "tom reyes"]) == 0
    page = written / "around-tom_reyes-embed.html"
    assert capsys.readouterr().out == f"{page}\n"
    html = page.read_text(encoding="utf-8")
    assert '<html lang="en" class="embed">' in html
    assert "Nobody came." not in html


def test_name_that_nothing_has(written: Path, capsys: Captured) -> None:
    assert main(["view", str(written), "--around", "Tom Rayes"]) == 2
    assert capsys.readouterr().err == "kg: 'Tom Rayes': nothing in the graph has this name; did you mean: Tom Reyes?\n"
