"""The overview of a larger graph: hubs with their words, what is folded under them, and how it opens."""

import pytest
from playwright.sync_api import Page

from benchmarks.canvas_text import drawn_text, overlaps
from kg.page.overview import MOST_NODES
from tests.browser.conftest import Open
from tests.browser.graphs import position, small_graph
from tests.browser.tasks import pause

LINES = "[...kg.canvas.lines.values()]"


def hub(page: Page) -> int:
    """Return the thing of the picture with most statements waiting."""
    found: int = page.evaluate("[...kg.canvas.waiting].sort((a, b) => b[1].length - a[1].length)[0][0]")
    return found


@pytest.mark.parametrize("name", ["gold", "varied", "2k", "50k"])
def test_few_things_are_drawn_first_and_words_can_be_read(open_page: Open, name: str) -> None:
    opened = open_page(name)
    page = opened.page
    assert 6 <= page.evaluate("kg.canvas.drawn.size") <= MOST_NODES + 1
    drawn = drawn_text(page)
    assert overlaps(drawn) == []
    pause(page, 300)
    letters = page.evaluate("[...kg.canvas.names.named.values()].map(({ text }) => 12 * text)")
    assert min(letters) * page.evaluate("kg.canvas.network.getScale()") >= 10.99
    words = page.evaluate("kg.canvas.words.length")
    assert words >= 0.6 * page.evaluate(f"{LINES}.length") or name.endswith("k")
    assert words > 3
    assert opened.messages == []


def test_what_waits_is_counted_and_opened_by_one_click(open_page: Open) -> None:
    page = open_page("2k").page
    key = hub(page)
    waiting = page.evaluate("(key) => kg.canvas.waiting.get(key).length", key)
    assert any(f"+{waiting}" in ink["text"] for ink in drawn_text(page))
    before = page.evaluate("kg.canvas.drawn.size")
    stood = page.evaluate("kg.canvas.network.getPositions(kg.data.network.nodes.map(({ id }) => id))")
    page.mouse.click(*position(page, key))
    assert page.evaluate("kg.canvas.drawn.size") > before
    assert page.evaluate("kg.canvas.waiting.get(kg.selection.place)?.length ?? 0") < waiting
    assert page.evaluate("kg.canvas.network.getPositions(kg.data.network.nodes.map(({ id }) => id))") == stood
    page.keyboard.press("Escape")
    assert page.evaluate("kg.canvas.drawn.size") == before


def test_parallel_statements_are_one_line_with_a_count(open_page: Open) -> None:
    page = open_page(small_graph(30)).page
    assert page.evaluate(f"{LINES}.map((line) => line.places.length)") == [15, 15]
    assert [ink["text"] for ink in drawn_text(page)].count("meet +14") >= 1
    page.get_by_role("button", name="Everything").click()
    assert page.evaluate(f"{LINES}.length") == 30
    assert page.evaluate("location.hash") == "#draw=everything"


def test_no_line_mixes_what_is_so_with_what_is_not(open_page: Open) -> None:
    page = open_page("varied").page
    tone = "(place) => kg.data.lines[kg.data.statement(place).standing].color"
    assert set(page.evaluate(f"{LINES}.map(({{ places }}) => new Set(places.map({tone})).size)")) == {1}


def test_what_belongs_to_a_name_is_drawn_as_it_with_its_words(open_page: Open) -> None:
    page = open_page("gold").page
    folded = page.evaluate(f"{LINES}.filter(({{ place, to }}) => to !== kg.data.statement(place).to)")
    assert any("12 top leaders" in line["label"].replace("\n", " ") for line in folded)
