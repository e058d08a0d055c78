"""Statements, their events, their claims, and the qualifiers of the claims as triples."""

import typing as t
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.export import iris
from kg.export.events import event_of
from kg.export.rdf import values
from kg.export.rdf.context import Context, Triples, about, within
from kg.export.rdf.layouts import Content, Reification
from kg.export.rdf.terms import Iri, Node
from kg.export.rdf.vocabulary import KG, PROV, RDF, RDFS
from kg.identifiers import digest
from kg.model import Claim, Entity, Literal, Qualifier, Statement, Time

_PEOPLE: t.Final = (
    (PROV["wasAttributedTo"], KG["speakerMention"]),
    (KG["deniedBy"], KG["denierMention"]),
)
"""The properties for the speaker and the denier of a claim: to the entity, and to the mention."""


def _object(predicate: Iri, statement: Statement, context: Context) -> Iterator[tuple[Iri, Node]]:
    """Yield the object and its properties; a missing object is replaced by `true`."""
    if statement.object is None:
        yield predicate, values.true()
        yield KG["noObject"], values.true()
    elif isinstance(statement.object, Literal):
        yield from values.literal_properties(predicate, statement.object)
    else:
        yield predicate, context.entity(statement.object)


def _manner(iri: Iri, statement: Statement | Claim, confidence: float) -> Triples:
    """Yield the status and confidence, which are written in the same way for statements and claims."""
    yield iri, KG["confidence"], values.decimal(confidence)
    yield iri, KG["polarity"], KG["negated" if statement.negated else "affirmed"]
    yield iri, KG["modality"], KG[statement.modality]
    yield iri, KG["status"], KG[statement.status]
    if statement.phrase:
        yield iri, KG["phrase"], values.text(statement.phrase)
    yield from about(iri, values.time_properties(statement.time))


def claim_content(statement: Statement, context: Context) -> Iterator[Content]:
    """Yield the claims that are a statement's evidence, and the plain edge if one is allowed."""
    subject, relation = context.entity(statement.subject), context.relation(statement.relation)
    object_ = next(_object(KG["object"], statement, context))[1]
    documents = {context.document(claim.evidence.span.document) for claim in statement.claims}
    if statement.plain:
        for document in documents or (None,):
            yield subject, relation, object_, document
    counted_with = {document: group[0] for group in statement.copies for document in group[1:]}
    for name, claim in _named_claims(statement):
        document = context.document(claim.evidence.span.document)
        iri = Iri(f"{context.base}claim/{name}")
        yield Reification(iri, subject, relation, object_, document)
        yield from within(document, _claim(iri, name, claim, statement, context))
        if (first := counted_with.get(claim.evidence.span.document)) is not None:
            yield iri, KG["countedWith"], context.document(first), document


def statement_triples(statement: Statement, context: Context) -> Triples:
    """Yield a statement with the combined data of its claims."""
    iri = context.statement(statement)
    yield iri, RDF["type"], KG["Statement"]
    yield iri, KG["subject"], context.entity(statement.subject)
    yield iri, KG["relation"], context.relation(statement.relation)
    yield from about(iri, _object(KG["object"], statement, context))
    yield from _manner(iri, statement, statement.confidence)
    yield iri, KG["mentions"], values.integer(statement.mentions)
    yield iri, KG["independentSources"], values.integer(statement.independent_sources)
    if statement.speaker is not None:
        yield iri, PROV["wasAttributedTo"], context.entity(statement.speaker)
    if statement.denied_by is not None:
        yield iri, KG["deniedBy"], context.entity(statement.denied_by)
    if iris.local_name(statement.id) != statement.id:
        yield iri, KG["localName"], values.text(statement.id)


def _named_claims(statement: Statement) -> Iterator[tuple[str, Claim]]:
    """Yield each claim with its local name, which depends on its position and not on its confidence."""
    counts: dict[str, int] = defaultdict(int)
    for claim in statement.claims:
        place, head = claim.evidence.span, "" if claim.object is None else claim.object.head
        parts = (place.document, place.start, place.end, claim.subject.head, head, claim.evidence.rule)
        name = digest(statement.id, *map(str, parts))
        yield (f"{name}-{counts[name]}" if counts[name] else name), claim
        counts[name] += 1


def _claim(iri: Iri, name: str, claim: Claim, statement: Statement, context: Context) -> Triples:
    yield iri, RDF["type"], KG["Claim"]
    yield iri, KG["evidenceOf"], context.statement(statement)
    _, *rest = _object(RDF["object"], statement, context)  # the object itself is in the reification
    yield from about(iri, rest)
    if claim.relation != statement.relation:
        yield iri, KG["relationName"], values.text(claim.relation)
    yield from _manner(iri, claim, claim.evidence.confidence)
    yield from _roles(iri, claim, context)
    yield from _evidence(iri, claim, context)
    for position, qualifier in enumerate(claim.qualifiers):
        node = Iri(f"{context.base}qualifier/{name}-{position}")
        yield iri, KG["qualifier"], node
        yield from _qualifier(node, qualifier, position, context)


def _roles(iri: Iri, claim: Claim, context: Context) -> Triples:
    """Yield the mentions that fill the roles of a claim, and the entities of its speaker and denier."""
    yield iri, KG["subjectMention"], context.mentions[claim.subject]
    if claim.object is not None:
        yield iri, KG["objectMention"], context.mentions[claim.object]
    for mention, (to_entity, to_mention) in zip((claim.speaker, claim.denied_by), _PEOPLE, strict=True):
        if mention is not None:
            yield iri, to_mention, context.mentions[mention]
            if mention.key in context.entities:
                yield iri, to_entity, context.entity(context.entities[mention.key])


def _evidence(iri: Iri, claim: Claim, context: Context) -> Triples:
    yield iri, PROV["wasDerivedFrom"], context.span(claim.evidence.span)
    yield iri, KG["extractor"], values.text(claim.evidence.extractor)
    yield iri, KG["rule"], values.text(claim.evidence.rule)
    words = (("predicateSpan", claim.predicate), ("cueSpan", claim.cues), ("unreadSpan", claim.evidence.unread))
    for name, spans in words:
        for span in spans:
            yield iri, KG[name], context.span(span)


def _qualifier(iri: Iri, qualifier: Qualifier, position: int, context: Context) -> Triples:
    mention = qualifier.value
    yield iri, RDF["type"], KG["Qualifier"]
    yield iri, KG["position"], values.integer(position)
    yield iri, KG["role"], values.text(qualifier.role)
    yield iri, KG["mention"], context.mentions[mention]
    if mention.key in context.entities:
        yield iri, KG["value"], context.entity(context.entities[mention.key])
    else:
        value = mention.value.literal() if isinstance(mention.value, Time) else mention.value
        yield from about(iri, values.literal_properties(KG["value"], value or Literal(mention.words)))


def event_triples(statement: Statement, entities: Mapping[str, Entity], context: Context) -> Triples:
    """Yield the event in a statement, with its agent and patient.

    They are derived from the relations, and are not read back.
    """
    if (event := event_of(statement, entities)) is None:
        return
    iri, relation = context.statement(statement), KG[f"event-{event.name}"]
    yield iri, KG["event"], relation
    yield relation, RDF["type"], KG["EventRelation"]
    yield relation, RDFS["label"], values.text(event.words, "en")
    for role, end in (("agent", event.agent), ("patient", event.patient)):
        if isinstance(end, Literal):
            yield from about(iri, [next(values.literal_properties(KG[role], end))])
        elif end is not None:
            yield iri, KG[role], context.entity(end)
