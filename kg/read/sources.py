"""Find the inputs at given places: files, the files in folders or matching a pattern, and addresses."""

import glob
import os
import re
import stat
import sys
import typing as t
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import UnreadableDocument
from kg.identifiers import digest
from kg.model import Failure, FailureKind
from kg.read.file import MAX_BYTES, Columns, File, is_skipped, stem

STDIN: t.Final = "-"
ADDRESS: t.Final = ("http://", "https://")
SPECIAL: t.Final = (
    *(
        (stat.S_ISFIFO, "a named pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    ),
    (stat.S_ISDIR, "a folder"),
)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


LEDGER: t.Final = "kg.sqlite"
WRITTEN: t.Final = frozenset({"run.json", "triples.jsonl"})
"""The files that mark a folder written by `kg build`, with and without a ledger."""
STAGING: t.Final = ".kg-next"
"""The folder of new files that a killed run had not yet put in place."""
OUTPUT: t.Final = "give documents in it by name, or move them to another folder"


@dataclass(frozen=True, slots=True)
class Source:
    """An input, and the id of the text if it has only one; `place` is its printable location.

    `named` is true for inputs given by name, false for files found in a folder.
    """

    id: str
    place: str
    path: str
    named: bool = True


def sources(place: str | os.PathLike[str]) -> Iterator[Source | Failure]:
    """Yield the inputs at one place, sorted by name, or a failure if there are none."""
    given = os.fspath(place)
    if given == STDIN:
        yield Source("stdin", STDIN, STDIN)
        return
    if given.startswith(ADDRESS):
        yield Source(_id_of_address(given), given, given)
        return
    try:
        yield from _files(given)
    except FileNotFoundError:
        yield _failure(given, "no such file or folder", "missing")
    except (OSError, ValueError) as error:
        yield _failure(given, _cannot(error), "unopened", "check its name and permissions")


def input_folder(places: Iterable[str], folder: str | os.PathLike[str]) -> str | None:
    """Return the place that is the folder, or contains it and is read recursively; None if there is none.

    Args:
        places: the inputs.
        folder: the output folder, which need not exist.
    """
    if not os.path.isdir(folder):
        return None
    return next((place for place in places if os.path.isdir(place) and _is_read_with(Path(place), Path(folder))), None)


def _is_read_with(place: Path, folder: Path) -> bool:
    inner = folder.resolve()
    if place.samefile(folder) or not inner.is_relative_to(place.resolve()):
        return place.samefile(folder)
    found = (each for each in sources(place) if isinstance(each, Source))
    return any(Path(each.path).resolve().is_relative_to(inner) for each in found)


def _files(given: str) -> Iterator[Source | Failure]:
    if os.path.isdir(given):
        yield from _folder(given)
    elif os.path.lexists(given):
        yield _file(given)
    elif glob.has_magic(given):
        found = sorted(match for match in glob.glob(given, recursive=True) if not os.path.isdir(match))
        if not found:
            yield _failure(given, "no file matches the pattern", "missing")
        yield from map(_file, found)
    else:
        os.stat(given)  # raises an error with the reason


def _file(path: str) -> Source:
    return Source(stem(printable(os.path.basename(path))), printable(path), path)


def _folder(folder: str) -> Iterator[Source | Failure]:
    """Yield the files in a folder and its subfolders, sorted by name, each folder once.

    Hidden files and `README` are skipped: these only describe the documents next to them. A folder that
    `kg build` wrote is skipped as a whole.
    """
    found: list[Source | Failure] = []

    def note(error: OSError) -> None:
        found.append(_failure(str(error.filename), _cannot(error), "unopened", "change its rights"))

    visited: set[tuple[int, int]] = set()
    for path, folders, files in os.walk(folder, followlinks=True, onerror=note):
        own = os.stat(path)
        if (own.st_dev, own.st_ino) in visited:
            folders.clear()
            reason = "leads back to a folder that was read already"
            found.append(_failure(path, reason, "special", "remove the link", skipped=True))
            continue
        visited.add((own.st_dev, own.st_ino))
        if _is_output(folders, files):
            folders.clear()
            advice = OUTPUT if path == folder else ""
            found.append(_failure(path, "is what kg build wrote", "output", advice, skipped=True))
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (_below(folder, os.path.join(path, name)) for name in sorted(files) if not _is_left_out(name))
    yield from found or [_failure(folder, "the folder holds no file to read", "missing")]


def _is_output(folders: Collection[str], files: Collection[str]) -> bool:
    """Return whether a folder has a graph, or only a ledger; documents next to a ledger alone are still inputs."""
    alone = STAGING in folders or all(map(_is_left_out, files))
    return {*files} >= WRITTEN or (LEDGER in files and alone)


def _is_left_out(name: str) -> bool:
    return is_skipped(name) or name.startswith(LEDGER)


def _below(folder: str, path: str) -> Source:
    inner = os.path.relpath(path, folder).replace(os.sep, "/")
    return Source(stem(printable(inner)), printable(path), path, named=False)


def content(source: Source, *, columns: Columns, stdin: t.BinaryIO | None = None, private: bool = False) -> File:
    """Return the bytes of a source.

    Raises:
        UnreadableDocument: it cannot be opened or fetched, is too large, or is not a file: a pipe might never end.
    """
    if source.path.startswith(ADDRESS):
        return _fetched(source, columns, private)
    try:
        data = _standard_input(stdin) if source.path == STDIN else _bytes(source.path)
    except OSError as error:
        raise UnreadableDocument(_cannot(error), kind="unopened", advice="check its name and permissions") from error
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(f"is larger than {MAX_BYTES // 2**20} MB", kind="too large", advice="split it")
    return File(source.place, data, columns=columns)


def _fetched(source: Source, columns: Columns, private: bool) -> File:
    from kg.fetch import fetch

    found = fetch(source.path, most=MAX_BYTES, private=private)
    return File(source.place, found.data, address=found.url, charset=found.charset, columns=columns)


def _standard_input(stdin: t.BinaryIO | None) -> bytes:
    if stdin is None and sys.stdin is None:  # closed, in a program that imports kg: the command line opens it
        raise UnreadableDocument("standard input is closed", kind="unopened", advice="send a text to it")
    return (stdin or sys.stdin.buffer).read(MAX_BYTES + 1)


def _bytes(path: str) -> bytes:
    # opening a pipe this way returns an error or a descriptor at once, and never waits for a writer
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb") as file:
        mode = os.fstat(file.fileno()).st_mode
        special = next((what for is_one, what in SPECIAL if is_one(mode)), None)
        if special is not None:
            raise UnreadableDocument(
                f"is {special}, not a file", kind="special", advice="give - and send it to standard input"
            )
        return file.read(MAX_BYTES + 1)


def printable(name: str) -> str:
    """Return a name on one line that can be written as UTF-8, whatever bytes the file system has."""
    return _UNPRINTABLE.sub("\ufffd", os.fsencode(name).decode("utf-8", "replace"))


def _id_of_address(url: str) -> str:
    """Return host and path of an address, with a digest of the query string."""
    path, _, query = url.partition("://")[2].partition("#")[0].partition("?")
    host, slash, rest = path.rstrip("/").partition("/")
    name = f"{host}/{stem(rest)}" if slash else host
    return printable(f"{name}-{digest(query, length=8)}" if query else name)


def _failure(place: str, reason: str, kind: FailureKind, advice: str = "", *, skipped: bool = False) -> Failure:
    return Failure(printable(place), reason, kind, advice, skipped)


def _cannot(error: Exception) -> str:
    return f"cannot be opened: {getattr(error, 'strerror', None) or error}"
