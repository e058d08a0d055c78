"""Convert a graph to rdflib and back."""

import typing as t
from collections.abc import Iterator

import rdflib
from rdflib import Literal as RdflibLiteral
from rdflib import URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.errors import UsageError
from kg.export.encodings import NAMED_GRAPHS, Encoding, RdfOptions
from kg.export.rdf.content import content
from kg.export.rdf.layouts import in_layout
from kg.export.rdf.parsing import BLANK
from kg.export.rdf.read import graph_of
from kg.export.rdf.terms import STRING, Iri, Node, Quad, is_literal, literal, parts
from kg.export.rdf.vocabulary import prefixes
from kg.model import Graph


def to_rdf(graph: Graph, **options: t.Unpack[RdfOptions]) -> rdflib.Graph:
    """Return the graph as an rdflib graph without blank nodes; a Dataset if the layout needs named graphs.

    Args:
        graph: documents, entities, statements and decisions.
        options: as for `Encoding`.

    Raises:
        InputError: a file of relations cannot be opened.
        UsageError: an option is invalid, or the layout is `rdf12`, which rdflib does not support.
    """
    encoding = Encoding(**options)
    if encoding.provenance == "rdf12":
        raise UsageError("rdflib does not support provenance rdf12, which is RDF 1.2: write it to a file")
    has_names = encoding.provenance in NAMED_GRAPHS
    rdf = rdflib.Dataset() if has_names else rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(encoding.base_iri).items():
        rdf.bind(prefix, namespace)
    for subject, predicate, node, name in in_layout(
        content(graph, encoding), encoding.provenance, base_iri=encoding.base_iri
    ):
        graph_name = DATASET_DEFAULT_GRAPH_ID if name is None else URIRef(name)
        inside = rdf.graph(graph_name) if isinstance(rdf, rdflib.Dataset) else rdf
        inside.add((URIRef(subject), URIRef(predicate), _rdflib_term(node)))
    return rdf


def from_rdf(rdf: rdflib.Graph) -> Graph:
    """Return the graph that was passed to `to_rdf`; triples that `kg` does not write are skipped.

    If rdflib parsed the RDF, it may have changed literals (`007` to `7`); `read_rdf` preserves them.

    Raises:
        InputError: something that `kg` always writes is missing.
    """
    return graph_of(_quads(rdf))


def _quads(rdf: rdflib.Graph) -> Iterator[Quad]:
    if isinstance(rdf, rdflib.Dataset):
        for subject, predicate, node, name in rdf.quads():
            is_default = name is None or name == DATASET_DEFAULT_GRAPH_ID
            yield _iri(subject), _iri(predicate), _node(node), None if is_default else _iri(name)
    else:
        for subject, predicate, node in rdf:
            yield _iri(subject), _iri(predicate), _node(node), None


def _rdflib_term(node: Node) -> URIRef | RdflibLiteral:
    if not is_literal(node):
        return URIRef(node)
    text, datatype, language = parts(node)
    if language is not None:
        return RdflibLiteral(text, lang=language)
    return RdflibLiteral(text, datatype=None if datatype == STRING else URIRef(datatype), normalize=False)


def _iri(term: t.Any) -> Iri:
    return Iri(f"{BLANK}{term}" if isinstance(term, rdflib.BNode) else str(term))


def _node(term: t.Any) -> Node:
    if not isinstance(term, RdflibLiteral):
        return _iri(term)
    return literal(str(term), None if term.datatype is None else Iri(str(term.datatype)), language=term.language)
