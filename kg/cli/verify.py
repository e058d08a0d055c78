"""`kg verify`: check the output of `kg build`."""

import typing as t

import typer

from kg.cli.columns import printable
from kg.cli.options import GraphPlace, graph_file

if t.TYPE_CHECKING:
    from kg.verify import Check

LINES_FILE: t.Final = "triples.jsonl"
DOCUMENTS_FILE: t.Final = "documents.jsonl"
SHOWN: t.Final = 3
"""The default number of faults shown for each check."""
WORDS: t.Final = 300
"""The maximum number of characters shown of a fault."""


def verify(
    graph: GraphPlace,
    shapes: t.Annotated[
        bool | None,
        typer.Option("--shapes/--no-shapes", help="Check the SHACL shapes. Default: up to 200,000 triples."),
    ] = None,
    faults: t.Annotated[
        int, typer.Option("--faults", metavar="NUMBER", min=1, help="Number of faults to show for each check.")
    ] = SHOWN,
) -> None:
    """Verify a graph against its own text.

    Prints one line for each check. The exit code is 1 if one fails.
    """
    from kg.verify import verify

    path = graph_file(graph)
    lines, documents = path.with_name(LINES_FILE), path.with_name(DOCUMENTS_FILE)
    states = set()
    # a folder must have one, a file may stand alone
    given = {
        "lines": lines if graph.is_dir() or lines.exists() else None,
        "documents": documents if documents.exists() else None,
    }
    for check in verify(path, **given, shapes=shapes):
        typer.echo(line(check, faults))
        states.add(check.state)
    if "failed" in states:
        raise typer.Exit(1)


def line(check: "Check", most: int) -> str:
    """Return one check on one line, with up to `most` of its faults."""
    words = f"{check.state:<8}{check.name}: {check.summary}"
    if not check.faults:
        return words
    shown = "; ".join(printable(fault)[:WORDS] for fault in check.faults[:most])
    more = f"; and {len(check.faults) - most} more" if len(check.faults) > most else ""
    return f"{words}; {len(check.faults)} at fault: {shown}{more}"
