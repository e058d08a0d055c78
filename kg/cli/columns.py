"""Tables on a terminal: columns as wide as their widest cell."""

import re
import typing as t
from collections.abc import Iterable, Sequence

_CONTROL: t.Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def aligned(rows: Iterable[Sequence[str]]) -> list[str]:
    """Return one line per row, with cells padded to the width of their column; all rows have as many cells."""
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]


def in_blocks(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of one block per row, with a line per column and an empty line between two rows."""
    blocks = [aligned([*zip(header, row, strict=True)]) for row in rows]
    return [line for number, block in enumerate(blocks) for line in (*([""] if number else []), *block)]


def printable(text: str) -> str:
    """Return text on one line that cannot control the terminal: U+FFFD for control and direction characters."""
    return _CONTROL.sub("\ufffd", " ".join(text.split()))
