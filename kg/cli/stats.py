"""`kg stats`: print the size of a graph, and how well it is connected."""

from dataclasses import asdict

import typer

from kg.cli.options import GraphPlace, graph_file


def stats(graph: GraphPlace) -> None:
    """Print counts of a graph.

    Documents, entities, statements by status, and how well entities are connected.
    """
    from kg.graph import KnowledgeGraph

    found = KnowledgeGraph.read(graph_file(graph))
    for name, count in (found.counts() | asdict(found.connections())).items():
        typer.echo(f"{name:<28} {count:>8}")
