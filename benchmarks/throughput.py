"""CPU time of all that `kg` does, against the bare parse of the same texts.

usage: python -m benchmarks.throughput DOCS.jsonl [--pairs 5]

The two are measured alternately, so that a busy machine slows both. Prints each pair (the graph, the files
of it, the parse), then the median ratio and how many words a second of CPU time were read. Loading is not counted.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.documents import read_documents
from kg.annotate.pipeline import BATCH_SIZE, load
from kg.stages import contents, run_documents


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args(arguments)
    documents = read_documents(options.documents)
    words = sum(len(document.text.split()) for document in documents)
    nlp = load()

    run = run_documents(documents, model=nlp)  # once unmeasured: imports, and the files of a run to write

    def bare() -> None:
        for _ in nlp.pipe((document.text for document in documents), batch_size=BATCH_SIZE):
            pass

    ratios, speeds = [], []
    for pair in range(1, options.pairs + 1):
        graph = cpu_seconds(lambda: run_documents(documents, model=nlp))
        files = cpu_seconds(lambda: contents(run))
        parse = cpu_seconds(bare)
        ratios.append((graph + files) / parse)
        speeds.append(words / (graph + files))
        print(f"{pair}: graph {graph:.2f} s, files {files:.2f} s, parse {parse:.2f} s, ratio {ratios[-1]:.3f}")
    print(f"median ratio {statistics.median(ratios):.3f}, {statistics.median(speeds):.0f} words/s")
    return 0


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that one call takes, of all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
