"""Where the tokens of a Doc stand in the text of its document."""

import bisect
import sys

from spacy.tokens import Doc

from kg.model import Document, Span


def register_extensions() -> None:
    """Declare the attributes that the stages write on a Doc; spaCy keeps these per process, not per pipeline."""
    for name, default in (
        ("kg_document", None),
        ("kg_offsets", None),
        ("kg_times", ()),
        ("kg_quotations", ()),
        ("kg_chains", ()),
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def document_of(doc: Doc) -> Document:
    """Return the Document that a Doc was made from; a Doc from elsewhere gets one of its own text."""
    document: Document | None = doc._.kg_document
    return document if document is not None else Document(id="text", text=doc.text)


def doc_offset(doc: Doc, index: int) -> int:
    """Return the document offset of the character at `index` of the Doc's own text."""
    return _moved(doc._.kg_offsets, index)


def doc_span(doc: Doc, start: int, end: int) -> Span:
    """Return the document's characters that the tokens `start` to `end` (half-open) stand on."""
    first, last, offsets = doc[start], doc[end - 1], doc._.kg_offsets
    return Span(document_of(doc).id, _moved(offsets, first.idx), _moved(offsets, last.idx) + len(last))


def _moved(offsets: tuple[tuple[int, int], ...] | None, index: int) -> int:
    """Move an offset in the joined paragraphs to where its paragraph stands in the document."""
    if not offsets:
        return index
    position, start = offsets[bisect.bisect_right(offsets, (index, sys.maxsize)) - 1]
    return start + index - position
