"""Reading of documents into ledger rows, batch by batch, in this process or in several in parallel.

`rows_of` is all that a process needs: whatever runs it, the same documents give the same rows.
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
"""So many characters, or one document, are read before they are kept; a run that is killed loses no more than that."""
MUCH: t.Final = 300_000
"""Characters: it takes longer to read them than to start processes for it."""
FATAL: t.Final = Failure("", "every process that read it crashed", advice="it may need more memory than is available")

Kept: t.TypeAlias = Callable[[str], bytes | None]
"""Gives the parse that is kept under a key."""


@dataclass(frozen=True, slots=True)
class Setup:
    """With what a process reads documents; it can be sent to other processes, and tells one of these from another.

    `ledger` is the file that has the parses that are kept; None where none are.
    """

    key: "Key"
    model: "Model"
    ledger: Path | None
    options: Options = field(compare=False)  # the key tells what matters of them

    @classmethod
    def of(cls, options: Options, ledger: Path | None = None) -> "Setup":
        """Return the setup for what was chosen.

        Raises:
            ModelError: no such model.
            UsageError: no such extractor.
        """
        from kg.stages.keys import reading_key

        chosen = replace(options, decisions=(), gazetteers=(), link=None, progress=None)
        return cls(*reading_key(options), ledger, chosen)


def rows_of(documents: Sequence[Document], setup: Setup) -> "tuple[Row, ...]":
    """Return what a ledger keeps of documents, in their order; the pipeline is loaded once in each process.

    Args:
        documents: what is read; without any, the pipeline is loaded and no more.
        setup: with what.

    Raises:
        ModelError: no such model.
        UsageError: an extractor cannot be loaded.
    """
    from kg.ledger import opened

    reader = _reader(setup)
    with opened(setup.ledger, writable=False) as book:
        return reader.rows(documents, Counter(documents, None), book.parse)


def batches_of(
    documents: Sequence[Document], setup: Setup, *, jobs: int, counter: Counter, kept: Kept
) -> "Iterator[Sequence[Row]]":
    """Yield the rows of documents, batch by batch as they are done.

    Args:
        documents: what is read.
        setup: with what.
        jobs: how many processes read; one is this process.
        counter: counts what is done.
        kept: gives the parses that are kept, where this process reads.
    """
    options, batches = setup.options, batched(documents)
    if options.engine == "spark":
        from kg.stages.spark import batches_on_spark

        done = batches_on_spark(documents, setup, options.master)
    elif jobs == 1:
        reader = Reader.of(setup)
        for batch in batches:
            yield reader.rows(batch, counter, kept)
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
    """Yield batches of documents with their rows, read in processes of their own, as they are done.

    A document that ends every process that reads it is one that could not be processed.

    Args:
        batches: what is read.
        setup: with what.
        jobs: how many processes read.

    Raises:
        WorkerError: processes end again and again before they can read.
    """
    from kg.ledger import row

    for done in pooled(functools.partial(rows_of, setup=setup), batches, jobs=jobs):
        if isinstance(done, Lost):
            failure = replace(FATAL, place=done.item.id)
            yield [done.item], [row(done.item, failure, key=setup.key, words=words_of(done.item))]
        else:
            yield done


def jobs_for(options: Options, documents: Iterable[Document]) -> int:
    """Return how many processes read: as many as was chosen, else one for each core where there is much to read.

    Raises:
        UsageError: a pipeline that is loaded would have to leave its process, or there is no such engine.
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
    """What reads documents in one process."""

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

    def rows(self, documents: Sequence[Document], counter: Counter, kept: Kept) -> "tuple[Row, ...]":
        """Return what a ledger keeps of documents, in their order.

        Args:
            documents: what is read.
            counter: counts what is done.
            kept: gives the parses that are kept.
        """
        from kg.ledger import row

        parses = _KeptParses(self.pipeline, kept)
        key, options, new = self.setup.key, self.setup.options, {} if self.setup.ledger is None else parses.new
        with self._zone():
            found = reading_out(documents, self.nlp, self.extractors, options, counter=counter, parses=parses)
            outcomes = drained(found)
        return tuple(
            row(each, outcome, key=key, words=words_of(each), parse=parses.keys.get(each.id), docs=new.get(each.id))
            for each, outcome in zip(documents, outcomes, strict=True)
        )

    def _zone(self) -> contextlib.AbstractContextManager[object]:
        """Give back the memory of new words afterwards; a user's pipeline may be in such a zone already."""
        return self.nlp.memory_zone() if is_named(self.setup.options.model) else contextlib.nullcontext()


_reader = functools.lru_cache(maxsize=1)(Reader.of)


class _KeptParses:
    """The parses of a ledger, and new ones; `keys` are those of the documents that were asked for."""

    def __init__(self, pipeline: str, kept: Kept) -> None:
        self.keys: dict[str, str] = {}
        self.new: dict[str, bytes] = {}
        self._pipeline, self._kept = pipeline, kept

    def parse(self, document: Document, texts: Sequence[str]) -> bytes | None:
        from kg.identifiers import digest

        self.keys[document.id] = key = digest(self._pipeline, *texts, length=32)
        return self._kept(key)

    def keep(self, document: Document, _: Sequence[str], docs: bytes) -> None:
        self.new[document.id] = docs


def batched(documents: Iterable[Document]) -> Iterator[Sequence[Document]]:
    """Yield documents together until they have enough characters."""
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
