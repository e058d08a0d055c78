"""Parquet: the rows of the other tables with types, read back by pyarrow and pandas."""

import datetime
import sys
from dataclasses import replace
from pathlib import Path

import pandas
import pyarrow.parquet
import pytest

from kg.errors import UsageError
from kg.export import parquet
from kg.export.parquet import FILES, write_parquet
from kg.export.rows import DAYS, EDGE, NODE, Rows
from kg.model import Graph
from tests.export.examples import GRAPH, STRUCTURED


def test_rows_come_back_with_their_types(tmp_path: Path) -> None:
    rows = Rows.of(STRUCTURED)
    write_parquet(rows, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(FILES)
    table = pyarrow.parquet.read_table(tmp_path / "edges.parquet")
    assert table.column_names == list(EDGE)
    expected = [
        {name: list(cell) if isinstance(cell := row.get(name), tuple) else cell for name in EDGE}
        for row in rows.edges()
    ]
    found = table.to_pylist()
    for row in found:
        row |= {name: row[name] and row[name].isoformat() for name in DAYS & row.keys()}
    assert found == expected


def test_pandas_reads_days_numbers_and_lists(tmp_path: Path) -> None:
    write_parquet(Rows.of(GRAPH), tmp_path)
    edges = pandas.read_parquet(tmp_path / "edges.parquet").set_index("id")
    sold = edges.loc["https://example.org/kg/statement/bbbb"]
    assert sold["time_from"] == datetime.date(2024, 7, 20)
    assert (sold["confidence"], sold["start"], list(sold["documents"])) == (
        0.87,
        40,
        ["https://example.org/kg/document/bakery"],
    )


def test_more_rows_than_are_held_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "BATCH", 3)
    write_parquet(Rows.of(GRAPH), tmp_path)
    assert pyarrow.parquet.read_table(tmp_path / "edges.parquet").num_rows == len(GRAPH.statements)


def test_what_is_not_utf8_and_nothing_at_all(tmp_path: Path) -> None:
    write_parquet(Rows.of(Graph((), (replace(GRAPH.entities[0], label="a\ud800"),), ())), tmp_path)
    assert pyarrow.parquet.read_table(tmp_path / "nodes.parquet")["label"].to_pylist() == ["a\ufffd"]
    write_parquet(Rows.of(Graph()), tmp_path)
    assert pyarrow.parquet.read_table(tmp_path / "nodes.parquet").column_names == list(NODE)


def test_without_pyarrow_one_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setattr(parquet, "find_spec", lambda name: None)
    with pytest.raises(UsageError, match=r"Parquet needs pyarrow: pip install pyarrow"):
        write_parquet(Rows.of(GRAPH), tmp_path)
