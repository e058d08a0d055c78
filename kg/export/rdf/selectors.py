"""Sentences as targets of annotations: the selectors of the W3C Web Annotation Data Model."""

import typing as t

from kg.export.rdf import values
from kg.export.rdf.context import Context, Triples
from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import OA, RDF
from kg.model import Span

AROUND: t.Final = 32
"""Characters before and after a quotation that tell it from others with the same words."""


def selector_triples(span: Span, context: Context) -> Triples:
    """Yield a stretch of text as a part of its document, found by its words or by its place.

    Source: W3C Web Annotation Data Model, 4.2.4 and 4.2.5; positions count Unicode code points, the end is exclusive.
    """
    part = context.span(span)
    position, quotation = Iri(f"{part};selector=position"), Iri(f"{part};selector=quotation")
    yield part, RDF["type"], OA["SpecificResource"]
    yield part, OA["hasSource"], context.document(span.document)
    yield part, OA["hasSelector"], position
    yield position, RDF["type"], OA["TextPositionSelector"]
    yield position, OA["start"], values.offset(span.start)
    yield position, OA["end"], values.offset(span.end)
    if span.document in context.documents:
        text = context.documents[span.document].text
        yield part, OA["hasSelector"], quotation
        yield quotation, RDF["type"], OA["TextQuoteSelector"]
        yield quotation, OA["exact"], values.text(text[span.start : span.end])
        yield quotation, OA["prefix"], values.text(text[max(0, span.start - AROUND) : span.start])
        yield quotation, OA["suffix"], values.text(text[span.end : span.end + AROUND])
