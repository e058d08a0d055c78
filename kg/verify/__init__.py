"""What `kg build` wrote proves itself: the RDF is read once more, and held against its own text and `triples.jsonl`.

Nothing here uses the code that writes the RDF or rebuilds a graph from it: pyoxigraph parses, and each check looks at
the triples. `content` reads what a run wrote, `shapes`, `quotations` and `statements` hold the checks, and
`verifying` asks them in order.
"""

from kg.verify.check import Check
from kg.verify.verifying import verify

__all__ = ["Check", "verify"]
