"""Adapter between spaCy's Docs and extractors: a Doc as an annotated document, and extractors that take either."""

import inspect
import typing as t
from collections.abc import Callable, Iterable

from spacy.tokens import Doc

from kg.grammar.parse import parse_of
from kg.model import Claim, Rejection
from kg.reference.annotated import AnnotatedDocument

Found: t.TypeAlias = Iterable[Claim | Rejection]
"""The claims that an extractor finds, and those that it dropped, which are only counted."""
Extractor: t.TypeAlias = Callable[[AnnotatedDocument], Found] | Callable[[Doc], Found]
"""A function that finds claims, in an annotated document or in spaCy's Doc."""


def annotated_document(doc: Doc | AnnotatedDocument) -> AnnotatedDocument:
    """Return a Doc as an annotated document, with the times, quotations and chains stored on it."""
    return doc if isinstance(doc, AnnotatedDocument) else AnnotatedDocument(parse_of(doc), doc._.kg_chains)


def run(extract: Extractor, doc: Doc) -> Found:
    """Return the claims that an extractor finds in a Doc.

    The extractor gets an annotated document if the annotation of its first parameter names that type, else the Doc.
    """
    given: t.Any = annotated_document(doc) if takes_annotated_document(extract) else doc
    return t.cast("Callable[[t.Any], Found]", extract)(given)


def takes_annotated_document(extract: Extractor) -> bool:
    """Return whether the annotation of an extractor's first parameter names `AnnotatedDocument`."""
    try:
        parameters = inspect.signature(extract).parameters.values()
    except ValueError:  # for a function of an extension module
        return False
    first = next(iter(parameters), None)
    return first is not None and AnnotatedDocument.__name__ in str(first.annotation)
