"""What the page saves: pictures and data that other programs read."""

import csv
import io
import subprocess
import sys
import typing as t
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
import rdflib
from playwright.sync_api import Page

from kg import build
from kg.export.iris import statement_iri
from kg.export.rdf.rdflib_graph import to_rdf
from kg.graph import KnowledgeGraph
from kg.model import Graph
from tests.browser.conftest import Open
from tests.browser.graphs import small_graph
from tests.browser.pictures import colours_of
from tests.export.examples import GRAPH, STATEMENTS, STRUCTURED
from tests.export.texts import to_graphml

NAMESPACE = "https://example.org/kg/ns#"
SVG = "{http://www.w3.org/2000/svg}"


def saved(page: Page, button: str) -> bytes:
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.path().read_bytes()


def network(graphml: str, path: Path) -> "nx.MultiDiGraph[str]":
    path.write_text(graphml, encoding="utf-8")
    return t.cast("nx.MultiDiGraph[str]", nx.read_graphml(path, force_multigraph=True))


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_png_is_the_picture_of_the_svg_at_twice_its_size(open_page: Open, color_scheme: str) -> None:
    """In two clicks, of which the first opens the menu."""
    opened = open_page(GRAPH, color_scheme=color_scheme)
    page = opened.page
    picture = saved(page, "PNG")
    assert picture.startswith(b"\x89PNG")
    assert colours_of(page, picture) > 50
    drawn = ET.fromstring(saved(page, "SVG"))  # noqa: S314 - our own output
    wanted = [round(2 * float(drawn.attrib[side])) for side in ("width", "height")]
    assert [int.from_bytes(picture[at : at + 4], "big") for at in (16, 20)] == pytest.approx(wanted, abs=2)
    assert opened.messages == []


def test_picture_has_title_legend_and_source(open_page: Open) -> None:
    """The legend names what the picture shows, and nothing that it does not."""
    page = open_page(GRAPH, "#without=denied").page
    picture = ET.fromstring(saved(page, "SVG"))  # noqa: S314 - our own output
    title, legend = ([text.text for text in group.iter(f"{SVG}text")] for group in picture.findall(f"{SVG}g"))
    assert title == ["What 2 documents say"]
    assert {"Person", "value", "Stated", "Alleged"} <= set(legend)
    assert "Denied" not in legend
    source = next(text for text in legend if text and text.startswith("Source: "))
    assert "The bakery" in source
    left, _, width, _ = (float(part) for part in picture.attrib["viewBox"].split())
    assert left <= 0 < width
    page.locator("[data-colouring=communities]").click()
    grouped = ET.fromstring(saved(page, "SVG"))  # noqa: S314 - our own output
    assert [text.text for text in grouped.iter(f"{SVG}text") if (text.text or "").startswith("Around ")]


def test_picture_of_a_part_is_that_of_the_part(open_page: Open) -> None:
    """So are the data: of a view of a part, what stands between its things."""
    page = open_page(GRAPH, "#n=Tom_Reyes&depth=1").page
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV").decode("utf-8-sig"), newline="")))
    shown = page.evaluate("kg.statements().map((place) => kg.data.rows[place][0])")
    assert sorted(row["Id"] for row in rows) == sorted(map(statement_iri, shown))
    assert 0 < len(rows) < len(STATEMENTS)
    picture = ET.fromstring(saved(page, "SVG"))  # noqa: S314 - our own output
    assert len(picture.findall(f"{SVG}path[@fill='none']")) == len(rows)
    graphml = ET.fromstring(saved(page, "GraphML"))  # noqa: S314 - our own output
    assert len([each for each in graphml.iter() if each.tag.endswith("}edge")]) == len(rows)
    said = rdflib.Graph().parse(data=saved(page, "Turtle").decode("utf-8"), format="turtle")
    assert len(set(said.subjects(rdflib.RDF.type, rdflib.URIRef(NAMESPACE + "Statement")))) == len(rows)


def test_svg_holds_every_node_edge_and_name(open_page: Open) -> None:
    opened = open_page(GRAPH)
    picture = ET.fromstring(saved(opened.page, "SVG"))  # noqa: S314 - our own output
    assert len(picture.findall(f"{SVG}path[@fill='none']")) == len(STATEMENTS)
    texts = [text.text for text in picture.findall(f"{SVG}text")]
    assert {"Marta Lund", "$12 million", "did not close"} <= set(texts)
    assert not {element.tag for element in picture.iter()} - {
        f"{SVG}{tag}" for tag in ("svg", "title", "rect", "path", "polygon", "circle", "text", "g", "line")
    }
    assert opened.messages == []


def test_turtle_says_what_the_graph_says(open_page: Open) -> None:
    text = saved(open_page(GRAPH).page, "Turtle").decode("utf-8")
    said, whole = rdflib.Graph().parse(data=text, format="turtle"), to_rdf(GRAPH)
    assert [triple for triple in said if triple not in whole] == []
    statement = rdflib.URIRef(NAMESPACE + "Statement")
    kept = set(whole.subjects(rdflib.RDF.type, statement))
    kept |= set(whole.subjects(rdflib.RDF.type, rdflib.URIRef(NAMESPACE + "Entity")))
    missing = [triple for triple in whole if triple[0] in kept and triple not in said]
    # how many it is, the bounds of a range, and what follows from the rest stand in graph.ttl only
    derived = ("importance", "event", "agent", "patient", "mentions")
    more = {rdflib.URIRef(NAMESPACE + name) for name in ("count", "minimum", "maximum", *derived)}
    assert [triple for triple in missing if triple[1] not in more] == []


def test_turtle_has_the_base_of_the_run(open_page: Open) -> None:
    page = open_page(small_graph(), base_iri="urn:x-kg:").page
    text = saved(page, "Turtle").decode("utf-8")
    said = rdflib.Graph().parse(data=text, format="turtle")
    assert set(said) <= set(to_rdf(small_graph(), base_iri="urn:x-kg:"))


@pytest.mark.parametrize("include_text", [True, False])
def test_graphml_is_the_same_network(open_page: Open, tmp_path: Path, include_text: bool) -> None:
    text = saved(open_page(STRUCTURED, include_text=include_text).page, "GraphML").decode("utf-8")
    read, whole = network(text, tmp_path / "a.graphml"), network(to_graphml(STRUCTURED), tmp_path / "b.graphml")
    connected = {end for *ends, _ in read.edges(keys=True) for end in ends}
    assert sorted(read.nodes(data=True)) == sorted(each for each in whole.nodes(data=True) if each[0] in connected)
    assert {key for *_, key in read.edges(keys=True)} >= {statement_iri(each.id) for each in STATEMENTS}
    missing = {"qualifiers"} | (set() if include_text else {"start", "end"})
    where = {"document", "start", "end", "sentence", "place", "documents"}
    kinds = set()
    for *place, told in read.edges(keys=True, data=True):
        everything = whole.edges[tuple(place)]
        kinds.add(told["kind"])
        without = missing | (where if told["kind"] == "structural" else set())
        assert told == {name: value for name, value in everything.items() if name not in without}
    assert kinds == {"statement", "structural"}


def test_csv_has_a_row_a_statement_and_no_formula(open_page: Open) -> None:
    text = saved(open_page(small_graph(2, ("=1+1", "@SUM(A1)"), "-cmd|' /C calc'!A0")).page, "CSV").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["Subject"] for row in rows] == ["'=1+1", "'@SUM(A1)"]
    assert [row["Confidence"] for row in rows] == ["0.5", "0.5"]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in {"=", "+", "-", "@", "\t", "\r"}]
    text = saved(open_page(GRAPH).page, "CSV").decode("utf-8-sig")
    rows = sorted(csv.DictReader(io.StringIO(text, newline="")), key=lambda row: row["Id"])
    assert [row["Id"] for row in rows] == [statement_iri(said.id) for said in STATEMENTS]
    assert rows[0]["Sentences"].startswith("Marta Lund founded Lund Bakery in 1997. | ")
    assert [rows[0][column] for column in ("Phrase", "Status", "Time")] == ["founded", "affirmed", "1997"]
    assert [rows[8][column] for column in ("Object", "Status", "Time")] == ["$12 million", "affirmed", "last week"]
    assert [rows[13][column] for column in ("Object", "Said how", "Status")] == ["", "Alleged", "alleged"]


@pytest.mark.parametrize("text", ["</script>&]]>\"'", "\x00\x01\t\r\n", "\u202eשלום 🌊 \ud800", "a\\b\"c'd <x>"])
def test_hostile_names_are_saved_well_formed(open_page: Open, tmp_path: Path, text: str) -> None:
    page = open_page(small_graph(1, (text, f"{text}2"), f"r {text}", type_=f"T {text}")).page
    assert network(saved(page, "GraphML").decode("utf-8"), tmp_path / "a.graphml").number_of_edges() == 1
    assert len(rdflib.Graph().parse(data=saved(page, "Turtle").decode("utf-8"), format="turtle")) > 10
    ET.fromstring(saved(page, "SVG"))  # noqa: S314 - our own output
    assert saved(page, "PNG")
    assert saved(page, "CSV")


def test_only_what_the_filters_leave_is_saved(open_page: Open) -> None:
    page = open_page(GRAPH, "#without=denied&without=negated&without=stated").page
    rows = list(csv.DictReader(io.StringIO(saved(page, "CSV").decode("utf-8-sig"), newline="")))
    assert sorted(row["Id"][-4:] for row in rows) == ["dddd", "eeee", "ffff", "gggg", "nnnn"]
    page.locator("#save summary").click()
    assert page.locator("#save-count").inner_text() == "The 5 statements shown"


def test_files_are_named_after_the_page(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV").click()
    assert download.value.suggested_filename == "What-2-documents-say.csv"


def test_page_of_an_ascii_locale_is_the_same(tmp_path: Path) -> None:
    code = (
        "from pathlib import Path; from kg.page import to_html; from tests.export.examples import GRAPH;"
        f"Path({str(tmp_path / 'a.html')!r}).write_text(to_html(GRAPH), encoding='utf-8')"
    )
    subprocess.run([sys.executable, "-c", code], env={"LC_ALL": "POSIX", "PYTHONUTF8": "0"}, check=True)  # noqa: S603
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == KnowledgeGraph.of(GRAPH).to_html()


def test_an_empty_graph_is_saved(open_page: Open, tmp_path: Path) -> None:
    page = open_page(Graph()).page
    assert network(saved(page, "GraphML").decode("utf-8"), tmp_path / "a.graphml").number_of_nodes() == 0
    assert rdflib.Graph().parse(data=saved(page, "Turtle").decode("utf-8"), format="turtle") is not None
    assert saved(page, "SVG").startswith(b"<?xml")


@pytest.fixture
def naming(tmp_path: Path) -> KnowledgeGraph:
    article = tmp_path / "naming.txt"
    article.write_text(
        "Corvid sued the lawyers of Delmar. Edda praised the customers of Bolt in Poland.", encoding="utf-8"
    )
    return build(article)


def test_what_a_statement_mentions_is_told_and_saved(open_page: Open, naming: KnowledgeGraph) -> None:
    mentions = rdflib.URIRef(f"{NAMESPACE}alsoMentions")
    wanted = set(rdflib.Graph().parse(data=naming.to_turtle(), format="turtle").triples((None, mentions, None)))
    page = open_page(naming).page
    turtle = rdflib.Graph().parse(data=saved(page, "Turtle").decode("utf-8"), format="turtle")
    assert set(turtle.triples((None, mentions, None))) == wanted != set()
    page.get_by_text("lawyers of Delmar").last.click()
    assert "Also names" in page.locator("#panel h3").all_text_contents()
    page.locator(".named").get_by_role("button", name="Delmar").click()
    assert "Also named in" in page.locator("#panel h3").all_text_contents()
    assert page.locator("#panel [data-statement]").count() == 1
