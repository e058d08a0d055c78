"""The statements of `triples.jsonl`."""

import json
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Record: t.TypeAlias = dict[str, t.Any]

LINES_FILE: t.Final = "triples.jsonl"


@dataclass(frozen=True, slots=True)
class Lines:
    """The records by the number of their line, or why there are none."""

    records: Mapping[int, Record]
    problem: str | None = None


def read_lines(path: Path) -> Lines:
    """Return the statements of a file, or what is wrong with it."""
    records: dict[int, Record] = {}
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, start=1):
                record = json.loads(line)
                if not isinstance(record, dict) or not all(isinstance(each, dict) for each in evidence_of(record)):
                    return Lines({}, f"{path.name}:{number} is no statement")
                records[number] = record
    except OSError as error:
        return Lines({}, f"{path.name} cannot be opened: {error.strerror}")
    except ValueError as error:
        return Lines({}, f"{path.name}:{len(records) + 1} is no JSON in UTF-8: {error}")
    return Lines(records)


def evidence_of(record: Record) -> t.Sequence[Record]:
    """Return the pieces of evidence of a statement."""
    found = record.get("evidence")
    return found if isinstance(found, list) else ()
