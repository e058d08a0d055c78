"""Functions over iterators of plain rows, run by Spark on the parts of a DataFrame."""

import itertools
import pickle
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

if t.TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

Values: t.TypeAlias = Mapping[str, t.Any]
Rows: t.TypeAlias = Iterator[Values]
TOGETHER: t.Final = 1000
"""How many rows are handed to Spark at once."""


def mapped(frame: "DataFrame", function: Callable[[Rows], Rows], schema: str) -> "DataFrame":
    """Return the rows that a function makes of the rows of each part of a DataFrame.

    Args:
        frame: what is read.
        function: sent to the workers.
        schema: the columns of the result, as in SQL.
    """
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StructType

    columns = to_arrow_schema(StructType.fromDDL(schema))

    def batches(given: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
        import pyarrow as pa

        rows = function(values for batch in given for values in batch.to_pylist())
        for some in iter(lambda: list(itertools.islice(rows, TOGETHER)), []):
            yield pa.RecordBatch.from_pylist(some, schema=columns)

    return frame.mapInArrow(batches, schema)


def grouped(
    frame: "DataFrame",
    by: Sequence[str],
    function: Callable[[Sequence[Values]], Iterable[Values]],
    schema: str,
    *,
    order: Sequence[str] = (),
) -> "DataFrame":
    """Return the rows that a function makes of the rows that agree in some columns.

    Rows are sorted into groups by Spark, which needs no memory for a part of the data but for one group at a time.

    Args:
        frame: what is read.
        by: the columns in which the rows of a group agree.
        function: sent to the workers.
        schema: the columns of the result, as in SQL.
        order: the columns by which the rows of a group are sorted.
    """

    def of_groups(rows: Rows) -> Rows:
        for _, group in itertools.groupby(rows, key=lambda values: tuple(values[name] for name in by)):
            yield from function(list(group))

    return mapped(frame.repartition(*by).sortWithinPartitions(*by, *order), of_groups, schema)


def packed(value: object) -> bytes:
    """Return a value as bytes for another worker of the same job; nothing of the kind is kept."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def unpacked(data: bytes) -> t.Any:
    """Return the value that a worker of the same job has packed."""
    return pickle.loads(data)  # noqa: S301 - what Spark's workers send each other, as Spark itself does
