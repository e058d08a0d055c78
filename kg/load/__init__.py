"""Loading of graphs into a triple store, over the SPARQL 1.1 Graph Store Protocol or SPARQL 1.1 Update.

`content` reads and checks what is to be sent, `stores` knows where a store takes it and what its habits are,
`transport` sends one request, and `loading` puts a graph in the place of the old one and compares the counts.
"""

from kg.load.authentication import Credentials
from kg.load.content import GraphContent, read_content
from kg.load.loading import Loaded, load
from kg.load.stores import STORES, Endpoints, endpoints
from kg.load.transport import Transport

__all__ = [
    "STORES",
    "Credentials",
    "Endpoints",
    "GraphContent",
    "Loaded",
    "Transport",
    "endpoints",
    "load",
    "read_content",
]
