"""`kg stats`: how much there is in a graph."""

import typer

from kg.cli.options import GraphPlace, graph_file


def stats(graph: GraphPlace) -> None:
    """Count documents, entities and statements, and how the statements are said."""
    from kg.graph import KnowledgeGraph

    for name, count in KnowledgeGraph.read(graph_file(graph)).counts().items():
        typer.echo(f"{name:<14} {count:>8}")
