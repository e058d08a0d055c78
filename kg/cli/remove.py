"""`kg remove`: documents are taken out of a folder that `kg build` wrote."""

import typing as t
from pathlib import Path

import typer

from kg.cli.build import show_update
from kg.cli.options import any_failed, show_failures


def remove(
    out: t.Annotated[Path, typer.Argument(metavar="OUT", help="The folder that kg build wrote to.")],
    documents: t.Annotated[
        list[str], typer.Argument(metavar="DOCUMENT...", help="Ids of documents, as they stand in the tables.")
    ],
    link: t.Annotated[
        str | None,
        typer.Option(
            metavar="wikidata|URL",
            help="What the last run looked things up in, where it did; nothing goes to the network unasked.",
        ),
    ] = None,
    quiet: t.Annotated[bool, typer.Option("--quiet", "-q", help="Show errors only.")] = False,
) -> None:
    """Take documents out of a graph, with all that only they say, and write its files anew.

    The files are those that kg build writes without these documents, with the options of its last run.
    """
    from kg.stages import remove

    done = remove(documents, out, link=link)
    show_failures(done.failures)
    if not quiet:
        show_update(out, done)
    if any_failed(done.failures):
        raise typer.Exit(1)
