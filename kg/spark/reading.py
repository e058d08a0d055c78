"""Documents become rows of what was read out of them, on Spark's workers."""

import json
import os
import re
import sys
import typing as t
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields, replace

from kg.arguments import as_date
from kg.errors import UsageError
from kg.ledger import Key, Row
from kg.model import Document, Failure
from kg.spark.frames import Rows, Values, mapped
from kg.stages.batches import Setup, batched, processed
from kg.stages.options import Choices, Options, options_of

if t.TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ROWS: t.Final = (
    "id string, content string, text string, rules string, model string, parse string, failures string, words int, "
    "document binary, reading binary"
)
"""The columns of `claims`, those of the ledger: digests of the document and of its text, the key of rules and model,
failures as JSON, and the document and what was read out of it, packed; no reading where it could not be processed."""
TRIES: t.Final = 4
"""How often a task is tried on one machine, where Spark alone would try it once."""
ROUND: t.Final = 8
"""How many batches a core reads before their rows come back together."""
TOLD: t.Final = ("title", "source", "language", "author", "address", "format")
"""The columns beside `id`, `text` and `published` that tell something about a document."""


def session(master: str = "local[*]") -> "SparkSession":
    """Return the running session of Spark, or start one.

    Args:
        master: the address of the cluster, or `local[N]` for N cores of this machine.

    Raises:
        UsageError: the extra `spark` or Java is missing, or there is no such master.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("Spark needs PySpark and Java: pip install 'kg-evidence[spark]'") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.log.level": "ERROR",
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.showConsoleProgress": "false",
    }
    here = re.fullmatch(r"local(?:\[(\d+|\*)\])?", master)
    if here:
        master = f"local[{here[1] or 1},{TRIES}]"
        settings |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        settings |= {"spark.ui.enabled": "false"}
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    try:
        return SparkSession.builder.appName("kg").master(master).config(map=settings).getOrCreate()
    except (PySparkException, RuntimeError) as error:
        reason = str(error).strip().splitlines()[0]
        raise UsageError(f"Spark cannot start at {master}: {reason}; it needs Java 17 or newer") from error


def claims(documents: "DataFrame", options: Options | None = None, **choices: t.Unpack[Choices]) -> "DataFrame":
    """Return what is read out of each document: one row each, whether that went well or not.

    A document that ends the process that reads it has a row with its failure, and the others go on.

    Args:
        documents: with the columns `id` and `text`; `published` (a date, or text in the form 2024-07-16), `title`,
            `source`, `language`, `author`, `address` and `format` are used where they are.
        options: what is chosen, as for `kg.build`.
        choices: the same as keyword arguments.

    Returns:
        A DataFrame with the columns of `ROWS`, which can be written as Parquet; `graph` makes a graph of it.

    Raises:
        ModelError: no such model.
        UsageError: a column is missing, or as for `kg.build`.
    """
    missing = sorted({"id", "text"} - set(documents.columns))
    if missing:
        raise UsageError(f"the DataFrame has no column {missing[0]!r}; it has {', '.join(documents.columns)}")
    setup = Setup.of(options_of(options, choices))

    def read(given: Rows) -> Rows:
        found = (_document(values, setup.options) for values in given)
        for rows in _rows(batched(found), setup):
            yield from map(_values, rows)

    return mapped(documents, read, ROWS)


def read_on_spark(documents: Sequence[Document], setup: Setup, master: str) -> Iterator[Sequence[Row]]:
    """Yield the rows of documents of this machine, read by the workers of a cluster, as they are done.

    Args:
        documents: what is read.
        setup: with what.
        master: the address of the cluster.

    Raises:
        UsageError: as for `session`.
    """
    context = session(master).sparkContext
    away = replace(setup, ledger=None)  # workers do not see the files of this machine
    batches, width = list(batched(documents)), context.defaultParallelism
    for start in range(0, len(batches), width * ROUND):
        some = batches[start : start + width * ROUND]
        read = context.parallelize(some, min(len(some), width)).mapPartitions(lambda part: _rows(part, away))
        yield from read.collect()


def row_of(values: Values) -> Row:
    """Return the row of the ledger that a row of `claims` holds."""
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


def _rows(batches: Iterable[Sequence[Document]], setup: Setup) -> Iterator[Sequence[Row]]:
    """Yield the rows of batches, read in one process beside Spark's, which may end without harm to Spark's."""
    for _, rows in processed(batches, setup, jobs=1):
        yield rows


def _document(values: Values, options: Options) -> Document:
    told = {name: str(values[name]) for name in TOLD if values.get(name)}
    published = as_date(str(values["published"])[:10]) if values.get("published") else options.date
    return replace(Document(str(values["id"]), str(values["text"] or ""), published=published), **told)


def _values(row: Row) -> Values:
    names = [field.name for field in fields(Row) if field.name not in {"key", "failures", "docs"}]
    failures = json.dumps([asdict(failure) for failure in row.failures])
    return {**{name: getattr(row, name) for name in names}, **asdict(row.key), "failures": failures}
