"""The text that a page draws on its canvases, as boxes on the screen: the same measurement for any page.

A script that runs before those of the page records each call of `fillText` since the canvas was last cleared, with the
box of its ink under the current transformation; so the measurement needs no help of the page or its library.
"""

import typing as t

from playwright.sync_api import Page

RECORDER: t.Final = """(() => {
  const drawn = (window.drawnText = []);
  const prototype = CanvasRenderingContext2D.prototype;
  const { fillText, clearRect } = prototype;
  prototype.clearRect = function (...area) {
    drawn.length = 0;
    return clearRect.apply(this, area);
  };
  prototype.fillText = function (text, x, y, ...rest) {
    const ink = this.measureText(text);
    const { a, d, e, f } = this.getTransform();
    if (text.trim() && this.globalAlpha > 0) {
      drawn.push({
        text,
        left: a * (x - ink.actualBoundingBoxLeft) + e, right: a * (x + ink.actualBoundingBoxRight) + e,
        top: d * (y - ink.actualBoundingBoxAscent) + f, bottom: d * (y + ink.actualBoundingBoxDescent) + f,
      });
    }
    return fillText.call(this, text, x, y, ...rest);
  };
})();"""
"""The script to add to a page before its own: `context.add_init_script(RECORDER)`."""
TOLERANCE: t.Final = 1.0
"""Two boxes touch, rather than overlap, if they share no more pixels than this on either axis."""
BETWEEN_LINES: t.Final = 0.1
"""The share of their height by which lines of one label may overlap: vis-network sets them a font size apart, and the
highest and the deepest letters reach further, by .08 of it."""


class Ink(t.TypedDict):
    """A text, and the box of its ink in pixels of the canvas."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def drawn_text(page: Page) -> list[Ink]:
    """Return the text that the page has drawn since it last cleared its canvas."""
    found: list[Ink] = page.evaluate("window.drawnText")
    return found


def overlaps(drawn: list[Ink]) -> list[tuple[str, str]]:
    """Return the pairs of texts that overlap."""
    return [
        (one["text"], other["text"])
        for index, one in enumerate(drawn)
        for other in drawn[:index]
        if _shared(one["left"], one["right"], other["left"], other["right"]) > TOLERANCE
        and _shared(one["top"], one["bottom"], other["top"], other["bottom"]) > _room(one, other)
    ]


def _room(one: Ink, other: Ink) -> float:
    """Return how far two texts may reach into each other's height: lines of one label are close."""
    return max(TOLERANCE, BETWEEN_LINES * min(one["bottom"] - one["top"], other["bottom"] - other["top"]))


def _shared(start: float, end: float, other_start: float, other_end: float) -> float:
    return min(end, other_end) - max(start, other_start)
