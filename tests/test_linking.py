"""The user's gazetteers and links in the whole run; and that nothing else opens a connection."""

import ast
import json
import subprocess
import sys
import typing as t
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.export.rdf import read_turtle
from tests.link.server import SPACE, Server, serving

TEXT = "Norlin Ferries bought the shipyard in Varn. Ida Berg, the director of Norlin Ferries, went to Sweden.\n"
NETWORK = {"asyncio", "ftplib", "http", "smtplib", "socket", "socketserver", "ssl", "urllib", "urllib3", "requests"}
PACKAGE = Path(kg.__file__).parent

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as found:
        yield found


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Path("ferry.txt").write_text(TEXT, encoding="utf-8")


def build(*options: str) -> int:
    return main(["build", "ferry.txt", "-o", "out", *options])


def links() -> dict[str, list[str]]:
    rows = (json.loads(line) for line in Path("out", "entities.jsonl").read_text("utf-8").splitlines())
    return {row["label"]: row["links"] for row in rows}


def test_what_the_gazetteer_knows_has_its_link_in_table_and_rdf() -> None:
    assert build("--quiet") == 0
    assert links()["Sweden"] == ["http://www.wikidata.org/entity/Q34"]
    turtle = Path("out", "graph.ttl").read_text("utf-8")
    assert "skos:exactMatch wd:Q34" in turtle
    assert {entity.label: list(entity.links) for entity in read_turtle(Path("out", "graph.ttl")).entities} == links()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("own.csv", "label,type,aliases,link\nNorlin Line,Company,Norlin Ferries,https://x.example/norlin\n"),
        (
            "own.ttl",
            """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <https://x.example/norlin> a <https://schema.org/Corporation> ;
                skos:prefLabel "Norlin Line" ; skos:altLabel "Norlin Ferries" .
            """,
        ),
    ],
)
def test_a_gazetteer_of_the_users(name: str, content: str) -> None:
    Path(name).write_text(content, encoding="utf-8")
    assert build("--gazetteer", name, "--quiet") == 0
    assert links()["Norlin Line"] == ["https://x.example/norlin"]
    (entity,) = (one for one in read_turtle(Path("out", "graph.ttl")).entities if one.label == "Norlin Line")
    assert entity.type == "Company"


def test_persons_of_the_users() -> None:
    Path("own.csv").write_text("label,type,link\nIda Berg,person,https://x.example/berg\n", encoding="utf-8")
    assert build("--gazetteer", "own.csv", "--quiet") == 0
    assert links()["Ida Berg"] == ["https://x.example/berg"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("own.csv", "label,type\nX,Planet\n", "own.csv:2"),
        ("own.csv", "label,type\nthe,City\n", "own.csv:2: 'the': too common a word for a name"),
        ("own.csv", "label,type,aliases\nAcme,Organization,Bolt|of\n", "own.csv:2: 'of': too common a word for a name"),
        ("own.ttl", "x", "own.ttl"),
        ("own.txt", "x", ".csv or .ttl"),
    ],
)
def test_a_bad_gazetteer_is_one_line(name: str, content: str, words: str, capsys: Captured) -> None:
    Path(name).write_text(content, encoding="utf-8")
    assert build("--gazetteer", name) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert words in told
    assert not Path("out").exists()


def test_links_of_a_service(server: Server) -> None:
    assert build("--link", server.address, "--quiet") == 0
    assert links()["Norlin Ferries"] == [f"{SPACE}n1"]
    assert links()["Ida Berg"] == []  # two persons have that name
    assert links()["Sweden"] == ["http://www.wikidata.org/entity/Q34"]
    assert json.loads(Path("out", "run.json").read_text("utf-8"))["options"]["link"] == server.address
    first = Path("out", "graph.ttl").read_bytes()
    server.answer = "error"
    assert build("--link", server.address, "--quiet") == 0  # the answers were cached
    assert Path("out", "graph.ttl").read_bytes() == first


@pytest.mark.parametrize("fault", ["error", "malformed", "nothing"])
def test_a_service_that_fails_loses_links_only(server: Server, fault: str, capsys: Captured) -> None:
    server.answer = fault
    assert build("--link", server.address, "--date", "2023-05-10") == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(f"kg: {server.address}: ")
    assert captured.err.endswith("the graph has no links from this service\n")
    assert captured.err.count("\n") == 1
    assert links()["Norlin Ferries"] == []
    assert "the graph has no links from this service" in Path("out", "report.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--link", "nowhere"], "wikidata or an http"),
        (["--link", "wikidata", "--link-threshold", "2"], "between 0 and 1"),
        (["--link-threshold", "nan"], "between 0 and 1"),
    ],
)
def test_wrong_use_is_one_line(options: list[str], words: str, capsys: Captured) -> None:
    assert build(*options) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert words in told


def test_only_the_packages_for_services_import_what_opens_connections() -> None:
    found = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if not NETWORK.isdisjoint(_imported(ast.parse(path.read_text("utf-8"))))
    }
    assert found == {"fetch", "link", "llm", "load", "serve"}


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name.partition(".")[0] for name in names)


WATCHED: t.Final = """
import sys
opened = []
watched = ("socket.connect", "socket.getaddrinfo", "urllib.Request")
sys.addaudithook(lambda event, arguments: opened.append(event) if event in watched else None)
from kg.cli import main
code = main(["build", "ferry.txt", "-o", "out", "--quiet"])
rooms = [name for name in sys.modules if name.startswith("kg.link")]
sys.exit(f"{code} {opened} {rooms}" if code or opened or rooms else 0)
"""


def test_without_the_option_nothing_is_opened_or_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr


def test_a_graph_built_from_python_can_be_linked(server: Server) -> None:
    graph = kg.build("ferry.txt", link=server.address, link_threshold=0.5)
    assert {entity.label: entity.links for entity in graph.entities}["Norlin Ferries"] == (f"{SPACE}n1",)


def test_an_army_is_an_organization_too_and_reads_back_as_an_army(tmp_path: Path) -> None:
    Path("army.txt").write_text("The Taliban took Kabul. Many people left.\n", encoding="utf-8")
    assert main(["build", "army.txt", "-o", "out", "--quiet"]) == 0
    turtle = Path("out", "graph.ttl").read_text("utf-8")
    assert "kg:Entity , kg:MilitaryOrganization , schema:Organization" in turtle.replace(",", " ,").replace("  ", " ")
    types = {entity.label: entity.type for entity in read_turtle(Path("out", "graph.ttl")).entities}
    assert types["Taliban"] == "MilitaryOrganization"
