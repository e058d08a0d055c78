"""How a reader finds things: filters, time, paths, neighbours, communities; each has an address of its own."""

import re
from dataclasses import replace
from datetime import date

import pytest
from playwright.sync_api import Page

from kg.model import Entity, Graph, Time
from tests.browser.conftest import FindCase, Open
from tests.browser.graphs import large_graph, small_graph
from tests.browser.tasks import evidence_text, pause
from tests.export.examples import CLAIMS, GRAPH, STATEMENTS


def listed(page: Page) -> list[int]:
    """Return the places of the statements in the list."""
    places: list[int] = page.evaluate(
        "[...document.querySelectorAll('#panel [data-statement]')].map((item) => Number(item.dataset.statement))"
    )
    return places


def address(page: Page) -> str:
    pause(page, 200)  # it follows the filters after a pause
    found: str = page.evaluate("location.hash")
    return found


def test_relation_and_confidence_filter_the_list_and_the_picture(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.locator(".filter-form summary").click()
    page.locator("#relation").select_option(label="copy (2)")
    assert sorted(listed(page)) == [6, 7]
    assert page.evaluate("kg.canvas.nodes.get({ filter: (node) => !node.hidden }).length") == 3
    page.locator("#confidence").fill("90")
    assert listed(page) == []
    assert "The filters hide every statement." in page.locator("#panel").inner_text()
    assert address(page) == "#relation=copy&confidence=0.9"
    page.get_by_role("button", name="Clear all filters").click()
    assert len(listed(page)) == len(STATEMENTS)
    assert address(page) == ""


def test_filters_of_the_address_are_restored_in_every_control(open_page: Open) -> None:
    page = open_page(GRAPH, "#hide=Person&without=denied&relation=copy&document=bakery&confidence=0.5").page
    assert listed(page) == [6]
    assert not page.get_by_role("checkbox", name="Person").is_checked()
    assert not page.get_by_role("checkbox", name="Denied").is_checked()
    page.locator(".filter-form summary").click()
    assert page.locator("#confidence").input_value() == "50"
    assert page.locator("#relation option:checked").inner_text() == "copy (2)"
    assert page.locator("#filter-count").inner_text() == "5 set"


def test_time_range_by_keyboard(open_page: Open) -> None:
    page = open_page(GRAPH).page
    first, last = page.get_by_label("Earliest time"), page.get_by_label("Latest time")
    assert page.locator(".time-said").inner_text() == "1997 – 20 Jul 2024"
    first.focus()
    page.keyboard.press("ArrowRight")
    assert listed(page) == [1, 8]
    assert first.get_attribute("aria-valuetext") == "15 Jul 2024"
    assert address(page) == "#since=2024-07-15&until=2024-07-20"
    page.get_by_label("undated").check()
    assert len(listed(page)) == len(STATEMENTS) - 1
    last.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert first.input_value() == last.input_value()
    assert page.locator(".time-said").inner_text() == "15 Jul 2024"


def test_time_handles_by_mouse(open_page: Open) -> None:
    page = open_page(GRAPH).page
    box = page.get_by_label("Latest time").bounding_box()
    assert box is not None
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] - 9, y)
    page.mouse.down()
    page.mouse.move(box["x"] + 9, y, steps=4)
    page.mouse.up()
    assert listed(page) == [0]


def test_no_slider_where_times_are_too_few(open_page: Open) -> None:
    assert not open_page(small_graph(3)).page.locator("#time").is_visible()


def test_histogram_counts_every_dated_statement(open_page: Open) -> None:
    times = [
        Time(day.isoformat(), day, day, "day", day.isoformat()) for day in (date(2020, m, 1) for m in (1, 1, 2, 12))
    ]
    said = [
        replace(STATEMENTS[n % 2], id=f"t{n}", time=time, claims=(CLAIMS["affirmed"],)) for n, time in enumerate(times)
    ]
    page = open_page(Graph(GRAPH.documents, GRAPH.entities, tuple(said))).page
    titles = page.locator(".histogram title").all_text_contents()
    assert titles == ["1 Jan 2020: 2", "1 Feb 2020: 1", "1 Dec 2020: 1"]


def test_shortest_path_is_found_by_keyboard_and_has_an_address(open_page: Open) -> None:
    page = open_page(GRAPH, "#n=Tom_Reyes").page
    page.get_by_label("Shortest path to").focus()
    page.keyboard.type("oslo")
    page.keyboard.press("Enter")
    assert address(page) == "#from=Tom_Reyes&to=Oslo"
    assert "3 steps" in page.locator("#panel .facts").inner_text()
    assert listed(page) == [4, 0, 11]
    assert page.evaluate("[...kg.canvas.light.edges].sort((a, b) => a - b)") == [0, 4, 11]
    page.reload()
    assert listed(page) == [4, 0, 11]


def test_no_path_says_so(open_page: Open) -> None:
    page = open_page(GRAPH, "#from=Tom_Reyes&to=Rivals").page
    assert "No path connects" in page.locator("#panel").inner_text()
    hidden = open_page(GRAPH, "#from=Tom_Reyes&to=Oslo&without=planned").page
    assert "No path connects" in hidden.locator("#panel").inner_text()


def test_neighbours_to_a_chosen_depth(open_page: Open) -> None:
    page = open_page(GRAPH, "#n=Tom_Reyes").page
    whole = page.evaluate("kg.canvas.nodes.length")
    sizes = []
    for depth in (1, 2, 3):
        page.get_by_role("button", name=str(depth), exact=True).click()
        sizes.append(page.evaluate("kg.canvas.nodes.length"))
        assert address(page) == f"#n=Tom_Reyes&depth={depth}"
    assert sizes == [3, 6, 9]
    page.reload()
    assert page.evaluate("kg.canvas.nodes.length") == 9
    assert page.get_by_role("button", name="3", exact=True).get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="Whole graph").click()
    assert page.evaluate("kg.canvas.nodes.length") == whole


def test_communities_colour_nodes_on_demand(open_page: Open) -> None:
    page = open_page(GRAPH).page
    colours = "[...kg.data.entities.keys()].map((key) => kg.canvas.nodes.get(key)?.color.background)"
    before = page.evaluate(colours)
    page.get_by_role("button", name="Communities").click()
    after = page.evaluate(colours)
    assert after != before
    groups = page.evaluate("kg.data.entities.map(({ community }) => community)")
    assert len({(group, colour) for group, colour in zip(groups, after, strict=True) if colour}) == len(set(groups))
    assert address(page) == "#colour=communities"
    names = page.locator("#groups button bdi").all_text_contents()
    assert "Lund Bakery" in names
    page.get_by_role("button", name="Types", exact=True).click()
    assert page.evaluate(colours) == before
    assert not page.locator("#groups").is_visible()


def test_contradictions_stand_side_by_side(open_page: Open) -> None:
    denied = replace(STATEMENTS[0], id="zzzz", negated=True, claims=(CLAIMS["negated"],))
    page = open_page(Graph(GRAPH.documents, GRAPH.entities, (*STATEMENTS, denied)), "#s=aaaa").page
    sides = page.locator(".contradiction .side")
    assert [side.locator("h4").inner_text().lower() for side in sides.all()] == ["affirmed", "negative"]
    boxes = [side.bounding_box() for side in sides.all()]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    assert "did not close the shop" in sides.last.inner_text()
    sides.last.get_by_role("button").click()
    assert address(page) == "#s=zzzz"
    page.keyboard.press("Escape")
    assert page.locator("[data-statement] .disputed").count() == 2


def test_statement_says_who_when_and_how(open_page: Open) -> None:
    page = open_page(GRAPH, "#s=gggg").page
    details = page.locator("#panel .details")
    assert details.inner_text().split("\n") == ["Said by", "Lund Bakery"]
    details.get_by_role("button").click()
    assert address(page) == "#n=Lund_Bakery"
    page = open_page(GRAPH, "#s=bbbb").page
    assert page.locator("#panel .details").inner_text().split("\n") == ["When", "20 July 2024", "Event", "sell"]


def test_each_piece_of_evidence_is_one_press_away(open_page: Open) -> None:
    graph = small_graph(40)
    claims = tuple(said.claims[0] for said in graph.statements)
    page = open_page(replace(graph, statements=(replace(graph.statements[0], claims=claims),)), "#s=s00Ada").page
    page.get_by_role("button", name="Go to the sentence").last.click()
    visible = """() => {
      const mark = [...document.querySelectorAll("#panel mark")].at(-1).getBoundingClientRect();
      const box = document.querySelector("#panel .article").getBoundingClientRect();
      return mark.top >= box.top && mark.bottom <= box.bottom;
    }"""
    assert page.evaluate(visible)


def test_document_panel_leads_to_its_statements_alone(open_page: Open) -> None:
    page = open_page(GRAPH, "#d=bakery").page
    page.get_by_role("button", name="Show only its statements").click()
    assert address(page) == "#document=bakery"
    assert len(listed(page)) == 12


def test_arrows_go_through_the_list(open_page: Open) -> None:
    page = open_page(GRAPH).page
    second = page.locator("#panel [data-statement]").nth(1).get_attribute("data-statement")
    page.locator("#panel [data-statement]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.statement") == second


def test_view_of_a_large_graph_follows_the_filters(open_page: Open) -> None:
    graph = large_graph(400)
    last = replace(graph.statements[-1], relation="found anew")
    page = open_page(replace(graph, statements=(*graph.statements[:-1], last)), "#draw=everything").page
    assert not page.evaluate("kg.canvas.drawn.has(400)")
    page.locator(".filter-form summary").click()
    page.locator("#relation").select_option(label="found anew (1)")
    page.get_by_text("Filtered statements").wait_for()
    assert page.evaluate("[...kg.canvas.drawn].sort((a, b) => a - b)") == [19, 400]
    page.get_by_role("button", name="Clear all filters").click()
    page.get_by_text("The 150 most important").wait_for()
    assert page.evaluate("kg.canvas.nodes.length") == 150


def test_everything_is_found_among_two_thousand_statements(open_page: Open, find_case: FindCase) -> None:
    graph = find_case("2k").graph
    opened = open_page("2k", "#draw=everything")
    page = opened.page
    assert page.evaluate("kg.canvas.nodes.getIds().every((key) => kg.canvas.network.getConnectedEdges(key).length)")
    assert f"most important of {len(graph.entities):,}" in page.locator("#view").inner_text()
    page.get_by_role("button", name="Show 100 more of 1,900").click()
    assert page.locator("#panel [data-statement]").count() == 200
    page.locator("#search").fill("report 1321 of")
    page.locator("#hits li").first.wait_for()
    page.keyboard.press("Enter")
    assert page.locator("#panel mark").all_text_contents() == evidence_text(graph, 1321)
    said = graph.statements[1321]
    ends = [int(said.subject[1:]), int(str(said.object)[1:])]
    assert page.evaluate("(ends) => ends.every((key) => kg.canvas.drawn.has(key))", ends)
    assert 2 <= page.evaluate("kg.canvas.nodes.length") <= 300
    page.get_by_role("button", name="Everything").click()
    assert 140 <= page.evaluate("kg.canvas.nodes.length") <= 150  # each is linked to another that is drawn
    assert opened.messages == []


def test_path_through_a_large_graph_draws_it(open_page: Open) -> None:
    page = open_page(large_graph(2000), "#from=e01999&to=e01000").page
    path = page.evaluate("kg.path()")
    assert len(path) == len(set(path)) > 2
    assert page.evaluate("(path) => path.every((key) => kg.canvas.drawn.has(key))", path)
    assert page.evaluate("kg.canvas.nodes.length") <= 300


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_no_view_draws_more_than_three_hundred_nodes(open_page: Open, depth: int) -> None:
    hub = tuple(Entity(f"e{n:04}", f"Thing {n}", "Thing", (), ()) for n in range(1200))
    spokes = tuple(
        replace(STATEMENTS[0], id=f"s{n:04}", subject=f"e{n // 600:04}", object=f"e{n:04}") for n in range(2, 1200)
    )
    page = open_page(Graph(GRAPH.documents, hub, spokes), f"#n=e0000&depth={depth}").page
    assert page.evaluate("kg.canvas.nodes.length") == 300


def test_right_to_left_names_keep_their_direction(open_page: Open) -> None:
    page = open_page(small_graph(1, ("שלום עולם", "مرحبا"))).page
    page.locator('[data-statement="0"]').click()
    assert page.evaluate("getComputedStyle(document.querySelector('#panel mark').parentElement).direction") == "rtl"
    assert page.locator("#panel .subject bdi").first.inner_text() == "שלום עולם"


def test_every_count_has_its_thousands_separated(open_page: Open) -> None:
    page = open_page("2k", "#draw=everything").page
    page.get_by_text("Filters", exact=True).click()
    counts = ".count, .counts, #view, #shown-count, .more, .undated, #relation option"
    shown = page.locator(counts).all_text_contents()
    assert any("2,000" in text for text in shown)
    assert [text for text in shown if re.search(r"\d{4}", text)] == []


def test_entities_of_one_name_are_told_apart_by_their_statements(open_page: Open) -> None:
    twins = small_graph(3, ("Ada", "Bo"))
    namesakes = Graph(
        twins.documents,
        (*twins.entities, Entity("e2Ada", "Ada", "Person", ("Ada",), twins.entities[0].chains, ("Ada",))),
        (*twins.statements[:2], replace(twins.statements[2], subject="e2Ada")),
    )
    page = open_page(namesakes).page
    page.locator("#search").fill("Ada")
    page.locator("#hits li").first.wait_for()
    hits = [hit for hit in page.locator("#hits li").all_inner_texts() if hit.startswith("Ada Person")]
    assert hits == ["Ada Person · 2 statements", "Ada Person · 1 statement"]
