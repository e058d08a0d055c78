"""CPU seconds and peak memory of whole processes that write, query and verify a large graph.

usage: python -m benchmarks.rdf [--triples 1000000] [--rounds 3]

`write` makes a graph of about that many triples and writes it as Turtle, as `kg build` does; `graph` only makes the
graph; `bare` writes as many triples with pyoxigraph alone, which are made as they are written. Then `kg query` and `kg
verify` are run on the output, and `kg verify` with the shapes on a tenth of it. Each round runs all of them once,
one after the other, so that a busy machine slows all alike; the median of the rounds is printed.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# nothing large is imported here: Linux counts the memory of a process that starts another to that other's peak

TENTH = 10
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost of a process."""

    seconds: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        commands = prepared(Path(name), options.triples)
        costs = [{name: cost(command) for name, command in commands.items()} for _ in range(options.rounds)]
    for name in commands:
        seconds = statistics.median(each[name].seconds for each in costs)
        print(f"{name}: {seconds:.2f} CPU s, {max(each[name].megabytes for each in costs):.0f} MB")
    ratio = statistics.median(each["write"].seconds / each["bare"].seconds for each in costs)
    print(f"write / bare: {ratio:.2f}")
    return 0


def prepared(folder: Path, count: int) -> Mapping[str, Sequence[str]]:
    """Write the graphs to query and verify, print their size, and return the measurements by name."""
    large, small = folder / "large", folder / "small"
    for place, size in ((large, count), (small, count // TENTH)):
        place.mkdir()
        cost(work("run", place, size))
    counted = subprocess.run(kg("query", str(large), COUNT, "-f", "csv"), stdout=subprocess.PIPE, check=True)  # noqa: S603 - our own words
    written = int(counted.stdout.split()[1])
    print(f"{written} triples, {(large / 'graph.ttl').stat().st_size / 1e6:.0f} MB of Turtle")
    return {
        "bare": work("bare", folder, written),
        "graph": work("graph", folder, count),
        "write": work("write", folder, count),
        "query, count": kg("query", str(large), COUNT),
        "query, example": kg("query", str(large), "--example", "most-connected"),
        "verify": kg("verify", str(large), "--no-shapes"),
        f"verify with shapes, 1/{TENTH} of it": kg("verify", str(small), "--shapes"),
    }


def work(name: str, folder: Path, count: int) -> list[str]:
    """Return the command for one piece of work."""
    return [sys.executable, "-m", "benchmarks.rdf_work", name, str(folder), str(count)]


def kg(*arguments: str) -> list[str]:
    """Return a command of kg."""
    return [sys.executable, "-m", "kg", *arguments]


def cost(command: Sequence[str]) -> Cost:
    """Run a command, and return the cost of its process from start to end."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command} failed")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
