"""The files of a graph in the terms of a schema: the statements that fit, the rest, and RDF with its IRIs."""

import typing as t
from collections.abc import Iterator

from kg.export.importance import Importance
from kg.export.lookup import Lookup
from kg.export.rdf.terms import Iri, Node, n_triples
from kg.export.rdf.values import value
from kg.export.rdf.vocabulary import RDF
from kg.export.schema.mapping import Fitting, Mapped
from kg.export.tables import Record, json_lines, triples
from kg.model import Graph, Literal

FILES: t.Final = ("schema.jsonl", "schema-rest.jsonl", "schema.nt")


def schema_files(
    graph: Graph, found: Fitting, *, base_iri: str, weights: Importance | None = None
) -> dict[str, Iterator[str]]:
    """Return the lines of each file by its name.

    `schema.jsonl` has the statements that fit, each as in `triples.jsonl` with `schema`: its ends, types and relation
    by their IRIs. `schema-rest.jsonl` has the others, with `reason`. `schema.nt` has the plain ones that fit as bare
    triples, and the types of entities.

    Args:
        graph: the graph.
        found: the result of fitting the graph to the schema.
        base_iri: the base of the ids.
        weights: the result of `importance(graph)`, if already known.
    """
    lookup = Lookup.of(graph, base_iri)
    fitting = sorted(found.mapped, key=lambda each: (each.statement.id, each.relation.iri))
    rest = sorted(found.rest, key=lambda each: each[0].id)
    rows = triples(graph, [each.statement for each in fitting], base_iri=base_iri, weights=weights)
    others = triples(graph, [statement for statement, _ in rest], base_iri=base_iri, weights=weights)
    mapped = (row | {"schema": _mapped(each, found, lookup)} for row, each in zip(rows, fitting, strict=True))
    left = (row | {"reason": reason} for row, (_, reason) in zip(others, rest, strict=True))
    return dict(zip(FILES, (json_lines(mapped), json_lines(left), _lines(found, lookup)), strict=True))


def _mapped(each: Mapped, found: Fitting, lookup: Lookup) -> Record:
    subject, object_ = each.ends
    ends = ((name, _id(end, lookup), _class(end, found)) for name, end in (("subject", subject), ("object", object_)))
    record: Record = {"relation": each.relation.iri, "inverse": each.relation.inverse}
    for name, id_, class_ in ends:
        record |= {f"{name}_id": id_, f"{name}_type": class_}
    return record | {"reversed": each.statement.relation in each.relation.reversed}


def _id(end: str | Literal, lookup: Lookup) -> str | None:
    return None if isinstance(end, Literal) else lookup.iri(end)


def _class(end: str | Literal, found: Fitting) -> str | None:
    return None if isinstance(end, Literal) else found.types.get(end)


def _lines(found: Fitting, lookup: Lookup) -> Iterator[str]:
    """Yield sorted lines of N-Triples; only statements asserted by the texts themselves become bare triples."""
    lines = {f"<{lookup.iri(id_)}> <{RDF['type']}> <{class_}> .\n" for id_, class_ in found.types.items()}
    for each in filter(lambda each: each.statement.plain, found.mapped):
        subject, object_ = (n_triples(_node(end, lookup)) for end in each.ends)
        lines.add(f"{subject} <{each.relation.iri}> {object_} .\n")
        if each.relation.inverse is not None and isinstance(each.ends[1], str):
            lines.add(f"{object_} <{each.relation.inverse}> {subject} .\n")
    return iter(sorted(lines))


def _node(end: str | Literal, lookup: Lookup) -> Node:
    return value(end) if isinstance(end, Literal) else Iri(t.cast("str", lookup.iri(end)))
