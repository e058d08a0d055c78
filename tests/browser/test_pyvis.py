"""That the page draws what stands in its pyvis network, and that the plain page of pyvis is safe and loads nothing."""

import json
import re
import typing as t
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.canvas_text import drawn_text
from kg.page import pyvis_page, to_pyvis
from tests.browser.conftest import Open, opened_in
from tests.browser.graphs import position, small_graph
from tests.browser.tasks import pause
from tests.export.examples import GRAPH

DATA: t.Final = re.compile(r'(<script type="application/json" id="data">)(.*?)(</script>)', re.DOTALL)
Change = Callable[[dict[str, t.Any]], object]


def with_network(change: Change) -> Callable[[str], str]:
    """Return what changes the network in the text of a page."""

    def changed(html: str) -> str:
        found = DATA.search(html)
        assert found is not None
        data = json.loads(found.group(2))
        change(data["network"])
        return html[: found.start(2)] + json.dumps(data).replace("<", "\\u003c") + html[found.end(2) :]

    return changed


def strip(network: dict[str, t.Any]) -> None:
    network["nodes"] = [{name: node[name] for name in ("id", "x", "y")} for node in network["nodes"]]
    network["edges"] = []


def picture(page: Page) -> str:
    pause(page, 300)
    return t.cast("str", page.evaluate("document.querySelector('#graph canvas').toDataURL()"))


def test_page_is_another_one_without_the_fields_of_the_network(open_page: Open) -> None:
    whole = open_page(GRAPH)
    bare = open_page(GRAPH, change=with_network(strip))
    assert picture(whole.page) != picture(bare.page)
    assert "Marta Lund" in [ink["text"] for ink in drawn_text(whole.page)]
    assert "Marta Lund" not in [ink["text"] for ink in drawn_text(bare.page)]


@pytest.mark.parametrize(
    ("field", "value"),
    [("label", "Somebody"), ("shape", "star"), ("size", 40), ("color", "#ff00ff"), ("font", {"size": 40})],
)
def test_each_field_of_a_node_is_drawn(open_page: Open, field: str, value: object) -> None:
    def change(network: dict[str, t.Any]) -> None:
        next(node for node in network["nodes"] if "Marta Lund" in node["label"])[field] = value

    assert picture(open_page(GRAPH).page) != picture(open_page(GRAPH, change=with_network(change)).page)


@pytest.mark.parametrize(("field", "value"), [("label", "kissed"), ("color", "#ff00ff"), ("width", 9), ("dashes", [9])])
def test_each_field_of_an_edge_is_drawn(open_page: Open, field: str, value: object) -> None:
    def change(network: dict[str, t.Any]) -> None:
        for edge in network["edges"]:
            edge[field] = value

    assert picture(open_page(GRAPH).page) != picture(open_page(GRAPH, change=with_network(change)).page)


def test_resting_on_a_node_tells_its_title(open_page: Open) -> None:
    opened = open_page(GRAPH)
    key = opened.page.evaluate("kg.data.entities.findIndex(({ label }) => label === 'Marta Lund')")
    opened.page.mouse.move(*position(opened.page, key))
    opened.page.mouse.move(*(place + 1 for place in position(opened.page, key)))
    tip = opened.page.locator(".vis-tooltip")
    tip.wait_for()
    assert tip.inner_text() == "Marta Lund\nPerson, named in 2 documents"
    assert opened.messages == []


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<img src=x onerror=alert(1)> href"])
def test_plain_page_is_safe_and_asks_for_nothing(browser: Browser, tmp_path: Path, text: str) -> None:
    file = tmp_path / "plain.html"
    graph = small_graph(3, (text, text[::-1]), text, type_=text)
    file.write_text(pyvis_page(to_pyvis(graph), text), encoding="utf-8")
    context = browser.new_context()
    opened = opened_in(context, file)
    opened.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    assert opened.page.evaluate("edges.length") == 3
    opened.page.mouse.move(300, 300)
    assert opened.page.evaluate("document.querySelectorAll('img').length") == 0
    assert opened.requests == [file.as_uri()]
    assert opened.messages == []
    context.close()
