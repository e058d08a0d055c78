"""A real Chromium, launched once, and pages opened in it from a file with every request noted and none let out.

A tab that a test is done with shows the page of the next one: a new tab takes as long as all that it then loads.
"""

import functools
import os
import shutil
import typing as t
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    Route,
    ViewportSize,
    expect,
    sync_playwright,
)

from benchmarks.canvas_text import RECORDER
from kg.export.iris import DEFAULT_BASE
from kg.model import Graph
from kg.page import to_html
from tests.browser.cases import CASES
from tests.conftest import SHARED

CHROMIUM = os.environ.get("KG_CHROMIUM") or next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser"))), None
)
"""The headless shell is Chromium without its windows, whose own pages take a third of the time of a test."""
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
Scheme: t.TypeAlias = t.Literal["dark", "light"]
Motion: t.TypeAlias = t.Literal["no-preference", "reduce"]
USUAL: t.Final = {
    "viewport": {"width": 1280, "height": 800},
    "color_scheme": "light",
    "reduced_motion": "reduce",
}
"""What a tab can be given again; whoever asks for other options of a context has one of their own."""
expect.set_options(timeout=30_000)  # as long as Playwright waits for anything else, for the machine may be busy


@dataclass
class Opened:
    """An open page with what it asked for and what it wrote to the console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Case:
    """A graph with the file of its page."""

    name: str
    file: Path

    @functools.cached_property
    def graph(self) -> Graph:
        """The graph, made where a test asks for it."""
        return graph_of_case(self.name)


@dataclass(frozen=True)
class Tabs:
    """Tabs of a browser that show one page after the other, each in a context of its own."""

    browser: Browser
    free: list[Opened] = field(default_factory=list)

    def take(self, *, viewport: ViewportSize, color_scheme: Scheme, reduced_motion: Motion) -> Opened:
        """Return an empty tab of this look."""
        tab = self.free.pop() if self.free else tab_in(self.browser.new_context())
        tab.page.set_viewport_size(viewport)
        tab.page.emulate_media(media="null", color_scheme=color_scheme, reduced_motion=reduced_motion)
        return tab

    def give_back(self, tab: Opened) -> None:
        """Empty a tab, with what its page kept in the browser, for the next test."""
        tab.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        tab.page.goto("about:blank")
        tab.requests.clear()
        tab.messages.clear()
        self.free.append(tab)


Open = Callable[..., Opened]
FindCase = Callable[[str], Case]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs Chromium: install it, or name it in KG_CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, headless=True)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    return Tabs(browser)


@pytest.fixture(scope="session")
def find_case(tmp_path_factory: pytest.TempPathFactory) -> FindCase:
    """Return a function that gives a case by its name; its page is built once, whichever process needs it first."""
    folder = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        folder = folder.parent

    @functools.cache
    def find(name: str) -> Case:
        file = folder / f"{name}.html"
        case = Case(name, file)
        with FileLock(file.with_suffix(".lock")):
            if not file.is_file():
                file.write_text(to_html(case.graph), encoding="utf-8")
        return case

    return find


def graph_of_case(name: str) -> Graph:
    return gold_graph() if name == "gold" else CASES[name]()


@functools.cache
def gold_graph() -> Graph:
    """Return the graph of the article that the project grew from."""
    article = SHARED / "gold" / "kaspersky.txt"
    if not article.is_file():
        pytest.skip("needs ../shared/gold/kaspersky.txt, which is not part of the repository")
    from kg import build

    return build(article)


@pytest.fixture
def open_page(browser: Browser, tabs: Tabs, tmp_path: Path, find_case: FindCase) -> Iterator[Open]:
    """Return a function that opens the page of a graph or of a case; options are those of a browser context.

    Nothing glides unless a test asks for it. A test that changes its tab for good asks for one of its own.
    """
    contexts: list[BrowserContext] = []
    taken: list[Opened] = []

    def open_(
        shown: Graph | str,
        address: str = "",
        *,
        change: Callable[[str], str] = str,
        base_iri: str = DEFAULT_BASE,
        include_text: bool = True,
        own: bool = False,
        **options: t.Any,
    ) -> Opened:
        if isinstance(shown, Graph):
            file = tmp_path / f"graph{len(contexts) + len(taken)}.html"
            file.write_text(change(page_of(shown, base_iri, include_text)), encoding="utf-8")
        else:
            file = find_case(shown).file
        chosen = {**USUAL, **options}
        if not own and chosen.keys() == USUAL.keys():
            taken.append(tabs.take(**chosen))
            return shown_in(taken[-1], file, address)
        contexts.append(browser.new_context(**chosen))
        return opened_in(contexts[-1], file, address)

    yield open_
    for context in contexts:
        context.close()
    for tab in taken:
        tabs.give_back(tab)


@functools.lru_cache(maxsize=16)
def page_of(graph: Graph, base_iri: str = DEFAULT_BASE, include_text: bool = True, embed: bool = False) -> str:
    """Return the page of a graph; most tests open the same one."""
    return to_html(graph, base_iri=base_iri, include_text=include_text, embed=embed)


def opened_in(context: BrowserContext, file: Path, address: str = "") -> Opened:
    """Open a file in a new tab of that context, with all that it asks for and says noted, and nothing let out."""
    return shown_in(tab_in(context), file, address)


def shown_in(tab: Opened, file: Path, address: str = "") -> Opened:
    """Open a file in a tab."""
    tab.page.goto(file.as_uri() + address)
    return tab


def tab_in(context: BrowserContext) -> Opened:
    """Return a new tab of that context, in which all that a page asks for and says is noted, and nothing let out."""
    context.add_init_script(RECORDER)
    opened = Opened(context.new_page())

    def note_request(request: Request) -> None:
        opened.requests.append(request.url)

    def note_message(message: ConsoleMessage) -> None:
        opened.messages.append(message.text)

    def keep_in(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            route.abort()

    opened.page.on("request", note_request)
    opened.page.on("console", note_message)
    opened.page.on("pageerror", lambda error: opened.messages.append(str(error)))
    opened.page.route("**/*", keep_in)
    return opened
