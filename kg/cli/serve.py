"""`kg serve`: serve an existing graph on this machine."""

import contextlib
import signal
import sys
import typing as t

import typer

from kg.cli.options import GraphPlace, MemoryLimit, TimeLimit, Title, graph_file


def serve(
    graph: GraphPlace,
    port: t.Annotated[int, typer.Option(metavar="NUMBER", min=0, max=65535, help="Port. 0 selects a free one.")] = 3040,
    title: Title = None,
    time_limit: TimeLimit = 10.0,
    processes: t.Annotated[
        int,
        typer.Option(
            metavar="NUMBER", min=1, max=64, help="Number of concurrent queries. Each process loads the graph."
        ),
    ] = 2,
    memory_limit: MemoryLimit = 1024,
) -> None:
    """Serve a graph on this machine: page, SPARQL, JSON.

    Listens on 127.0.0.1, read-only, until Ctrl-C. / is the page, /sparql the SPARQL endpoint, and /api the JSON API.
    """
    from kg.ask import GraphIndex
    from kg.graph import KnowledgeGraph
    from kg.serve import GraphServer, Workers

    source = graph_file(graph)
    workers = Workers(source, count=processes, seconds=time_limit, memory=memory_limit)
    try:
        page, index = lambda: KnowledgeGraph.read(source).to_html(title=title), lambda: GraphIndex.read(source)
        with GraphServer(workers, page, index, port=port) as server:
            typer.echo(
                f"{server.address} is the page, {server.address}sparql the SPARQL endpoint, "
                f"{server.address}api the JSON API; press Ctrl-C to stop"
            )
            sys.stdout.flush()
            signal.signal(signal.SIGTERM, signal.default_int_handler)
            with contextlib.suppress(KeyboardInterrupt):
                server.serve_forever(poll_interval=0.1)
    finally:
        workers.stop()
