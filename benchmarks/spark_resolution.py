"""Memory and time of resolution and assembly of many synthetic claims on Spark.

usage: python -m benchmarks.spark_resolution FOLDER [--claims 10000000] [--names N] [--master 'local[2]'] [--memory 3g]

The workers make the claims (benchmarks/made_readings.py) and write them to the tables of `kg.spark.tables` in a folder,
where a stopped run resumes. It prints for each table the wall-clock seconds, the CPU seconds of all
processes, and the peak memory of the driver, the JVM and the largest worker.
"""

import argparse
import math
import os
import sys
import threading
import time
import typing as t
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.made_readings import SENTENCES, reading
from kg.lexicon.gazetteer import default_gazetteer
from kg.spark import session
from kg.spark.frames import Rows, mapped
from kg.spark.given import CONTRIBUTIONS, contributions_of
from kg.spark.reading import ROWS
from kg.spark.resolving import tables_of

if t.TYPE_CHECKING:
    from pyspark.sql import SparkSession

PER_PART: t.Final = 10_000
"""Documents of one part."""
ROUND: t.Final = 1_000_000
"""The number of claims written per round, so that a run can resume between rounds."""
EVERY: t.Final = 1.0
"""Seconds between two samples of the memory."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=10_000_000)
    parser.add_argument("--names", type=int, help="number of names to draw from (default: half the number of claims)")
    parser.add_argument("--only-given", action="store_true", help="stop after the tables of the documents")
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--memory", default="3g", help="memory of the JVM, if it is started here")
    options = parser.parse_args(arguments)
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", f"--driver-memory {options.memory} pyspark-shell")
    spark, names = session(options.master), options.names or max(options.claims // 2, 10)
    watch, place = Watch(), options.folder / "given"
    for begin in range(0, options.claims, ROUND):
        give(spark, place / f"{begin:09}", range(begin, min(begin + ROUND, options.claims)), names)
        watch.told(f"given from {begin}")
    if options.only_given:
        return 0
    gather(place)
    nothing = spark.createDataFrame([], ROWS)
    found = tables_of(nothing, nothing, str(options.folder), default_gazetteer(), on_complete=watch.told)
    statements = found.statements.where("kind = 'statement'").count()
    print(f"{options.claims} claims, {names} names: {found.entities.count()} entities, {statements} statements")
    watch.done.set()
    spark.stop()
    return 0


def give(spark: "SparkSession", place: Path, claims: range, names: int) -> None:
    """Write the tables of the documents of some claims into a folder, unless it is complete."""

    def made(rows: Rows) -> Rows:
        return contributions_of(default_gazetteer())(reading(row["id"], names=names) for row in rows)

    first, last = claims.start // SENTENCES, -(-claims.stop // SENTENCES)
    if not (place / "_SUCCESS").exists() and not (place.parent / "_SUCCESS").exists():
        numbers = spark.range(first, last, numPartitions=math.ceil((last - first) / PER_PART))
        mapped(numbers, made, CONTRIBUTIONS).write.mode("overwrite").parquet(str(place))


def gather(place: Path) -> None:
    """Merge the tables of all rounds into one."""
    for part in sorted(place.glob("*/part-*.parquet")):
        part.rename(place / f"part-{part.parent.name}-{part.name.removeprefix('part-')}")
    (place / "_SUCCESS").touch()


@dataclass(slots=True)
class Watch:
    """Samples this process and its descendants again and again; `cpu` has the seconds of each, also of ended ones."""

    done: threading.Event = field(default_factory=threading.Event)
    peaks: dict[str, int] = field(default_factory=dict)
    cpu: dict[int, float] = field(default_factory=dict)
    begin: float = field(default_factory=time.perf_counter)
    last: tuple[float, float] = (0.0, 0.0)

    def __post_init__(self) -> None:
        threading.Thread(target=self._look_again, daemon=True).start()

    def told(self, table: str) -> None:
        """Print the cost of a finished table."""
        self._look()
        now, cpu = time.perf_counter() - self.begin, sum(self.cpu.values())
        told = ", ".join(f"{name} {peak} MB" for name, peak in sorted(self.peaks.items()))
        print(f"{table}: {now - self.last[0]:.0f} s, CPU {cpu - self.last[1]:.0f} s; {now:.0f} s in all; {told}")
        sys.stdout.flush()
        self.last = now, cpu
        self.peaks.clear()

    def _look_again(self) -> None:
        while not self.done.wait(EVERY):
            self._look()

    def _look(self) -> None:
        for each in processes():
            self.peaks[each.name] = max(self.peaks.get(each.name, 0), each.memory)
            self.cpu[each.number] = each.cpu


class Process(t.NamedTuple):
    """A process: its id, its role, its memory in MB, and its CPU seconds."""

    number: int
    name: str
    memory: int
    cpu: float


def processes() -> list[Process]:
    """Return this process and its descendants."""
    parents: dict[int, int] = {}
    found: dict[int, Process] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            name, _, rest = (place / "stat").read_text(encoding="utf-8").partition(" (")[2].rpartition(") ")
            fields = rest.split()
        except OSError:
            continue  # it has ended meanwhile
        number = int(place.name)
        parents[number] = int(fields[1])
        kind = "driver" if number == os.getpid() else "JVM" if name == "java" else "worker"
        memory = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") // 10**6
        found[number] = Process(number, kind, memory, sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK"))
    own = {os.getpid()}
    for _ in range(4):  # the JVM, its daemon, and the workers
        own |= {number for number, parent in parents.items() if parent in own}
    return [found[number] for number in own if number in found]


if __name__ == "__main__":
    sys.exit(main())
