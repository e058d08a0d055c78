"""Loading times of a large graph in Oxigraph and Virtuoso: by `kg load`, and by the stores' own bulk loaders.

usage: python -m benchmarks.loading [--triples 10000000] [--jobs 1 2]

A synthetic graph of about that many triples is written once as Turtle. Each way of loading begins with an empty store
and ends with a count of its content. It prints the wall-clock seconds, and for `kg load` the CPU seconds and the peak
memory, without those of the server. Needs Oxigraph (PyPI) and Virtuoso (Debian).
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import typing as t
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.rdf import cost, kg, work
from tests.load.servers import free_port, oxigraph, virtuoso
from tests.programs import program

GRAPH: t.Final = "urn:x:large"
BUFFERS: t.Final = 170_000
"""Pages of 8 kB that Virtuoso keeps in memory: the number that its documentation gives for 2 GB."""
BULK: t.Final = (
    f"ld_dir('.', 'graph.ttl', '{GRAPH}');",
    "rdf_loader_run();",
    "checkpoint;",
    f"SPARQL SELECT COUNT(*) FROM <{GRAPH}> WHERE {{ ?s ?p ?o }};",  # noqa: S608 - our own name
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--triples", type=int, default=10_000_000)
    parser.add_argument("--jobs", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cost(work("write", folder, options.triples))
        file = folder / "graph.ttl"
        print(f"{file.stat().st_size / 1e6:.0f} MB of Turtle", flush=True)
        for told in measured(file, options.jobs):
            print(told, flush=True)
    return 0


def measured(file: Path, jobs: Sequence[int]) -> Iterator[str]:
    """Load a file in each way, and yield the lines of the result."""
    yield in_bulk_into_oxigraph(file)
    for number in jobs:
        with tempfile.TemporaryDirectory() as name, oxigraph(Path(name)) as address:
            yield sent(file, number, address, "oxigraph")
    yield in_bulk_into_virtuoso(file)
    for number in jobs:
        with tempfile.TemporaryDirectory() as name, virtuoso(Path(name), buffers=BUFFERS) as address:
            yield sent(file, number, address, "virtuoso", "--user", "dba")


def sent(file: Path, jobs: int, address: str, store: str, *options: str) -> str:
    """Load a file by `kg load`, which counts afterwards, into a running store."""
    os.environ["KG_PASSWORD"] = "dba"  # noqa: S105 - of a server that is made for this measurement
    start = time.monotonic()
    command = kg("load", str(file), "--to", address, "--store", store, "--graph", GRAPH, "--jobs", str(jobs), *options)
    took = cost([*command, "--timeout", "7200"])
    seconds = time.monotonic() - start
    return f"{store}, kg load --jobs {jobs}: {seconds:.0f} s; {took.seconds:.0f} CPU s, {took.megabytes:.0f} MB"


def in_bulk_into_oxigraph(file: Path) -> str:
    """Load a file by Oxigraph's bulk loader, which needs no server, and count."""
    with tempfile.TemporaryDirectory() as name:
        place = ["--location", str(Path(name, "store"))]
        start = time.monotonic()
        load = ["load", *place, "--file", str(file), "--graph", GRAPH]
        took = cost([needed("oxigraph"), *load])
        seconds = time.monotonic() - start
        count = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
        asked = [needed("oxigraph"), "query", *place, "--query", count, "--results-format", "csv"]
        counted = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()[-1]  # noqa: S603 - our own words
        memory = f"{took.seconds:.0f} CPU s, {took.megabytes:.0f} MB"
        return f"oxigraph load: {seconds:.0f} s; {memory}; {counted} triples"


def in_bulk_into_virtuoso(file: Path) -> str:
    """Load a file by Virtuoso's bulk loader, and count."""
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        (folder / "graph.ttl").symlink_to(file)
        with virtuoso(folder, sql_port=port, buffers=BUFFERS):
            start = time.monotonic()
            asked = [needed("isql-vt"), f"127.0.0.1:{port}", "dba", "dba", "BANNER=OFF", "VERBOSE=OFF"]
            done = subprocess.run(  # noqa: S603 - our own words
                [*asked, "EXEC=" + " ".join(BULK)], capture_output=True, text=True, check=True
            )
            seconds = time.monotonic() - start
    return f"virtuoso, ld_dir and rdf_loader_run: {seconds:.0f} s; {done.stdout.split()[-1]} triples"


def needed(name: str) -> str:
    """Return the path of a program."""
    found = program(name)
    if found is None:
        raise SystemExit(f"{name}: is not on this machine")
    return found


if __name__ == "__main__":
    sys.exit(main())
