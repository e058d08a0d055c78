"""A real Chromium, launched once, and pages opened in it from a file with every request noted and none let out."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route, sync_playwright

from kg.export.iris import DEFAULT_BASE
from kg.export.page import to_html
from kg.model import Graph

CHROMIUM = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@dataclass
class Opened:
    """An open page with what it asked for and what it wrote to the console."""

    page: Page
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("needs Chromium: install it, or name it in KG_CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS, headless=True)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens the page of a graph; options are those of a browser context."""
    contexts: list[BrowserContext] = []

    def open_(
        graph: Graph,
        address: str = "",
        *,
        change: Callable[[str], str] = str,
        base_iri: str = DEFAULT_BASE,
        include_text: bool = True,
        **options: object,
    ) -> Opened:
        file = tmp_path / f"graph{len(contexts)}.html"
        file.write_text(change(to_html(graph, base_iri=base_iri, include_text=include_text)), encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})  # type: ignore[arg-type]  # any of its options
        contexts.append(context)
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
        opened.page.goto(file.as_uri() + address)
        return opened

    yield open_
    for context in contexts:
        context.close()
