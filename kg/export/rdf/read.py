"""Read a graph back from RDF that `kg` wrote."""

import os
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.choices import Syntax
from kg.errors import InputError, in_words
from kg.export.iris import DEFAULT_BASE, place_of
from kg.export.rdf import values
from kg.export.rdf.layouts import in_layout
from kg.export.rdf.parsing import read_quads
from kg.export.rdf.recovery import recovered
from kg.export.rdf.terms import Iri, Node, Quad, is_literal
from kg.export.rdf.text import PLAIN
from kg.export.rdf.vocabulary import (
    COPIED,
    DCT,
    ITSRDF,
    KG,
    NIF,
    PROV,
    QUOTED,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    STRUCTURAL,
    type_name,
)
from kg.model import (
    Chain,
    Claim,
    ClaimReference,
    Copy,
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
    NamedPart,
    Place,
    Qualifier,
    Span,
    Statement,
    Time,
)

Properties: t.TypeAlias = Mapping[Iri, list[Node]]
POLARITIES: t.Final = ("affirmed", "negated")


def read_rdf(path: str | os.PathLike[str], *, syntax: Syntax | None = None) -> Graph:
    """Return the graph in a file that `kg` wrote, in any syntax and in any layout except `none`.

    Args:
        path: its extension gives the syntax by default.
        syntax: the syntax of the file.

    Raises:
        InputError: the file cannot be opened, is invalid, or lacks something that `kg` always writes.
    """
    quads = list(read_quads(path, syntax=syntax))
    try:
        return graph_of(quads)
    except InputError as error:
        raise InputError(f"{os.fspath(path)}: {error}") from error


def read_turtle(path: str | os.PathLike[str]) -> Graph:
    """Do the same as `read_rdf` for a Turtle file with any name."""
    return read_rdf(path, syntax="turtle")


def graph_of(quads: Iterable[Quad]) -> Graph:
    """Return the graph that was written as quads; triples that `kg` does not write are skipped.

    Raises:
        InputError: something that `kg` always writes is missing or invalid.
    """
    try:
        return _graph(quads)
    except (KeyError, ValueError) as error:  # a node that is not a mention, an invalid number, an end before the start
        raise InputError(f"is not a graph that kg wrote: {in_words(error)}") from error


def _graph(quads: Iterable[Quad]) -> Graph:
    nodes: dict[Iri, dict[Iri, list[Node]]] = defaultdict(lambda: defaultdict(list))
    # only the layout uses the base, which is not read
    for subject, predicate, node, _ in dict.fromkeys(in_layout(recovered(quads), "reify", base_iri=DEFAULT_BASE)):
        nodes[subject][predicate].append(node)
    label = RDFS["label"]
    labels = {iri: values.words_of(found[label][0]) for iri, found in nodes.items() if label in found}
    source = _Source({iri: dict(found) for iri, found in nodes.items()}, labels)
    mentions = {iri: _mention(source, iri) for iri in source.of_class(KG["Mention"])}
    places = _places(source)
    documents = (_document(source, iri, places) for iri in source.of_class(NIF["Context"]))
    named_parts = (
        NamedPart(whole, mentions[Iri(node)], kind)
        for iri, whole in mentions.items()
        for kind, property_ in STRUCTURAL.items()
        for node in source.all(iri, property_)
    )
    return Graph(
        tuple(sorted(documents, key=lambda document: document.id)),
        tuple(sorted(_entities(source, mentions), key=lambda entity: entity.id)),
        tuple(sorted(_statements(source, mentions), key=lambda statement: statement.id)),
        tuple(sorted(_decisions(source))),
        tuple(sorted(named_parts, key=lambda part: part.place)),
        tuple(sorted(_copies(source))),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """The triples by subject and predicate, and lookup tables for the parts of a graph."""

    nodes: Mapping[Iri, Properties]
    labels: Mapping[Iri, str]

    def of_class(self, class_: Iri) -> list[Iri]:
        return sorted(iri for iri, properties in self.nodes.items() if class_ in properties.get(RDF["type"], ()))

    def all(self, iri: Iri, predicate: Iri) -> list[Node]:
        return self.nodes.get(iri, {}).get(predicate, [])

    def some(self, iri: Iri, predicate: Iri) -> Node | None:
        return next(iter(self.all(iri, predicate)), None)

    def one(self, iri: Iri, predicate: Iri) -> Node:
        node = self.some(iri, predicate)
        if node is None:
            raise InputError(f"is not a graph that kg wrote: <{iri}> has no <{predicate}>")
        return node

    def words(self, iri: Iri, predicate: Iri) -> str | None:
        node = self.some(iri, predicate)
        return None if node is None else values.words_of(node)

    def text(self, iri: Iri, predicate: Iri) -> str:
        return values.words_of(self.one(iri, predicate))

    def texts(self, iri: Iri, *predicates: Iri) -> tuple[str, ...]:
        return tuple(sorted(values.words_of(node) for predicate in predicates for node in self.all(iri, predicate)))

    def number(self, iri: Iri, predicate: Iri) -> int:
        return int(self.text(iri, predicate))

    def name(self, iri: Iri, predicate: Iri, choices: Sequence[str]) -> str:
        """Return the local name of one of our terms, one of the given choices: `split`, `pronoun`."""
        name = self.one(iri, predicate).removeprefix(KG.iri)
        if name not in choices:
            raise InputError(f"is not a graph that kg wrote: <{iri}> has {name!r} for <{predicate}>")
        return name

    def local(self, node: Node) -> str:
        """Return the id of an entity or a statement."""
        name = self.words(Iri(node), KG["localName"])
        return node.rsplit("/", 1)[-1] if name is None else name

    def span(self, node: Node) -> Span:
        place = place_of(node)
        if place is None:
            raise InputError(f"is not a graph that kg wrote: <{node}> has no position in a document")
        document, start, end = place
        return Span(self.text(Iri(document), DCT["identifier"]), start, end)

    def lacks_object(self, iri: Iri) -> bool:
        return self.words(iri, KG["noObject"]) == "true"

    def time(self, iri: Iri) -> Time | None:
        return values.time_of(self.nodes[iri])

    def spans(self, iri: Iri, predicate: Iri) -> tuple[Span, ...]:
        return tuple(sorted(map(self.span, self.all(iri, predicate))))


def _decisions(source: _Source) -> t.Iterator[Decision]:
    affected: dict[Iri, list[str]] = defaultdict(list)
    for iri in source.of_class(KG["Entity"]):
        for decision in source.all(iri, PROV["wasInfluencedBy"]):
            affected[Iri(decision)].append(source.local(iri))
    for iri in source.of_class(KG["Decision"]):
        yield Decision(
            kind=t.cast("DecisionKind", source.name(iri, KG["decisionKind"], t.get_args(DecisionKind))),
            names=source.texts(iri, KG["decisionName"]),
            value=source.words(iri, KG["decisionValue"]) or "",
            by=source.words(Iri(source.one(iri, PROV["wasAttributedTo"])), RDFS["label"]) or "",
            things=tuple(sorted(affected[iri])),
            claim=_quoted(source, iri),
        )


def _quoted(source: _Source, iri: Iri) -> ClaimReference | None:
    """Return the claim that a decision quotes, or None if it is about entities."""
    found = {field: source.words(iri, property_) or "" for field, property_ in QUOTED.items()}
    return ClaimReference(**found) if any(found.values()) else None


def _places(source: _Source) -> dict[Iri, list[Place]]:
    """Return the places in each document."""
    found: dict[Iri, list[Place]] = defaultdict(list)
    for iri in source.of_class(KG["SourcePlace"]):
        start, end = source.number(iri, NIF["beginIndex"]), source.number(iri, NIF["endIndex"])
        found[Iri(source.one(iri, KG["placeOf"]))].append(Place(start, end, source.text(iri, RDFS["label"])))
    return found


def _document(source: _Source, iri: Iri, places: Mapping[Iri, Sequence[Place]]) -> Document:
    issued = source.words(iri, DCT["issued"])
    format_ = source.words(iri, DCT["format"])
    return Document(
        id=source.text(iri, DCT["identifier"]),
        text=source.text(iri, NIF["isString"]),
        title=source.words(iri, DCT["title"]),
        published=None if issued is None else date.fromisoformat(issued),
        source=source.words(iri, DCT["publisher"]),
        language=source.text(iri, DCT["language"]),
        author=source.words(iri, SCHEMA["author"]),
        format=PLAIN if format_ is None else format_,
        address=source.words(iri, SCHEMA["url"]),
        places=tuple(sorted(places.get(iri, ()))),
    )


def _copies(source: _Source) -> t.Iterator[Copy]:
    for iri in source.of_class(NIF["Context"]):
        for kind, property_ in COPIED.items():
            for original in source.all(iri, property_):
                document, first = (source.text(Iri(node), DCT["identifier"]) for node in (iri, original))
                yield Copy(document, first, kind)


def _mention(source: _Source, iri: Iri) -> Mention:
    span = source.span(iri)
    return Mention(
        span=span,
        text=source.text(iri, NIF["anchorOf"]),
        head=span.start if source.some(iri, KG["head"]) is None else source.number(iri, KG["head"]),
        kind=t.cast("Kind", source.name(iri, KG["kind"], t.get_args(Kind))),
        type=type_name(Iri(source.one(iri, ITSRDF["taClassRef"])), source.labels),
        value=source.time(iri) or _literal(source, iri, KG["value"]),
        completed=source.words(iri, KG["completed"]) or "",
    )


def _literal(source: _Source, iri: Iri, predicate: Iri) -> Literal | None:
    node = source.some(iri, predicate)
    if node is None or not is_literal(node):
        return None
    unit, datatype = source.words(iri, KG["unit"]), source.words(iri, KG["datatypeName"])
    return values.value_of(node, unit, datatype, source.labels)


def _mention_order(mention: Mention) -> tuple[str, int, int, int, str]:
    return mention.span.document, mention.span.start, mention.span.end, mention.head, repr(mention)


def _entities(source: _Source, mentions: Mapping[Iri, Mention]) -> t.Iterator[Entity]:
    chains = _chains(source, mentions)
    for iri in source.of_class(KG["Entity"]):
        types = [Iri(node) for node in source.all(iri, RDF["type"]) if node != KG["Entity"]]
        # the class of schema.org is its superclass
        classes = sorted(types, key=lambda class_: (not class_.startswith(KG.iri), class_))
        if not classes:
            raise InputError(f"is not a graph that kg wrote: <{iri}> has no type")
        yield Entity(
            id=source.local(iri),
            label=source.text(iri, RDFS["label"]),
            type=type_name(classes[0], source.labels),
            aliases=source.texts(iri, SKOS["altLabel"]),
            chains=tuple(sorted(chains.get(iri, ()), key=lambda chain: _mention_order(chain[0]))),
            links=source.texts(iri, SKOS["exactMatch"], KG["link"]),
        )


def _chains(source: _Source, mentions: Mapping[Iri, Mention]) -> dict[Iri, list[Chain]]:
    """Return the chains by the IRI of their entity."""
    members: dict[tuple[Iri, Iri], list[Mention]] = defaultdict(list)
    for iri, mention in mentions.items():
        entity = source.some(iri, ITSRDF["taIdentRef"])
        if entity is not None:
            members[Iri(entity), Iri(source.some(iri, KG["chain"]) or iri)].append(mention)
    chains: dict[Iri, list[Chain]] = defaultdict(list)
    for (entity_iri, _), found in members.items():
        chains[entity_iri].append(tuple(sorted(found, key=_mention_order)))
    return chains


def _statements(source: _Source, mentions: Mapping[Iri, Mention]) -> t.Iterator[Statement]:
    claims: dict[Iri, list[Claim]] = defaultdict(list)
    copies: dict[Iri, dict[str, set[str]]] = defaultdict(dict)
    for iri in source.of_class(KG["Claim"]):
        statement, claim = Iri(source.one(iri, KG["evidenceOf"])), _claim(source, iri, mentions)
        claims[statement].append(claim)
        if (document := source.some(iri, KG["countedWith"])) is not None:
            first = source.text(Iri(document), DCT["identifier"])
            copies[statement].setdefault(first, {first}).add(claim.evidence.span.document)
    for iri in source.of_class(KG["Statement"]):
        people = (source.some(iri, predicate) for predicate in (PROV["wasAttributedTo"], KG["deniedBy"]))
        speaker, denied_by = (None if node is None else source.local(node) for node in people)
        yield Statement(
            id=source.local(iri),
            subject=source.local(source.one(iri, KG["subject"])),
            relation=source.text(Iri(source.one(iri, KG["relation"])), RDFS["label"]),
            object=_object(source, iri),
            negated=source.name(iri, KG["polarity"], POLARITIES) == "negated",
            modality=t.cast("Modality", source.name(iri, KG["modality"], t.get_args(Modality))),
            speaker=speaker,
            denied_by=denied_by,
            time=source.time(iri),
            claims=tuple(sorted(claims[iri], key=lambda claim: (claim.evidence.span, repr(claim)))),
            copies=tuple(sorted(tuple(sorted(group)) for group in copies[iri].values())),
        )


def _object(source: _Source, iri: Iri) -> str | Literal | None:
    if source.lacks_object(iri):
        return None
    return _literal(source, iri, KG["object"]) or source.local(source.one(iri, KG["object"]))


def _claim(source: _Source, iri: Iri, mentions: Mapping[Iri, Mention]) -> Claim:
    people = (source.some(iri, KG[name]) for name in ("speakerMention", "denierMention"))
    speaker, denied_by = (None if node is None else mentions[Iri(node)] for node in people)
    name = source.words(iri, KG["relationName"])
    return Claim(
        subject=mentions[Iri(source.one(iri, KG["subjectMention"]))],
        relation=source.text(Iri(source.one(iri, RDF["predicate"])), RDFS["label"]) if name is None else name,
        object=None if source.lacks_object(iri) else mentions[Iri(source.one(iri, KG["objectMention"]))],
        evidence=_evidence(source, iri),
        negated=source.name(iri, KG["polarity"], POLARITIES) == "negated",
        modality=t.cast("Modality", source.name(iri, KG["modality"], t.get_args(Modality))),
        speaker=speaker,
        denied_by=denied_by,
        time=source.time(iri),
        qualifiers=_qualifiers(source, iri, mentions),
        predicate=source.spans(iri, KG["predicateSpan"]),
        cues=source.spans(iri, KG["cueSpan"]),
        phrase=source.words(iri, KG["phrase"]) or "",
    )


def _evidence(source: _Source, iri: Iri) -> Evidence:
    return Evidence(
        span=source.span(source.one(iri, PROV["wasDerivedFrom"])),
        extractor=source.text(iri, KG["extractor"]),
        rule=source.text(iri, KG["rule"]),
        confidence=float(source.text(iri, KG["confidence"])),
        unread=source.spans(iri, KG["unreadSpan"]),
    )


def _qualifiers(source: _Source, iri: Iri, mentions: Mapping[Iri, Mention]) -> tuple[Qualifier, ...]:
    found = sorted(map(Iri, source.all(iri, KG["qualifier"])), key=lambda node: source.number(node, KG["position"]))
    return tuple(
        Qualifier(source.text(node, KG["role"]), mentions[Iri(source.one(node, KG["mention"]))]) for node in found
    )
