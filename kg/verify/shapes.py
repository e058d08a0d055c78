"""Check that the RDF conforms to `kg/data/shapes.ttl`, using pyshacl."""

import contextlib
import logging
import typing as t
from collections.abc import Iterator
from importlib import resources, util
from pathlib import Path

import pyoxigraph
import rdflib
from rdflib.namespace import RDF, SH

from kg.errors import UsageError
from kg.verify.check import Check, judged
from kg.verify.content import Term, quads

NAME: t.Final = "shapes"
MOST_TRIPLES: t.Final = 200_000
"""The maximum for checking shapes by default: pyshacl needs 5 s and 200 MB for 100,000 triples."""
MISSING: t.Final = "pyshacl is not installed: pip install pyshacl"


def check_shapes(path: Path, triples: int, *, wanted: bool | None = None) -> Check:
    """Check an RDF file against the shapes with pyshacl; all its graphs are merged.

    Args:
        path: the file, which is known to parse.
        triples: its number of triples.
        wanted: whether to check; None checks up to `MOST_TRIPLES`.

    Raises:
        UsageError: it is wanted, and pyshacl is not installed.
    """
    if wanted is False:
        return Check(NAME, "skipped", "turned off")
    if util.find_spec("pyshacl") is None:
        if wanted:
            raise UsageError(f"shapes: {MISSING}")
        return Check(NAME, "skipped", MISSING)
    if wanted is None and triples > MOST_TRIPLES:
        return Check(NAME, "skipped", f"{triples:,} triples take long: use --shapes to check them")
    with _without_tracebacks():
        violations = [*_violations(data_graph(path))]
    return judged(NAME, f"{triples} triples, kg/data/shapes.ttl", violations)


def shapes() -> rdflib.Graph:
    """Return the built-in shapes."""
    text = (resources.files("kg") / "data" / "shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def data_graph(path: Path) -> rdflib.Graph:
    """Return the triples of a file; RDF 1.2 reifications are converted to RDF 1.1."""
    graph = rdflib.Graph(bind_namespaces="none")
    for quad in quads(path):
        subject = _node(quad.subject)
        if isinstance(quad.object, pyoxigraph.Triple):
            graph.add((subject, RDF.type, RDF.Statement))
            for part, term in zip((RDF.subject, RDF.predicate, RDF.object), quad.object, strict=True):
                graph.add((subject, part, _node(term)))
        else:
            graph.add((subject, _node(quad.predicate), _node(quad.object)))
    return graph


def _node(term: Term) -> rdflib.term.Node:
    if isinstance(term, pyoxigraph.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, pyoxigraph.Literal):
        datatype = None if term.language else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    return rdflib.BNode(str(term))


@contextlib.contextmanager
def _without_tracebacks() -> Iterator[None]:
    """Keep rdflib from writing a traceback for each value that Python cannot represent, such as P99999999999Y."""
    log = logging.getLogger("rdflib.term")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _violations(graph: rdflib.Graph) -> Iterator[str]:
    import pyshacl

    _, report, _ = pyshacl.validate(graph, shacl_graph=shapes(), inplace=True)
    found = report if isinstance(report, rdflib.Graph) else rdflib.Graph()
    results = {
        (str(found.value(node, SH.focusNode)), str(found.value(node, SH.resultMessage)))
        for node in found.subjects(RDF.type, SH.ValidationResult)
    }
    yield from (f"<{focus}> needs {message}" for focus, message in sorted(results))
