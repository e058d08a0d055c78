"""`kg view`: write the page of an existing graph."""

import typing as t
from pathlib import Path

import typer

from kg.arguments import as_output
from kg.cli.options import GraphPlace, IncludeText, Title, graph_file
from kg.errors import OutputError


def view(
    graph: GraphPlace,
    out: t.Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", parser=as_output, metavar="PAGE", help="HTML file to write. Default: next to the graph."
        ),
    ] = None,
    title: Title = None,
    around: t.Annotated[
        str | None, typer.Option(metavar="NAME", help="Show only the neighbourhood of this entity.")
    ] = None,
    depth: t.Annotated[int, typer.Option(metavar="N", min=1, help="Number of steps around it.")] = 1,
    include_text: IncludeText = True,
    embed: t.Annotated[
        bool,
        typer.Option("--embed", help="Write a page to embed in another: the picture and its caption only."),
    ] = False,
    open_: t.Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
) -> None:
    """Write the HTML page of a graph and print its path."""
    from kg.graph import KnowledgeGraph
    from kg.identifiers import slug

    source = graph_file(graph)
    name = f"around-{slug(around)}" if around else source.stem
    page = out or source.with_name(f"{name}-embed.html" if embed else f"{name}.html")
    loaded = KnowledgeGraph.read(source)
    shown = loaded if around is None else loaded.around(around, depth=depth)
    heading = title or (around and f"Around {around}")
    content = shown.to_html(title=heading, include_text=include_text and not embed, embed=embed)
    try:
        page.write_text(content, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{page}: cannot be written: {error.strerror}") from error
    typer.echo(str(page))
    if open_:
        typer.launch(str(page))
