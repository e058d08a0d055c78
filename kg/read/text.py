"""Plain text from files, folders, patterns and standard input becomes Documents."""

import glob
import os
import sys
import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path

import charset_normalizer

from kg.errors import NothingToRead, UnreadableDocument
from kg.identifiers import digest
from kg.model import Document, Failure
from kg.read.publication import publication

STDIN: t.Final = "-"
SUFFIXES: t.Final = (".txt", ".md")
"""What is read out of a folder; a file that is named is read whatever its suffix."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Where one text stands; `path` is None for standard input."""

    id: str
    path: Path | None

    @property
    def place(self) -> str:
        return _printable(str(self.path)) if self.path else STDIN


def read(
    places: Iterable[str | Path], *, published: date | None = None, stdin: t.BinaryIO | None = None
) -> Iterator[Document | Failure]:
    """Read the documents at the given places, in the order of their ids.

    The text is kept as it was decoded, line breaks included, but for a byte order mark. The id is the path within the
    given folder without its suffix, the bare file name for a file or a pattern, `stdin` for standard input. Where
    different texts would share an id, a digest of the text is appended to each; the same text under one id counts once.

    Args:
        places: text files, folders (all `.txt` and `.md` in them but hidden files and `README`), glob patterns, or `-`
            for standard input.
        published: the day of publication of documents whose own text names none.
        stdin: what `-` stands for; the process's own standard input by default.

    Yields:
        a Document for each text, and a Failure for each place or file that could not be read.

    Raises:
        NothingToRead: there is no document at any of the places.
    """
    given: list[str | Path] = [places] if isinstance(places, str | Path) else list(places)
    failures: list[Failure] = []
    some = False
    for result in _results(given, published, stdin):
        # failures wait for the first document: without one they become the error
        if isinstance(result, Failure) and not some:
            failures.append(result)
            continue
        if not some:
            yield from failures
        some = True
        yield result
    if not some:
        raise NothingToRead(_nothing(failures))


def decode(data: bytes) -> str:
    """Decode a text: UTF-8, else Windows-1252, else what its bytes make most likely; a byte order mark is dropped.

    Raises:
        UnreadableDocument: the bytes are no text.
    """
    if b"\0" in data:
        raise UnreadableDocument("holds NUL bytes, so it is not a text file; save it as UTF-8 text")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    guess = charset_normalizer.from_bytes(data).best()
    if guess is None:
        raise UnreadableDocument("its encoding cannot be told; save it as UTF-8 text")
    return str(guess)


def _results(
    places: list[str | Path], published: date | None, stdin: t.BinaryIO | None
) -> Iterator[Document | Failure]:
    sources: set[_Source] = set()
    for place in places:
        try:
            sources.update(_sources(place))
        except NothingToRead as error:
            yield Failure(_printable(str(place)), str(error))
    ordered = sorted(sources, key=lambda source: (source.id, source.place))
    entries: list[_Source | Document | Failure] = []
    for _, group in groupby(ordered, key=lambda source: source.id):
        sharing = list(group)
        # a source that has its id for itself waits to be read until its turn comes
        alone = len(sharing) == 1
        entries.extend(sharing if alone else _told_apart(_document(source, published, stdin) for source in sharing))
    for entry in sorted(entries, key=lambda entry: entry.place if isinstance(entry, Failure) else entry.id):
        yield _document(entry, published, stdin) if isinstance(entry, _Source) else entry


def _sources(place: str | Path) -> list[_Source]:
    """Return what stands at one place.

    Raises:
        NothingToRead: nothing does.
    """
    if str(place) == STDIN:
        return [_Source("stdin", None)]
    path = Path(place)
    try:
        if path.is_dir():
            return _folder(path)
        pattern = not path.exists() and glob.has_magic(str(place))
    except OSError as error:
        raise NothingToRead(f"cannot be opened: {error.strerror or error}") from error
    files = [Path(match) for match in glob.glob(str(place), recursive=True)] if pattern else [path]
    found = [_Source(_printable(file.stem), file) for file in files if file.exists() and not file.is_dir()]
    if not found:
        raise NothingToRead("no file matches the pattern" if pattern else "no such file or folder")
    return found


def _folder(folder: Path) -> list[_Source]:
    found = []
    for path in folder.rglob("*"):
        inner = path.relative_to(folder)
        # a README tells of the documents beside it and is none of them
        passed_over = inner.stem.upper() == "README" or any(part.startswith(".") for part in inner.parts)
        if path.suffix.lower() in SUFFIXES and not passed_over and path.is_file():
            found.append(_Source(_printable(inner.with_suffix("").as_posix()), path))
    if not found:
        raise NothingToRead(f"the folder holds no {' or '.join(SUFFIXES)} file")
    return found


def _told_apart(results: Iterable[Document | Failure]) -> Iterator[Document | Failure]:
    """Yield the documents that share an id, each text once, with ids that tell the texts apart; failures stay."""
    texts: dict[str, Document] = {}
    for result in results:
        if isinstance(result, Failure):
            yield result
        else:
            texts.setdefault(result.text, result)
    for text, document in texts.items():
        yield document if len(texts) == 1 else replace(document, id=f"{document.id}~{digest(text, length=8)}")


def _document(source: _Source, published: date | None, stdin: t.BinaryIO | None) -> Document | Failure:
    try:
        data = source.path.read_bytes() if source.path else (stdin or sys.stdin.buffer).read()
        text = decode(data)
    except OSError as error:
        return Failure(source.place, f"cannot be opened: {error.strerror or error}")
    except UnreadableDocument as error:
        return Failure(source.place, str(error))
    if not text.strip():
        return Failure(source.place, "is empty")
    own = publication(text, published=published)
    return Document(source.id, text, own.title, own.published, own.source)


def _printable(name: str) -> str:
    """Return a file name that can be written as UTF-8, whatever bytes the file system holds."""
    return os.fsencode(name).decode("utf-8", "replace")


def _nothing(failures: list[Failure]) -> str:
    """Return the one line that says what was looked for, where, and what to do."""
    shown = "; ".join(f"{failure.place}: {failure.reason}" for failure in failures[:3])
    more = f"; and {len(failures) - 3} more" if len(failures) > 3 else ""
    return f"nothing to read ({shown or 'no place given'}{more}); give a text file, a folder, a pattern, or - for stdin"
