"""Nodes, edges and documents as Parquet: typed columns, with lists for multiple values."""

import itertools
import re
import typing as t
from collections.abc import Iterable, Mapping
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from kg.errors import UsageError
from kg.export.rows import DAYS, DOCUMENT, EDGE, NODE, Cell, Row, Rows

BATCH: t.Final = 10_000
"""The number of rows held in memory at a time."""
_SURROGATE = re.compile("[\ud800-\udfff]")


FILES: t.Final = ("nodes.parquet", "edges.parquet", "documents.parquet")


def check_pyarrow() -> None:
    """Check that Parquet can be written.

    Raises:
        UsageError: pyarrow is not installed.
    """
    if find_spec("pyarrow") is None:
        raise UsageError("Parquet needs pyarrow: pip install pyarrow")


def write_parquet(rows: Rows, folder: Path) -> None:
    """Write nodes, edges and documents to a folder, each to a separate file.

    Raises:
        UsageError: pyarrow is not installed.
        OSError: a file cannot be written.
    """
    check_pyarrow()
    tables = ((NODE, rows.nodes()), (EDGE, rows.edges()), (DOCUMENT, rows.documents()))
    for name, (columns, lines) in zip(FILES, tables, strict=True):
        _write(folder / name, columns, lines)


def _write(path: Path, columns: Mapping[str, type], rows: Iterable[Row]) -> None:
    import pyarrow
    import pyarrow.parquet

    types = {
        str: pyarrow.string(),
        bool: pyarrow.bool_(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        tuple: pyarrow.list_(pyarrow.string()),
    }
    schema = pyarrow.schema([(name, pyarrow.date32() if name in DAYS else types[columns[name]]) for name in columns])
    lines, part = iter(rows), path.with_name(f".{path.name}.part")
    with pyarrow.parquet.ParquetWriter(part, schema) as writer:
        while batch := [_record(row, columns) for row in itertools.islice(lines, BATCH)]:
            writer.write_table(pyarrow.Table.from_pylist(batch, schema=schema))
    part.replace(path)


def _record(row: Row, columns: Iterable[str]) -> dict[str, t.Any]:
    return {name: _value(name, row.get(name)) for name in columns}


def _value(name: str, cell: Cell) -> t.Any:
    """Return a cell for Arrow: days as dates, tuples as lists, and without lone surrogates, which are not UTF-8."""
    if isinstance(cell, tuple):
        return [_SURROGATE.sub("\ufffd", each) for each in cell]
    if not isinstance(cell, str):
        return cell
    return date.fromisoformat(cell) if name in DAYS else _SURROGATE.sub("\ufffd", cell)
