"""Arguments and options that several commands share, and the files they lead to."""

import typing as t
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import typer

from kg.arguments import as_date
from kg.errors import InputError
from kg.export.encodings import GRAPH_FILES, Layout, Syntax
from kg.ledger import settle
from kg.model import Document, Failure

MOST_NAMED: t.Final = 3
"""How many of several documents are named in one line."""

Inputs = t.Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders or globs; - is standard input.")
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
    typer.Option("--extractors", "--extractor", metavar="NAME", help="Use this extractor only (repeatable); else all."),
]
MinConfidence = t.Annotated[
    float,
    typer.Option("--min-confidence", metavar="FLOAT", help="Leave out claims below this confidence, 0 to 1; else 0.3."),
]
IncludeText = t.Annotated[
    bool,
    typer.Option(
        "--include-text/--no-text",
        help="Whether the articles are in the page; the quoted sentences are in it either way.",
        show_default=False,
    ),
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
    """Return the file of RDF that a folder or file stands for.

    Raises:
        InputError: there is none.
    """
    if place.is_dir():
        settle(place)
    files = [place / name for name in GRAPH_FILES.values()] if place.is_dir() else [place]
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        raise InputError(f"{files[0]}: no such file; make one with: kg build INPUT -o OUT")
    return found


def show_failures(failures: Iterable[Failure]) -> None:
    """Write one line a failure on standard error."""
    for failure in failures:
        typer.echo(f"kg: {failure.place}: {failure.reason}", err=True)


def show_undated(documents: Sequence[Document]) -> None:
    """Write one line on standard error that names documents without a date."""
    names = [" ".join(document.id.split()) for document in documents if document.published is None]
    if names:
        count = "1 document" if len(names) == 1 else f"{len(names)} documents"
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        named = ", ".join(names[:MOST_NAMED]) + more
        typer.echo(f"kg: {count} without a date: {named}; tell it with --date YYYY-MM-DD", err=True)
