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

NOT_ON_DISK: t.Final = ("-", "http://", "https://")
"""The beginnings of the origins of documents that are no files."""


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
    from kg.ledger import content_of, text_digest

    entries, places = book.entries(), _Places.of(inputs, book, folder)
    present = {document.id: text_digest(document) for document in inputs.documents}
    new_texts = {text for id_, text in present.items() if id_ not in entries}
    absent = [id_ for id_ in entries if id_ not in present and not places.has_failed(id_)]
    renamed = {id_ for id_ in absent if entries[id_].text in new_texts and places.is_gone(id_)}
    removed = [id_ for id_ in absent if prune or id_ in renamed]
    kept = [id_ for id_ in entries if id_ not in present and id_ not in {*removed}]
    old = [id_ for id_ in kept if entries[id_].error is not None or entries[id_].key != key]
    new = [each for each in inputs.documents if not _is_read(entries.get(each.id), content_of(each), key)]
    changed = [id_ for id_, text in present.items() if id_ in entries and entries[id_].text != text]
    to_read = {document.id for document in new}.union(old)
    return Plan(
        tuple(sorted([*new, *map(book.document, old)], key=lambda document: document.id)),
        tuple(id_ for id_ in sorted({*present, *kept}) if id_ not in to_read),
        tuple(id_ for id_ in kept if not places.has_failed(id_)),
        tuple(removed),
        tuple(id_ for id_ in changed if places.has_moved(id_) and not places.is_gone(id_)),
        {id_: origin for id_, origin in places.new.items() if places.known.get(id_) != origin},
    )


def _is_read(entry: "Entry | None", content: str, key: "Key") -> bool:
    return entry is not None and (entry.content, entry.key, entry.error) == (content, key, None)


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
        """Return whether the input that a document was from could not be read this time."""
        origin = self.known.get(id_)
        if origin is None or not self.failed:
            return False
        return not self.failed.isdisjoint((origin, *(each.as_posix() for each in PurePath(origin).parents)))

    def has_moved(self, id_: str) -> bool:
        """Return whether a document is from another file or address than in the last run."""
        return id_ in self.known and self.known[id_] != self.new.get(id_)

    def is_gone(self, id_: str) -> bool:
        """Return whether a document is no longer where it was: nothing is there, or this run has looked there."""
        origin = self.known.get(id_)
        if origin is None or origin in self.examined:
            return True
        return not origin.startswith(NOT_ON_DISK) and not os.path.lexists(os.path.join(self.folder, origin))


def _all_relative(origins: Iterable[str], folder: Path) -> frozenset[str]:
    return frozenset(_relative(origin, folder) for origin in origins)


def _relative(origin: str, folder: Path) -> str:
    """Return an address unchanged, and a path relative to a folder."""
    if origin.startswith(NOT_ON_DISK[1:]) or origin == NOT_ON_DISK[0]:
        return origin
    try:
        return Path(os.path.relpath(os.path.abspath(origin), folder)).as_posix()
    except ValueError:  # on another drive
        return Path(os.path.abspath(origin)).as_posix()
