"""Texts that are in memory already - strings, records, a table of pandas, polars or Arrow - become documents."""

import typing as t
from collections.abc import Iterable, Iterator, Mapping

from kg.arguments import as_date, hint
from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.identifiers import digest
from kg.model import Document, Failure
from kg.stages.options import Options, TextChoices, options_of
from kg.stages.running import run_documents, with_warning

Column: t.TypeAlias = str | Iterable[t.Any] | None
Row: t.TypeAlias = Mapping[str, t.Any]
COLUMNS: t.Final = ("text", "id", "title", "date", "source")
"""What is known of a text, and the columns in which it is looked for."""


def build_texts(
    texts: t.Any,
    options: Options | None = None,
    *,
    text: str = "text",
    ids: Column = None,
    titles: Column = None,
    dates: Column = None,
    sources: Column = None,
    **choices: t.Unpack[TextChoices],
) -> KnowledgeGraph:
    """Return the graph of texts that are in memory already, with a FailureWarning where some could not be read.

    Args:
        texts: a text, or several: strings, records (dicts), or a table of pandas, polars or Arrow.
        options: as for `build`.
        text: the key or column of the text.
        ids: the key or column of the ids, or the ids themselves; else `id`, and where there are none they are made from
            the texts. They tell what a statement was read from, so no two texts may have the same.
        titles: the same for titles; else `title`, and where there are none the text tells its own.
        dates: the same for days of publication: dates or YYYY-MM-DD; else `date`, then the text's own, then that of the
            options.
        sources: the same for sources; else `source`.
        choices: options as keyword arguments.

    The file that keeps the ids of entities goes by `Options(ids=...)` here.

    Raises:
        UsageError: there is no such column, there are not as many values as texts, or two texts have one id.
        KgError: as for `build`.
    """
    options = options_of(options, choices)
    rows = [*_rows(texts, text)]
    named = zip(COLUMNS, (text, ids, titles, dates, sources), strict=True)
    cells = zip(*(_values(rows, name, column) for name, column in named), strict=True)
    found = [_outcome(number, values, options) for number, values in enumerate(cells, start=1)]
    documents = _told_apart(each for each in found if isinstance(each, Document))
    failures = [each for each in found if isinstance(each, Failure)]
    return with_warning(run_documents(documents, options, failures=failures).graph)


def _rows(texts: t.Any, text: str) -> Iterator[Row]:
    """Yield a record a text."""
    if isinstance(texts, str | Mapping):
        texts = [texts]
    for row in _records(texts):
        if not isinstance(row, Mapping) and not isinstance(row, str) and not _is_missing(row):
            raise UsageError(f"texts: must be strings, records or a table, not {type(row).__name__}")
        yield row if isinstance(row, Mapping) else {text: row}


def _records(texts: t.Any) -> Iterable[t.Any]:
    """Return the rows of a table as records; anything else is gone through as it is."""
    if hasattr(texts, "columns") and hasattr(texts, "to_dict") and not hasattr(texts, "to_dicts"):
        return t.cast("Iterable[t.Any]", texts.to_dict("records"))  # pandas
    for method in ("to_dicts", "to_pylist"):  # polars, Arrow
        if hasattr(texts, method):
            return t.cast("Iterable[t.Any]", getattr(texts, method)())
    if not isinstance(texts, Iterable):
        raise UsageError(f"texts: must be strings, records or a table, not {type(texts).__name__}")
    return texts


def _values(rows: list[Row], name: str, column: Column) -> list[t.Any]:
    """Return what a column has for each row, None where it has nothing.

    Raises:
        UsageError: it is named, and no row has it; or it has not as many values as there are rows.
    """
    if column is None or isinstance(column, str):
        key = name if column is None else column
        if rows and column is not None and not any(key in row for row in rows):
            there = sorted({str(each) for row in rows for each in row})
            similar = hint(key, there) or f"; there are: {', '.join(there)}"
            raise UsageError(f"column {key!r}: there is none{similar}")
        return [None if _is_missing(row.get(key)) else row.get(key) for row in rows]
    values = [None if _is_missing(each) else each for each in column]
    if len(values) != len(rows):
        raise UsageError(f"{name}s: there are {len(values)} for {len(rows)} texts")
    return values


def _is_missing(value: t.Any) -> bool:
    """Tell whether a cell is empty: None, or what pandas puts in its place (NaN, NaT, NA)."""
    try:
        return value is None or bool(value != value)
    except (TypeError, ValueError):  # NA is neither equal nor different
        return True


def _outcome(number: int, values: tuple[t.Any, ...], options: Options) -> Document | Failure:
    try:
        text, id_, title, day, source = values
        return _document(text, id_, title, day, source, options)
    except UsageError as error:
        return Failure(f"text {number}" if values[1] is None else str(values[1]), str(error))


def _document(text: t.Any, id_: t.Any, title: t.Any, day: t.Any, source: t.Any, options: Options) -> Document:
    """Return one document; what is not told of it is what its own text tells.

    Raises:
        UsageError: the text is none, or the day is none.
    """
    from kg.read.publication import publication

    if not isinstance(text, str | None):
        raise UsageError(f"is {type(text).__name__}, no text")
    if not (text or "").strip():
        raise UsageError("is empty")
    words, published = t.cast("str", text), as_date(day)
    own = publication(words, published=published or options.date)
    return Document(
        id=f"text-{digest(words, length=8)}" if id_ is None else str(id_),
        text=words,
        title=own.title if title is None else str(title),
        published=published or own.published,
        source=own.source if source is None else str(source),
    )


def _told_apart(documents: Iterable[Document]) -> list[Document]:
    """Return the documents, each text of an id once.

    Raises:
        UsageError: two different texts have one id.
    """
    by_id: dict[str, Document] = {}
    for document in documents:
        if by_id.setdefault(document.id, document).text != document.text:
            raise UsageError(f"ids: {document.id!r} stands for two different texts")
    return list(by_id.values())
