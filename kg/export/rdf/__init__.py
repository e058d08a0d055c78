"""The graph as RDF 1.1: written, read back, checked and queried.

The layout (`vocabulary` has the names, `kg/data/ns.ttl` defines those that are our own):

- a plain edge `s p o` only for a statement that is affirmed, asserted and in the voice of the text itself;
- one `rdf:Statement, kg:Statement` for each claim, that is for each sentence that says it, with how it is said, how
  sure it is, and the sentence, mentions and words it was read from as NIF spans;
- one `kg:MergedStatement` for the statement that claims are evidence of (`kg:evidenceOf`); its IRI is the `id` in
  `triples.jsonl`;
- no blank nodes, so that the sorted triples are canonical.
"""

from kg.export.rdf.query import QueryResult, query
from kg.export.rdf.read import from_rdf, read_turtle
from kg.export.rdf.turtle import check_turtle, to_turtle
from kg.export.rdf.write import to_rdf

__all__ = ["QueryResult", "check_turtle", "from_rdf", "query", "read_turtle", "to_rdf", "to_turtle"]
