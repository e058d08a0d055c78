"""Read and resolve on Apache Spark, with the same functions as on one machine: the extra `spark`."""

from kg.spark.quads import write_nquads
from kg.spark.reading import claims, graph, row_of
from kg.spark.resolving import Tables, tables
from kg.stages.spark import session

__all__ = ["Tables", "claims", "graph", "row_of", "session", "tables", "write_nquads"]
