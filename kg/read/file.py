"""The input and output of readers: the bytes of a file, and the texts in it."""

import typing as t
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath

from kg.errors import UnreadableDocument
from kg.model import Place

MAX_BYTES: t.Final = 2**28
"""The maximum size in bytes of a file, and of everything unpacked from it."""
MAX_MEMBERS: t.Final = 10_000
MAX_DEPTH: t.Final = 4
"""The maximum depth of nested archives."""
MAX_RATIO: t.Final = 200
"""The maximum compression ratio of an item larger than `SMALL`; texts shrink to a tenth."""
SMALL: t.Final = 2**22


@dataclass(frozen=True, slots=True)
class Columns:
    """The names of the table columns with texts, ids, dates and titles; None means guess."""

    text: str | None = None
    id: str | None = None
    date: str | None = None
    title: str | None = None


class Budget:
    """How much may still be unpacked from one file and the archives in it."""

    def __init__(self, unpacked: int = MAX_BYTES, members: int = MAX_MEMBERS) -> None:
        self.unpacked = unpacked
        self.members = members

    def spend(self, unpacked: int, packed: int) -> None:
        """Subtract an unpacked size from the budget.

        Raises:
            UnreadableDocument: the budget is exceeded.
        """
        self.unpacked -= unpacked
        self.members -= 1
        if self.unpacked < 0:
            raise bomb(f"unpacks to more than {MAX_BYTES // 2**20} MB")
        if self.members < 0:
            raise bomb(f"holds more than {MAX_MEMBERS} files")
        if unpacked > SMALL and unpacked > MAX_RATIO * max(packed, 1):
            raise bomb(f"unpacks to more than {MAX_RATIO} times its size")


def bomb(reason: str) -> UnreadableDocument:
    """Return the error for an archive that unpacks to more than the limit."""
    return UnreadableDocument(reason, kind="bomb", advice="unpack it yourself and give the folder")


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a file and its metadata; `text` is the decoded content of a text file.

    `charset` is the encoding declared by a server, `address` the URL that it came from.
    """

    name: str
    data: bytes
    text: str = ""
    address: str | None = None
    charset: str | None = None
    columns: Columns = Columns()
    depth: int = 0
    budget: Budget = field(default_factory=Budget, compare=False)

    @property
    def suffix(self) -> str:
        """The file extension in lower case, with its dot; `.csv` for `news.csv.gz`."""
        return PurePosixPath(_unpacked(self.name)).suffix.lower()


@dataclass(frozen=True, slots=True)
class Part:
    """One text in a file, with the metadata in the file.

    Args:
        text: the text that is read; positions refer to it.
        id: what distinguishes it from other texts in the file, the same in each run; "" if it is the only one.
        title: its headline.
        published: the publication day.
        created: the day when the file was made, used if the publication day is unknown.
        source: the publisher.
        author: the author.
        address: its URL.
        format: the source format; "" uses the name of the reader.
        places: the labelled spans of the text, in order and without overlap.
    """

    text: str
    id: str = ""
    title: str | None = None
    published: date | None = None
    created: date | None = None
    source: str | None = None
    author: str | None = None
    address: str | None = None
    format: str = ""
    places: tuple[Place, ...] = ()


def is_skipped(path: str) -> bool:
    """Return whether a file is hidden, or only describes the documents next to it: `README`."""
    *folders, name = path.split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in (*folders, name))
    return hidden or PurePosixPath(name).stem.upper() == "README"


def stem(name: str) -> str:
    """Return a name without its extension: `news/a` for `news/a.csv.gz`."""
    path = PurePosixPath(_unpacked(name))
    return path.with_suffix("").as_posix() if path.name else name


def _unpacked(name: str) -> str:
    head, dot, end = name.rpartition(".")
    return head if dot and head and end.lower() in {"gz", "zst"} else name


def whole_text(text: str, label: str) -> tuple[Place, ...]:
    """Return the place that covers a whole text."""
    return (Place(0, len(text), label),) if text else ()
