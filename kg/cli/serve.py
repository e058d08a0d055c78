"""`kg serve`: a graph that was written before answers queries on this machine."""

import contextlib
import signal
import sys
import typing as t

import typer

from kg.cli.options import GraphPlace, Title, graph_file


def serve(
    graph: GraphPlace,
    port: t.Annotated[int, typer.Option(metavar="NUMBER", min=0, max=65535, help="0 takes a free one.")] = 3040,
    title: Title = None,
    time_limit: t.Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="How long a query may take.")] = 10.0,
    processes: t.Annotated[
        int, typer.Option(metavar="NUMBER", min=1, max=64, help="How many queries at a time; each holds the graph.")
    ] = 2,
    memory_limit: t.Annotated[
        int, typer.Option(metavar="MIB", min=64, help="Memory that a query may take beside the graph (on Linux).")
    ] = 1024,
) -> None:
    """Answer SPARQL queries about a graph on 127.0.0.1, for reading only, and show its page, until Ctrl-C."""
    from kg.graph import KnowledgeGraph
    from kg.serve import GraphServer, Workers

    source = graph_file(graph)
    workers = Workers(source, count=processes, seconds=time_limit, memory=memory_limit)
    try:
        with GraphServer(workers, lambda: KnowledgeGraph.read(source).to_html(title=title), port=port) as server:
            typer.echo(f"{server.address} shows the graph; {server.address}sparql answers queries; Ctrl-C stops")
            sys.stdout.flush()
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            with contextlib.suppress(KeyboardInterrupt):
                server.serve_forever(poll_interval=0.1)
    finally:
        workers.stop()
