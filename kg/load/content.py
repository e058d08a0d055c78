"""What is to be sent: the graphs of an RDF file, checked triple by triple before a store sees any of them."""

import io
import os
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph

from kg.errors import InputError, UsageError
from kg.export.rdf.parsing import FORMATS, parsed, syntax_at

INSERT_BYTES: t.Final = 2**18
"""How much one INSERT DATA holds at most; some stores compile an update as a whole, and refuse a long one."""


@dataclass(frozen=True, slots=True)
class GraphContent:
    """One graph: its IRI (None for the default graph), how many different triples it has, and they as Turtle.

    The Turtle has no prefixes: Virtuoso takes the escapes of local names for a part of the name.
    """

    name: str | None
    triples: int
    turtle: bytes


def read_content(path: str | os.PathLike[str], *, graph: str | None = None) -> tuple[GraphContent, ...]:
    """Return the graphs of a file in any syntax of RDF, the default graph first, the others by name.

    Args:
        path: its ending tells the syntax: .ttl, .nt, .nq, .trig, .jsonld, .rdf.
        graph: IRI of the graph that the triples of the default graph belong into; None leaves them there.

    Raises:
        InputError: the file cannot be opened, or is not what its ending says.
        UsageError: `graph` is no absolute IRI.
    """
    syntax = syntax_at(path)
    target = None if graph is None else checked_iri(graph)
    try:
        quads = parsed(path, syntax)
        has_names = FORMATS[syntax].supports_datasets
        found = _by_graph(quads, target) if has_names else [_content(target, (quad.triple for quad in quads))]
    except InputError as error:
        raise InputError(f"{error}; nothing was sent") from error
    if not any(each.triples for each in found):
        raise InputError(f"{os.fspath(path)}: has no triples, nothing was sent")
    return tuple(found)


def checked_iri(iri: str) -> str:
    """Return an absolute IRI.

    Raises:
        UsageError: it is none.
    """
    try:
        return str(pyoxigraph.NamedNode(iri).value)
    except ValueError as error:
        raise UsageError(f"--graph {iri}: not an absolute IRI") from error


def _by_graph(quads: Iterable[t.Any], target: str | None) -> list[GraphContent]:
    graphs: dict[str | None, list[t.Any]] = defaultdict(list)
    for quad in quads:
        name = quad.graph_name
        if isinstance(name, pyoxigraph.BlankNode):
            raise InputError("a graph is named by a blank node, which no store can be asked for")
        graphs[target if isinstance(name, pyoxigraph.DefaultGraph) else name.value].append(quad.triple)
    return [_content(name, graphs[name]) for name in sorted(graphs, key=lambda name: (name is not None, name or ""))]


def _content(name: str | None, triples: Iterable[t.Any]) -> GraphContent:
    turtle, seen = io.BytesIO(), set[int]()

    def passing() -> Iterator[t.Any]:
        for triple in triples:
            seen.add(hash(triple))
            yield triple

    pyoxigraph.serialize(passing(), turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return GraphContent(name, len(seen), turtle.getvalue())


def inserts(content: GraphContent, *, limit: int = INSERT_BYTES) -> Iterator[str]:
    """Yield updates that add the triples of a graph, each of up to `limit` bytes where its first triple allows.

    Raises:
        InputError: the graph has blank nodes, which would become others in each update.
    """
    lines: list[str] = []
    size = 0
    for quad in pyoxigraph.parse(content.turtle, format=pyoxigraph.RdfFormat.TURTLE):
        if any(isinstance(term, pyoxigraph.BlankNode) for term in (quad.subject, quad.object)):
            raise InputError("the graph has blank nodes, which cannot be sent in parts: use a store with a graph store")
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
    """Return how many different triples there are in N-Triples or Turtle.

    Raises:
        ValueError: it is neither.
    """
    try:
        return len({hash(quad) for quad in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)})
    except SyntaxError as error:
        raise ValueError(str(error)) from error
