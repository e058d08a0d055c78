"""CPU time of what `kg` does with a text, against the bare parse of the same texts.

usage: python -m benchmarks.throughput DOCS.jsonl [--pairs 5]

From text to graph (read, annotate, extract, resolve) and the bare `nlp.pipe` of the same model, as spaCy loads it, are
measured alternately, so that a busy machine slows both. Prints each pair and the median ratio, then what writing all
files of the run takes on top, and how many words a second of CPU time become a graph. Loading is not counted.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.documents import read_documents
from kg.grammar.pipeline import load
from kg.model import Document
from kg.outputs import contents
from kg.stages import run_documents

DOCUMENTS_A_BATCH = 64
"""What the bare parse was fastest with, of 1 to 1000."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args(arguments)
    documents = read_documents(options.documents)
    words = sum(len(document.text.split()) for document in documents)
    nlp = load()
    bare = spacy.load(str(nlp.path))

    run = run_documents(documents, model=nlp)  # once unmeasured: imports, and the files of a run to write
    pairs = [pair_of(documents, nlp, bare) for _ in range(options.pairs)]
    for number, (graph, parse) in enumerate(pairs, start=1):
        print(f"{number}: text to graph {graph:.2f} s, bare parse {parse:.2f} s, ratio {graph / parse:.3f}")
    files = cpu_seconds(lambda: contents(run.graph, record=run.graph.record))
    parse = statistics.median(parse for _, parse in pairs)
    print(f"median ratio {statistics.median(graph / parse for graph, parse in pairs):.3f}")
    print(f"all files of the run {files:.2f} s, {files / parse:.3f} of the bare parse")
    print(f"{words / statistics.median(graph for graph, _ in pairs):.0f} words/s")
    return 0


def pair_of(documents: Sequence[Document], nlp: Language, bare: Language) -> tuple[float, float]:
    """Return the CPU seconds from text to graph, and those of the bare parse of the same texts."""
    graph = cpu_seconds(lambda: run_documents(documents, model=nlp))
    texts = [document.text for document in documents]
    return graph, cpu_seconds(lambda: list(bare.pipe(texts, batch_size=DOCUMENTS_A_BATCH)))


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time that one call takes, of all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
