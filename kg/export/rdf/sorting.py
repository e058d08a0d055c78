"""Quads in order, each once, however many they are: what does not fit into memory waits in sorted temporary files."""

import contextlib
import heapq
import tempfile
import typing as t
from collections.abc import Iterable, Iterator

from kg.export.rdf.terms import Quad

IN_MEMORY: t.Final = 100_000
"""How many quads are sorted in memory."""


def in_order(quads: Iterable[Quad], *, in_memory: int = IN_MEMORY) -> Iterator[Quad]:
    """Yield quads sorted by graph (the default graph first), subject, predicate and object, each once.

    Args:
        quads: in any order, of any number.
        in_memory: how many are held at a time; more are sorted in parts, which are merged from temporary files.
    """
    with contextlib.ExitStack() as files:
        parts: list[t.IO[str]] = []
        lines: set[str] = set()
        for quad in quads:
            lines.add(_line(quad))
            if len(lines) >= in_memory:
                part = files.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n"))
                part.writelines(sorted(lines))
                part.seek(0)
                parts.append(part)
                lines.clear()
        previous = ""
        for line in heapq.merge(*parts, sorted(lines)) if parts else sorted(lines):
            if line != previous:
                yield _quad(line)
            previous = line


def _line(quad: Quad) -> str:
    """Return a quad on one line; the tab sorts before whatever a term can hold."""
    subject, predicate, node, graph = quad
    return f"{graph or ''}\t{subject}\t{predicate}\t{node}\n"


def _quad(line: str) -> Quad:
    graph, subject, predicate, node = line[:-1].split("\t", 3)
    return t.cast("Quad", (subject, predicate, node, graph or None))
