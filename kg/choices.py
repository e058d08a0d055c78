"""What can be chosen by name, and what a run works with where nobody chooses."""

import typing as t

Layout = t.Literal["reify", "rdf12", "graphs", "doc-graphs", "nary", "none"]
"""How a claim is told apart from the plain edge of the same entities (`docs/reference/rdf.md` has a sample of each)."""
Syntax = t.Literal["turtle", "trig", "nt", "nq", "jsonld", "rdfxml"]
Engine = t.Literal["local", "spark"]
"""What reads documents: processes of this machine, or the workers of Apache Spark."""
TableForm = t.Literal["csv", "parquet", "neo4j"]

DEFAULT_MIN_CONFIDENCE: t.Final = 0.3
"""Claims that are less sure are left out of a graph."""
DEFAULT_LINK_THRESHOLD: t.Final = 0.9
"""Candidates for a link that are less alike are none."""
ENGLISH: t.Final = "en"
"""The language that texts must be in."""
