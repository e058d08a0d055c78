"""What can be seen in a picture."""

import base64
import typing as t

from playwright.sync_api import Page

from benchmarks.canvas_text import Ink

COUNT_COLOURS: t.Final = """async (source) => {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
  return new Set(pixels).size;
}"""
"""How many colours the picture at an address has."""


def colours_of(page: Page, png: bytes) -> int:
    """Return how many colours a PNG file has."""
    count: int = page.evaluate(COUNT_COLOURS, "data:image/png;base64," + base64.b64encode(png).decode())
    return count


def svg_text(page: Page, selector: str) -> list[Ink]:
    """Return the texts of an SVG picture with the box of their ink, about: no halo, less high than a line."""
    found: list[Ink] = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].map((one) => {
          const { x, y, width, height } = one.getBBox();
          return { text: one.textContent, left: x, right: x + width, top: y + height * 0.25, bottom: y + height * 0.8 };
        })""",
        selector,
    )
    return found
