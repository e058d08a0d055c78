"""Gold files: the statements and entities that a graph of some documents should have."""

import csv
import json
import os
import typing as t
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.arguments import hint
from kg.errors import InputError, UsageError
from kg.model import Status

Names: t.TypeAlias = tuple[str, ...]
"""The accepted names of one entity, or of one relation."""
Key = t.Literal[
    "document", "subject", "relation", "object", "negated", "time", "speaker", "status", "entity", "type", "note"
]
KEYS: t.Final = t.get_args(Key)
NAMED: t.Final[tuple[Key, ...]] = ("subject", "relation", "object", "speaker", "entity")
"""The keys that may have several names."""
SEPARATOR: t.Final = "|"
"""The separator between several names in a CSV cell."""
TRUTH: t.Final[Mapping[str, bool]] = {"true": True, "1": True, "false": False, "0": False, "": False}


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement that the graph should have; `place` is its line in the gold file.

    No object means a statement without one. `time`, `speaker` and `status` are compared only if they are given.
    """

    place: str
    document: str
    subject: Names
    relation: Names
    object: Names = ()
    negated: bool = False
    time: str | None = None
    speaker: Names = ()
    status: Status | None = None

    def __str__(self) -> str:
        """Return the statement in words, with the first of its names."""
        return " | ".join(names[0] for names in (self.subject, self.relation, self.object) if names)


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A named entity that the graph should have in a document; `type` is compared only if it is given."""

    place: str
    document: str
    names: Names
    type: str | None = None

    def __str__(self) -> str:
        """Return the first name, with the type."""
        return f"{self.names[0]} ({self.type})" if self.type else self.names[0]


@dataclass(frozen=True, slots=True)
class Gold:
    """The content of a gold file, in the order of its lines."""

    statements: tuple[GoldStatement, ...]
    entities: tuple[GoldEntity, ...]


def read_gold(path: str | os.PathLike[str]) -> Gold:
    """Read a gold file: CSV if its extension is `.csv`, otherwise JSON lines.

    Raises:
        InputError: it cannot be opened, or is not UTF-8.
        UsageError: a line in it is invalid, or it is empty.
    """
    place = os.fspath(path)
    try:
        with Path(path).open(encoding="utf-8-sig", newline="") as file:
            lines = _csv_lines(file, place) if place.lower().endswith(".csv") else _json_lines(file, place)
            found = [_item(where, values) for where, values in lines]
    except OSError as error:
        raise InputError(f"{place}: cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: is not UTF-8: {error.reason}") from error
    if not found:
        raise UsageError(f"{place}: has no line; docs/howto/score.md describes the format")
    return Gold(
        tuple(each for each in found if isinstance(each, GoldStatement)),
        tuple(each for each in found if isinstance(each, GoldEntity)),
    )


def _json_lines(file: t.TextIO, place: str) -> Iterator[tuple[str, dict[str, t.Any]]]:
    for number, line in enumerate(file, start=1):
        where = f"{place}:{number}"
        if line.strip():
            try:
                values = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise UsageError(f"{where}: is not JSON: {error}") from error
            if not isinstance(values, dict):
                raise UsageError(f"{where}: must be a JSON object")
            yield where, {key: value for key, value in values.items() if value not in (None, "", [])}


def _csv_lines(file: t.TextIO, place: str) -> Iterator[tuple[str, dict[str, t.Any]]]:
    reader = csv.DictReader(file)
    try:
        for row in reader:
            where = f"{place}:{reader.line_num}"
            if None in row or None in row.values():
                raise UsageError(f"{where}: has more or fewer cells than the first line")
            values = {key: cell.strip() for key, cell in row.items() if cell.strip()}
            yield where, {key: cell.split(SEPARATOR) if key in NAMED else cell for key, cell in values.items()}
    except csv.Error as error:
        raise UsageError(f"{place}:{reader.line_num}: is not CSV: {error}") from error


def _item(where: str, values: Mapping[str, t.Any]) -> GoldStatement | GoldEntity:
    for key in values:
        if key not in KEYS:
            raise UsageError(f"{where}: {key!r} is not a key of a gold file{hint(str(key), KEYS)}")
    document = _text(where, values, "document")
    if document is None:
        raise UsageError(f"{where}: has no document")
    if "entity" in values:
        return GoldEntity(where, document, _names(where, values, "entity"), _text(where, values, "type"))
    subject, relation = _names(where, values, "subject"), _names(where, values, "relation")
    if not subject or not relation:
        raise UsageError(f"{where}: needs an entity, or a subject and a relation")
    return GoldStatement(
        where,
        document,
        subject,
        relation,
        _names(where, values, "object"),
        _truth(where, values.get("negated", False)),
        _text(where, values, "time"),
        _names(where, values, "speaker"),
        _status(where, values),
    )


def _text(where: str, values: Mapping[str, t.Any], key: Key) -> str | None:
    value = values.get(key)
    if value is not None and not isinstance(value, str):
        raise UsageError(f"{where}: {key} must be a text")
    return value


def _names(where: str, values: Mapping[str, t.Any], key: Key) -> Names:
    value = values.get(key, [])
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        raise UsageError(f"{where}: {key} must be a name or a list of names")
    return tuple(" ".join(name.split()) for name in names)


def _truth(where: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.casefold() in TRUTH:
        return TRUTH[value.casefold()]
    raise UsageError(f"{where}: negated must be true or false")


def _status(where: str, values: Mapping[str, t.Any]) -> Status | None:
    status = values.get("status")
    if status is not None and status not in t.get_args(Status):
        raise UsageError(f"{where}: status {status!r}: must be one of {', '.join(t.get_args(Status))}")
    return t.cast("Status | None", status)
