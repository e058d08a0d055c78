"""Recover the content from quads in any layout: reifications, and quads with the document that states them."""

import typing as t
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.errors import InputError
from kg.export.iris import PLACE
from kg.export.rdf.layouts import (
    CLAIM_PROPERTY,
    LAYOUT,
    OBJECT,
    PREDICATE,
    REIFIES,
    STATEMENT,
    SUBJECT,
    TYPE,
    VALUE_PROPERTY,
    Content,
    Reification,
)
from kg.export.rdf.terms import Iri, Node, Quad, Triple, is_triple_term, triple_of
from kg.export.rdf.values import words_of
from kg.export.rdf.vocabulary import KG, NIF, PROV, VOID

PLAIN_EDGES: t.Final = "has plain edges only (provenance none), and no statements to read"
"""What is wrong with a graph whose statements were left out."""
_PARTS: t.Final = (SUBJECT, PREDICATE, OBJECT)
_BY_RELATION: t.Final = (CLAIM_PROPERTY, VALUE_PROPERTY)

Index: t.TypeAlias = Mapping[Iri, Mapping[Iri, list[Node]]]
"""Objects by predicate and subject."""


def recovered(quads: Iterable[Quad]) -> Iterator[Content]:
    """Yield the content that was passed to `in_layout`; the layout need not be known.

    Raises:
        InputError: a claim lacks a single subject, relation and object, or the provenance was left out.
    """
    quads = list(quads)
    index = _index(quads)
    if any(KG["none"] in found.get(LAYOUT, ()) for found in index.values()):
        raise InputError(PLAIN_EDGES)
    claims = _Claims.of(index)
    edges = _edges(index, claims)
    yield from _reifications(quads, claims)
    for subject, predicate, node, graph in quads:
        if graph in claims.sources or _belongs_to_layout(subject, predicate, node, claims):
            continue
        documents = edges.get((subject, predicate, node), [graph or claims.document(subject)])
        for document in documents:
            yield subject, predicate, node, document


def base_of(quads: Iterable[Quad]) -> str:
    """Return the base of the IRIs of a graph.

    Raises:
        InputError: the graph does not describe itself as a data set.
    """
    index = _index(quads)
    bases = {words_of(base) for found in index.values() if LAYOUT in found for base in found.get(VOID["uriSpace"], ())}
    if len(bases) != 1:
        raise InputError("does not declare the base of its IRIs: it needs one void:uriSpace")
    return bases.pop()


def _index(quads: Iterable[Quad]) -> Index:
    index: dict[Iri, dict[Iri, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, node in dict.fromkeys(quad[:3] for quad in quads):
        index[subject][predicate].append(node)
    return index


@dataclass(frozen=True, slots=True)
class _Claims:
    """The documents of claims, and the data for finding the document of anything else."""

    sources: Mapping[Iri, Iri | None]
    owners: Mapping[Iri, Iri]
    documents: Collection[Iri]
    relations: Mapping[Iri, Iri]
    """The properties to and from claims, if the layout has them."""

    @classmethod
    def of(cls, index: Index) -> "_Claims":
        sources: dict[Iri, Iri | None] = {}
        owners, relations = {}, {}
        for subject, found in index.items():
            if KG["Claim"] in found.get(TYPE, ()):
                spans = found.get(PROV["wasDerivedFrom"], ())
                sources[subject] = next((Iri(span.partition(PLACE)[0]) for span in spans), None)
                owners.update({Iri(node): subject for node in found.get(KG["qualifier"], ())})
            relations.update({Iri(node): subject for key in _BY_RELATION for node in found.get(key, ())})
        documents = {subject for subject, found in index.items() if NIF["Context"] in found.get(TYPE, ())}
        return cls(sources, owners, documents, relations)

    def document(self, subject: Iri) -> Iri | None:
        """Return the document that states the triples about a subject, or None if they concern all documents."""
        if PLACE in subject:
            return Iri(subject.partition(PLACE)[0])
        return subject if subject in self.documents else self.sources.get(self.owners.get(subject, subject))


def _belongs_to_layout(subject: Iri, predicate: Iri, node: Node, claims: _Claims) -> bool:
    """Return whether a quad only belongs to the layout."""
    if predicate in {LAYOUT, *_BY_RELATION} or predicate in claims.relations:
        return True
    reifies = predicate in {REIFIES, *_PARTS} or (predicate == TYPE and node == STATEMENT)
    return reifies and subject in claims.sources


def _reifications(quads: Iterable[Quad], claims: _Claims) -> Iterator[Reification]:
    made: dict[Iri, dict[Iri, Node]] = defaultdict(dict)
    for claim, part, node in _parts(quads, claims):
        if made[claim].setdefault(part, node) != node:
            raise InputError(f"is not a graph that kg wrote: <{claim}> has more than one <{part}>")
    for claim, document in claims.sources.items():
        missing = [part for part in _PARTS if part not in made[claim]]
        if missing:
            raise InputError(f"is not a graph that kg wrote: <{claim}> has no <{missing[0]}>")
        subject, relation, node = (made[claim][part] for part in _PARTS)
        yield Reification(claim, Iri(subject), Iri(relation), node, document)


def _parts(quads: Iterable[Quad], claims: _Claims) -> Iterator[Triple]:
    """Yield the subject, relation and object of claims, as in a reification."""
    for subject, predicate, node, graph in quads:
        if graph is not None and graph in claims.sources:
            yield from ((graph, part, value) for part, value in zip(_PARTS, (subject, predicate, node), strict=True))
        elif predicate == REIFIES and is_triple_term(node):
            yield from ((subject, part, value) for part, value in zip(_PARTS, triple_of(node), strict=True))
        elif predicate in _PARTS:
            yield subject, predicate, node
        elif predicate in claims.relations:
            # of the two steps through a claim, the one from its subject to it, or the one from it to its object
            from_claim = subject in claims.sources
            claim, end, value = (subject, OBJECT, node) if from_claim else (Iri(node), SUBJECT, subject)
            yield claim, PREDICATE, claims.relations[predicate]
            yield claim, end, value


def _edges(index: Index, claims: _Claims) -> Mapping[Triple, list[Iri | None]]:
    """Return the plain edges with the documents whose claims make them."""
    documents_of: dict[Iri, set[Iri | None]] = defaultdict(set)
    for claim, document in claims.sources.items():
        for statement in index[claim].get(KG["evidenceOf"], ()):
            documents_of[Iri(statement)].add(document)
    edges: dict[Triple, set[Iri | None]] = defaultdict(set)
    for statement, found in index.items():
        asserted = found.get(KG["polarity"]) == [KG["affirmed"]] and found.get(KG["modality"]) == [KG["asserted"]]
        plain = asserted and not (PROV["wasAttributedTo"] in found or KG["deniedBy"] in found)
        if plain and KG["Statement"] in found.get(TYPE, ()):
            parts = (found.get(KG[name], ()) for name in ("subject", "relation", "object"))
            for subject, relation, node in zip(*parts, strict=False):
                edges[Iri(subject), Iri(relation), node] |= documents_of.get(statement) or {None}
    return {edge: sorted(documents, key=str) for edge, documents in edges.items()}
