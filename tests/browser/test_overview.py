"""The overview of a larger graph: hubs with their words, what is folded under them, and how it opens."""

import pytest
from playwright.sync_api import Page

from benchmarks.canvas_text import drawn_text, overlaps
from kg.page.overview import WIDE
from tests.browser.conftest import Open
from tests.browser.graphs import position, small_graph
from tests.browser.tasks import pause

LINES = "[...kg.canvas.lines.values()]"


def hub(page: Page) -> int:
    """Return the thing of the picture with most statements waiting."""
    found: int = page.evaluate("[...kg.canvas.waiting].sort((a, b) => b[1].length - a[1].length)[0][0]")
    return found


SIZES = [(1280, 800), (1920, 1080), (1024, 768), (390, 844)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["gold", "varied", "2k"])
def test_every_line_has_its_words_and_every_thing_its_name(open_page: Open, name: str, size: tuple[int, int]) -> None:
    opened = open_page(name, viewport={"width": size[0], "height": size[1]})
    page = opened.page
    pause(page, 300)
    assert page.evaluate("kg.canvas.drawn.size") <= WIDE.entities + 1
    lines = page.evaluate("[...kg.canvas.lines.keys()].sort((a, b) => a - b)")
    assert len(lines) > 1
    assert page.evaluate("kg.canvas.words.map(({ place }) => place).sort((a, b) => a - b)") == lines
    assert page.evaluate("kg.canvas.edges.getIds().sort((a, b) => a - b)") == lines
    nameless = "[...kg.canvas.drawn].filter((key) => !kg.canvas.names.named.has(key))"
    assert page.evaluate(f"{nameless}.every((key) => kg.data.values[key - kg.data.entities.length] === null)")
    assert overlaps(drawn_text(page)) == []
    letters = page.evaluate("[...kg.canvas.names.named.values(), ...kg.canvas.words].map(({ text }) => 12 * text)")
    assert min(letters) * page.evaluate("kg.canvas.network.getScale()") >= 10.99
    assert opened.messages == []


@pytest.mark.parametrize("size", [(390, 844), (1024, 768)])
def test_what_has_no_room_is_counted_at_its_thing(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page("varied", viewport={"width": size[0], "height": size[1]}).page
    assert page.evaluate("kg.canvas.waiting.size") > 0
    shown = page.evaluate(f"{LINES}.flatMap(({{ places }}) => places)")
    for key, waiting in page.evaluate("[...kg.canvas.waiting]"):
        assert set(waiting).isdisjoint(shown)
        label = page.evaluate("(key) => kg.data.entities[key].label.split(' ').at(-1)", key)
        assert any(ink["text"].endswith(f"{label}\u00a0+{len(waiting)}") for ink in drawn_text(page))


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
    now = page.evaluate("kg.canvas.network.getPositions(kg.data.network.nodes.map(({ id }) => id))")
    assert {node: now[node] for node in stood} == stood  # a node that was placed may be drawn only now
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
