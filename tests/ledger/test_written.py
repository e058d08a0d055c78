"""A folder that kg never wrote to is told from its own, and the files of others are not touched."""

import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import OutputError
from kg.ledger import check_not_foreign, record_in
from kg.outputs import own_files

Captured = pytest.CaptureFixture[str]
MINE = ("graph.html", "graph.nq", "graph.rdf", "graph.jsonld", "edges.parquet", "schema.nt")


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with files of the user, below the working directory, which has one document."""
    monkeypatch.chdir(tmp_path)
    Path("mill.txt").write_text("Prado Labs bought the mill.", encoding="utf-8")
    folder = Path("out")
    folder.mkdir()
    for name in MINE:
        (folder / name).write_text("mine", encoding="utf-8")
    return folder


def build(*options: str) -> int:
    return main(["build", "mill.txt", "-o", "out", "-q", *options])


def untouched(out: Path) -> bool:
    return all((out / name).read_text("utf-8") == "mine" for name in MINE)


def test_files_that_are_not_of_kg_stay(out: Path) -> None:
    assert build("--no-page") == 0
    Path("mill.txt").write_text("Prado Labs sold the mill.", encoding="utf-8")
    assert build("--no-page") == 0
    assert untouched(out)
    assert main(["verify", "out", "--no-shapes"]) == 0, "the RDF of the run is found among the others"


@pytest.mark.parametrize("name", ["nodes.csv", "run.json", "graph.ttl"])
def test_files_of_others_are_not_overwritten(name: str, out: Path, capsys: Captured) -> None:
    (out / name).write_text("mine", encoding="utf-8")
    before = sorted(path.name for path in out.iterdir())
    assert build("--no-page") == 1
    assert capsys.readouterr().err == (
        f"kg: out: holds {name}, which no record says kg wrote and this run would overwrite; "
        "move them away, or write to another folder\n"
    )
    assert (out / name).read_text("utf-8") == "mine"
    assert sorted(path.name for path in out.iterdir()) == before


def test_what_an_earlier_run_wrote_is_removed(out: Path) -> None:
    assert build("-f", "nt", "--no-page") == 0
    (out / "run.json").unlink()  # the ledger knows as well
    assert build("--no-page") == 0
    assert (out / "graph.ttl").exists()
    assert not (out / "graph.nt").exists()
    assert main(["convert", "out", "-o", "out/graph.trig"]) == 0
    Path("mill.txt").write_text("Prado Labs sold the mill.", encoding="utf-8")
    assert build("--no-page") == 0
    assert (out / "graph.trig").exists(), "the user asked for it"
    assert untouched(out)


@pytest.mark.parametrize("text", ["{", "[]", '{"versions": {"node": "20"}}', '{"files": ["a"]}'])
def test_what_is_no_record_of_kg(text: str, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text(text, encoding="utf-8")
    assert record_in(tmp_path) is None
    assert own_files(tmp_path) is None


def test_a_record_is_only_believed_about_names_of_kg(out: Path) -> None:
    record = {"versions": {"kg": "0.3.0"}, "files": ["../mill.txt", "notes.txt"]}
    (out / "run.json").write_text(json.dumps(record), encoding="utf-8")
    (out / "notes.txt").write_text("mine", encoding="utf-8")
    assert build("--no-page") == 0
    assert (out / "notes.txt").exists()
    assert Path("mill.txt").exists()


@pytest.mark.parametrize(
    ("options", "names"),
    [({"syntax": "trig"}, {"graph.trig", "graph.html"}), ({"syntax": ["trig"]}, {"graph.html"}), ([], {"graph.html"})],
)
def test_a_record_of_an_earlier_version_lists_no_files(options: object, names: set[str], tmp_path: Path) -> None:
    record = {"versions": {"kg": "0.2.0"}, "options": options}
    (tmp_path / "run.json").write_text(json.dumps(record), encoding="utf-8")
    assert {*(own_files(tmp_path) or ())} == names


@pytest.mark.parametrize("ledger", [["--no-ledger"], ["--fresh"], []])
def test_no_second_graph_stays_in_a_folder_of_an_earlier_version(ledger: list[str], out: Path) -> None:
    (out / "graph.html").unlink()
    assert build() == 0
    record = json.loads((out / "run.json").read_text("utf-8"))
    del record["files"]
    (out / "run.json").write_text(json.dumps(record), encoding="utf-8")
    assert build("-f", "trig", "--no-page", *ledger) == 0
    assert (out / "graph.trig").exists()
    assert not (out / "graph.ttl").exists()
    assert not (out / "graph.html").exists()
    assert (out / "graph.nq").read_text("utf-8") == "mine"


def test_fresh_removes_what_only_the_ledger_knows(out: Path) -> None:
    assert build("--no-page") == 0
    (out / "run.json").unlink()
    assert build("-f", "trig", "--no-page", "--fresh") == 0
    assert not (out / "graph.ttl").exists()
    assert untouched(out)


def test_few_of_many_files_are_named(out: Path) -> None:
    with pytest.raises(OutputError, match=r"holds edges.parquet, graph.html, graph.jsonld and 3 more, which"):
        check_not_foreign(out, MINE)


@pytest.mark.parametrize("command", ["build mill.txt", "build mill.txt --dry-run", "convert out --to csv", "view out"])
def test_an_empty_output_is_refused(command: str, out: Path, capsys: Captured) -> None:
    assert main([*command.split(), "-o", ""]) == 2
    assert "the name of the output is empty" in capsys.readouterr().err
    assert untouched(out)
