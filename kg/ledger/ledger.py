"""A SQLite file with the results for each document, so that a run reads only new or changed ones."""

import contextlib
import os
import sqlite3
import typing as t
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, OutputError
from kg.ledger.rows import Found, Key, Row, Value, packed, unpacked
from kg.model import Document, Reading

LEDGER: t.Final = "kg.sqlite"
VERSION: t.Final = 2
ORIGINS: t.Final = "CREATE TABLE IF NOT EXISTS origin (id TEXT PRIMARY KEY, path BLOB NOT NULL) STRICT"
"""Ledgers of kg 0.2 do not have this table."""
SCHEMA: t.Final = f"""
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    text TEXT NOT NULL,
    rules TEXT NOT NULL,
    model TEXT NOT NULL,
    parse TEXT,
    status TEXT NOT NULL CHECK (status IN ('read', 'failed')),
    error TEXT,
    words INTEGER NOT NULL,
    document BLOB NOT NULL,
    reading BLOB
) STRICT;
CREATE TABLE parse (key TEXT PRIMARY KEY, docs BLOB NOT NULL) STRICT;
CREATE TABLE file (key TEXT PRIMARY KEY, found BLOB NOT NULL) STRICT;
{ORIGINS};
CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
PRAGMA user_version = {VERSION};
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document in the ledger: digests of all its content and of its text, the keys of its reading, and its words.

    `error` is None if nothing failed, and `parse` the key of its parse, which may be stored.
    """

    content: str
    text: str
    key: Key
    words: int
    error: str | None
    parse: str | None


class Ledger:
    """An open ledger; changes are saved atomically by `commit`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    def entries(self) -> dict[str, Entry]:
        """Return all documents by id."""
        rows = self._rows("SELECT id, content, text, rules, model, words, error, parse FROM document ORDER BY id")
        return {id_: Entry(content, text, Key(rules, model), *rest) for id_, content, text, rules, model, *rest in rows}

    def document(self, id_: str) -> Document:
        """Return a document as it was in the last run that had it among the inputs."""
        [[data]] = self._rows("SELECT document FROM document WHERE id = ?", id_)
        return self._decoded(data, Document)

    def write(self, row: Row) -> None:
        """Store the result for a document, replacing the previous one."""
        if row.docs is not None:
            self._change("INSERT OR REPLACE INTO parse VALUES (?, ?)", row.parse, row.docs)
        self._change(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row.id,
            row.content,
            row.text,
            row.key.rules,
            row.key.model,
            row.parse,
            "failed" if row.failures else "read",
            "; ".join(failure.reason for failure in row.failures) or None,
            row.words,
            row.document,
            row.reading,
        )

    def remove(self, ids: Iterable[str]) -> None:
        """Delete documents."""
        for id_ in ids:
            self._change("DELETE FROM document WHERE id = ?", id_)
            self._change("DELETE FROM origin WHERE id = ?", id_)

    def origins(self) -> dict[str, str]:
        """Return the file or address of each document by its id, as far as they are known."""
        if not self._rows("SELECT 1 FROM sqlite_master WHERE name = 'origin'"):
            return {}
        return {id_: os.fsdecode(path) for id_, path in self._rows("SELECT id, path FROM origin ORDER BY id")}

    def write_origin(self, id_: str, path: str) -> None:
        """Set the file or address of a document."""
        self._change("INSERT OR REPLACE INTO origin VALUES (?, ?)", id_, os.fsencode(path))

    def parse(self, key: str) -> bytes | None:
        """Return the parse stored under a key, if there is one."""
        found = self._rows("SELECT docs FROM parse WHERE key = ?", key)
        return found[0][0] if found else None

    def found(self, key: str) -> Found | None:
        """Return the content of the file stored under a key, if there is one."""
        found = self._rows("SELECT found FROM file WHERE key = ?", key)
        return self._decoded(found[0][0], Found) if found else None

    def readings(self) -> Iterator[Reading]:
        """Yield all readings, sorted by document id."""
        with _reporting_errors(self.path):
            for [data] in self._connection.execute(
                "SELECT reading FROM document WHERE reading IS NOT NULL ORDER BY id"
            ):
                yield self._decoded(data, Reading)

    def store_found(self, key: str, found: Found) -> None:
        """Store the content of a file."""
        self._change("INSERT OR REPLACE INTO file VALUES (?, ?)", key, packed(found))

    def tidy_files(self, keys: Collection[str]) -> None:
        """Delete all files except those under these keys."""
        for [key] in self._rows("SELECT key FROM file"):
            if key not in keys:
                self._change("DELETE FROM file WHERE key = ?", key)

    def note(self, name: str) -> str | None:
        """Return the note with a name, if there is one."""
        found = self._rows("SELECT text FROM note WHERE name = ?", name)
        return found[0][0] if found else None

    def write_note(self, name: str, text: str) -> None:
        """Set the note with a name."""
        self._change("INSERT OR REPLACE INTO note VALUES (?, ?)", name, text)

    def clear(self) -> None:
        """Delete everything."""
        for table in ("document", "file", "parse", "note", "origin"):
            self._change(f"DELETE FROM {table}")  # noqa: S608 - our own table names

    def tidy(self) -> None:
        """Delete the parses that no longer belong to a document."""
        self._change("DELETE FROM parse WHERE key NOT IN (SELECT parse FROM document WHERE parse IS NOT NULL)")

    def commit(self) -> None:
        """Save all changes to disk.

        Raises:
            OutputError: this fails; then none of the changes are saved.
        """
        with _reporting_errors(self.path):
            self._connection.commit()

    def _rows(self, query: str, *values: object) -> list[t.Any]:
        with _reporting_errors(self.path):
            return self._connection.execute(query, values).fetchall()

    def _change(self, query: str, *values: object) -> None:
        with _reporting_errors(self.path):
            self._connection.execute(query, values)

    def _decoded(self, data: bytes, type_: type[Value]) -> Value:
        try:
            return unpacked(data, type_)
        except ValueError as error:
            raise InputError(f"{self.path}: is damaged ({error}); rebuild with --fresh") from error


@contextlib.contextmanager
def opened(path: Path | None, *, writable: bool = True) -> Iterator[Ledger]:
    """Open the ledger at a path; uncommitted changes are discarded at the end.

    Args:
        path: the file, created if missing. None: the ledger is discarded at the end.
        writable: whether it can be changed; if not and it is missing, the ledger is empty.

    A new file is removed if the block fails and nothing was saved in it.

    Raises:
        InputError: the file is not a ledger, or has another version.
        OutputError: it cannot be written.
    """
    place, new = path or Path(":memory:"), path is not None and writable and not path.exists()
    with _reporting_errors(place):
        connection = sqlite3.connect(_address(path, writable=writable), uri=True, timeout=0)
    try:
        with _reporting_errors(place):
            if path is not None and writable:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = FULL")
            [version] = connection.execute("PRAGMA user_version").fetchone()
            [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            if not tables:
                connection.executescript(f"BEGIN; {SCHEMA} COMMIT;")
            elif version != VERSION:
                raise InputError(f"{place}: is not a ledger of this version of kg; remove it, or choose another folder")
            elif writable:
                connection.execute(ORIGINS)
        yield Ledger(place, connection)
    except BaseException:
        if new and _is_empty(connection):
            connection.close()
            place.unlink(missing_ok=True)
        raise
    finally:
        connection.close()


def _is_empty(connection: sqlite3.Connection) -> bool:
    """Return whether a new file is empty, after discarding uncommitted changes."""
    try:
        connection.rollback()
        [documents] = connection.execute("SELECT count(*) FROM document").fetchone()
    except sqlite3.Error:  # it has no tables yet
        return True
    return not documents


def _address(path: Path | None, *, writable: bool) -> str:
    if path is None or not (writable or path.exists()):
        return "file::memory:"
    if writable:
        return path.absolute().as_uri()
    # a file whose mode is read-only still gets WAL files next to it
    killed = path.with_name(f"{path.name}-wal").exists()
    return f"{path.absolute().as_uri()}?{'mode=ro' if killed else 'immutable=1'}"


@contextlib.contextmanager
def _reporting_errors(path: Path) -> Iterator[None]:
    """Turn errors of the file into one-line messages."""
    try:
        yield
    except sqlite3.OperationalError as error:  # no space, no permission, a file opened by another program
        raise OutputError(f"{os.fspath(path)}: cannot be used: {error}") from error
    except sqlite3.DatabaseError as error:
        raise InputError(
            f"{os.fspath(path)}: is not a ledger, or is damaged ({error}); remove it and build again"
        ) from error
