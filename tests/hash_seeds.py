"""Print, by name, results that must not depend on the hash seed or on an order: run in one process per seed.

usage: python -m tests.hash_seeds 1|-1

The number is the step for iterating over the parts of a graph, so that -1 reverses their order.
"""

import hashlib
import json
import sys
import typing as t
from collections.abc import Callable, Mapping

from benchmarks.copies import EDITS, planted
from kg.export.encodings import Encoding
from kg.export.network import layout
from kg.export.rdf import rdf_text
from kg.model import Graph
from kg.page import to_html
from kg.page.communities import communities
from kg.page.drawing import draw
from kg.resolve.copies import sources
from tests.export.examples import GRAPH
from tests.export.test_rdf_decisions import DECIDED
from tests.export.test_rdf_layouts import PAIRS
from tests.export.texts import to_graphml
from tests.page.test_page_communities import cliques
from tests.resolve.test_copies import ARTICLES


def rdf_of_all_layouts(step: int) -> list[str]:
    """Return the RDF of a graph with its parts in either order."""
    made = DECIDED
    graph = Graph(made.documents[::step], made.entities[::step], made.statements[::step], made.decisions[::step])
    return [rdf_text(graph, Encoding(provenance=form, syntax=syntax, selectors=True)) for form, syntax in PAIRS]


TOLD: t.Final[Mapping[str, Callable[[int], object]]] = {
    "communities": lambda _: communities(draw(cliques(6, 4))),
    "copies": lambda _: sources([*ARTICLES, *planted(ARTICLES, EDITS["a byline"])]),
    "GraphML": lambda _: to_graphml(GRAPH),
    "layout": lambda _: layout(GRAPH, seed=3),
    "page": lambda _: to_html(GRAPH),
    "RDF": rdf_of_all_layouts,
}

if __name__ == "__main__":
    made = {name: repr(make(int(sys.argv[1]))) for name, make in TOLD.items()}
    sys.stdout.write(json.dumps({name: hashlib.sha256(text.encode()).hexdigest() for name, text in made.items()}))
