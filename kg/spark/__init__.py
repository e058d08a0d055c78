"""Reading on Apache Spark, by the same functions as on one machine: the extra `spark`."""

from kg.spark.reading import claims, graph, row_of
from kg.stages.spark import session

__all__ = ["claims", "graph", "row_of", "session"]
