"""Make the pictures of the page that the documentation shows: `python docs/images/make.py GRAPH.html`.

Needs Chromium and the development dependencies; each picture is written beside this file.
"""

import shutil
import sys
import typing as t
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).resolve().parent


class View(t.NamedTuple):
    """A screen, its colour scheme, and what is done before the picture is taken."""

    width: int = 1280
    height: int = 800
    scheme: t.Literal["light", "dark"] = "light"
    act: Callable[[Page], None] = lambda page: None


def _open_statement(page: Page) -> None:
    page.locator("[data-statement]").first.click()


def _show_communities(page: Page) -> None:
    page.get_by_role("button", name="Communities").click()


def _filter_time(page: Page) -> None:
    page.get_by_label("Earliest time").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")


def _print(page: Page) -> None:
    page.emulate_media(media="print")
    page.locator(".print svg").wait_for()


VIEWS: t.Final = {
    "graph": View(act=_open_statement),
    "overview": View(),
    "dark": View(scheme="dark", act=_open_statement),
    "communities": View(scheme="dark", act=_show_communities),
    "time": View(act=_filter_time),
    "narrow": View(390, 844),
    "print": View(794, 1123, act=_print),
}


def main(page: Path) -> None:
    """Write one picture for each view of the page in that file."""
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, view in VIEWS.items():
            _picture(browser, page, name, view)
        browser.close()


def _picture(browser: Browser, page: Path, name: str, view: View) -> None:
    context = browser.new_context(viewport={"width": view.width, "height": view.height}, color_scheme=view.scheme)
    opened = context.new_page()
    opened.goto(page.resolve().as_uri())
    view.act(opened)
    # the list keeps a focus ring from the keys, which the picture is not about
    opened.evaluate("document.activeElement.blur()")
    opened.screenshot(path=HERE / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
