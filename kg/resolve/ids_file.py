"""The file that keeps entity ids stable across runs: JSON lines, one entity per line, sorted by id."""

import json
import os
import typing as t
from collections.abc import Iterable
from pathlib import Path

from kg.errors import InputError, OutputError
from kg.resolve.known_ids import KnownEntity

KEYS: t.Final = ("id", "type", "names", "mentions")


def read_ids(path: str | os.PathLike[str]) -> tuple[KnownEntity, ...]:
    """Return the entities in a file; none if the file does not exist yet.

    Raises:
        InputError: the file cannot be opened, or a line in it is invalid.
    """
    place = os.fspath(path)
    try:
        lines = Path(place).read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise InputError(f"{place}: cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: not UTF-8: {error}") from error
    found: dict[str, KnownEntity] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            entity = _entity(line, f"{place}: line {number}")
            if entity.id in found:
                raise InputError(f"{place}: line {number}: {entity.id!r} is there twice; keep one line")
            found[entity.id] = entity
    return tuple(found.values())


def _entity(line: str, place: str) -> KnownEntity:
    try:
        record = json.loads(line)
        places = {(text, int(head)) for text, heads in record["mentions"].items() for head in heads}
        names = frozenset(map(str, record["names"]))
        if record.keys() != set(KEYS) or not (isinstance(record["id"], str) and record["id"]):
            raise ValueError(f"the keys are {', '.join(KEYS)}")
        return KnownEntity(record["id"], str(record["type"]), names, frozenset(places))
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise InputError(f"{place}: is not a line of an ids file; kg build --ids writes that file") from error


def write_ids(path: str | os.PathLike[str], known: Iterable[KnownEntity]) -> None:
    """Write entities to a file, replacing it as a whole.

    Raises:
        OutputError: the file cannot be written.
    """
    place = Path(path)
    part = place.with_name(f".{place.name}.part")
    lines = "".join(_line(entity) for entity in sorted(known, key=lambda entity: entity.id))
    try:
        part.write_bytes(lines.encode("utf-8", "backslashreplace"))  # escapes lone surrogates as JSON does
        part.replace(place)
    except OSError as error:
        raise OutputError(f"{place}: cannot be written: {error.strerror}") from error


def _line(entity: KnownEntity) -> str:
    mentions: dict[str, list[int]] = {}
    for text, head in sorted(entity.places):
        mentions.setdefault(text, []).append(head)
    record = {"id": entity.id, "type": entity.type, "names": sorted(entity.names), "mentions": mentions}
    return json.dumps(record, ensure_ascii=False) + "\n"
