"""Arguments and options that several commands share, and the files they lead to."""

import typing as t
from datetime import date
from pathlib import Path

import typer

from kg.arguments import as_date
from kg.choices import Layout, Syntax

if t.TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model import Document, Failure

MOST_NAMED: t.Final = 3
"""How many of several documents are named in one line."""

GROUPED: t.Final = 3
"""How many failures for the same reason are shown one by one."""

Inputs = t.Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders, globs or URLs; - is standard input.")
]
Language = t.Annotated[
    str, typer.Option(metavar="CODE", help="Language that texts must be in (ISO 639); any reads all of them.")
]
TextColumn = t.Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Column of a table, or field of JSON, that holds the texts; else a guess."),
]
IdColumn = t.Annotated[str | None, typer.Option(metavar="NAME", help="Column of the ids; else a guess, else the row.")]
DateColumn = t.Annotated[str | None, typer.Option(metavar="NAME", help="Column of the dates; else a guess.")]
TitleColumn = t.Annotated[str | None, typer.Option(metavar="NAME", help="Column of the titles; else a guess.")]
AllowPrivate = t.Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch URLs of this machine and of private networks too."),
]
GraphPlace = t.Annotated[
    Path, typer.Argument(metavar="GRAPH", help="What kg build wrote: the folder, or its file of RDF.")
]
Model = t.Annotated[str | None, typer.Option(help="spaCy pipeline: an installed package or a folder.", metavar="NAME")]
Date = t.Annotated[
    date | None,
    typer.Option(
        "--date",
        parser=as_date,  # kg.toml has dates of its own
        metavar="YYYY-MM-DD",
        help="Date of the documents that do not tell theirs; times are reckoned from it.",
    ),
]
Extractors = t.Annotated[
    list[str],
    typer.Option(
        "--extractors", "--extractor", metavar="NAME", help="Use this extractor only (repeatable); else all but llm."
    ),
]
LlmUrl = t.Annotated[
    str | None,
    typer.Option(
        "--llm-url", metavar="URL", help="Language model for --extractor llm; texts are sent to it, and nowhere else."
    ),
]
LlmModel = t.Annotated[str | None, typer.Option("--llm-model", metavar="NAME", help="Name of that model.")]
MinConfidence = t.Annotated[
    float,
    typer.Option("--min-confidence", metavar="FLOAT", help="Leave out claims below this confidence, 0 to 1; else 0.3."),
]
Jobs = t.Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        help="How many processes read; else one for each core where there is much to read. 1 reads in this process.",
    ),
]
IncludeText = t.Annotated[
    bool,
    typer.Option(
        "--include-text/--no-text",
        help="Whether the articles are in the page; the quoted sentences are in it either way.",
        show_default=False,
    ),
]
TimeLimit = t.Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long a query may take.")]
MemoryLimit = t.Annotated[
    int, typer.Option(metavar="MIB", min=64, help="Memory that a query may take beside the graph (on Linux).")
]
Title = t.Annotated[str | None, typer.Option(help="Heading of the page.", metavar="TEXT")]


Provenance = t.Annotated[
    Layout,
    typer.Option(
        "--provenance",
        metavar="reify|rdf12|graphs|doc-graphs|nary|none",
        help="How the RDF tells who says what; reify unless told otherwise, none leaves only plain edges.",
    ),
]
RdfSyntax = t.Annotated[
    Syntax | None,
    typer.Option(
        "--syntax",
        "--format",
        "-f",
        metavar="turtle|trig|nt|nq|jsonld|rdfxml",
        help="Syntax of the RDF; else turtle, or trig where the provenance needs named graphs.",
    ),
]


def graph_file(place: Path) -> Path:
    """Return the file of RDF that a folder or file stands for; `kg.outputs` finds it, which takes long to import."""
    from kg.outputs import graph_file as found

    return found(place)


def any_failed(failures: "Iterable[Failure]") -> bool:
    """Tell whether anything failed or was asked for by name and not read."""
    return not all(failure.passed_over for failure in failures)


def show_failures(failures: "Iterable[Failure]", *, file: Path | None = None) -> None:
    """Write one line a failure on standard error; more than a few for the same reason are one line.

    Args:
        failures: what was not read or could not be processed.
        file: where all of them stand.
    """
    groups: dict[tuple[bool, str], list[str]] = {}
    for failure in failures:
        groups.setdefault((failure.passed_over, failure.line), []).append(failure.place)
    for (passed_over, line), places in groups.items():
        before = "passed over: " if passed_over else ""
        if len(places) > GROUPED:
            where = f" (all in {file})" if file is not None else ""
            places = [f"{len(places)} inputs, such as {', '.join(places[: GROUPED - 1])}{where}"]
        for place in places:
            typer.echo(f"kg: {before}{place}: {line}", err=True)


def show_undated(documents: "Sequence[Document]") -> None:
    """Write one line on standard error that names documents without a date."""
    names = [" ".join(document.id.split()) for document in documents if document.published is None]
    if names:
        count = "1 document" if len(names) == 1 else f"{len(names)} documents"
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        named = ", ".join(names[:MOST_NAMED]) + more
        typer.echo(f"kg: {count} without a date: {named}; tell it with --date YYYY-MM-DD", err=True)
