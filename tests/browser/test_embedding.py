"""The page for a frame in another page: a picture with its caption, and what was pressed over it."""

from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Opened, opened_in, page_of
from tests.export.examples import GRAPH

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
FURNITURE = ("header", "[role=tablist]", "#search", "#save", "#filters", "#statements", "#corrections")


def embedded(browser: Browser, folder: Path, address: str = "", **options: object) -> Opened:
    file = folder / "embed.html"
    file.write_text(page_of(GRAPH, embed=True, include_text=False), encoding="utf-8")
    context = browser.new_context(**{"viewport": {"width": 640, "height": 420}, **options})  # type: ignore[arg-type]  # any of its options
    return opened_in(context, file, address)


def test_only_the_picture_and_its_caption(browser: Browser, tmp_path: Path) -> None:
    opened = embedded(browser, tmp_path)
    page = opened.page
    for furniture in FURNITURE:
        expect(page.locator(furniture)).to_be_hidden()
    expect(page.locator(".caption")).to_contain_text("What 2 documents say")
    expect(page.locator(".caption")).to_contain_text("Source: The bakery")
    box = page.locator("#graph canvas").bounding_box()
    assert box is not None
    assert box["height"] > 420 / 2
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert opened.messages == []
    assert len(opened.requests) == 1
    page.context.close()


def test_what_is_pressed_opens_over_the_picture(browser: Browser, tmp_path: Path) -> None:
    page = embedded(browser, tmp_path, "#s=aaaa").page
    expect(page.locator("#panel h2")).to_be_in_viewport()
    expect(page.locator("[role=tablist]").first).to_be_hidden()
    expect(page.locator("#panel mark").first).to_be_in_viewport()
    page.get_by_role("button", name="← Picture").click()
    expect(page.locator("#statements")).to_be_hidden()
    page.evaluate("kg.select('n', 0)")
    expect(page.locator("#panel h2")).to_be_visible()
    expect(page.locator(".correct")).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "#s=aaaa"])
def test_nobody_is_shut_out(browser: Browser, tmp_path: Path, address: str, color_scheme: str) -> None:
    page = embedded(browser, tmp_path, address, color_scheme=color_scheme, viewport={"width": 320, "height": 400}).page
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate("Promise.all(document.getAnimations().map((fading) => fading.finished))")
    page.evaluate(AXE)
    # heading and landmarks of the whole are those of the page around it
    rules = "{ rules: { 'page-has-heading-one': { enabled: false } } }"
    found = page.evaluate(f"async () => (await axe.run({rules})).violations")
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    page.context.close()


def test_it_runs_in_a_frame_of_another_page(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "embed.html").write_text(page_of(GRAPH, embed=True, include_text=False), encoding="utf-8")
    article = '<!doctype html><p>Text.</p><iframe src="embed.html#n=Marta_Lund" width="600" height="400"></iframe>'
    (tmp_path / "article.html").write_text(article, encoding="utf-8")
    opened = opened_in(browser.new_context(), tmp_path / "article.html")
    frame = opened.page.frame_locator("iframe")
    expect(frame.locator("#panel h2")).to_have_text("Marta Lund")
    assert opened.messages == []
    opened.page.context.close()
