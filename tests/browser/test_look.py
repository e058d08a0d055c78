"""What moves and lights up: neighbours under the mouse, a phone where a swipe scrolls, an empty state that helps."""

import pytest

from kg.model import Graph
from tests.browser.conftest import Open
from tests.browser.graphs import position
from tests.browser.tasks import pause
from tests.export.examples import GRAPH

PHONE = {"width": 390, "height": 844}
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
