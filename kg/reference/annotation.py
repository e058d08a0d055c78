"""Documents become spaCy Docs: prose only, parsed paragraph by paragraph, with offsets into the untouched text.

A paragraph at a time, because that is what the small models do best on, and because it keeps boilerplate out of the
parse. The Doc of a document is the concatenation of its paragraphs; `kg.grammar.offsets` leads back to its characters.
"""

import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.named_entities import complete_names
from kg.grammar.parse import parse_of
from kg.grammar.tokenization import lemmatize_stems
from kg.model import Chain, Document, Span
from kg.reference.coref import coreference
from kg.reference.quotations import quotations
from kg.times import time_expressions

BATCH_SIZE = 256

ProseFinder: t.TypeAlias = Callable[[Document], Iterable[Span]]
CoreferenceResolver: t.TypeAlias = Callable[[Doc], tuple[Chain, ...]]
"""What finds the mentions of one thing: `found_chains`, or a function of your own.

It gets a Doc with its times and quotations, and returns chains of mentions (`kg.reference.mentions.mention` makes one
from the head token of a noun phrase). A chain has at least one mention, and no mention stands in two.
"""


def found_chains(doc: Doc) -> tuple[Chain, ...]:
    """Return the chains of a Doc by the built-in coreference."""
    return coreference(parse_of(doc))


def annotate(
    documents: Iterable[Document],
    nlp: Language,
    *,
    prose: ProseFinder,
    resolver: CoreferenceResolver = found_chains,
    batch_size: int = BATCH_SIZE,
) -> Iterator[Doc]:
    """Parse the prose of each document, and write the times and the chains of mentions on the Doc.

    Args:
        documents: the values to parse, in any number.
        nlp: a pipeline with a parser and a named entity recogniser.
        prose: gives the spans of a document that are running text, in order and without overlap.
        resolver: gives the chains of mentions of a Doc on which the times and quotations already stand.
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
            yield _linked(_joined(nlp, open_document, paragraphs), nlp, resolver)
            paragraphs = []
        open_document = document
        paragraphs.append((parsed, span))
    if open_document is not None:
        yield _linked(_joined(nlp, open_document, paragraphs), nlp, resolver)


def _pieces(prose: ProseFinder, document: Document) -> Sequence[Span | None]:
    """Return the spans to parse; a document without prose still passes the pipeline once, as an empty text."""
    return list(prose(document)) or [None]


def _flattened(document: Document, span: Span | None) -> str:
    """Return the text of a span for the parser: line breaks as spaces, character for character."""
    if span is None:
        return ""
    return document.text[span.start : span.end].translate({ord(c): " " for c in "\n\r\t\x0b\x0c\x85\u2028\u2029"})


def _joined(nlp: Language, document: Document, paragraphs: Sequence[tuple[Doc, Span | None]]) -> Doc:
    docs = [parsed for parsed, span in paragraphs if span is not None]
    doc = Doc.from_docs(docs, ensure_whitespace=True) or Doc(nlp.vocab)
    offsets, position = [], 0
    for parsed, span in paragraphs:
        if span is not None:
            offsets.append((position, span.start))
            # spaCy puts a space between two Docs, but not behind a token of white space
            position += len(parsed.text) + (0 if parsed[-1].is_space or parsed[-1].whitespace_ else 1)
    doc._.kg_document = document
    doc._.kg_offsets = tuple(offsets)
    return doc


def _linked(doc: Doc, nlp: Language, resolver: CoreferenceResolver) -> Doc:
    lemmatize_stems(doc, nlp)
    complete_names(doc)
    doc._.kg_times = time_expressions(parse_of(doc))
    doc._.kg_quotations = quotations(parse_of(doc))
    doc._.kg_chains = resolver(doc)
    return doc
