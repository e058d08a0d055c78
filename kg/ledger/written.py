"""The files that kg wrote to a folder, by its own record.

It removes no others, and overwrites none in a folder that it never wrote to.
"""

import json
import typing as t
from collections.abc import Iterable
from pathlib import Path

from kg.errors import OutputError
from kg.plurals import listed

RECORD: t.Final = "run.json"
"""The file that lists all files of a run."""
SHOWN: t.Final = 3
"""The maximum number of files named in one line."""


def record_in(folder: Path) -> dict[str, t.Any] | None:
    """Return the record of the last run into a folder, or None if there is none of kg."""
    try:
        record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) and _is_of_kg(record.get("versions")) else None


def _is_of_kg(versions: object) -> bool:
    return isinstance(versions, dict) and "kg" in versions


def check_not_foreign(folder: Path, names: Iterable[str]) -> None:
    """Check that a folder without a record of kg has no files with the names of those to write.

    Raises:
        OutputError: it has.
    """
    there = [name for name in sorted(names) if (folder / name).exists()]
    if there:
        raise OutputError(
            f"{folder}: holds {listed(there, SHOWN)}, which no record says kg wrote and this run would overwrite; "
            "move them away, or write to another folder"
        )
