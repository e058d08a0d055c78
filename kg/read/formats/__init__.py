"""One small reader per format: from the bytes of a file to the texts in it."""

import importlib
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.errors import UnreadableDocument, in_words
from kg.model import Failure, FailureKind, Place
from kg.read.file import File, Part, stem
from kg.read.formats.detection import with_format
from kg.read.plugins import Plugin, asked

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
"""The module and function for each format that the detection tells; a module is imported when its format occurs."""
OTHER_KINDS: t.Final[frozenset[FailureKind]] = frozenset(
    {"binary", "unknown", "code", "figures", "language", "special"}
)
"""What is skipped where it stands among others and nobody asked for it by name."""


def parts(file: File, plugins: Mapping[str, Plugin] = {}) -> Iterator[Part | Failure]:
    """Yield the texts in a file, and in the files packed in it; what cannot be read of it is a failure.

    Args:
        file: its name begins the places of failures.
        plugins: other people's readers by name, which are asked first.
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
    except Exception as error:  # a library that a file drives into a corner loses that file only
        yield Failure(file.name, f"cannot be read: {in_words(error)}", "failed", "report it with the file")


def _read(file: File, plugins: Mapping[str, Plugin]) -> tuple[str, Iterable[Found]]:
    known = asked(file, plugins)
    if known is not None:
        return known
    format_, file = with_format(file)
    module, _, function = READERS[format_].partition(".")
    reader: Reader = getattr(importlib.import_module(f"{__name__}.{module}"), function)
    return format_, reader(file)


def _inner(outer: File, file: File, format_: str, plugins: Mapping[str, Plugin]) -> Iterator[Part | Failure]:
    """Yield what is in a file that was packed in another: alone, or as one of several, whose name it then has."""
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
    """Return a text with its format, and a failure in place of one without words."""
    if not part.text.strip():
        return Failure(f"{file.name}: {part.id}" if part.id else file.name, "has no text", "empty")
    return part if part.format else replace(part, format=format_)


def _within(file: File, failure: Failure) -> Failure:
    return replace(failure, place=f"{file.name}: {failure.place}")
