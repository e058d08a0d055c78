"""The peak memory of `kg build`, for one long document and for many articles.

usage: python -m benchmarks.memory DOCS.jsonl [--articles 1000] [--kilobytes 1000]

The documents are repeated as needed. Each run is a process of its own, from nothing to all files, and reads
without further processes; its CPU seconds are printed, too. The first row is a document of one sentence: the memory of
the libraries and the model.
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.documents import read_documents
from benchmarks.growth import one, several
from benchmarks.startup import SENTENCE
from kg.model import Document


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("--articles", type=int, nargs="*", default=[1000])
    parser.add_argument("--kilobytes", type=int, nargs="*", default=[1000])
    options = parser.parse_args(arguments)
    documents = read_documents(options.documents)
    long = ((f"{size} kB in one document", [one(documents, 1000 * size)]) for size in options.kilobytes)
    many = ((f"{count} articles", [*several(documents, count)]) for count in options.articles)
    for name, corpus in itertools.chain([("a sentence", [Document("sentence", SENTENCE)])], long, many):
        megabytes, seconds = built(corpus)
        print(f"{name}: peak {megabytes:.0f} MB, {seconds:.1f} CPU s", flush=True)
    return 0


def built(documents: Sequence[Document]) -> tuple[float, float]:
    """Return the peak memory in MB, and the CPU seconds, of building the graph of some documents."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "texts")
        folder.mkdir()
        for number, document in enumerate(documents):
            (folder / f"{number:05}.txt").write_text(document.text, encoding="utf-8")
        program = [
            sys.executable,
            "-m",
            "kg",
            "build",
            str(folder),
            "-o",
            str(Path(name, "out")),
            "--quiet",
            "--jobs",
            "1",
        ]
        process = subprocess.Popen(program, stderr=subprocess.DEVNULL)  # noqa: S603 - our own words
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise ChildProcessError(f"{' '.join(program)}: ended with {status}")
        return used.ru_maxrss * 1024 / 1e6, used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
