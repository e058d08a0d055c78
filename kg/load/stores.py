"""The endpoints of triple stores for graphs, queries and updates, and the peculiarities of each."""

import typing as t
import urllib.parse
from dataclasses import dataclass

from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Store:
    """The habits of one kind of store.

    `graph_store`, `query` and `update` are what follows the address that the user gives; None where the store has no
    such place. `default_graph` tells whether it has a default graph that can be replaced, and `default_graph_iri` by
    which name a query reaches that graph alone, where the store's own default is the union of all graphs. `token` tells
    that the password is a bearer token.
    """

    graph_store: str | None
    query: str | None
    update: str | None
    default_graph: bool = True
    default_graph_iri: str | None = None
    token: bool = False


STORES: t.Final[t.Mapping[str, Store]] = {
    "oxigraph": Store("/store", "/query", "/update"),
    # no default graph, and queries without GRAPH see all graphs; the places without -auth let nobody write
    "virtuoso": Store("/sparql-graph-crud-auth", "/sparql-auth", "/sparql-auth", default_graph=False),
    "fuseki": Store("/data", "/query", "/update"),
    "graphdb": Store(
        "/rdf-graphs/service", "", "/statements", default_graph_iri="http://www.openrdf.org/schema/sesame#nil"
    ),
    # its PUT replaces what a query finds and is no Graph Store Protocol; its default graph is all graphs
    "blazegraph": Store(None, "/sparql", "/sparql", default_graph=False),
    "qlever": Store(
        "", "", "", default_graph_iri="http://qlever.cs.uni-freiburg.de/builtin-functions/default-graph", token=True
    ),
    "graph-store": Store("", None, None),
    "sparql": Store(None, "", ""),
}
"""The stores by name; `graph-store` and `sparql` are any server whose address is that of the one protocol."""


@dataclass(frozen=True, slots=True)
class Endpoints:
    """The addresses of one store, and its habits; without a `graph_store` there is an `update`."""

    store: Store
    graph_store: str | None
    query: str | None
    update: str | None


def endpoints(
    address: str, *, store: str = "graph-store", query_url: str | None = None, update_url: str | None = None
) -> Endpoints:
    """Return the addresses of a store.

    Args:
        address: of the server, the dataset or the repository, as the store's kind has it; of the protocol itself for
            `graph-store` and `sparql`.
        store: a name in `STORES`.
        query_url: where queries go; None takes the store's usual place.
        update_url: where updates go; None takes the store's usual place.

    Raises:
        UsageError: there is no such kind of store, or an address is not usable.
    """
    kind = STORES.get(store)
    if kind is None:
        raise UsageError(f"{store!r}: unknown store; known are: {', '.join(STORES)}")
    base = checked_address(address).rstrip("/") if kind.graph_store or kind.query else checked_address(address)
    return Endpoints(
        kind,
        None if kind.graph_store is None else base + kind.graph_store,
        _place(base, kind.query, query_url),
        _place(base, kind.update, update_url),
    )


def _place(base: str, path: str | None, given: str | None) -> str | None:
    if given is not None:
        return checked_address(given)
    return None if path is None else base + path


def _names_host(parts: urllib.parse.SplitResult) -> bool:
    return bool(parts.hostname) and parts.port != 0 and not parts.fragment


def checked_address(url: str) -> str:
    """Return the address of a server.

    Raises:
        UsageError: it is no http or https address, or tells a password, which other users of a machine could see.
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
