"""Find the statements of a graph that fit a schema, and the reasons why the others do not."""

import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import broader_class, class_iri, datatype_iri
from kg.export.schema.reading import Relation, Schema, Type
from kg.lexicon.noun_types import broad_type
from kg.model import Graph, Literal, Statement

Reason = t.Literal["no such relation", "no object", "subject of another type", "object of another type"]
REASONS: t.Final[tuple[Reason, ...]] = t.get_args(Reason)
Ends: t.TypeAlias = tuple[str | Literal, str | Literal]
"""The ends of a statement in the direction of the schema: ids of entities, and values."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A statement as a relation of the schema, with its ends in the direction of that relation."""

    statement: Statement
    relation: Relation
    ends: Ends


@dataclass(frozen=True, slots=True)
class Fitting:
    """The statements that fit a schema, those that do not with the reason, and the types of entities that have one."""

    mapped: tuple[Mapped, ...]
    rest: tuple[tuple[Statement, Reason], ...]
    types: Mapping[str, Iri]

    @property
    def reasons(self) -> dict[Reason, int]:
        """The number of statements that do not fit, by reason."""
        counts = Counter(reason for _, reason in self.rest)
        return {reason: counts[reason] for reason in REASONS}


def mapping(graph: Graph, schema: Schema) -> Fitting:
    """Return the statements that fit a schema; one statement may fit several relations.

    Args:
        graph: the graph.
        schema: the types and relations.
    """
    named: dict[str, list[tuple[Relation, bool]]] = {}
    for relation in schema.relations:
        for turned, names in ((False, relation.names), (True, relation.reversed)):
            for name in names:
                named.setdefault(name, []).append((relation, turned))
    types = (*schema.types, *_types_by_iri(schema))
    classes = {entity.id: _classes(entity.type, types) for entity in graph.entities}
    mapped: list[Mapped] = []
    rest: list[tuple[Statement, Reason]] = []
    for statement in graph.statements:
        found = [*_tried(statement, named.get(statement.relation, ()), classes)]
        fitting = [each for each in found if isinstance(each, Mapped)]
        mapped += fitting
        if not fitting:
            reasons = [each for each in found if not isinstance(each, Mapped)]
            rest.append((statement, max(reasons, key=REASONS.index, default="no such relation")))
    return Fitting(tuple(mapped), tuple(rest), {id_: each[0] for id_, each in classes.items() if each})


def _types_by_iri(schema: Schema) -> tuple[Type, ...]:
    """Return the types that a domain or a range has only by their IRIs."""
    given = {iri for relation in schema.relations for iri in relation.domain | relation.range}
    return tuple(map(Type, sorted(given - {type_.iri for type_ in schema.types})))


def _tried(
    statement: Statement, relations: Iterable[tuple[Relation, bool]], classes: Mapping[str, tuple[Iri, ...]]
) -> Iterator[Mapped | Reason]:
    """Yield a statement as each of these relations, or the reason why it does not fit."""
    for relation, turned in relations:
        if statement.object is None:
            yield "no object"
            continue
        ends = (statement.object, statement.subject) if turned else (statement.subject, statement.object)
        wrong = [not _fits(*each, classes) for each in zip(ends, (relation.domain, relation.range), strict=True)]
        if wrong[turned]:
            yield "subject of another type"
        elif wrong[not turned]:
            yield "object of another type"
        else:
            yield Mapped(statement, relation, ends)


def _fits(end: str | Literal, wanted: frozenset[Iri], classes: Mapping[str, tuple[Iri, ...]]) -> bool:
    """Return whether an entity has one of the types, or a value one of the datatypes."""
    own = (datatype_iri(end.datatype),) if isinstance(end, Literal) else classes.get(end, ())
    return not wanted or not wanted.isdisjoint(own)


def _classes(type_: str, types: Iterable[Type]) -> tuple[Iri, ...]:
    """Return the schema types that a type of `kg` belongs to, the narrowest first, then in the order of declaration."""
    narrow, broad = {type_}, {broad_type(type_)}
    found = [(0 if _is_of(each, narrow) else 1, each.iri) for each in types if _is_of(each, narrow | broad)]
    return tuple(iri for _, iri in sorted(found, key=lambda each: each[0]))


def _is_of(type_: Type, names: set[str]) -> bool:
    if type_.types:
        return not type_.types.isdisjoint(names)
    return type_.iri in {class_iri(name) for name in names} | {broader_class(name) for name in names}
