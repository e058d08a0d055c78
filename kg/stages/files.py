"""The files of a run."""

import json
import os
import platform
import typing as t
from dataclasses import asdict, replace
from importlib import metadata
from pathlib import Path

from kg.errors import OutputError
from kg.stages.running import Run

PAGE: t.Final = "graph.html"
LIBRARIES: t.Final = ("spacy", "networkx", "pyoxigraph", "pyvis", "rdflib")


def write(
    run: Run,
    directory: str | os.PathLike[str],
    *,
    base_iri: str | None = None,
    title: str | None = None,
    include_text: bool = True,
) -> None:
    """Write every file of a run into a directory; each appears whole or not at all.

    Args:
        run: what `run` returned.
        directory: made where it is missing; files of the same names are replaced.
        base_iri: what the IRIs of entities and statements begin with.
        title: the heading of the page.
        include_text: whether the documents' whole texts are in the page; the sentences of the statements always are.

    Raises:
        OutputError: the directory cannot be written, the RDF does not parse again, or the graph is too large for a
            page; then all other files are written, and no page.
    """
    folder = Path(directory)
    texts = _data_files(run, base_iri=base_iri, title=title)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            _write_whole(folder / name, text)
        # a page of an earlier run would be taken for this one's
        (folder / PAGE).unlink(missing_ok=True)
        page = _page(run, base_iri=base_iri, title=title, include_text=include_text)
        _write_whole(folder / PAGE, page)
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error


def contents(run: Run, *, base_iri: str | None = None, title: str | None = None) -> dict[str, str]:
    """Return the text of each file that `write` writes, by its name."""
    texts = _data_files(run, base_iri=base_iri, title=title)
    return texts | {PAGE: _page(run, base_iri=base_iri, title=title, include_text=True)}


def _page(run: Run, *, base_iri: str | None, title: str | None, include_text: bool) -> str:
    from kg.export.iris import DEFAULT_BASE
    from kg.export.page import to_html

    return to_html(run.graph, title=title, include_text=include_text, base_iri=base_iri or DEFAULT_BASE)


def _data_files(run: Run, *, base_iri: str | None, title: str | None) -> dict[str, str]:
    from kg.export import network, rdf, tables
    from kg.export.iris import DEFAULT_BASE
    from kg.export.report import report
    from kg.resolve import blocked, doubtful, merges, unresolved

    graph, base_iri = run.graph, base_iri or DEFAULT_BASE
    turtle = rdf.to_turtle(graph, base_iri=base_iri)
    rdf.check_turtle(turtle)
    claims = [claim for reading in run.readings for claim in reading.claims]
    chains = [chain for reading in run.readings for chain in reading.chains]
    return {
        "graph.ttl": turtle,
        "triples.jsonl": tables.triples_jsonl(graph, base_iri=base_iri),
        "entities.jsonl": tables.entities_jsonl(graph, base_iri=base_iri),
        "nodes.csv": tables.nodes_csv(graph),
        "edges.csv": tables.edges_csv(graph),
        "graph.graphml": network.to_graphml(graph),
        "report.md": report(
            graph,
            run.readings,
            run.failures,
            dropped=unresolved(claims, chains),
            merged=merges(graph),
            doubtful=doubtful(graph),
            blocked=blocked(claims, chains, graph.decisions),
        ),
        "run.json": _run_json(run, base_iri, title),
    }


def _run_json(run: Run, base_iri: str, title: str | None) -> str:
    """Return what is needed to repeat a run, without a clock or a path, so that the same run gives the same bytes."""
    versions = {"kg": _version("kg-evidence"), "python": platform.python_version(), "model": run.model}
    record = {
        "versions": versions | {name: _version(name) for name in LIBRARIES},
        "options": {
            "base_iri": base_iri,
            "title": title,
            "published": run.published.isoformat() if run.published else None,
            "extractors": run.extractors,
            "min_confidence": run.min_confidence,
            "link": run.link,
            "decisions": [asdict(replace(decision, things=())) for decision in run.graph.decisions],
        },
        "counts": run.graph.counts() | {"failures": len(run.failures)},
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
