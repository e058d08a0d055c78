"""How the page is drawn, and that nothing harms it: hostile text, odd and large graphs, screens, print, no scripts."""

import statistics
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
from playwright.sync_api import expect

from benchmarks.canvas_text import drawn_text, overlaps
from kg.model import Graph
from kg.page.appearance import LOOKS
from kg.page.drawing import draw
from kg.page.wording import visible
from tests.browser.cases import varied_graph
from tests.browser.conftest import Open
from tests.browser.graphs import large_graph, position, small_graph
from tests.browser.pictures import svg_text
from tests.browser.tasks import evidence_text, pause
from tests.export.examples import GRAPH, STATEMENTS

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "<a href='https://example.org'>href</a>",
    "\u202eright to left\u202c שלום",
    "👩🏽‍🚀 & <b>bold</b>",
    "a'\"`\\\n\t\x00b",
]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_no_label_lies_on_another_among_sixty_nodes(open_page: Open, width: int, height: int) -> None:
    page = open_page(large_graph(59), "#draw=everything", viewport={"width": width, "height": height}).page
    drawn = drawn_text(page)
    assert overlaps(drawn) == []
    assert len(drawn) >= 20  # a third of all; which have room depends on how important they are


@pytest.mark.parametrize(
    "address", ["#n=e00", "#s=s36", "#n=e02&depth=2", "#from=e00&to=e20", "#without=stated", "#d=d1"]
)
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_no_label_lies_on_another_whatever_is_chosen(open_page: Open, address: str, width: int, height: int) -> None:
    page = open_page("varied", address, viewport={"width": width, "height": height}).page
    drawn = drawn_text(page)
    assert overlaps(drawn) == []
    assert len(drawn) >= 3
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
    pause(page, 400)
    assert overlaps(drawn_text(page)) == []


def test_what_is_chosen_is_written_larger(open_page: Open) -> None:
    page = open_page("varied", "#draw=everything", viewport={"width": 390, "height": 844}).page
    before = {ink["text"]: ink["bottom"] - ink["top"] for ink in drawn_text(page)}
    page.evaluate("kg.select('n', kg.data.entities.findIndex(({ label }) => label === 'Blue Party'))")
    after = {ink["text"]: ink["bottom"] - ink["top"] for ink in drawn_text(page)}
    growth = {text: after[text] / before[text] for text in before if text in after}
    assert growth["Blue Party"] > 1.05 * statistics.median(growth.values())  # the view may be drawn smaller


def test_name_as_long_as_a_page_is_shortened_in_the_picture_alone(open_page: Open) -> None:
    name = "Long " * 100
    opened = open_page(small_graph(1, (name.strip(), "x" * 500)), viewport={"width": 390, "height": 844})
    page = opened.page
    assert overlaps(drawn_text(page)) == []
    assert max(len(ink["text"]) for ink in drawn_text(page)) <= 33
    page.locator('[data-statement="0"]').click()
    assert page.locator("#panel .subject bdi").first.inner_text() == name.strip()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert opened.messages == []


def test_lanes_bend_to_the_same_side_as_in_the_still_picture(open_page: Open) -> None:
    graph = small_graph(3)
    lanes = {edge.key: edge.lane for edge in draw(graph).edges}
    page = open_page(graph).page
    side = """(id) => {
      const { from, to, edgeType } = kg.canvas.network.body.edges[id];
      const [a, b] = from.id < to.id ? [from, to] : [to, from];
      const middle = edgeType.getPoint(0.5);
      return Math.sign(Math.round((b.x - a.x) * (middle.y - a.y) - (b.y - a.y) * (middle.x - a.x)));
    }"""
    assert [page.evaluate(side, key) for key in sorted(lanes)] == [lanes[key] for key in sorted(lanes)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_inert(open_page: Open, text: str) -> None:
    graph = small_graph(2, (text, text[::-1]), text, type_=text)
    opened = open_page(graph, own=True)
    page = opened.page
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.locator("#search").fill(text[:4])
    page.keyboard.press("Escape")
    page.locator('[data-statement="0"]').click()
    assert page.locator("#panel mark").text_content() == visible(graph.documents[0].text.split("\n\n")[0])
    page.locator("#panel .subject button").click()
    page.locator("#panel .statements button").last.click()
    page.mouse.move(*position(page, 0))
    assert page.locator("img, b:not(mark b), script:not([nonce]):not([type='application/json'])").count() == 0
    assert all(
        (link or "").startswith(("http", "#"))
        for link in page.evaluate("[...document.links].map((a) => a.getAttribute('href'))")
    )
    assert len(opened.requests) == 1
    assert opened.messages == []


def test_links_only_to_the_web(open_page: Open) -> None:
    entity = replace(GRAPH.entities[0], links=("https://example.org/a", "javascript:alert(1)", "wd:Q1"))
    page = open_page(Graph(GRAPH.documents, (entity,)), "#n=Lund_Bakery").page
    assert page.locator("#panel a").all_text_contents() == ["https://example.org/a"]
    assert "javascript:alert(1)" in page.locator("#panel").inner_text()


@pytest.mark.parametrize("address", ["", "#s=aaaa", "#n=O'Hara"])
def test_nothing_scrolls_sideways(open_page: Open, address: str) -> None:
    page = open_page(GRAPH, address).page
    for width, height in ((320, 640), (390, 844), (1280, 800), (3840, 2160)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_dark_scheme_has_a_dark_page_and_light_text(open_page: Open) -> None:
    page = open_page(GRAPH, color_scheme="dark").page
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 29)"
    assert page.evaluate("kg.canvas.nodes.get(1).font.color") == "#eceae4"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("scripts", [True, False])
def test_paper_has_the_picture_and_every_statement(open_page: Open, scheme: str, scripts: bool) -> None:
    page = open_page("varied", color_scheme=scheme, java_script_enabled=scripts).page
    document = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True))
    first = document[0].render(scale=1.5).to_numpy()[..., :3]
    corner = first[3, 3].astype(int)
    assert corner.min() >= 250  # white paper
    for type_ in ("Person", "Company"):
        blue, green, red = (int(LOOKS[type_].light[at : at + 2], 16) for at in (5, 3, 1))
        near = np.abs(first.astype(int) - [blue, green, red]).max(axis=2) < 12
        # the legend has one symbol of the type; all else is in the graph
        assert near.sum() > 250
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    lost = [words for place in range(46) for words in evidence_text(varied_graph(), place) if words not in text]
    assert lost == []


def test_print_shows_what_the_filters_leave(open_page: Open) -> None:
    page = open_page(GRAPH, "#relation=copy", color_scheme="dark").page
    page.emulate_media(media="print")
    expect(page.locator(".printed li:visible")).to_have_count(2)
    assert page.locator(".print h2").inner_text() == "2 of 14 statements"
    assert page.locator(".print svg path[fill=none]").count() == 2
    # dark on white, whatever the screen shows
    assert page.locator(".print svg text").first.get_attribute("fill") == "#1d2027"
    page.emulate_media(media="screen")
    expect(page.locator(".printed li")).to_have_count(0)
    assert page.evaluate("kg.canvas.nodes.get(9).font.color") == "#eceae4"


def test_no_label_of_the_saved_picture_lies_on_another(open_page: Open) -> None:
    page = open_page(large_graph(59), "#draw=everything", viewport={"width": 390, "height": 500}).page
    page.emulate_media(media="print")
    page.locator(".print svg").wait_for()
    drawn = svg_text(page, ".print svg text")
    assert len(drawn) > 60
    assert overlaps(drawn) == []


def test_page_without_texts_shows_the_sentences_alone(open_page: Open) -> None:
    opened = open_page(GRAPH, "#s=eeee", include_text=False)
    page = opened.page
    assert page.locator("#panel mark").all_text_contents() == ["Lund Bakery will hire Tom Reyes."]
    assert "Nobody came." not in page.content()
    page.locator(".source-line button").click()
    assert "This page has only the sentences" in page.locator("#panel").inner_text()
    assert page.locator("#panel [data-statement]").count() == 12
    assert opened.messages == []


def test_nothing_moves_where_motion_is_unwanted(open_page: Open) -> None:
    page = open_page(GRAPH, reduced_motion="reduce").page
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
    }).length"""
    assert page.evaluate(moving) == 0
    page.locator('[data-statement="0"]').click()
    assert page.evaluate("document.getAnimations().length") == 0


def test_rare_types_fold_away_in_the_legend(open_page: Open) -> None:
    entities = tuple(replace(entity, type=f"Type{n:02}") for n, entity in enumerate(GRAPH.entities))
    page = open_page(Graph(GRAPH.documents, entities, STATEMENTS)).page
    assert page.locator("[data-type]").count() == 14
    assert page.locator(".legend .chip:visible [data-type]").count() == 10
    page.get_by_text("4 more").click()
    assert page.locator(".legend .chip:visible [data-type]").count() == 14


def test_injected_script_is_blocked(open_page: Open) -> None:
    injected = "<script>window.injected = 1</script><img src=x onerror='window.injected = 2'></body>"
    page = open_page(GRAPH, change=lambda html: html.replace("</body>", injected)).page
    assert page.evaluate("window.injected") is None


@pytest.mark.parametrize("count", [1, 2, 30])
def test_parallel_edges_are_all_drawn_apart(open_page: Open, count: int) -> None:
    page = open_page(small_graph(count), "#draw=everything").page
    middle = "({ id }) => JSON.stringify(kg.canvas.network.body.edges[id].edgeType.getPoint(0.5))"
    middles = page.evaluate(f"kg.canvas.edges.get().map({middle})")
    assert len(set(middles)) == count


def test_self_loops_have_words(open_page: Open) -> None:
    said = replace(STATEMENTS[0], object="Marta_Lund")
    opened = open_page(Graph(GRAPH.documents, GRAPH.entities, (said,)))
    assert opened.page.evaluate("kg.canvas.words.length") == 1
    assert opened.messages == []


@pytest.mark.parametrize(
    "graph", [Graph(), Graph(GRAPH.documents, GRAPH.entities[:1]), Graph(documents=GRAPH.documents)]
)
def test_empty_graphs_have_a_page(open_page: Open, graph: Graph) -> None:
    opened = open_page(graph)
    assert "No statement was found." in opened.page.locator("#panel").inner_text()
    assert opened.messages == []
