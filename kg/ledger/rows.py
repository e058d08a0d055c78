"""The stored results for a document, packed as plain values for other processes and the ledger."""

import typing as t
import zlib
from dataclasses import dataclass

from kg.identifiers import digest
from kg.ledger.codec import decoded, encoded
from kg.model import Document, Failure, Reading


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a file."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]


Value = t.TypeVar("Value", Document, Reading, Found)


@dataclass(frozen=True, slots=True)
class Key:
    """With what a document is read: digests of the rules and of the model."""

    rules: str
    model: str


@dataclass(frozen=True, slots=True)
class Row:
    """What the ledger keeps of a document, packed: plain values that go from process to process.

    `failures` are those of the document and of what was read out of it. `reading` is None where nothing could be read,
    `docs` is its parse where that is new, and `parse` the key of it.
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
        """Return what became of the document."""
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
    """Return what the ledger keeps of a document.

    Args:
        document: what was read.
        outcome: what became of it.
        key: with what it was read.
        words: how many words it has.
        parse: the key of its parse, if that is kept.
        docs: its parse where that is new.
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
    """Return a digest of a document with all that is known about it."""
    return digest(encoded(document), length=32)


def text_digest(document: Document) -> str:
    """Return a digest of the text of a document."""
    return digest(document.text, length=32)


def packed(value: Document | Reading | Found) -> bytes:
    """Return a value as it is kept: JSON, packed by zlib."""
    return zlib.compress(encoded(value).encode("ascii"))


def unpacked(data: bytes, type_: type[Value]) -> Value:
    """Return the value that `packed` made bytes of.

    Raises:
        ValueError: it made none of that type.
    """
    try:
        return decoded(zlib.decompress(data).decode("ascii"), type_)
    except zlib.error as error:
        raise ValueError(str(error)) from error
