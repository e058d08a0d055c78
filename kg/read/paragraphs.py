"""The paragraphs of a text: separated by blank lines, or one per line if there are no blank lines."""

import re
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.read.boilerplate import is_boilerplate, is_credit
from kg.read.dates import MONTH_AND_DAY

NARROWEST_WRAP: t.Final = 30
WIDEST_WRAP: t.Final = 120

_LINE_BREAKS: t.Final = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE: t.Final = re.compile(rf"[^{_LINE_BREAKS}]+|\r\n|[{_LINE_BREAKS}]")
_ITEM: t.Final = re.compile(r"(?:[-–—*•·▪◦]|\(?\d{1,3}[.)]|[a-z]\))\s+(?=\S)|\d{1,3}(?:\.\d{1,3})+\s+(?=[^\W\d_a-z])")
_NUMBER: t.Final = re.compile(rf"(?!{MONTH_AND_DAY})(\d{{1,3}})\s+(?=[^\W\d_a-z])")
_ENDED: t.Final = (".", "!", "?", ":", ";", "”", '"')


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The characters `start` to `end` (half-open) of a text; `text` has spaces in place of line breaks."""

    start: int
    end: int
    text: str

    def part(self, start: int, end: int) -> "Paragraph":
        """Return the characters `start` to `end` of this paragraph, without white space at either end."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        return Paragraph(self.start + start, self.start + start + len(piece), piece)


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text in order; lines wrapped at a fixed width are joined."""
    flat = text.translate(dict.fromkeys(map(ord, _LINE_BREAKS), " "))
    return tuple(
        Paragraph(group[0].start, group[-1].end, flat[group[0].start : group[-1].end])
        for block in _blocks(text)
        for group in _groups(block)
    )


def item_mark(text: str) -> int:
    """Return the length of the bullet or number at the start of a list item, or 0: `- Bread` gives 2."""
    match = _ITEM.match(text)
    return match.end() if match else 0


def paragraph_numbers(found: Sequence[Paragraph]) -> dict[int, int]:
    """Return the length of the number before each numbered paragraph, by index: `2 The firm appealed.` gives 2.

    Another paragraph has the number before it or after it.
    """
    matches = {index: match for index, each in enumerate(found) if (match := _NUMBER.match(each.text))}
    numbers = {int(match[1]) for match in matches.values()}
    return {n: match.end() for n, match in matches.items() if numbers & {int(match[1]) - 1, int(match[1]) + 1}}


def _blocks(text: str) -> Iterator[list[Paragraph]]:
    """Yield the lines between blank lines."""
    block: list[Paragraph] = []
    blank = False
    for match in _LINE.finditer(text):
        line = Paragraph(*match.span(), match[0]).part(0, len(match[0]))
        if line.text:
            block.append(line)
            blank = False
        elif match[0][0] in _LINE_BREAKS:
            if blank and block:
                yield block
                block = []
            blank = True
    if block:
        yield block


def _groups(block: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yield the groups of lines in a block that form one paragraph."""
    width = max(len(line.text) for line in block)
    alone = [is_boilerplate(line.text) or is_credit(line.text) for line in block]
    group = block[:1]
    for (before, line), (before_alone, line_alone) in zip(pairwise(block), pairwise(alone), strict=True):
        if before_alone or line_alone or not _runs_on(before.text, line.text, width):
            yield group
            group = []
        group.append(line)
    yield group


def _runs_on(before: str, line: str, width: int) -> bool:
    """Return whether a line continues the sentence or the paragraph of the previous line."""
    if item_mark(line):
        return False
    if line[0].islower() and not before.endswith(_ENDED):
        return True
    # a wrapped line is full: the next word would not have fit
    full = len(before) + 1 + len(line.split(maxsplit=1)[0]) > width
    return full and NARROWEST_WRAP <= width <= WIDEST_WRAP
