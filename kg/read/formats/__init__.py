"""One small reader per format: from the bytes of a file to the texts in it."""

import importlib
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.errors import UnreadableDocument, in_words
from kg.model import Failure, FailureKind, Place
from kg.read.file import File, Part, stem
from kg.read.formats.detection import with_format
from kg.read.plugins import Plugin, from_plugin

Found: t.TypeAlias = Part | File | Failure
Reader: t.TypeAlias = Callable[[File], Iterable[Found]]

READERS: t.Final[t.Mapping[str, str]] = {
    "text": "text.read_text",
    "markdown": "text.read_markdown",
    "html": "html.read_html",
    "pdf": "pdf.read_pdf",
    "docx": "office.read_docx",
    "epub": "office.read_epub",
    "mail": "mail.read_mail",
    "json lines": "tables.read_json_lines",
    "json": "tables.read_json",
    "csv": "tables.read_csv",
    "parquet": "tables.read_parquet",
    "feed": "feed.read_feed",
    "gz": "archives.unpack_gz",
    "zst": "archives.unpack_zst",
    "zip": "archives.unpack_zip",
}
"""The module and function for each detected format; a module is imported when its format occurs."""
OTHER_KINDS: t.Final[frozenset[FailureKind]] = frozenset(
    {"binary", "unknown", "code", "figures", "language", "special"}
)
"""What is skipped in folders and archives, unless it was given by name."""


def parts(file: File, plugins: Mapping[str, Plugin] = {}) -> Iterator[Part | Failure]:
    """Yield the texts in a file, and in the files packed in it; unreadable parts are failures.

    Args:
        file: its name is the start of the places of failures.
        plugins: third-party readers by name, which are tried first.
    """
    try:
        format_, found = _read(file, plugins)
        for each in found:
            if isinstance(each, File):
                yield from _inner(file, each, format_, plugins)
            else:
                yield _within(file, each) if isinstance(each, Failure) else _checked(file, each, format_)
    except UnreadableDocument as error:
        yield Failure(file.name, str(error), error.kind, error.advice)
    except (MemoryError, RecursionError) as error:
        yield Failure(file.name, f"is too large or too deep: {type(error).__name__}", "too large", "split it")
    except Exception as error:  # if a library crashes on a file, only that file is lost
        yield Failure(file.name, f"cannot be read: {in_words(error)}", "failed", "report it with the file")


def _read(file: File, plugins: Mapping[str, Plugin]) -> tuple[str, Iterable[Found]]:
    known = from_plugin(file, plugins)
    if known is not None:
        return known
    format_, file = with_format(file)
    module, _, function = READERS[format_].partition(".")
    reader: Reader = getattr(importlib.import_module(f"{__name__}.{module}"), function)
    return format_, reader(file)


def _inner(outer: File, file: File, format_: str, plugins: Mapping[str, Plugin]) -> Iterator[Part | Failure]:
    """Yield the content of a packed file, either by itself or as one of several, named after it."""
    for each in parts(file, plugins):
        if format_ in {"gz", "zst"}:
            yield each
        elif isinstance(each, Failure):
            yield replace(_within(outer, each), skipped=each.kind in OTHER_KINDS)
        else:
            labels = each.places or (Place(0, len(each.text), ""),)
            places = tuple(Place(one.start, one.end, f"{file.name}, {one.label}".rstrip(", ")) for one in labels)
            id_ = "/".join(filter(None, (stem(file.name), each.id)))
            yield replace(each, id=id_, places=places)


def _checked(file: File, part: Part, format_: str) -> Part | Failure:
    """Return a text with its format, or a failure for one without words."""
    if not part.text.strip():
        return Failure(f"{file.name}: {part.id}" if part.id else file.name, "has no text", "empty")
    return part if part.format else replace(part, format=format_)


def _within(file: File, failure: Failure) -> Failure:
    return replace(failure, place=f"{file.name}: {failure.place}")
