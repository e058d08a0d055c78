"""Read gazetteer entries from a user's CSV file."""

import csv
import os
import typing as t
from collections.abc import Mapping
from pathlib import Path

from kg.errors import InputError
from kg.lexicon.gazetteer import Entry
from kg.lexicon.name_forms import can_name, normal_form
from kg.lexicon.noun_types import TYPES

COLUMNS: t.Final = ("label", "type", "aliases", "link")


def read_csv(path: str | os.PathLike[str]) -> tuple[Entry, ...]:
    """Return the entries of a CSV file in UTF-8 with the columns label, type, aliases and link, in any order.

    Only the label is required. Several aliases or links are separated by |. Other columns are ignored.

    Raises:
        InputError: the file cannot be opened, is not such a table, or has a row without usable content.
    """
    place = os.fspath(path)
    try:
        text = Path(place).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{place}: cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{place}: is not UTF-8: save it as UTF-8") from error
    rows = csv.DictReader(text.splitlines(keepends=True), strict=True)
    try:
        if "label" not in (rows.fieldnames or ()):
            raise InputError(f"{place}:1: no column label: the first line must name the columns {', '.join(COLUMNS)}")
        return tuple(_entry(row, f"{place}:{rows.line_num}") for row in rows)
    except csv.Error as error:
        raise InputError(f"{place}:{rows.reader.line_num}: is not CSV: {error}") from error


def _entry(row: Mapping[str, str | None], place: str) -> Entry:
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if None in row:
        raise InputError(f"{place}: more cells than columns: put a cell that has commas in it in quotes")
    if not normal_form(cells["label"]):
        raise InputError(f"{place}: no label: write a name in the column label, or remove the row")
    for name in (cells["label"], *_several(cells["aliases"])):
        if normal_form(name) and not can_name(name):
            raise InputError(f"{place}: {name!r}: too common a word for a name: write a name, or remove it")
    links = _several(cells["link"])
    for link in links:
        if not link.startswith(("http://", "https://", "urn:")) or any(map(str.isspace, link)):
            raise InputError(f"{place}: link {link!r}: must be an absolute IRI, for instance https://example.org/x")
    return Entry(cells["label"], _type(cells["type"], place), aliases=_several(cells["aliases"]), links=links)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _type(name: str, place: str) -> str:
    if not name:
        return "Thing"
    for type_ in sorted(TYPES):
        if type_.casefold() == name.replace(" ", "").casefold():
            return type_
    raise InputError(f"{place}: type {name!r}: must be one of {', '.join(sorted(TYPES))}, or empty")
