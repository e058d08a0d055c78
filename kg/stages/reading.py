"""Annotate documents and extract their claims; documents that fail do not stop the others."""

import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.errors import in_words
from kg.model import Document, Failure, Reading, Span
from kg.stages.isolation import spared
from kg.stages.options import Choices, Options, options_of
from kg.stages.progress import Counter
from kg.stages.resources import extractors_of, pipeline_of

if t.TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.extract import Extractor
    from kg.extract.records import ClauseRecord
    from kg.grammar.serialization import Parses


def read_out(
    documents: Iterable[Document], options: Options | None = None, **choices: t.Unpack[Choices]
) -> Iterator[Reading | Failure]:
    """Annotate each document and extract its claims; one that fails yields a Failure, and the rest continue."""
    options = options_of(options, choices)
    documents = tuple(documents)
    counter = Counter(documents, options.progress)
    return reading_out(documents, pipeline_of(options), extractors_of(options), options, counter=counter)


def reading_out(
    documents: Sequence[Document],
    nlp: "Language",
    extractors: "Mapping[str, Extractor]",
    options: Options,
    *,
    counter: Counter,
    parses: "Parses | None" = None,
) -> Iterator[Reading | Failure]:
    """Do the same as `read_out` with a loaded pipeline and extractors.

    Args:
        documents: the documents to read.
        nlp: the pipeline.
        extractors: the extractors by name.
        options: the options of the run.
        counter: counts the progress.
        parses: stored parses, which are not computed again.
    """
    from kg.extract import BUILT_IN, reading
    from kg.grammar.parse import let_go
    from kg.reference.annotation import annotate

    all_built_in = all(extract in BUILT_IN.values() for extract in extractors.values())
    parsed = _parsed(documents, nlp, parses=parses, watcher=counter.parsed)
    for document, outcome in zip(documents, parsed, strict=True):

        def read(spans: Sequence[Span], document: Document = document) -> Reading:
            (doc,) = annotate([document], nlp, prose=lambda _: spans)
            return reading(doc, extractors=extractors, min_confidence=options.min_confidence)

        try:
            if isinstance(outcome, Exception):
                raise outcome
            found = reading(outcome, extractors=extractors, min_confidence=options.min_confidence)
        except Exception as error:
            yield spared(document, nlp, read, error)
        else:
            if all_built_in:  # otherwise the caller may have stored it
                let_go(outcome)
            yield found
        counter.read(document)


def read_clauses(
    documents: Sequence[Document], options: Options | None = None, **choices: t.Unpack[Choices]
) -> "Iterator[tuple[Document, tuple[ClauseRecord, ...]] | Failure]":
    """Yield each document with its clauses; one that fails yields a Failure, and the rest continue."""
    from kg.extract.records import clause_records

    nlp = pipeline_of(options_of(options, choices))
    for document, outcome in zip(documents, _parsed(documents, nlp), strict=True):
        if isinstance(outcome, Exception):
            yield Failure(document.id, in_words(outcome))
        else:
            yield document, tuple(clause_records(outcome))


def _parsed(documents: Sequence[Document], nlp: "Language", **options: t.Any) -> "Iterator[Doc | Exception]":
    """Parse the documents together; after an exception, whose document is unknown, parse the rest one by one."""
    from kg.read.layout import prose_spans
    from kg.reference.annotation import annotate

    done = 0
    try:
        for doc in annotate(documents, nlp, prose=prose_spans, **options):
            done += 1
            yield doc
    except Exception:
        for document in documents[done:]:
            try:
                yield from annotate([document], nlp, prose=prose_spans, **options)
            except Exception as error:
                yield error
