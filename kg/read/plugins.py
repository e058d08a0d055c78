"""Readers for third-party formats, from the entry point group `kg.readers`."""

import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.entry_points import EntryPoint, entry_points
from kg.errors import UnreadableDocument, in_words
from kg.model import Failure
from kg.read.file import File, Part

ENTRY_POINTS: t.Final = "kg.readers"
Plugin: t.TypeAlias = Callable[[File], Iterable[Part] | None]
"""Returns the texts in a file, or None for a file in another format; raises `UnreadableDocument`."""


def installed_readers(points: Iterable[EntryPoint] | None = None) -> tuple[dict[str, Plugin], tuple[Failure, ...]]:
    """Return the installed readers by name, and a failure for each that cannot be loaded.

    Args:
        points: the entry points; by default those of the group `kg.readers`.
    """
    readers: dict[str, Plugin] = {}
    failures = []
    for point in sorted(entry_points(group=ENTRY_POINTS) if points is None else points, key=lambda each: each.name):
        try:
            readers[point.name] = point.load()
        except Exception as error:  # third-party code
            failures.append(Failure(f"reader {point.name}", f"cannot be loaded: {in_words(error)}"))
    return readers, tuple(failures)


def from_plugin(file: File, plugins: Mapping[str, Plugin]) -> tuple[str, tuple[Part, ...]] | None:
    """Return the texts from the first plugin that recognises the format of a file, with its name.

    Raises:
        UnreadableDocument: the plugin raises this or any other error; the message names the plugin.
    """
    for name, plugin in plugins.items():
        try:
            found = plugin(file)
            if found is not None:
                return name, tuple(_checked(found))
        except UnreadableDocument:
            raise
        except Exception as error:  # third-party code
            reason = f"the reader {name} failed: {in_words(error)}"
            raise UnreadableDocument(
                reason, kind="failed", advice="report it to its author, or uninstall it"
            ) from error
    return None


def _checked(found: Iterable[object]) -> Iterator[Part]:
    for each in found:
        if not isinstance(each, Part):
            raise TypeError(f"it returned {type(each).__name__}, not Part")
        yield each
