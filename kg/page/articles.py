"""A card for each article: its main entity, and the two or three most important things that it says.

If articles have little in common, an overview would show fragments of each, so the page begins with the cards.
"""

import typing as t
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.export.importance import Importance
from kg.model import Graph
from kg.page.drawing import Drawing, Edge
from kg.page.overview import bundles

MOST_CARDS: t.Final = 60
LINES: t.Final = 3
WIDTH: t.Final = 18
"""The maximum number of letters in a row of words on a line."""
SHARED: t.Final = 3
"""Articles form one story if at least one in this many has the same main entity."""
FEWEST: t.Final = 4
"""The minimum number of articles for cards; with fewer, the overview is always shown first."""


class Card(t.NamedTuple):
    """An article by its index, its main entity, and lines between that and what is said about it."""

    document: int
    hub: int
    lines: tuple[Edge, ...]


def cards(graph: Graph, drawing: Drawing, home: Mapping[int, int], weights: Importance) -> tuple[Card, ...]:
    """Return the cards of the articles, by the importance of their statements.

    Args:
        graph: the graph.
        drawing: its nodes and edges.
        home: the named entity that an unnamed one is drawn as (`overview.homes`).
        weights: the importance of its entities and statements.
    """
    statement_weights = [weights.statements[each.id] for each in graph.statements]
    entity_weights = [weights.entities[entity.id] for entity in graph.entities]
    places = {document.id: place for place, document in enumerate(graph.documents)}
    edges: dict[int, list[Edge]] = defaultdict(list)
    for statement, edge in zip(graph.statements, drawing.edges, strict=True):
        # a statement of several articles belongs to the first of them
        spans = [claim.evidence.span for claim in statement.claims]
        if spans:
            edges[min(places[span.document] for span in spans)].append(edge)
    found = []
    for place, own in edges.items():
        lines = [
            each
            for each in bundles(replace(drawing, edges=tuple(own)), home, statement_weights, width=WIDTH)
            if each.source != each.target
        ]
        if lines:
            found.append(_card(place, lines, statement_weights, entity_weights))
    return tuple(
        sorted(found, key=lambda card: (-sum(statement_weights[line.key] for line in card.lines), card.document))
    )


def are_apart(graph: Graph, found: Sequence[Card]) -> bool:
    """Return whether articles have so little in common that each is a separate story."""
    if len(graph.documents) < FEWEST or not found:
        return False
    (_, most), *_ = Counter(card.hub for card in found).most_common(1)
    return most * SHARED < len(found)


def _card(
    place: int, lines: Sequence[Edge], statement_weights: Sequence[float], entity_weights: Sequence[float]
) -> Card:
    """Return the card of the entity with the greatest total weight, including its own."""
    at: dict[int, list[Edge]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (-statement_weights[line.key], line.key)):
        for end in (line.source, line.target):
            if end < len(entity_weights):
                at[end].append(line)
    pull = {
        key: entity_weights[key] * sum(statement_weights[line.key] for line in own[:LINES]) for key, own in at.items()
    }
    hub = min(pull, key=lambda key: (-pull[key], key))
    other = {line.key: line.target if line.source == hub else line.source for line in at[hub]}
    once = {key: line for line in reversed(at[hub]) for key in [other[line.key]]}
    chosen = [line for line in at[hub] if once[other[line.key]] is line]
    return Card(place, hub, tuple(chosen[:LINES]))
