"""`kg load`: its prompts, and where passwords are allowed."""

import sys
from pathlib import Path

import pytest

from kg.cli import main
from kg.cli.load import credentials
from kg.cli.options import graph_file
from kg.errors import InputError, UsageError
from tests.load.servers import BadStore, Behaviour

TRIPLE = "<urn:x:s> <urn:x:p> <urn:x:o> .\n"
BASIC = "Basic bWU6cMOkc3M="

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run in a folder with a graph."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_PASSWORD", raising=False)
    (tmp_path / "graph.ttl").write_text(TRIPLE, encoding="utf-8")
    return tmp_path


def test_a_graph_is_loaded(store: BadStore, capsys: Captured) -> None:
    assert main(["load", ".", "--to", store.address, "--store", "oxigraph"]) == 0
    assert capsys.readouterr().out == f"{store.address}: default graph: 1 triple\n"


def test_options_stand_in_kg_toml(store: BadStore) -> None:
    Path("kg.toml").write_text(
        f'[load]\nto = "{store.address}"\nstore = "fuseki"\ngraph = "urn:x:g"\n', encoding="utf-8"
    )
    assert main(["load", "graph.ttl"]) == 0
    assert store.seen[0].path == "/data?graph=urn%3Ax%3Ag"


def test_the_password_comes_from_the_environment(store: BadStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PASSWORD", "päss")
    store.behaviour = Behaviour(basic=BASIC)
    assert main(["load", ".", "--to", store.address, "--store", "oxigraph", "--user", "me"]) == 0
    assert store.seen[-1].authorization == BASIC


def test_there_is_no_option_for_a_password(store: BadStore, capsys: Captured) -> None:
    assert main(["load", ".", "--to", store.address, "--password", "x"]) == 2
    assert main(["load", ".", "--to", store.address.replace("//", "//me:hidden@")]) == 2
    error = capsys.readouterr().err
    assert "KG_PASSWORD" in error
    assert "hidden" not in error
    assert store.seen == []


def test_a_user_without_a_password_and_nobody_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pipe:
        def isatty(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", Pipe())
    with pytest.raises(UsageError, match="KG_PASSWORD"):
        credentials("me", is_token=False)


def test_who_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_PASSWORD", "x")
    assert credentials(None, is_token=False) is None
    token = credentials(None, is_token=True)
    assert token is not None
    assert (token.user, token.password) == (None, "x")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["absent", "--to", "http://127.0.0.1:1"], 1, "kg build"),
        (["."], 2, "--to"),
        ([".", "--to", "nowhere"], 2, "not the address"),
        ([".", "--to", "http://127.0.0.1:1", "--store", "neptune"], 2, "oxigraph"),
        ([".", "--to", "http://127.0.0.1:1", "--graph", "no iri"], 2, "--graph no iri"),
        ([".", "--to", "http://127.0.0.1:1", "--store", "virtuoso"], 2, "--graph"),
        (["broken.ttl", "--to", "http://127.0.0.1:1"], 1, "nothing was sent"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], code: int, words: str, folder: Path, capsys: Captured) -> None:
    (folder / "broken.ttl").write_text(f"{TRIPLE} .", encoding="utf-8")
    assert main(["load", *arguments]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: ")
    assert captured.err.count("\n") == 1
    assert words in captured.err


def test_the_file_of_a_folder(folder: Path) -> None:
    assert graph_file(folder) == folder / "graph.ttl"
    (folder / "graph.ttl").rename(folder / "graph.nq")
    assert graph_file(folder) == folder / "graph.nq"
    assert graph_file(folder / "graph.nq") == folder / "graph.nq"
    (folder / "graph.nq").unlink()
    with pytest.raises(InputError, match=r"graph\.ttl"):
        graph_file(folder)
