"""What every installation must do, tried with the installed package alone: nothing of the repository but `data/`.

`.ci/run` copies this file and `data/` elsewhere and runs it in fresh environments, with the wheel and other versions of
Python and of the libraries.
"""

import contextlib
import csv
import json
import sqlite3
import subprocess
import sys
import typing as t
import urllib.request
from collections.abc import Callable, Mapping
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlencode

import networkx
import pytest
import rdflib

import kg
from kg.cli import main
from kg.graph import KnowledgeGraph

DATA: t.Final = Path(__file__).resolve().parents[2] / "data"
ARTICLES: t.Final = sorted(path for path in DATA.glob("*.txt"))[:4]
"""Enough for every kind of output: rdflib takes long to read the graph of all."""
STATEMENTS: t.Final = "SELECT (COUNT(?said) AS ?count) WHERE { ?said a kg:Statement }"

Captured = pytest.CaptureFixture[str]


def run(*arguments: object, folder: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 - our own words


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the graph of the sample articles."""
    out = tmp_path_factory.mktemp("smoke") / "out"
    done = run("build", *ARTICLES, "-o", out, folder=out.parent)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def lines_of(path: Path) -> list[dict[str, t.Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pages_of(path: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as database:
        return list(database.execute("PRAGMA integrity_check"))


READERS: t.Final[Mapping[str, Callable[[Path], t.Sized]]] = {
    ".csv": rows_of,
    ".graphml": lambda path: networkx.read_graphml(path, force_multigraph=True),
    ".html": lambda path: path.read_text(encoding="utf-8").partition("</html>")[0].partition("<!doctype html>")[2],
    ".json": lambda path: json.loads(path.read_text(encoding="utf-8")),
    ".jsonl": lines_of,
    ".md": lambda path: path.read_text(encoding="utf-8"),
    ".sqlite": pages_of,
    ".ttl": lambda path: rdflib.Graph().parse(path),
}
"""A reader of each kind of file, which is none of ours."""


def test_the_version_is_that_of_the_package() -> None:
    done = run("--version", folder=Path.cwd())
    assert (done.returncode, done.stdout) == (0, version("kg-evidence") + "\n")


def test_the_installation_is_complete(capsys: Captured) -> None:
    assert main(["doctor"]) == 0
    assert all(line.startswith(("ok ", "- ")) for line in capsys.readouterr().out.splitlines())


def test_every_output_is_read_by_other_programs(built: Path) -> None:
    read = {path.name: READERS[path.suffix](path) for path in built.iterdir() if path.suffix}
    assert {"graph.ttl", "graph.html", "graph.graphml", "triples.jsonl", "edges.csv", "run.json"} <= read.keys()
    assert [name for name, found in read.items() if not len(found)] == ["failures.jsonl"]
    assert read["kg.sqlite"] == [("ok",)]
    assert len(read["documents.jsonl"]) == len(read["documents.csv"]) == len(ARTICLES)


def test_the_rdf_gives_the_graph_again(built: Path) -> None:
    graph = KnowledgeGraph.read(built / "graph.ttl")
    assert {row["id"] for row in graph.triples} == {row["id"] for row in lines_of(built / "triples.jsonl")}
    assert graph.about("Kaspersky Lab")


def test_python_builds_a_graph_with_its_sentences() -> None:
    graph = kg.build(ARTICLES[0])
    text = ARTICLES[0].read_text(encoding="utf-8")
    assert [row for row in graph.triples for piece in row["evidence"] if piece["sentence"] not in text] == []
    assert graph.to_networkx().number_of_edges() >= len(graph) > 5
    assert "<!doctype html>" in graph.to_html()


def test_claims_quote_their_sentences(capsys: Captured) -> None:
    assert main(["extract", str(ARTICLES[0])]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    text = ARTICLES[0].read_text(encoding="utf-8")
    assert len(claims) > 5
    assert [claim for claim in claims if claim["sentence"] not in text] == []


def test_a_sentence_is_explained(capsys: Captured) -> None:
    assert main(["explain", "Norlin Ferries will not buy the yard."]) == 0
    assert "claim: Norlin Ferries | buy | the yard" in capsys.readouterr().out


def test_a_query_counts_what_was_written(built: Path, capsys: Captured) -> None:
    assert main(["query", str(built), STATEMENTS, "--format", "csv"]) == 0
    assert capsys.readouterr().out.split() == ["count", str(len(lines_of(built / "triples.jsonl")))]


def test_the_graph_agrees_with_its_text(built: Path, capsys: Captured) -> None:
    assert main(["verify", str(built)]) == 0
    assert "failed" not in capsys.readouterr().out


def test_the_page_is_made_again(built: Path) -> None:
    assert main(["view", str(built), "-o", "page.html"]) == 0
    assert Path("page.html").read_bytes() == (built / "graph.html").read_bytes()


def test_a_server_answers(built: Path) -> None:
    command = [sys.executable, "-m", "kg", "serve", str(built), "--port", "0", "--processes", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own words
        try:
            assert process.stdout is not None
            address = process.stdout.readline().split()[0]
            asked = urllib.request.Request(  # noqa: S310 - our own server
                f"{address}sparql?{urlencode({'query': STATEMENTS})}", headers={"Accept": "text/csv"}
            )
            with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310
                assert answer.read().split() == [b"count", str(len(lines_of(built / "triples.jsonl"))).encode()]
            with urllib.request.urlopen(address, timeout=60) as page:  # noqa: S310
                assert b"</html>" in page.read()
        finally:
            process.terminate()
    assert process.returncode == 0


def test_bad_input_is_one_line_and_stops_nothing() -> None:
    Path("broken.pdf").write_bytes(b"%PDF-1.7\nbroken")
    done = run("build", "broken.pdf", "absent.txt", ARTICLES[0], "-o", "out", folder=Path.cwd())
    assert done.returncode == 1
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["kg", "kg"]
    assert "Traceback" not in done.stderr
    assert {line["place"] for line in lines_of(Path("out/failures.jsonl"))} == {"broken.pdf", "absent.txt"}
    assert lines_of(Path("out/triples.jsonl"))


def test_wrong_use_is_one_line(capsys: Captured) -> None:
    assert main(["build", str(ARTICLES[0])]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_table_is_read_and_written(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="needs the extra `pandas`")
    graph = kg.build_texts(pandas.DataFrame({"text": ["Norlin Ferries bought the yard."]}), date="2024-05-03")
    assert graph.to_dataframe()["relation"].tolist() == ["buy"]


@pytest.mark.parametrize("form", ["docx", "feed", "parquet", "zst"])
def test_formats_of_the_extras_are_read(form: str) -> None:
    path = WRITERS[form]("Norlin Ferries bought the yard.")
    assert [row["relation"] for row in kg.build(path, date="2024-05-03").triples] == ["buy"]


def docx_file(text: str) -> str:
    docx = pytest.importorskip("docx", reason="needs the extra `docx`")
    document = docx.Document()
    document.add_paragraph(text)
    document.save("a.docx")
    return "a.docx"


def feed_file(text: str) -> str:
    pytest.importorskip("feedparser", reason="needs the extra `feeds`")
    item = f"<item><title>Yard sold</title><guid>1</guid><description>{text}</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{item}</channel></rss>'
    Path("a.rss").write_text(feed, encoding="utf-8")
    return "a.rss"


def parquet_file(text: str) -> str:
    pyarrow = pytest.importorskip("pyarrow", reason="needs the extra `parquet`")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"text": [text]}), "a.parquet")
    return "a.parquet"


def zst_file(text: str) -> str:
    zstandard = pytest.importorskip("zstandard", reason="needs the extra `zstd`")
    Path("a.txt.zst").write_bytes(zstandard.compress(text.encode()))
    return "a.txt.zst"


WRITERS: t.Final[Mapping[str, Callable[[str], str]]] = {
    "docx": docx_file,
    "feed": feed_file,
    "parquet": parquet_file,
    "zst": zst_file,
}
