"""Parse RDF files to quads with pyoxigraph."""

import io
import os
import typing as t
from collections.abc import Iterable, Iterator

import pyoxigraph

from kg.choices import Syntax
from kg.errors import InputError
from kg.export.encodings import SUFFIXES, syntax_of
from kg.export.rdf.terms import Iri, Node, Quad, literal, triple_term
from kg.export.rdf.vocabulary import FORMER

FORMATS: t.Final[t.Mapping[Syntax, pyoxigraph.RdfFormat]] = {
    syntax: known
    for syntax, suffix in SUFFIXES.items()
    if (known := pyoxigraph.RdfFormat.from_extension(suffix[1:])) is not None
}
_ENTITY: t.Final = b"<!ENTITY"
_FORMER: t.Final = pyoxigraph.NamedNode(FORMER)
_RENAME: t.Final = "rename its classes (docs/decisions/0036-claims-in-rdf.md)"
BLANK: t.Final = "_:"
"""The prefix of blank nodes, which `kg` never writes and no IRI starts with."""


def syntax_at(path: str | os.PathLike[str]) -> Syntax:
    """Return the syntax indicated by a file name.

    Raises:
        InputError: it indicates none, or there is no such file either.
    """
    syntax = syntax_of(path)
    if syntax is None and not os.path.exists(path):
        raise InputError(f"{os.fspath(path)}: no such file or folder")
    if syntax is None:
        endings = ", ".join(SUFFIXES.values())
        raise InputError(f"{os.fspath(path)}: not an RDF file; its name must end in one of {endings}")
    return syntax


def read_quads(path: str | os.PathLike[str], *, syntax: Syntax | None = None) -> Iterator[Quad]:
    """Yield the quads of a file.

    Args:
        path: its extension gives the syntax by default.
        syntax: the syntax of the file.

    Raises:
        InputError: the file cannot be opened or is invalid.
    """
    for quad in parsed(path, syntax or syntax_at(path)):
        named = isinstance(quad.graph_name, pyoxigraph.NamedNode | pyoxigraph.BlankNode)
        graph = _iri(quad.graph_name) if named else None
        yield _iri(quad.subject), _iri(quad.predicate), _node(quad.object), graph


def parsed(path: str | os.PathLike[str], syntax: Syntax) -> Iterator[pyoxigraph.Quad]:
    """Yield the quads of a file as pyoxigraph objects.

    Raises:
        InputError: the file cannot be opened, is not in that syntax, or has the classes of kg 0.1.
    """
    place = os.fspath(path)
    try:
        with opened(place, syntax) as file:
            yield from current(pyoxigraph.parse(file, format=FORMATS[syntax]), place)
    except OSError as error:
        raise InputError(f"{place}: cannot be opened: {error.strerror}") from error
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{place}: is not {FORMATS[syntax].name}: {' '.join(str(error).split())}") from error


def current(quads: Iterable[pyoxigraph.Quad], place: str | os.PathLike[str]) -> Iterator[pyoxigraph.Quad]:
    """Yield quads, or raise InputError for a class that kg 0.1 wrote."""
    for quad in quads:
        if quad.object == _FORMER:
            refuse_former(place)
        yield quad


def refuse_former(place: str | os.PathLike[str]) -> t.NoReturn:
    """Raise InputError for a file in which `kg:Statement` means a claim."""
    raise InputError(f"{place}: written by kg 0.1, which called claims kg:Statement: build it again, or {_RENAME}")


def opened(path: str | os.PathLike[str], syntax: Syntax) -> t.BinaryIO:
    """Return an RDF file opened for reading; an RDF/XML file raises ValueError if it declares an XML entity.

    Nested entities can expand a file of 1 kB to gigabytes, and RDF does not need them.
    """
    return io.BufferedReader(_WithoutEntities(path)) if syntax == "rdfxml" else open(path, "rb")


class _WithoutEntities(io.FileIO):
    """A file without declarations of XML entities."""

    _end = b""

    def readinto(self, buffer: t.Any) -> int:
        """Read, or raise ValueError if an entity is declared; a declaration may span two reads."""
        count = super().readinto(buffer)
        data = self._end + bytes(memoryview(buffer)[:count])
        if _ENTITY in data:
            raise ValueError("it declares an XML entity, which RDF does not need: write it without <!ENTITY")
        self._end = data[1 - len(_ENTITY) :]
        return count


def _iri(term: t.Any) -> Iri:
    return Iri(f"{BLANK}{term.value}" if isinstance(term, pyoxigraph.BlankNode) else term.value)


def _node(term: t.Any) -> Node:
    if isinstance(term, pyoxigraph.Triple):
        return triple_term(_iri(term.subject), _iri(term.predicate), _node(term.object))
    if not isinstance(term, pyoxigraph.Literal):
        return _iri(term)
    return literal(term.value, Iri(term.datatype.value), language=term.language)
