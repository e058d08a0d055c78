"""Nodes, edges and documents as CSV (RFC 4180), for spreadsheets and for Gephi.

A cell that a spreadsheet would read as a formula (it begins with = + - @ of any width, or a control character, and is
not a number) gets a leading apostrophe, as OWASP's "CSV injection" advises. The same is done after a semicolon,
where many spreadsheets split cells. JSON lines and RDF have the exact text.
"""

import csv
import io
import itertools
import re
import typing as t
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.export.rows import DOCUMENT, EDGE, NODE, SEPARATOR, Cell, Row, Rows

DIRECTED: t.Final = "Directed"
"""The value that Gephi expects in the column `Type` of edges."""
GEPHI: t.Final[Mapping[str, str]] = {"relation": "Label", "confidence": "Weight", "speaker": "Attributed to"}
"""Columns with other names in Gephi, or for readers; the others keep their names."""
EDGE_COLUMNS: t.Final = (
    "id",
    "source",
    "target",
    "type",
    *(name for name in EDGE if name not in {"id", "source", "target"}),
)

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*")
_FORMULA: t.Final = frozenset("=+-@")
_CONTROL: t.Final = frozenset("\t\r\n")
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def nodes_csv(rows: Rows) -> Iterator[str]:
    """Yield the lines of the nodes, with the columns that Gephi expects."""
    return csv_lines(NODE, rows.nodes())


def edges_csv(rows: Rows) -> Iterator[str]:
    """Yield the lines of the edges between the nodes of `nodes_csv`: the statements, then the structural edges.

    The kind of an edge is `statement` or `structural`. The weight of a statement is its confidence in [0, 1]. The
    target of a statement without an object is empty.
    """
    return edge_lines(rows.edges(points=True))


def edge_lines(edges: Iterable[Row]) -> Iterator[str]:
    """Do the same as `edges_csv` with the rows of edges."""
    return csv_lines(EDGE_COLUMNS, map(_edge, edges))


def _edge(row: Row) -> Row:
    return {"type": DIRECTED, **row, "target": None if row["object"] is None else row["target"]}


def documents_csv(rows: Rows) -> Iterator[str]:
    """Yield the lines of the documents."""
    return csv_lines(DOCUMENT, rows.documents())


def csv_lines(columns: Iterable[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield a header and one line per row; an item may have several lines if a cell has line breaks."""
    names = tuple(columns)
    line = io.StringIO(newline="")
    writer = csv.writer(line, lineterminator="\r\n")
    header = [GEPHI.get(name, name.replace("_", " ").capitalize()) for name in names]
    filled = ([_cell(value) for value in map(row.get, names)] for row in rows)
    for cells in itertools.chain[Sequence[str | int | float]]([header], filled):
        writer.writerow(cells)
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _cell(value: Cell) -> str | int | float:
    """Return a number, or a text that is never a formula; csv doubles the quotes in it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return value
    return without_formula(SEPARATOR.join(value) if isinstance(value, tuple) else value)


def without_formula(text: str) -> str:
    """Return a text as a cell that no spreadsheet reads as a formula."""
    if not text or _is_plain(text):
        return text
    text = _UNWRITABLE.sub("\ufffd", text)
    return ";".join(f"'{part}" if is_formula(part) else part for part in text.split(";"))


def _is_plain(text: str) -> bool:
    """Return whether a text is in one part, begins with a letter or digit, and is printable, as most texts are."""
    return text[0].isalnum() and ";" not in text and text.isprintable()


def is_formula(text: str) -> bool:
    """Return whether a spreadsheet could read a text as a formula."""
    inner = text.strip(" \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}")
    begin = inner[:1]
    acts = begin in _CONTROL or unicodedata.normalize("NFKC", begin) in _FORMULA
    return bool(begin) and acts and not _NUMBER.fullmatch(inner)
