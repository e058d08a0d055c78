"""Writing, converting and finding RDF on the command line."""

import json
import re
import subprocess
from pathlib import Path

import pyarrow.parquet
import pyoxigraph
import pytest

import kg
from kg.cli import main
from kg.export.encodings import GRAPH_FILES

TEXT = "Norlin Ferries bought the shipyard in 2021. The firm will not close the yard, director Ida Berg said.\n"

RECORD = Path(__file__).parents[1] / "docs" / "decisions" / "0036-claims-in-rdf.md"
WRITTEN_BEFORE = (
    "written by kg 0.1, which called claims kg:Statement: build it again, or rename its classes "
    "(docs/decisions/0036-claims-in-rdf.md)"
)

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rdf")
    (folder / "ferry.txt").write_text(TEXT, encoding="utf-8")
    (folder / "mine.toml").write_text('["buy"]\nclose-match = ["https://x.example/buys"]\n', encoding="utf-8")
    options = ["--provenance", "doc-graphs", "--oa", "--relations", str(folder / "mine.toml")]
    arguments = [
        "build",
        str(folder / "ferry.txt"),
        "-o",
        str(folder / "out"),
        "--spans",
        "--ids",
        str(folder / "ids.jsonl"),
        "-q",
    ]
    assert main([*arguments, "--base-iri", "https://news.example/kg", *options]) == 0
    return folder


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lines(path: Path) -> set[str]:
    return {str(quad) for quad in pyoxigraph.parse(path=path)}


def test_one_file_of_rdf_is_written_as_asked_for(built: Path) -> None:
    assert {path.name for path in (built / "out").iterdir()} & set(GRAPH_FILES.values()) == {"graph.trig"}
    text = (built / "out" / "graph.trig").read_text(encoding="utf-8")
    assert "kgd:ferry {" in text
    assert "skos:closeMatch <https://x.example/buys>" in text
    assert "a oa:TextQuoteSelector" in text
    assert "kg:Mention, nif:Phrase" in text or "nif:Phrase, nif:RFC5147String, kg:Mention" in text
    assert "https://news.example/kg/entity/" in text
    options = json.loads((built / "out" / "run.json").read_text(encoding="utf-8"))["options"]
    assert {key: options[key] for key in ("provenance", "syntax", "selectors", "spans", "base_iri")} == {
        "provenance": "doc-graphs", "syntax": "trig", "selectors": True, "spans": True,
        "base_iri": "https://news.example/kg/",
    }  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        ["stats"],
        ["query", "--example", "plain-edges"],
        ["view", "-o", "page.html"],
        ["merge-candidates"],
        ["verify", "--no-shapes"],
    ],
)
def test_other_commands_find_what_was_written(built: Path, arguments: list[str], capsys: Captured) -> None:
    command, *rest = arguments
    assert main([command, str(built / "out"), *rest]) == 0
    assert capsys.readouterr().err == ""


def test_every_command_gives_the_same_for_any_layout(built: Path, capsys: Captured) -> None:
    source = built / "out" / "graph.trig"
    for layout, name in (("reify", "a.ttl"), ("rdf12", "b.nq"), ("graphs", "c.jsonld"), ("nary", "d.rdf")):
        assert main(["convert", str(built / "out"), "-o", name, "--provenance", layout]) == 0
        assert capsys.readouterr().out == f"{name}: {len(lines(Path(name)))} triples\n"
        assert main(["diff", str(source), name]) == 0
        assert kg.read_rdf(name) == kg.read_rdf(source)
        assert main(["convert", name, "-o", "back.trig", "--provenance", "doc-graphs"]) == 0
        capsys.readouterr()
        assert Path("back.trig").read_bytes() == source.read_bytes()


@pytest.mark.parametrize(("name", "layout"), [("old.ttl", "reify"), ("old.jsonld", "graphs")])
def test_a_file_of_the_first_vocabulary_is_refused(built: Path, name: str, layout: str, capsys: Captured) -> None:
    source = built / "out" / "graph.trig"
    assert main(["convert", str(source), "-o", name, "--provenance", layout]) == 0
    capsys.readouterr()
    file = Path(name)
    old = re.sub(r"\bkg(:|/ns#)Statement\b", r"kg\1MergedStatement", file.read_text(encoding="utf-8"))
    old = re.sub(r"\bkg(:|/ns#)Claim\b", r"kg\1Statement", old)
    file.write_text(old, encoding="utf-8")
    for command, *rest in (["query", "ASK {}"], ["stats"], ["verify"], ["convert", "-o", "new.nt"]):
        assert main([command, name, *rest]) == 1, command
        assert capsys.readouterr() == ("", f"kg: {name}: {WRITTEN_BEFORE}\n")
    script = re.search("^sed -E '(.*)' old.ttl", RECORD.read_text(encoding="utf-8"), re.MULTILINE)
    assert script is not None
    renamed = subprocess.check_output(["sed", "-E", script[1], name], text=True)  # noqa: S603, S607
    file.write_text(renamed, encoding="utf-8")
    assert kg.read_rdf(name) == kg.read_rdf(source)


def test_another_syntax_takes_the_place_of_the_first(built: Path, capsys: Captured) -> None:
    place = Path("out")
    for options, name in (([], "graph.ttl"), (["-f", "nt"], "graph.nt"), (["--provenance", "graphs"], "graph.trig")):
        assert main(["build", str(built / "ferry.txt"), "-o", "out", "-q", *options]) == 0
        assert {path.name for path in place.iterdir()} & set(GRAPH_FILES.values()) == {name}
        assert main(["stats", "out"]) == 0
    assert not [path for path in place.iterdir() if path.name.endswith(".part")]
    capsys.readouterr()


def test_ids_are_kept_from_run_to_run(built: Path) -> None:
    entities = kg.read_rdf(built / "out" / "graph.trig").entities
    ids = [json.loads(line)["id"] for line in (built / "ids.jsonl").read_text(encoding="utf-8").splitlines()]
    assert ids == sorted(each.id for each in entities)
    known = (built / "ids.jsonl").read_text(encoding="utf-8").replace('"id": "Norlin_Ferries"', '"id": "norlin"')
    Path("known.jsonl").write_text(known, encoding="utf-8")
    graph = kg.build(built / "ferry.txt", ids="known.jsonl")
    assert {each.id: each.label for each in graph.entities}["norlin"] == "Norlin Ferries"
    assert sorted(Path("known.jsonl").read_text(encoding="utf-8").splitlines()) == sorted(known.splitlines())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (
            ["build", "a.txt", "-o", "o", "--provenance", "graphs", "-f", "turtle"],
            2,
            "graphs cannot be written as turtle",
        ),
        (
            ["build", "a.txt", "-o", "o", "--provenance", "rdf12", "-f", "jsonld"],
            2,
            "rdf12 cannot be written as jsonld",
        ),
        (["build", "a.txt", "-o", "o", "--provenance", "star"], 2, "star"),
        (["build", "a.txt", "-o", "o", "--base-iri", "kg/"], 2, "base IRI"),
        (["build", "a.txt", "-o", "o", "--relations", "none.toml"], 1, "none.toml: cannot be opened"),
        (["build", "a.txt", "-o", "o", "--ids", "bad.jsonl"], 1, "bad.jsonl: line 1"),
        (["convert", "g.ttl", "-o", "g.txt"], 2, "must end in one of .ttl"),
        (["convert", "g.ttl", "-o", "g.graphml"], 2, "the folder of kg build has graph.graphml"),
        (["convert", "g.ttl", "-o", "g.nt"], 1, "g.ttl: does not declare"),
        (["convert", "none", "-o", "g.nt"], 1, "none: no such file or folder; make one with: kg build"),
        (["convert", ".", "-o", "g.nt"], 1, "graph.ttl: no such file; make one with: kg build"),
        (["convert", "g.ttl", "-o", "g.nt", "--provenance", "graphs"], 2, "graphs cannot be written as nt"),
        (["view", "g.txt"], 1, "its name must end in one of"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], code: int, words: str, capsys: Captured) -> None:
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    Path("g.ttl").write_text("<urn:x:s> <urn:x:p> <urn:x:o> .", encoding="utf-8")
    Path("g.txt").touch()
    Path("bad.jsonl").write_text("[]\n", encoding="utf-8")
    assert main(arguments) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: ")
    assert captured.err.count("\n") == 1
    assert words in captured.err
    assert not Path("o").exists()


def test_vocab_prints_the_vocabulary(capsys: Captured) -> None:
    assert main(["vocab"]) == 0
    text = capsys.readouterr().out
    assert len(list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE))) > 400


def test_a_graph_writes_itself(built: Path) -> None:
    graph = kg.read_rdf(built / "out" / "graph.trig")
    graph.write_rdf("a.nq", provenance="graphs", base_iri="urn:x-kg:")
    assert kg.read_rdf("a.nq") == graph
    assert 'VERSION "1.2"' in graph.to_turtle(provenance="rdf12")
    Path("b.txt").write_text(graph.to_turtle(provenance="nary"), encoding="utf-8")
    assert kg.read_turtle("b.txt") == graph
    with pytest.raises(kg.UsageError, match="must end in one of"):
        graph.write_rdf("a.txt")
    with pytest.raises(kg.OutputError, match="cannot be written"):
        graph.write_rdf("none/a.nt")


def test_tables_have_the_base_of_the_run(built: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in (built / "out" / "triples.jsonl").read_text(encoding="utf-8").splitlines()]
    assert main(["convert", str(built / "out"), "-o", str(tmp_path / "neo4j"), "--to", "neo4j"]) == 0
    assert '"https://news.example/kg/entity/' in (tmp_path / "neo4j" / "entities.csv").read_text(encoding="utf-8")
    assert main(["convert", str(built / "out"), "-o", str(tmp_path / "csv"), "--to", "csv"]) == 0
    for name in ("nodes.csv", "edges.csv", "documents.csv"):
        assert (tmp_path / "csv" / name).read_bytes() == (built / "out" / name).read_bytes(), name
    assert main(["convert", str(built / "out"), "-o", str(tmp_path / "parquet"), "--to", "parquet"]) == 0
    edges = pyarrow.parquet.read_table(tmp_path / "parquet" / "edges.parquet")
    assert sorted(edges["id"].to_pylist())[: len(rows)] == sorted(row["id"] for row in rows)


def test_parquet_stands_beside_the_other_files_only_where_it_is_asked_for(built: Path, tmp_path: Path) -> None:
    build = ["build", str(built / "ferry.txt"), "-o", str(tmp_path / "out"), "-q"]
    assert main([*build, "--parquet"]) == 0
    assert len(list((tmp_path / "out").glob("*.parquet"))) == 3
    assert main(build) == 0
    assert not list((tmp_path / "out").glob("*.parquet")), "they would be taken for this run's"


def test_tables_in_a_form_that_there_is_not(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(built / "out"), "-o", "x", "--to", "excel"]) == 2
    assert "excel" in capsys.readouterr().err
    with pytest.raises(kg.UsageError, match="form 'excel': must be one of csv, parquet, neo4j"):
        kg.KnowledgeGraph().write_tables("x", "excel")  # type: ignore[arg-type]
