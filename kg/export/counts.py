"""Count the contents of a graph."""

import typing as t
from collections import Counter
from collections.abc import Collection

from kg.export.contradictions import Contradiction, contradictions
from kg.model import Graph, Modality


def counts(graph: Graph, conflicts: Collection[Contradiction] | None = None) -> dict[str, int]:
    """Return the numbers of documents, entities, statements and claims, and of statements by status.

    Args:
        graph: the graph.
        conflicts: its contradictions, if already known.
    """
    modalities = Counter(statement.modality for statement in graph.statements)
    return {
        "documents": len(graph.documents),
        "entities": len(graph.entities),
        "statements": len(graph.statements),
        "claims": sum(len(statement.claims) for statement in graph.statements),
        **{modality: modalities[modality] for modality in t.get_args(Modality)},
        "without_object": sum(statement.object is None for statement in graph.statements),
        "denied": sum(statement.denied_by is not None for statement in graph.statements),
        "negated": sum(statement.negated for statement in graph.statements),
        "attributed": sum(statement.speaker is not None for statement in graph.statements),
        "structural": len(graph.structural_edges),
        "copies": len({copy.document for copy in graph.copies}),
        "contradictions": len(contradictions(graph) if conflicts is None else conflicts),
    }
