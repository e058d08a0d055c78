"""What moves and lights up: neighbours under the mouse, a phone where a swipe scrolls, an empty state that helps."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from playwright.sync_api import expect

from kg.model import Graph, Time
from tests.browser.conftest import Open
from tests.browser.graphs import position
from tests.browser.tasks import pause
from tests.export.examples import GRAPH, STATEMENTS

PHONE = {"width": 390, "height": 844}
DAYS = [date(2024, 11, 10 + number) for number in range(len(STATEMENTS))]
DATED = replace(
    GRAPH,
    statements=tuple(
        replace(said, time=Time(day.isoformat(), day, day, "day", "that day"))
        for said, day in zip(STATEMENTS, DAYS, strict=True)
    ),
)
"""Each of its statements has a day of its own."""
LIT = "kg.canvas.light && [...kg.canvas.light.nodes].sort((a, b) => a - b)"


def test_neighbours_are_lit_in_picture_and_list_where_the_mouse_rests(open_page: Open) -> None:
    opened = open_page(GRAPH)
    page = opened.page
    x, y = position(page, 1)
    page.mouse.move(x - 2, y - 2)
    page.mouse.move(x, y)
    pause(page, 200)
    touching = page.evaluate("kg.data.touching[1]")
    assert page.evaluate("[...kg.canvas.light.edges]") == touching
    assert page.locator("#panel .near").count() == len(touching)
    names = page.evaluate("[...kg.canvas.names.named.keys()]")
    page.mouse.move(5, 5)
    pause(page, 200)
    assert page.evaluate(LIT) is None
    assert page.locator("#panel .near").count() == 0
    assert page.evaluate("[...kg.canvas.names.named.keys()]") == names
    assert opened.messages == []


def test_a_statement_of_the_list_is_lit_in_the_picture(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.locator('[data-statement="0"]').hover()
    ends = page.evaluate("[kg.data.columns.from[0], kg.data.columns.to[0]].sort((a, b) => a - b)")
    assert page.evaluate(LIT) == ends
    page.locator("h1").hover()
    assert page.evaluate(LIT) is None


def test_what_is_chosen_stays_lit_whatever_the_mouse_passes(open_page: Open) -> None:
    page = open_page(GRAPH, "#n=Lund_Bakery").page
    lit = page.evaluate(LIT)
    page.locator("#panel [data-statement]").first.hover()
    assert page.evaluate(LIT) == lit


def test_on_a_phone_a_swipe_scrolls_the_page_and_leaves_the_picture(open_page: Open) -> None:
    page = open_page("varied", has_touch=True, is_mobile=True, viewport=PHONE).page
    page.get_by_role("button", name="Picture").first.click()
    pause(page, 300)
    before, stood = page.evaluate("scrollY"), page.evaluate("kg.canvas.network.getViewPosition()")
    box = page.locator("#graph").bounding_box()
    assert box is not None
    client = page.context.new_cdp_session(page)
    y = box["y"] + box["height"] / 2
    client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": 195, "y": y}]})
    for step in range(1, 11):
        client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": 195, "y": y + 20 * step}]})
        pause(page, 16)
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    pause(page, 300)
    assert page.evaluate("scrollY") < before - 100
    assert page.evaluate("kg.canvas.network.getViewPosition()") == pytest.approx(stood, abs=25)


def test_on_a_phone_the_list_comes_first(open_page: Open) -> None:
    page = open_page("varied", viewport=PHONE).page
    first, picture = page.locator("[data-statement]").first.bounding_box(), page.locator("#graph").bounding_box()
    assert first is not None
    assert picture is not None
    assert first["y"] < PHONE["height"] < picture["y"]
    assert page.locator("[data-statement]").count() == 12
    page.get_by_role("button", name="Show 12 more").click()
    assert page.locator("[data-statement]").count() == 24


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_the_picture_glides_to_its_new_size(open_page: Open, motion: str, moves: bool) -> None:
    page = open_page(GRAPH, reduced_motion=motion).page
    pause(page, 300)
    scale = page.evaluate("kg.canvas.network.getScale()")
    seen = page.evaluate("""async () => {
      const seen = [];
      kg.canvas.network.on("afterDrawing", () => seen.push(kg.canvas.network.getScale()));
      document.getElementById("zoom-in").click();
      for (let frame = 0; frame < 60; frame++) await new Promise((done) => requestAnimationFrame(done));
      return seen;
    }""")
    assert any(1.02 * scale < each < 1.27 * scale for each in seen) == moves
    assert page.evaluate("kg.canvas.network.getScale()") == pytest.approx(1.3 * scale)


def test_filters_that_hide_everything_say_so_and_can_be_taken_back(open_page: Open) -> None:
    page = open_page(GRAPH, "#confidence=1").page
    assert "The filters hide every statement." in page.locator("#panel").inner_text()
    page.get_by_role("button", name="Show all 14 statements").click()
    assert page.locator("#panel [data-statement]").count() == 14


def test_page_without_documents_says_what_to_do(open_page: Open) -> None:
    assert "kg build articles/ -o out" in open_page(Graph()).page.locator("#panel").inner_text()


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_what_stays_in_the_picture_glides_to_its_place(open_page: Open, motion: str, moves: bool) -> None:
    page = open_page("varied", reduced_motion=motion).page
    pause(page, 300)
    seen = page.evaluate("""async () => {
      const { network } = kg.canvas;
      const screen = (key) => network.canvasToDOM(network.getPosition(key));
      const [key] = [...kg.canvas.drawn].filter((each) => kg.data.entities[each]);
      const seen = [screen(key)];
      const note = () => seen.push(screen(key));
      // frames take their time on a busy machine
      let now = performance.now();
      performance.now = () => now;
      document.querySelector("[data-draw=everything]").click();
      for (let frame = 0; frame < 60; frame++) {
        await new Promise((done) => requestAnimationFrame(done));
        now += 16;
        note();
      }
      return seen.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`);
    }""")
    assert seen[0] != seen[-1]
    assert (len(set(seen)) > 2) == moves
    assert page.evaluate("kg.canvas.gliding") is None


@pytest.mark.parametrize("width", [320, 390, 700, 920, 1280])
def test_no_time_below_the_strip_touches_another(open_page: Open, width: int) -> None:
    page = open_page(DATED, viewport={"width": width, "height": 844}).page
    pause(page, 300)
    axis = page.locator(".axis").bounding_box()
    assert axis is not None
    times = page.locator(".axis span").evaluate_all(
        "(spans) => spans.map((span) => span.getBoundingClientRect()).map(({ left, right }) => [left, right])"
    )
    assert 2 <= len(times) <= 6
    assert all(right + 4 <= left for (_, right), (left, _) in pairwise(times))
    assert times[-1][1] <= axis["x"] + axis["width"] + 1


def test_more_times_are_named_where_there_is_room(open_page: Open) -> None:
    page = open_page(DATED, viewport=PHONE).page
    pause(page, 300)
    few = page.locator(".axis span").count()
    page.set_viewport_size({"width": 1280, "height": 844})
    expect(page.locator(".axis span")).to_have_count(6)
    assert few < 6


def test_on_a_phone_the_words_about_the_view_cover_no_part_of_the_picture(open_page: Open) -> None:
    page = open_page("varied", viewport=PHONE).page
    picture, words = page.locator("#graph canvas").bounding_box(), page.locator("#view").bounding_box()
    assert picture is not None
    assert words is not None
    assert picture["y"] + picture["height"] <= words["y"]


@pytest.mark.parametrize(
    ("width", "height"), [(800, 900), (900, 700), (1024, 768), (1100, 800), (1260, 800), (1300, 850)]
)
@pytest.mark.parametrize("address", ["", "#n=Blue_Party&depth=2"])
def test_the_words_about_the_view_are_beside_or_below_the_tools(
    open_page: Open, address: str, width: int, height: int
) -> None:
    page = open_page("varied", address, viewport={"width": width, "height": height}).page
    tools, words = page.locator(".tools").bounding_box(), page.locator("#view").bounding_box()
    assert tools is not None
    assert words is not None
    assert tools["x"] >= 0
    assert words["height"] < 60
    apart = words["x"] + words["width"] <= tools["x"] or words["y"] >= tools["y"] + tools["height"]
    assert apart


def test_an_address_of_something_that_is_gone_is_told(open_page: Open) -> None:
    page = open_page("varied", "#s=nosuch&since=garbage").page
    notice = page.locator("#notice")
    expect(notice).to_have_text(
        "The link names something that is not here: no statement “nosuch”, “garbage” is not a day such as 2024-06-30."
    )
    page.get_by_role("tab", name="Voices").click()
    expect(notice).to_be_hidden()
    assert open_page("varied", "#view=voices").page.locator("#notice").is_hidden()


def test_a_day_stands_on_one_line(open_page: Open) -> None:
    page = open_page(DATED, viewport=PHONE).page
    days = page.locator("#panel .day")
    assert days.count() > 3
    for width in range(320, 420, 10):
        page.set_viewport_size({"width": width, "height": 844})
        assert days.evaluate_all("(days) => Math.max(...days.map((day) => day.getClientRects().length))") == 1
