"""Read `decisions.toml`, the manual decisions about the entities of a graph (`docs/howto/merges.md` has an example)."""

import os
import re
import typing as t
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from kg.errors import UsageError
from kg.lexicon.noun_types import TYPES
from kg.model import ClaimReference, Decision
from kg.toml import read_toml

DECISIONS_FILE: t.Final = "decisions.toml"
PLACE: t.Final = re.compile(r".+#char=\d+,\d+", re.DOTALL)
CLAIM: t.Final = tuple(field.name for field in fields(ClaimReference))


def read_decisions(path: str | os.PathLike[str]) -> tuple[Decision, ...]:
    """Return the decisions in a file, sorted.

    Raises:
        InputError: the file cannot be opened.
        UsageError: it is not TOML, or one of its entries is invalid.
    """
    table = read_toml(path)
    try:
        return decisions_of(table)
    except UsageError as error:
        raise UsageError(f"{os.fspath(path)}: {error}") from error


def decisions_of(table: Mapping[str, t.Any]) -> tuple[Decision, ...]:
    """Return the decisions in a table with the keys of `decisions.toml`.

    Raises:
        UsageError: an entry is invalid; the message names the entry.
    """
    unknown = sorted(set(table) - {"by", *ENTRIES})
    if unknown:
        raise UsageError(f"{unknown[0]}: unknown; there are: by, {', '.join(ENTRIES)}")
    by = table.get("by", "")
    if not isinstance(by, str):
        raise UsageError("by: must be the name of who decides, in quotes")
    found = [decision for kind in ENTRIES if kind in table for decision in ENTRIES[kind](kind, table[kind], by)]
    _check_agreement(found)
    return tuple(sorted(set(found)))


def _check_agreement(found: list[Decision]) -> None:
    """Raise an error if two names are declared both the same and different."""
    same = [set(decision.names) for decision in found if decision.kind == "same"]
    for decision in found:
        if decision.kind == "different":
            for names in same:
                both = sorted(names.intersection(decision.names))
                if len(both) > 1:
                    raise UsageError(f"different: {both[0]!r} and {both[1]!r} are declared the same, too; keep one")


def _sets(kind: t.Any, value: t.Any, by: str) -> Iterator[Decision]:
    """Read lists of names."""
    if not isinstance(value, list):
        raise UsageError(f'{kind}: must be a list of lists of names: [["one name", "other name"]]')
    for number, names in enumerate(value, start=1):
        fitting = isinstance(names, list) and all(map(_is_name, names)) and len(set(names)) > 1
        if not fitting:
            raise UsageError(f'{kind}, entry {number}: must be two or more names: ["one name", "other name"]')
        yield Decision(kind, tuple(sorted(set(names))), by=by)


def _labels(kind: t.Any, value: t.Any, by: str) -> Iterator[Decision]:
    """Read a table from names to their new values."""
    if not isinstance(value, dict):
        raise UsageError(f'{kind}: must be a table: {{ "name" = "new {"label" if kind == "rename" else "type"}" }}')
    for name, new in value.items():
        if not _is_name(name) or not _is_name(new):
            raise UsageError(f"{kind}, entry {name!r}: must be a text in quotes that is not empty")
        if kind == "retype" and new not in TYPES:
            raise UsageError(f"{kind}, entry {name!r}: type {new!r}: must be one of {', '.join(sorted(TYPES))}")
        yield Decision(kind, (name,), new, by)


def _names(kind: t.Any, value: t.Any, by: str) -> Iterator[Decision]:
    """Read a list of names."""
    if not isinstance(value, list):
        raise UsageError(f'{kind}: must be a list of names: ["one name", "other name"]')
    for number, name in enumerate(value, start=1):
        if not _is_name(name):
            raise UsageError(f"{kind}, entry {number}: must be a name in quotes")
        yield Decision(kind, (name,), by=by)


def _places(kind: t.Any, value: t.Any, by: str) -> Iterator[Decision]:
    """Read lists of places of mentions."""
    if not isinstance(value, list):
        raise UsageError(f'{kind}: must be a list of lists of places: [["document#char=10,14"]]')
    for number, places in enumerate(value, start=1):
        if not (isinstance(places, list) and places and all(map(_is_place, places))):
            raise UsageError(f'{kind}, entry {number}: must be places of mentions: ["document#char=10,14"]')
        yield Decision(kind, tuple(sorted(set(places))), by=by)


def _claims(kind: t.Any, value: t.Any, by: str) -> Iterator[Decision]:
    """Read a list of tables that each quote a claim."""
    if not isinstance(value, list):
        raise UsageError(f"{kind}: must be a list of tables with {', '.join(CLAIM)}")
    for number, claim in enumerate(value, start=1):
        if not _is_claim(claim):
            wanted = f"{', '.join(CLAIM[:-1])} and perhaps {CLAIM[-1]}"
            raise UsageError(f"{kind}, entry {number}: must have {wanted}, each a text")
        yield Decision(kind, (), by=by, claim=ClaimReference(**claim))


def _is_place(value: t.Any) -> bool:
    return isinstance(value, str) and PLACE.fullmatch(value) is not None


def _is_claim(value: t.Any) -> bool:
    complete = isinstance(value, dict) and set(CLAIM[:-1]) <= set(value) <= set(CLAIM)
    return complete and all(map(_is_name, value.values()))


def _is_name(value: t.Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


ENTRIES: t.Final[Mapping[str, Callable[[t.Any, t.Any, str], Iterator[Decision]]]] = {
    "same": _sets,
    "different": _sets,
    "split": _places,
    "rename": _labels,
    "retype": _labels,
    "block": _names,
    "wrong": _claims,
}
"""The kinds of decisions, and the functions that read their entries."""
