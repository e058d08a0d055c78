"""The page in the frame that a notebook shows for `graph`, under the rules of those who show it."""

import base64

import pytest

from kg.graph import KnowledgeGraph
from tests.browser.conftest import Open
from tests.export.examples import GRAPH

INSERTED = """<!doctype html><meta charset="utf-8"><div id="output"></div>
<script>document.getElementById("output").innerHTML = decodeURIComponent(escape(atob("{}")));</script>"""
WEBVIEW = """<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"
content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; img-src https: data:;
font-src https:;
connect-src https:; child-src https: data:">{}"""


def shown(place: str) -> str:
    """Return a page that shows a graph as the classic notebook (text), JupyterLab (script) or VS Code (webview) do."""
    frame = KnowledgeGraph.of(GRAPH)._repr_html_()
    if place == "JupyterLab":
        return INSERTED.format(base64.b64encode(frame.encode()).decode())
    return (WEBVIEW if place == "VS Code" else "<!doctype html><meta charset='utf-8'>{}").format(frame)


@pytest.mark.parametrize("place", ["classic", "JupyterLab", "VS Code"])
def test_page_works_in_the_frame(open_page: Open, place: str) -> None:
    opened = open_page(GRAPH, change=lambda _: shown(place))
    inner = opened.page.frame_locator("iframe")
    inner.locator('[data-statement="4"]').click()
    assert inner.locator("#panel mark").inner_text() == "Lund Bakery will hire Tom Reyes."
    inner.get_by_role("button", name="Tom Reyes").first.click()
    assert inner.locator("#panel h2").inner_text() == "Tom Reyes"
    opened.page.keyboard.press("Escape")
    assert inner.locator("h2:visible").first.inner_text() == "Statements"
    inner.locator("#save summary").click()
    with opened.page.expect_download() as download:
        inner.get_by_role("button", name="CSV").click()
    assert download.value.path().read_text(encoding="utf-8-sig").startswith("Id,Subject,")
    assert len(opened.requests) == 1
    assert opened.messages == []


def test_frame_cannot_reach_the_notebook(open_page: Open) -> None:
    opened = open_page(GRAPH, change=lambda _: shown("classic"))
    frame = opened.page.frames[1]
    assert frame.evaluate("self.origin") == "null"
    reached = """() => {
      try { return parent.document.title; } catch (error) { return error.name; }
    }"""
    assert frame.evaluate(reached) == "SecurityError"
