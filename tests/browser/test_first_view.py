"""What every page shows when it opens, whatever its graph: each check is made on each case."""

import random
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from benchmarks.canvas_text import drawn_text, overlaps
from benchmarks.contrast import contrast
from kg.page.overview import SIMPLE
from tests.browser.cases import CASES
from tests.browser.conftest import Case, FindCase, Open, Opened, opened_in
from tests.browser.graphs import position
from tests.browser.pictures import COUNT_COLOURS, svg_text
from tests.browser.tasks import MARK_IS_VISIBLE, evidence_text, spans_of, tab_to

ALL = ["gold", *CASES]
DRAWN_WHOLE = ["gold", "example", "varied", "one node", "self-loop", "30 parallel"]
SOMETHING = [name for name in ALL if name not in {"empty", "lonely"}]
QUICK = [name for name in SOMETHING if name != "50k"]
LARGE = ["2k", "50k"]
SIXTY = 60
EVERYTHING = "#draw=everything"
"""The first view of a larger graph is an overview, which test_overview.py tests."""
View = Callable[[str], tuple[Case, Opened]]


@pytest.fixture(scope="module")
def view(browser: Browser, find_case: FindCase) -> Iterator[View]:
    """Return a function that gives the first view of a case; it is opened once, so no test may change it."""
    contexts: list[BrowserContext] = []
    opened: dict[str, tuple[Case, Opened]] = {}

    def view_(name: str) -> tuple[Case, Opened]:
        if name not in opened:
            case = find_case(name)
            contexts.append(browser.new_context(viewport={"width": 1280, "height": 800}))
            opened[name] = case, opened_in(contexts[-1], case.file, EVERYTHING)
        return opened[name]

    yield view_
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", ALL)
def test_one_request_and_an_empty_console(view: View, name: str) -> None:
    case, opened = view(name)
    assert opened.requests == [case.file.as_uri()]
    assert opened.messages == []


@pytest.mark.parametrize("name", SOMETHING)
def test_picture_has_many_colours(view: View, name: str) -> None:
    _, opened = view(name)
    picture = opened.page.evaluate("document.querySelector('#graph canvas').toDataURL()")
    assert opened.page.evaluate(COUNT_COLOURS, picture) > 8


@pytest.mark.parametrize("name", DRAWN_WHOLE)
def test_every_statement_is_an_edge(view: View, name: str) -> None:
    case, opened = view(name)
    drawn = opened.page.evaluate("kg.canvas.network.body.edgeIndices.filter((id) => typeof id === 'number').length")
    assert drawn == len(case.graph.statements)


@pytest.mark.parametrize("name", LARGE)
def test_of_a_large_graph_a_part_is_drawn_and_all_is_listed(view: View, name: str) -> None:
    case, opened = view(name)
    total = f"{len(case.graph.statements):,}"
    assert 100 <= opened.page.evaluate("kg.canvas.nodes.length") <= 300
    assert opened.page.evaluate("kg.canvas.nodes.length") == opened.page.evaluate("kg.canvas.drawn.size")
    assert opened.page.locator("#shown-count").inner_text() == total
    assert opened.page.locator("#panel [data-statement]").count() == 100
    left = len(case.graph.statements) - 100
    assert opened.page.get_by_role("button", name=f"Show 100 more of {left:,}").is_visible()


@pytest.mark.parametrize("name", ALL)
def test_no_label_lies_on_another(view: View, name: str) -> None:
    case, opened = view(name)
    drawn = drawn_text(opened.page)
    assert overlaps(drawn) == []
    if name in SOMETHING:
        assert len(drawn) > len(case.graph.statements) / 2 or name in LARGE


@pytest.mark.parametrize("name", [*DRAWN_WHOLE])
def test_most_nodes_of_a_small_graph_have_their_names(view: View, name: str) -> None:
    case, opened = view(name)
    ends = sum(said.object is None for said in case.graph.statements)
    nodes = opened.page.evaluate("kg.canvas.nodes.length") - ends
    assert nodes >= opened.page.evaluate("kg.canvas.names.named.size") >= 0.75 * min(nodes, SIXTY)


@pytest.mark.parametrize("name", DRAWN_WHOLE)
def test_what_is_drawn_is_listed_too(view: View, name: str) -> None:
    _, opened = view(name)
    drawn = opened.page.evaluate(
        "kg.canvas.edges.getIds().filter((id) => typeof id === 'number').sort((a, b) => a - b)"
    )
    listed = opened.page.evaluate(
        "[...document.querySelectorAll('#panel [data-statement]')].map((one) => Number(one.dataset.statement))"
    )
    assert drawn == sorted(listed)


@pytest.mark.parametrize("name", ["varied", "2k"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_that_is_drawn_stands_out_from_its_background(open_page: Open, name: str, scheme: str) -> None:
    page = open_page(name, EVERYTHING, color_scheme=scheme).page
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    nodes = page.evaluate("kg.canvas.nodes.get().filter((n) => n.shape !== 'box').map((n) => n.color.background)")
    edges = page.evaluate("kg.canvas.edges.get().map((edge) => edge.color.color)")
    borders = page.evaluate("kg.canvas.nodes.get().filter((n) => n.shape === 'box').map((n) => n.color.border)")
    assert min(contrast(colour, paper) for colour in {*nodes, *edges, *borders}) >= 3
    # what is text needs more: WCAG 1.4.3
    assert min(contrast(colour, paper) for colour in {*edges, page.evaluate("kg.canvas.colours.ink")}) >= 4.5


@pytest.mark.parametrize("name", QUICK)
def test_same_positions_at_each_load(view: View, open_page: Open, name: str) -> None:
    _, first = view(name)
    again = open_page(name, EVERYTHING).page.evaluate("kg.canvas.network.getPositions()")
    assert first.page.evaluate("kg.canvas.network.getPositions()") == again


@pytest.mark.parametrize("name", QUICK)
def test_click_on_a_node_opens_it_and_its_address_restores_it(open_page: Open, name: str) -> None:
    page = open_page(name).page
    key = page.evaluate("Math.min(...kg.canvas.nodes.getIds())")
    page.mouse.click(*position(page, key))
    heading = page.locator("#panel h2")
    heading.wait_for()
    assert heading.inner_text() == page.evaluate("(key) => kg.data.entities[key % kg.data.room].label", key)
    assert page.evaluate("location.hash").startswith("#n=")
    page.reload()
    assert page.locator("#panel h2").inner_text() == page.evaluate(
        "(key) => kg.data.entities[key % kg.data.room].label", key
    )
    page.keyboard.press("Escape")
    assert page.evaluate("location.hash") == ""
    assert page.locator("h2:visible").first.inner_text() == "Statements"


@pytest.mark.parametrize("name", QUICK)
def test_evidence_is_within_six_tabs_and_marked_in_the_article(open_page: Open, find_case: FindCase, name: str) -> None:
    graph = find_case(name).graph
    page = open_page(name).page
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    tabs = 1 + tab_to(page, "document.activeElement.matches('[data-statement]')", 5)
    page.keyboard.press("Enter")
    place = page.evaluate("kg.selection.place")
    assert tabs <= 6
    assert page.locator("#panel mark").all_text_contents() == evidence_text(graph, place)
    some = random.Random(1).sample(range(len(graph.statements)), min(5, len(graph.statements)))  # noqa: S311 - a choice of cases
    for place in some:
        page.evaluate("(place) => kg.select('s', place)", place)
        assert page.locator("#panel mark").all_text_contents() == evidence_text(graph, place)
        assert page.evaluate(MARK_IS_VISIBLE)
        starts = page.evaluate("[...document.querySelectorAll('#panel mark')].map((one) => Number(one.dataset.start))")
        assert starts == [start for start, _ in spans_of(graph, place)]


@pytest.mark.parametrize("name", [name for name in ALL if name != "50k"])
def test_nothing_scrolls_sideways_on_a_narrow_screen(open_page: Open, name: str) -> None:
    page = open_page(name, viewport={"width": 320, "height": 700}).page
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 390, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("name", ["gold", "example", "varied", "2k", "empty", "self-loop", "30 parallel"])
def test_without_scripts_the_picture_and_all_statements_are_there(
    open_page: Open, find_case: FindCase, name: str
) -> None:
    graph = find_case(name).graph
    page = open_page(name, java_script_enabled=False).page
    assert page.locator(".picture svg").is_visible()
    spans = [{claim.evidence.span for claim in said.claims} for said in graph.statements]
    assert page.locator(".plain ol > li").count() == sum(map(len, spans))
    assert page.locator(".plain blockquote").count() == len(set().union(*spans))
    if name in DRAWN_WHOLE and len(graph.statements) <= SIMPLE:
        assert page.locator(".picture path.edge:not(.structural)").count() == len(graph.statements)
    assert not page.locator("#search").is_visible()


@pytest.mark.parametrize("name", ["gold", "example", "varied", "30 parallel"])
def test_without_scripts_no_label_lies_on_another(open_page: Open, name: str) -> None:
    page = open_page(name, java_script_enabled=False).page
    drawn = svg_text(page, ".picture svg text")
    assert len(drawn) >= page.locator(".picture .shape").count() > 1
    assert overlaps(drawn) == []
