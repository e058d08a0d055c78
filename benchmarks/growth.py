"""How the cost of each stage grows with the number of documents, and with the length of one.

usage: python -m benchmarks.growth [DOCS.jsonl] [--documents 100 300 1000] [--kilobytes 100 300 1000]

The documents are repeated as needed; the default is a synthetic corpus (benchmarks/corpus.py). Each stage
is measured in CPU seconds; its exponent is the slope of the line through the logarithms of sizes and costs: 1 means
twice the cost for twice the text, and 2 four times. Importance is included in contradictions; "all files" has RDF and
page again, the tables and the report. The peak memory of the process is printed after each size; `benchmarks.memory`
measures each in a process of its own.
"""

import argparse
import gc
import itertools
import math
import resource
import statistics
import sys
import tempfile
import time
import typing as t
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from benchmarks.corpus import corpus
from benchmarks.documents import read_documents
from kg.collection import rare_collection
from kg.export.derived import Derived
from kg.export.encodings import Encoding
from kg.export.rdf import rdf_text
from kg.extract import reading
from kg.grammar.paragraphs import docs_of
from kg.grammar.parse import let_go, parse_of
from kg.grammar.pipeline import load
from kg.graph import KnowledgeGraph
from kg.model import Document, Reading, Record
from kg.outputs import Writing, page_text, write_files
from kg.read.layout import prose_spans
from kg.reference.coref import coreference
from kg.reference.quotations import quotations
from kg.resolve import resolve
from kg.times import time_expressions

Costs: t.TypeAlias = dict[str, float]
LEAST: t.Final = 0.05
"""The CPU seconds below which an exponent is meaningless."""
Result = t.TypeVar("Result")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("documents", type=Path, nargs="?")
    parser.add_argument("--documents", dest="counts", type=int, nargs="*", default=[100, 300, 1000])
    parser.add_argument("--kilobytes", type=int, nargs="*", default=[100, 300, 1000])
    options = parser.parse_args(arguments)
    given, nlp = options.documents, load()
    documents = made(100) if given is None else read_documents(given)
    costs_of(documents[:1], nlp)  # warm-up: imports and tables
    for title, corpora in (
        ("documents", {n: made(n) if given is None else list(several(documents, n)) for n in options.counts}),
        ("kB in one document", {size: [one(documents, 1000 * size)] for size in options.kilobytes}),
    ):
        if corpora:
            print_growth(title, {size: costs_of(corpus, nlp) for size, corpus in corpora.items()})
    return 0


def made(count: int) -> list[Document]:
    """Return that many synthetic documents."""
    return [each.document for each in corpus(count)]


def several(documents: Sequence[Document], count: int) -> Iterator[Document]:
    """Yield that many documents, each copy with an id of its own."""
    for number, document in enumerate(itertools.islice(itertools.cycle(documents), count)):
        yield replace(document, id=f"{document.id}-{number}")


def one(documents: Sequence[Document], size: int) -> Document:
    """Return one document of that many characters."""
    text, length = [], 0
    for document in itertools.cycle(documents):
        text.append(document.text.strip())
        length += len(text[-1]) + 2
        if length >= size + 2:
            return Document("one", "\n\n".join(text)[:size])
    raise ValueError("no documents")


def costs_of(documents: Sequence[Document], nlp: Language) -> Costs:
    """Return the CPU seconds of each stage, and the peak of memory in MB so far."""
    costs: Costs = {}
    gc.collect()
    with rare_collection():
        readings = [read(document, nlp, costs) for document in documents]
        graph = timed("resolve", costs, lambda: graph_of(readings))
        record = Record(tuple(readings))
        known = KnowledgeGraph.of(graph, record)
        derived = timed("importance", costs, lambda: Derived.of(known))
        timed("rdf", costs, lambda: rdf_text(known, Encoding(), derived))
        base_iri = Encoding().base_iri
        timed("page", costs, lambda: page_text(known, derived, base_iri=base_iri, title=None, include_text=True))
        with tempfile.TemporaryDirectory() as folder:
            timed("all files", costs, lambda: write_files(known, Path(folder), Writing(), record=record))
    costs["peak MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return costs


def read(document: Document, nlp: Language, costs: Costs) -> Reading:
    """Return the reading of a document, and free its parse, as a run does with each batch."""
    with rare_collection():
        found = _read(document, nlp, costs)
        timed("parses freed", costs, gc.collect)  # like `drained`
    return found


def _read(document: Document, nlp: Language, costs: Costs) -> Reading:
    """Work like `annotate` and `reading`."""
    (doc,) = timed("parse", costs, lambda: list(docs_of([document], nlp, prose=prose_spans)))
    timed("tokens", costs, lambda: parse_of(doc))
    doc._.kg_times = timed("times", costs, lambda: time_expressions(parse_of(doc)))
    doc._.kg_quotations = timed("quotations", costs, lambda: quotations(parse_of(doc)))
    doc._.kg_chains = timed("coreference", costs, lambda: coreference(parse_of(doc)))
    found = timed("extract", costs, lambda: reading(doc))
    timed("parses freed", costs, lambda: let_go(doc))
    return found


def graph_of(readings: Sequence[Reading]) -> t.Any:
    """Return the graph of all readings."""
    return resolve(
        [reading.document for reading in readings],
        [claim for reading in readings for claim in reading.claims],
        [chain for reading in readings for chain in reading.chains],
        named_parts=[part for reading in readings for part in reading.named_parts],
    )


def timed(stage: str, costs: Costs, work: Callable[[], Result]) -> Result:
    """Return the result of some work, and add its CPU seconds to those of its stage."""
    start = time.process_time()
    result = work()
    costs[stage] = costs.get(stage, 0.0) + time.process_time() - start
    return result


def print_growth(title: str, measured: Mapping[int, Costs]) -> None:
    """Print a table of the stages: CPU seconds for each size, and the exponent."""
    sizes = list(measured)
    print(f"{title:22}", *(f"{size:>9}" for size in sizes), " exponent")
    for stage in measured[sizes[0]]:
        row = [measured[size][stage] for size in sizes]
        told = f"{exponent(sizes, row):9.2f}" if not stage.endswith("peak MB") and row[0] >= LEAST else ""
        print(f"{stage:22}", *(f"{cost:9.2f}" for cost in row), told, flush=True)


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Return the slope of the line through the logarithms of sizes and costs.

    >>> round(exponent([1, 2, 4], [3.0, 12.0, 48.0]), 3)
    2.0
    """
    if len(sizes) < 2:
        return math.nan
    return statistics.linear_regression(list(map(math.log, sizes)), list(map(math.log, costs))).slope


if __name__ == "__main__":
    sys.exit(main())
