"""`kg remove`: remove documents from a folder that `kg build` wrote."""

import typing as t
from pathlib import Path

import typer

from kg.cli.build import show_update
from kg.cli.options import any_failed, show_failures


def remove(
    out: t.Annotated[Path, typer.Argument(metavar="OUT", help="Folder that kg build wrote.")],
    documents: t.Annotated[
        list[str], typer.Argument(metavar="DOCUMENT...", help="Ids of documents, as in documents.csv.")
    ],
    link: t.Annotated[
        str | None,
        typer.Option(
            metavar="wikidata|URL",
            help="Needed if the last run used --link: the network is used only on request.",
        ),
    ] = None,
    quiet: t.Annotated[bool, typer.Option("--quiet", "-q", help="Show errors only.")] = False,
) -> None:
    """Remove documents from a graph.

    Statements that no other document makes are removed too.

    Writes the files that kg build would write without these documents, with the options of its last run.
    """
    from kg.stages import remove

    done = remove(documents, out, link=link)
    show_failures(done.failures)
    if not quiet:
        show_update(out, done)
    if any_failed(done.failures):
        raise typer.Exit(1)
