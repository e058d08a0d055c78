"""Replace the graph with the same name in a store, and compare the counts."""

import json
import typing as t
import urllib.parse
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain

from kg.errors import InputError, ServiceError, UsageError
from kg.load.content import GraphContent, count_triples, inserts, unpacked
from kg.load.stores import Endpoints
from kg.load.transport import MAX_ANSWER, TURTLE, Transport

FORM: t.Final = "application/x-www-form-urlencoded"
RESULTS: t.Final = "application/sparql-results+json"
TRIPLES: t.Final = "application/n-triples"
GROWTH: t.Final = 8
"""The maximum growth of a graph when read back: N-Triples repeat each subject, and escape letters."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A graph in a store: its IRI (None for the default graph) and its number of triples."""

    name: str | None
    triples: int


def load(
    contents: Iterable[GraphContent], endpoints: Endpoints, transport: Transport, *, jobs: int = 1
) -> Iterator[Loaded]:
    """Replace the graph of each name, and yield each graph when the store has all of it.

    A store with a graph store gets each graph in one PUT, and the rest of long ones in further POSTs.
    Other stores get updates that first drop the old graph. During several requests, queries may see a partial graph.

    Args:
        contents: the graphs.
        endpoints: the addresses for writing and querying.
        transport: sends the requests.
        jobs: the number of graphs, or parts of a large one, sent at the same time.

    Raises:
        UsageError: the content is for a default graph that the store lacks, or the store has no address for writing.
        ServiceError: the store cannot be reached, refuses the graph, or does not have what it was sent.
        InputError: the graph has blank nodes, and the store only supports updates.
    """
    contents = tuple(contents)
    _check(contents, endpoints)
    with ThreadPoolExecutor(jobs) as pool:
        undivided = {
            content.name: pool.submit(_loaded, content, endpoints, _separate(transport))
            for content in contents
            if not _is_in_parts(content, endpoints)
        }
        try:
            for content in contents:
                waiting = undivided.get(content.name)
                yield waiting.result() if waiting else _loaded(content, endpoints, transport, pool)
        finally:
            pool.shutdown(cancel_futures=True)


def _is_in_parts(content: GraphContent, endpoints: Endpoints) -> bool:
    return content.in_parts and endpoints.graph_store is not None


def _separate(transport: Transport) -> Transport:
    """Return a transport for parallel requests: the server's challenges to one do not count for another."""
    return replace(transport)


def _loaded(content: GraphContent, endpoints: Endpoints, transport: Transport, pool: Executor | None = None) -> Loaded:
    """Replace the graph with its name, in parallel parts if there is a pool, and count its triples."""
    try:
        if pool is None:
            _write(content, endpoints, transport)
        else:
            _write_parts(content, str(endpoints.graph_store), transport, pool)
    except ServiceError as error:
        raise ServiceError(f"{error}{_partial_content(content, endpoints, transport)}") from error
    held = _held(content, endpoints, transport)
    if held != content.triples:
        place, sent = endpoints.graph_store or endpoints.update, content.triples
        mismatch = f"{place}: {_called(content.name)} holds {held} triples where {sent} were sent"
        raise ServiceError(f"{mismatch}: check the log of the store, then load again")
    return Loaded(content.name, held)


def _check(contents: Iterable[GraphContent], endpoints: Endpoints) -> None:
    if endpoints.graph_store is None and endpoints.update is None:
        raise UsageError("the store has no known update endpoint: give --update-url")
    if endpoints.graph_store is None and endpoints.query is None:
        raise UsageError("the store has no known query endpoint: give --query-url")
    if not endpoints.store.default_graph and any(content.name is None for content in contents):
        raise UsageError("this store has no default graph to replace: give --graph IRI")
    if endpoints.graph_store is None and any(content.has_blank for content in contents):
        raise InputError("the graph has blank nodes, which cannot be sent in parts: use a store with a graph store")


def _write(content: GraphContent, endpoints: Endpoints, transport: Transport) -> None:
    if endpoints.graph_store is not None:
        transport.send("PUT", _graph_address(endpoints.graph_store, content.name), content.turtle, media_type=TURTLE)
        return
    old = "DEFAULT" if content.name is None else f"GRAPH <{content.name}>"
    for update in chain([f"DROP SILENT {old}"], inserts(content)):
        transport.send("POST", str(endpoints.update), _form(update=update), media_type=FORM)


def _write_parts(content: GraphContent, graph_store: str, transport: Transport, pool: Executor) -> None:
    """Replace the old graph with the first part, then add the others, which may arrive in any order."""
    place = _graph_address(graph_store, content.name)
    first, *others = content.pieces
    transport.send("PUT", place, unpacked(first), media_type=TURTLE)
    sent = [pool.submit(_add, piece, place, _separate(transport)) for piece in others]
    try:
        for each in sent:
            each.result()
    finally:
        for each in sent:
            each.cancel()


def _add(piece: bytes, place: str, transport: Transport) -> None:
    transport.send("POST", place, unpacked(piece), media_type=TURTLE)


def _partial_content(content: GraphContent, endpoints: Endpoints, transport: Transport) -> str:
    """Return the message about the triples that a store accepted before it failed; it may be unavailable by now."""
    single_attempt = Transport(transport.credentials, transport.is_token, transport.timeout, delays=())
    try:
        held = _held(content, endpoints, single_attempt)
    except ServiceError:
        return ""
    return f"; {_called(content.name)} now holds {held} of {content.triples} triples" if held else ""


def _held(content: GraphContent, endpoints: Endpoints, transport: Transport) -> int:
    """Return the number of triples in the graph with that name in the store.

    Some stores show all graphs as the default graph; the graph store distinguishes them.
    """
    if endpoints.query is None:
        return _counted(content, endpoints, transport)
    held = _queried_count(content.name, endpoints, transport)
    if held != content.triples and content.name is None and endpoints.graph_store is not None:
        return _counted(content, endpoints, transport)
    return held


def _queried_count(name: str | None, endpoints: Endpoints, transport: Transport) -> int:
    default = endpoints.store.default_graph_iri
    source = f"FROM <{default}> " if name is None and default else ""
    pattern = "?s ?p ?o" if name is None else f"GRAPH <{name}> {{ ?s ?p ?o }}"
    query = f"SELECT (COUNT(*) AS ?n) {source}WHERE {{ {pattern} }}"
    place = str(endpoints.query)
    answer = transport.send("POST", place, _form(query=query), media_type=FORM, accept=RESULTS)
    try:
        return int(json.loads(answer)["results"]["bindings"][0]["n"]["value"])
    except (ValueError, LookupError, TypeError) as error:
        raise ServiceError(f"{place}: does not answer like a SPARQL endpoint: check --query-url") from error


def _counted(content: GraphContent, endpoints: Endpoints, transport: Transport) -> int:
    place = _graph_address(str(endpoints.graph_store), content.name)
    longest = MAX_ANSWER + GROWTH * content.size
    try:
        return count_triples(transport.send("GET", place, accept=TRIPLES, max_answer=longest))
    except ValueError as error:
        raise ServiceError(f"{endpoints.graph_store}: does not return the graph as N-Triples") from error


def _graph_address(graph_store: str, name: str | None) -> str:
    chosen = "default" if name is None else urllib.parse.urlencode({"graph": name})
    return f"{graph_store}{'&' if '?' in graph_store else '?'}{chosen}"


def _form(**fields: str) -> bytes:
    return urllib.parse.urlencode(fields).encode("ascii")


def _called(name: str | None) -> str:
    return "the default graph" if name is None else f"graph <{name}>"
