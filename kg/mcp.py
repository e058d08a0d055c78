"""The questions of `kg.ask`, and SPARQL, as tools of the Model Context Protocol, for language models.

Needs the extra `mcp`, the official SDK.
"""

import functools
import typing as t
from collections.abc import Callable

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from kg.ask import QUESTIONS, GraphIndex
from kg.errors import KgError
from kg.serve import Workers
from kg.serve.protocol import Question

INSTRUCTIONS: t.Final = """\
A knowledge graph of documents. Every statement comes with its sentence and its document: quote the sentence.
`status` shows whether a statement is affirmed, negated, planned, possible, alleged, conditional or denied, and
`attributed_to` who says it. Never report a denied, alleged, planned or merely possible statement as a fact.
Start with `retrieve` for a natural-language question, or with `search` for a name.
"""
ANSWERS: t.Final = ("application/sparql-results+json", "text/turtle")
READING: t.Final = ToolAnnotations(read_only_hint=True, open_world_hint=False)


def mcp_server(index: GraphIndex, workers: Workers) -> MCPServer[t.Any]:
    """Return a server with a tool for each question and one for SPARQL; all of them only read.

    Args:
        index: the graph.
        workers: the processes that answer SPARQL, within their limits.
    """
    server: MCPServer[t.Any] = MCPServer("kg", instructions=INSTRUCTIONS)

    def query(sparql: str) -> str:
        """Return the results of a SPARQL 1.1 query as SPARQL JSON, or as Turtle for CONSTRUCT and DESCRIBE.

        Args:
            sparql: the query; the prefixes kg:, kge:, kgr:, nif:, prov:, rdfs:, schema: and xsd: need not be declared.
                A kg:Statement has kg:subject, kg:relation, kg:object, kg:status, kg:phrase; names are rdfs:label.
        """
        reply = workers.answer(Question(sparql), ANSWERS)
        text = reply.content.decode("utf-8", "replace").strip()
        if reply.status != 200:
            raise ToolError(text)
        return text

    for tool in (*(_reporting_errors(getattr(index, name)) for name in QUESTIONS), query):
        server.add_tool(tool, annotations=READING)
    return server


def _reporting_errors(question: Callable[..., t.Any]) -> Callable[..., t.Any]:
    """Return a question whose errors are reported to the model, in one line."""

    @functools.wraps(question)
    def wrapper(*args: t.Any, **kwargs: t.Any) -> t.Any:
        try:
            return question(*args, **kwargs)
        except KgError as error:
            raise ToolError(str(error)) from error

    return wrapper
