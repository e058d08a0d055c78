"""Lossless conversion of an RDF file to another layout and syntax."""

import os
from dataclasses import replace

from kg.errors import InputError
from kg.export.encodings import Encoding
from kg.export.rdf.parsing import BLANK, read_quads
from kg.export.rdf.recovery import base_of, recovered
from kg.export.rdf.writing import write_file


def convert(source: str | os.PathLike[str], target: str | os.PathLike[str], encoding: Encoding) -> int:
    """Write what a file holds, `kg`'s or the user's own, into another file and return the number of triples.

    Args:
        source: a file that `kg` wrote, in any layout but `none`; its ending tells the syntax.
        target: the file to write; one of that name is replaced.
        encoding: the layout and syntax to write; base and selectors stay what they are in the file.

    Raises:
        InputError: the file cannot be opened, is not what its ending says or no graph that `kg` wrote, or has blank
            nodes.
        OutputError: the file cannot be written, or the syntax has no way to write something in it.
    """
    quads = list(read_quads(source))
    try:
        if any(term is not None and term.startswith(BLANK) for quad in quads for term in quad):
            raise InputError("has blank nodes, which cannot be kept apart: give them IRIs")
        kept, found = replace(encoding, base_iri=base_of(quads)), list(recovered(quads))
    except InputError as error:
        raise InputError(f"{os.fspath(source)}: {error}") from error
    return write_file(found, target, kept)


def base_iri_of(source: str | os.PathLike[str]) -> str:
    """Return what the IRIs in a file that `kg` wrote begin with.

    Raises:
        InputError: the file cannot be opened, or is no such file.
    """
    quads = list(read_quads(source))
    try:
        return base_of(quads)
    except InputError as error:
        raise InputError(f"{os.fspath(source)}: {error}") from error
