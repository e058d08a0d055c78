"""Functions over iterators of plain rows, run by Spark on the partitions of a DataFrame."""

import itertools
import typing as t
from collections.abc import Callable, Iterator, Mapping

from kg.collection import rare_collection

if t.TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

Values: t.TypeAlias = Mapping[str, t.Any]
Rows: t.TypeAlias = Iterator[Values]
TOGETHER: t.Final = 1000
"""The number of rows passed to Spark at a time."""


def mapped(frame: "DataFrame", function: Callable[[Rows], Rows], schema: str) -> "DataFrame":
    """Return the rows that a function makes from the rows of each partition of a DataFrame.

    Args:
        frame: the input.
        function: the function, which is sent to the workers.
        schema: the columns of the result, as in SQL.
    """
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StructType

    columns = to_arrow_schema(t.cast("StructType", StructType.fromDDL(schema)))

    def batches(given: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
        import pyarrow as pa

        with rare_collection():
            rows = function(values for batch in given for values in batch.to_pylist())
            for some in iter(lambda: list(itertools.islice(rows, TOGETHER)), []):
                yield pa.RecordBatch.from_pylist(some, schema=columns)

    return frame.mapInArrow(batches, schema)
