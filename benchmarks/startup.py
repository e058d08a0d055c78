"""CPU time of starting `kg`, against that of its indispensable libraries.

usage: python -m benchmarks.startup [--pairs 7]

`kg --help` is measured against importing typer, and `kg build` of one sentence, from nothing to all files, against
importing spaCy and loading the model. The processes of a pair follow each other, so that a busy machine slows both; the
median ratio is printed. Each program runs once as a warm-up, so that Python's compiled files exist, as they do where
`kg` is installed.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import typing as t
from collections.abc import Sequence
from pathlib import Path

from kg.grammar.installed import default_model

SENTENCE: t.Final = "The Bank of England sued Acme on Monday.\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pairs", type=int, default=7)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        text = Path(name, "sentence.txt")
        text.write_text(SENTENCE, encoding="utf-8")
        build = ["-m", "kg", "build", str(text), "-o", str(Path(name, "out")), "--fresh", "--quiet"]
        model = ["-c", f"import spacy; spacy.load({default_model()!r})"]
        cache = {"PYTHONPYCACHEPREFIX": str(Path(name, "cache"))}
        compare("kg --help", ["-m", "kg", "--help"], "import typer", ["-c", "import typer"], options.pairs, cache)
        compare("kg build of a sentence", build, "spaCy and its model", model, options.pairs, cache)
    return 0


def compare(
    name: str, ours: Sequence[str], other_name: str, other: Sequence[str], pairs: int, cache: dict[str, str]
) -> None:
    """Print the median CPU seconds of two Python programs, and the median of their ratios."""
    for program in (ours, other):
        cpu_seconds(program, cache)
    found = [(cpu_seconds(ours, cache), cpu_seconds(other, cache)) for _ in range(pairs)]
    medians = [statistics.median(times) for times in zip(*found, strict=True)]
    ratio = statistics.median(our / their for our, their in found)
    print(f"{name} {medians[0]:.3f} s, {other_name} {medians[1]:.3f} s, median ratio {ratio:.2f}", flush=True)


def cpu_seconds(program: Sequence[str], cache: dict[str, str]) -> float:
    """Return the CPU time of a Python program in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *program], env=environment | cache, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own words
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
