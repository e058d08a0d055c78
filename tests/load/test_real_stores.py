"""Real triple stores contain what they were sent, triple by triple."""

from pathlib import Path

import pytest

from kg.cli import main
from kg.export.rdf import to_turtle
from tests.export.examples import GRAPH
from tests.load.servers import decimals, lines, oxigraph, triples_of, whole_numbers

NAME = "https://example.org/graphs/naïve?a=1&b=%20"
PLAIN = "https://example.org/graphs/one"
ALL_OF = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{PLAIN}> {{ ?s ?p ?o }} }}"
OTHER = '<https://example.org/a> <https://example.org/b> "c" .'

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(to_turtle(GRAPH), encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PASSWORD", "dba")


def load(place: Path, *options: str) -> None:
    assert main(["load", str(place), *options]) == 0


def file_of(folder: Path) -> set[str]:
    return lines((folder / "graph.ttl").read_bytes())


def test_oxigraph_default_graph(written: Path, oxigraph_store: str, capsys: Captured) -> None:
    load(written, "--to", oxigraph_store, "--store", "oxigraph")
    count = len(file_of(written))
    assert capsys.readouterr().out == f"{oxigraph_store}: default graph: {count} triples\n"
    assert triples_of(f"{oxigraph_store}/store?default") == whole_numbers(file_of(written))


@pytest.mark.parametrize("name", [NAME, PLAIN])
def test_oxigraph_replaces_a_named_graph(name: str, written: Path, oxigraph_store: str, tmp_path: Path) -> None:
    other = tmp_path / "other.nt"
    other.write_text(OTHER, encoding="utf-8")
    target = ("--to", f"{oxigraph_store}/store", "--graph", name)
    load(other, *target)
    load(written, *target)
    query = ALL_OF.replace(PLAIN, name)
    assert triples_of(f"{oxigraph_store}/query", query=query) == whole_numbers(file_of(written))


def test_oxigraph_by_updates(written: Path, oxigraph_store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.load.content.INSERT_BYTES", 10_000)
    options = ["--query-url", f"{oxigraph_store}/query", "--update-url", f"{oxigraph_store}/update", "--graph", PLAIN]
    load(written, "--to", oxigraph_store, "--store", "sparql", *options)
    assert triples_of(f"{oxigraph_store}/query", query=ALL_OF) == whole_numbers(file_of(written))


def test_oxigraph_gets_each_graph_of_a_file(tmp_path: Path, oxigraph_store: str, capsys: Captured) -> None:
    file = tmp_path / "graph.trig"
    file.write_text(
        f"{OTHER} <urn:g:1> {{ {OTHER} <urn:x:s> <urn:x:p> 1 . }} <urn:g:2> {{ {OTHER} }}", encoding="utf-8"
    )
    load(tmp_path, "--to", oxigraph_store, "--store", "oxigraph", "--graph", PLAIN)
    told = [line.removeprefix(f"{oxigraph_store}: ") for line in capsys.readouterr().out.splitlines()]
    assert sorted(told) == sorted([f"{PLAIN}: 1 triple", "urn:g:1: 2 triples", "urn:g:2: 1 triple"])
    assert len(triples_of(f"{oxigraph_store}/store?graph=urn:g:1")) == 2


def test_a_default_graph_that_shows_all_graphs(written: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    with oxigraph(tmp_path_factory.mktemp("union"), "--union-default-graph") as address:
        load(written, "--to", address, "--store", "oxigraph", "--graph", PLAIN)
        other = written / "other.nt"
        other.write_text(OTHER, encoding="utf-8")
        load(other, "--to", address, "--store", "oxigraph")
        assert triples_of(f"{address}/store?default") == lines(OTHER.encode("utf-8"))


def test_virtuoso(written: Path, virtuoso_store: str, capsys: Captured) -> None:
    target = ["--to", virtuoso_store, "--store", "virtuoso", "--user", "dba", "--graph", PLAIN]
    other = written / "other.nt"
    other.write_text(OTHER, encoding="utf-8")
    load(other, *target)
    load(written, *target)
    assert capsys.readouterr().out.splitlines()[-1] == f"{virtuoso_store}: {PLAIN}: {len(file_of(written))} triples"
    assert triples_of(f"{virtuoso_store}/sparql", query=ALL_OF) == decimals(file_of(written))


def test_virtuoso_refuses_a_wrong_password(
    written: Path, virtuoso_store: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_PASSWORD", "guessed")
    target = ["--to", virtuoso_store, "--store", "virtuoso", "--graph", PLAIN]
    assert main(["load", str(written), *target, "--user", "dba"]) == 1
    error = capsys.readouterr().err
    assert "does not accept this user and password" in error
    assert "guessed" not in error
    assert main(["load", str(written), *target]) == 1
    assert "give --user" in capsys.readouterr().err
