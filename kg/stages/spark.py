"""Read documents of this machine with the workers of Apache Spark; the graph is built here."""

import os
import re
import sys
import typing as t
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.errors import UsageError
from kg.model import Document
from kg.stages.batches import Setup, batched, processed

if t.TYPE_CHECKING:
    from pyspark.sql import SparkSession

    from kg.ledger import Row

TRIES: t.Final = 4
"""The number of attempts per task on one machine, for which Spark's default is one."""
ROUND: t.Final = 8
"""The number of batches that a core reads before their rows are returned together."""


def session(master: str = "local[*]") -> "SparkSession":
    """Return the active Spark session, or start one.

    Args:
        master: the address of the cluster, or `local[N]` for N cores of this machine.

    Raises:
        UsageError: the extra `spark` or Java is missing, or there is no such master.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("Spark needs Java and PySpark: pip install pyspark pyarrow") from error
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings: dict[str, bool | float | int | str | None] = {
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


def batches_on_spark(
    documents: Sequence[Document], setup: Setup, master: str
) -> "Iterator[tuple[Sequence[Document], Sequence[Row]]]":
    """Yield batches of documents with their rows, read by the workers of a cluster, as they are completed.

    Args:
        documents: the documents to read.
        setup: the setup of the reader.
        master: the address of the cluster.

    Raises:
        UsageError: as for `session`.
    """
    context = session(master).sparkContext
    remote_setup = replace(setup, ledger=None)  # workers cannot see the files of this machine
    batches, width = list(batched(documents)), context.defaultParallelism
    for start in range(0, len(batches), width * ROUND):
        some = batches[start : start + width * ROUND]
        read = context.parallelize(some, min(len(some), width)).mapPartitions(
            lambda part: read_in_process(part, remote_setup)
        )
        yield from read.collect()


def read_in_process(
    batches: Iterable[Sequence[Document]], setup: Setup
) -> "Iterator[tuple[Sequence[Document], Sequence[Row]]]":
    """Yield batches with their rows, read in a process next to Spark's; a crash does not affect Spark's."""
    return processed(batches, setup, jobs=1)
