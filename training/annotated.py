"""Our own articles, annotated with every name and with every pronoun and description that refers to a named thing.

A mark is `{id:Kind|words}` around a name, and `{id|words}` around a pronoun or a description; marks may be nested.
One `id` is one thing of the article. The articles are in `training/articles`: invented news, written and annotated
by writers who knew neither the program nor its rules.
"""

import re
import typing as t
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg.model import Document

FOLDER: t.Final = Path(__file__).with_name("articles")
OPENING: t.Final = re.compile(r"\{(?P<thing>[a-z][a-z0-9]*)(?::(?P<kind>[A-Z][a-z]+))?\|")


class Mark(t.NamedTuple):
    """The characters `start` to `end` (half-open) of a mention; `kind` is that of a name, else ""."""

    start: int
    end: int
    thing: str
    kind: str


class Article(t.NamedTuple):
    """The text of an article without its marks, and the marks."""

    document: Document
    marks: tuple[Mark, ...]

    def names(self) -> list[Mark]:
        """Return the marks of names, in text order."""
        return sorted(mark for mark in self.marks if mark.kind)

    def clusters(self) -> list[list[tuple[int, int]]]:
        """Return the spans of each thing that is mentioned more than once."""
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for mark in sorted(self.marks):
            found[mark.thing].append((mark.start, mark.end))
        return [spans for spans in found.values() if len(spans) > 1]


def articles(folder: Path = FOLDER) -> Iterator[Article]:
    """Yield the articles of a folder, by their names."""
    for path in sorted(folder.glob("*.txt")):
        yield article(path.stem, path.read_text(encoding="utf-8"))


def article(id_: str, marked: str) -> Article:
    """Return an article without its marks, and the marks.

    Raises:
        ValueError: a mark is opened and not closed, or closed and not opened.
    """
    text, marks, open_ = "", list[Mark](), list[tuple[str, str, int]]()
    place = 0
    while place < len(marked):
        if marked[place] == "{":
            opening = OPENING.match(marked, place)
            if opening is None:
                raise ValueError(f"{id_}: no mark begins at {marked[place : place + 30]!r}")
            open_.append((opening["thing"], opening["kind"] or "", len(text)))
            place = opening.end()
            continue
        if marked[place] == "}":
            if not open_:
                raise ValueError(f"{id_}: no mark ends at {marked[max(place - 30, 0) : place]!r}")
            thing, kind, start = open_.pop()
            marks.append(Mark(start, len(text), thing, kind))
        else:
            text += marked[place]
        place += 1
    if open_:
        raise ValueError(f"{id_}: the mark of {open_[-1][0]!r} never ends")
    return Article(Document(id_, text.rstrip()), tuple(marks))
