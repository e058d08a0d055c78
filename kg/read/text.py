"""Turn files, folders, patterns, addresses and standard input into Documents."""

import hashlib
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain, groupby
from pathlib import Path

from kg.arguments import several
from kg.choices import ENGLISH
from kg.errors import NothingToRead, UnreadableDocument
from kg.identifiers import digest
from kg.model import Document, Failure
from kg.read.file import Columns, File, Part
from kg.read.formats import OTHER_KINDS, parts
from kg.read.language import language_failure
from kg.read.plugins import Plugin, installed_readers
from kg.read.publication import with_publication
from kg.read.sources import STDIN, Source, content, sources

__all__ = ["STDIN", "Inputs", "read", "read_inputs"]

GUESSED: t.Final = Columns()
TRIED_AGAIN: t.Final = frozenset({"failed", "too large"})
"""The kinds of failures that may be caused by the machine or a program, not by the file."""
MAY_PASS: t.Final = TRIED_AGAIN | {"unopened", "unreachable"}
"""The kinds of failures after which the next run may find more in the same file."""
SHOWN: t.Final = 3
"""The number of failures shown in the one-line error."""


class TextCache(t.Protocol):
    """A cache of the texts in files, by a digest of the file and the options."""

    def texts(self, key: str) -> Sequence[Document | Failure] | None:
        """Return the cached texts for a key, or None."""

    def store_texts(self, key: str, found: Sequence[Document | Failure]) -> None:
        """Cache the texts found in a file."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was read at the places of a run.

    Args:
        documents: the documents, sorted by id.
        failures: what was not read, in the order of places.
        origins: the file or address of each document, by its id.
        examined: the files and addresses that were read, even if a part of them has no readable text.
        failed: the files, folders and addresses that could not be read, or from which the next run may read more.
    """

    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    examined: frozenset[str] = frozenset()
    failed: frozenset[str] = frozenset()


def read(places: Iterable[str | Path] | str | Path, **options: t.Any) -> Iterator[Document | Failure]:
    """Yield the failures and then the documents of `read_inputs`, with the same arguments and errors."""
    found = read_inputs(places, **options)
    yield from found.failures
    yield from found.documents


def read_inputs(
    places: Iterable[str | Path] | str | Path,
    *,
    published: date | None = None,
    columns: Columns = GUESSED,
    private: bool = False,
    language: str = ENGLISH,
    stdin: t.BinaryIO | None = None,
    plugins: Mapping[str, Plugin] | None = None,
    cache: TextCache | None = None,
) -> Inputs:
    """Read the documents at the given places.

    The type of a file is detected from its content. A text is kept as decoded, line breaks included, except for a byte
    order mark; for other formats it is the text that their reader extracts. The id is the path within the given folder
    without its suffix, the bare file name for a file or a pattern, host and path for an address, `stdin` for standard
    input. The texts in one file get a distinguishing suffix after a slash. If different texts would share an id, a
    digest of the text is appended to each; the same text under one id counts once.

    Args:
        places: files, folders (everything except hidden files and `README`), glob patterns, addresses (http, https), or
            `-` for standard input.
        published: the publication day for documents without one.
        columns: the columns of tables with texts, ids, dates and titles.
        private: whether to fetch addresses on this machine and in private networks.
        language: the language that texts must be in, or `any`.
        stdin: the input for `-`; by default the standard input of the process.
        plugins: third-party readers by name; by default the installed ones.
        cache: a cache of texts; a file with known bytes is not parsed again.

    Returns:
        a Document for each text, and a Failure for each place, file or part of a file that was not read.

    Raises:
        NothingToRead: there is no document at any of the places.
    """
    plugins, unloaded = installed_readers() if plugins is None else (plugins, ())
    found, failures = _found(several(places))
    documents: list[tuple[Document, str]] = []
    failed = {each.place for each in failures if not each.skipped}
    failures += unloaded
    for source in found:
        file = _opened(source, columns, stdin, private)
        outcomes = [file] if isinstance(file, Failure) else _texts(source, file, published, plugins, language, cache)
        failures += (each for each in outcomes if isinstance(each, Failure))
        failed |= {source.path for each in outcomes if _has_failed(source, each)}
        documents += ((each, source.path) for each in outcomes if isinstance(each, Document))
    if not documents:
        raise NothingToRead(_nothing(failures))
    return _inputs(documents, failures, {source.path for source in found}, failed)


def _inputs(
    documents: Sequence[tuple[Document, str]], failures: Iterable[Failure], read: Set[str], failed: Set[str]
) -> Inputs:
    """Return what was read: the documents with their places, the failures, and the places read and failed."""
    distinct = _with_distinct_ids(documents)
    return Inputs(
        tuple(document for document, _ in distinct),
        tuple(sorted(dict.fromkeys(failures), key=lambda each: (each.place, each.reason))),
        {document.id: path for document, path in distinct},
        frozenset(read - failed),
        frozenset(failed),
    )


def _has_failed(source: Source, outcome: Document | Failure) -> bool:
    """Return whether a file could not be read as a whole, or a part of it may be readable the next time."""
    if not isinstance(outcome, Failure) or outcome.skipped:
        return False
    return outcome.place == source.place or outcome.kind in MAY_PASS


def _opened(source: Source, columns: Columns, stdin: t.BinaryIO | None, private: bool) -> File | Failure:
    """Return the bytes of a source, or a failure if it cannot be opened."""
    try:
        return content(source, columns=columns, stdin=stdin, private=private)
    except UnreadableDocument as error:
        return _known_kind(source, Failure(source.place, str(error), error.kind, error.advice))


def _found(places: Iterable[str | Path]) -> tuple[list[Source], list[Failure]]:
    """Return the inputs at all places, without duplicates and sorted by id, and failures for empty places."""
    found: dict[tuple[str, str], Source] = {}
    failures = []
    for each in chain.from_iterable(map(sources, places)):
        if isinstance(each, Failure):
            failures.append(each)
        elif each.named or (each.id, each.path) not in found:
            found[each.id, each.path] = each
    return [source for _, source in sorted(found.items())], failures


def _texts(
    source: Source,
    file: File,
    published: date | None,
    plugins: Mapping[str, Plugin],
    language: str,
    cache: TextCache | None,
) -> Sequence[Document | Failure]:
    """Return the documents in a file, and a failure for each part that was not read."""
    settings = (source, file.address, file.charset, file.columns, published, language)
    key = digest(hashlib.sha256(file.data).hexdigest(), *map(repr, settings), length=32) if cache is not None else ""
    known = cache.texts(key) if cache is not None else None
    if known is not None:
        return known
    found: list[Document | Failure] = []
    for part in parts(file, plugins):
        each = _in_language(part, source.place, language)
        found.append(_known_kind(source, each) if isinstance(each, Failure) else _document(source, each, published))
    if cache is not None and not any(isinstance(each, Failure) and each.kind in TRIED_AGAIN for each in found):
        cache.store_texts(key, found)
    return found


def _known_kind(source: Source, failure: Failure) -> Failure:
    """Return a failure as skipped if the file was not given by name and is of another kind."""
    if source.named:
        return failure
    return replace(failure, skipped=failure.skipped or failure.kind in OTHER_KINDS)


def _in_language(found: Part | Failure, place: str, language: str) -> Part | Failure:
    """Return a text, or a failure if it is in another language."""
    if isinstance(found, Failure):
        return found
    where = found.places[0].label if found.places else found.id
    return language_failure(found.text, language, place=f"{place}: {where}" if where else place) or found


def _document(source: Source, part: Part, published: date | None) -> Document:
    """Return a document with the publication data from its file, or else from the text itself."""
    document = Document(
        id="/".join(filter(None, (source.id, part.id))),
        text=part.text,
        title=part.title or None,
        published=part.published,
        source=part.source or None,
        author=part.author,
        format=part.format,
        address=part.address or (source.path if source.path.startswith("http") else None),
        places=part.places,
    )
    return with_publication(document, published=published or part.created)


def _with_distinct_ids(documents: Iterable[tuple[Document, str]]) -> Sequence[tuple[Document, str]]:
    """Return documents with their origins by id, without duplicates; texts with the same id get distinct ids."""
    found: list[tuple[Document, str]] = []
    for _, group in groupby(sorted(documents, key=_id_of), key=_id_of):
        texts: dict[str, tuple[Document, str]] = {}
        for document, origin in group:
            texts.setdefault(document.text, (document, origin))
        alone = len(texts) == 1
        found += (
            (document if alone else replace(document, id=f"{document.id}~{digest(text, length=8)}"), origin)
            for text, (document, origin) in texts.items()
        )
    return sorted(found, key=_id_of)


def _id_of(found: tuple[Document, str]) -> str:
    return found[0].id


def _nothing(failures: list[Failure]) -> str:
    """Return the one-line message: which places were searched, and what to do."""
    shown = "; ".join(f"{failure.place}: {failure.line}" for failure in failures[:SHOWN])
    more = f"; and {len(failures) - SHOWN} more" if len(failures) > SHOWN else ""
    return (
        f"nothing to read ({shown or 'no place given'}{more}); give a file, a folder, a pattern, a URL, or - for stdin"
    )
