"""Measure how well the entities of a graph are connected: by statements alone, and by names within other names."""

import itertools
import typing as t
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.lexicon.noun_types import is_capitalized_description
from kg.model import Claim, Entity, Graph, Span, Statement
from kg.places import Marks

Names: t.TypeAlias = Marks[tuple[int, str]]
"""The start of each mention, with its length and the id of its entity."""


@dataclass(frozen=True, slots=True)
class Connections:
    """The numbers of entities, of named entities, and of the connections between them.

    A statement connects its subject, object, speaker, denier and circumstances. `largest_component` is the number of
    entities in the largest component, `named_connected` the largest number of named entities in one. A field that ends
    in `by_mentions` also counts connections to names in the words of statements, one in `structural` structural edges.
    `named_isolated` counts the named entities in no statement and no structural edge, `named_never_mentioned` those
    that no statement mentions either. `between_named` counts the statements whose subject and object have names,
    `naming_both` those with a name in the words of both.
    """

    entities: int = 0
    named_entities: int = 0
    entities_without_statement: int = 0
    named_without_statement: int = 0
    named_isolated: int = 0
    named_never_mentioned: int = 0
    statements: int = 0
    between_named: int = 0
    naming_both: int = 0
    relations: int = 0
    relations_used_once: int = 0
    structural: int = 0
    largest_component: int = 0
    named_connected: int = 0
    named_connected_by_mentions: int = 0
    largest_component_structural: int = 0
    named_connected_structural: int = 0


def connections(graph: Graph) -> Connections:
    """Return how well the entities of a graph are connected."""
    named = {entity.id for entity in graph.entities if has_name(entity)}
    joined = [*_joined(graph)]
    edges = [(edge.source, edge.target) for edge in graph.structural_edges]
    stated, structured = {id_ for ids in joined for id_ in ids}, {id_ for edge in edges for id_ in edge}
    relations = Counter(statement.relation for statement in graph.statements)
    found, places = mentioned(graph), _places(graph)
    wider = [(*ids, *found(statement)) for ids, statement in zip(joined, graph.statements, strict=True)]
    largest, together = _largest(joined, named)
    structural_largest, structural_together = _largest([*joined, *edges], named)
    return Connections(
        entities=len(graph.entities),
        named_entities=len(named),
        entities_without_statement=len(graph.entities) - len(stated),
        named_without_statement=len(named - stated),
        named_isolated=len(named - stated - structured),
        named_never_mentioned=len(named - structured - {id_ for ids in wider for id_ in ids}),
        statements=len(graph.statements),
        between_named=sum({statement.subject, statement.object} <= named for statement in graph.statements),
        naming_both=sum(_names_both(statement, places) for statement in graph.statements),
        relations=len(relations),
        relations_used_once=sum(count == 1 for count in relations.values()),
        structural=len(edges),
        largest_component=largest,
        named_connected=together,
        named_connected_by_mentions=_largest(wider, named)[1],
        largest_component_structural=structural_largest,
        named_connected_structural=structural_together,
    )


def has_name(entity: Entity) -> bool:
    """Return whether a text names an entity; a capitalized noun, "the President", is not a name."""
    mentions = itertools.chain.from_iterable(entity.chains)  # usually the first one decides
    return any(each.kind == "name" and not is_capitalized_description(each.words) for each in mentions)


def mentioned(graph: Graph) -> Callable[[Statement], tuple[str, ...]]:
    """Return a function for the named entities that the words of a statement mention, apart from its ends; sorted.

    "Roe refused to talk to *Silva*" mentions Silva, and so does a statement with the circumstance "after the *Acme*
    affair": the words of its subject, object and circumstances contain a mention of them.
    """
    places = _places(graph)
    return lambda statement: tuple(sorted(_mentioned(statement, places)))


def _places(graph: Graph) -> Names:
    """Return the positions of all mentions of named entities."""
    return Marks(
        (mention.span.document, mention.span.start, (mention.span.end - mention.span.start, entity.id))
        for entity in filter(has_name, graph.entities)
        for chain in entity.chains
        for mention in chain
    )


def _names_both(statement: Statement, places: Names) -> bool:
    """Return whether both ends of a statement have a name in their words: "*Roe* won the *Lyon* Open"."""
    ends = [(claim.subject.span, claim.object.span) for claim in statement.claims if claim.object is not None]
    return any(all(any(_inside(span, places)) for span in both) for both in ends)


def _mentioned(statement: Statement, places: Names) -> set[str]:
    spans = (span for claim in statement.claims for span in _slots(claim))
    return {id_ for span in spans for id_ in _inside(span, places)} - {statement.subject, statement.object}


def _slots(claim: Claim) -> Iterator[Span]:
    """Yield the words of the subject, the object and the circumstances of a claim."""
    for mention in (claim.subject, claim.object, *(qualifier.value for qualifier in claim.qualifiers)):
        if mention is not None:
            yield mention.span


def _inside(span: Span, places: Names) -> Iterator[str]:
    for start, (length, id_) in places.within(span.document, span.start, span.end):
        if start + length <= span.end:
            yield id_


def _joined(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yield the entities that each statement connects."""
    ids = graph.entity_ids()
    for statement in graph.statements:
        ends = (statement.subject, statement.object, statement.speaker, statement.denied_by)
        yield (*(end for end in ends if isinstance(end, str)), *_circumstances(statement, ids))


def _circumstances(statement: Statement, ids: Mapping[tuple[str, int], str]) -> Iterator[str]:
    for claim in statement.claims:
        for qualifier in claim.qualifiers:
            if qualifier.value.key in ids:
                yield ids[qualifier.value.key]


def _largest(joined: Iterable[Collection[str]], named: Collection[str]) -> tuple[int, int]:
    """Return the size of the largest component, and the maximum number of named entities in one."""
    near: dict[str, set[str]] = defaultdict(set)
    for ids in joined:
        for id_ in ids:
            near[id_].update(ids)
    components = [*_components(near)]
    return max(map(len, components), default=0), max((len(each & set(named)) for each in components), default=0)


def _components(near: Mapping[str, Collection[str]]) -> Iterator[set[str]]:
    visited: set[str] = set()
    for start in near:
        if start in visited:
            continue
        found, ring = {start}, [start]
        while ring:
            ring = [other for other in {each for id_ in ring for each in near[id_]} if other not in found]
            found.update(ring)
        visited |= found
        yield found
