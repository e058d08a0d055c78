"""Several processes against one, and Spark against both: speedup, memory, and consistency after kills.

usage: python -m benchmarks.jobs speed [--documents 1000] [--jobs 1 2]
       python -m benchmarks.jobs spark [--documents 2000] [--jobs 2]
       python -m benchmarks.jobs kills [--documents 60] [--kills 20] [--seed 1]

speed  `kg build` of a synthetic corpus (benchmarks/corpus.py), with its broken files, once for each number of
       jobs: seconds from reading to claims, from there to the files, and of the whole command; CPU seconds of the
       command and of the readers; the peak memory of both, of the readers in each quarter of the time;
       whether the files are the same, and how much of the planted content is in them
spark  such builds by that many processes and on Spark with as many cores, of a quarter of the documents and of all:
       the cost of the other three quarters is the steady state, without the start of Spark; and whether files are equal
kills  runs with two jobs in which at random moments a reader, or the run itself, is killed: no fact is
       lost or duplicated, since the files are in the end those of one job

The load of the machine is printed: other programs affect wall-clock times, but hardly the CPU seconds. Exit code 1
if files differ.
"""

import argparse
import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import PUBLISHED, print_counts, write, write_broken
from benchmarks.ledger import files_of, ids_of, working_folder
from kg.ledger import LEDGER, settle

STEP: t.Final = 0.1
"""Seconds between two samples of the processes."""
PACE: t.Final = "pace of reading"
"""The note of a run when all documents are read."""


@dataclass(slots=True)
class Run:
    """The measurements of a run.

    Seconds until all documents are read, from there to the files, and of the whole; CPU seconds of the command, at the
    end and when all was read, of each reader process, and of others (one that writes beside the command);
    megabytes of the command, and of the largest reader process in each sample.
    """

    reading: float = 0.0
    finishing: float = 0.0
    whole: float = 0.0
    own: float = 0.0
    own_reading: float = 0.0
    readers: dict[int, float] = field(default_factory=dict)
    others: dict[int, float] = field(default_factory=dict)
    megabytes: int = 0
    largest: list[int] = field(default_factory=list)

    def look(self, pid: int, *, is_read: bool) -> None:
        """Sample the processes of a run; `is_read` is whether all documents are read."""
        self.own, self.megabytes = max(self.own, cpu_seconds(pid)), max(self.megabytes, megabytes(pid))
        if not is_read:
            self.own_reading = self.own
        reading = []
        for other in children(pid):
            seen = self.readers if is_reader(other) else self.others
            seen[other] = max(seen.get(other, 0.0), cpu_seconds(other))
            reading += [other] if seen is self.readers else []
        if reading:
            self.largest.append(max(map(megabytes, reading)))

    @property
    def cpu_reading(self) -> float:
        """The CPU seconds of all processes until all is read."""
        return self.own_reading + sum(self.readers.values())

    @property
    def path(self) -> float:
        """The CPU seconds on the critical path: of the command, and of the longest reader process."""
        return self.own + max(self.readers.values(), default=0.0)

    @property
    def fourths(self) -> list[int]:
        """The peak memory of the reader processes, in each quarter of the time."""
        step = max(1, -(-len(self.largest) // 4))
        return [max(self.largest[start : start + step]) for start in range(0, len(self.largest), step)]

    def __str__(self) -> str:
        # a reader process is at first a copy of the command
        writers = {pid: spent for pid, spent in self.others.items() if pid not in self.readers}
        readers, others = (
            ", ".join(f"{each:.1f}" for each in some.values() if each >= STEP) or "none"
            for some in (self.readers, writers)
        )
        return (
            f"reading {self.reading:.1f} s, finishing {self.finishing:.1f} s, whole {self.whole:.1f} s; "
            f"CPU s: the command {self.own_reading:.1f} until all is read and {self.own:.1f} in all, "
            f"{self.own_reading / max(STEP, self.cpu_reading):.1%} of reading; readers {readers}; writers {others}; "
            f"MB: the command {self.megabytes}, a reader {self.fourths or 'none'} by fourths of the time"
        )


def speed(number: int, jobs: Sequence[int]) -> bool:
    """Print the cost of a run with each number of jobs, and return whether all have the same files."""
    with working_folder() as work:
        write(work / "in", number)
        write_broken(work / "in", number)
        print(f"{number} documents; load {os.getloadavg()[0]:.1f} before, {os.cpu_count()} cores", flush=True)
        runs = {}
        for each in jobs:
            runs[each] = measured(work / "in", work / f"out{each}", each)
            print(f"jobs {each}: {runs[each]}", flush=True)
        if len(jobs) > 1:
            compare(runs[jobs[0]], runs[jobs[-1]], jobs[-1])
        print_counts(work / f"out{jobs[0]}", number)
        files = [files_of(work / f"out{each}") for each in jobs]
        same = all(each == files[0] for each in files)
        print("the same bytes" if same else "other bytes")
        return same


def against_spark(number: int, jobs: int) -> bool:
    """Print the cost per document of both engines in steady state, and return whether their files are the same."""
    engines = {"pool": (), "spark": ("--engine", "spark", "--master", f"local[{jobs}]")}
    costs: dict[str, list[Run]] = {engine: [] for engine in engines}
    with working_folder() as work:
        for size in (number // 4, number):
            write(work / f"in{size}", size)
            for engine, chosen in engines.items():
                costs[engine].append(measured(work / f"in{size}", work / f"{engine}{size}", jobs, *chosen))
                print(f"{size} documents, {engine}: {costs[engine][-1]}", flush=True)
        same = files_of(work / f"pool{number}") == files_of(work / f"spark{number}")
    steady = {engine: large.reading - small.reading for engine, (small, large) in costs.items()}
    print(f"in steady state Spark takes {steady['spark'] / steady['pool']:.2f} times as long as the pool", end="; ")
    print(f"load {os.getloadavg()[0]:.1f} after; {'the same' if same else 'other'} bytes")
    return same


def compare(one: Run, several: Run, jobs: int) -> None:
    """Print the speedup of several jobs."""
    print(f"by the clock: reading {one.reading / several.reading:.2f}, whole {one.whole / several.whole:.2f}", end="; ")
    print(f"load {os.getloadavg()[0]:.1f} after")
    cores = min(jobs, os.cpu_count() or 1)
    best = one.cpu_reading * cores / several.cpu_reading
    print(f"by CPU seconds: reading {best:.2f} where {cores} cores do nothing else", end="; ")
    print(f"whole {one.own / several.path:.2f}, by those that follow each other")


def measured(places: Path, out: Path, jobs: int, *chosen: str) -> Run:
    """Run `kg build` and return its measurements."""
    seen, begin, is_read = Run(), time.perf_counter(), False
    with started(places, out, jobs, *chosen) as run:
        while run.poll() is None:
            is_read = is_read or PACE in notes(out / LEDGER)
            seen.look(run.pid, is_read=is_read)
            time.sleep(STEP)
    seen.whole = time.perf_counter() - begin
    if run.returncode > 1 or not (out / "run.json").is_file():  # 1: some files are broken
        raise RuntimeError(f"kg build ended with {run.returncode}: {_said(out).read_text(encoding='utf-8')}")
    seen.reading, seen.finishing = seconds(out / LEDGER)
    return seen


@contextlib.contextmanager
def started(places: Path, out: Path, jobs: int, *chosen: str) -> "Iterator[subprocess.Popen[bytes]]":
    """Yield a run of `kg build`."""
    options = ["-o", str(out), "--jobs", str(jobs), "--date", PUBLISHED.isoformat(), "-q", *chosen]
    command = [sys.executable, "-m", "kg", "build", str(places), *options]
    with _said(out).open("wb") as said, subprocess.Popen(command, stderr=said) as run:  # noqa: S603 - our own words
        yield run


def _said(out: Path) -> Path:
    """Return the file for the output of a run: each broken file is a line."""
    return out.with_name(f"{out.name}.txt")


def seconds(ledger: Path) -> tuple[float, float]:
    """Return the seconds of reading, and from there to the files, by the notes of a run on its pace."""
    with contextlib.closing(sqlite3.connect(ledger)) as connection:
        [words] = connection.execute("SELECT sum(words) FROM document").fetchone()
    pace = notes(ledger)
    return words / float(pace[PACE]), words / float(pace["pace of finishing"])


def notes(ledger: Path) -> dict[str, str]:
    """Return the notes of a run on its pace so far."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
            return dict(connection.execute("SELECT name, text FROM note WHERE name LIKE 'pace of %'"))
    except sqlite3.Error:  # not there yet
        return {}


def is_reader(pid: int) -> bool:
    """Return whether a process is a reader; others are copies of the command."""
    try:
        return b"popen_loky" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()))
    except OSError:
        return []


def cpu_seconds(pid: int) -> float:
    """Return the CPU seconds of a process, 0 if it has ended."""
    try:
        user, system = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
    except (OSError, ValueError):
        return 0.0
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> int:
    """Return the memory of a process, 0 if it has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 10**6


def kills(number: int, times: int, *, seed: int) -> bool:
    """Return whether the files after kills are those of an undisturbed run, and no kept data is lost."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    with working_folder() as work:
        write(work / "in", number)
        longest = measured(work / "in", work / "one", 1).whole
        wanted, out = files_of(work / "one"), work / "out"
        killed = {"process": 0, "run": 0}
        lost = 0
        while sum(killed.values()) < times:
            kept = ids_of(out) if (out / LEDGER).exists() else set[str]()
            with started(work / "in", out, 2) as run:
                time.sleep(draw.uniform(0, longest))
                workers = children(run.pid)
                which: t.Literal["process", "run"] = "process" if workers and draw.random() < 0.5 else "run"
                if run.poll() is None:
                    os.kill(draw.choice(workers) if which == "process" else run.pid, signal.SIGKILL)
                    killed[which] += 1
            settle(out)
            lost += len(kept - ids_of(out)) if (out / LEDGER).exists() else 0
            if run.returncode == 0:
                lost += files_of(out) != wanted
                (out / LEDGER).unlink()
        with started(work / "in", out, 2):
            pass
        same = files_of(out) == wanted
        print(f"killed: {killed['process']} processes that read, {killed['run']} runs; lost {lost}", end="; ")
        print("in the end the same bytes" if same else "in the end other bytes")
        return same and not lost


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("speed", "spark", "kills"))
    parser.add_argument("--documents", type=int)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.what == "speed":
        return not speed(options.documents or 1000, options.jobs)
    if options.what == "spark":
        return not against_spark(options.documents or 2000, max(options.jobs))
    return not kills(options.documents or 60, options.kills, seed=options.seed)


if __name__ == "__main__":
    sys.exit(main())
