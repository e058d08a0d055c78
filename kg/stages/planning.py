"""What a run into a folder has to do: which documents are new, changed, replaced, renamed or absent."""

import os
import typing as t
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath

from kg.model import Document

if t.TYPE_CHECKING:
    from kg.ledger import Entry, Key, Ledger
    from kg.read import Inputs

    Entries: t.TypeAlias = Mapping[str, Entry]

STDIN: t.Final = "-"
ADDRESS: t.Final = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Plan:
    """The work of a run.

    Args:
        documents: the documents to read.
        unchanged: the ids of unchanged documents that were read before.
        vanished: the ids of documents that are no longer among the inputs but are kept.
        removed: the ids of documents that are no longer among the inputs and are removed.
        replaced: the ids of documents that another file with the same id replaces, although theirs is still there.
        origins: the new or changed file or address of each document, by its id.
    """

    documents: tuple[Document, ...]
    unchanged: tuple[str, ...]
    vanished: tuple[str, ...]
    removed: tuple[str, ...]
    replaced: tuple[str, ...]
    origins: Mapping[str, str]


def planned(inputs: "Inputs", book: "Ledger", key: "Key", folder: Path, *, prune: bool) -> Plan:
    """Return the work to do; a document that was renamed, or whose input failed this time, has not vanished.

    Args:
        inputs: what was read at the places of the run.
        book: the ledger of earlier runs.
        key: the key of how documents are read.
        folder: the output folder.
        prune: whether to remove documents that are not among the inputs.
    """
    from kg.ledger import text_digest

    entries, places = book.entries(), _Places.of(inputs, book, folder)
    texts = {document.id: text_digest(document) for document in inputs.documents}
    removed = _removed(entries, texts, places, prune=prune)
    kept = [id_ for id_ in entries if id_ not in {*texts, *removed}]
    to_read = [*_changed(inputs.documents, entries, key), *map(book.document, _outdated(kept, entries, key))]
    reading = {document.id for document in to_read}
    return Plan(
        tuple(sorted(to_read, key=lambda document: document.id)),
        tuple(id_ for id_ in sorted({*texts, *kept}) if id_ not in reading),
        tuple(id_ for id_ in kept if not places.has_failed(id_)),
        tuple(removed),
        tuple(_replaced(entries, texts, places)),
        {id_: origin for id_, origin in places.new.items() if places.known.get(id_) != origin},
    )


def _removed(entries: "Entries", texts: Mapping[str, str], places: "_Places", *, prune: bool) -> list[str]:
    """Return the ids of absent documents that are removed: all whose input did not fail, or those that were renamed."""
    new = {text for id_, text in texts.items() if id_ not in entries}
    absent = [id_ for id_ in entries if id_ not in texts and not places.has_failed(id_)]
    return [id_ for id_ in absent if prune or (entries[id_].text in new and places.is_gone(id_))]


def _changed(documents: Iterable[Document], entries: "Entries", key: "Key") -> list[Document]:
    """Return the documents that are new or have changed, or must be read by other rules."""
    from kg.ledger import content_of

    return [
        document
        for document in documents
        if document.id not in entries
        or entries[document.id].content != content_of(document)
        or _is_outdated(entries[document.id], key)
    ]


def _outdated(ids: Iterable[str], entries: "Entries", key: "Key") -> list[str]:
    return [id_ for id_ in ids if _is_outdated(entries[id_], key)]


def _is_outdated(entry: "Entry", key: "Key") -> bool:
    return entry.error is not None or entry.key != key


def _replaced(entries: "Entries", texts: Mapping[str, str], places: "_Places") -> list[str]:
    """Return the ids whose text is now that of another file, although the file of the old text is still there."""
    changed = [id_ for id_, text in texts.items() if id_ in entries and entries[id_].text != text]
    return [id_ for id_ in changed if places.has_moved(id_) and not places.is_gone(id_)]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where documents are from: `known` in earlier runs, `new` in this one.

    Files are relative to the output folder, so that both can be moved together.
    """

    folder: Path
    known: Mapping[str, str]
    new: Mapping[str, str]
    examined: frozenset[str]
    failed: frozenset[str]

    @classmethod
    def of(cls, inputs: "Inputs", book: "Ledger", folder: Path) -> "_Places":
        real = folder.resolve()
        new = {id_: _relative(origin, real) for id_, origin in inputs.origins.items()}
        examined, failed = (_all_relative(each, real) for each in (inputs.examined, inputs.failed))
        return cls(real, book.origins(), new, examined, failed)

    def has_failed(self, id_: str) -> bool:
        """Return whether the input that a document was from could not be read this time; if it is unknown, any."""
        origin = self.known.get(id_)
        if origin is None or not self.failed:
            return bool(self.failed)
        return not self.failed.isdisjoint((origin, *(each.as_posix() for each in PurePath(origin).parents)))

    def has_moved(self, id_: str) -> bool:
        """Return whether a document is from another file or address than in the last run."""
        return id_ in self.known and self.known[id_] != self.new.get(id_)

    def is_gone(self, id_: str) -> bool:
        """Return whether a document is no longer where it was: nothing is there, or this run has looked there."""
        origin = self.known.get(id_)
        if origin is None or origin in self.examined:
            return True
        return _is_file(origin) and not os.path.lexists(os.path.join(self.folder, origin))


def _all_relative(origins: Iterable[str], folder: Path) -> frozenset[str]:
    return frozenset(_relative(origin, folder) for origin in origins)


def _is_file(origin: str) -> bool:
    """Return whether an origin is a path, neither standard input nor an address."""
    return origin != STDIN and not origin.startswith(ADDRESS)


def _relative(origin: str, folder: Path) -> str:
    """Return a path relative to a folder, and any other origin unchanged."""
    if not _is_file(origin):
        return origin
    try:
        return Path(os.path.relpath(os.path.abspath(origin), folder)).as_posix()
    except ValueError:  # on another drive
        return Path(os.path.abspath(origin)).as_posix()
