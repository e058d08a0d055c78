"""Turn documents into rows of readings, on Spark's workers."""

import json
import typing as t
from collections.abc import Iterator
from dataclasses import asdict, fields

from kg.arguments import as_date
from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.ledger import Key, Row
from kg.model import Document, Failure, Reading
from kg.spark.frames import Rows, Values, mapped
from kg.stages.batches import Setup, batched
from kg.stages.options import Choices, Options, check_named, options_of
from kg.stages.resources import extractor_names, resources_of
from kg.stages.running import failures_of, resolved
from kg.stages.spark import read_in_process

if t.TYPE_CHECKING:
    from pyspark.sql import DataFrame

ROWS: t.Final = (
    "id string, content string, text string, rules string, model string, parse string, failures string, words int, "
    "document binary, reading binary"
)
"""The columns of `claims`, those of the ledger: digests of the document and of its text, the key of rules and model,
failures as JSON, and the packed document and reading; no reading if the document could not be processed."""
METADATA: t.Final = ("title", "source", "language", "author", "address", "format")
"""The metadata columns of a document in addition to `id`, `text` and `published`."""


def claims(documents: "DataFrame", options: Options | None = None, **choices: t.Unpack[Choices]) -> "DataFrame":
    """Return the reading of each document: one row each, including failures.

    If a document crashes the process that reads it, its row has the failure, and the others continue.

    Args:
        documents: with the columns `id` and `text`; `published` (a date, or text in the form 2024-07-16), `title`,
            `source`, `language`, `author`, `address` and `format` are used if they exist.
        options: the options, as for `kg.build`.
        choices: the same as keyword arguments.

    Returns:
        A DataFrame with the columns of `ROWS`, which can be written as Parquet; `graph` turns it into a graph.

    Raises:
        ModelError: there is no such model.
        UsageError: a column is missing, or as for `kg.build`.
    """
    missing = sorted({"id", "text"} - set(documents.columns))
    if missing:
        raise UsageError(f"the DataFrame has no column {missing[0]!r}; it has {', '.join(documents.columns)}")
    options = options_of(options, choices)
    check_named(options, "model")
    setup = Setup.of(options)

    def read(given: Rows) -> Rows:
        found = (_document(values, setup.options) for values in given)
        for _, rows in read_in_process(batched(found), setup):
            yield from map(values_of, rows)

    return mapped(documents, read, ROWS)


def graph(rows: "DataFrame", options: Options | None = None, **choices: t.Unpack[Choices]) -> KnowledgeGraph:
    """Return the graph of the readings; it is built by this process, which keeps large numbers of claims on disk.

    Args:
        rows: the result of `claims`, in any order.
        options: the options of `claims`, and the gazetteers, decisions and links of the graph.
        choices: the same as keyword arguments.

    Returns:
        The same graph as from `kg.build_documents`; `graph.failures` lists the failures.

    Raises:
        UsageError: as for `kg.build`.
        ValueError: the rows were made by another version of kg.
    """
    options = options_of(options, choices)
    failures: list[Failure] = []

    def readings() -> Iterator[Reading]:
        for row in rows.toLocalIterator():
            outcome = row_of(row.asDict()).outcome()
            failures.extend(failures_of([outcome]))
            if isinstance(outcome, Reading):
                yield outcome

    model, names, resources = Setup.of(options).model.version, extractor_names(options), resources_of(options)
    return resolved(readings(), failures, options, resources, model=model, extractors=names).graph


def row_of(values: Values) -> Row:
    """Return the ledger row for a row of `claims`."""
    return Row(
        id=values["id"],
        content=values["content"],
        text=values["text"],
        key=Key(values["rules"], values["model"]),
        parse=values["parse"],
        failures=tuple(Failure(**each) for each in json.loads(values["failures"])),
        words=values["words"],
        document=bytes(values["document"]),
        reading=None if values["reading"] is None else bytes(values["reading"]),
    )


def _document(values: Values, options: Options) -> Document:
    day = values.get("published")
    metadata: dict[str, t.Any] = {name: str(values[name]) for name in METADATA if values.get(name)}
    published = as_date(str(day)[:10]) if day else options.date
    return Document(str(values["id"]), str(values["text"] or ""), published=published, **metadata)


def values_of(row: Row) -> Values:
    """Return the row of `claims` for a ledger row."""
    names = [field.name for field in fields(Row) if field.name not in {"key", "failures", "docs"}]
    failures = json.dumps([asdict(failure) for failure in row.failures])
    return {**{name: getattr(row, name) for name in names}, **asdict(row.key), "failures": failures}
