"""`kg serve`: a graph that was written before answers queries on this machine."""

import contextlib
import signal
import sys
import typing as t

import typer

from kg.cli.options import GraphPlace, Title, graph_file


def serve(
    graph: GraphPlace,
    port: t.Annotated[int, typer.Option(metavar="NUMBER", min=0, max=65535, help="Port. 0 takes a free one.")] = 3040,
    title: Title = None,
    time_limit: t.Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Time limit of a query.")] = 10.0,
    processes: t.Annotated[
        int,
        typer.Option(
            metavar="NUMBER", min=1, max=64, help="Number of queries at a time. Each process holds the graph."
        ),
    ] = 2,
    memory_limit: t.Annotated[
        int, typer.Option(metavar="MIB", min=64, help="Memory limit of a query, beside the graph (Linux only).")
    ] = 1024,
) -> None:
    """Serve a graph on this machine: SPARQL and its page.

    Listens on 127.0.0.1, read-only, until Ctrl-C.
    """
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
