"""Arguments and options shared by several commands, and the files that they refer to."""

import typing as t
from datetime import date
from pathlib import Path

import typer

from kg.arguments import as_date
from kg.choices import Engine, Layout, Syntax
from kg.plurals import counted, listed

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Document, Failure

MOST_NAMED: t.Final = 3
"""The maximum number of documents named in one line."""

GROUPED: t.Final = 3
"""The maximum number of failures with the same reason that are shown one by one."""

Inputs = t.Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs or URLs; - is standard input.")
]
Language = t.Annotated[
    str, typer.Option(metavar="CODE", help="Language of the texts (ISO 639); others are skipped. `any` reads all.")
]
TextColumn = t.Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Column or JSON field with the texts. Default: found by name and content."),
]
IdColumn = t.Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Column with the ids. Default: found by name, otherwise the row number."),
]
DateColumn = t.Annotated[
    str | None, typer.Option(metavar="NAME", help="Column with the dates. Default: found by name.")
]
TitleColumn = t.Annotated[
    str | None, typer.Option(metavar="NAME", help="Column with the titles. Default: found by name.")
]
AllowPrivate = t.Annotated[
    bool,
    typer.Option("--allow-private", help="Also fetch URLs on this machine and in private networks."),
]
GraphPlace = t.Annotated[Path, typer.Argument(metavar="GRAPH", help="Folder that kg build wrote, or its RDF file.")]
Model = t.Annotated[str | None, typer.Option(help="spaCy pipeline: an installed package or a folder.", metavar="NAME")]
Date = t.Annotated[
    date | None,
    typer.Option(
        "--date",
        parser=as_date,  # kg.toml has dates of its own
        metavar="YYYY-MM-DD",
        help="Date for documents without one. Relative times such as Monday need it.",
    ),
]
Extractors = t.Annotated[
    list[str],
    typer.Option(
        "--extractors",
        "--extractor",
        metavar="NAME",
        help="Use only this extractor (repeatable). Default: all but llm.",
    ),
]
LlmUrl = t.Annotated[
    str | None,
    typer.Option(
        "--llm-url", metavar="URL", help="Language model for --extractor llm. Texts are sent to it, and nowhere else."
    ),
]
LlmModel = t.Annotated[str | None, typer.Option("--llm-model", metavar="NAME", help="Name of that model.")]
MinConfidence = t.Annotated[
    float,
    typer.Option("--min-confidence", metavar="FLOAT", help="Leave out claims below this confidence, 0 to 1."),
]
EngineName = t.Annotated[
    Engine,
    typer.Option("--engine", metavar="local|spark", help="Read documents on this machine or on Apache Spark."),
]
Master = t.Annotated[
    str, typer.Option("--master", metavar="URL", help="Spark master; local[*] uses all cores of this machine.")
]
Jobs = t.Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        help="Number of reading processes. Default: one per core for large inputs.",
    ),
]
IncludeText = t.Annotated[
    bool,
    typer.Option(
        "--include-text/--no-text",
        help="Include the articles in the page. The quoted sentences are always included.",
        show_default=False,
    ),
]
TimeLimit = t.Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Time limit of a query.")]
MemoryLimit = t.Annotated[
    int, typer.Option(metavar="MIB", min=64, help="Memory limit of a query, in addition to the graph (Linux only).")
]
TextFormat = t.Annotated[
    t.Literal["text", "json"], typer.Option("--format", "-f", metavar="text|json", help="Output format.")
]
Title = t.Annotated[str | None, typer.Option(help="Heading of the page.", metavar="TEXT")]


Provenance = t.Annotated[
    Layout,
    typer.Option(
        "--provenance",
        metavar="reify|rdf12|graphs|doc-graphs|nary|none",
        help="RDF layout of the provenance. `none` writes only plain edges.",
    ),
]
RdfSyntax = t.Annotated[
    Syntax | None,
    typer.Option(
        "--syntax",
        "--format",
        "-f",
        metavar="turtle|trig|nt|nq|jsonld|rdfxml",
        help="RDF syntax. Default: turtle, or trig if the layout needs named graphs.",
    ),
]


def graph_file(place: Path) -> Path:
    """Return the RDF file in a folder, or the given file; `kg.outputs` takes long to import."""
    from kg.outputs import graph_file as found

    return found(place)


def any_failed(failures: "Iterable[Failure]") -> bool:
    """Return whether anything failed, or was given by name and not read."""
    return not all(failure.skipped for failure in failures)


def show_failures(failures: "Iterable[Failure]", *, file: Path | None = None) -> None:
    """Write one line per failure on standard error; many failures with the same reason share one line.

    Args:
        failures: the inputs that were not read or could not be processed.
        file: the file that lists all of them.
    """
    groups: dict[tuple[bool, str], list[str]] = {}
    for failure in failures:
        groups.setdefault((failure.skipped, failure.line), []).append(failure.place)
    for (skipped, line), places in groups.items():
        before = "skipped: " if skipped else ""
        if len(places) > GROUPED:
            where = f" (all in {file})" if file is not None else ""
            places = [f"{len(places)} inputs, such as {', '.join(places[: GROUPED - 1])}{where}"]
        for place in places:
            typer.echo(f"kg: {before}{place}: {line}", err=True)


def show_undated(documents: "Sequence[Document]") -> None:
    """Write one line on standard error that names the documents without a date."""
    names = [" ".join(document.id.split()) for document in documents if document.published is None]
    if names:
        named = listed(names, MOST_NAMED)
        typer.echo(
            f"kg: {counted(len(names), 'document')} without a date: {named}; set it with --date YYYY-MM-DD", err=True
        )
