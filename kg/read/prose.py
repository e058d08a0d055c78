"""Which stretches of a document are running text, and so worth parsing."""

from kg.model import Document, Span
from kg.read.layout import layout


def prose_spans(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs of a document that are running text, in order and without overlap.

    Left out are headlines, dates, bylines, captions without a sentence, the credits of pictures, page navigation and
    links to other texts; the dateline (`MOSCOW: `) is cut from the front of its paragraph. A text in which nothing has
    the shape of a sentence is running text as a whole.
    """
    return tuple(Span(document.id, piece.start, piece.end) for piece in layout(document.text).body)
