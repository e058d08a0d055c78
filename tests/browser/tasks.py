"""What readers do again and again, and what they should find."""

import typing as t

from playwright.sync_api import Page

from kg.model import Graph

MARK_IS_VISIBLE: t.Final = """() => {
  const mark = document.querySelector("#panel mark").getBoundingClientRect();
  const box = document.querySelector("#panel .article").getBoundingClientRect();
  return mark.height > 0 && mark.top >= box.top && mark.bottom <= box.bottom && mark.top < innerHeight;
}"""


def evidence_text(graph: Graph, place: int) -> list[str]:
    """Return the sentences of a statement."""
    texts = {document.id: document.text for document in graph.documents}
    spans = [claim.evidence.span for claim in graph.statements[place].claims]
    return [texts[span.document][span.start : span.end] for span in spans]


def spans_of(graph: Graph, place: int) -> list[tuple[int, int]]:
    """Return start and end of each sentence of a statement, in UTF-16 units as browsers count."""
    texts = {document.id: document.text for document in graph.documents}

    def units(document: str, offset: int) -> int:
        return len(texts[document][:offset].encode("utf-16-le")) // 2

    spans = [claim.evidence.span for claim in graph.statements[place].claims]
    return [(units(span.document, span.start), units(span.document, span.end)) for span in spans]


def pause(page: Page, milliseconds: int) -> None:
    """Let the page's own clock run on: what it set for sooner has then been done, however busy the machine."""
    page.evaluate("(time) => new Promise((done) => setTimeout(done, time))", milliseconds)


def tab_to(page: Page, reached: str, most: int) -> int:
    """Press Tab until a condition of the page holds, and return how often; fail after `most` times."""
    for presses in range(1, most + 1):
        page.keyboard.press("Tab")
        if page.evaluate(reached):
            return presses
    raise AssertionError(f"not reached in {most} tabs: {reached}")
