"""The HTML page as text: its content, its safety, and that the same graph gives the same page."""

import json
import os
import re
import shutil
import subprocess
import typing as t
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.graph import KnowledgeGraph
from kg.model import Document, Entity, Graph, Span
from kg.page import to_html
from kg.page.evidence import Offsets
from kg.page.page import LARGEST, SCRIPT, STYLES, vis_network
from kg.page.wording import STANDINGS, type_words
from tests.browser.cases import varied_graph
from tests.export.examples import COPIED, GRAPH, STATEMENTS, STRUCTURED, WEATHER, WEATHER_TEXT

LISTED: t.Final = sum(len({claim.evidence.span for claim in said.claims}) for said in STATEMENTS)
"""The number of entries in the list without scripts: each statement is below every sentence that makes it."""

MODULES = [path.name for path in files("kg.page").joinpath("script").iterdir()]


class Reader(HTMLParser):
    """Collects the tags and the script texts of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def html() -> str:
    return to_html(GRAPH)


def page_data(html: str) -> dict[str, t.Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found is not None
    data: dict[str, t.Any] = json.loads(found.group(1))
    return data


def test_copies_and_contradictions_are_in_the_data(html: str) -> None:
    data = page_data(to_html(COPIED))
    ids = [row[0] for row in data["statements"]]
    documents = [document["id"] for document in data["documents"]]
    assert [[ids[place] for place in pair] for pair in data["against"]] == [["aaaa", "zzzz"]]
    assert data["copies"] == [[0, 1, "contains"], [1, 0, "copy"]]
    assert data["sources"] == {str(ids.index("aaaa")): [[documents.index("bakery"), documents.index(WEATHER.id)]]}
    assert [page_data(html)[key] for key in ("against", "copies", "sources")] == [[], [], {}]


def test_bundled_vis_network_is_the_version_the_script_is_written_for() -> None:
    source = vis_network()
    assert "@version 9.1.2" in source
    assert "</script" not in source


def test_nothing_in_the_page_is_loaded_from_anywhere(html: str) -> None:
    loading = {"src", "srcset", "action", "poster", "background", "formaction"}
    for tag, attributes in Reader(html).tags:
        assert not loading & attributes.keys(), tag
        assert tag not in {"link", "iframe", "object", "embed", "img", "base"}
        if tag == "a":
            assert (attributes["href"] or "").startswith("#")


def test_every_script_and_style_has_the_nonce_of_the_policy(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    assert policy.group(1).startswith("default-src 'none'; ")
    nonce = re.search(r"'nonce-([a-z2-7]+)'", policy.group(1))
    assert nonce is not None
    for tag, attributes in Reader(html).tags:
        if tag in {"style", "script"} and attributes.get("type") != "application/json":
            assert attributes["nonce"] == nonce.group(1)
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]


def test_legend_has_every_type_and_every_way_of_saying() -> None:
    html = to_html(varied_graph())
    for words in STANDINGS.values():
        chip = rf"</svg><span class=\"chip-name\">{words}</span> <span class=\"count\">\d+</span></label>"
        assert re.search(chip, html), words
    for type_ in {entity.type for entity in varied_graph().entities}:
        assert f'<span class="chip-name" dir="auto">{type_words(type_)}</span>' in html


def test_each_article_is_in_the_page_once(html: str) -> None:
    assert page_data(html)["documents"][0]["text"] == GRAPH.documents[0].text
    assert html.count("Nobody came.") == 1


def test_hostile_text_makes_no_element(html: str) -> None:
    tags = [tag for tag, _ in Reader(html).tags]
    assert "img" not in tags
    assert "b" not in tags
    assert tags.count("script") == 3


def test_structural_edges_are_drawn_and_listed_apart() -> None:
    html = to_html(STRUCTURED)
    assert (
        html.count('<path class="edge structural"')
        == len(page_data(html)["structure"])
        == len(STRUCTURED.structural_edges)
    )
    assert html.count('<path class="edge line-') == len(STATEMENTS)
    assert html.count('<li class="statement"') == LISTED
    assert '<li dir="auto">the mill <em>part of</em> Oslo</li>' in html
    assert 'id="structural-line"' in html
    assert 'id="structural-line"' not in to_html(GRAPH)


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "\u2028", "&amp;"])
def test_data_cannot_close_its_element(text: str) -> None:
    hostile = Graph(entities=(Entity("e", text, text, (text,), (), (text,)),))
    html = to_html(hostile, title=text)
    assert page_data(html)["entities"][0][1] == text
    assert [tag for tag, _ in Reader(html).tags].count("script") == 3


def test_lone_surrogates_do_not_stop_the_writing() -> None:
    to_html(Graph(entities=(Entity("e", "a\ud800b", "Thing", (), ()),))).encode("utf-8")


def test_title_is_the_one_given_or_that_of_the_document() -> None:
    assert "<title>Given &lt;b&gt;</title>" in to_html(GRAPH, title="Given <b>")
    assert "<title>What 2 documents say</title>" in to_html(GRAPH)
    assert "<title>The bakery | its `town`</title>" in to_html(Graph(documents=GRAPH.documents[:1]))


def test_every_statement_is_an_edge_and_is_listed_without_script(html: str) -> None:
    data = page_data(html)
    assert len(data["network"]["edges"]) == len(data["statements"]) == len(STATEMENTS)
    assert html.count('<li class="statement"') == LISTED
    assert html.count('<path class="edge ') == len(STATEMENTS)
    assert "Lund Bakery was founded by Marta Lund." in html


def test_statements_read_as_the_text_words_them(html: str) -> None:
    listed = re.findall(r'<li class="statement" dir="auto">(.*?)</li>', html)
    assert {" ".join(re.sub(r"<[^>]*>", " ", words).split()) for words in listed} >= {
        "Tom Reyes resigned",
        "the oven allegedly burned down Alleged",
        "the shop may open a branch Possible",
        "Marta Lund did not close the shop Negative",
        "Old Mill copied Lund Bakery’s bread, denied by Old Mill Denied",
    }


@pytest.mark.parametrize("include_text", [True, False])
def test_evidence_names_its_place_in_a_file(include_text: bool) -> None:
    data = page_data(to_html(GRAPH, include_text=include_text))
    documents = {place: document["id"] for place, document in enumerate(data["documents"])}
    pages = {document.id for document in GRAPH.documents if document.places}
    rows = [row for said in data["statements"] for row in said[13]]
    assert {row[-1] for row in rows if documents[row[0]] in pages} == {"page 1", "page 2"}
    assert not any(str(row[-1]).startswith("page") for row in rows if documents[row[0]] not in pages)


def test_evidence_points_at_its_sentence_in_utf16_units(html: str) -> None:
    data = page_data(html)
    evidence = 13  # its index in the row of a statement
    documents = [str(document["text"]).encode("utf-16-le") for document in data["documents"]]
    for said, shown in zip(STATEMENTS, data["statements"], strict=True):
        for claim, (document, start, end, *_) in zip(said.claims, shown[evidence], strict=True):
            span = claim.evidence.span
            text = next(document.text for document in GRAPH.documents if document.id == span.document)
            units = documents[document][2 * start : 2 * end]
            assert units.decode("utf-16-le") == text[span.start : span.end]


def test_offsets_count_characters_outside_the_basic_plane_twice() -> None:
    wave = WEATHER_TEXT.index("🌊")
    offsets = Offsets([WEATHER])
    assert offsets.units(Span(WEATHER.id, wave, wave + 1)) == (wave, wave + 2)
    assert offsets.units(Span(WEATHER.id, wave + 1, wave + 2)) == (wave + 2, wave + 3)


def test_texts_can_be_left_out_and_the_sentences_stay() -> None:
    html = to_html(GRAPH, include_text=False)
    assert "Nobody came." not in html
    assert "Lund Bakery will hire Tom Reyes." in html
    assert page_data(html)["documents"][0]["text"] is None


def test_a_page_holds_fifty_thousand_statements_and_no_more() -> None:
    said = replace(STATEMENTS[9], claims=())
    many = tuple(replace(said, id=f"s{number}") for number in range(LARGEST + 1))
    with pytest.raises(OutputError, match=r"50,001 .* kg view GRAPH --around NAME --depth N"):
        to_html(replace(GRAPH, statements=many))
    shown = KnowledgeGraph.of(replace(GRAPH, statements=many))._repr_html_()
    assert shown.startswith("<p>14 entities, 50,001 statements: too many for a page.")


def test_a_statement_takes_little_room(html: str) -> None:
    data = page_data(html)
    rows = json.dumps(data["statements"], ensure_ascii=False, separators=(",", ":"))
    assert len(rows.encode()) < 260 * len(STATEMENTS)


@pytest.mark.parametrize(
    "graph",
    [
        Graph(),
        Graph(documents=(Document("d", "Nothing."),)),
        Graph(entities=(Entity("e", "Alone", "Thing", (), ()),)),
        Graph(GRAPH.documents, GRAPH.entities, (replace(STATEMENTS[0], object="Marta_Lund"),)),
    ],
)
def test_small_and_odd_graphs_have_a_page(graph: Graph) -> None:
    assert to_html(graph).startswith("<!doctype html>")


@pytest.fixture(scope="module")
def script() -> str:
    return files("kg.page").joinpath(SCRIPT).read_text(encoding="utf-8")


def test_script_is_one_module_without_imports(script: str) -> None:
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)
    assert "</script" not in script


def test_bundle_is_what_the_tool_makes_of_the_modules(script: str, tmp_path: Path) -> None:
    make, npm = shutil.which("make"), shutil.which("npm")
    root = Path(__file__).parents[2]
    if make is None or npm is None or not (root / "Makefile").is_file():
        pytest.skip("needs make and npm, and esbuild from npm or its cache")
    made = tmp_path / "bundle.js"
    run = subprocess.run([make, "bundle", f"BUNDLE={made}"], cwd=root, capture_output=True, text=True, check=False)  # noqa: S603
    if "npm error" in run.stderr:
        pytest.skip("npm cannot get esbuild here")
    assert run.returncode == 0, run.stderr
    assert made.read_text(encoding="utf-8") == script, "the modules have changed: make bundle"


def test_script_never_parses_markup(script: str) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function", script)


@pytest.mark.parametrize("tests", sorted(Path(__file__).parent.glob("page_*.test.mjs")), ids=lambda path: path.name)
def test_the_part_of_the_script_without_a_document(tests: Path) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs Node.js (20.19 or newer) to run the page's own modules")
    run = subprocess.run([node, "--test", str(tests)], capture_output=True, text=True, check=False)  # noqa: S603
    assert run.returncode == 0, run.stdout


def test_every_module_and_style_is_in_the_page(script: str) -> None:
    folder = files("kg.page")
    assert sorted(re.findall(r"^// kg/page/script/(.*)$", script, re.MULTILINE)) == sorted(MODULES)
    assert sorted(STYLES) == sorted(path.name for path in folder.joinpath("style").iterdir())


@pytest.mark.parametrize("name", MODULES)
def test_modules_are_small(name: str) -> None:
    text = files("kg.page").joinpath("script", name).read_text(encoding="utf-8")
    assert text.count("\n") <= 300


def test_types_of_the_script_are_right() -> None:
    tsc = os.environ.get("KG_TSC") or shutil.which("tsc")
    if tsc is None:
        pytest.skip("needs TypeScript: `npm install typescript` anywhere, and its tsc named in KG_TSC")
    folder = Path(str(files("kg.page").joinpath("script")))
    run = subprocess.run([tsc, "-p", str(folder.parent)], capture_output=True, text=True, check=False)  # noqa: S603
    assert run.returncode == 0, run.stdout
