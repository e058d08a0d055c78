"""The pieces of work that `benchmarks.rdf` measures, each in a process of its own.

usage: python -m benchmarks.rdf_work bare|graph|write|run FOLDER TRIPLES
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyoxigraph

from benchmarks.made_graph import TRIPLES_PER_STATEMENT, made_graph
from benchmarks.query import triples
from kg.export.encodings import Encoding
from kg.export.iris import DEFAULT_BASE
from kg.export.rdf import write_rdf
from kg.export.rdf.vocabulary import prefixes
from kg.export.tables import triples_jsonl
from kg.model import Graph


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one piece of work."""
    name, folder, count = arguments or sys.argv[1:]
    WORK[name](Path(folder), int(count))
    return 0


def graph_of(count: int) -> Graph:
    """Return a graph of about that many triples."""
    return made_graph(count // TRIPLES_PER_STATEMENT)


def make_graph(_: Path, count: int) -> None:
    """Make a graph and do nothing with it."""
    graph_of(count)


def write(folder: Path, count: int) -> None:
    """Make a graph and write it."""
    with (folder / "graph.ttl").open("wb") as file:
        write_rdf(graph_of(count), file, Encoding())


def write_run(folder: Path, count: int) -> None:
    """Write the RDF and the JSON lines of a run."""
    write(folder, count)
    (folder / "triples.jsonl").write_text("".join(triples_jsonl(graph_of(count))), encoding="utf-8")


def write_bare(folder: Path, count: int) -> None:
    """Write triples with pyoxigraph that are made one by one."""
    with (folder / "bare.ttl").open("wb") as file:
        pyoxigraph.serialize(triples(count), file, format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes(DEFAULT_BASE))


WORK: Mapping[str, Callable[[Path, int], None]] = {
    "bare": write_bare,
    "graph": make_graph,
    "write": write,
    "run": write_run,
}

if __name__ == "__main__":
    sys.exit(main())
