"""Convert an RDF file to another layout and syntax, without loss."""

import os
from dataclasses import replace

from kg.errors import InputError
from kg.export.encodings import Encoding
from kg.export.rdf.parsing import BLANK, read_quads
from kg.export.rdf.recovery import base_of, recovered
from kg.export.rdf.writing import write_file


def convert(source: str | os.PathLike[str], target: str | os.PathLike[str], encoding: Encoding) -> int:
    """Convert a file written by `kg` or by the user to another file, and return the number of triples.

    Args:
        source: a file that `kg` wrote, in any layout except `none`; its extension gives the syntax.
        target: the file to write; an existing file is replaced.
        encoding: the layout and syntax to write; base and selectors stay as in the file.

    Raises:
        InputError: the file cannot be opened, is not what its extension says, was not written by `kg`, or has blank
            nodes.
        OutputError: the file cannot be written, or the syntax cannot express something in it.
    """
    quads = list(read_quads(source))
    try:
        if any(term is not None and term.startswith(BLANK) for quad in quads for term in quad):
            raise InputError("has blank nodes, which cannot be kept apart: give them IRIs")
        target_encoding, found = replace(encoding, base_iri=base_of(quads)), list(recovered(quads))
    except InputError as error:
        raise InputError(f"{os.fspath(source)}: {error}") from error
    return write_file(found, target, target_encoding)


def base_iri_of(source: str | os.PathLike[str]) -> str:
    """Return the base of the IRIs in a file that `kg` wrote.

    Raises:
        InputError: the file cannot be opened, or is not such a file.
    """
    quads = list(read_quads(source))
    try:
        return base_of(quads)
    except InputError as error:
        raise InputError(f"{os.fspath(source)}: {error}") from error
