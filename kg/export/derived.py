"""Data derived from a graph, computed once for several outputs."""

from dataclasses import dataclass

from kg.export.contradictions import Contradiction, contradictions
from kg.export.importance import Importance, importance
from kg.model import Graph


@dataclass(frozen=True, slots=True)
class Derived:
    """The importance of everything in a graph, and its contradictions."""

    weights: Importance
    contradictions: tuple[Contradiction, ...]

    @classmethod
    def of(cls, graph: Graph) -> "Derived":
        """Return the derived data of a graph."""
        return cls(importance(graph), contradictions(graph))
