"""Statements, their claims and the claims' qualifiers as triples."""

from collections import defaultdict
from collections.abc import Iterator

from rdflib import URIRef

from kg.export import iris
from kg.export.rdf import terms
from kg.export.rdf.context import Context, Triples, about
from kg.export.rdf.terms import Node
from kg.export.rdf.text import span_triples
from kg.export.rdf.vocabulary import KG, NIF, PROV, RDF
from kg.identifiers import digest
from kg.model import Claim, Literal, Qualifier, Statement, Time


def _object(predicate: URIRef, statement: Statement, context: Context) -> Iterator[tuple[URIRef, Node]]:
    if isinstance(statement.object, Literal):
        yield from terms.literal_properties(predicate, statement.object)
    else:
        yield predicate, context.entity(statement.object)


def _manner(iri: URIRef, said: Statement | Claim, confidence: float) -> Triples:
    """Yield how something is said, which a statement and its claims tell in the same way."""
    yield iri, KG["confidence"], terms.decimal(confidence)
    yield iri, KG["polarity"], KG["negated" if said.negated else "affirmed"]
    yield iri, KG["modality"], KG[said.modality]
    yield from about(iri, terms.time_properties(said.time))


def statement_triples(statement: Statement, context: Context) -> Triples:
    """Yield a statement, as a plain edge too where it may stand as one, and the claims that are its evidence."""
    iri = context.statement(statement)
    subject, relation = context.entity(statement.subject), context.relation(statement.relation)
    if statement.plain:
        object_ = next(_object(relation, statement, context))[1]
        yield subject, relation, object_
    yield iri, RDF["type"], KG["MergedStatement"]
    yield iri, KG["subject"], subject
    yield iri, KG["relation"], relation
    yield from about(iri, _object(KG["object"], statement, context))
    yield from _manner(iri, statement, statement.confidence)
    if statement.speaker is not None:
        yield iri, PROV["wasAttributedTo"], context.entity(statement.speaker)
    if statement.denied_by is not None:
        yield iri, KG["deniedBy"], context.entity(statement.denied_by)
    if iris.local_name(statement.id) != statement.id:
        yield iri, KG["localName"], terms.text(statement.id)
    for name, claim in _named_claims(statement):
        yield from _claim(name, claim, statement, context)


def _named_claims(statement: Statement) -> Iterator[tuple[str, Claim]]:
    """Yield each claim with its local name, which depends on where it was read and not on how sure that is."""
    seen: dict[str, int] = defaultdict(int)
    for claim in statement.claims:
        place = claim.evidence.span
        parts = (place.document, place.start, place.end, claim.subject.head, claim.object.head, claim.evidence.rule)
        name = digest(statement.id, *map(str, parts))
        yield (f"{name}-{seen[name]}" if seen[name] else name), claim
        seen[name] += 1


def _claim(name: str, claim: Claim, statement: Statement, context: Context) -> Triples:
    iri = URIRef(iris.claim_iri(name, base_iri=context.base))
    yield iri, RDF["type"], RDF["Statement"]
    yield iri, RDF["type"], KG["Statement"]
    yield iri, KG["evidenceOf"], context.statement(statement)
    yield iri, RDF["subject"], context.entity(statement.subject)
    yield iri, RDF["predicate"], context.relation(statement.relation)
    yield from about(iri, _object(RDF["object"], statement, context))
    if claim.relation != statement.relation:
        yield iri, KG["relationName"], terms.text(claim.relation)
    yield from _manner(iri, claim, claim.evidence.confidence)
    yield from _roles(iri, claim, context)
    yield from _evidence(iri, claim, context)
    for position, qualifier in enumerate(claim.qualifiers):
        node = URIRef(iris.qualifier_iri(name, position, base_iri=context.base))
        yield iri, KG["qualifier"], node
        yield from _qualifier(node, qualifier, position, context)


def _roles(iri: URIRef, claim: Claim, context: Context) -> Triples:
    """Yield the mentions that fill the roles of a claim, and the entities of who says or denies it."""
    yield iri, KG["subjectMention"], context.mentions[claim.subject]
    yield iri, KG["objectMention"], context.mentions[claim.object]
    people = (
        (claim.speaker, PROV["wasAttributedTo"], KG["speakerMention"]),
        (claim.denied_by, KG["deniedBy"], KG["denierMention"]),
    )
    for mention, to_entity, to_mention in people:
        if mention is not None:
            yield iri, to_mention, context.mentions[mention]
            if mention.key in context.entities:
                yield iri, to_entity, context.entity(context.entities[mention.key])


def _evidence(iri: URIRef, claim: Claim, context: Context) -> Triples:
    sentence = claim.evidence.span
    yield iri, PROV["wasDerivedFrom"], context.span(sentence)
    yield from span_triples(sentence, context.span(sentence), NIF["Sentence"], None, context)
    yield iri, PROV["wasGeneratedBy"], context.run("extraction")
    yield iri, KG["extractor"], terms.text(claim.evidence.extractor)
    yield iri, KG["rule"], terms.text(claim.evidence.rule)
    for predicate, spans in ((KG["predicateSpan"], claim.predicate), (KG["cueSpan"], claim.cues)):
        for span in spans:
            yield iri, predicate, context.span(span)
            yield from span_triples(span, context.span(span), NIF["Phrase"], None, context)


def _qualifier(iri: URIRef, qualifier: Qualifier, position: int, context: Context) -> Triples:
    mention = qualifier.value
    yield iri, RDF["type"], KG["Qualifier"]
    yield iri, KG["position"], terms.integer(position)
    yield iri, KG["role"], terms.text(qualifier.role)
    yield iri, KG["mention"], context.mentions[mention]
    if mention.key in context.entities:
        yield iri, KG["value"], context.entity(context.entities[mention.key])
    else:
        value = mention.value.literal() if isinstance(mention.value, Time) else mention.value
        yield from about(iri, terms.literal_properties(KG["value"], value or Literal(mention.text)))
