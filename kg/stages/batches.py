"""Turn documents into ledger rows batch by batch, in this process or in several parallel ones.

A process needs only `rows_of`: the same documents give the same rows wherever it runs.
"""

import contextlib
import functools
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.choices import Engine
from kg.collection import drained
from kg.errors import UsageError
from kg.model import Document, Failure
from kg.stages.options import Options, check_named, is_named
from kg.stages.pool import Lost, pooled
from kg.stages.progress import Counter, words_of
from kg.stages.reading import reading_out
from kg.stages.resources import extractors_of, pipeline_of

if t.TYPE_CHECKING:
    from spacy.language import Language

    from kg.extract import Extractor
    from kg.grammar.installed import Model
    from kg.ledger import Key, Row

BATCH: t.Final = 50_000
"""The number of characters (or one longer document) read before they are saved; a killed run loses no more."""
MUCH: t.Final = 300_000
"""In characters; reading this much takes longer than starting processes."""
FATAL: t.Final = Failure("", "every process that read it crashed", advice="it may need more memory than is available")

ParseCache: t.TypeAlias = Callable[[str], bytes | None]
"""Returns the stored parse for a key."""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a process needs to read documents; it can be sent to other processes, and identifies equal ones.

    `ledger` is the file with the stored parses; None if there is none.
    """

    key: "Key"
    model: "Model"
    ledger: Path | None
    options: Options = field(compare=False)  # the key covers those that matter

    @classmethod
    def of(cls, options: Options, ledger: Path | None = None) -> "Setup":
        """Return the setup for the options.

        Raises:
            ModelError: there is no such model.
            UsageError: there is no such extractor.
        """
        from kg.stages.keys import reading_key

        chosen = replace(options, decisions=(), gazetteers=(), link=None, progress=None)
        return cls(*reading_key(options), ledger, chosen)


def rows_of(documents: Sequence[Document], setup: Setup) -> "tuple[Row, ...]":
    """Return the ledger rows of documents, in their order; the pipeline is loaded once per process.

    Args:
        documents: the documents to read; if there are none, only the pipeline is loaded.
        setup: the setup of the reader.

    Raises:
        ModelError: there is no such model.
        UsageError: an extractor cannot be loaded.
    """
    from kg.ledger import opened

    reader = _reader(setup)
    with opened(setup.ledger, writable=False) as book:
        return reader.rows(documents, Counter(documents, None), book.parse)


def batches_of(
    documents: Sequence[Document], setup: Setup, *, jobs: int, counter: Counter, cached: ParseCache
) -> "Iterator[Sequence[Row]]":
    """Yield the rows of documents, batch by batch as they are completed.

    Args:
        documents: the documents to read.
        setup: the setup of the reader.
        jobs: the number of reading processes; one means this process.
        counter: counts the progress.
        cached: returns the stored parses, if this process reads.
    """
    options, batches = setup.options, batched(documents)
    if options.engine == "spark":
        from kg.stages.spark import batches_on_spark

        done = batches_on_spark(documents, setup, options.master)
    elif jobs == 1:
        reader = Reader.of(setup)
        for batch in batches:
            yield reader.rows(batch, counter, cached)
        return
    else:
        done = processed(batches, setup, jobs=jobs)
    for batch, rows in done:
        yield rows
        for document in batch:
            counter.read(document)


def processed(
    batches: Iterable[Sequence[Document]], setup: Setup, *, jobs: int
) -> "Iterator[tuple[Sequence[Document], Sequence[Row]]]":
    """Yield batches of documents with their rows, read in separate processes, as they are completed.

    A document that crashes every process that reads it becomes a failure.

    Args:
        batches: the documents to read.
        setup: the setup of the reader.
        jobs: the number of reading processes.

    Raises:
        WorkerError: processes end repeatedly before they can read.
    """
    from kg.ledger import row

    for done in pooled(functools.partial(rows_of, setup=setup), batches, jobs=jobs):
        if isinstance(done, Lost):
            failure = replace(FATAL, place=done.item.id)
            yield [done.item], [row(done.item, failure, key=setup.key, words=words_of(done.item))]
        else:
            yield done


def jobs_for(options: Options, documents: Iterable[Document]) -> int:
    """Return the number of reading processes: as chosen, or one per core for large inputs.

    Raises:
        UsageError: a loaded pipeline would have to be sent to another process, or there is no such engine.
    """
    if options.engine not in t.get_args(Engine):
        raise UsageError(f"engine: no such engine {options.engine!r}; there are {', '.join(t.get_args(Engine))}")
    if options.engine == "spark" or (options.jobs or 1) > 1:
        check_named(options, "jobs, engine")
    if options.jobs is not None:
        return options.jobs
    alone = not is_named(options.model) or isinstance(options.extractors, Mapping)
    if alone or sum(len(document.text) for document in documents) < MUCH:
        return 1
    from loky import cpu_count

    return int(cpu_count())


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents in one process."""

    setup: Setup
    nlp: "Language"
    extractors: "Mapping[str, Extractor]"
    pipeline: str

    @classmethod
    def of(cls, setup: Setup) -> "Reader":
        """Return the reader for a setup, with its pipeline loaded."""
        from kg.stages.keys import parsing_key

        nlp = pipeline_of(setup.options)
        return cls(setup, nlp, extractors_of(setup.options), parsing_key(nlp, setup.model))

    def rows(self, documents: Sequence[Document], counter: Counter, cached: ParseCache) -> "tuple[Row, ...]":
        """Return the ledger rows of documents, in their order.

        Args:
            documents: the documents to read.
            counter: counts the progress.
            cached: returns the stored parses.
        """
        from kg.ledger import row

        parses = _CachedParses(self.pipeline, cached)
        key, options, new = self.setup.key, self.setup.options, {} if self.setup.ledger is None else parses.new
        with self._zone():
            found = reading_out(documents, self.nlp, self.extractors, options, counter=counter, parses=parses)
            outcomes = drained(found)
        return tuple(
            row(each, outcome, key=key, words=words_of(each), parse=parses.keys.get(each.id), docs=new.get(each.id))
            for each, outcome in zip(documents, outcomes, strict=True)
        )

    def _zone(self) -> contextlib.AbstractContextManager[object]:
        """Free the memory of new words afterwards; a user's pipeline may already be in such a zone."""
        return self.nlp.memory_zone() if is_named(self.setup.options.model) else contextlib.nullcontext()


_reader = functools.lru_cache(maxsize=1)(Reader.of)


class _CachedParses:
    """The stored parses of a ledger, and new ones; `keys` are those of the requested documents."""

    def __init__(self, pipeline: str, cached: ParseCache) -> None:
        self.keys: dict[str, str] = {}
        self.new: dict[str, bytes] = {}
        self._pipeline, self._cached = pipeline, cached

    def parse(self, document: Document, texts: Sequence[str]) -> bytes | None:
        from kg.identifiers import digest

        self.keys[document.id] = key = digest(self._pipeline, *texts, length=32)
        return self._cached(key)

    def keep(self, document: Document, _: Sequence[str], docs: bytes) -> None:
        self.new[document.id] = docs


def batched(documents: Iterable[Document]) -> Iterator[Sequence[Document]]:
    """Yield documents in batches of enough characters."""
    batch: list[Document] = []
    length = 0
    for document in documents:
        batch.append(document)
        length += len(document.text) + 1
        if length > BATCH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch
