"""A local, read-only server for a graph: the SPARQL 1.1 Protocol, and the page of the graph.

`protocol` reads a request and the media types that it accepts, `worker` answers queries in processes that
can be stopped, and `server` puts them on a port of the loopback interface.
"""

from kg.serve.server import GraphServer
from kg.serve.worker import Workers

__all__ = ["GraphServer", "Workers"]
