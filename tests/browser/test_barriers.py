"""That nobody is shut out: rules of axe-core, the keyboard, focus that can be seen, and room to touch."""

from dataclasses import replace
from importlib.resources import files

import pytest
from playwright.sync_api import Page

from kg.model import Graph
from tests.browser.conftest import Open
from tests.browser.pictures import colours_of
from tests.browser.tasks import tab_to
from tests.export.examples import GRAPH, STATEMENTS

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
CONTRADICTED = Graph(GRAPH.documents, GRAPH.entities, (*STATEMENTS, replace(STATEMENTS[2], id="zzzz", negated=False)))
STATES = {
    "start": ("", None),
    "statement": ("#s=aaaa", None),
    "contradiction": ("#s=cccc", None),
    "thing": ("#n=Marta_Lund&depth=2", None),
    "document": ("#d=bakery", None),
    "path": ("#from=Tom_Reyes&to=Oslo", None),
    "filtered": ("#hide=Person&without=denied&confidence=0.5", ".filter-form summary"),
    "nothing left": ("#relation=copy&confidence=1", None),
    "communities": ("#colour=communities", None),
    "saving": ("", "#save summary"),
    "correcting": ("#n=Marta_Lund", ".correct > summary"),
}


def test_what_is_pressed_is_legible_at_once(open_page: Open) -> None:
    """A background that fades behind words that turn over at once cannot be read in between."""
    page = open_page(GRAPH).page
    fading = """(pressed) => {
      pressed.click();
      return document.getAnimations().filter(({ effect }) => effect.target.ariaPressed).length;
    }"""
    assert page.locator("[aria-pressed]").count() > 1
    for pressed in page.locator("[aria-pressed=false]").element_handles():
        assert pressed.evaluate(fading) == 0


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_barrier(open_page: Open, state: str) -> None:
    """The dark colours change nothing but contrasts."""
    address, press = STATES[state]
    page = open_page(CONTRADICTED, address, color_scheme="light").page
    if press is not None:
        page.locator(press).click()
    assert barriers(page) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 24, 29)"
    assert barriers(page, "color-contrast") == []


def barriers(page: Page, *rules: str) -> list[tuple[str, list[str]]]:
    """Return what axe-core finds by these rules, or by all of its own, with the elements."""
    page.evaluate("Promise.all(document.getAnimations().map((fading) => fading.finished))")
    page.evaluate(AXE)
    only = "(rules) => axe.run(rules.length ? { runOnly: rules } : {}).then(({ violations }) => violations)"
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in page.evaluate(only, rules)]


def test_axe_finds_the_barriers_that_are_put_in(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.evaluate("document.body.append(document.createElement('button'))")
    page.evaluate(
        """document.querySelector("#panel").append(Object.assign(
          document.createElement("p"), { textContent: "pale", style: "color: #777777; background: #888888" }))"""
    )
    assert [rule for rule, _ in barriers(page)] == ["button-name", "color-contrast"]
    assert [rule for rule, _ in barriers(page, "color-contrast")] == ["color-contrast"]


@pytest.mark.parametrize("address", ["", "#s=aaaa", "#n=Marta_Lund", "#d=bakery"])
def test_tab_goes_through_the_whole_page_and_out_of_it(open_page: Open, address: str) -> None:
    page = open_page(GRAPH, address).page
    stops = [stop(page) for _ in range(90)]
    assert "BODY" in stops
    once = stops[: stops.index("BODY")]
    controls = page.evaluate(
        """[...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")]
          .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex === 0)
          // of tabs and of radio buttons one is a stop
          .filter((one) => one.type !== "radio" || one.checked).length"""
    )
    assert len(once) == controls
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement !== document.body")


def stop(page: Page) -> str:
    """Press Tab and tell where the focus is."""
    page.keyboard.press("Tab")
    found: str = page.evaluate("document.activeElement.tagName")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_can_be_seen_wherever_it_is(open_page: Open, scheme: str) -> None:
    page = open_page(GRAPH, color_scheme=scheme).page
    while stop(page) != "BODY":
        handle = page.evaluate_handle("document.activeElement.closest('.chip, .histogram') ?? document.activeElement")
        box = handle.as_element().bounding_box()  # type: ignore[union-attr]  # it is an element
        assert box is not None
        around = {"x": max(0, box["x"] - 5), "y": max(0, box["y"] - 5)}
        around |= {"width": box["width"] + 10, "height": box["height"] + 10}
        with_focus = page.screenshot(clip=around, caret="hide")  # type: ignore[arg-type]  # a box is one
        page.evaluate("(window.left = document.activeElement).blur()")
        without = page.screenshot(clip=around, caret="hide")  # type: ignore[arg-type]  # a box is one
        name = page.evaluate("left.outerHTML.slice(0, 120)")
        page.evaluate("left.focus({ preventScroll: true })")
        assert with_focus != without, name


def test_picture_is_reached_by_what_stands_beside_it(open_page: Open) -> None:
    page = open_page(GRAPH).page
    assert page.evaluate("document.querySelectorAll('#graph [tabindex=\"0\"], #graph a, #graph button').length") == 0
    assert "arrow keys go from entity to entity" in (page.locator("#graph").get_attribute("aria-label") or "")
    tab_to(page, "document.activeElement.id === 'fit'", 12)
    page.keyboard.press("Enter")
    assert colours_of(page, page.locator("#graph").screenshot()) > 8


@pytest.mark.parametrize("address", ["", "#s=aaaa", "#n=Marta_Lund"])
def test_there_is_room_to_touch(open_page: Open, address: str) -> None:
    """WCAG 2.2, success criterion 2.5.8: 24 by 24 pixels, but for words within a sentence."""
    page = open_page(GRAPH, address, has_touch=True, viewport={"width": 390, "height": 844}).page
    small = page.evaluate(
        """[...document.querySelectorAll("button, summary, select, label.chip, input[type=search], label.undated")]
          .filter((one) => one.checkVisibility() && !one.closest(".skip") && !one.matches(".name-button, .go"))
          .filter((one) => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
          .map((one) => one.outerHTML.slice(0, 100))"""
    )
    assert small == []


def test_what_happens_is_said_to_screen_readers(open_page: Open) -> None:
    page = open_page(GRAPH).page
    said = page.locator("[role=status]")
    page.locator('[data-statement="0"]').click()
    assert said.text_content() == "Marta Lund founded Lund Bakery (1997)"
    page.keyboard.press("Escape")
    assert said.text_content() == "All statements"
    page.get_by_role("checkbox", name="Denied").uncheck()
    assert said.text_content() == "13 statements shown"
