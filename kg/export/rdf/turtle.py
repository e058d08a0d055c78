"""Write quads as Turtle and TriG: one block per subject.

The IRIs of a document's mentions and sentences are adjacent, and are written relative to it: `<#char=0,4>`.

We do not use rdflib's or pyoxigraph's writer: rdflib is slow, and both write names with backslash escapes,
which Virtuoso reads wrongly.
"""

import re
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from kg.export.iris import PLACE
from kg.export.rdf.terms import Iri, LiteralTerm, Node, Quad, TripleTerm, triple_of
from kg.export.rdf.vocabulary import RDF, XSD

# PN_LOCAL of the Turtle grammar without the colon, the dot and the escapes, which stores treat differently
_LETTER = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    "\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LOCAL_NAME = re.compile(f"[{_LETTER}0-9][{_LETTER}0-9\u00b7\u0300-\u036f\u203f\u2040-]*")
_NUMBER = re.compile(
    rf'"(?:([+-]?[0-9]+)"\^\^<{re.escape(XSD["integer"])}>|([+-]?[0-9]*\.[0-9]+)"\^\^<{re.escape(XSD["decimal"])}>)'
)
_TYPE: t.Final = RDF["type"]
_CACHED: t.Final = 2**15
_NEXT: t.Final = " ;\n    "
"""The separator before each predicate of a subject after the first."""

Shorten: t.TypeAlias = Callable[[Iri], str]


def turtle(quads: Iterable[Quad], namespaces: Mapping[str, str], *, version: str | None = None) -> Iterator[str]:
    """Yield the text of Turtle, or of TriG if there are named graphs.

    Args:
        quads: sorted, without duplicates.
        namespaces: the namespaces by prefix, for shortening names.
        version: the RDF version, to warn readers of an earlier one.
    """
    if version is not None:
        yield f'VERSION "{version}"\n'
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(namespaces.items()))
    prefix_of = {namespace: prefix for prefix, namespace in namespaces.items()}
    shorten = relative = _shortened(prefix_of)
    base = ""
    for graph, inside in groupby(quads, key=itemgetter(3)):
        if graph is not None:
            yield f"\n{shorten(graph)} {{\n"
        for subject, block in groupby(inside, key=itemgetter(0)):
            document = subject.partition(PLACE)[0]
            if graph is not None or document == subject:  # a base cannot change within a named graph
                yield _block(subject, block, shorten)
                continue
            if document != base:
                base, relative = document, _shortened(prefix_of, document)
                yield f"\n@base <{base}> .\n"
            yield _block(subject, block, relative)
        if graph is not None:
            yield "}\n"


def _shortened(prefix_of: Mapping[str, str], base: str | None = None) -> Shorten:
    return lru_cache(_CACHED)(lambda iri: _written_iri(iri, prefix_of, base))


def _block(subject: Iri, quads: Iterable[Quad], shorten: Shorten) -> str:
    """Return all triples of one subject, which are sorted, its types first."""
    types: list[str] = []
    others: list[str] = []
    last = None
    for _, predicate, node, _ in quads:
        # this runs for every triple, and most nodes are IRIs, which `terms` distinguishes by the first character
        written = _written(node, shorten) if node[0] in '"<' else shorten(Iri(node))
        parts = types if predicate == _TYPE else others
        if predicate == last:
            parts.append(f", {written}")
        else:
            parts.append(f"{_NEXT}{'a' if parts is types else shorten(predicate)} {written}")
            last = predicate
    return f"\n{shorten(subject)} {''.join([*types, *others])[len(_NEXT) :]} .\n"


def _written(node: Node, shorten: Shorten) -> str:
    kind = node[0]
    if kind == '"':
        return _written_literal(t.cast("LiteralTerm", node), shorten)
    if kind == "<":
        subject, predicate, object_ = triple_of(t.cast("TripleTerm", node))
        return f"<<( {shorten(subject)} {shorten(predicate)} {_written(object_, shorten)} )>>"
    return shorten(Iri(node))


def _written_literal(node: LiteralTerm, shorten: Shorten) -> str:
    if node.endswith('"'):
        return node
    number = _NUMBER.fullmatch(node)
    if number is not None:
        return number[1] or number[2]
    quoted, mark, datatype = node.rpartition("^^<")
    return f"{quoted}^^{shorten(Iri(datatype[:-1]))}" if mark and '"' not in datatype else node


def _written_iri(iri: str, prefix_of: Mapping[str, str], base: str | None) -> str:
    if base is not None and iri.startswith(base) and iri[len(base) : len(base) + 1] in {"", "#"}:
        return f"<{iri[len(base) :]}>"
    end = max(iri.rfind("/"), iri.rfind("#"), iri.rfind(":")) + 1
    prefix = prefix_of.get(iri[:end])
    return f"{prefix}:{iri[end:]}" if prefix is not None and _LOCAL_NAME.fullmatch(iri, end) else f"<{iri}>"
