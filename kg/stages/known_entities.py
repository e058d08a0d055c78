"""Entities known in advance, and data about them from a network service."""

import os
import typing as t
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError, ServiceError
from kg.model import Failure, Graph

if t.TYPE_CHECKING:
    from kg.lexicon.gazetteer import Entry, Gazetteer
    from kg.link import Service

READERS: t.Final = (".csv", ".ttl")


def gazetteer_with(files: Iterable[str | os.PathLike[str]]) -> "Gazetteer":
    """Return the built-in gazetteer, with the entries of files (CSV or Turtle) before its own.

    Raises:
        InputError: a file cannot be opened, or has an invalid entry.
    """
    from kg.lexicon.gazetteer import default_gazetteer

    found = [entry for file in files for entry in _entries(file)]
    return default_gazetteer().extended(found) if found else default_gazetteer()


def _entries(file: str | os.PathLike[str]) -> "tuple[Entry, ...]":
    suffix = Path(file).suffix.casefold()
    if suffix == ".csv":
        from kg.lexicon.gazetteer_csv import read_csv

        return read_csv(file)
    if suffix == ".ttl":
        from kg.export.rdf.gazetteer import read_gazetteer

        return read_gazetteer(file)
    raise InputError(f"{os.fspath(file)}: not a gazetteer: its name must end in {' or '.join(READERS)}")


def service_at(link: "str | Service | None") -> "Service | None":
    """Return the linking service; a service given by name caches its answers in the user's cache folder.

    Raises:
        UsageError: the name is neither `wikidata` nor an address.
    """
    if not isinstance(link, str):
        return link
    from kg.link import Cache, default_cache_file, service_of

    return service_of(link, cache=Cache(default_cache_file()))


def linked_graph(graph: Graph, service: "Service", threshold: float) -> tuple[Graph, Failure | None]:
    """Return the graph with links; if the service fails, the unchanged graph and the failure."""
    from kg.link import linked

    try:
        entities = linked(graph.entities, service, threshold=threshold)
    except ServiceError as error:
        reason = str(error).removeprefix(f"{service.place}: ")
        return graph, Failure(service.place, f"{reason}; the graph has no links from this service")
    return replace(graph, entities=entities), None


def graph_with_ids(graph: Graph, file: str | os.PathLike[str]) -> Graph:
    """Return the graph with the entity ids from a file, and update the file.

    Raises:
        InputError: the file cannot be opened, or is not a file of ids.
        OutputError: the file cannot be written.
    """
    from kg.resolve import read_ids, with_known_ids, write_ids

    updated, known = with_known_ids(graph, read_ids(file))
    write_ids(file, known)
    return updated
