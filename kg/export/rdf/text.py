"""Documents, spans of their text, and mentions as triples (NIF 2.0, and optionally Web Annotation)."""

import typing as t

from kg.export.rdf import values
from kg.export.rdf.context import Context, Triples, about
from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import DCT, ITSRDF, KG, NIF, OA, RDF, RDFS, SCHEMA, class_iri
from kg.model import Document, Mention, Place, Span, Time

PLAIN: t.Final = "text"
"""The document format that is not written."""
AROUND: t.Final = 32
"""The number of characters before and after a quotation that identify it."""


def document_triples(document: Document, context: Context) -> Triples:
    """Yield a document with its text."""
    iri = context.document(document.id)
    yield iri, RDF["type"], NIF["Context"]
    yield iri, RDF["type"], SCHEMA["NewsArticle"]
    yield iri, DCT["identifier"], values.text(document.id)
    yield iri, DCT["language"], values.text(document.language)
    yield iri, NIF["isString"], values.text(document.text)
    if document.title is not None:
        yield iri, DCT["title"], values.text(document.title)
    if document.source is not None:
        yield iri, DCT["publisher"], values.text(document.source)
    if document.published is not None:
        yield iri, DCT["issued"], values.day(document.published)
    if document.author is not None:
        yield iri, SCHEMA["author"], values.text(document.author)
    if document.address is not None:
        yield iri, SCHEMA["url"], values.text(document.address)
    if document.format != PLAIN:
        yield iri, DCT["format"], values.text(document.format)
    for place in document.places:
        node = place_iri(document.id, place, context)
        yield node, RDF["type"], KG["SourcePlace"]
        yield node, RDFS["label"], values.text(place.label)
        yield node, KG["placeOf"], iri
        yield node, NIF["beginIndex"], values.offset(place.start)
        yield node, NIF["endIndex"], values.offset(place.end)


def place_iri(document_id: str, place: Place, context: Context) -> Iri:
    """Return the IRI of a page, a row or another labelled place in a file."""
    return Iri(f"{context.document(document_id)}#char={place.start},{place.end};place")


def place_triples(span: Span, context: Context) -> Triples:
    """Yield the places that contain a span."""
    document = context.documents.get(span.document)
    for place in () if document is None else document.places_of(span):
        yield context.span(span), KG["sourcePlace"], place_iri(span.document, place, context)


def span_triples(span: Span, iri: Iri, class_: Iri, words: str | None, context: Context) -> Triples:
    """Yield a span; `words` are its words if known, otherwise they are taken from the document."""
    yield iri, RDF["type"], class_
    yield iri, RDF["type"], NIF["RFC5147String"]
    yield iri, NIF["referenceContext"], context.document(span.document)
    yield iri, NIF["beginIndex"], values.offset(span.start)
    yield iri, NIF["endIndex"], values.offset(span.end)
    if words is None and span.document in context.documents:
        words = context.documents[span.document].text[span.start : span.end]
    if words is not None:
        yield iri, NIF["anchorOf"], values.text(words)


def mention_triples(mention: Mention, iri: Iri, context: Context, *, spans: bool) -> Triples:
    """Yield a mention: its document, words, head, kind, type and value; its position too if it is a NIF span."""
    if spans:
        yield from span_triples(mention.span, iri, NIF["Phrase"], mention.text, context)
    yield iri, RDF["type"], KG["Mention"]
    yield iri, NIF["referenceContext"], context.document(mention.span.document)
    yield iri, NIF["anchorOf"], values.text(mention.text)
    yield iri, ITSRDF["taClassRef"], class_iri(mention.type)
    if mention.head != mention.span.start:
        yield iri, KG["head"], values.integer(mention.head)
    yield iri, KG["kind"], KG[mention.kind]
    if mention.completed:
        yield iri, KG["completed"], values.text(mention.completed)
    if isinstance(mention.value, Time):
        yield from about(iri, values.time_properties(mention.value))
    elif mention.value is not None:
        yield from about(iri, values.literal_properties(KG["value"], mention.value))


def selector_triples(span: Span, context: Context) -> Triples:
    """Yield a span as part of its document, identified by its words or its position.

    Source: W3C Web Annotation Data Model, 4.2.4 and 4.2.5; positions count Unicode code points, the end is exclusive.
    """
    part = context.span(span)
    position = Iri(f"{part};selector=position")
    yield part, RDF["type"], OA["SpecificResource"]
    yield part, OA["hasSource"], context.document(span.document)
    yield part, OA["hasSelector"], position
    yield position, RDF["type"], OA["TextPositionSelector"]
    yield position, OA["start"], values.offset(span.start)
    yield position, OA["end"], values.offset(span.end)
    if span.document in context.documents:
        yield from _quotation(part, span, context.documents[span.document].text)


def _quotation(part: Iri, span: Span, text: str) -> Triples:
    """Yield a selector that finds a span by its words and those around them."""
    quotation = Iri(f"{part};selector=quotation")
    yield part, OA["hasSelector"], quotation
    yield quotation, RDF["type"], OA["TextQuoteSelector"]
    yield quotation, OA["exact"], values.text(text[span.start : span.end])
    yield quotation, OA["prefix"], values.text(text[max(0, span.start - AROUND) : span.start])
    yield quotation, OA["suffix"], values.text(text[span.end : span.end + AROUND])
