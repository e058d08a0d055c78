"""Where spaCy's Docs meet extractors: a Doc as an annotated document, and extractors that take either."""

import inspect
import typing as t
from collections.abc import Callable, Iterable

from spacy.tokens import Doc

from kg.grammar.parse import parse_of
from kg.model import Claim, Rejection
from kg.reference.annotated import AnnotatedDocument

Found: t.TypeAlias = Iterable[Claim | Rejection]
"""The claims that an extractor finds, and those that it has dropped, which are only counted."""
Extractor: t.TypeAlias = Callable[[AnnotatedDocument], Found] | Callable[[Doc], Found]
"""What finds claims: a function of an annotated document, or of spaCy's Doc."""


def annotated_document(doc: Doc | AnnotatedDocument) -> AnnotatedDocument:
    """Return a Doc as an annotated document, with the times, quotations and chains that stand on it."""
    return doc if isinstance(doc, AnnotatedDocument) else AnnotatedDocument(parse_of(doc), doc._.kg_chains)


def run(extract: Extractor, doc: Doc) -> Found:
    """Return the claims that an extractor reads out of a Doc.

    It gets an annotated document where the annotation of its first parameter names that type, and else the Doc.
    """
    given: t.Any = annotated_document(doc) if takes_annotated_document(extract) else doc
    return t.cast("Callable[[t.Any], Found]", extract)(given)


def takes_annotated_document(extract: Extractor) -> bool:
    """Tell whether the annotation of an extractor's first parameter names `AnnotatedDocument`."""
    try:
        parameters = inspect.signature(extract).parameters.values()
    except ValueError:  # of a function of an extension module
        return False
    first = next(iter(parameters), None)
    return first is not None and AnnotatedDocument.__name__ in str(first.annotation)
