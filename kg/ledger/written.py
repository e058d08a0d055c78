"""The files that kg wrote to a folder, by its own record, so that it never touches those of others."""

import json
import typing as t
from collections.abc import Iterable
from pathlib import Path

from kg.errors import OutputError

RECORD: t.Final = "run.json"
"""The file that lists all files of a run."""
SHOWN: t.Final = 3
"""The maximum number of files named in one line."""


def files_on_record(folder: Path) -> frozenset[str] | None:
    """Return the names of the files that the last run wrote to a folder; None if kg never wrote to it.

    A record that kg 0.2 or an earlier version wrote lists no files.
    """
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(record, dict) or not _is_of_kg(record.get("versions")):
        return None
    names = record.get("files")
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()


def _is_of_kg(versions: object) -> bool:
    return isinstance(versions, dict) and "kg" in versions


def check_not_foreign(folder: Path, names: Iterable[str]) -> None:
    """Check that a folder that kg never wrote to has no files with the names of those to write.

    Raises:
        OutputError: it has.
    """
    there = [name for name in sorted(names) if (folder / name).exists()]
    if there:
        more = f" and {len(there) - SHOWN} more" if len(there) > SHOWN else ""
        raise OutputError(
            f"{folder}: holds {', '.join(there[:SHOWN])}{more}, which kg did not write and would overwrite; "
            "move them away, or write to another folder"
        )
