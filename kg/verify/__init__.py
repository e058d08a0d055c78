"""Verify the output of `kg build`: read the RDF again, and compare it with its own text and `triples.jsonl`.

Nothing here uses the code that writes the RDF or rebuilds a graph from it: pyoxigraph parses, and each check examines
the triples. `content` reads the output of a run, `shapes`, `quotations` and `statements` contain the checks, and
`verifying` runs them in order.
"""

from kg.verify.check import Check
from kg.verify.verifying import verify

__all__ = ["Check", "verify"]
