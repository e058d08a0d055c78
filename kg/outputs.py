"""The files of a graph: RDF, the page, tables, and the record of how it was made."""

import contextlib
import functools
import itertools
import json
import os
import platform
import typing as t
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from kg.arguments import as_output, check_choice
from kg.choices import TableForm
from kg.collection import rare_collection
from kg.errors import InputError, OutputError
from kg.export.counts import counts
from kg.export.encodings import GRAPH_FILES, Encoding
from kg.export.iris import DEFAULT_BASE
from kg.model import Decision, Graph, Record

if t.TYPE_CHECKING:
    from kg.export.derived import Derived
    from kg.export.rows import Rows
    from kg.export.schema import Fitting

PAGE: t.Final = "graph.html"
EDGE_FILES: t.Final = ("edges.csv", "graph.graphml")
TEXT_FILES: t.Final = (
    "triples.jsonl",
    "entities.jsonl",
    "structure.jsonl",
    "nodes.csv",
    "documents.csv",
    "documents.jsonl",
    "failures.jsonl",
    "report.md",
    "run.json",
)
"""The other files that are always written."""
MOST_ON_A_PAGE: t.Final = 50_000
"""In statements; the page of a larger graph has the most important ones."""
MOST_TWICE: t.Final = 200_000
"""In statements; for a larger graph two processes would take too much memory."""
NO_RECORD: t.Final = Record()
CHOSEN: t.Final = (
    *("date", "min_confidence", "language", "text_column", "id_column", "date_column", "title_column", "gazetteers"),
    *("ids", "link", "link_threshold", "llm_url", "llm_model"),
)
"""The options of a run that affect the graph; the record has None for those that are unknown."""
LIBRARIES: t.Final = ("spacy", "networkx", "pyoxigraph", "pyvis", "rdflib")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How the files of a graph are written.

    Args:
        encoding: how to write the RDF.
        title: the heading of the page.
        include_text: whether the page includes the full texts; the sentences of the statements are always included.
        parquet: whether to write nodes, edges and documents as Parquet too.
        page: whether to write the page; if the graph is too large, the page has the most important statements.
        pyvis: a file for the plain pyvis page; None writes none.
        schema: a TOML or SHACL file; statements that match it and all others go to separate files.
    """

    encoding: Encoding = field(default_factory=Encoding)
    title: str | None = None
    include_text: bool = True
    parquet: bool = False
    page: bool = True
    pyvis: str | os.PathLike[str] | None = None
    schema: str | os.PathLike[str] | None = None


def write(
    graph: Graph, directory: str | os.PathLike[str], writing: Writing | None = None, *, record: Record = NO_RECORD
) -> None:
    """Write all files of a graph to a directory, or none if something goes wrong.

    Args:
        graph: the graph.
        directory: created if missing; the files that kg wrote there before are replaced or removed.
        writing: how to write the files.
        record: how the graph was made; the report leaves out what is unknown.

    Raises:
        InputError: a schema or a relations file cannot be opened.
        UsageError: a schema or a relations file is invalid, or pyarrow is missing for Parquet.
        OutputError: the directory cannot be written or another run writes there, files of others would be
            overwritten, the syntax cannot represent the graph, or the RDF does not parse.
    """
    from kg.ledger import check_not_foreign, locked

    folder, writing = as_output(directory), writing or Writing()
    with locked(folder):
        own = own_files(folder)
        if own is None:
            check_not_foreign(folder, names_of(writing))
        write_files(graph, folder, writing, record=record, own=own or ())
    if writing.pyvis is not None:
        write_pyvis(graph, writing.pyvis, title=writing.title)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the digest of each file by name, and the counts of the graph."""

    digests: Mapping[str, str]
    counts: Mapping[str, int]


@rare_collection()
def write_files(
    graph: Graph,
    folder: Path,
    writing: Writing,
    *,
    record: Record,
    own: Collection[str] = (),
    side_by_side: bool = False,
) -> Written:
    """Do the same as `write` for a folder that is already locked, and return what was written.

    Args:
        graph: the graph.
        folder: the destination.
        writing: how to write the files.
        record: how the graph was made.
        own: the names of the files that kg wrote there before; those that are not written again are removed.
        side_by_side: whether another process may write the RDF meanwhile.
    """
    from kg.export.derived import Derived
    from kg.export.parquet import write_parquet
    from kg.export.rdf import write_rdf_file
    from kg.export.rows import Rows
    from kg.ledger import digests_of, replaced
    from kg.processes import FORKS, meanwhile  # slow to load

    encoding, derived = writing.encoding, Derived.of(graph)
    counted = counts(graph, derived.contradictions)
    # files of an earlier run (RDF in another syntax, Parquet, a page, a schema's) would be taken for this one's
    with replaced(folder, superfluous=_optional_names().intersection(own)) as staging:
        rdf = functools.partial(write_rdf_file, graph, staging / GRAPH_FILES[encoding.written], encoding, derived)
        with contextlib.ExitStack() as other:
            if side_by_side and FORKS and len(graph.statements) <= MOST_TWICE:
                other.enter_context(meanwhile(rdf))
            else:
                rdf()
            for name, lines in _texts(graph, record, derived, counted, writing):
                _write_file(staging / name, lines)
            rows = Rows.of(graph, base_iri=encoding.base_iri, weights=derived.weights)
            _write_together([staging / name for name in EDGE_FILES], _edges(rows))
            if writing.parquet:
                write_parquet(rows, staging)
            if writing.page:
                html = page_text(
                    graph, derived, base_iri=encoding.base_iri, title=writing.title, include_text=writing.include_text
                )
                _write_file(staging / PAGE, [html])
        return Written(digests_of(staging, sorted(path.name for path in staging.iterdir())), counted)


def names_of(writing: Writing) -> frozenset[str]:
    """Return the names of the files that `write` writes."""
    from kg.export.parquet import FILES
    from kg.export.schema import FILES as SCHEMA_FILES

    optional = ((writing.page, (PAGE,)), (writing.parquet, FILES), (writing.schema is not None, SCHEMA_FILES))
    chosen = (name for wanted, names in optional if wanted for name in names)
    return frozenset({GRAPH_FILES[writing.encoding.written], *EDGE_FILES, *TEXT_FILES, *chosen})


def _optional_names() -> frozenset[str]:
    """Return the names of the files that some runs write and others do not."""
    from kg.export.parquet import FILES
    from kg.export.schema import FILES as SCHEMA_FILES

    return frozenset({*GRAPH_FILES.values(), *FILES, *SCHEMA_FILES, PAGE})


def own_files(folder: Path) -> frozenset[str] | None:
    """Return the names of the files that the last run wrote to a folder; None if no record says that kg wrote to it."""
    from kg.ledger import record_in

    record = record_in(folder)
    if record is None:
        return None
    names = record.get("files")
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else _unlisted(record)


def _unlisted(record: Mapping[str, object]) -> frozenset[str]:
    """Return the RDF and the page of a record that kg 0.2 or an earlier version wrote: it lists no files."""
    options = record.get("options")
    syntax = options.get("syntax") if isinstance(options, dict) else None
    return frozenset({PAGE, *(name for key, name in GRAPH_FILES.items() if key == syntax)})


def write_tables(
    graph: Graph, directory: str | os.PathLike[str], form: TableForm, *, base_iri: str = DEFAULT_BASE
) -> None:
    """Write nodes, edges and documents to a directory: as CSV, as Parquet, or as files for Neo4j.

    Raises:
        UsageError: the form is unknown, the base is invalid, or pyarrow is missing for Parquet.
        OutputError: the directory cannot be written.
    """
    from kg.export.neo4j import write_neo4j
    from kg.export.parquet import write_parquet
    from kg.export.rows import Rows
    from kg.export.sheets import edges_csv

    check_choice("form", form, t.get_args(TableForm))
    rows, folder = Rows.of(graph, base_iri=base_iri), as_output(directory)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if form == "csv":
            for name, lines in (*_sheets(rows), ("edges.csv", edges_csv(rows))):
                _write_file(folder / name, lines)
        elif form == "parquet":
            write_parquet(rows, folder)
        else:
            write_neo4j(rows, folder)
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: cannot be written: {error.strerror}") from error


def _sheets(rows: "Rows") -> Iterator[tuple[str, Iterable[str]]]:
    from kg.export import sheets

    yield "nodes.csv", sheets.nodes_csv(rows)
    yield "documents.csv", sheets.documents_csv(rows)


def _edges(rows: "Rows") -> Iterator[tuple[str, str]]:
    """Yield the texts of `EDGE_FILES` in parallel pieces: both have the same rows, which are created once."""
    from kg.export.graphml import END, beginning, edge_text
    from kg.export.sheets import edge_lines

    one, other = itertools.tee(rows.edges(points=True))
    lines = edge_lines(one)
    yield from itertools.zip_longest([next(lines)], beginning(rows), fillvalue="")
    yield from zip(lines, map(edge_text, other), strict=False)  # each takes one row at a time
    yield "", END


def graph_file(place: str | os.PathLike[str]) -> Path:
    """Return the RDF file in a folder, or the given file; of several in a folder, the one that `write` wrote.

    Raises:
        InputError: there is none.
    """
    from kg.ledger import settle

    path = Path(place)
    if path.is_dir():
        settle(path)
    own = (own_files(path) if path.is_dir() else None) or ()
    names = sorted(GRAPH_FILES.values(), key=lambda name: name not in own)
    files = [path / name for name in names] if path.is_dir() else [path]
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        missing = "no such file" if path.is_dir() else "no such file or folder"
        raise InputError(f"{files[0]}: {missing}; make one with: kg build INPUT -o OUT")
    return found


def write_pyvis(graph: Graph, file: str | os.PathLike[str], *, title: str | None = None) -> None:
    """Write the whole graph as a plain pyvis page.

    Raises:
        UsageError: the name of the file is empty.
        OutputError: the file cannot be written.
    """
    from kg.page import pyvis_page, to_pyvis

    try:
        _write_file(as_output(file), [pyvis_page(to_pyvis(graph), title or "Knowledge graph")])
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror}") from error


def contents(
    graph: Graph, *, record: Record = NO_RECORD, encoding: Encoding | None = None, title: str | None = None
) -> dict[str, str]:
    """Return the text of each file that `write` writes, by its name."""
    from kg.export.derived import Derived
    from kg.export.rdf import rdf_text
    from kg.export.rows import Rows

    encoding, derived = encoding or Encoding(), Derived.of(graph)
    counted = counts(graph, derived.contradictions)
    page = page_text(graph, derived, base_iri=encoding.base_iri, title=title, include_text=True)
    files = _texts(graph, record, derived, counted, Writing(encoding=encoding, title=title))
    texts = {name: "".join(lines) for name, lines in files}
    edges = zip(*_edges(Rows.of(graph, base_iri=encoding.base_iri, weights=derived.weights)), strict=True)
    texts |= dict(zip(EDGE_FILES, map("".join, edges), strict=True))
    return {GRAPH_FILES[encoding.written]: rdf_text(graph, encoding, derived), **texts, PAGE: page}


def page_text(graph: Graph, derived: "Derived", *, base_iri: str, title: str | None, include_text: bool) -> str:
    """Return the page of a graph; for a large graph, with its most important statements."""
    from kg.export.derived import Derived
    from kg.export.finding import most_important
    from kg.page import to_html

    number = len(graph.statements)
    if number > MOST_ON_A_PAGE:
        graph = most_important(graph, MOST_ON_A_PAGE, derived.weights)
        title = f"{f'{title}: the' if title else 'The'} {MOST_ON_A_PAGE:,} most important of {number:,} statements"
        derived = Derived.of(graph)
    return to_html(graph, title=title, include_text=include_text, base_iri=base_iri, derived=derived)


def _texts(
    graph: Graph, record: Record, derived: "Derived", counted: Mapping[str, int], writing: Writing
) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the name of each file except RDF, page and edges, with its text in pieces, because they are long."""
    from kg.export import tables
    from kg.export.rows import Rows
    from kg.export.schema import mapping, read_schema, schema_files

    base_iri, weights = writing.encoding.base_iri, derived.weights
    schema = None if writing.schema is None else read_schema(writing.schema, relations=writing.encoding.relations)
    fitting = None if schema is None else mapping(graph, schema)
    rows = Rows.of(graph, base_iri=base_iri, weights=weights)
    yield "triples.jsonl", tables.triples_jsonl(graph, base_iri=base_iri, weights=weights)
    yield "entities.jsonl", tables.entities_jsonl(graph, base_iri=base_iri, weights=weights)
    yield "structure.jsonl", tables.structure_jsonl(graph, base_iri=base_iri)
    yield from _sheets(rows)
    yield "documents.jsonl", tables.documents_jsonl(graph)
    yield "failures.jsonl", tables.failures_jsonl(record.failures)
    yield "report.md", [_report(graph, record, derived, fitting)]
    yield "run.json", [_run_json(graph, record, counted, writing)]
    if fitting is not None:
        yield from schema_files(graph, fitting, base_iri=base_iri, weights=weights).items()


def _report(graph: Graph, record: Record, derived: "Derived", fitting: "Fitting | None") -> str:
    from kg.export.report import report
    from kg.read import skipped_paragraphs
    from kg.resolve import doubtful, left_out, merges, open_descriptions, why_unresolved

    deciding = [decision for decision in graph.decisions if decision.leaves_out]
    left = Counter[Decision]()
    for each in record.readings if deciding else ():
        left.update(left_out(each.claims, each.chains, deciding, [each.document]))
    return report(
        graph,
        record.readings,
        record.failures,
        # document by document: the lookup tables take more memory than the claims
        dropped=[lost for each in record.readings for lost in why_unresolved(each.claims, each.chains)],
        ambiguous=open_descriptions(graph),
        merged=merges(graph),
        doubtful=doubtful(graph),
        left_out=left,
        skipped=[each for document in graph.documents for each in skipped_paragraphs(document)],
        conflicts=derived.contradictions,
        schema=fitting,
    )


def _run_json(graph: Graph, record: Record, counted: Mapping[str, int], writing: Writing) -> str:
    """Return what is needed to repeat a run, without a time or a path, so that the same run gives the same bytes."""
    from kg.ledger import recorded_file

    encoding = writing.encoding
    versions = {"kg": version("kg-evidence"), "python": platform.python_version(), "model": record.model or None}
    failed = [failure for failure in record.failures if not failure.skipped]
    content = {
        "versions": versions | {name: version(name) for name in LIBRARIES},
        "options": {
            "base_iri": encoding.base_iri,
            "provenance": encoding.provenance,
            "syntax": encoding.written,
            "selectors": encoding.selectors,
            "spans": encoding.spans,
            "relations": [*map(recorded_file, encoding.relations)],
            "schema": writing.schema and recorded_file(writing.schema),
            "title": writing.title,
            "include_text": writing.include_text,
            "parquet": writing.parquet,
            "page": writing.page,
            "pyvis": writing.pyvis is not None,
            **{name: record.options.get(name) for name in CHOSEN},
            "extractors": record.extractors,
            "decisions": [asdict(replace(decision, things=())) for decision in graph.decisions],
        },
        "counts": {**counted, "failures": len(failed), "skipped": len(record.failures) - len(failed)},
        "not_read": dict(sorted(Counter(failure.kind for failure in record.failures).items())),
        "files": sorted(names_of(writing)),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


@functools.cache
def version(distribution: str) -> str | None:
    """Return the version of an installed distribution, or None if it is not installed."""
    from importlib import metadata  # takes a third of the time of importing kg

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def _write_file(path: Path, texts: Iterable[str]) -> None:
    _write_together([path], zip(texts, strict=True))


def _write_together(paths: Sequence[Path], texts: Iterable[Sequence[str]]) -> None:
    """Write the texts of several files piece by piece, in parallel."""
    parts = [path.with_name(f".{path.name}.part") for path in paths]
    with contextlib.ExitStack() as opened:
        files = [opened.enter_context(part.open("w", encoding="utf-8", newline="\n")) for part in parts]
        for pieces in texts:
            for file, piece in zip(files, pieces, strict=True):
                file.write(piece)
    for part, path in zip(parts, paths, strict=True):
        part.replace(path)
