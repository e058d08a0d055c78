"""The files of a run."""

import json
import os
import platform
import typing as t
from collections import Counter
from dataclasses import asdict, replace
from importlib import metadata
from pathlib import Path

from kg.errors import OutputError
from kg.export.encodings import GRAPH_FILES, Encoding
from kg.model import Graph
from kg.stages.running import Run

PAGE: t.Final = "graph.html"
FAILURES: t.Final = "failures.jsonl"
LIBRARIES: t.Final = ("spacy", "networkx", "pyoxigraph", "pyvis", "rdflib")


def write(
    run: Run,
    directory: str | os.PathLike[str],
    *,
    encoding: Encoding | None = None,
    title: str | None = None,
    include_text: bool = True,
) -> None:
    """Write every file of a run into a directory; each appears whole or not at all.

    Args:
        run: what `run` returned.
        directory: made where it is missing; files of the same names are replaced, and RDF in another syntax removed.
        encoding: how the RDF is written.
        title: the heading of the page.
        include_text: whether the documents' whole texts are in the page; the sentences of the statements always are.

    Raises:
        InputError: a file of relations cannot be opened.
        UsageError: a file of relations is not what it must be.
        OutputError: the directory cannot be written, the syntax cannot hold the graph, the RDF does not parse again, or
            the graph is too large for a page; then all other files are written, and no page.
    """
    folder, encoding = Path(directory), encoding or Encoding()
    texts = _texts(run, encoding=encoding, title=title)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write_rdf(run, folder, encoding)
        for name, text in texts.items():
            _write_whole(folder / name, text)
        # a page of an earlier run would be taken for this one's
        (folder / PAGE).unlink(missing_ok=True)
        page = _page(run, base_iri=encoding.base_iri, title=title, include_text=include_text)
        _write_whole(folder / PAGE, page)
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error


def write_pyvis(graph: Graph, file: str | os.PathLike[str], *, title: str | None = None) -> None:
    """Write the whole graph as the plain page that pyvis makes of it.

    Raises:
        OutputError: the file cannot be written.
    """
    from kg.page import pyvis_page, to_pyvis

    try:
        _write_whole(Path(file), pyvis_page(to_pyvis(graph), title or "Knowledge graph"))
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror}") from error


def contents(run: Run, *, encoding: Encoding | None = None, title: str | None = None) -> dict[str, str]:
    """Return the text of each file that `write` writes, by its name."""
    from kg.export.rdf import rdf_text

    encoding = encoding or Encoding()
    page = _page(run, base_iri=encoding.base_iri, title=title, include_text=True)
    texts = _texts(run, encoding=encoding, title=title)
    return {GRAPH_FILES[encoding.written]: rdf_text(run.graph, encoding), **texts, PAGE: page}


def _page(run: Run, *, base_iri: str, title: str | None, include_text: bool) -> str:
    from kg.page import to_html

    return to_html(run.graph, title=title, include_text=include_text, base_iri=base_iri)


def _write_rdf(run: Run, folder: Path, encoding: Encoding) -> None:
    """Write the RDF, and remove what an earlier run wrote in another syntax: it would be taken for this graph."""
    from kg.export.rdf import write_rdf_file

    name = GRAPH_FILES[encoding.written]
    write_rdf_file(run.graph, folder / name, encoding)
    for other in GRAPH_FILES.values():
        if other != name:
            (folder / other).unlink(missing_ok=True)


def _texts(run: Run, *, encoding: Encoding, title: str | None) -> dict[str, str]:
    """Return the text of each file but the RDF and the page."""
    from kg.export import network, tables
    from kg.export.importance import importance
    from kg.export.report import report
    from kg.resolve import doubtful, left_out, merges, open_descriptions, unresolved

    graph, base_iri, weights = run.graph, encoding.base_iri, importance(run.graph)
    claims = [claim for reading in run.readings for claim in reading.claims]
    chains = [chain for reading in run.readings for chain in reading.chains]
    return {
        "triples.jsonl": tables.triples_jsonl(graph, base_iri=base_iri, weights=weights),
        "entities.jsonl": tables.entities_jsonl(graph, base_iri=base_iri, weights=weights),
        "structure.jsonl": tables.structure_jsonl(graph, base_iri=base_iri),
        "nodes.csv": tables.nodes_csv(graph, weights=weights),
        "edges.csv": tables.edges_csv(graph, weights=weights),
        "graph.graphml": network.to_graphml(graph, weights=weights),
        "documents.jsonl": tables.documents_jsonl(graph),
        FAILURES: tables.failures_jsonl(run.failures),
        "report.md": report(
            graph,
            run.readings,
            run.failures,
            dropped=unresolved(claims, chains),
            left_open=open_descriptions(graph),
            merged=merges(graph),
            doubtful=doubtful(graph),
            left_out=left_out(claims, chains, graph.decisions, graph.documents),
        ),
        "run.json": _run_json(run, encoding, title),
    }


def _run_json(run: Run, encoding: Encoding, title: str | None) -> str:
    """Return what is needed to repeat a run, without a clock or a path, so that the same run gives the same bytes."""
    options = run.options
    versions = {"kg": _version("kg-evidence"), "python": platform.python_version(), "model": run.model}
    failed = [failure for failure in run.failures if not failure.passed_over]
    record = {
        "versions": versions | {name: _version(name) for name in LIBRARIES},
        "options": {
            "base_iri": encoding.base_iri,
            "provenance": encoding.provenance,
            "syntax": encoding.written,
            "selectors": encoding.selectors,
            "title": title,
            "date": options.date.isoformat() if options.date else None,
            "extractors": run.extractors,
            "min_confidence": options.min_confidence,
            "link": options.link if isinstance(options.link, str | None) else options.link.place,
            "decisions": [asdict(replace(decision, things=())) for decision in run.graph.decisions],
        },
        "counts": run.graph.counts() | {"failures": len(failed), "passed_over": len(run.failures) - len(failed)},
        "not_read": dict(sorted(Counter(failure.kind for failure in run.failures).items())),
    }
    return json.dumps(record, indent=2, ensure_ascii=False) + "\n"


def _version(distribution: str) -> str | None:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def _write_whole(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8", newline="\n")
    part.replace(path)
