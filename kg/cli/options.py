"""Arguments and options that several commands share, and the files they lead to."""

import sys
import typing as t
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import typer

from kg.errors import InputError, UsageError
from kg.export.encodings import GRAPH_FILES, Layout, Syntax
from kg.model import Failure

if t.TYPE_CHECKING:
    from kg.extract import Extractor


def _day(text: str | date) -> date:
    return text if isinstance(text, date) else date.fromisoformat(text)  # kg.toml has dates of its own


Inputs = t.Annotated[
    list[str], typer.Argument(metavar="INPUT...", help="Files, folders or globs; - is standard input.")
]
GraphPlace = t.Annotated[
    Path, typer.Argument(metavar="GRAPH", help="What kg build wrote: the folder, or its file of RDF.")
]
Model = t.Annotated[str | None, typer.Option(help="spaCy pipeline: an installed package or a folder.", metavar="NAME")]
Published = t.Annotated[
    date | None,
    typer.Option(
        "--date",
        parser=_day,
        metavar="YYYY-MM-DD",
        help="Date of the documents that do not tell theirs; times are reckoned from it.",
    ),
]
ExtractorNames = t.Annotated[
    list[str], typer.Option("--extractor", metavar="NAME", help="Use this extractor only (repeatable); else all.")
]
MinConfidence = t.Annotated[
    float | None,
    typer.Option("--min-confidence", metavar="FLOAT", help="Leave out claims below this confidence, 0 to 1; else 0.3."),
]
NoText = t.Annotated[
    bool, typer.Option("--no-text", help="Leave the articles out of the page: only the quoted sentences are in it.")
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
    files = [place / name for name in GRAPH_FILES.values()] if place.is_dir() else [place]
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        raise InputError(f"{files[0]}: no such file; make one with: kg build INPUT -o OUT")
    return found


def choose_extractors(names: Iterable[str]) -> "dict[str, Extractor]":
    """Return the installed extractors of these names, all of them where no name is given.

    Raises:
        UsageError: one is not installed.
    """
    from kg.extract import installed_extractors

    installed = dict(installed_extractors())
    wanted = sorted(set(names)) or sorted(installed)
    for name in wanted:
        if name not in installed:
            raise UsageError(f"extractor {name!r}: not installed; there are: {', '.join(sorted(installed))}")
    return {name: installed[name] for name in wanted}


def show_failures(failures: Iterable[Failure]) -> None:
    """Write one line a failure on standard error."""
    for failure in failures:
        typer.echo(f"kg: {failure.place}: {failure.reason}", err=True)


def show_progress(done: int, total: int) -> None:
    """Write the number of documents done over the last one, where somebody is watching."""
    if sys.stderr.isatty():
        typer.echo(f"\rkg: {done} of {total} documents", err=True, nl=done == total)
