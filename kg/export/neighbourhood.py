"""The part of a graph around an entity."""

import typing as t
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from kg.arguments import hint
from kg.errors import UsageError
from kg.export.importance import Importance, importance
from kg.model import Entity, Graph, NamedPart, Span, Statement, StructuralEdge

Edge: t.TypeAlias = Statement | StructuralEdge
Step: t.TypeAlias = tuple[str, Edge]
"""An entity, and the edge that connects it with another."""


def around(graph: Graph, name: str, *, depth: int = 1) -> Graph:
    """Return the statements between all entities at most `depth` steps from those with this name, and their values.

    A statement connects its subject and its object in both directions; its speaker is not a step, but is kept.

    Args:
        graph: the graph.
        name: the label, an alias or the id of an entity; case does not matter.
        depth: the number of steps, at least 1.

    Raises:
        UsageError: no entity has this name, or the depth is not a positive number.
    """
    if depth < 1:
        raise UsageError(f"depth {depth}: give 1 or more")
    near = _reached(graph.statements, named(graph.entities, name), depth)
    statements = tuple(
        statement
        for statement in graph.statements
        if statement.subject in near and (not isinstance(statement.object, str) or statement.object in near)
    )
    return part(graph, statements, near)


def path(
    graph: Graph, one: str, other: str, *, structural: bool = True, weights: Importance | None = None
) -> tuple[Edge, ...]:
    """Return the edges of a shortest path between two entities; nothing if they are the same or not connected.

    A statement connects its subject and its object in both directions. Among paths of equal length, the one starting
    with the most important statements is chosen. Structural edges are used only if statements alone give no path.

    Args:
        graph: the graph.
        one: the name of an entity, as for `around`.
        other: the name of the other entity.
        structural: whether to use structural edges if there is no path without them.
        weights: the result of `importance(graph)`, if already known.

    Raises:
        UsageError: no entity has this name.
    """
    starts, ends = named(graph.entities, one), named(graph.entities, other)
    joined = _joined(graph, weights or importance(graph))
    came = _first_steps(joined, starts, ends)
    if structural and not came.keys() & ends:
        for named_in in graph.structural_edges:
            joined[named_in.source].append((named_in.target, named_in))
            joined[named_in.target].append((named_in.source, named_in))
        came = _first_steps(joined, starts, ends)
    steps, step = [], next((came[end] for end in sorted(ends) if end in came), None)
    while step is not None:
        before, edge = step
        steps.append(edge)
        step = came[before]
    return tuple(reversed(steps))


def _joined(graph: Graph, weights: Importance) -> dict[str, list[Step]]:
    """Return the steps from each entity, by the importance of their statements."""
    joined: dict[str, list[Step]] = defaultdict(list)
    for statement in sorted(graph.statements, key=lambda statement: (-weights.statements[statement.id], statement.id)):
        if isinstance(statement.object, str):
            joined[statement.subject].append((statement.object, statement))
            joined[statement.object].append((statement.subject, statement))
    return joined


def _first_steps(
    joined: Mapping[str, Sequence[Step]], starts: Collection[str], ends: Collection[str]
) -> Mapping[str, Step | None]:
    """Return for each entity the step by which it is first reached, until one of the ends is found."""
    reached_by: dict[str, Step | None] = dict.fromkeys(sorted(starts))
    frontier = [*reached_by]
    while frontier and not reached_by.keys() & ends:
        steps = ((other, (entity, edge)) for entity in frontier for other, edge in joined.get(entity, ()))
        reached = [step for step in steps if step[0] not in reached_by]
        for other, step in reached:
            reached_by.setdefault(other, step)
        frontier = [*dict.fromkeys(other for other, _ in reached)]
    return reached_by


def named(entities: Collection[Entity], name: str) -> frozenset[str]:
    """Return the ids of the entities with this label or id, or else of those with this alias.

    Raises:
        UsageError: there is none; the error names the most similar labels.
    """
    wanted = name.casefold()
    found = frozenset(entity.id for entity in entities if wanted in {entity.id.casefold(), entity.label.casefold()})
    if not found:
        found = frozenset(entity.id for entity in entities if wanted in map(str.casefold, entity.aliases))
    if not found:
        similar = hint(name, (entity.label for entity in entities))
        raise UsageError(f"{name!r}: nothing in the graph has this name{similar}")
    return found


def _reached(statements: Collection[Statement], start: frozenset[str], depth: int) -> frozenset[str]:
    links: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        if isinstance(statement.object, str):
            links[statement.subject].add(statement.object)
            links[statement.object].add(statement.subject)
    near, ring = set(start), set(start)
    for _ in range(depth):
        ring = {other for name in ring for other in links[name]} - near
        near |= ring
    return frozenset(near)


def part(graph: Graph, statements: tuple[Statement, ...], others: frozenset[str] = frozenset()) -> Graph:
    """Return the graph of these statements, with their documents and entities, and with the given other entities."""
    named = others.union(
        *((statement.subject, statement.object, statement.speaker, statement.denied_by) for statement in statements)
    )
    entities = [entity for entity in graph.entities if entity.id in named]
    spans = (
        [claim.evidence.span for statement in statements for claim in statement.claims]
        if statements
        else _spans(entities)
    )
    documents = {span.document for span in spans}
    within = tuple(_within(entity, documents) for entity in entities)
    return Graph(
        documents=tuple(document for document in graph.documents if document.id in documents),
        entities=within,
        statements=statements,
        decisions=graph.decisions,
        named_parts=_named_parts(graph, within),
        copies=tuple(each for each in graph.copies if {each.document, each.original} <= documents),
    )


def _named_parts(graph: Graph, entities: Iterable[Entity]) -> tuple[NamedPart, ...]:
    """Return the named parts of a graph in which both entities are among these."""
    known = {mention.key for entity in entities for mention in entity.mentions}
    return tuple(part for part in graph.named_parts if {part.whole.key, part.part.key} <= known)


def _spans(entities: Iterable[Entity]) -> list[Span]:
    return [mention.span for entity in entities for mention in entity.mentions]


def _within(entity: Entity, documents: Collection[str]) -> Entity:
    """Return an entity with only its mentions in these documents."""
    return replace(entity, chains=tuple(chain for chain in entity.chains if chain[0].span.document in documents))
