"""How the things of a graph hang together: by its statements alone, and by what the words for things name."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.lexicon.noun_types import is_capitalized_description
from kg.model import Entity, Graph, Statement


@dataclass(frozen=True, slots=True)
class Connections:
    """Counts of things, of those with a name, and of what joins them.

    A thing stands in a statement that it is subject, object, speaker, denier or circumstance of; a statement joins all
    of these. `together` is the largest number of named things in one component, `largest` that of all things in one;
    with `structural` edges, they are the last two. `between_named` counts the statements whose subject and object have
    names.
    """

    things: int = 0
    named: int = 0
    unstated: int = 0
    named_unstated: int = 0
    named_apart: int = 0
    statements: int = 0
    between_named: int = 0
    relations: int = 0
    relations_used_once: int = 0
    structural: int = 0
    largest: int = 0
    together: int = 0
    structural_largest: int = 0
    structural_together: int = 0


def connections(graph: Graph) -> Connections:
    """Return how the things of a graph hang together."""
    named = {entity.id for entity in graph.entities if has_name(entity)}
    joined = [*_joined(graph)]
    edges = [(edge.source, edge.target) for edge in graph.structural_edges]
    stated, structured = {id_ for ids in joined for id_ in ids}, {id_ for edge in edges for id_ in edge}
    relations = Counter(statement.relation for statement in graph.statements)
    largest, together = _largest(joined, named)
    structural_largest, structural_together = _largest([*joined, *edges], named)
    return Connections(
        things=len(graph.entities),
        named=len(named),
        unstated=len(graph.entities) - len(stated),
        named_unstated=len(named - stated),
        named_apart=len(named - stated - structured),
        statements=len(graph.statements),
        between_named=sum({said.subject, said.object} <= named for said in graph.statements),
        relations=len(relations),
        relations_used_once=sum(count == 1 for count in relations.values()),
        structural=len(edges),
        largest=largest,
        together=together,
        structural_largest=structural_largest,
        structural_together=structural_together,
    )


def has_name(entity: Entity) -> bool:
    """Tell whether a text names a thing; a noun with a capital, "the President", is no name."""
    return any(each.kind == "name" and not is_capitalized_description(each.text) for each in entity.mentions)


def _joined(graph: Graph) -> Iterator[tuple[str, ...]]:
    """Yield the things that each statement joins."""
    ids = graph.entity_ids()
    for said in graph.statements:
        ends = (said.subject, said.object, said.speaker, said.denied_by)
        yield (*(end for end in ends if isinstance(end, str)), *_circumstances(said, ids))


def _circumstances(statement: Statement, ids: Mapping[tuple[str, int], str]) -> Iterator[str]:
    for claim in statement.claims:
        for qualifier in claim.qualifiers:
            if qualifier.value.key in ids:
                yield ids[qualifier.value.key]


def _largest(joined: Iterable[Collection[str]], named: Collection[str]) -> tuple[int, int]:
    """Return how many things are in the largest component, and how many named things are at most in one."""
    near: dict[str, set[str]] = defaultdict(set)
    for ids in joined:
        for id_ in ids:
            near[id_].update(ids)
    components = [*_components(near)]
    return max(map(len, components), default=0), max((len(each & set(named)) for each in components), default=0)


def _components(near: Mapping[str, Collection[str]]) -> Iterator[set[str]]:
    seen: set[str] = set()
    for start in near:
        if start in seen:
            continue
        found, ring = {start}, [start]
        while ring:
            ring = [other for other in {each for id_ in ring for each in near[id_]} if other not in found]
            found.update(ring)
        seen |= found
        yield found
