"""Incremental builds into a folder: only new or changed documents are read, and only changed files are written."""

import json
import os
import time
import typing as t
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path

from kg.arguments import as_output, several
from kg.collection import rare_collection
from kg.errors import UsageError
from kg.export.encodings import Encoding
from kg.graph import KnowledgeGraph
from kg.model import Document, Failure, Reading
from kg.outputs import Writing, names_of, own_files, write_files
from kg.stages.batches import Setup, batches_of, jobs_for
from kg.stages.options import Choices, Options, options_of
from kg.stages.planning import planned
from kg.stages.progress import Counter, Progress, words_of
from kg.stages.resources import Resources, extractor_names, resources_of
from kg.stages.running import Places, Run, as_paths, inputs_at, resolved

if t.TYPE_CHECKING:
    from kg.ledger import Entry, Ledger
    from kg.read import Inputs

WORDS_A_SECOND: t.Final = {"reading": 2500.0, "finishing": 10_000.0}
"""The default speeds of reading documents, and of resolving and writing, before any were measured."""
WRITTEN: t.Final = "written"
SETTINGS: t.Final = "settings"
PACE: t.Final = "pace"
PATHS: t.Final = ("decisions", "gazetteers", "ids", "pyvis", "relations", "schema")
"""The options that are paths."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate of a run: the numbers of documents and words, those to read, and the time needed.

    `replaced` has the ids of documents that another file with the same id will replace, although theirs is still there.
    """

    documents: int
    words: int
    to_read: int
    words_to_read: int
    seconds: float
    vanished: tuple[str, ...]
    failures: tuple[Failure, ...]
    replaced: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Update:
    """The result of a run into a folder.

    Args:
        counts: the counts of the graph in the folder, as in `KnowledgeGraph.counts`.
        read: the number of documents read.
        vanished: the ids of documents from earlier runs that are no longer among the inputs but are kept.
        removed: the ids of documents from earlier runs that were removed.
        failures: the inputs that could not be read or processed.
        decisions: the number of decisions that were applied.
        graph: None if the folder was up to date and nothing was written.
        replaced: the ids of documents that another file with the same id replaced, although theirs is still there.
    """

    counts: Mapping[str, int]
    read: int
    vanished: tuple[str, ...]
    removed: tuple[str, ...]
    failures: tuple[Failure, ...]
    decisions: int
    graph: KnowledgeGraph | None
    replaced: tuple[str, ...] = ()


def update(
    places: Places,
    out: str | os.PathLike[str],
    options: Options | None = None,
    *,
    writing: Writing | None = None,
    prune: bool = False,
    fresh: bool = False,
    ledger: bool = True,
    **choices: t.Unpack[Choices],
) -> Update:
    """Update an output folder with the documents at the given places.

    The ledger of the folder stores the results for each document. Unchanged documents are not read again, and after a
    change of the rules none is parsed again. The files are the same as those of a first run over all documents. A
    killed run continues where it stopped.

    Args:
        places: as for `build`.
        out: the folder; created if missing.
        options: as for `build`.
        writing: how to write the files.
        prune: whether to remove documents from earlier runs that are not among the inputs.
        fresh: whether to ignore all earlier runs.
        ledger: whether to use and store results for other runs.
        choices: as for `build`.

    Raises:
        InputError: as for `build`, or the ledger cannot be used.
        OutputError: the folder cannot be written, another run writes there, files of others would be overwritten, or
            as for `write`.
        ModelError: as for `build`.
        UsageError: as for `build`, or the folder is one of the inputs.
    """
    from kg.ledger import LEDGER, check_not_foreign, locked, opened

    options, folder, writing = options_of(options, choices), as_output(out), writing or Writing()
    places = _checked(places, folder)
    file = folder / LEDGER if ledger else None
    increment = _increment(folder, options, writing, file)
    with locked(folder), opened(file) as book:
        own = _own_files(folder, book)
        if own is None:
            check_not_foreign(folder, names_of(writing))
        if fresh:
            book.clear()
        texts = _TextCache(book)
        # no reference to the documents is held here while they become a graph: the ledger has them
        done = increment.read_at(places, book, texts, prune=prune)
        book.tidy_files(texts.used)
        return increment.finish(book, done, own or ())


def remove(ids: str | Iterable[str], out: str | os.PathLike[str], *, link: str | None = None) -> Update:
    """Remove documents, with all statements that only they make, from an output folder, using its last options.

    Args:
        ids: the ids of the documents, or one id.
        out: the folder.
        link: the linking service, if the last run used one: the network is used only on request.

    Raises:
        UsageError: there is no such document, or no ledger with the necessary data.
        InputError: the ledger cannot be used.
        OutputError: as for `update`.
    """
    from kg.ledger import LEDGER, locked, opened
    from kg.read import Inputs

    folder, unwanted = as_output(out), sorted(set(several(ids)))
    if not (folder / LEDGER).is_file():
        raise UsageError(
            f"{folder / LEDGER}: no such file; documents can only be removed from a folder that kg build wrote"
        )
    with locked(folder), opened(folder / LEDGER) as book:
        entries = book.entries()
        unknown = [id_ for id_ in unwanted if id_ not in entries]
        if unknown:
            raise UsageError(f"{folder}: has no document {', '.join(unknown)}; documents.csv or report.md lists them")
        options, writing = _settings_of(book, folder, link)
        book.remove(unwanted)
        increment, own = _increment(folder, options, writing, folder / LEDGER), _own_files(folder, book)
        done = increment.finish(book, increment.read(book, Inputs(), prune=False), own or ())
        return replace(done, removed=tuple(unwanted), vanished=())


def estimate(
    places: Places, out: str | os.PathLike[str], options: Options | None = None, **choices: t.Unpack[Choices]
) -> Estimate:
    """Return an estimate of what `update` would do, without writing anything.

    Raises:
        InputError: the ledger cannot be used; other errors as for `build`.
    """
    from kg.ledger import LEDGER, opened
    from kg.stages.keys import reading_key

    options = options_of(options, choices)
    folder = as_output(out)
    places = _checked(places, folder)
    resources_of(options)
    with opened(folder / LEDGER, writable=False) as book:
        inputs = inputs_at(places, options, _TextCache(book, writable=False))
        plan = planned(inputs, book, reading_key(options)[0], folder, prune=False)
        words = sum(map(words_of, plan.documents))
        entries = book.entries()
        known = sum(entries[id_].words for id_ in plan.unchanged)
        seconds = words / _pace(book, "reading") + bool(words) * (words + known) / _pace(book, "finishing")
        number = len(plan.documents) + len(plan.unchanged)
        read = len(plan.documents)
        return Estimate(number, words + known, read, words, seconds, plan.vanished, inputs.failures, plan.replaced)


def _increment(folder: Path, options: Options, writing: Writing, ledger: Path | None) -> "_Increment":
    """Return what updates a folder, after checking all options, so that mistakes are reported early."""
    resources = resources_of(options)
    _check(writing)
    return _Increment(folder, options, writing, resources, Setup.of(options, ledger))


def _checked(places: Places, folder: Path) -> Sequence[str]:
    """Return the input places, none of which may be the output folder."""
    from kg.read import input_folder

    given = as_paths(places)
    place = input_folder(given, folder)
    if place is not None:
        what = "is an input folder" if folder.samefile(place) else f"holds files of the input folder {place}"
        raise UsageError(f"{folder}: the output folder {what}: choose another -o")
    return given


def _check(writing: Writing) -> None:
    """Raise an error if the options for writing are invalid."""
    if writing.encoding.relations:
        from kg.export.rdf import relation_table

        relation_table(writing.encoding.relations)
    if writing.schema is not None:
        from kg.export.schema import read_schema

        read_schema(writing.schema, relations=writing.encoding.relations)
    if writing.parquet:
        from kg.export.parquet import check_pyarrow

        check_pyarrow()


@dataclass(frozen=True, slots=True)
class _Increment:
    """The data of a run into a folder."""

    folder: Path
    options: Options
    writing: Writing
    resources: Resources
    setup: Setup

    def read_at(self, places: Places, book: "Ledger", texts: "_TextCache", *, prune: bool) -> Update:
        """Read new and changed documents at the given places."""
        return self.read(book, inputs_at(places, self.options, texts), prune=prune)

    def read(self, book: "Ledger", inputs: "Inputs", *, prune: bool) -> Update:
        """Read new and changed documents, save the results, and return the update so far."""
        plan = planned(inputs, book, self.setup.key, self.folder, prune=prune)
        book.remove(plan.removed)
        for id_, origin in plan.origins.items():
            book.write_origin(id_, origin)
        with rare_collection():
            unread = self._read(book, plan.documents)
        book.tidy()
        settings = _settings(self.options, self.writing)
        if book.note(SETTINGS) != settings:
            book.write_note(SETTINGS, settings)
        if plan.documents:  # removals are committed together with the files that reflect them
            book.commit()
        failed = sorted((*inputs.failures, *unread), key=lambda each: (each.place, each.reason))
        number, decided = len(plan.documents), len(self.resources.decisions)
        return Update({}, number, plan.vanished, plan.removed, tuple(failed), decided, None, plan.replaced)

    def finish(self, book: "Ledger", done: Update, own: Collection[str]) -> Update:
        """Write the changed files, and return the result of the run; `own` are those that kg wrote before."""
        entries, failed = book.entries(), done.failures
        known = self._up_to_date(book, entries, failed)
        if known is not None:
            book.commit()
            return replace(done, counts=known)
        begin = time.perf_counter()
        with rare_collection():
            run = self._resolved(book.readings(), failed)
            counts = self._write(book, run, entries, failed, own)
        _measured(book, "finishing", sum(entry.words for entry in entries.values()), begin)
        book.commit()
        return replace(done, counts=counts, failures=run.failures, graph=run.graph)

    def _read(self, book: "Ledger", documents: Sequence[Document]) -> list[Failure]:
        """Read documents, save the results batch by batch, and return the failures."""
        if not documents:
            return []
        jobs, counter = jobs_for(self.options, documents), Counter(documents, self.options.progress)
        begin, failures = time.perf_counter(), list[Failure]()
        for rows in batches_of(documents, self.setup, jobs=jobs, counter=counter, cached=book.parse):
            for row in rows:
                book.write(row)
                failures += row.failures
            book.commit()
        _measured(book, "reading", sum(map(words_of, documents)), begin)
        return failures

    def _resolved(self, readings: Iterable[Reading], failed: Iterable[Failure]) -> Run:
        self._report("resolving")
        names, model = extractor_names(self.options), self.setup.model.version
        return resolved(readings, failed, self.options, self.resources, model=model, extractors=names)

    def _write(
        self,
        book: "Ledger",
        run: Run,
        entries: "Mapping[str, Entry]",
        failed: Iterable[Failure],
        own: Collection[str],
    ) -> Mapping[str, int]:
        """Write the files, record their state, and return the counts of the graph."""
        self._report("writing")
        writing = self.writing
        several = jobs_for(self.options, run.graph.documents) > 1
        written = write_files(run.graph, self.folder, writing, record=run.graph.record, own=own, side_by_side=several)
        if writing.pyvis is not None:
            run.graph.write_pyvis(writing.pyvis, title=writing.title)
        # this run has changed the file of ids, so the key for the next run is known only now
        note = {"key": self._key(entries, failed), "files": written.digests, "counts": written.counts}
        book.write_note(WRITTEN, json.dumps(note))
        return written.counts

    def _up_to_date(
        self, book: "Ledger", entries: "Mapping[str, Entry]", failed: Iterable[Failure]
    ) -> dict[str, int] | None:
        """Return the counts of the graph in the folder, or None if it is not the graph of this run."""
        from kg.ledger import digests_of

        note = json.loads(book.note(WRITTEN) or "{}")
        here = bool(note) and self.options.link is None and self.writing.pyvis is None
        same = here and note.get("key") == self._key(entries, failed)
        return note["counts"] if same and digests_of(self.folder, note["files"]) == note["files"] else None

    def _key(self, entries: "Mapping[str, Entry]", failed: Iterable[Failure]) -> str:
        from kg.ledger import file_digest
        from kg.stages.keys import outputs_key

        encoding = self.writing.encoding
        encoding = replace(encoding, relations=tuple(map(file_digest, encoding.relations)))
        read = [(id_, entry.content, entry.key) for id_, entry in entries.items()]
        schema = None if self.writing.schema is None else file_digest(self.writing.schema)
        writing = replace(self.writing, encoding=encoding, schema=schema)
        return outputs_key(self.options, self.resources.decisions, writing, read, sorted(map(repr, failed)))

    def _report(self, stage: t.Literal["resolving", "writing"]) -> None:
        if self.options.progress is not None:
            self.options.progress(Progress(stage, 0, 0, 0, 0))


class _TextCache:
    """The file cache of a ledger; `used` has the requested keys."""

    def __init__(self, book: "Ledger", *, writable: bool = True) -> None:
        from kg.stages.keys import files_key

        self.used: set[str] = set()
        self._book, self._writable, self._readers = book, writable, files_key()

    def texts(self, key: str) -> Sequence[Document | Failure] | None:
        self.used.add(place := f"{self._readers} {key}")
        found = self._book.found(place)
        return None if found is None else (*found.documents, *found.failures)

    def store_texts(self, key: str, found: Sequence[Document | Failure]) -> None:
        from kg.ledger import Found

        documents = tuple(each for each in found if isinstance(each, Document))
        failures = tuple(each for each in found if isinstance(each, Failure))
        if self._writable:
            self._book.store_found(f"{self._readers} {key}", Found(documents, failures))


def _own_files(folder: Path, book: "Ledger") -> frozenset[str] | None:
    """Return the names of the files that kg wrote to a folder, or None if it never did."""
    recorded, noted = own_files(folder), json.loads(book.note(WRITTEN) or "{}").get("files")
    return None if recorded is None and noted is None else frozenset({*(recorded or ()), *(noted or ())})


def _measured(book: "Ledger", work: str, words: int, begin: float) -> None:
    """Record the speed of some work, for the next estimate."""
    book.write_note(f"{PACE} of {work}", str(words / max(1e-3, time.perf_counter() - begin)))


def _pace(book: "Ledger", work: str) -> float:
    return float(book.note(f"{PACE} of {work}") or 0) or WORDS_A_SECOND[work]


def _settings(options: Options, writing: Writing) -> str:
    """Return the options as JSON, for `remove`; null if one is not a plain value, such as a loaded model."""
    chosen = {each.name: getattr(options, each.name) for each in fields(options) if each.name != "progress"}
    if isinstance(options.model, str | os.PathLike) and Path(options.model).is_dir():
        chosen["model"] = _absolute(options.model)
    written = asdict(writing)
    for record in (chosen, written, written["encoding"]):
        record.update({name: _absolute(record[name]) for name in PATHS if name in record})
    try:
        return json.dumps({"options": chosen, "writing": written}, default=_iso)
    except TypeError:
        return "null"


def _absolute(given: t.Any) -> t.Any:
    """Return a path, or several, as absolute paths; other values are returned unchanged."""
    if isinstance(given, str | os.PathLike):
        return os.path.abspath(given)
    return [*map(_absolute, given)] if isinstance(given, tuple) else given


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError


def _settings_of(book: "Ledger", folder: Path, link: str | None) -> tuple[Options, Writing]:
    """Return the options of the last run.

    Raises:
        UsageError: they are not known, or they require the network without a request for it.
    """
    record = json.loads(book.note(SETTINGS) or "null")
    if record is None:
        raise UsageError(f"{folder}: the options of its last run are not known; build it again without the document")
    options, written = Options(**record["options"]), record["writing"]
    if options.link is not None and link is None:
        raise UsageError(f"{folder}: its last run linked entities with {options.link}; allow that with --link")
    encoding = Encoding(**written.pop("encoding"))
    return replace(options, link=link), Writing(encoding=encoding, **written)
