"""Documents become spaCy Docs: prose only, parsed paragraph by paragraph, with offsets into the untouched text.

A paragraph at a time, because that is what the small models do best on, and because it keeps boilerplate out of the
parse. The Doc of a document is the concatenation of its paragraphs; `kg.grammar.offsets` leads back to its characters.
"""

import re
import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.attachments import keep_attachments
from kg.grammar.named_entities import complete_names
from kg.grammar.tokenization import lemmatize_stems
from kg.model import Document, Span

BATCH_SIZE = 256
SPACES: t.Final = {ord(c): " " for c in "\n\r\t\x0b\x0c\x85\u2028\u2029"}
SURROGATE: t.Final = re.compile("[\ud800-\udfff]")
"""Half of a character, which JSON can hold and the parser cannot read."""

ProseFinder: t.TypeAlias = Callable[[Document], Iterable[Span]]


def docs_of(
    documents: Iterable[Document], nlp: Language, *, prose: ProseFinder, batch_size: int = BATCH_SIZE
) -> Iterator[Doc]:
    """Parse the prose of each document.

    Args:
        documents: the values to parse, in any number.
        nlp: a pipeline with a parser and a named entity recogniser.
        prose: gives the spans of a document that are running text, in order and without overlap.
        batch_size: how many paragraphs the pipeline takes at once.

    Yields:
        one Doc a document, in the order of the documents; its `_.kg_document` is the Document.
    """
    pieces = (
        (_flattened(document, span), (document, span)) for document in documents for span in _pieces(prose, document)
    )
    open_document: Document | None = None
    paragraphs: list[tuple[Doc, Span | None]] = []
    for parsed, (document, span) in nlp.pipe(pieces, as_tuples=True, batch_size=batch_size):
        if open_document is not None and document is not open_document:
            yield _joined(nlp, open_document, paragraphs)
            paragraphs = []
        open_document = document
        paragraphs.append((parsed, span))
    if open_document is not None:
        yield _joined(nlp, open_document, paragraphs)


def _pieces(prose: ProseFinder, document: Document) -> Sequence[Span | None]:
    """Return the spans to parse; a document without prose still passes the pipeline once, as an empty text."""
    return list(prose(document)) or [None]


def _flattened(document: Document, span: Span | None) -> str:
    """Return the text of a span for the parser, character for character: line breaks as spaces, no lone surrogates."""
    if span is None:
        return ""
    return SURROGATE.sub("\ufffd", document.text[span.start : span.end].translate(SPACES))


def _joined(nlp: Language, document: Document, paragraphs: Sequence[tuple[Doc, Span | None]]) -> Doc:
    docs = [parsed for parsed, span in paragraphs if span is not None]
    for parsed in docs:
        complete_names(parsed)  # before they are joined: no name runs into the next paragraph
    from_docs: Callable[..., Doc | None] = Doc.from_docs  # its stub has no `exclude`
    doc = from_docs(docs, ensure_whitespace=True, exclude=("user_data",)) or Doc(nlp.vocab)
    keep_attachments(doc, docs)
    offsets, position = [], 0
    for parsed, span in paragraphs:
        if span is not None:
            offsets.append((position, span.start))
            # spaCy puts a space between two Docs, but not behind a token of white space
            position += len(parsed.text) + (0 if parsed[-1].is_space or parsed[-1].whitespace_ else 1)
    doc._.kg_document = document
    doc._.kg_offsets = tuple(offsets)
    lemmatize_stems(doc, nlp)
    return doc
