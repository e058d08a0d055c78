"""`kg stats`: print the size of a graph, and how well it is connected."""

import json
from dataclasses import asdict

import typer

from kg.cli.columns import aligned
from kg.cli.options import GraphPlace, TextFormat, graph_file


def stats(graph: GraphPlace, format_: TextFormat = "text") -> None:
    """Print counts of a graph.

    Documents, entities, statements by status, and how well entities are connected. The reference of the output files
    explains each count.
    """
    from kg.graph import KnowledgeGraph

    found = KnowledgeGraph.read(graph_file(graph))
    counts = found.counts() | asdict(found.connections())
    if format_ == "json":
        typer.echo(json.dumps(counts, indent=2))
        return
    widest = max(len(str(count)) for count in counts.values())
    typer.echo("\n".join(aligned([(name, f"{count:>{widest}}") for name, count in counts.items()])))
