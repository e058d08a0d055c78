"""The entry points of installed packages, looked up again only if a package may have been added or removed."""

import functools
import os
import sys
from importlib import metadata
from importlib.metadata import EntryPoint

__all__ = ["EntryPoint", "entry_points"]


def entry_points(group: str) -> tuple[EntryPoint, ...]:
    """Return the entry points of a group; to find them, Python opens a file of each installed package."""
    return _found(group, tuple(map(_changed, sys.path)))


@functools.lru_cache(maxsize=8)
def _found(group: str, _: tuple[tuple[str, int], ...]) -> tuple[EntryPoint, ...]:
    return tuple(metadata.entry_points(group=group))


def _changed(folder: str) -> tuple[str, int]:
    """Return a folder of packages with the time of its last change, or 0 if there is none."""
    try:
        return folder, os.stat(folder or ".").st_mtime_ns
    except OSError:
        return folder, 0
