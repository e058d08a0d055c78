"""All quality and speed figures that a machine can measure within an hour, with a description of the machine.

usage: python -m benchmarks.quality

Two tables: the verdicts of blind readers on text that no rule was written from (the verdicts are kept, so only the
sums are computed here), and the figures of the gate, from whose texts rules were written. Then the running times.
Rounds of judging, fuzzing and kills need people or hours; `docs/quality.md` quotes those with their commit and date.
Each part prints its CPU seconds.
"""

import os
import platform
import sys
import typing as t
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks import gate, growth, rounds, startup, throughput
from benchmarks.scorers import ABSENT, SHARED, cpu_seconds
from kg.intervals import Share

LIBRARIES: t.Final = ("spacy", "thinc", "numpy", "pyoxigraph")
DOCUMENTS: t.Final = SHARED / "bench" / "data" / "gum_dev.docs.jsonl"
PARTS: t.Final[Mapping[str, Callable[[], int]]] = {
    "Development text": lambda: gate.main([]),
    "Start of commands": lambda: startup.main([]),
    "From text to graph, against the bare parse": lambda: throughput.main([str(DOCUMENTS)]),
    "Growth with the text": lambda: growth.main([str(DOCUMENTS)]),
}
"""The measurements; each returns 0 if no figure misses its bound."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the machine and the tables; return 1 if a figure of the gate misses its bound."""
    print(*machine(), "", "Unseen text, judged blind", *unseen(rounds.read_rounds()), sep="\n")
    if not SHARED.is_dir():
        print(f"quality: {ABSENT}")
        return 0
    missed = 0
    for title, measured in PARTS.items():
        print(f"\n{title}", flush=True)
        start = cpu_seconds()
        missed |= measured()
        print(f"measured in {cpu_seconds() - start:.0f} CPU seconds", flush=True)
    return missed


def machine() -> Iterator[str]:
    """Yield a description of the machine, one line each: system, processor, memory, and relevant versions."""
    model = [line.split(": ")[1] for line in _lines(Path("/proc/cpuinfo")) if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores of {next(iter(model), 'an unnamed kind')}"
    yield f"{memory:.0f} GB of memory, load {os.getloadavg()[0]:.1f} in the last minute"
    yield f"Python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in LIBRARIES)


def _lines(path: Path) -> Sequence[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.is_file() else ()


def unseen(judged: Sequence[rounds.Round]) -> Iterator[str]:
    """Yield one line per round: how many statements of the newer graph are right and whole, partly right, and wrong."""
    for each in judged:
        verdicts = [said.verdict for said in each.verdicts if each.key[said.item] in {"new", "both"}]
        strict, wrong = (Share(verdicts.count(verdict), len(verdicts)) for verdict in ("GOOD", "WRONG"))
        lenient = Share(sum(verdict in {"GOOD", "MINOR"} for verdict in verdicts), len(verdicts))
        yield f"{each.name}  right and whole {strict}  right in the core {lenient}  wrong {wrong}"


if __name__ == "__main__":
    sys.exit(main())
