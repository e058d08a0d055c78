"""Documents become a graph: read, annotate, extract, resolve."""

import os
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.graph import KnowledgeGraph
from kg.model import Document, Failure, Graph, Reading
from kg.stages.collection import rare_collection
from kg.stages.known_things import graph_with_ids, linked_graph
from kg.stages.means import Means, extractors_of, means_of, pipeline_of
from kg.stages.options import Choices, Options, Path, options_of

if t.TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.extract import Extractor
    from kg.extract.records import ClauseRecord

Places: t.TypeAlias = Path | Iterable[Path]


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found, what it could not process, and with what it worked (`model` is name and version)."""

    graph: KnowledgeGraph
    readings: tuple[Reading, ...] = ()
    failures: tuple[Failure, ...] = ()
    model: str = ""
    extractors: tuple[str, ...] = ()
    options: Options = field(default_factory=Options)


def build(places: Places, options: Options | None = None, **choices: t.Unpack[Choices]) -> KnowledgeGraph:
    """Return the graph of all documents at the given places; documents that fail are left out (see `run`).

    Args:
        places: a file, folder, glob or address (http, https), or several; `-` is standard input.
        options: what is chosen, `Options` says what there is.
        choices: the same as keyword arguments, which come before those of `options`.

    Raises:
        NothingToRead: no document at any of the places.
        ModelError: no such model.
        InputError: the file of decisions or of ids, or a gazetteer, cannot be opened or used.
        OutputError: the file of ids cannot be written.
        UsageError: an option or a decision is not what it must be, or there is no such extractor or service.
    """
    return run(places, options, **choices).graph


def build_documents(
    documents: Iterable[Document], options: Options | None = None, **choices: t.Unpack[Choices]
) -> KnowledgeGraph:
    """Return the graph of documents that are already in memory; options and errors are those of `build`."""
    return run_documents(documents, options, **choices).graph


def run(places: Places, options: Options | None = None, **choices: t.Unpack[Choices]) -> Run:
    """Do as `build`, and return the failures and all that was read beside the graph."""
    options = options_of(options, choices)
    means = means_of(options)  # a mistake here should not wait for the reading
    documents, failures = read_places(places, options)
    return _run(documents, failures, options, means)


def read_places(places: Places, options: Options) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """Return the documents at the given places, and what was not read.

    Raises:
        NothingToRead: no document at any of the places.
    """
    from kg.read import Columns, read

    found = tuple(
        read(
            _as_paths(places),
            published=options.date,
            columns=Columns(options.text_column, options.id_column, options.date_column, options.title_column),
            private=options.allow_private,
        )
    )
    documents = tuple(outcome for outcome in found if isinstance(outcome, Document))
    return documents, tuple(outcome for outcome in found if isinstance(outcome, Failure))


def run_documents(
    documents: Iterable[Document],
    options: Options | None = None,
    *,
    failures: Iterable[Failure] = (),
    **choices: t.Unpack[Choices],
) -> Run:
    """Do as `run` with documents that are already in memory; `failures` are those of reading them."""
    options = options_of(options, choices)
    return _run(documents, failures, options, means_of(options))


def _run(documents: Iterable[Document], failures: Iterable[Failure], options: Options, means: Means) -> Run:
    nlp = pipeline_of(options)
    with rare_collection():
        outcomes = tuple(_read_out(tuple(documents), nlp, means.extractors, options))
        readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
        graph = _resolved(readings, means)
    failed = [*failures, *(outcome for outcome in outcomes if isinstance(outcome, Failure))]
    if means.service is not None:
        graph, unlinked = linked_graph(graph, means.service, options.link_threshold)
        failed += [unlinked] if unlinked is not None else []
    if options.ids is not None:
        graph = graph_with_ids(graph, options.ids)
    return Run(
        graph=KnowledgeGraph.of(graph),
        readings=tuple(sorted(readings, key=lambda reading: reading.document.id)),
        failures=tuple(sorted(failed, key=lambda failure: (failure.place, failure.reason))),
        model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        extractors=tuple(sorted(means.extractors)),
        options=options,
    )


def _resolved(readings: Sequence[Reading], means: Means) -> Graph:
    from kg.resolve import resolve

    return resolve(
        [reading.document for reading in readings],
        [claim for reading in readings for claim in reading.claims],
        [chain for reading in readings for chain in reading.chains],
        named_parts=[named for reading in readings for named in reading.named_parts],
        gazetteer=means.gazetteer,
        decisions=means.decisions,
    )


def read_out(
    documents: Iterable[Document], options: Options | None = None, **choices: t.Unpack[Choices]
) -> Iterator[Reading | Failure]:
    """Annotate each document and extract its claims; one that cannot be processed is a Failure, and the rest go on."""
    options = options_of(options, choices)
    return _read_out(tuple(documents), pipeline_of(options), extractors_of(options), options)


def _read_out(
    documents: Sequence[Document], nlp: "Language", extractors: "Mapping[str, Extractor]", options: Options
) -> Iterator[Reading | Failure]:
    from kg.extract import reading

    functions = tuple(extractors[name] for name in sorted(extractors))
    for done, (document, outcome) in enumerate(zip(documents, _parsed(documents, nlp), strict=True), start=1):
        if isinstance(outcome, Failure):
            yield outcome
        else:
            try:
                yield reading(outcome, extractors=functions, min_confidence=options.min_confidence)
            except Exception as error:  # an extractor may be anyone's code
                yield _failure(document, error)
        if options.progress is not None:
            options.progress(done, len(documents))


def read_clauses(
    documents: Sequence[Document], options: Options | None = None, **choices: t.Unpack[Choices]
) -> "Iterator[tuple[Document, tuple[ClauseRecord, ...]] | Failure]":
    """Yield each document with its clauses; one that cannot be processed is a Failure, and the rest go on."""
    from kg.extract.records import clause_records

    nlp = pipeline_of(options_of(options, choices))
    for document, outcome in zip(documents, _parsed(documents, nlp), strict=True):
        yield outcome if isinstance(outcome, Failure) else (document, tuple(clause_records(outcome)))


def _parsed(documents: Sequence[Document], nlp: "Language") -> "Iterator[Doc | Failure]":
    """Parse the documents together; after an exception, which does not tell whose it was, parse the rest one by one."""
    from kg.read.layout import prose_spans
    from kg.reference.annotation import annotate

    done = 0
    try:
        for doc in annotate(documents, nlp, prose=prose_spans):
            done += 1
            yield doc
    except Exception:
        for document in documents[done:]:
            try:
                yield from annotate([document], nlp, prose=prose_spans)
            except Exception as error:
                yield _failure(document, error)


def _failure(document: Document, error: Exception) -> Failure:
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return Failure(document.id, reason)


def _as_paths(places: Places) -> list[str]:
    return [os.fspath(place) for place in ([places] if isinstance(places, str | os.PathLike) else places)]
