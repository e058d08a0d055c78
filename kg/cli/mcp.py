"""`kg mcp`: serve a graph to language models."""

from kg.cli.options import GraphPlace, MemoryLimit, TimeLimit, graph_file
from kg.errors import UsageError


def mcp(graph: GraphPlace, time_limit: TimeLimit = 10.0, memory_limit: MemoryLimit = 1024) -> None:
    """Serve a graph to language models (MCP).

    Uses the Model Context Protocol over standard input and output.

    In the settings of a client, use the command kg with the arguments mcp and the path of the folder.
    """
    from kg.ask import GraphIndex
    from kg.serve import Workers

    try:
        from kg.mcp import mcp_server
    except ImportError as error:
        raise UsageError("kg mcp needs the MCP SDK: pip install mcp") from error

    source = graph_file(graph)
    workers = Workers(source, count=1, seconds=time_limit, memory=memory_limit)
    try:
        mcp_server(GraphIndex.read(source), workers).run()
    finally:
        workers.stop()
