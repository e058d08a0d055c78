"""The graph as RDF: written in several layouts and syntaxes, read back, checked and queried (`docs/reference/rdf.md`).

`vocabulary` has the names, and `kg/data/ns.ttl` defines our own terms. Every layout contains

- a plain edge `s p o` only for a statement that is affirmed, asserted and in the voice of the text itself;
- one `kg:Claim` for each sentence that makes a statement, with its status, its confidence, and
  the sentence, mentions and words it was read from as NIF spans; the layout determines how its triple is expressed;
- one `kg:Statement` for the statement that claims are evidence of (`kg:evidenceOf`); its IRI is the `id` in
  `triples.jsonl`;
- no blank nodes, so that the sorted triples are canonical.

A graph becomes content (`content`), quads of a layout (`layouts`), sorted quads (`sorting`) and text (`writing`). A
file becomes quads (`parsing`), content (`recovery`) and a graph (`read`). `rdflib_graph` is not exported here,
because it loads rdflib.
"""

from kg.export.rdf.conversion import base_iri_of, convert
from kg.export.rdf.query import QueryResult, query
from kg.export.rdf.read import read_rdf, read_turtle
from kg.export.rdf.relations import relation_table
from kg.export.rdf.writing import check_rdf, rdf_text, to_turtle, write_rdf, write_rdf_file

__all__ = [
    "QueryResult",
    "base_iri_of",
    "check_rdf",
    "convert",
    "query",
    "rdf_text",
    "read_rdf",
    "read_turtle",
    "relation_table",
    "to_turtle",
    "write_rdf",
    "write_rdf_file",
]
