"""The data to send: the graphs of an RDF file, checked triple by triple before a store receives any of them."""

import io
import os
import typing as t
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pyoxigraph

from kg.errors import InputError, UsageError
from kg.export.rdf.parsing import parsed, syntax_at

INSERT_BYTES: t.Final = 2**18
"""The maximum size of one INSERT DATA in bytes; some stores compile an update as a whole, and refuse long ones."""
PART_TRIPLES: t.Final = 100_000
"""The maximum number of triples in one request, some 5 MB; larger graphs are sent in parts."""

BLANK: t.Final = b"_:"
"""A sequence in the Turtle of blank nodes, and in a few other texts."""


@dataclass(frozen=True, slots=True)
class GraphContent:
    """One graph: its IRI (None for the default graph), its number of distinct triples, and these as Turtle.

    The Turtle has no prefixes: Virtuoso reads the escapes of local names as part of the name. It is stored in
    compressed pieces, each of which is a complete document, so that ten million triples take 200 MB.
    """

    name: str | None
    triples: int
    size: int
    """The size of the Turtle in bytes."""
    pieces: tuple[bytes, ...]
    has_blank: bool
    """Whether it contains a blank node, which would be a different one in each request."""
    in_parts: bool
    """Whether it is sent in parts, because it is too large for one request and has no blank nodes."""

    @property
    def turtle(self) -> bytes:
        """The whole Turtle."""
        return b"".join(map(unpacked, self.pieces))


def read_content(
    path: str | os.PathLike[str], *, graph: str | None = None, part: int = PART_TRIPLES
) -> tuple[GraphContent, ...]:
    """Return the graphs of a file in any RDF syntax, the default graph first, then the others by name.

    Args:
        path: its extension gives the syntax: .ttl, .nt, .nq, .trig, .jsonld, .rdf.
        graph: the IRI of the graph for the triples of the default graph; None leaves them there.
        part: the maximum number of triples in one request, 1 or more.

    Raises:
        InputError: the file cannot be opened, or is not what its extension says.
        UsageError: `graph` is not an absolute IRI.
    """
    syntax = syntax_at(path)
    target = None if graph is None else checked_iri(graph)
    try:
        found = _by_graph(parsed(path, syntax), target, part)
    except InputError as error:
        raise InputError(f"{error}; nothing was sent") from error
    if not found:
        raise InputError(f"{os.fspath(path)}: has no triples, nothing was sent")
    return found


def checked_iri(iri: str) -> str:
    """Return an absolute IRI.

    Raises:
        UsageError: it is not an absolute IRI.
    """
    try:
        return str(pyoxigraph.NamedNode(iri).value)
    except ValueError as error:
        raise UsageError(f"--graph {iri}: not an absolute IRI") from error


@dataclass(slots=True)
class _Collected:
    """The data of a graph read so far."""

    pieces: list[bytes] = field(default_factory=list)
    size: int = 0
    hashes: "array[int]" = field(default_factory=lambda: array("q"))
    has_blank: bool = False

    def add(self, triples: list[pyoxigraph.Triple]) -> None:
        """Add a piece with these triples."""
        turtle = io.BytesIO()
        pyoxigraph.serialize(triples, turtle, format=pyoxigraph.RdfFormat.TURTLE)
        self.pieces.append(zlib.compress(turtle.getbuffer(), 1))
        self.size += len(turtle.getbuffer())
        self.hashes.extend(map(hash, triples))
        self.has_blank = self.has_blank or (BLANK in turtle.getvalue() and any(map(_has_blank, triples)))

    def content(self, name: str | None, part: int) -> GraphContent:
        """Return the graph after all of it was read."""
        in_parts = len(self.hashes) > part and not self.has_blank
        return GraphContent(name, _distinct(self.hashes), self.size, tuple(self.pieces), self.has_blank, in_parts)


def _by_graph(quads: Iterable[pyoxigraph.Quad], target: str | None, part: int) -> tuple[GraphContent, ...]:
    graphs: dict[str | None, _Collected] = defaultdict(_Collected)
    waiting: dict[str | None, list[pyoxigraph.Triple]] = defaultdict(list)
    for number, quad in enumerate(quads, start=1):
        waiting[_graph_name(quad, target)].append(quad.triple)
        if number % part == 0:  # over all graphs, so that many small ones need no more memory
            _pack(waiting, graphs)
    _pack(waiting, graphs)
    names = sorted(graphs, key=lambda name: (name is not None, name or ""))
    return tuple(graphs[name].content(name, part) for name in names)


def _pack(waiting: dict[str | None, list[pyoxigraph.Triple]], graphs: dict[str | None, _Collected]) -> None:
    for name, triples in waiting.items():
        graphs[name].add(triples)
    waiting.clear()


def _graph_name(quad: pyoxigraph.Quad, target: str | None) -> str | None:
    if isinstance(quad.graph_name, pyoxigraph.BlankNode):
        raise InputError("a graph is named by a blank node, which cannot be queried")
    return target if isinstance(quad.graph_name, pyoxigraph.DefaultGraph) else quad.graph_name.value


def _has_blank(triple: pyoxigraph.Triple) -> bool:
    return any(isinstance(term, pyoxigraph.BlankNode) for term in (triple.subject, triple.object))


def _distinct(hashes: "array[int]") -> int:
    return len(np.unique(np.frombuffer(hashes, dtype=np.int64)))


def inserts(content: GraphContent, *, limit: int = INSERT_BYTES) -> Iterator[str]:
    """Yield updates that add the triples of a graph, each of at most `limit` bytes unless one triple is longer.

    The graph must have no blank nodes: they would be different ones in each update.
    """
    lines: list[str] = []
    size = 0
    for quad in (quad for piece in content.pieces for quad in _quads(unpacked(piece))):
        line = f"{quad.triple} ."
        if lines and size + len(line) > limit:
            yield _insert(content.name, lines)
            lines, size = [], 0
        lines.append(line)
        size += len(line.encode("utf-8")) + 1
    if lines:
        yield _insert(content.name, lines)


def _insert(graph: str | None, lines: Iterable[str]) -> str:
    triples = "\n".join(lines)
    return f"INSERT DATA {{\n{triples}\n}}" if graph is None else f"INSERT DATA {{ GRAPH <{graph}> {{\n{triples}\n}} }}"


def count_triples(turtle: bytes) -> int:
    """Return the number of distinct triples in N-Triples or Turtle.

    Raises:
        ValueError: it is neither.
    """
    try:
        return _distinct(array("q", (hash(quad.triple) for quad in _quads(turtle))))
    except SyntaxError as error:
        raise ValueError(str(error)) from error


def unpacked(piece: bytes) -> bytes:
    """Return the Turtle of a piece of a graph."""
    return zlib.decompress(piece)


def _quads(turtle: bytes) -> Iterator[pyoxigraph.Quad]:
    return pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
