"""The RDF as Turtle text, sorted so that the same graph gives the same bytes, and the check that it parses again."""

import re
import typing as t
from collections.abc import Iterable, Mapping

import pyoxigraph
from rdflib import Literal as RdfLiteral
from rdflib import URIRef

from kg.errors import OutputError
from kg.export.iris import DEFAULT_BASE
from kg.export.rdf.context import Triple
from kg.export.rdf.terms import Node
from kg.export.rdf.vocabulary import RDF, XSD, prefixes
from kg.export.rdf.write import triples
from kg.model import Graph

# PN_LOCAL of the Turtle grammar without the colon, the dot and the escapes, about which stores disagree
_LETTER = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LOCAL_NAME = re.compile(f"[{_LETTER}0-9][{_LETTER}0-9\u00b7\u0300-\u036f\u203f\u2040-]*")
_NUMBERS: t.Final[t.Mapping[URIRef, re.Pattern[str]]] = {
    XSD["integer"]: re.compile("[+-]?[0-9]+"),
    XSD["decimal"]: re.compile("[+-]?[0-9]*\\.[0-9]+"),
}
# line separators too, so that every line of the file is one line to every program
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029]')
_SHORT_ESCAPES: t.Final[t.Mapping[str, str]] = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
}


def to_turtle(graph: Graph, *, base_iri: str = DEFAULT_BASE) -> str:
    """Return the RDF of a graph as Turtle 1.1: prefixes, then one block a subject, all sorted.

    Own text rather than rdflib's or pyoxigraph's: rdflib is slow at it, and both write names with backslash escapes,
    which Virtuoso reads wrongly.

    Raises:
        UsageError: the base is not usable.
    """
    return turtle_text(triples(graph, base_iri=base_iri), prefixes(base_iri))


def turtle_text(triples_: Iterable[Triple], namespaces: Mapping[str, str]) -> str:
    """Return triples as sorted Turtle; each is written once."""
    prefix_of = {namespace: prefix for prefix, namespace in namespaces.items()}
    written: dict[Node, str] = {}
    for triple in (unique := set(triples_)):
        for term in triple:
            if term not in written:
                written[term] = _written(term, prefix_of)
    by_subject: dict[URIRef, dict[URIRef, list[str]]] = {}
    for subject, predicate, object_ in unique:
        by_subject.setdefault(subject, {}).setdefault(predicate, []).append(written[object_])
    lines = [f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(namespaces.items())]
    lines += [_block(written[subject], by_subject[subject], written) for subject in sorted(by_subject)]
    return "".join(lines)


def _block(subject: str, properties: Mapping[URIRef, list[str]], written: Mapping[Node, str]) -> str:
    """Return all triples of one subject, its types first."""
    ordered = sorted(properties, key=lambda predicate: (predicate != RDF["type"], written[predicate]))
    parts = [
        f"{'a' if predicate == RDF['type'] else written[predicate]} {', '.join(sorted(properties[predicate]))}"
        for predicate in ordered
    ]
    return f"\n{subject} " + " ;\n    ".join(parts) + " .\n"


def _written(term: Node, prefix_of: Mapping[str, str]) -> str:
    if not isinstance(term, RdfLiteral):
        return _written_iri(str(term), prefix_of)
    pattern = _NUMBERS.get(term.datatype) if term.datatype is not None else None
    if pattern is not None and pattern.fullmatch(term):
        return str(term)
    quoted = f'"{_ESCAPED.sub(_escape, str(term))}"'
    if term.language is not None:
        return f"{quoted}@{term.language}"
    return quoted if term.datatype is None else f"{quoted}^^{_written_iri(str(term.datatype), prefix_of)}"


def _written_iri(iri: str, prefix_of: Mapping[str, str]) -> str:
    end = max(iri.rfind("/"), iri.rfind("#"), iri.rfind(":")) + 1
    prefix = prefix_of.get(iri[:end])
    return f"{prefix}:{iri[end:]}" if prefix is not None and _LOCAL_NAME.fullmatch(iri, end) else f"<{iri}>"


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _SHORT_ESCAPES.get(character) or f"\\u{ord(character):04X}"


def check_turtle(text: str) -> int:
    """Return the number of triples in the text, parsed by pyoxigraph, which shares no code with the writer.

    Raises:
        OutputError: it is no valid Turtle 1.1, or not encodable as UTF-8.
    """
    try:
        parsed = pyoxigraph.parse(text.encode("utf-8"), format=pyoxigraph.RdfFormat.TURTLE)
        return len(set(parsed))
    except (SyntaxError, ValueError) as error:
        raise OutputError(f"the written RDF does not parse again: {' '.join(str(error).split())}") from error
