"""Reading on Apache Spark, by the same functions as on one machine: the extra `spark`."""

from kg.spark.reading import claims, session

__all__ = ["claims", "session"]
