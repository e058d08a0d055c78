"""Isolate sentences that cannot be read: the rest of the document is read, and a failure names the sentence."""

import typing as t
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

from kg.errors import in_words
from kg.model import Document, Failure, Reading, Span

if t.TYPE_CHECKING:
    from spacy.language import Language

Read: t.TypeAlias = Callable[[Sequence[Span]], Reading]
"""Reads some spans of one document, and raises any error."""
WORDS: t.Final = 80
"""The number of characters of a sentence quoted in its failure."""


def spared(document: Document, nlp: "Language", read: Read, error: Exception) -> Reading | Failure:
    """Return the reading of a document without the sentences that fail even by themselves.

    Args:
        document: the document that could not be read as a whole.
        nlp: the pipeline, which splits it into sentences.
        read: reads some of its spans.
        error: the error of the whole document.

    Returns:
        the reading with a failure for each omitted sentence, or a single failure if no sentence is the cause.
    """
    paragraphs = list(_paragraphs(document, nlp))
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    wrong = {sentence: found for sentence in sentences if (found := _error(read, sentence)) is not None}
    if not wrong:
        return Failure(document.id, in_words(error))
    try:
        reading = read([span for paragraph in paragraphs for span in _between(paragraph, wrong)])
    except Exception as again:
        return Failure(document.id, in_words(again))
    left_out = (Failure(span.reference, _reason(document, span, found)) for span, found in wrong.items())
    return replace(reading, failures=(*reading.failures, *left_out))


def _paragraphs(document: Document, nlp: "Language") -> Iterator[list[Span]]:
    """Yield the sentences of each paragraph of a document; an unparsable paragraph counts as one sentence."""
    from kg.grammar.paragraphs import docs_of
    from kg.grammar.parse import parse_of
    from kg.read.layout import prose_spans

    for paragraph in prose_spans(document):
        spans = [paragraph]
        try:
            (doc,) = docs_of([document], nlp, prose=partial(_only, spans))
        except Exception:
            yield spans
        else:
            parse = parse_of(doc)
            yield [parse.span(sentence.start, sentence.end) for sentence in parse.sents]


def _only(spans: Sequence[Span], _: Document) -> Sequence[Span]:
    return spans


def _error(read: Read, piece: Span) -> Exception | None:
    try:
        read([piece])
    except Exception as error:
        return error
    return None


def _between(pieces: Sequence[Span], wrong: Mapping[Span, Exception]) -> list[Span]:
    """Return the stretches of a paragraph's sentences that can be read."""
    runs = (list(run) for bad, run in groupby(pieces, key=wrong.__contains__) if not bad)
    return [Span(run[0].document, run[0].start, run[-1].end) for run in runs]


def _reason(document: Document, span: Span, error: Exception) -> str:
    words = " ".join(document.text[span.start : span.end].split())
    return f"sentence left out: {words if len(words) <= WORDS else words[: WORDS - 1] + '…'}: {in_words(error)}"
