"""Memory and time of resolution, assembly and outputs of many claims, from the ledger to all files.

usage: python -m benchmarks.resolution [--claims 100000 300000 1000000] [--no-page]

The claims are synthetic (benchmarks/made_readings.py) and are in a ledger, as after reading. Each number of claims has
a process of its own. It prints the CPU seconds of each step and the peak memory up to its end; the exponents are
those of the line through the logarithms.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
import typing as t
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.growth import Costs, print_growth
from benchmarks.made_readings import readings
from kg.collection import rare_collection
from kg.export.encodings import Encoding
from kg.ledger import Key, opened, row
from kg.outputs import Writing, write_files
from kg.stages.options import Options
from kg.stages.resources import resources_of
from kg.stages.running import resolved

KEY: t.Final = Key("made", "made")
Result = t.TypeVar("Result")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--claims", type=int, nargs="*", default=[100_000, 300_000, 1_000_000])
    parser.add_argument("--no-page", dest="page", action="store_false")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.measure is not None:
        print(json.dumps(costs_of(options.measure, page=options.page)))
        return 0
    print_growth("claims", {number: measured(number, page=options.page) for number in options.claims})
    return 0


def measured(claims: int, *, page: bool) -> Costs:
    """Return the cost of that many claims, measured in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        write_ledger(Path(folder, "kg.sqlite"), claims)
        program = [sys.executable, "-m", "benchmarks.resolution", "--measure", folder, *([] if page else ["--no-page"])]
        told = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own words
    found: Costs = json.loads(told.stdout)
    print(f"{claims} claims:", ", ".join(f"{name} {cost:.0f}" for name, cost in found.items()), flush=True)
    return found


def write_ledger(file: Path, claims: int) -> None:
    """Write a ledger with that many claims."""
    with opened(file) as book:
        for each in readings(claims):
            book.write(row(each.document, each, key=KEY, words=len(each.document.text.split())))
        book.commit()


def costs_of(folder: Path, *, page: bool) -> Costs:
    """Return the CPU seconds of resolution and of the files, and the peaks of memory in MB."""
    costs: Costs = {}
    options = Options()
    with opened(folder / "kg.sqlite", writable=False) as book, rare_collection():
        run = timed(
            "resolution",
            costs,
            lambda: resolved(book.readings(), (), options, resources_of(options), model="made", extractors=["made"]),
        )
        out, how = folder / "out", Writing(encoding=Encoding(), page=page)
        out.mkdir()
        timed("files", costs, lambda: write_files(run.graph, out, how, record=run.graph.record))
    return costs


def timed(step: str, costs: Costs, work: Callable[[], Result]) -> Result:
    """Return the result of some work; its CPU seconds and the peak memory so far are added to the costs."""
    start = time.process_time()
    result = work()
    costs[step] = time.process_time() - start
    costs[f"{step}: peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return result


if __name__ == "__main__":
    sys.exit(main())
