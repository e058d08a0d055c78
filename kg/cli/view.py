"""`kg view`: the page of a graph that was written before."""

import typing as t
from pathlib import Path

import typer

from kg.cli.options import GraphPlace, Title, graph_file
from kg.errors import OutputError


def view(
    graph: GraphPlace,
    out: t.Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="PAGE", help="HTML file to write; else beside the graph.", show_default=False
        ),
    ] = None,
    title: Title = None,
    open_: t.Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Write the HTML page of a graph anew and print its path."""
    from kg.graph import KnowledgeGraph

    source = graph_file(graph)
    page = out or source.with_suffix(".html")
    content = KnowledgeGraph.read(source).to_html(title=title)
    try:
        page.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{page}: cannot be written: {error.strerror}") from error
    typer.echo(str(page))
    if open_:
        typer.launch(str(page))
