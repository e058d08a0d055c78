"""Documents become a graph: read, annotate, extract, resolve."""

import os
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.model import Decision, Document, Failure, Graph, Reading
from kg.stages.collection import rare_collection
from kg.stages.known_things import gazetteer_with, graph_with_ids, linked_graph, service_at

if t.TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.extract import Extractor
    from kg.extract.records import ClauseRecord
    from kg.lexicon.gazetteer import Gazetteer
    from kg.link import Service

Places: t.TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
Decisions: t.TypeAlias = str | os.PathLike[str] | Iterable[Decision]
Files: t.TypeAlias = Iterable[str | os.PathLike[str]]
Progress: t.TypeAlias = Callable[[int, int], None]
"""Called with the number of documents done and the number of all documents."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found, what it could not process, and with what it worked (`model` is name and version)."""

    graph: KnowledgeGraph
    readings: tuple[Reading, ...] = ()
    failures: tuple[Failure, ...] = ()
    model: str = ""
    extractors: tuple[str, ...] = ()
    published: date | None = None
    min_confidence: float | None = None
    link: str | None = None


class Options(t.TypedDict, total=False):
    """What can be chosen about a run.

    model: the spaCy pipeline, by package name or directory, or one that is loaded already.
    published: the date of documents that do not tell theirs.
    extractors: by name; None takes all that are installed.
    min_confidence: claims below this confidence, in [0, 1], are left out; None takes the default of `kg.extract`.
    decisions: a file like `decisions.toml`, or the decisions themselves.
    gazetteers: files (CSV or Turtle) of things known beforehand, beside those that come with the package.
    link: `wikidata`, the address of a reconciliation service, or a service; None opens no connection.
    link_threshold: the least score of a link, in [0, 1]; None takes the default of `kg.link`.
    ids: the file that keeps the ids of entities; it is read, and written again with the new ones.
    progress: called with the numbers of documents done and of all documents.
    """

    model: "str | Language | None"
    published: date | None
    extractors: "Mapping[str, Extractor] | None"
    min_confidence: float | None
    decisions: Decisions
    gazetteers: Files
    link: "str | Service | None"
    link_threshold: float | None
    ids: str | os.PathLike[str] | None
    progress: Progress | None


def build(places: Places, **options: t.Unpack[Options]) -> KnowledgeGraph:
    """Return the graph of all documents at the given places; documents that fail are left out (see `run`).

    Args:
        places: a file, folder or glob, or several; `-` is standard input.
        options: as `Options` says: model, published, extractors, min_confidence, decisions, gazetteers, link,
            link_threshold, ids, progress.

    Raises:
        NothingToRead: no document at any of the places.
        ModelError: no such model.
        InputError: the file of decisions or of ids, or a gazetteer, cannot be opened or used.
        OutputError: the file of ids cannot be written.
        UsageError: a confidence or threshold does not lie between 0 and 1, a decision is not what it must be, or there
            is no such service.
    """
    return run(places, **options).graph


def build_documents(documents: Iterable[Document], **options: t.Unpack[Options]) -> KnowledgeGraph:
    """Return the graph of documents that are already in memory; the options are those of `build`."""
    return run_documents(documents, **options).graph


def run(places: Places, **options: t.Unpack[Options]) -> Run:
    """Do as `build`, and return the failures and all that was read beside the graph."""
    from kg.read.text import read
    from kg.resolve import read_ids

    # a mistake here should not wait for the reading
    threshold(options.get("min_confidence"))
    options["decisions"] = decided(options.get("decisions", ()))
    options["gazetteers"] = tuple(options.get("gazetteers", ()))
    options["link"] = service_at(options.get("link"), options.get("link_threshold"))
    gazetteer_with(options["gazetteers"])
    if (ids := options.get("ids")) is not None:
        read_ids(ids)
    found = tuple(read(_as_paths(places), published=options.get("published")))
    documents = (outcome for outcome in found if isinstance(outcome, Document))
    failures = [outcome for outcome in found if isinstance(outcome, Failure)]
    return run_documents(documents, failures=failures, **options)


def run_documents(
    documents: Iterable[Document], *, failures: Sequence[Failure] = (), **options: t.Unpack[Options]
) -> Run:
    """Do as `run` with documents that are already in memory; `failures` are those of reading them."""
    from kg.extract import installed_extractors
    from kg.grammar.pipeline import load

    min_confidence, decisions = threshold(options.get("min_confidence")), decided(options.get("decisions", ()))
    known, link_threshold = gazetteer_with(options.get("gazetteers", ())), options.get("link_threshold")
    service, model, ids = service_at(options.get("link"), link_threshold), options.get("model"), options.get("ids")
    nlp = load(model) if model is None or isinstance(model, str) else model
    extractors = options.get("extractors")
    chosen = installed_extractors() if extractors is None else extractors
    with rare_collection():
        outcomes = tuple(
            read_out(tuple(documents), nlp, chosen, min_confidence=min_confidence, progress=options.get("progress"))
        )
        readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
        graph = _resolved(readings, gazetteer=known, decisions=decisions)
    failed = [*failures, *(outcome for outcome in outcomes if isinstance(outcome, Failure))]
    if service is not None:
        graph, unlinked = linked_graph(graph, service, link_threshold)
        failed += [unlinked] if unlinked is not None else []
    if ids is not None:
        graph = graph_with_ids(graph, ids)
    return Run(
        graph=KnowledgeGraph.of(graph),
        readings=tuple(sorted(readings, key=lambda reading: reading.document.id)),
        failures=tuple(sorted(failed, key=lambda failure: (failure.place, failure.reason))),
        model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        extractors=tuple(sorted(chosen)),
        published=options.get("published"),
        min_confidence=min_confidence,
        link=service.place if service is not None else None,
    )


def _resolved(readings: Sequence[Reading], *, gazetteer: "Gazetteer", decisions: Sequence[Decision]) -> Graph:
    from kg.resolve import resolve

    return resolve(
        [reading.document for reading in readings],
        [claim for reading in readings for claim in reading.claims],
        [chain for reading in readings for chain in reading.chains],
        named_parts=[named for reading in readings for named in reading.named_parts],
        gazetteer=gazetteer,
        decisions=decisions,
    )


def read_out(
    documents: Sequence[Document],
    nlp: "Language",
    extractors: "Mapping[str, Extractor]",
    *,
    min_confidence: float | None = None,
    progress: Progress | None = None,
) -> Iterator[Reading | Failure]:
    """Annotate each document and extract its claims; one that cannot be processed is a Failure, and the rest go on."""
    from kg.extract import reading

    functions, least = tuple(extractors[name] for name in sorted(extractors)), threshold(min_confidence)
    for done, (document, outcome) in enumerate(zip(documents, _parsed(documents, nlp), strict=True), start=1):
        if isinstance(outcome, Failure):
            yield outcome
        else:
            try:
                yield reading(outcome, extractors=functions, min_confidence=least)
            except Exception as error:  # an extractor may be anyone's code
                yield _failure(document, error)
        if progress is not None:
            progress(done, len(documents))


def read_clauses(
    documents: Sequence[Document], nlp: "Language"
) -> "Iterator[tuple[Document, tuple[ClauseRecord, ...]] | Failure]":
    """Yield each document with its clauses; one that cannot be processed is a Failure, and the rest go on."""
    from kg.extract.records import clause_records

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


def threshold(min_confidence: float | None) -> float:
    """Return the confidence that claims must have, the default of `kg.extract` for None.

    Raises:
        UsageError: it does not lie between 0 and 1.
    """
    from kg.extract import DEFAULT_MIN_CONFIDENCE

    if min_confidence is None:
        return DEFAULT_MIN_CONFIDENCE
    if not 0.0 <= min_confidence <= 1.0:
        raise UsageError(f"minimal confidence {min_confidence}: must lie between 0 and 1")
    return min_confidence


def decided(decisions: Decisions) -> tuple[Decision, ...]:
    """Return the decisions, read from their file where that is what is given.

    Raises:
        InputError: the file cannot be opened.
        UsageError: an entry of it is not what it must be.
    """
    from kg.resolve import read_decisions

    return read_decisions(decisions) if isinstance(decisions, str | os.PathLike) else tuple(decisions)


def _as_paths(places: Places) -> list[str]:
    return [os.fspath(place) for place in ([places] if isinstance(places, str | os.PathLike) else places)]
