"""Write a graph as RDF in any layout and syntax: sorted, streamed, and checked by an independent parser."""

import contextlib
import io
import itertools
import os
import typing as t
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph

from kg.choices import Syntax
from kg.errors import OutputError
from kg.export.derived import Derived
from kg.export.encodings import Encoding
from kg.export.iris import DEFAULT_BASE
from kg.export.rdf.content import content
from kg.export.rdf.layouts import Content, in_layout
from kg.export.rdf.parsing import FORMATS
from kg.export.rdf.sorting import IN_MEMORY, in_order
from kg.export.rdf.terms import Node, Quad, is_literal, n_triples, parts
from kg.export.rdf.turtle import turtle
from kg.export.rdf.vocabulary import prefixes
from kg.model import Graph

RDF_1_2: t.Final = "1.2"


def write_rdf(
    graph: Graph,
    file: t.BinaryIO,
    encoding: Encoding,
    derived: Derived | None = None,
    *,
    in_memory: int = IN_MEMORY,
) -> int:
    """Write a graph to a file and return the number of triples; the same graph gives the same bytes.

    Args:
        graph: documents, entities, statements and decisions.
        file: open for binary writing.
        encoding: layout, syntax, base and other options.
        derived: the derived data of the graph, if already known.
        in_memory: the number of triples held at a time; the output does not depend on it.

    Raises:
        InputError: a file of relations cannot be opened.
        UsageError: a file of relations is invalid.
        OutputError: the syntax cannot express something in the graph.
    """
    return write_content(content(graph, encoding, derived), file, encoding, in_memory=in_memory)


def write_rdf_file(
    graph: Graph, path: str | os.PathLike[str], encoding: Encoding, derived: Derived | None = None
) -> int:
    """Do the same as `write_rdf` for a file that is written atomically, and only if it parses.

    Raises:
        OutputError: the file cannot be written or does not parse; other errors as for `write_rdf`.
    """
    return write_file(content(graph, encoding, derived), path, encoding)


def write_file(content_: Iterable[Content], path: str | os.PathLike[str], encoding: Encoding) -> int:
    """Do the same as `write_rdf_file` with the content of a graph."""
    place = Path(path)
    part = place.with_name(f".{place.name}.part")
    try:
        with part.open("wb") as file:
            triples = write_content(content_, file, encoding)
        with part.open("rb") as file:
            check_rdf(file, encoding.written, triples=triples)
        part.replace(place)
    except OSError as error:
        raise OutputError(f"{place}: cannot be written: {error.strerror}") from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink()
    return triples


def write_content(
    content_: Iterable[Content], file: t.BinaryIO, encoding: Encoding, *, in_memory: int = IN_MEMORY
) -> int:
    """Do the same as `write_rdf` with the content of a graph."""
    count = 0

    def counted() -> Iterator[Quad]:
        nonlocal count
        quads = in_layout(content_, encoding.provenance, base_iri=encoding.base_iri)
        for count, quad in enumerate(in_order(quads, in_memory=in_memory), start=1):  # noqa: B007 - last one returned
            yield quad

    if encoding.written == "jsonld":
        names = prefixes(encoding.base_iri)
        pyoxigraph.serialize(map(_oxigraph_quad, counted()), file, format=FORMATS["jsonld"], prefixes=names)
    else:
        file.writelines(text.encode("utf-8") for text in _texts(counted(), encoding))
    return count


def _texts(quads: Iterator[Quad], encoding: Encoding) -> Iterator[str]:
    syntax = encoding.written
    if syntax == "rdfxml":
        from kg.export.rdf.xml import rdf_xml  # slow to load because of its sets of characters, and rarely needed

        return rdf_xml(quads)
    if syntax in {"nt", "nq"}:
        return map(_line, quads)
    version = RDF_1_2 if encoding.provenance == "rdf12" else None
    return turtle(quads, prefixes(encoding.base_iri), version=version)


def nquads_lines(content_: Iterable[Content], encoding: Encoding, *, whole: bool = True) -> Iterator[str]:
    """Yield the sorted, distinct lines of N-Quads for the content of a graph or a part of it.

    Args:
        content_: unsorted.
        encoding: the layout and the base; the syntax is N-Quads.
        whole: whether to include the name of the layout, which occurs once per graph.
    """
    quads = in_layout(content_, encoding.provenance, base_iri=encoding.base_iri)
    return map(_line, in_order(itertools.islice(quads, int(not whole), None)))


def _line(quad: Quad) -> str:
    """Return a line of N-Triples, or of N-Quads if there is a named graph."""
    subject, predicate, node, graph = quad
    inside = "" if graph is None else f" <{graph}>"
    return f"<{subject}> <{predicate}> {n_triples(node)}{inside} .\n"


def _oxigraph_quad(quad: Quad) -> pyoxigraph.Quad:
    subject, predicate, node, graph = quad
    name = pyoxigraph.DefaultGraph() if graph is None else pyoxigraph.NamedNode(graph)
    return pyoxigraph.Quad(pyoxigraph.NamedNode(subject), pyoxigraph.NamedNode(predicate), _oxigraph_term(node), name)


def _oxigraph_term(node: Node) -> pyoxigraph.NamedNode | pyoxigraph.Literal:
    if not is_literal(node):
        return pyoxigraph.NamedNode(node)
    text, datatype, language = parts(node)
    if language is not None:
        return pyoxigraph.Literal(text, language=language)
    return pyoxigraph.Literal(text, datatype=pyoxigraph.NamedNode(datatype))


def rdf_text(graph: Graph, encoding: Encoding, derived: Derived | None = None) -> str:
    """Return the text that `write_rdf` writes, with the same errors."""
    file = io.BytesIO()
    write_rdf(graph, file, encoding, derived)
    return file.getvalue().decode("utf-8")


def to_turtle(graph: Graph, *, base_iri: str = DEFAULT_BASE) -> str:
    """Return a graph as Turtle in the layout that needs no RDF 1.2 and no named graphs.

    Raises:
        UsageError: the base is invalid.
    """
    return rdf_text(graph, Encoding(base_iri=base_iri))


def check_rdf(file: t.BinaryIO, syntax: Syntax, *, triples: int | None = None) -> int:
    """Return the number of triples in a file, as parsed by pyoxigraph, which shares no code with the writers.

    Args:
        file: open for binary reading.
        syntax: the expected syntax.
        triples: the expected number of triples.

    Raises:
        OutputError: the file is not in that syntax, or has another number of triples.
    """
    try:
        count = sum(1 for _ in pyoxigraph.parse(file, format=FORMATS[syntax]))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"the written RDF does not parse again: {' '.join(str(error).split())}") from error
    if triples not in {None, count}:
        raise OutputError(f"the written RDF does not parse again: {count} triples of {triples} are there")
    return count
