"""A card for each article: its headline and what it says of what it is most about."""

import re

import pytest
from playwright.sync_api import Page

from benchmarks.canvas_text import drawn_text, overlaps
from tests.browser.conftest import Open
from tests.browser.graphs import apart_graph, position
from tests.browser.tasks import pause

ARTICLES = "#draw=articles"
IS_OF = "(words) => words.place === place"
ROOM = "kg.data.room"


def on_screen(page: Page, point: str) -> tuple[float, float]:
    """Return where a point of the picture, as an expression of the page, stands on the screen."""
    script = f"""() => {{
      const {{ x, y }} = kg.canvas.network.canvasToDOM({point});
      const {{ left, top }} = document.getElementById("graph").getBoundingClientRect();
      return [x + left, y + top];
    }}"""
    x, y = page.evaluate(script)
    return x, y


def test_articles_with_nothing_in_common_come_first_as_cards(open_page: Open) -> None:
    opened = open_page(apart_graph(9))
    page = opened.page
    assert page.evaluate("kg.view.kind") == "articles"
    assert page.evaluate("location.hash") == ""
    shown = page.evaluate("kg.canvas.cards.length")
    assert 2 <= shown < 9
    written = {ink["text"] for ink in drawn_text(page)}
    assert {f"Ada{n}" for n in range(shown)} <= written
    assert page.locator("#view").inner_text().startswith(f"Articles 1–{shown} of 9")
    page.get_by_role("button", name="Next").click()
    assert page.evaluate("kg.canvas.cards[0].place") == shown
    page.get_by_role("button", name="Back").click()
    page.get_by_role("button", name="Overview").click()
    assert page.evaluate("[kg.view.kind, location.hash]") == ["first", "#draw=overview"]
    assert opened.messages == []


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (1024, 768), (390, 844)])
@pytest.mark.parametrize("name", ["varied", "apart"])
def test_every_line_on_a_card_has_its_words(open_page: Open, name: str, size: tuple[int, int]) -> None:
    graph = apart_graph(30) if name == "apart" else name
    page = open_page(graph, ARTICLES, viewport={"width": size[0], "height": size[1]}).page
    pause(page, 300)
    lines = page.evaluate("[...kg.canvas.lines.keys()].sort((a, b) => a - b)")
    assert lines
    assert page.evaluate("kg.canvas.words.map(({ place }) => place).sort((a, b) => a - b)") == lines
    # no card is empty
    assert page.evaluate("kg.canvas.cards.every(({ lines }) => lines.length > 0)")
    assert overlaps(drawn_text(page)) == []
    letters = page.evaluate("[...kg.canvas.names.named.values(), ...kg.canvas.words].map(({ text }) => 12 * text)")
    assert min(letters) * page.evaluate("kg.canvas.network.getScale()") >= 10.99


def test_no_name_crosses_the_border_of_its_card(open_page: Open) -> None:
    page = open_page(apart_graph(6, ("WWWW WWWWW WWWWWWWWWW", "MMMM MMMMM MMMMMMMMMM")), ARTICLES).page
    pause(page, 300)
    names = page.evaluate(f"""[...kg.canvas.names.named.values()].map(({{ key, x, width }}) => {{
      const card = kg.canvas.cards.find(({{ place }}) => place === Math.floor(key / {ROOM}) - 1);
      return [Math.abs(x - card.x) + width / 2, card.width / 2];
    }})""")
    assert len(names) == 2 * page.evaluate("kg.canvas.cards.length")
    assert [reach for reach, half in names if reach > half] == []


def test_a_card_tells_what_its_article_says_as_it_is_said(open_page: Open) -> None:
    page = open_page("varied", ARTICLES).page
    cards = page.evaluate("kg.canvas.cards.map(({ document, lines }) => [document, lines.map(({ place }) => place)])")
    for document, places in cards:
        for place in places:
            said = page.evaluate("(place) => ({ ...kg.data.statement(place) })", place)
            assert document in {piece["document"] for piece in said["evidence"]}
            edge = page.evaluate("(place) => kg.canvas.edges.get(place)", place)
            assert edge["dashes"] == page.evaluate("(name) => kg.data.lines[name].dashes", said["standing"])
            ends = page.evaluate(f"([from, to]) => [from % ({ROOM}), to % ({ROOM})]", [edge["from"], edge["to"]])
            assert ends == [said["from"], said["to"]]
            rows = page.evaluate(f"(place) => kg.canvas.words.find({IS_OF}).rows.join(' ')", place)
            assert rows.removesuffix(" +1") == said["label"]


def test_a_thing_is_on_each_card_that_tells_of_it_and_lights_up_on_all(open_page: Open) -> None:
    page = open_page("varied", ARTICLES).page
    keys = page.evaluate(f"[...kg.canvas.drawn].map((key) => [key, key % ({ROOM})])")
    twice = [key for key, thing in keys if [other for _, other in keys].count(thing) > 1]
    assert twice
    page.evaluate("(node) => kg.canvas.network.body.emitter.emit('hoverNode', { node })", twice[0])
    thing = dict(keys)[twice[0]]
    lit = page.evaluate("[...kg.canvas.light.nodes]")
    assert {key for key, other in keys if other == thing} <= set(lit)


def test_presses_on_a_card_open_its_article_thing_and_statement(open_page: Open) -> None:
    page = open_page("varied", ARTICLES).page
    x, y = on_screen(page, "(({ x, y, height }) => ({ x, y: y - height / 2 + 18 }))(kg.canvas.cards[1])")
    page.mouse.click(x, y)
    assert page.evaluate("[kg.selection.kind, kg.selection.place]") == ["d", page.evaluate("kg.data.cards[1][0]")]
    page.keyboard.press("Escape")
    x, y = on_screen(page, "kg.canvas.words[0]")
    page.mouse.click(x, y)
    assert page.evaluate("kg.selection.kind") == "s"
    assert page.evaluate("kg.view.kind") == "articles"
    page.keyboard.press("Escape")
    hub = page.evaluate("kg.canvas.cards[0].hub")
    page.mouse.click(*position(page, hub))
    assert page.evaluate(f"kg.selection.place === {hub} % ({ROOM})")
    assert page.evaluate("kg.view.kind") == "around"
    # what is chosen is pressed again: the way back
    page.get_by_role("button", name="Articles").click()
    assert page.evaluate("kg.view.kind") == "articles"


def test_cards_are_walked_by_arrow_keys_and_saved_with_their_headlines(open_page: Open) -> None:
    page = open_page("varied", ARTICLES).page
    page.locator("#graph").focus()
    first = page.evaluate("kg.canvas.cursor")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("kg.canvas.cursor") != first
    page.keyboard.press("Enter")
    assert page.evaluate("kg.selection.kind") == "n"
    page.get_by_role("button", name="Articles").click()
    page.locator("#save summary").click()
    with page.expect_download() as download:
        page.locator("[data-format=svg]").click()
    written = download.value.path().read_text(encoding="utf-8")
    assert all(f">Report {n}<" in written for n in range(3))


def test_what_is_decided_holds_on_the_cards(open_page: Open) -> None:
    page = open_page("varied", ARTICLES).page
    place = page.evaluate("kg.canvas.cards[0].lines[0].place")
    page.evaluate("(place) => kg.select('s', place)", place)
    page.get_by_role("button", name="Mark as wrong").click()
    page.get_by_role("button", name="Articles").click()
    assert not page.evaluate("(place) => kg.canvas.lines.has(place)", place)


def test_headlines_stand_on_their_cards_on_paper(open_page: Open) -> None:
    page = open_page("varied", ARTICLES).page
    page.emulate_media(media="print")
    page.locator(".print svg").wait_for()  # drawn when the browser tells that it prints, which is later than the call
    titles = page.locator(".print svg text").filter(has_text=re.compile(r"^Report \d$"))
    assert titles.count() == 3
    anchors = titles.evaluate_all("(texts) => texts.map((text) => getComputedStyle(text).textAnchor)")
    assert set(anchors) == {"start"}
