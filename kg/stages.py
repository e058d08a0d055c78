"""The stages in order: read, annotate, extract, resolve, export. The one place that knows the order.

The stages are imported inside the functions, because `import kg` and `kg --help` must not wait for spaCy and rdflib.
"""

import json
import os
import platform
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

from kg.errors import OutputError
from kg.graph import KnowledgeGraph
from kg.model import Document, Failure, Reading

if t.TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from kg.extract import Extractor

Places: t.TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
Progress: t.TypeAlias = Callable[[int, int], None]
"""Called with the number of documents done and the number of all documents."""

LIBRARIES: t.Final = ("spacy", "networkx", "pyoxigraph", "pyvis", "rdflib")


@dataclass(frozen=True, slots=True)
class Run:
    """What a run found, what it could not process, and with what it worked (`model` is name and version)."""

    graph: KnowledgeGraph
    readings: tuple[Reading, ...] = ()
    failures: tuple[Failure, ...] = ()
    model: str = ""
    extractors: tuple[str, ...] = ()
    published: date | None = None


def build(
    places: Places,
    *,
    model: str | None = None,
    published: date | None = None,
    extractors: "Mapping[str, Extractor] | None" = None,
) -> KnowledgeGraph:
    """Return the graph of all documents at the given places; documents that fail are left out (see `run`).

    Args:
        places: a file, folder or glob, or several; `-` is standard input.
        model: the spaCy pipeline, by package name or directory.
        published: the date of documents that do not tell theirs.
        extractors: by name; None takes all that are installed.

    Raises:
        NothingToRead: no document at any of the places.
        ModelError: no such model.
    """
    return run(places, model=model, published=published, extractors=extractors).graph


def build_documents(
    documents: Iterable[Document],
    *,
    model: str | None = None,
    extractors: "Mapping[str, Extractor] | None" = None,
) -> KnowledgeGraph:
    """Return the graph of documents that are already in memory; the arguments are those of `build`."""
    return run_documents(documents, model=model, extractors=extractors).graph


def run(
    places: Places,
    *,
    model: str | None = None,
    published: date | None = None,
    extractors: "Mapping[str, Extractor] | None" = None,
    progress: Progress | None = None,
) -> Run:
    """Do as `build`, and return the failures and all that was read beside the graph."""
    from kg.read.text import read

    found = tuple(read(_as_paths(places), published=published))
    return run_documents(
        (outcome for outcome in found if isinstance(outcome, Document)),
        model=model,
        published=published,
        extractors=extractors,
        progress=progress,
        failures=tuple(outcome for outcome in found if isinstance(outcome, Failure)),
    )


def run_documents(
    documents: Iterable[Document],
    *,
    model: "str | Language | None" = None,
    published: date | None = None,
    extractors: "Mapping[str, Extractor] | None" = None,
    progress: Progress | None = None,
    failures: Sequence[Failure] = (),
) -> Run:
    """Do as `run` with documents that are already in memory; `failures` are those of reading them.

    `model` may be a pipeline that is loaded already.
    """
    from kg.annotate.pipeline import load
    from kg.extract import installed_extractors
    from kg.resolve import resolve

    nlp = load(model) if model is None or isinstance(model, str) else model
    chosen = installed_extractors() if extractors is None else extractors
    outcomes = tuple(read_out(tuple(documents), nlp, chosen, progress=progress))
    readings = tuple(outcome for outcome in outcomes if isinstance(outcome, Reading))
    failed = [*failures, *(outcome for outcome in outcomes if isinstance(outcome, Failure))]
    graph = resolve(
        [reading.document for reading in readings],
        [claim for reading in readings for claim in reading.claims],
        [chain for reading in readings for chain in reading.chains],
    )
    return Run(
        graph=KnowledgeGraph.of(graph),
        readings=tuple(sorted(readings, key=lambda reading: reading.document.id)),
        failures=tuple(sorted(failed, key=lambda failure: (failure.place, failure.reason))),
        model=f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        extractors=tuple(sorted(chosen)),
        published=published,
    )


def read_out(
    documents: Sequence[Document],
    nlp: "Language",
    extractors: "Mapping[str, Extractor]",
    *,
    progress: Progress | None = None,
) -> Iterator[Reading | Failure]:
    """Annotate each document and extract its claims; one that cannot be processed is a Failure, and the rest go on."""
    from kg.extract import reading

    functions = tuple(extractors[name] for name in sorted(extractors))
    for done, (document, outcome) in enumerate(zip(documents, _parsed(documents, nlp), strict=True), start=1):
        if isinstance(outcome, Failure):
            yield outcome
        else:
            try:
                yield reading(outcome, extractors=functions)
            except Exception as error:  # an extractor may be anyone's code
                yield _failure(document, error)
        if progress is not None:
            progress(done, len(documents))


def _parsed(documents: Sequence[Document], nlp: "Language") -> "Iterator[Doc | Failure]":
    """Parse the documents together; after an exception, which does not tell whose it was, parse the rest one by one."""
    from kg.annotate.pipeline import annotate
    from kg.read.prose import prose_spans

    done = 0
    try:
        for doc in annotate(documents, nlp, prose=prose_spans):
            done += 1
            yield doc
    except Exception:
        for document in documents[done:]:
            try:
                yield from annotate([document], nlp, prose=prose_spans)
            except Exception as error:
                yield _failure(document, error)


def _failure(document: Document, error: Exception) -> Failure:
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return Failure(document.id, reason)


def write(
    run: Run, directory: str | os.PathLike[str], *, base_iri: str | None = None, title: str | None = None
) -> None:
    """Write every file of a run into a directory; each appears whole or not at all.

    Args:
        run: what `run` returned.
        directory: made where it is missing; files of the same names are replaced.
        base_iri: what the IRIs of entities and statements begin with.
        title: the heading of the page.

    Raises:
        OutputError: the directory cannot be written, or the RDF does not parse again.
    """
    folder = Path(directory)
    texts = contents(run, base_iri=base_iri, title=title)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            _write_whole(folder / name, text)
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error


def contents(run: Run, *, base_iri: str | None = None, title: str | None = None) -> dict[str, str]:
    """Return the text of each file that `write` writes, by its name."""
    from kg.export import network, page, rdf, tables
    from kg.export.iris import DEFAULT_BASE
    from kg.export.report import report
    from kg.resolve import doubtful, unresolved

    graph, base_iri = run.graph, base_iri or DEFAULT_BASE
    turtle = rdf.to_turtle(graph, base_iri=base_iri)
    rdf.check_turtle(turtle)
    claims = [claim for reading in run.readings for claim in reading.claims]
    chains = [chain for reading in run.readings for chain in reading.chains]
    return {
        "graph.ttl": turtle,
        "graph.html": page.to_html(graph, title=title),
        "triples.jsonl": tables.triples_jsonl(graph, base_iri=base_iri),
        "entities.jsonl": tables.entities_jsonl(graph, base_iri=base_iri),
        "nodes.csv": tables.nodes_csv(graph),
        "edges.csv": tables.edges_csv(graph),
        "graph.graphml": network.to_graphml(graph),
        "report.md": report(
            graph, run.readings, run.failures, dropped=unresolved(claims, chains), doubtful=doubtful(graph)
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


def _as_paths(places: Places) -> list[str]:
    if isinstance(places, str | os.PathLike):
        return [os.fspath(places)]
    return [os.fspath(place) for place in places]
