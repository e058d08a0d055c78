"""How a claim is distinguished from the plain edge between the same entities: one function per layout.

The content consists of quads, whose graph is the document that states them (None for statements about all
documents), and of reifications, which each layout writes in its own way. `recovery` does the reverse.
"""

import typing as t
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.choices import Layout
from kg.export.iris import checked_base
from kg.export.rdf.terms import Iri, Node, Quad, triple_term
from kg.export.rdf.vocabulary import KG, PROV, RDF, STRUCTURAL


@dataclass(frozen=True, slots=True)
class Reification:
    """The triple of a claim, and the document whose text makes it; the triple itself is not asserted."""

    claim: Iri
    subject: Iri
    predicate: Iri
    object: Node
    document: Iri | None = None


Content: t.TypeAlias = Quad | Reification

TYPE: t.Final = RDF["type"]
STATEMENT: t.Final = RDF["Statement"]
SUBJECT: t.Final = RDF["subject"]
PREDICATE: t.Final = RDF["predicate"]
OBJECT: t.Final = RDF["object"]
REIFIES: t.Final = RDF["reifies"]
LAYOUT: t.Final = KG["layout"]
CLAIM_PROPERTY: t.Final = KG["claimProperty"]
VALUE_PROPERTY: t.Final = KG["valueProperty"]


def in_layout(content: Iterable[Content], layout: Layout, *, base_iri: str) -> Iterator[Quad]:
    """Yield the content as quads in a layout, with the name of the layout; a quad may be repeated.

    Args:
        content: in any order.
        layout: how to write reifications.
        base_iri: the base of the IRIs of the graph.
    """
    base = checked_base(base_iri)
    yield dataset_iri(base), LAYOUT, KG[layout], None
    if layout == "none":
        yield from _plain(content, base)
        return
    reified, in_graphs = _REIFIED[layout], layout == "doc-graphs"
    for each in content:
        if isinstance(each, Reification):
            yield from reified(each, base)
        else:
            yield each if in_graphs else (each[0], each[1], each[2], None)


def dataset_iri(base: str) -> Iri:
    """Return the IRI of the data set, which the data set itself describes."""
    return Iri(f"{base}dataset")


def _reify(each: Reification, base: str, graph: Iri | None = None) -> Iterator[Quad]:
    yield each.claim, TYPE, STATEMENT, graph
    yield each.claim, SUBJECT, each.subject, graph
    yield each.claim, PREDICATE, each.predicate, graph
    yield each.claim, OBJECT, each.object, graph


def _nary(each: Reification, base: str) -> Iterator[Quad]:
    """Link the subject to the claim and the claim to the object, by two properties per relation, as Wikidata does."""
    name = each.predicate.removeprefix(f"{base}relation/")
    to_claim, to_value = Iri(f"{base}relation-claim/{name}"), Iri(f"{base}relation-value/{name}")
    yield each.subject, to_claim, each.claim, None
    yield each.claim, to_value, each.object, None
    yield each.predicate, CLAIM_PROPERTY, to_claim, None
    yield each.predicate, VALUE_PROPERTY, to_value, None


def _plain(content: Iterable[Content], base: str) -> Iterator[Quad]:
    """Keep the plain and structural edges, names and types of entities, and descriptions of relations and data set."""
    prefixes = (f"{base}entity/", f"{base}relation/", dataset_iri(base), KG.iri)
    for each in content:
        if not isinstance(each, Reification):
            subject, predicate, node, _ = each
            is_plain = predicate in STRUCTURAL.values() or not predicate.startswith((KG.iri, PROV.iri))
            if is_plain and subject.startswith(prefixes):
                yield subject, predicate, node, None


_REIFIED: t.Final[t.Mapping[Layout, Callable[[Reification, str], Iterable[Quad]]]] = {
    "reify": _reify,
    "rdf12": lambda each, _: [(each.claim, REIFIES, triple_term(each.subject, each.predicate, each.object), None)],
    "graphs": lambda each, _: [(each.subject, each.predicate, each.object, each.claim)],
    "doc-graphs": lambda each, base: _reify(each, base, each.document),
    "nary": _nary,
}
