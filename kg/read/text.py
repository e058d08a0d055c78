"""Documents from files, folders, patterns, addresses and standard input."""

import hashlib
import os
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, groupby
from pathlib import Path

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

__all__ = ["STDIN", "read"]

GUESSED: t.Final = Columns()
TRIED_AGAIN: t.Final = frozenset({"failed", "too large"})
"""The kinds of failures that may come of the machine or of a program, and not of the file."""
SHOWN: t.Final = 3
"""How many failures the one line of an error tells."""


class KeptTexts(t.Protocol):
    """Where the texts of files are kept, by a digest of the file and of what was asked for."""

    def texts(self, key: str) -> Sequence[Document | Failure] | None:
        """Return what was kept under a key, None where there is nothing."""

    def keep_texts(self, key: str, found: Sequence[Document | Failure]) -> None:
        """Keep what was found in a file."""


def read(
    places: Iterable[str | Path] | str | Path,
    *,
    published: date | None = None,
    columns: Columns = GUESSED,
    private: bool = False,
    language: str = ENGLISH,
    stdin: t.BinaryIO | None = None,
    plugins: Mapping[str, Plugin] | None = None,
    kept: KeptTexts | None = None,
) -> Iterator[Document | Failure]:
    """Read the documents at the given places, in the order of their ids, behind all failures in the order of places.

    What a file is, is told from its content. A text is kept as it was decoded, line breaks included, but for a byte
    order mark; of other formats the text is what their reader takes out. The id is the path within the given folder
    without its suffix, the bare file name for a file or a pattern, host and path for an address, `stdin` for standard
    input; the texts of one file have what tells them apart behind a slash. Where different texts would share an id, a
    digest of the text is appended to each; the same text under one id counts once.

    Args:
        places: files, folders (all in them but hidden files and `README`), glob patterns, addresses (http, https), or
            `-` for standard input.
        published: the day of publication of documents that do not tell theirs.
        columns: which columns of tables hold what.
        private: let addresses of this machine and of private networks be fetched.
        language: the language that texts must be in, or `any`.
        stdin: what `-` stands for; the process's own standard input by default.
        plugins: other people's readers by name; the installed ones by default.
        kept: where texts are kept; a file whose bytes are known is not taken apart again.

    Yields:
        a Document for each text, and a Failure for each place, file or piece of a file that was not read.

    Raises:
        NothingToRead: there is no document at any of the places.
    """
    unloaded: Sequence[Failure] = ()
    if plugins is None:
        plugins, unloaded = installed_readers()
    found, failures = _found([places] if isinstance(places, str | os.PathLike) else places)
    documents: list[Document] = []
    failures += unloaded
    for source in found:
        try:
            file = content(source, columns=columns, stdin=stdin, private=private)
        except UnreadableDocument as error:
            failures.append(_known_kind(source, Failure(source.place, str(error), error.kind, error.advice)))
            continue
        for each in _texts(source, file, published, plugins, language, kept):
            if isinstance(each, Failure):
                failures.append(each)
            else:
                documents.append(each)
    if not documents:
        raise NothingToRead(_nothing(failures))
    yield from sorted(dict.fromkeys(failures), key=lambda each: (each.place, each.reason))
    yield from _told_apart(documents)


def _found(places: Iterable[str | Path]) -> tuple[list[Source], list[Failure]]:
    """Return what stands at all places, each once, in the order of ids; and the places with nothing."""
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
    kept: KeptTexts | None,
) -> Sequence[Document | Failure]:
    """Return the documents in a file, and a failure for what was not read of it."""
    asked = (source, file.address, file.charset, file.columns, published, language)
    key = digest(hashlib.sha256(file.data).hexdigest(), *map(repr, asked), length=32) if kept is not None else ""
    known = kept.texts(key) if kept is not None else None
    if known is not None:
        return known
    found: list[Document | Failure] = []
    for part in parts(file, plugins):
        each = _in_language(part, source.place, language)
        found.append(_known_kind(source, each) if isinstance(each, Failure) else _document(source, each, published))
    if kept is not None and not any(isinstance(each, Failure) and each.kind in TRIED_AGAIN for each in found):
        kept.keep_texts(key, found)
    return found


def _known_kind(source: Source, failure: Failure) -> Failure:
    """Return a failure as one that was skipped, where nobody named the file and it is of another kind."""
    if source.named:
        return failure
    return replace(failure, skipped=failure.skipped or failure.kind in OTHER_KINDS)


def _in_language(found: Part | Failure, place: str, language: str) -> Part | Failure:
    """Return a text, and a failure in place of one that is in another language."""
    if isinstance(found, Failure):
        return found
    where = found.places[0].label if found.places else found.id
    return language_failure(found.text, language, place=f"{place}: {where}" if where else place) or found


def _document(source: Source, part: Part, published: date | None) -> Document:
    """Return a text with what its file, and else the text itself, tell of its publication."""
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


def _told_apart(documents: Iterable[Document]) -> Sequence[Document]:
    """Return the documents by their ids; where some share one, each text once, with ids that tell the texts apart."""
    found: list[Document] = []
    for _, group in groupby(sorted(documents, key=lambda each: each.id), key=lambda each: each.id):
        texts: dict[str, Document] = {}
        for document in group:
            texts.setdefault(document.text, document)
        alone = len(texts) == 1
        found += (
            document if alone else replace(document, id=f"{document.id}~{digest(text, length=8)}")
            for text, document in texts.items()
        )
    return sorted(found, key=lambda each: each.id)


def _nothing(failures: list[Failure]) -> str:
    """Return the one line that says what was looked for, where, and what to do."""
    shown = "; ".join(f"{failure.place}: {failure.line}" for failure in failures[:SHOWN])
    more = f"; and {len(failures) - SHOWN} more" if len(failures) > SHOWN else ""
    return (
        f"nothing to read ({shown or 'no place given'}{more}); give a file, a folder, a pattern, a URL, or - for stdin"
    )
