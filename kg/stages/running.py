"""Build a graph from documents: read, annotate, extract, resolve."""

import itertools
import os
import re
import typing as t
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.collection import drained, rare_collection
from kg.errors import FailureWarning
from kg.export.encodings import Encoding
from kg.grammar.installed import model_version
from kg.graph import KnowledgeGraph
from kg.model import Chain, Claim, Document, Failure, NamedPart, Reading, Record, Unclaimed
from kg.spool import Spool
from kg.stages.batches import Setup, batched, batches_of, jobs_for
from kg.stages.known_entities import graph_with_ids, linked_graph
from kg.stages.options import Choices, Options, Path, options_of
from kg.stages.progress import Counter
from kg.stages.reading import reading_out
from kg.stages.resources import Resources, extractors_of, pipeline_of, resources_of

if t.TYPE_CHECKING:
    from kg.extract import Extractor
    from kg.read.text import Inputs, TextCache

Places: t.TypeAlias = Path | Iterable[Path]
SHOWN: t.Final = 3
"""The number of failures that a warning names."""
_PAIR: t.Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")


@dataclass(frozen=True, slots=True)
class Run:
    """The graph of a run; its record lists what was read, what failed, and which model and extractors were used."""

    graph: KnowledgeGraph

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of the documents."""
        return self.graph.record.readings

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The inputs that could not be processed, with the reasons."""
        return self.graph.failures


def build(places: Places, options: Options | None = None, **choices: t.Unpack[Choices]) -> KnowledgeGraph:
    """Return the graph of all documents at the given places, with a FailureWarning if some could not be read.

    Args:
        places: a file, folder, glob or address (http, https), or several; `-` is standard input.
        options: the options of the run, see `Options`.
        choices: the same as keyword arguments, which override `options`.

    Raises:
        NothingToRead: there is no document at any of the places.
        ModelError: there is no such model.
        InputError: the file of decisions or of ids, or a gazetteer, cannot be opened or used.
        OutputError: the file of ids cannot be written.
        UsageError: an option or a decision is invalid, or there is no such extractor or service.
    """
    return with_warning(run(places, options, **choices).graph)


def build_documents(
    documents: Iterable[Document], options: Options | None = None, **choices: t.Unpack[Choices]
) -> KnowledgeGraph:
    """Return the graph of documents in memory; otherwise like `build`."""
    return with_warning(run_documents(documents, options, **choices).graph)


def with_warning(graph: KnowledgeGraph, *, stacklevel: int = 3) -> KnowledgeGraph:
    """Return the graph, after a warning if some inputs could not be processed."""
    failed = [failure for failure in graph.failures if not failure.skipped]
    if failed:
        first = "; ".join(f"{failure.place}: {failure.line}" for failure in failed[:SHOWN])
        more = f"; and {len(failed) - SHOWN} more" if len(failed) > SHOWN else ""
        message = f"{len(failed)} failed: {first}{more} (see graph.failures)"
        warnings.warn(message, FailureWarning, stacklevel=stacklevel)
    return graph


def run(places: Places, options: Options | None = None, **choices: t.Unpack[Choices]) -> Run:
    """Like `build`, but return the whole run and do not warn about failures."""
    options = options_of(options, choices)
    # report mistakes before reading starts
    resources, extractors = resources_of(options), extractors_of(options)
    documents, failures = read_places(places, options)
    return _run(documents, failures, options, resources, extractors)


def read_places(
    places: Places, options: Options, cache: "TextCache | None" = None
) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """Return the documents at the given places, and the failures; cached files are not parsed again.

    Raises:
        NothingToRead: there is no document at any of the places.
    """
    found = inputs_at(places, options, cache)
    return found.documents, found.failures


def inputs_at(places: Places, options: Options, cache: "TextCache | None" = None) -> "Inputs":
    """Do the same as `read_places`, and return where the documents are from, too."""
    from kg.read import Columns, read_inputs

    return read_inputs(
        as_paths(places),
        published=options.date,
        columns=Columns(options.text_column, options.id_column, options.date_column, options.title_column),
        private=options.allow_private,
        language=options.language,
        cache=cache,
    )


def run_documents(
    documents: Iterable[Document],
    options: Options | None = None,
    *,
    failures: Iterable[Failure] = (),
    **choices: t.Unpack[Choices],
) -> Run:
    """Do the same as `run` with documents in memory; `failures` are those from reading them."""
    options = options_of(options, choices)
    dated = tuple(replace(each, text=paired(each.text), published=each.published or options.date) for each in documents)
    return _run(dated, failures, options, resources_of(options), extractors_of(options))


def paired(text: str) -> str:
    """Return text in which each surrogate pair is replaced by its character, as JSON reads it.

    Otherwise the offsets in `documents.jsonl` would count one character where the text has two.
    """
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def _run(
    documents: Sequence[Document],
    failures: Iterable[Failure],
    options: Options,
    resources: Resources,
    extractors: "Mapping[str, Extractor]",
) -> Run:
    jobs, counter = jobs_for(options, documents), Counter(documents, options.progress)
    with rare_collection():
        if jobs == 1 and options.engine == "local":
            nlp, outcomes = pipeline_of(options), []
            model = model_version(nlp.meta)
            for batch in batched(documents):
                outcomes += drained(reading_out(batch, nlp, extractors, options, counter=counter))
        else:
            setup = Setup.of(options)
            batches = batches_of(documents, setup, jobs=jobs, counter=counter, cached=lambda _: None)
            model, outcomes = setup.model.version, [row.outcome() for rows in batches for row in rows]
        readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
        failed = [*failures, *failures_of(outcomes)]
        return resolved(readings, failed, options, resources, model=model, extractors=extractors)


def failures_of(outcomes: Iterable[Reading | Failure]) -> Iterator[Failure]:
    """Yield the failures of whole documents and of parts of them."""
    for outcome in outcomes:
        yield from (outcome,) if isinstance(outcome, Failure) else outcome.failures


def resolved(
    readings: Iterable[Reading],
    failures: Iterable[Failure],
    options: Options,
    resources: Resources,
    *,
    model: str,
    extractors: Iterable[str],
) -> Run:
    """Return the graph of the readings, with links and known ids if the options ask for them.

    Args:
        readings: the readings of the documents.
        failures: the inputs that could not be processed.
        options: the options of the run.
        resources: the opened resources.
        model: the name and version of the model.
        extractors: the names of the extractors.

    Raises:
        OutputError: the file of ids cannot be written.
    """
    from kg.resolve import Part, resolve_parts

    ordered, failed = _stored(readings), list(failures)
    parts = (
        Part(
            [each.document for each in some],
            *([*itertools.chain.from_iterable(getattr(each, name) for each in some)] for name in Part._fields[1:]),
        )
        for some in _of_one_document(ordered)
    )
    graph = resolve_parts(
        parts,
        gazetteer=resources.gazetteer,
        decisions=resources.decisions,
        expected=sum(len(each.claims) for each in ordered),
    )
    if resources.service is not None:
        graph, unlinked = linked_graph(graph, resources.service, options.link_threshold)
        failed += [unlinked] if unlinked is not None else []
    if options.ids is not None:
        graph = graph_with_ids(graph, options.ids)
    record = Record(
        readings=tuple(ordered),
        failures=tuple(sorted(failed, key=lambda failure: (failure.place, failure.reason))),
        model=model,
        extractors=tuple(sorted(extractors)),
        options=options.recorded,
    )
    return Run(KnowledgeGraph.of(graph, record))


def _stored(readings: Iterable[Reading]) -> list[Reading]:
    """Return readings sorted by document; if there are many, their content is stored on disk."""
    stored = list(_spooled(readings))
    stored = list(_spooled(stored, expected=sum(len(each.claims) for each in stored)))
    return sorted(stored, key=lambda reading: reading.document.id)


def _spooled(readings: Iterable[Reading], *, expected: int = 0) -> Iterator[Reading]:
    """Yield readings; if there are many, their content is stored on disk, unless it already is.

    Args:
        readings: each once.
        expected: the number of their claims, if known.
    """
    claims, chains = Spool[Claim](expected=expected), Spool[Chain](expected=expected)
    parts, unclaimed = Spool[NamedPart](expected=expected), Spool[Unclaimed](expected=expected)
    for each in readings:
        yield replace(
            each,
            claims=claims.keep(each.claims),
            chains=chains.keep(each.chains),
            named_parts=parts.keep(each.named_parts),
            unclaimed=unclaimed.keep(each.unclaimed),
        )


def _of_one_document(readings: Iterable[Reading]) -> Iterator[list[Reading]]:
    """Yield the readings of each document; several if documents share an id."""
    return (list(some) for _, some in itertools.groupby(readings, lambda reading: reading.document.id))


def as_paths(places: Places) -> list[str]:
    """Return one or several places as a list of strings."""
    return [os.fspath(place) for place in ([places] if isinstance(places, str | os.PathLike) else places)]


def write(
    run: Run,
    directory: str | os.PathLike[str],
    *,
    encoding: Encoding | None = None,
    title: str | None = None,
    include_text: bool = True,
) -> None:
    """Write all files of a run to a directory; the same as `KnowledgeGraph.write`."""
    run.graph.write(directory, encoding=encoding, title=title, include_text=include_text)
