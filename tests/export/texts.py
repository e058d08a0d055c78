"""Join text that is written in pieces."""

from kg.export import graphml, tables
from kg.model import Graph


def triples_jsonl(graph: Graph, *, base_iri: str = "https://example.org/kg/") -> str:
    return "".join(tables.triples_jsonl(graph, base_iri=base_iri))


def entities_jsonl(graph: Graph, *, base_iri: str = "https://example.org/kg/") -> str:
    return "".join(tables.entities_jsonl(graph, base_iri=base_iri))


def structure_jsonl(graph: Graph) -> str:
    return "".join(tables.structure_jsonl(graph))


def to_graphml(graph: Graph, *, base_iri: str = "https://example.org/kg/") -> str:
    return "".join(graphml.graphml(graph, base_iri=base_iri))
