"""CPU time of `kg` for a text, against the bare parse of the same texts.

usage: python -m benchmarks.throughput DOCS.jsonl [--pairs 7] [--articles 100]

From text to graph (read, annotate, extract, resolve), the files of the graph, and the bare `nlp.pipe` of the same
model, as spaCy loads it, are measured in turns, so that a busy machine slows all three. Prints each turn, the median
ratios of the graph and of graph and files together, and the words per second of CPU time. Loading and the ledger are
not measured.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from benchmarks.documents import read_documents
from benchmarks.growth import several
from kg.grammar.pipeline import load
from kg.model import Document
from kg.stages import Run, run_documents

DOCUMENTS_A_BATCH = 64
"""The fastest batch size for the bare parse, of 1 to 1000."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--articles", type=int, help="repeat the documents to get this number")
    options = parser.parse_args(arguments)
    documents = read_documents(options.documents)
    if options.articles is not None:
        documents = list(several(documents, options.articles))
    words = sum(len(document.text.split()) for document in documents)
    nlp = load()
    bare = spacy.load(str(nlp.path))

    turn(documents[:1], nlp, bare)  # warm-up: imports and tables
    turns = [turn(documents, nlp, bare) for _ in range(options.pairs)]
    for number, (graph, files, parse) in enumerate(turns, start=1):
        print(
            f"{number}: text to graph {graph:.2f} s, files {files:.2f} s, bare parse {parse:.2f} s, "
            f"ratios {graph / parse:.3f} and {(graph + files) / parse:.3f}"
        )
    print(f"median ratio of text to graph {statistics.median(graph / parse for graph, _, parse in turns):.3f}")
    print(
        f"median ratio with all files {statistics.median((graph + files) / parse for graph, files, parse in turns):.3f}"
    )
    print(f"{words / statistics.median(graph for graph, *_ in turns):.0f} words/s")
    return 0


def turn(documents: Sequence[Document], nlp: Language, bare: Language) -> tuple[float, float, float]:
    """Return the CPU seconds from text to graph, of its files, and of the bare parse of the same texts."""
    runs: list[Run] = []
    graph = cpu_seconds(lambda: runs.append(run_documents(documents, model=nlp)))
    with tempfile.TemporaryDirectory() as folder:
        files = cpu_seconds(lambda: runs[0].graph.write(folder))
    texts = [document.text for document in documents]
    return graph, files, cpu_seconds(lambda: list(bare.pipe(texts, batch_size=DOCUMENTS_A_BATCH)))


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of one call, over all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
