"""Tables and records: CSV, Parquet, JSON and JSON lines; each row with a text becomes a document."""

import csv
import io
import json
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from kg.errors import UnreadableDocument
from kg.model import Failure, FailureKind
from kg.read.dates import calendar_date
from kg.read.file import MAX_BYTES, Columns, File, Part, whole_text
from kg.read.formats.detection import delimiter
from kg.read.formats.html import fragment_text
from kg.read.formats.libraries import needed

Record: t.TypeAlias = Mapping[str, object]
Rows: t.TypeAlias = Iterable[tuple[int, Record]]

TEXTS: t.Final = (
    "text",
    "body",
    "content",
    "article",
    "full_text",
    "fulltext",
    "content_html",
    "content_text",
    "sentence",
)
IDS: t.Final = ("id", "_id", "doc_id", "document_id", "uid", "uuid", "guid", "key", "slug", "url")
DATES: t.Final = (
    "published",
    "date",
    "published_at",
    "publication_date",
    "pub_date",
    "date_published",
    "created_at",
    "timestamp",
)
TITLES: t.Final = ("title", "headline", "heading", "name", "subject")
SOURCES: t.Final = ("source", "publisher", "site", "outlet", "newspaper")
AUTHORS: t.Final = ("author", "authors", "byline", "creator")
ADDRESSES: t.Final = ("url", "link", "address", "permalink")
"""The default columns, ignoring case; the first one that exists is used."""
SAMPLED: t.Final = 200
"""The number of rows used to guess the column of texts."""
WORDS: t.Final = 8
"""The minimum average number of words in a text."""
CLEARLY: t.Final = 3
"""How many times as many words the texts must have as any other column."""
LISTED: t.Final = 12
LAST_ROW: t.Final = ["end of the table"]
"""Added to a table, to find out whether a quotation mark is still open at its end."""


def read_csv(file: File) -> Iterator[Part | Failure]:
    """Yield a text for each row of a table with a heading.

    Raises:
        UnreadableDocument: it is broken, there is no column of texts, or the choice is not clear.
    """
    mark = delimiter(file.text, named=True) or ","
    limit = csv.field_size_limit(MAX_BYTES)
    try:
        lines = io.StringIO(f"{file.text}\n{LAST_ROW[0]}", newline="")
        *rows, last = [row for row in csv.reader(lines, delimiter=mark) if any(row)]
    except csv.Error as error:
        raise UnreadableDocument(f"is a broken table: {error}") from error
    finally:
        csv.field_size_limit(limit)
    if last != LAST_ROW:
        place = f"row {len(rows)}" if rows else "the heading"
        raise UnreadableDocument(f"is a broken table: {place} opens a quotation mark that is never closed")
    heading = [name.strip() for name in rows[0]] if rows else []
    yield from _parts(file, list(enumerate((dict(zip(heading, row, strict=False)) for row in rows[1:]), start=1)))


def read_parquet(file: File) -> Iterator[Part | Failure]:
    """Yield a text for each row of a table.

    Raises:
        UnreadableDocument: it is broken, there is no column of texts, or the choice is not clear.
    """
    parquet = needed("pyarrow.parquet", "parquet", "a Parquet table")
    try:
        table = parquet.ParquetFile(io.BytesIO(file.data))
        size = sum(table.metadata.row_group(each).total_byte_size for each in range(table.num_row_groups))
        rows = table.read().to_pylist() if size <= file.budget.unpacked else []
    except Exception as error:  # pyarrow raises many kinds
        reason = f"is a broken Parquet table: {' '.join(str(error).split())}"
        raise UnreadableDocument(reason) from error
    file.budget.spend(size, len(file.data))
    yield from _parts(file, list(enumerate(rows, start=1)))


def read_json_lines(file: File) -> Iterator[Part | Failure]:
    """Yield a text for each line that is an object; other lines are failures.

    Raises:
        UnreadableDocument: no field clearly contains the texts.
    """
    lines = ((number, line) for number, line in enumerate(io.StringIO(file.text), start=1) if line.strip())
    records: list[tuple[int, Record]] = []
    for number, found in ((number, _loaded(line)) for number, line in lines):
        if isinstance(found, dict | str):
            records.append((number, {TEXTS[0]: found} if isinstance(found, str) else found))
        else:
            yield Failure(f"line {number}", "is not a JSON object", kind="broken")
    yield from _parts(file, records, label="line")


def read_json(file: File) -> Iterator[Part | Failure]:
    """Yield the text of an object, or those of a list of objects or texts, which may be a field of an object.

    Raises:
        UnreadableDocument: no field clearly contains the texts.
    """
    found = _records(_loaded(file.text), file.columns)
    single = isinstance(found, dict)
    rows = [
        (number, {TEXTS[0]: each} if isinstance(each, str) else each)
        for number, each in enumerate([found] if isinstance(found, dict) else found, start=1)
        if isinstance(each, dict | str)
    ]
    if not rows:
        raise UnreadableDocument("is JSON without a text", kind="figures")
    yield from _parts(file, rows, label="" if single else "record")


def _records(found: object, given: Columns) -> dict[str, object] | list[object]:
    """Return an object that has a text, or a list; if the object has no text, its only list of objects."""
    if isinstance(found, dict) and _named(found, (given.text,) if given.text else TEXTS) is None:
        lists = [value for value in found.values() if isinstance(value, list) and _are_records(value)]
        return lists[0] if len(lists) == 1 else found
    return found if isinstance(found, dict | list) else []


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _are_records(values: Sequence[object]) -> bool:
    return bool(values) and all(isinstance(each, dict) for each in values)


def _parts(file: File, rows: Sequence[tuple[int, Record]], label: str = "row") -> Iterator[Part | Failure]:
    found = columns_of(file.columns, [row for _, row in rows])
    text, id_, day, title = found.text or "", found.id or "", found.date or "", found.title or ""
    has_ids = any(_words(row.get(id_)) for _, row in rows)
    for number, row in rows:
        words, name = fragment_text(_words(row.get(text))), f"{label} {number}" if label else ""
        if not words.strip():
            yield Failure(name, "has no text", kind="empty", skipped=True)
            continue
        yield Part(
            words,
            id=_id(row, id_, number, has_ids=has_ids) if label else "",
            title=_words(row.get(title)) or None,
            published=_day(row.get(day)),
            source=_text_of(row, SOURCES),
            author=_text_of(row, AUTHORS),
            address=_text_of(row, ADDRESSES),
            places=whole_text(words, name) if name else (),
        )


def _id(row: Record, column: str, number: int, *, has_ids: bool) -> str:
    """Return the id of a row; without one its number, which cannot be the id of another row if some have ids.

    Different texts with one id get distinct ids, as those of several files do.
    """
    return _words(row.get(column)) or (f"~{number}" if has_ids else str(number))


def columns_of(given: Columns, rows: Sequence[Record]) -> Columns:
    """Return the columns of a table: the given names, or else the usual names; None for missing ones.

    Raises:
        UnreadableDocument: a given column does not exist, or no column clearly contains the texts.
    """
    columns = tuple(dict.fromkeys(str(name) for row in rows[:SAMPLED] for name in row))
    text = _text_column(given, columns, rows[:SAMPLED])
    usual = (("id", IDS), ("date", DATES), ("title", TITLES))
    return Columns(text, *(_chosen(getattr(given, name), name, known, columns) for name, known in usual))


def _text_column(given: Columns, columns: Sequence[str], rows: Sequence[Record]) -> str:
    """Return the column of the texts: the given one, one with a usual name, or the one with clearly the most words.

    Raises:
        UnreadableDocument: there is none.
    """
    if not columns:
        raise UnreadableDocument("is a table without rows", kind="empty")
    chosen = _chosen(given.text, "text", TEXTS, columns)
    if chosen is not None and (given.text or any(_words(row.get(chosen)) for row in rows)):
        return chosen
    averages = sorted(((_average(rows, name), name) for name in columns), reverse=True)
    most, name = averages[0]
    if most < WORDS:
        raise _without("is a table without a column of texts", columns, "name one with --text-column", kind="figures")
    if len(averages) > 1 and most < CLEARLY * averages[1][0]:
        raise _without("has several columns of texts", columns, "name one with --text-column")
    return name


def _without(reason: str, columns: Sequence[str], advice: str, *, kind: FailureKind = "column") -> UnreadableDocument:
    """Return the error for a table without a required column, listing the columns that it has."""
    listed = ", ".join(columns[:LISTED]) + (", ..." if len(columns) > LISTED else "")
    return UnreadableDocument(f"{reason} (columns: {listed})", kind=kind, advice=advice)


def _chosen(given: str | None, option: str, usual: Sequence[str], columns: Sequence[str]) -> str | None:
    if given is None:
        return _named(dict.fromkeys(columns), usual)
    if given not in columns:
        raise _without(f"has no column {given!r}", columns, f"change --{option}-column")
    return given


def _named(row: Mapping[str, object], usual: Sequence[str | None]) -> str | None:
    by_name = {name.lower().strip().replace(" ", "_").replace("-", "_"): name for name in reversed(list(row))}
    return next((by_name[name] for name in usual if name in by_name), None)


def _average(rows: Sequence[Record], column: str) -> float:
    values = [value for row in rows if isinstance(value := row.get(column), str) and value.strip()]
    return sum(len(value.split()) for value in values) / len(values) if values else 0.0


def _text_of(row: Record, usual: Sequence[str]) -> str | None:
    name = _named(row, usual)
    value = row.get(name) if name is not None else None
    return (value.strip() or None) if isinstance(value, str) else None


def _words(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list | float) else str(value)


def _day(value: object) -> date | None:
    """Return the day in a cell: a date, a text with one, or the seconds since 1970."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return calendar_date(value) if isinstance(value, str) else None
