"""The stored data of a document in packed form: plain values that are sent between processes and to the ledger."""

import typing as t
import zlib
from dataclasses import dataclass

from kg.identifiers import digest
from kg.ledger.codec import decoded, encoded
from kg.model import Document, Failure, Reading


@dataclass(frozen=True, slots=True)
class Found:
    """The content of a file."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]


Value = t.TypeVar("Value", Document, Reading, Found)


@dataclass(frozen=True, slots=True)
class Key:
    """The key of a reading: digests of the rules and of the model."""

    rules: str
    model: str


@dataclass(frozen=True, slots=True)
class Row:
    """The ledger data of a document, packed: plain values that are sent between processes.

    `failures` are those of the document and of its reading. `reading` is None if the document could not be read,
    `docs` is its parse if that is new, and `parse` its key.
    """

    id: str
    content: str
    text: str
    key: Key
    parse: str | None
    failures: tuple[Failure, ...]
    words: int
    document: bytes
    reading: bytes | None
    docs: bytes | None = None

    def outcome(self) -> Reading | Failure:
        """Return the outcome for the document."""
        return self.failures[0] if self.reading is None else unpacked(self.reading, Reading)


def row(
    document: Document,
    outcome: Reading | Failure,
    *,
    key: Key,
    words: int,
    parse: str | None = None,
    docs: bytes | None = None,
) -> Row:
    """Return the ledger row of a document.

    Args:
        document: the document.
        outcome: its outcome.
        key: the key of the reading.
        words: its number of words.
        parse: the key of its parse, if stored.
        docs: its parse, if new.
    """
    failures, reading = ((outcome,), None) if isinstance(outcome, Failure) else (outcome.failures, packed(outcome))
    return Row(
        document.id,
        content_of(document),
        text_digest(document),
        key,
        parse,
        failures,
        words,
        packed(document),
        reading,
        docs,
    )


def content_of(document: Document) -> str:
    """Return a digest of a document with all its metadata."""
    return digest(encoded(document), length=32)


def text_digest(document: Document) -> str:
    """Return a digest of the text of a document."""
    return digest(document.text, length=32)


def packed(value: Document | Reading | Found) -> bytes:
    """Return a value in stored form: JSON compressed with zlib."""
    return zlib.compress(encoded(value).encode("ascii"))


def unpacked(data: bytes, type_: type[Value]) -> Value:
    """Return the value that was passed to `packed`.

    Raises:
        ValueError: the data is not a value of that type.
    """
    try:
        return decoded(zlib.decompress(data).decode("ascii"), type_)
    except zlib.error as error:
        raise ValueError(str(error)) from error
