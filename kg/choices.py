"""Choices by name, and their defaults."""

import typing as t

Layout = t.Literal["reify", "rdf12", "graphs", "doc-graphs", "nary", "none"]
"""How claims are distinguished from plain edges (`docs/reference/rdf.md` shows a sample of each)."""
Syntax = t.Literal["turtle", "trig", "nt", "nq", "jsonld", "rdfxml"]
Engine = t.Literal["local", "spark"]
"""Where documents are read: in processes on this machine, or by the workers of Apache Spark."""
TableForm = t.Literal["csv", "parquet", "neo4j"]

DEFAULT_MIN_CONFIDENCE: t.Final = 0.3
"""A graph leaves out claims with a lower confidence."""
DEFAULT_LINK_THRESHOLD: t.Final = 0.9
"""Candidates for a link with a lower similarity are rejected."""
ENGLISH: t.Final = "en"
"""The language that texts must be in."""
