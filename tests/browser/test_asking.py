"""How readers ask: questions, ranked names, chips, the time strip, several things at once; in few clicks."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from kg.model import Graph
from tests.browser.conftest import Open
from tests.browser.graphs import position, reported_graph
from tests.browser.tasks import pause
from tests.export.examples import GRAPH, STATEMENTS

LISTED = "[...document.querySelectorAll('#panel [data-statement]')].map((item) => Number(item.dataset.statement))"


def standings(page: Page) -> set[str]:
    """Return how the statements of the list are said."""
    return set(page.evaluate(f"{LISTED}.map((place) => kg.data.statement(place).standing)"))


def test_who_denies_is_a_question_of_two_presses(open_page: Open) -> None:
    opened = open_page("varied")
    page = opened.page
    page.locator("#search").fill("who denies")
    assert "Show all" in page.locator("#hits li").first.inner_text()
    page.keyboard.press("Enter")
    pause(page, 200)
    assert standings(page) == {"denied"}
    assert page.evaluate("location.hash") == "#q=who%20denies"
    page.reload()
    assert standings(page) == {"denied"}
    page.locator("#asked").click()
    assert len(standings(page)) > 3
    assert opened.messages == []


def test_more_than_twelve_statements_are_found_and_can_all_be_shown(open_page: Open) -> None:
    page = open_page("2k").page
    page.locator("#search").fill("ada stone 0")
    assert page.locator("#hits li").count() > 40
    assert page.locator("#hits li").first.inner_text().startswith("Ada Stone 0")
    page.locator("#hits li", has_text="Show all").click()
    page.get_by_text("Filtered statements").wait_for()
    assert page.locator("#filter-count").inner_text() == "1 set"


def test_one_offs_are_hidden_by_one_click(open_page: Open) -> None:
    page = open_page("gold").page
    count = page.evaluate("kg.data.oneOffs.size")
    assert count > 3
    page.locator(".chip", has_text="one-off").click()
    pause(page, 200)
    ends = page.evaluate(f"{LISTED}.flatMap((place) => [kg.data.columns.from[place], kg.data.columns.to[place]])")
    assert not set(ends) & set(page.evaluate("[...kg.data.oneOffs]"))
    assert page.evaluate("location.hash") == "#oneoffs=no"
    # no hole: what is left is laid out anew
    assert page.evaluate("kg.canvas.nodes.get().every((node) => !node.hidden)")


def test_a_chip_leaves_itself_alone_and_its_row_brings_all_back(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.locator(".chip-group", has_text="Denied").hover()
    page.get_by_role("button", name="Only Denied").click()
    assert standings(page) == {"denied"}
    page.locator("[data-all=standings]").click()
    assert len(page.evaluate(LISTED)) == len(STATEMENTS)


def test_a_bar_of_the_time_strip_is_pressed(open_page: Open) -> None:
    page = open_page(GRAPH).page
    assert page.locator(".axis span").first.inner_text() == "1997"
    page.locator(".bar-target").first.click()
    assert page.evaluate(LISTED) == [0]
    page.locator(".bar-target").first.click()
    assert len(page.evaluate(LISTED)) == len(STATEMENTS)


def test_no_time_strip_where_few_statements_are_dated(open_page: Open) -> None:
    graph = reported_graph(200)
    undated = tuple(replace(said, time=None) for said in graph.statements)
    dated = tuple(said for said in STATEMENTS if said.time)
    page = open_page(
        Graph((*graph.documents, *GRAPH.documents), (*graph.entities, *GRAPH.entities), (*undated, *dated))
    ).page
    assert not page.locator("#time").is_visible()


def test_all_between_several_things_is_shown_by_two_clicks(open_page: Open) -> None:
    opened = open_page("varied", "#draw=everything")
    page = opened.page
    page.mouse.click(*position(page, 0))
    page.locator("#panel h2").wait_for()
    page.keyboard.down("Shift")
    page.mouse.click(*position(page, 5))
    page.keyboard.up("Shift")
    assert page.locator("#panel h2").inner_text() == "Between these"
    assert page.evaluate("location.hash") == "#m=e00&m=e05&draw=everything"
    pairs = page.evaluate(f"{LISTED}.map((place) => [kg.data.columns.from[place], kg.data.columns.to[place]])")
    assert [0, 5] in pairs
    page.reload()
    assert page.locator(".together li").count() == 2
    page.get_by_role("button", name="Shortest path").click()
    assert page.evaluate("location.hash").startswith("#from=e00&to=e05")
    assert opened.messages == []


def test_between_things_of_a_large_graph_a_view_of_its_own(open_page: Open) -> None:
    page = open_page("2k", "#m=e000000&m=e000001").page
    assert {0, 1} <= set(page.evaluate("[...kg.canvas.drawn]"))
    assert page.evaluate("kg.canvas.view.kind") == "between"
    assert page.locator("#panel [data-statement]").count() > 0


def test_a_path_goes_over_structural_edges_where_no_statement_leads(open_page: Open) -> None:
    page = open_page("gold").page
    page.evaluate("""() => {
      const place = (name) => kg.data.entities.findIndex(({ label }) => label === name);
      kg.connect(place("KGB"), place("Kaspersky"));
    }""")
    assert "named inside" in page.locator("#panel .facts").inner_text()
    assert page.locator("#panel .hop").count() >= 2


@pytest.mark.parametrize("name", ["gold", "2k"])
def test_arrow_keys_walk_the_picture_whose_name_tells_what_it_shows(open_page: Open, name: str) -> None:
    page = open_page(name).page
    graph = page.get_by_role("application")
    assert "entities and" in str(graph.get_attribute("aria-label"))
    graph.focus()
    seen = {page.evaluate("kg.canvas.cursor")}
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowLeft", "ArrowUp", "ArrowUp"):
        page.keyboard.press(key)
        seen.add(page.evaluate("kg.canvas.cursor"))
    assert len(seen) >= 4
    label = page.evaluate("kg.data.entities[kg.canvas.cursor].label")
    assert label in page.locator("#status").inner_text()
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == label
