"""`kg mcp` from the view of a client of the protocol."""

import json
import sys
import typing as t
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import pytest
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from kg.ask import QUESTIONS
from kg.cli import main
from kg.export.rdf import to_turtle
from tests.export.examples import GRAPH

REPOSITORY = Path(__file__).resolve().parent.parent
CALLS: t.Final[tuple[tuple[str, dict[str, object]], ...]] = (
    ("retrieve", {"question": "What does the bakery sell?", "limit": 1}),
    ("about", {"name": "Osl"}),
    ("query", {"sparql": "SELECT ?n WHERE { kge:Oslo rdfs:label ?n }"}),
    ("query", {"sparql": "ASK { SERVICE <http://x.example/> { ?s ?p ?o } }"}),
    ("query", {"sparql": "DELETE WHERE { ?s ?p ?o }"}),
    ("evidence", {}),
)


async def asked(folder: Path) -> tuple[list[t.Any], list[tuple[bool, str]]]:
    """Return the tools of a graph's server, and its answers: whether each is an error, and its text."""
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "kg", "mcp", str(folder)], env={"PYTHONPATH": str(REPOSITORY)}
    )
    with (folder / "log").open("w") as log:
        async with stdio_client(server, errlog=log) as streams, ClientSession(*streams) as session:
            await session.initialize()
            tools = (await session.list_tools()).tools
            answers = [await session.call_tool(name, arguments) for name, arguments in CALLS]
    return tools, [(bool(each.is_error), t.cast("t.Any", each.content[0]).text) for each in answers]


def test_a_client_finds_tools_and_answers(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(to_turtle(GRAPH), encoding="utf-8")
    with ThreadPoolExecutor(1) as apart:  # browser tests may have an event loop in this thread
        tools, answers = apart.submit(anyio.run, asked, tmp_path).result()
    assert [tool.name for tool in tools] == [*QUESTIONS, "query"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    assert {"question", "limit"} == set(
        next(each for each in tools if each.name == "retrieve").input_schema["properties"]
    )
    retrieved, about, select, service, update, missing = answers
    row = json.loads(retrieved[1])
    assert row["sentence"] == "Lund Bakery sold 40 loaves on 20 July 2024."
    assert row["statements"][0]["status"] == "affirmed"
    assert about[0]
    assert "did you mean: Oslo?" in about[1]
    assert json.loads(select[1])["results"]["bindings"][0]["n"]["value"] == "Oslo"
    assert service[0]
    assert "SERVICE" in service[1]
    assert update[0]
    assert missing[0]


def test_no_graph_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["mcp", str(tmp_path / "absent")]) == 1
    assert "make one with: kg build" in capsys.readouterr().err


def test_without_the_sdk_it_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "kg.mcp", None)
    assert main(["mcp", str(tmp_path)]) == 2
    assert capsys.readouterr().err == "kg: kg mcp needs the MCP SDK: pip install mcp\n"
