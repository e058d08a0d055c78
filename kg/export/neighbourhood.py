"""The part of a graph that lies around a thing."""

import difflib
from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace

from kg.errors import UsageError
from kg.model import Entity, Graph, Statement


def around(graph: Graph, name: str, *, depth: int = 1) -> Graph:
    """Return the statements between all things at most `depth` steps away from those of that name, and their values.

    A statement joins its subject and its object, whichever way it is walked; its speaker is no step, but stays known.

    Args:
        graph: the graph to look into
        name: the label, an alias or the id of an entity; upper and lower case do not matter
        depth: how many steps to go, at least 1

    Raises:
        UsageError: no entity has that name, or the depth is not a positive number.
    """
    if depth < 1:
        raise UsageError(f"depth {depth}: give 1 or more")
    near = _reached(graph.statements, named(graph.entities, name), depth)
    statements = tuple(
        said
        for said in graph.statements
        if said.subject in near and (not isinstance(said.object, str) or said.object in near)
    )
    return _part(graph, near, statements)


def named(entities: Collection[Entity], name: str) -> frozenset[str]:
    """Return the ids of the entities of that name: those it is the label or id of, else those it is an alias of.

    Raises:
        UsageError: there is none; the error names the most similar labels.
    """
    wanted = name.casefold()
    found = frozenset(entity.id for entity in entities if wanted in {entity.id.casefold(), entity.label.casefold()})
    if not found:
        found = frozenset(entity.id for entity in entities if wanted in map(str.casefold, entity.aliases))
    if not found:
        labels = {entity.label.casefold(): entity.label for entity in entities}
        similar = [labels[label] for label in difflib.get_close_matches(wanted, sorted(labels), n=3, cutoff=0.5)]
        hint = f"; did you mean: {', '.join(similar)}?" if similar else ""
        raise UsageError(f"{name!r}: nothing in the graph has this name{hint}")
    return found


def _reached(statements: Collection[Statement], start: frozenset[str], depth: int) -> frozenset[str]:
    links: dict[str, set[str]] = defaultdict(set)
    for said in statements:
        if isinstance(said.object, str):
            links[said.subject].add(said.object)
            links[said.object].add(said.subject)
    near, ring = set(start), set(start)
    for _ in range(depth):
        ring = {other for name in ring for other in links[name]} - near
        near |= ring
    return frozenset(near)


def _part(graph: Graph, near: frozenset[str], statements: tuple[Statement, ...]) -> Graph:
    """Return the graph of these statements, with the documents and the things that they name."""
    documents = {claim.evidence.span.document for said in statements for claim in said.claims}
    others = {name for said in statements for name in (said.speaker, said.denied_by) if name is not None}
    entities = tuple(entity for entity in graph.entities if entity.id in near | others)
    mentioned = {mention.span.document for entity in entities for mention in entity.mentions if entity.id in near}
    kept = documents | (mentioned if not statements else set())
    chains = {entity.id: tuple(c for c in entity.chains if c[0].span.document in kept) for entity in entities}
    known = {mention.key for found in chains.values() for chain in found for mention in chain}
    return Graph(
        documents=tuple(document for document in graph.documents if document.id in kept),
        entities=tuple(replace(entity, chains=chains[entity.id]) for entity in entities),
        statements=statements,
        decisions=graph.decisions,
        named_parts=tuple(part for part in graph.named_parts if {part.whole.key, part.part.key} <= known),
    )
