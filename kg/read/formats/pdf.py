"""PDF: join the lines of each page to paragraphs, and drop what is repeated at the edges of the pages."""

import io
import re
import statistics
import typing as t
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, pairwise

from kg.errors import UnreadableDocument, in_words
from kg.model import Place
from kg.read.file import File, Part
from kg.read.formats.libraries import hush
from kg.read.paragraphs import item_mark

MOST_PAGES: t.Final = 5_000
EDGE: t.Final = 3
"""The number of lines at the top and bottom of a page that may be repeated on others."""
TOP: t.Final = 8
"""The number of lines of the first page that may contain its heading."""
GAP: t.Final = 1.25
"""The gap between two paragraphs, in usual line heights."""
SHORT: t.Final = 0.8
"""The share of the page width below which a line ends a paragraph, because the next word would have fit."""
OTHER_SIZE: t.Final = 1.15
"""The minimum ratio of the font size of a heading to the other text."""

_LIGATURES: t.Final = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_PAGE_NUMBER = re.compile(r"[^\w]*\d{1,4}[^\w]*|[^\W\d]+ \d{1,4}(?: (?:/|[^\W\d]+) \d{1,4})?")
_DIGITS = re.compile(r"\d+")
_ADDRESS_OR_MOMENT = re.compile(r"\b(?:https?|file)://\S|\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? +\d{1,2}[:.]\d\d")
"""What browsers print at the edges of a page, next to its number and the title."""
_HYPHEN = re.compile(r"[^\W\d]{2,}[-\u2010\u00ad]$")
_AROUND: t.Final = ".,;:()"
_ENDED: t.Final = (".", "!", "?", ":", ";", "”", '"', ")", "’")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, its vertical and horizontal start (in points), and its font size."""

    text: str
    y: float
    x: float
    size: float


def read_pdf(file: File) -> Iterator[Part]:
    """Yield the text of a PDF with the span of each page.

    Raises:
        UnreadableDocument: it is encrypted, broken, or has no text.
    """
    from pypdf.errors import PyPdfError

    hush("pypdf")
    try:
        pages, title, created = _pages(file.data)
    except (PyPdfError, *_OF_BROKEN_FILES) as error:
        raise UnreadableDocument(f"is a broken PDF: {in_words(error)}") from error
    cleaned = without_edges(pages)
    text, places = joined(cleaned)
    if not text and _has_pictures(file.data):
        reason = "is scanned: images of pages without text"
        raise UnreadableDocument(reason, kind="scanned", advice="run OCR on it first")
    if not text:
        raise UnreadableDocument("is a PDF without text", kind="empty")
    # a title that is not a headline on the page is the name of a template or a file
    shown = title if title and title in " ".join(text[: 4 * len(title) + 500].split()) else None
    yield Part(text, title=shown or heading(cleaned), created=created, places=places)


def _pages(data: bytes) -> tuple[list[list[Line]], str | None, date | None]:
    """Return the lines of each page, the title, and the creation date of the file."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not _opened(reader):
        raise UnreadableDocument("is encrypted", kind="encrypted", advice="save it without a password")
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableDocument(f"has more than {MOST_PAGES} pages", kind="too large", advice="split it")
    return [_lines(page) for page in reader.pages], *_information(reader)


def _has_pictures(data: bytes) -> bool:
    import pypdf

    try:
        return any(len(page.images) > 0 for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    except Exception:  # an image format unknown to pypdf or the imaging library
        return True


_OF_BROKEN_FILES: t.Final = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, OSError),
    *(RecursionError, ArithmeticError, NotImplementedError, EOFError, UnicodeError),
)
"""The errors that pypdf raises for malformed files, in addition to its own error classes."""


def _opened(reader: t.Any) -> bool:
    """Return whether an empty password opens the file."""
    from pypdf.errors import DependencyError

    try:
        return bool(reader.decrypt(""))
    except DependencyError:
        return False


def _information(reader: t.Any) -> tuple[str | None, date | None]:
    try:
        found = reader.metadata
        title, created = (found.title, found.creation_date) if found else (None, None)
    except _OF_BROKEN_FILES:  # a wrong date is no reason to reject the file
        return None, None
    return " ".join(str(title).split()) if title else None, created.date() if created else None


def _lines(page: t.Any) -> list[Line]:
    """Return the lines of a page in drawing order."""
    pieces: list[Line] = []

    def note(text: str, cm: Sequence[float], tm: Sequence[float], _font: object, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        height = abs(size * (tm[3] or 1.0) * (cm[3] or 1.0))
        pieces.extend(Line(piece, y, x, height) for piece in re.findall(r"\n|[^\n]+", text))

    page.extract_text(visitor_text=note)
    lines: list[list[Line]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            lines.append([])
        elif piece.text.strip() or lines[-1]:
            lines[-1].append(piece)
    return [replace(line[0], text=_clean("".join(piece.text for piece in line))) for line in lines if line]


def _clean(text: str) -> str:
    return " ".join(text.translate(_LIGATURES).replace("\0", "").split())


def without_edges(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without non-text lines at their edges.

    These are lines repeated on other pages, page numbers, and what a browser prints around a web page: the address
    and time, if the page number and the number of pages are at an edge too.
    """
    repeated = Counter(mark for page in pages for mark in {_mark(side, line) for side, line in _edges(page)})
    frequent = {mark for mark, count in repeated.items() if count >= max(2, len(pages) // 3)}
    cleaned = []
    for number, page in enumerate(pages, start=1):
        unwanted = {id(line) for side, line in _edges(page) if _mark(side, line) in frequent}
        unwanted |= {id(line) for line in _printed(page, number, len(pages))}
        cleaned.append(_without(page, unwanted))
    return cleaned


def heading(pages: Sequence[Sequence[Line]]) -> str | None:
    """Return the lines in the largest font at the top of the first page, or None if it is not larger than most.

    Smaller text above them is a running head, which cannot be recognised otherwise in a PDF of one page.
    """
    usual = statistics.median([line.size for page in pages for line in page for _ in line.text] or [0.0])
    top = pages[0][:TOP] if pages else ()
    groups = [(size, [*lines]) for size, lines in groupby(top, key=lambda line: round(line.size, 1))]
    size, lines = max(groups, key=lambda group: group[0], default=(0.0, []))
    return " ".join(line.text for line in lines) if size > OTHER_SIZE * usual else None


def _without(page: Sequence[Line], repeated: Container[int]) -> list[Line]:
    rest = [line for line in page if id(line) not in repeated]
    while rest and _PAGE_NUMBER.fullmatch(rest[-1].text):
        rest.pop()
    while rest and rest[0].text.strip(" -–—").isdecimal():
        rest.pop(0)
    return rest


def _edges(page: Sequence[Line]) -> Iterator[tuple[str, Line]]:
    """Yield the first and last lines of a page, in drawing order and by position: edges may be drawn last."""
    for rows in ([[line] for line in page], _rows(page)):
        few = max(1, min(EDGE, len(rows) // 3))
        yield from (("head", line) for row in rows[:few] for line in row)
        yield from (("foot", line) for row in rows[max(few, len(rows) - few) :] for line in row)


def _rows(page: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a page from top to bottom, grouped into rows of the same height."""
    # round to no digits rather than to an integer: the value may be NaN in a broken file
    ordered = sorted(page, key=lambda line: (-round(line.y, 0), line.x))
    return [[*row] for _, row in groupby(ordered, key=lambda line: round(line.y, 0))]


def _printed(page: Sequence[Line], number: int, pages: int) -> Iterator[Line]:
    """Yield the lines that a browser prints in the top and bottom rows: "file:///a.html 1/2"."""
    of_all = rf"{number} ?(?:/|[^\W\d]+) ?{pages}"
    numbered = re.compile(rf"{of_all}\b|.*(?<!\S){of_all}$")
    rows = {" ".join(line.text for line in row): row for row in (_rows(page)[:1] + _rows(page)[-1:])}
    if any(map(numbered.match, rows)):
        for text, row in rows.items():
            yield from row if numbered.match(text) or _ADDRESS_OR_MOMENT.search(text) else ()


def _mark(side: str, line: Line) -> tuple[str, str]:
    """Return a line with its digits made equal, for running heads with page numbers."""
    return side, _DIGITS.sub("0", line.text)


def joined(pages: Sequence[Sequence[Line]]) -> tuple[str, tuple[Place, ...]]:
    """Return the lines as paragraphs between blank lines, and the span of each page.

    A paragraph continues on the next page if no sentence ended. A hyphen at the end of a line is removed, unless the
    word has it elsewhere too.
    """
    lines = [line for page in pages for line in page]
    width = _usual_width(lines)
    height = _usual_height(pages, width)
    hyphened = {word.lower().strip(_AROUND) for line in lines for word in line.text.split()[:-1] if "-" in word}
    text, places = "", []
    before: Line | None = None
    for number, page in enumerate(pages, start=1):
        begin = len(text)
        for place, line in enumerate(page):
            if before is None:
                text = line.text
            elif _parts(before, line, place == 0, height, width):
                text += f"\n\n{line.text}"
            else:
                text = _run_on(text, line.text, hyphened)
            before = line
        begin += len(text[begin:]) - len(text[begin:].lstrip())
        places.append(Place(begin, len(text), f"page {number}"))
    return text, _apart(places)


def _run_on(text: str, line: str, hyphened: Container[str]) -> str:
    """Return a text with a line appended to its last paragraph."""
    if not _HYPHEN.search(text[-40:]) or not line[0].islower():
        return f"{text} {line}"
    word = (text[-40:].split()[-1] + line.split()[0]).lower().strip(_AROUND)
    return (text if word in hyphened else text[:-1]) + line


def _apart(places: list[Place]) -> tuple[Place, ...]:
    """Return the pages without overlap: after a removed hyphen, the next page begins one character before the end."""
    shortened = [
        place if place.end <= after.start else Place(place.start, after.start, place.label)
        for place, after in pairwise(places)
    ]
    return tuple(place for place in (*shortened, *places[-1:]) if place.start < place.end)


def _usual_height(pages: Sequence[Sequence[Line]], width: int) -> float:
    """Return the usual distance below a full line; below short ones it may be larger."""
    heights = [
        one.y - two.y
        for page in pages
        for one, two in pairwise(page)
        if one.y > two.y and len(one.text) > SHORT * width
    ]
    return statistics.median(heights) if heights else 0.0


def _usual_width(lines: Sequence[Line]) -> int:
    """Return the number of characters in a full line."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _parts(before: Line, line: Line, new_page: bool, height: float, width: int) -> bool:
    """Return whether a new paragraph begins."""
    other_size = max(before.size, line.size) > OTHER_SIZE * min(before.size, line.size) > 0
    if other_size or item_mark(line.text):
        return True
    short = len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) < SHORT * width
    ended = before.text.endswith(_ENDED)
    if new_page or line.y > before.y:  # or a new column: the gap is not informative
        return ended and (short or not line.text[0].islower())
    return short or bool(height and before.y - line.y > GAP * height)
