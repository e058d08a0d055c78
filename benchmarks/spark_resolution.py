"""Memory and time of resolution and assembly of many made-up claims on Spark.

usage: python -m benchmarks.spark_resolution FOLDER [--claims 10000000] [--master 'local[2]'] [--memory 2g]

The workers make the claims (benchmarks/made_readings.py) and give them to the tables of `kg.spark.tables` in a folder,
where a run that was stopped goes on. Printed are the seconds of each table and the peak of memory of each process.
"""

import argparse
import math
import os
import sys
import time
import typing as t
from collections.abc import Sequence
from pathlib import Path

from benchmarks.made_readings import SENTENCES, reading
from kg.lexicon.gazetteer import default_gazetteer
from kg.spark import session
from kg.spark.frames import Rows, mapped
from kg.spark.resolving import GIVEN, giver, tables_of

PER_PART: t.Final = 2_000
"""Documents of one part."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=10_000_000)
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--memory", default="2g", help="of the JVM, which only a new one takes")
    options = parser.parse_args(arguments)
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", f"--driver-memory {options.memory} pyspark-shell")
    spark, names, begin = session(options.master), max(options.claims // 2, 10), time.perf_counter()
    documents = -(-options.claims // SENTENCES)

    def made(rows: Rows) -> Rows:
        give = giver(default_gazetteer())
        for row in rows:
            yield from give(reading(row["id"], names=names))

    numbers = spark.range(documents, numPartitions=math.ceil(documents / PER_PART))
    found = tables_of(mapped(numbers, made, GIVEN), str(options.folder), default_gazetteer(), told=_teller(begin))
    print(f"{options.claims} claims: {found.entities.count()} entities, {found.statements.count()} statements")
    print("peaks in MB:", ", ".join(f"{name} {peak}" for name, peak in peaks()))
    spark.stop()
    return 0


def _teller(begin: float) -> t.Callable[[str], None]:
    return lambda table: print(f"{table}: whole after {time.perf_counter() - begin:.0f} s", flush=True)


def peaks() -> list[tuple[str, int]]:
    """Return the peak of memory of this process and of those below it that are still there."""
    parents: dict[int, int] = {}
    told: dict[int, tuple[str, int]] = {}
    for place in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in place.read_text(encoding="utf-8").splitlines() if ":" in line)
        except OSError:
            continue  # it has ended meanwhile
        number = int(lines["Pid"])
        parents[number] = int(lines["PPid"])
        told[number] = lines["Name"].strip(), int(lines.get("VmHWM", "0").split()[0]) // 1000
    own = {os.getpid()}
    for _ in range(4):  # the JVM, its daemon, and the workers
        own |= {number for number, parent in parents.items() if parent in own}
    return sorted(told[number] for number in own)


if __name__ == "__main__":
    sys.exit(main())
