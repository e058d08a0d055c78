"""Sort quads and remove duplicates, for any number: what does not fit in memory is kept in sorted temporary files."""

import contextlib
import tempfile
import typing as t
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kg.export.rdf.terms import Quad

IN_MEMORY: t.Final = 100_000
"""The number of quads sorted in memory."""
MOST_FILES: t.Final = 200
"""Out of the files that a process can have open, usually 1,024."""


def in_order(quads: Iterable[Quad], *, in_memory: int = IN_MEMORY, most_files: int = MOST_FILES) -> Iterator[Quad]:
    """Yield quads sorted by graph (the default graph first), subject, predicate and object, each once.

    Args:
        quads: unsorted, of any number.
        in_memory: the number of quads held at a time; more are sorted in parts, which are merged from temporary files.
        most_files: the maximum number of open files before they are merged into one.
    """
    previous = ""
    with contextlib.ExitStack() as files, contextlib.ExitStack() as small:
        merged: list[Iterator[str]] = []
        parts: list[Iterator[str]] = []
        lines = map(_line, quads)
        while (batch := sorted(islice(lines, in_memory))) and len(batch) == in_memory:
            parts.append(small.enter_context(_stored(batch)))
            batch.clear()  # free it before the next one is filled
            if len(parts) == most_files:
                merged.append(files.enter_context(_stored(_merged(parts, in_memory // 2))))
                parts.clear()
                small.close()
        parts += merged
        for line in _merged([*parts, iter(batch)], in_memory // 2) if parts else batch:
            if line != previous:
                terms: t.Any = line[:-1].split("\t", 3)
                graph, subject, predicate, node = terms
                yield subject, predicate, node, graph or None
            previous = line


def _stored(lines: Iterable[str]) -> t.TextIO:
    """Return an open temporary file with these lines."""
    part = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - the caller closes it
    part.writelines(lines)
    part.seek(0)
    return part


def _merged(parts: Sequence[Iterator[str]], in_memory: int) -> Iterator[str]:
    """Yield the lines of sorted parts in order, block by block: sorting a few runs is faster than a heap of lines."""
    size = max(1, in_memory // len(parts))
    blocks = [list(islice(part, size)) for part in parts]
    while any(blocks):
        # unread lines of a part are not less than the last line read from it
        last = min(block[-1] for block in blocks if block)
        ready: list[str] = []
        for number, part in enumerate(parts):
            end = bisect_right(blocks[number], last)
            ready += blocks[number][:end]
            blocks[number] = blocks[number][end:] or list(islice(part, size))
        ready.sort()
        yield from ready


def _line(quad: Quad) -> str:
    """Return a quad on one line; the tab sorts before any character of a term."""
    subject, predicate, node, graph = quad
    return f"{graph or ''}\t{subject}\t{predicate}\t{node}\n"
