"""Structural edges as triples: between entities, and between the mentions that they were read from."""

from collections.abc import Iterator

from kg.export.rdf.context import Context, within
from kg.export.rdf.terms import Quad
from kg.export.rdf.vocabulary import STRUCTURAL
from kg.model import Graph


def structure_content(graph: Graph, context: Context) -> Iterator[Quad]:
    """Yield the structural edges of a graph, and of each mention what it names."""
    for edge in graph.structural_edges:
        triple = context.entity(edge.source), STRUCTURAL[edge.kind], context.entity(edge.target)
        yield from within(None, [triple])
    for part in graph.named_parts:
        read = context.mentions[part.whole], STRUCTURAL[part.kind], context.mentions[part.part]
        yield from within(context.document(part.whole.span.document), [read])
