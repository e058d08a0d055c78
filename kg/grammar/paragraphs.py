"""Convert documents to spaCy Docs: prose only, parsed paragraph by paragraph, with offsets into the original text.

Small models work best on one paragraph at a time, and boilerplate stays out of the parse. The Doc of a document is the
concatenation of its paragraphs, with the place of each in the document (`kg_offsets`).
"""

import itertools
import re
import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.asides import asides, joined, parts_of
from kg.grammar.attachments import keep_attachments
from kg.grammar.named_entities import complete_names
from kg.grammar.serialization import Parses, docs_from_bytes, docs_to_bytes
from kg.grammar.tokenization import lemmatize_stems, with_learnt_signs, with_particles
from kg.model import Document, Span

BATCH_SIZE = 64
"""The number of paragraphs in a batch; 256 take as long to parse, with 330 MB for the layers instead of 100."""
NO_TENSOR: t.Final = np.zeros((0,), dtype="f")
"""A vector of 96 numbers per token is two thirds of a Doc, and nothing needs it after parsing."""
SPACES: t.Final = {ord(c): " " for c in "\n\r\t\x0b\x0c\x85\u2028\u2029"}
SURROGATE: t.Final = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which JSON can hold and the parser cannot read."""

ProseFinder: t.TypeAlias = Callable[[Document], Iterable[Span]]
Watcher: t.TypeAlias = Callable[[Document, int], None]
"""Called with a document and the number of its characters parsed since the last call."""


class _Work(t.NamedTuple):
    """A document with the spans to parse, their texts for the parser, and the stored parse if there is one."""

    document: Document
    spans: Sequence[Span]
    texts: Sequence[str]
    stored: bytes | None


def docs_of(
    documents: Iterable[Document],
    nlp: Language,
    *,
    prose: ProseFinder,
    batch_size: int = BATCH_SIZE,
    parses: Parses | None = None,
    watcher: Watcher | None = None,
) -> Iterator[Doc]:
    """Parse the prose of each document, and yield the Docs in the order of the documents.

    `prose` returns the spans of running text, in order and without overlap. Text whose parse is stored in `parses` is
    not parsed again.
    """
    work = (_work(document, prose, parses) for document in documents)
    for stored, group in itertools.groupby(work, key=lambda each: each.stored is not None):
        known = ((each, docs_from_bytes(each.stored or b"", nlp.vocab)) for each in group)
        for each, docs in known if stored else _docs_parsed(group, nlp, batch_size, watcher):
            if parses is not None and not stored:
                parses.keep(each.document, each.texts, docs_to_bytes(docs))
            doc = _joined(nlp, each.document, list(zip(docs, each.texts, each.spans, strict=True)))
            docs.clear()  # the caller works with the joined Doc, so its paragraphs can be freed
            yield doc


def _work(document: Document, prose: ProseFinder, parses: Parses | None) -> _Work:
    spans = list(prose(document))
    # character by character: line breaks become spaces, lone surrogates are replaced
    lines = (document.text[span.start : span.end].translate(SPACES) for span in spans)
    texts = [SURROGATE.sub("\ufffd", line) for line in lines]
    return _Work(document, spans, texts, None if parses is None else parses.parse(document, texts))


def _docs_parsed(
    work: Iterable[_Work], nlp: Language, batch_size: int, watcher: Watcher | None
) -> Iterator[tuple[_Work, list[Doc]]]:
    # a document without prose still passes through the pipeline once, as an empty text
    texts = ((text, each) for each in work for text in each.texts or ("",))
    pieces = ((nlp.make_doc(text), text, each) for text, each in texts)
    docs: list[Doc] = []
    for parsed, each in _parsed(pieces, nlp, batch_size):
        parsed.tensor = NO_TENSOR
        docs.append(parsed)
        if watcher is not None:
            watcher(each.document, _length(parsed))
        if len(docs) == max(1, len(each.texts)):
            del docs[len(each.texts) :]
            yield each, docs
            docs = []


def _parsed(texts: Iterable[tuple[Doc, str, _Work]], nlp: Language, batch_size: int) -> Iterator[tuple[Doc, _Work]]:
    """Parse texts, given with their Docs; the text between dashes is parsed separately."""
    pieces = (
        (_as_learnt(part, part.text if found else text), (doc, found, each))
        for doc, text, each in texts
        for found in (asides(doc, text),)
        for part in parts_of(doc, found)
    )
    parts: list[Doc] = []
    for part, (doc, found, each) in nlp.pipe(pieces, as_tuples=True, batch_size=batch_size):
        parts.append(part)
        if len(parts) == len(found) + 1:
            yield joined(doc, found, parts), each
            parts = []


def _as_learnt(doc: Doc, text: str) -> Doc:
    """Return the Doc of a text in which names, amounts and apostrophes are read as in the training data."""
    return with_learnt_signs(with_particles(doc, text), text)


def _length(doc: Doc) -> int:
    """Return the length of a Doc in characters, without building its text."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def _joined(nlp: Language, document: Document, paragraphs: Sequence[tuple[Doc, str, Span]]) -> Doc:
    docs = [parsed for parsed, _, _ in paragraphs]
    for parsed, text, _ in paragraphs:
        complete_names(parsed)  # before they are joined: no name continues into the next paragraph
        lemmatize_stems(parsed, text, nlp)
    from_docs: Callable[..., Doc | None] = Doc.from_docs  # the stub has no `exclude`
    doc = from_docs(docs, ensure_whitespace=True, exclude=("user_data",)) or Doc(nlp.vocab)
    keep_attachments(doc, docs)
    offsets, position = [], 0
    for parsed, _, span in paragraphs:
        offsets.append((position, span.start))
        # spaCy puts a space between two Docs, but not after a whitespace token
        position += _length(parsed) + (0 if parsed[-1].is_space or parsed[-1].whitespace_ else 1)
    doc._.kg_document = document
    doc._.kg_offsets = tuple(offsets)
    return doc
