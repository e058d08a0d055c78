"""Make the pictures of the page that the documentation shows, each beside this file: `python docs/images/make.py`.

Needs Chromium and the development dependencies. The fonts are those of the machine; on Debian `fonts-noto-core` and
`fonts-urw-base35` look better than what is there without them.
"""

import shutil
import tempfile
import typing as t
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from kg import build

HERE: t.Final = Path(__file__).resolve().parent
DATA: t.Final = HERE.parent.parent / "data"
ARTICLE: t.Final = "2024-06-20-commerce-ban.txt"


class View(t.NamedTuple):
    """A page (of all articles or of one), a screen, its colour scheme, and what is done before the picture is taken."""

    page: t.Literal["all", "one"] = "all"
    width: int = 1280
    height: int = 800
    scheme: t.Literal["light", "dark"] = "light"
    act: Callable[[Page], None] = lambda page: None


def _open_uncertain(page: Page) -> None:
    page.locator("[data-statement]:has(.said-possible)").first.click()


def _open_thing(page: Page) -> None:
    page.locator("#search").fill("Kaspersky")
    page.keyboard.press("Enter")


def _show_communities(page: Page) -> None:
    page.get_by_role("button", name="Communities").click()


def _show_articles(page: Page) -> None:
    page.get_by_role("button", name="Articles").click()


def _filter_time(page: Page) -> None:
    page.get_by_label("Earliest time").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")


def _print(page: Page) -> None:
    page.emulate_media(media="print")
    page.locator(".print svg").wait_for()


VIEWS: t.Final = {
    "graph": View("one", act=_open_uncertain),
    "overview": View(),
    "large-screen": View(width=1920, height=1080),
    "articles": View(act=_show_articles),
    "dark": View(scheme="dark", act=_open_thing),
    "communities": View(act=_show_communities),
    "time": View(act=_filter_time),
    "narrow": View("one", 390, 844),
    "print": View("one", 794, 1123, act=_print),
    "narrow-statement": View("one", 390, 844, "dark", act=_open_uncertain),
}


def main() -> None:
    """Build the pages of the sample articles, and write one picture for each view."""
    names = ("chromium", "chromium-browser", "chromium-headless-shell")
    chromium = next(filter(None, map(shutil.which, names)), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = {"all": Path(folder) / "all.html", "one": Path(folder) / "one.html"}
        pages["all"].write_text(build(DATA).to_html(), encoding="utf-8")
        pages["one"].write_text(build(DATA / ARTICLE).to_html(), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for name, view in VIEWS.items():
            _picture(browser, pages[view.page], name, view)
        browser.close()


def _picture(browser: Browser, page: Path, name: str, view: View) -> None:
    size: t.Any = {"width": view.width, "height": view.height}
    context = browser.new_context(viewport=size, color_scheme=view.scheme, reduced_motion="reduce")
    opened = context.new_page()
    opened.goto(page.as_uri())
    view.act(opened)
    # the list keeps a focus ring from the keys, which the picture is not about
    opened.evaluate("document.activeElement.blur()")
    opened.screenshot(path=HERE / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main()
