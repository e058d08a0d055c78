"""The addresses of triple stores for graphs, queries and updates, and their peculiarities."""

import typing as t
import urllib.parse
from dataclasses import dataclass

from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Store:
    """The properties of one kind of store.

    `graph_store`, `query` and `update` are appended to the address that the user gives; None if the store has no
    such address. `default_graph` is true if it has a default graph that can be replaced, and `default_graph_iri` is the
    name of that graph in queries, for stores whose own default is the union of all graphs. `token` is true if
    the password is a bearer token.
    """

    graph_store: str | None
    query: str | None
    update: str | None
    default_graph: bool = True
    default_graph_iri: str | None = None
    token: bool = False


STORES: t.Final[t.Mapping[str, Store]] = {
    "oxigraph": Store("/store", "/query", "/update"),
    # no default graph, and queries without GRAPH see all graphs; the addresses without -auth are read-only
    "virtuoso": Store("/sparql-graph-crud-auth", "/sparql-auth", "/sparql-auth", default_graph=False),
    "fuseki": Store("/data", "/query", "/update"),
    "graphdb": Store(
        "/rdf-graphs/service", "", "/statements", default_graph_iri="http://www.openrdf.org/schema/sesame#nil"
    ),
    # its PUT replaces what a query finds and does not follow the protocol; its default graph is all graphs
    "blazegraph": Store(None, "/sparql", "/sparql", default_graph=False),
    "qlever": Store(
        "", "", "", default_graph_iri="http://qlever.cs.uni-freiburg.de/builtin-functions/default-graph", token=True
    ),
    "graph-store": Store("", None, None),
    "sparql": Store(None, "", ""),
}
"""The stores by name; `graph-store` and `sparql` are for any server with an address for that one protocol."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of one store, and its properties; without a `graph_store` there is an `update`."""

    store: Store
    graph_store: str | None
    query: str | None
    update: str | None


def endpoints(
    address: str, *, store: str = "graph-store", query_url: str | None = None, update_url: str | None = None
) -> Endpoints:
    """Return the addresses of a store.

    Args:
        address: the address of the server, the dataset or the repository, depending on the store; for `graph-store` and
            `sparql`, the address for the protocol itself.
        store: a name in `STORES`.
        query_url: the address for queries; None uses the usual one of the store.
        update_url: the address for updates; None uses the usual one of the store.

    Raises:
        UsageError: there is no such kind of store, or an address is invalid.
    """
    kind = STORES.get(store)
    if kind is None:
        raise UsageError(f"{store!r}: unknown store; known are: {', '.join(STORES)}")
    base = checked_address(address).rstrip("/") if kind.graph_store or kind.query else checked_address(address)
    graph_store = None if kind.graph_store is None else base + kind.graph_store
    query, update = _place(base, kind.query, query_url), _place(base, kind.update, update_url)
    return Endpoints(kind, graph_store, query, update)


def _place(base: str, path: str | None, given: str | None) -> str | None:
    if given is not None:
        return checked_address(given)
    return None if path is None else base + path


def _names_host(parts: urllib.parse.SplitResult) -> bool:
    return bool(parts.hostname) and parts.port != 0 and not parts.fragment


def checked_address(url: str) -> str:
    """Return the address of a server.

    Raises:
        UsageError: it is not an http or https address, or contains a password, which other users could see.
    """
    plain = url.isascii() and url.isprintable() and " " not in url
    try:
        parts = urllib.parse.urlsplit(url)
        usable = plain and parts.scheme in {"http", "https"} and _names_host(parts)
    except ValueError:
        usable = False
    if not usable:
        raise UsageError(f"{url!r}: not the address of a store; give http://HOST:PORT/ and what follows")
    if parts.username is not None or parts.password is not None:
        raise UsageError(f"//{parts.hostname}: no user or password in the address: give --user and set KG_PASSWORD")
    return url
