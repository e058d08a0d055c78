"""CPU time of a query over a large graph in a file, against bare pyoxigraph in the same run.

usage: python -m benchmarks.query [--triples 1000000] [--rounds 3]

Writes a synthetic graph of that many triples with the shape of ours, then runs the same queries through
`kg.export.rdf.query` and through pyoxigraph alone, by turns; both load the file first, as `kg query` does. Prints each
round, the median ratio, and the peak memory of the whole process (both ways).
"""

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple

from kg.export.iris import DEFAULT_BASE, NAMESPACE
from kg.export.rdf.query import query
from kg.export.rdf.vocabulary import prefixes

PER_STATEMENT = 8
QUESTIONS = {
    "count": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    "join": """SELECT ?name (COUNT(?claim) AS ?n) WHERE {
        ?claim kg:evidenceOf ?statement . ?statement kg:subject ?s ; kg:polarity kg:negated . ?s rdfs:label ?name .
        } GROUP BY ?name ORDER BY DESC(?n) ?name LIMIT 10""",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.ttl"
        with path.open("wb") as file:
            pyoxigraph.serialize(
                triples(options.triples), file, format=pyoxigraph.RdfFormat.TURTLE, prefixes=prefixes(DEFAULT_BASE)
            )
        print(f"{options.triples} triples, {path.stat().st_size / 1e6:.0f} MB of Turtle")
        for name, sparql in QUESTIONS.items():
            report(name, [pair_of(path, sparql) for _ in range(options.rounds)])
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


def triples(count: int) -> Iterator[Triple]:
    """Yield that many triples: statements about some entities, each with one claim."""
    statements = count // PER_STATEMENT
    entities = [NamedNode(f"{DEFAULT_BASE}entity/e{number}") for number in range(statements // 10 + 1)]
    for number in range(statements):
        statement, claim = (NamedNode(f"{DEFAULT_BASE}{kind}/{number}") for kind in ("statement", "claim"))
        subject, object_ = entities[number % len(entities)], entities[number * 7 % len(entities)]
        yield Triple(subject, NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), Literal(f"Name {number}"))
        yield Triple(statement, _own("subject"), subject)
        yield Triple(statement, _own("object"), object_)
        yield Triple(statement, _own("polarity"), _own("affirmed" if number % 9 else "negated"))
        yield Triple(statement, _own("modality"), _own("asserted"))
        yield Triple(statement, _own("confidence"), Literal(f"0.{number % 89 + 10}"))
        yield Triple(claim, _own("evidenceOf"), statement)
        yield Triple(claim, _own("rule"), Literal("own-subject"))
    for number in range(count - statements * PER_STATEMENT):
        yield Triple(entities[0], _own("position"), Literal(number))


def _own(name: str) -> NamedNode:
    return NamedNode(f"{NAMESPACE}{name}")


def pair_of(path: Path, sparql: str) -> tuple[float, float]:
    """Return the CPU seconds of one query through `kg`, and through pyoxigraph alone."""
    return cpu_seconds(lambda: query(path, sparql)), cpu_seconds(lambda: bare(path, sparql))


def bare(path: Path, sparql: str) -> list[tuple[str, ...]]:
    """Return the rows that pyoxigraph finds in a file."""
    store = pyoxigraph.Store()
    store.bulk_load(path=path, format=pyoxigraph.RdfFormat.TURTLE)
    found = store.query(sparql, prefixes=prefixes(DEFAULT_BASE))
    if not isinstance(found, pyoxigraph.QuerySolutions):
        raise TypeError("the questions are SELECT queries")
    return [tuple(str(term) for term in solution) for solution in found]


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of one call, over all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def report(name: str, pairs: Sequence[tuple[float, float]]) -> None:
    """Print the rounds of one query and their median ratio."""
    for number, (ours, theirs) in enumerate(pairs, start=1):
        print(f"{name} {number}: kg {ours:.2f} s, pyoxigraph {theirs:.2f} s, ratio {ours / theirs:.3f}")
    print(f"{name}: median ratio {statistics.median(ours / theirs for ours, theirs in pairs):.3f}")


if __name__ == "__main__":
    sys.exit(main())
