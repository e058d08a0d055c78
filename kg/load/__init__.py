"""Send graphs to a triple store, over the SPARQL 1.1 Graph Store Protocol or SPARQL 1.1 Update.

`content` reads and checks the data to send, `stores` knows the addresses and peculiarities of each store,
`transport` sends one request, and `loading` replaces the old graph and compares the counts.
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
