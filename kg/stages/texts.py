"""Turn texts in memory (strings, records, or a table of pandas, polars or Arrow) into documents."""

import typing as t
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kg.arguments import as_date, several
from kg.errors import UnreadableDocument, UsageError
from kg.graph import KnowledgeGraph
from kg.identifiers import digest
from kg.model import Document, Failure
from kg.stages.options import Options, TextChoices, options_of
from kg.stages.running import run_documents, with_warning

Record: t.TypeAlias = Mapping[str, t.Any]
Given: t.TypeAlias = Iterable[t.Any] | None
TEXT: t.Final = "text"
SOURCE: t.Final = "source"


def build_texts(
    texts: t.Any,
    options: Options | None = None,
    *,
    ids: Given = None,
    titles: Given = None,
    dates: Given = None,
    **choices: t.Unpack[TextChoices],
) -> KnowledgeGraph:
    """Return the graph of texts in memory, with a FailureWarning if some could not be read.

    Columns of records and tables are found as in files: by the options `text_column`, `id_column`, `date_column` and
    `title_column`, or by their usual names.

    Args:
        texts: a text, or several: strings, records (dicts), or a table from pandas, polars or Arrow.
        options: as for `build`; its `ids`, the file that keeps the ids of entities, can only be given here.
        ids: the ids of the texts, instead of a column; by default they are made from the texts.
        titles: the titles, instead of a column; by default they come from the texts.
        dates: the publication dates (dates or YYYY-MM-DD), instead of a column; by default they come from the texts,
            or from the `date` of the options.
        choices: options as keyword arguments.

    Raises:
        UsageError: there is no such column, the number of values differs from that of texts, or two texts have one id.
        KgError: as for `build`.
    """
    options = options_of(options, choices)
    rows = list(_rows(texts))
    columns = _columns(rows, options)
    cells = zip(
        _cells(rows, columns[TEXT]),
        *(
            _values(rows, name, columns[name], given)
            for name, given in (("id", ids), ("title", titles), ("date", dates))
        ),
        _cells(rows, SOURCE),
        strict=True,
    )
    found = [_outcome(number, values, options) for number, values in enumerate(cells, start=1)]
    documents = _distinct(each for each in found if isinstance(each, Document))
    failures = [each for each in found if isinstance(each, Failure)]
    return with_warning(run_documents(documents, options, failures=failures).graph)


def _rows(texts: t.Any) -> Iterator[Record]:
    """Yield a record for each text."""
    for row in _records([texts] if isinstance(texts, str | Mapping) else texts):
        if not isinstance(row, Mapping) and not isinstance(row, str) and not _is_missing(row):
            raise UsageError(f"texts: must be strings, records or a table, not {type(row).__name__}")
        yield row if isinstance(row, Mapping) else {TEXT: row}


def _records(texts: t.Any) -> Iterable[t.Any]:
    """Return the rows of a table as records; anything else is returned unchanged."""
    if hasattr(texts, "columns") and hasattr(texts, "to_dict") and not hasattr(texts, "to_dicts"):
        return t.cast("Iterable[t.Any]", texts.to_dict("records"))  # pandas
    for method in ("to_dicts", "to_pylist"):  # polars, Arrow
        if hasattr(texts, method):
            return t.cast("Iterable[t.Any]", getattr(texts, method)())
    if not isinstance(texts, Iterable):
        raise UsageError(f"texts: must be strings, records or a table, not {type(texts).__name__}")
    return texts


def _columns(rows: list[Record], options: Options) -> dict[str, str]:
    """Return the names of the columns of text, id, title and date; a missing one gets its usual name.

    Raises:
        UsageError: a given column does not exist, or no column clearly contains the texts.
    """
    from kg.read.file import Columns
    from kg.read.formats.tables import columns_of

    given = Columns(options.text_column, options.id_column, options.date_column, options.title_column)
    plain = given == Columns() and all(row.keys() <= {TEXT} for row in rows)
    try:
        found = Columns() if plain else columns_of(given, rows)
    except UnreadableDocument as error:
        raise UsageError(f"texts: {error}") from error
    return {name: getattr(found, name) or name for name in (TEXT, "id", "title", "date")}


def _values(rows: list[Record], name: str, column: str, given: Given) -> list[t.Any]:
    """Return the given values for the texts, or those in the column.

    Raises:
        UsageError: the numbers of values and texts differ.
    """
    if given is None:
        return _cells(rows, column)
    values = [None if _is_missing(each) else each for each in several(given)]
    if len(values) != len(rows):
        raise UsageError(f"{name}s: there are {len(values)} for {len(rows)} texts; to name a column, use {name}_column")
    return values


def _cells(rows: list[Record], column: str) -> list[t.Any]:
    return [None if _is_missing(row.get(column)) else row.get(column) for row in rows]


def _is_missing(value: t.Any) -> bool:
    """Return whether a cell is empty: None, or a missing value of pandas (NaN, NaT, NA)."""
    try:
        return value is None or bool(value != value)
    except (TypeError, ValueError):  # comparing NA with itself gives neither true nor false
        return True


def _outcome(number: int, values: tuple[t.Any, ...], options: Options) -> Document | Failure:
    """Return a document, or the failure of its values."""
    from kg.read.language import language_failure

    text, id_, title, day, source = values
    place = f"text {number}" if id_ is None else str(id_)
    try:
        words, published = _words(text), as_date(day)
    except UsageError as error:
        return Failure(place, str(error))
    failure = language_failure(words, options.language, place=place)
    return failure or _document(words, None if id_ is None else place, title, published, source, options)


def _words(text: t.Any) -> str:
    if not isinstance(text, str | None):
        raise UsageError(f"is {type(text).__name__}, not a text")
    if text is None or not text.strip():
        raise UsageError("is empty")
    return text


def _document(
    text: str, id_: str | None, title: t.Any, published: date | None, source: t.Any, options: Options
) -> Document:
    """Return one document; missing metadata is read from its own text."""
    from kg.read.publication import with_publication

    document = Document(
        id=f"text-{digest(text, length=8)}" if id_ is None else id_,
        text=text,
        title=None if title is None else str(title),
        published=published,
        source=None if source is None else str(source),
    )
    return with_publication(document, published=options.date)


def _distinct(documents: Iterable[Document]) -> list[Document]:
    """Return the documents without duplicates.

    Raises:
        UsageError: two different texts have the same id.
    """
    by_id: dict[str, Document] = {}
    for document in documents:
        if by_id.setdefault(document.id, document).text != document.text:
            raise UsageError(f"ids: {document.id!r} is used for two different texts")
    return list(by_id.values())
