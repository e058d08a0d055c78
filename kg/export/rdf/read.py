"""RDF that `kg` wrote becomes the graph again."""

import os
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pyoxigraph
import rdflib
from rdflib import Literal as RdfLiteral
from rdflib import URIRef

from kg.errors import InputError
from kg.export.rdf import terms
from kg.export.rdf.terms import Node
from kg.export.rdf.vocabulary import DCT, ITSRDF, KG, NIF, PROV, RDF, RDFS, SKOS, type_name
from kg.model import (
    Chain,
    Claim,
    Decision,
    DecisionKind,
    Document,
    Entity,
    Evidence,
    Graph,
    Kind,
    Literal,
    Mention,
    Modality,
    Qualifier,
    Span,
    Statement,
)

Properties: t.TypeAlias = Mapping[str, list[Node]]


def from_rdf(rdf: rdflib.Graph) -> Graph:
    """Return the graph that `to_rdf` was given; triples that `kg` does not write are passed over.

    Where rdflib itself parsed the RDF it may have rewritten literals (`007` to `7`); `read_turtle` keeps them.

    Raises:
        InputError: something that `kg` always writes is missing.
    """
    return _graph((str(s), str(p), t.cast("Node", o)) for s, p, o in rdf)


def read_turtle(path: str | os.PathLike[str]) -> Graph:
    """Return the graph in a Turtle file that `kg` wrote.

    Raises:
        InputError: the file cannot be opened, is no Turtle, or lacks something that `kg` always writes.
    """
    place = os.fspath(path)
    try:
        with open(place, "rb") as file:
            parsed = list(pyoxigraph.parse(file, format=pyoxigraph.RdfFormat.TURTLE))
    except OSError as error:
        raise InputError(f"{place}: cannot be opened: {error.strerror}") from error
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{place}: is not Turtle: {_one_line(error)}") from error
    try:
        return _graph((_iri(quad.subject), _iri(quad.predicate), _node(quad.object)) for quad in parsed)
    except InputError as error:
        raise InputError(f"{place}: {error}") from error


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _iri(term: t.Any) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode) else str(term)


def _node(term: t.Any) -> Node:
    if not isinstance(term, pyoxigraph.Literal):
        return URIRef(_iri(term))
    if term.language is not None:
        return RdfLiteral(term.value, lang=term.language)
    datatype = term.datatype.value
    is_string = datatype == str(rdflib.XSD.string)
    return RdfLiteral(term.value, datatype=None if is_string else URIRef(datatype), normalize=False)


@dataclass(frozen=True, slots=True)
class _Source:
    """The triples by subject and predicate, and what the parts of a graph are looked up in."""

    nodes: Mapping[str, Properties]
    labels: Mapping[str, str]

    def of_class(self, class_: URIRef) -> list[str]:
        return sorted(iri for iri, properties in self.nodes.items() if class_ in properties.get(str(RDF["type"]), ()))

    def all(self, iri: str, predicate: URIRef) -> list[Node]:
        return self.nodes.get(iri, {}).get(str(predicate), [])

    def some(self, iri: str, predicate: URIRef) -> Node | None:
        return next(iter(self.all(iri, predicate)), None)

    def one(self, iri: str, predicate: URIRef) -> Node:
        node = self.some(iri, predicate)
        if node is None:
            raise InputError(f"is not a graph that kg wrote: <{iri}> has no <{predicate}>")
        return node

    def words(self, iri: str, predicate: URIRef) -> str | None:
        node = self.some(iri, predicate)
        return None if node is None else terms.words_of(node)

    def number(self, iri: str, predicate: URIRef) -> int:
        return int(self.one(iri, predicate))

    def name(self, iri: str, predicate: URIRef) -> str:
        """Return the local name of a term of our own: `negated`, `hedged`, `pronoun`."""
        return str(self.one(iri, predicate)).removeprefix(str(KG))

    def local(self, node: Node) -> str:
        """Return the id of an entity or a statement."""
        name = self.words(str(node), KG["localName"])
        return str(node).rsplit("/", 1)[-1] if name is None else name

    def span(self, node: Node) -> Span:
        iri = str(node)
        document = terms.words_of(self.one(str(self.one(iri, NIF["referenceContext"])), DCT["identifier"]))
        return Span(document, self.number(iri, NIF["beginIndex"]), self.number(iri, NIF["endIndex"]))

    def spans(self, iri: str, predicate: URIRef) -> tuple[Span, ...]:
        return tuple(sorted(map(self.span, self.all(iri, predicate))))


def _graph(triples: Iterable[tuple[str, str, Node]]) -> Graph:
    nodes: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object_ in triples:
        nodes[subject][predicate].append(object_)
    label = str(RDFS["label"])
    labels = {iri: terms.words_of(found[label][0]) for iri, found in nodes.items() if label in found}
    source = _Source({iri: dict(found) for iri, found in nodes.items()}, labels)
    mentions = {iri: _mention(source, iri) for iri in source.of_class(KG["Mention"])}
    documents = (_document(source, iri) for iri in source.of_class(NIF["Context"]))
    return Graph(
        tuple(sorted(documents, key=lambda document: document.id)),
        tuple(sorted(_entities(source, mentions), key=lambda entity: entity.id)),
        tuple(sorted(_statements(source, mentions), key=lambda statement: statement.id)),
        tuple(sorted(_decisions(source))),
    )


def _decisions(source: _Source) -> t.Iterator[Decision]:
    things: dict[str, list[str]] = defaultdict(list)
    for iri in source.of_class(KG["Entity"]):
        for decision in source.all(iri, PROV["wasInfluencedBy"]):
            things[str(decision)].append(source.local(URIRef(iri)))
    for iri in source.of_class(KG["Decision"]):
        yield Decision(
            kind=t.cast("DecisionKind", source.name(iri, KG["decisionKind"])),
            names=tuple(sorted(map(terms.words_of, source.all(iri, KG["decisionName"])))),
            value=source.words(iri, KG["decisionValue"]) or "",
            by=source.words(str(source.one(iri, PROV["wasAttributedTo"])), RDFS["label"]) or "",
            things=tuple(sorted(things[iri])),
        )


def _document(source: _Source, iri: str) -> Document:
    issued = source.some(iri, DCT["issued"])
    return Document(
        id=terms.words_of(source.one(iri, DCT["identifier"])),
        text=terms.words_of(source.one(iri, NIF["isString"])),
        title=source.words(iri, DCT["title"]),
        published=None if issued is None else date.fromisoformat(str(issued)),
        source=source.words(iri, DCT["publisher"]),
        language=terms.words_of(source.one(iri, DCT["language"])),
    )


def _mention(source: _Source, iri: str) -> Mention:
    return Mention(
        span=source.span(URIRef(iri)),
        text=terms.words_of(source.one(iri, NIF["anchorOf"])),
        head=source.number(iri, KG["head"]),
        kind=t.cast("Kind", source.name(iri, KG["kind"])),
        type=type_name(URIRef(source.one(iri, ITSRDF["taClassRef"])), source.labels),
        value=terms.time_of(source.nodes[iri]) or _literal(source, iri, KG["value"]),
    )


def _literal(source: _Source, iri: str, predicate: URIRef) -> Literal | None:
    node = source.some(iri, predicate)
    if not isinstance(node, RdfLiteral):
        return None
    unit, datatype = source.words(iri, KG["unit"]), source.words(iri, KG["datatypeName"])
    return terms.value_of(node, unit, datatype, source.labels)


def _mention_order(mention: Mention) -> tuple[str, int, int, int, str]:
    return mention.span.document, mention.span.start, mention.span.end, mention.head, repr(mention)


def _entities(source: _Source, mentions: Mapping[str, Mention]) -> t.Iterator[Entity]:
    chains = _chains(source, mentions)
    for iri in source.of_class(KG["Entity"]):
        types = [URIRef(node) for node in source.all(iri, RDF["type"]) if node != KG["Entity"]]
        classes = sorted(types, key=lambda class_: (not class_.startswith(KG), class_))  # schema.org's stands above it
        links = (*source.all(iri, SKOS["exactMatch"]), *source.all(iri, KG["link"]))
        if not classes:
            raise InputError(f"is not a graph that kg wrote: <{iri}> has no type")
        yield Entity(
            id=source.local(URIRef(iri)),
            label=terms.words_of(source.one(iri, RDFS["label"])),
            type=type_name(classes[0], source.labels),
            aliases=tuple(sorted(map(terms.words_of, source.all(iri, SKOS["altLabel"])))),
            chains=tuple(sorted(chains.get(iri, ()), key=lambda chain: _mention_order(chain[0]))),
            links=tuple(sorted(map(terms.words_of, links))),
        )


def _chains(source: _Source, mentions: Mapping[str, Mention]) -> dict[str, list[Chain]]:
    """Return the chains by the IRI of the entity that they mention."""
    members: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for iri, mention in mentions.items():
        entity, chain = source.some(iri, ITSRDF["taIdentRef"]), source.some(iri, KG["chain"])
        if entity is not None and chain is not None:
            members[str(entity), str(chain)].append(mention)
    chains: dict[str, list[Chain]] = defaultdict(list)
    for (entity_iri, _), found in members.items():
        chains[entity_iri].append(tuple(sorted(found, key=_mention_order)))
    return chains


def _statements(source: _Source, mentions: Mapping[str, Mention]) -> t.Iterator[Statement]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for iri in source.of_class(KG["Statement"]):
        claims[str(source.one(iri, KG["evidenceOf"]))].append(_claim(source, iri, mentions))
    for iri in source.of_class(KG["MergedStatement"]):
        speaker, denied_by = source.some(iri, PROV["wasAttributedTo"]), source.some(iri, KG["deniedBy"])
        object_ = _literal(source, iri, KG["object"])
        yield Statement(
            id=source.local(URIRef(iri)),
            subject=source.local(source.one(iri, KG["subject"])),
            relation=_relation(source, source.one(iri, KG["relation"])),
            object=source.local(source.one(iri, KG["object"])) if object_ is None else object_,
            negated=source.name(iri, KG["polarity"]) == "negated",
            modality=t.cast("Modality", source.name(iri, KG["modality"])),
            speaker=None if speaker is None else source.local(speaker),
            denied_by=None if denied_by is None else source.local(denied_by),
            time=terms.time_of(source.nodes[iri]),
            claims=tuple(sorted(claims[iri], key=_claim_order)),
        )


def _relation(source: _Source, node: Node) -> str:
    return terms.words_of(source.one(str(node), RDFS["label"]))


def _claim_order(claim: Claim) -> tuple[Span, str]:
    return claim.evidence.span, repr(claim)


def _claim(source: _Source, iri: str, mentions: Mapping[str, Mention]) -> Claim:
    speaker, denier = source.some(iri, KG["speakerMention"]), source.some(iri, KG["denierMention"])
    name = source.words(iri, KG["relationName"])
    return Claim(
        subject=mentions[str(source.one(iri, KG["subjectMention"]))],
        relation=_relation(source, source.one(iri, RDF["predicate"])) if name is None else name,
        object=mentions[str(source.one(iri, KG["objectMention"]))],
        evidence=_evidence(source, iri),
        negated=source.name(iri, KG["polarity"]) == "negated",
        modality=t.cast("Modality", source.name(iri, KG["modality"])),
        speaker=None if speaker is None else mentions[str(speaker)],
        denied_by=None if denier is None else mentions[str(denier)],
        time=terms.time_of(source.nodes[iri]),
        qualifiers=_qualifiers(source, iri, mentions),
        predicate=source.spans(iri, KG["predicateSpan"]),
        cues=source.spans(iri, KG["cueSpan"]),
    )


def _evidence(source: _Source, iri: str) -> Evidence:
    return Evidence(
        span=source.span(source.one(iri, PROV["wasDerivedFrom"])),
        extractor=terms.words_of(source.one(iri, KG["extractor"])),
        rule=terms.words_of(source.one(iri, KG["rule"])),
        confidence=float(source.one(iri, KG["confidence"])),
    )


def _qualifiers(source: _Source, iri: str, mentions: Mapping[str, Mention]) -> tuple[Qualifier, ...]:
    found = sorted(map(str, source.all(iri, KG["qualifier"])), key=lambda node: source.number(node, KG["position"]))
    return tuple(
        Qualifier(terms.words_of(source.one(node, KG["role"])), mentions[str(source.one(node, KG["mention"]))])
        for node in found
    )
