"""Write quads of the default graph as RDF/XML, one description per subject."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from xml.sax.saxutils import escape, quoteattr

from kg.errors import OutputError
from kg.export.rdf.terms import STRING, Iri, Node, Quad, is_literal, parts
from kg.export.rdf.vocabulary import RDF

# XML 1.0: the characters that its text can contain, and the end of an IRI that can be the name of an element
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LOCAL_NAME = re.compile(f"[{_START}][{_START}.0-9\u00b7\u0300-\u036f\u203f\u2040-]*$")
# a parser would turn an unescaped carriage return into a line feed
_ESCAPES = {"\r": "&#13;"}


def rdf_xml(quads: Iterable[Quad]) -> Iterator[str]:
    """Yield the text of RDF/XML.

    Args:
        quads: sorted by subject, without duplicates, all in the default graph and without triple terms.

    Raises:
        OutputError: XML cannot express a character of a text, or the name of a relation.
    """
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF xmlns:rdf="{RDF.iri}">\n'
    for subject, block in groupby(quads, key=itemgetter(0)):
        yield f"<rdf:Description rdf:about={quoteattr(subject)}>\n"
        for _, predicate, node, _ in block:
            yield f"  <{_element(predicate, node)}>\n"
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _element(predicate: Iri, node: Node) -> str:
    """Return the element of a property, without its outer brackets."""
    found = _LOCAL_NAME.search(predicate)
    if found is None:
        raise OutputError(f"RDF/XML has no element for <{predicate}>: use another format")
    name = f"p:{found.group()}"
    start = f"{name} xmlns:p={quoteattr(predicate[: found.start()])}"
    if not is_literal(node):
        return f"{start} rdf:resource={quoteattr(node)}/"
    text, datatype, language = parts(node)
    if _NO_CHARACTER.search(text):
        raise OutputError(f"RDF/XML cannot represent control characters, which <{predicate}> has: use another format")
    if language is not None:
        start += f' xml:lang="{language}"'
    elif datatype != STRING:
        start += f" rdf:datatype={quoteattr(datatype)}"
    return f"{start}>{escape(text, _ESCAPES)}</{name}"
