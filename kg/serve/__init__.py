"""Serve a graph on this machine: the read-only SPARQL 1.1 Protocol, with the page of the graph.

`protocol` reads a request and its accepted media types, `worker` answers queries in processes that
can be stopped, and `server` provides them on a port of the loopback interface.
"""

from kg.serve.server import GraphServer
from kg.serve.worker import Workers

__all__ = ["GraphServer", "Workers"]
