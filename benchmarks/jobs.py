"""Several processes against one: how much faster, with how much memory, and what is left after kills.

usage: python -m benchmarks.jobs speed [--documents 1000] [--jobs 1 2]
       python -m benchmarks.jobs kills [--documents 60] [--kills 20] [--seed 1]

speed  `kg build` of a corpus that is made up (benchmarks/corpus.py), once for each number of jobs: seconds from reading
       to claims, from there to the files, and of the whole command; CPU seconds of the command and of those that read;
       the peak of memory of both, of those that read in a fourth of the time too; whether the files are the same
kills  runs with two jobs of which at random moments a process that reads, or the run itself, is killed: no fact is
       lost or told twice, since the files are in the end those of one job

The load of the machine is printed: other programs change what the clock tells, but hardly the CPU seconds. Exit code 1
where files differ.
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

from benchmarks.corpus import write
from benchmarks.ledger import files_of, ids_of, working_folder
from kg.ledger import LEDGER, settle

STEP: t.Final = 0.1
"""Seconds between two looks at the memory of processes."""


@dataclass(slots=True)
class Run:
    """What was seen of a run.

    Seconds from reading to claims, from there to the files, and of the whole; CPU seconds of the command, and of
    each process beside it; megabytes of the command, and of the largest other at each look.
    """

    reading: float = 0.0
    finishing: float = 0.0
    whole: float = 0.0
    own: float = 0.0
    workers: dict[int, float] = field(default_factory=dict)
    megabytes: int = 0
    largest: list[int] = field(default_factory=list)

    def look(self, pid: int) -> None:
        """Look at the processes of a run."""
        others = children(pid)
        self.own, self.megabytes = max(self.own, cpu_seconds(pid)), max(self.megabytes, megabytes(pid))
        for other in others:
            self.workers[other] = max(self.workers.get(other, 0.0), cpu_seconds(other))
        if others:
            self.largest.append(max(map(megabytes, others)))

    @property
    def path(self) -> float:
        """The CPU seconds that follow each other: of the command, and of the longest of those beside it."""
        return self.own + max(self.workers.values(), default=0.0)

    def __str__(self) -> str:
        early, late = (max(part, default=0) for part in (self.largest[: len(self.largest) // 4], self.largest))
        others = ", ".join(f"{each:.1f}" for each in self.workers.values()) or "none"
        return (
            f"reading {self.reading:.1f} s, finishing {self.finishing:.1f} s, whole {self.whole:.1f} s; "
            f"CPU s: the command {self.own:.1f}, others {others}; "
            f"MB: the command {self.megabytes}, another {early} early, {late} at most"
        )


def speed(number: int, jobs: Sequence[int]) -> bool:
    """Print what a run costs with each number of jobs, and tell whether all have the same files."""
    with working_folder() as work:
        write(work / "in", number)
        print(f"{number} documents; load {os.getloadavg()[0]:.1f} before, {os.cpu_count()} cores")
        runs = {each: measured(work / "in", work / f"out{each}", each) for each in jobs}
        for each, run in runs.items():
            print(f"jobs {each}: {run}")
        if len(jobs) > 1:
            compare(runs[jobs[0]], runs[jobs[-1]])
        files = [files_of(work / f"out{each}") for each in jobs]
        same = all(each == files[0] for each in files)
        print("the same bytes" if same else "other bytes")
        return same


def compare(one: Run, several: Run) -> None:
    """Print how much faster several jobs are."""
    print(f"by the clock: reading {one.reading / several.reading:.2f}, whole {one.whole / several.whole:.2f}", end="; ")
    print(f"load {os.getloadavg()[0]:.1f} after")
    print(f"by CPU seconds that follow each other: whole {one.own / several.path:.2f}")


def measured(places: Path, out: Path, jobs: int) -> Run:
    """Run `kg build` and return what it takes."""
    seen, begin = Run(), time.perf_counter()
    with started(places, out, jobs) as run:
        while run.poll() is None:
            seen.look(run.pid)
            time.sleep(STEP)
    seen.whole = time.perf_counter() - begin
    if run.returncode:
        raise RuntimeError(f"kg build ended with {run.returncode}")
    seen.reading, seen.finishing = seconds(out / LEDGER)
    return seen


@contextlib.contextmanager
def started(places: Path, out: Path, jobs: int) -> "Iterator[subprocess.Popen[bytes]]":
    """Give a run of `kg build`."""
    command = [sys.executable, "-m", "kg", "build", str(places), "-o", str(out), "--jobs", str(jobs), "-q"]
    with subprocess.Popen(command) as run:  # noqa: S603 - our own words
        yield run


def seconds(ledger: Path) -> tuple[float, float]:
    """Return how long a run has read, and how long it took from there to the files, by what it noted of its pace."""
    connection = sqlite3.connect(ledger)
    try:
        [words] = connection.execute("SELECT sum(words) FROM document").fetchone()
        pace = dict(connection.execute("SELECT name, text FROM note WHERE name LIKE 'pace of %'"))
    finally:
        connection.close()
    return words / float(pace["pace of reading"]), words / float(pace["pace of finishing"])


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()))
    except OSError:
        return []


def cpu_seconds(pid: int) -> float:
    """Return the CPU seconds of a process, 0 where it has ended."""
    try:
        user, system = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[11:13]
    except (OSError, ValueError):
        return 0.0
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def megabytes(pid: int) -> int:
    """Return the memory of a process, 0 where it has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 10**6


def kills(number: int, times: int, *, seed: int) -> bool:
    """Tell whether the files after kills are those of a run that nobody disturbs, and nothing that was kept is lost."""
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
    parser.add_argument("what", choices=("speed", "kills"))
    parser.add_argument("--documents", type=int)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.what == "speed":
        return not speed(options.documents or 1000, options.jobs)
    return not kills(options.documents or 60, options.kills, seed=options.seed)


if __name__ == "__main__":
    sys.exit(main())
