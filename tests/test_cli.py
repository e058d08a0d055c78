import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
import typing as t
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata
from pathlib import Path

import pytest
import typer.main

from kg import outputs
from kg.__main__ import main as entry_point
from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.cli import app, main
from kg.cli.extract import claim_line
from tests.export.examples import BAKERY, CLAIMS

TEXT = "Norlin Ferries bought the shipyard in 2021. The firm will not close the yard, director Ida Berg said.\n"
COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # an app of several commands is a group
SELECT = "SELECT ?label WHERE { ?thing rdfs:label ?label } ORDER BY ?label"

Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("input") / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def built(source: Path) -> Path:
    out = source.parent / "out"
    assert main(["build", str(source), "-o", str(out), "--date", "2023-05-10", "--quiet"]) == 0
    return out


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty directory, so that no other kg.toml applies."""
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: Captured) -> None:
    assert main([command, "--help"]) == 0
    assert f"Usage: kg {command}" in capsys.readouterr().out


def test_without_a_command_there_is_help_and_wrong_use(capsys: Captured) -> None:
    assert main([]) == 2
    assert "Usage: kg" in capsys.readouterr().out


def test_version(capsys: Captured) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "0.2.0\n"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nonsense"], 2, "nonsense"),
        (["build", "x.txt"], 2, "--out"),
        (["build", "x.txt", "-o", "out", "--date", "yesterday"], 2, "yesterday"),
        (["build", "x.txt", "-o", "out", "--extractor", "magic"], 2, "rules"),
        (["build", "absent.txt", "-o", "out", "--base-iri", "nowhere"], 2, "nowhere"),
        (["build", "absent.txt", "-o", "out", "--min-confidence", "1.5"], 2, "1.5"),
        (["build", "absent.txt", "-o", "out", "--min-confidence", "high"], 2, "--min-confidence"),
        (["extract", "absent.txt", "--min-confidence", "nan"], 2, "nan"),
        (["build", "absent.txt", "-o", "out"], 1, "absent.txt"),
        (["explain", "Snow fell.", "--min-confidence", "-1"], 2, "-1"),
        (["explain", " "], 1, "empty"),
        (["extract", "absent.txt"], 1, "absent.txt"),
        (["query", "absent", SELECT], 1, "kg build"),
        (["stats", "absent"], 1, "absent"),
        (["view", "absent"], 1, "absent"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], code: int, words: str, capsys: Captured) -> None:
    assert main(arguments) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("kg: ")
    assert captured.err.count("\n") == 1
    assert words in captured.err


@pytest.mark.parametrize(
    ("arguments", "message", "command"),
    [
        (["biuld"], "No such command 'biuld'", "kg"),
        (["build", "x.txt"], "Missing option '--out' / '-o'", "kg build"),
        (["build", "x.txt", "-o", "out", "-f", "xml"], ": 'xml' is not one of 'turtle', 'trig'", "kg build"),
        (["stats"], "Missing argument 'GRAPH'", "kg stats"),
    ],
)
def test_wrong_use_names_the_help_of_the_command(
    arguments: list[str], message: str, command: str, capsys: Captured
) -> None:
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert message in told
    assert told.endswith(f" (see {command} --help)\n")


@pytest.mark.parametrize("command", [[], ["query"]])
def test_help_has_a_short_option(command: list[str], capsys: Captured) -> None:
    assert main([*command, "-h"]) == 0
    short = capsys.readouterr().out
    assert short.startswith(f"Usage: {' '.join(['kg', *command])} [OPTIONS]")
    assert main([*command, "--help"]) == 0
    assert capsys.readouterr().out == short


def test_a_model_that_is_not_there(source: Path, capsys: Captured) -> None:
    assert main(["build", str(source), "-o", "out", "--model", "no_such_model"]) == 1
    assert "no_such_model" in capsys.readouterr().err


def test_build_tells_what_it_made(source: Path, capsys: Captured) -> None:
    assert main(["build", str(source), "-o", "out", "--date", "2023-05-10"]) == 0
    captured = capsys.readouterr()
    assert captured.out.startswith("out: 1 document, ")
    assert captured.err == "", "no progress where nobody watches"


UNDATED: t.Final = "set it with --date YYYY-MM-DD"


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ("a", f"kg: 1 document without a date: a; {UNDATED}\n"),
        ("abc", f"kg: 3 documents without a date: a, b, c; {UNDATED}\n"),
        ("abcde", f"kg: 5 documents without a date: a, b, c and 2 more; {UNDATED}\n"),
    ],
)
def test_documents_without_a_date_are_named(names: str, line: str, capsys: Captured) -> None:
    for name in names:
        Path(f"{name}.txt").write_text("Snow fell.", encoding="utf-8")
    files = [f"{name}.txt" for name in names]
    Path("z.txt").write_text("3 May 2024\n\nSnow fell.", encoding="utf-8")
    assert main(["extract", *files, "z.txt"]) == 0
    assert capsys.readouterr().err == line
    assert main(["extract", *files, "--date", "2024-05-03"]) == 0
    assert capsys.readouterr().err == ""


def test_a_report_tells_what_was_skipped_and_which_documents_have_no_date(capsys: Captured) -> None:
    text = "Snow in Bremen\n\nSnow fell on Bremen, and the ferry stayed in the harbour.\n\njd/jr (AP, dpa)"
    Path("a.txt").write_text(text, encoding="utf-8")
    assert main(["build", "a.txt", "-o", "out"]) == 0
    assert capsys.readouterr().err == f"kg: 1 document without a date: a; {UNDATED}\n"
    report = Path("out/report.md").read_text(encoding="utf-8")
    assert "| Documents without a date (set it with --date) | 1 |" in report
    assert "| credit line | 1 | jd/jr (AP, dpa) |" in report
    assert "| headline | 1 | Snow in Bremen |" in report
    assert main(["build", "a.txt", "-o", "out", "--quiet"]) == 0
    assert capsys.readouterr().err == ""


def test_some_documents_fail_and_the_others_are_written(source: Path, capsys: Captured) -> None:
    assert main(["build", str(source), "absent.txt", "-o", "out", "--date", "2023-05-10"]) == 1
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "absent.txt" in captured.err
    assert Path("out/graph.ttl").is_file()


def test_what_is_not_read_is_told_in_every_place(source: Path, capsys: Captured) -> None:
    folder = Path("in")
    folder.mkdir()
    (folder / "ferry.txt").write_text(TEXT, encoding="utf-8")
    for number in range(5):
        (folder / f"{number}.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert main(["build", "in", "-o", "out", "--quiet"]) == 0, "files of other kinds in a folder are skipped"
    assert capsys.readouterr().err == (
        "kg: skipped: 5 inputs, such as in/0.png, in/1.png (all in out/failures.jsonl): "
        "is a PNG image, which is not supported\n"
    )
    lines = [json.loads(line) for line in Path("out/failures.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["place"], line["kind"], line["skipped"]) for line in lines] == [
        (f"in/{number}.png", "binary", True) for number in range(5)
    ]
    record = json.loads(Path("out/run.json").read_text(encoding="utf-8"))
    assert (record["counts"]["failures"], record["counts"]["skipped"]) == (0, 5)
    assert record["not_read"] == {"binary": 5}
    assert "| in/4.png | binary |" in Path("out/report.md").read_text(encoding="utf-8")
    assert main(["build", "in", "in/0.png", "-o", "out", "--quiet"]) == 1, "what is given by name is asked for"
    assert main(["extract", "in"]) == 0
    assert main(["extract", "in", "in/0.png"]) == 1


def test_a_table_gives_documents_whose_rows_are_named(capsys: Captured) -> None:
    Path("news.csv").write_text(f'no,about,words\n7,x,"{TEXT}"\n', encoding="utf-8")
    columns = ["--text-column", "words", "--id-column", "no"]
    assert main(["build", "news.csv", "-o", "out", "--quiet", *columns]) == 0
    (line,) = Path("out/documents.jsonl").read_text(encoding="utf-8").splitlines()
    document = json.loads(line)
    assert (document["id"], document["format"], document["text"]) == ("news/7", "csv", TEXT)
    assert document["places"] == [{"start": 0, "end": len(TEXT), "label": "row 1"}]
    triples = [json.loads(line) for line in Path("out/triples.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {evidence["place"] for triple in triples for evidence in triple["evidence"]} == {"row 1"}
    assert main(["extract", "news.csv", "--text-column", "nothing"]) == 1
    assert "has no column 'nothing' (columns: no, about, words)" in capsys.readouterr().err


def test_options_stand_in_kg_toml(source: Path) -> None:
    Path("kg.toml").write_text('[build]\nout = "elsewhere"\nbase-iri = "https://example.org/t/"\n', encoding="utf-8")
    assert main(["build", str(source)]) == 0
    assert "https://example.org/t/" in Path("elsewhere/graph.ttl").read_text(encoding="utf-8")


def test_dates_in_kg_toml(source: Path) -> None:
    Path("kg.toml").write_text("[build]\ndate = 2023-05-10\n", encoding="utf-8")
    assert main(["build", str(source), "-o", "out"]) == 0
    assert json.loads(Path("out/run.json").read_text(encoding="utf-8"))["options"]["date"] == "2023-05-10"


@pytest.mark.parametrize("text", ["[biuld]\nout = 'x'", "[build]\nuot = 'x'", "out = 'x'", "[build"])
def test_mistakes_in_kg_toml(text: str, capsys: Captured) -> None:
    Path("kg.toml").write_text(text, encoding="utf-8")
    assert main(["build", "x.txt"]) == 2
    assert capsys.readouterr().err.startswith("kg: kg.toml: ")


def test_extract_writes_claims_as_json_lines(source: Path, capsys: Captured) -> None:
    assert main(["extract", str(source)]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {"buy": "affirmed"}.items() <= {claim["relation"]: claim["status"] for claim in claims}.items()
    for claim in claims:
        assert claim["sentence"] in TEXT
        span = claim["subject"]["span"]
        assert TEXT[span["start"] : span["end"]] == claim["subject"]["text"]


def test_extract_writes_clauses_as_json_lines(source: Path, capsys: Captured) -> None:
    assert main(["extract", "--clauses", str(source)]) == 0
    clauses = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    became = {TEXT[c["predicate"][0]["start"] : c["predicate"][0]["end"]]: c["becomes"] for c in clauses}
    assert {"bought": "statement", "said": "attribution"}.items() <= became.items()
    for clause in clauses:
        evidence = clause["evidence"]["span"]
        assert TEXT[evidence["start"] : evidence["end"]] == clause["sentence"]
        assert clause["kind"] in {"verb", "copula", "noun"}
        assert clause["evidence"]["rule"] is not None or clause["becomes"] != "statement"
        for argument in clause["arguments"]:
            assert TEXT[argument["span"]["start"] : argument["span"]["end"]] == argument["text"]


def test_clauses_of_what_cannot_be_read(source: Path, capsys: Captured) -> None:
    assert main(["extract", "--clauses", "absent.txt", str(source)]) == 1
    assert "absent.txt" in capsys.readouterr().err


def test_extract_prints_a_claim_without_an_object() -> None:
    claim = json.loads(claim_line(CLAIMS["no object"], BAKERY))
    assert claim["object"] is None
    assert (claim["status"], claim["phrase"]) == ("affirmed", "resigned")
    assert claim["sentence"] == "Tom Reyes resigned after six years."


def test_claims_below_the_threshold_are_left_out(source: Path, capsys: Captured) -> None:
    assert main(["extract", str(source), "--min-confidence", "1"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["build", str(source), "-o", "out", "--min-confidence", "1", "--quiet"]) == 0
    assert Path("out/triples.jsonl").read_text(encoding="utf-8") == ""
    assert json.loads(Path("out/run.json").read_text(encoding="utf-8"))["options"]["min_confidence"] == 1.0


def test_help_tells_the_default_threshold(capsys: Captured) -> None:
    assert main(["build", "--help"]) == 0
    assert f"[default: {DEFAULT_MIN_CONFIDENCE}]" in " ".join(capsys.readouterr().out.split())


def test_explain_prints_the_parse_and_the_claims(capsys: Captured) -> None:
    assert main(["explain", TEXT, "--date", "2023-05-10"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "3 bought VBD ROOT" in lines
    assert "5 shipyard NN dobj 3 bought" in lines
    assert "claim: Norlin Ferries | buy | the shipyard" in lines
    assert 'time 2021 "2021"' in lines
    assert "said planned, negated, said by Ida Berg (will not, said)" in lines
    assert 'rule object: The direct object: "fined *the bank*".' in lines
    assert "clause: bought" in lines
    assert "becomes attribution" in lines
    assert "subject Norlin Ferries" in lines
    assert "unread nothing" in lines
    assert any(line.startswith("raised by ") for line in lines)


def test_explain_tells_what_was_rejected_and_why(capsys: Captured) -> None:
    assert main(["explain", "The town closed the old bridge.", "--min-confidence", "1"]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "no claim: only claims below the confidence threshold" in lines
    assert "rejected: The town | close | the old bridge" in lines
    assert "why confidence below the threshold" in lines


def test_explain_as_json(capsys: Captured) -> None:
    assert main(["explain", TEXT, "--format", "json"]) == 0
    first, _ = json.loads(capsys.readouterr().out)["sentences"]
    bought = {"number": 3, "text": "bought", "tag": "VBD", "dependency": "ROOT", "head": 0, "repair": ""}
    assert first["words"][2] == bought
    assert "buy" in {each["claim"]["relation"] for each in first["claims"] if each["rejection"] is None}
    assert ("bought", "statement") in {(each["predicate"], each["becomes"]) for each in first["clauses"]}


def test_explain_cannot_steer_the_terminal(capsys: Captured) -> None:
    assert main(["explain", "The town \x1b[31mclosed the \u202ebridge."]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_view_writes_the_page_of_the_build(built: Path, capsys: Captured) -> None:
    assert main(["view", str(built), "-o", "page.html"]) == 0
    assert capsys.readouterr().out == "page.html\n"
    assert Path("page.html").read_bytes() == (built / "graph.html").read_bytes()


def test_view_into_a_missing_folder(built: Path, capsys: Captured) -> None:
    assert main(["view", str(built), "-o", "missing/page.html"]) == 1
    assert capsys.readouterr().err.startswith("kg: missing/page.html: ")


def test_a_single_thing_is_told_in_the_singular(capsys: Captured) -> None:
    Path("a.txt").write_text("The ferry sank.", encoding="utf-8")
    assert main(["build", "a.txt", "-o", "out", "--date", "2024-05-03"]) == 0
    assert capsys.readouterr().out == "out: 1 document, 1 entity, 1 statement (1 read)\n"
    assert main(["convert", "out", "-o", "tables", "--to", "csv"]) == 0
    assert capsys.readouterr().out == "tables: 1 statement\n"


def test_stats_count(built: Path, capsys: Captured) -> None:
    assert main(["stats", str(built)]) == 0
    lines = dict(line.split() for line in capsys.readouterr().out.splitlines())
    assert lines["documents"] == "1"
    assert int(lines["named_entities"]) <= int(lines["entities"])
    assert int(lines["statements"]) == len((built / "triples.jsonl").read_text(encoding="utf-8").splitlines())


def test_stats_as_json_and_each_count_is_explained(built: Path, capsys: Captured) -> None:
    assert main(["stats", str(built)]) == 0
    lines = dict(line.split() for line in capsys.readouterr().out.splitlines())
    assert main(["stats", str(built), "-f", "json"]) == 0
    counts = json.loads(capsys.readouterr().out)
    assert {name: int(count) for name, count in lines.items()} == counts
    run = json.loads((built / "run.json").read_text(encoding="utf-8"))["counts"]
    assert {name: counts[name] for name in run.keys() & counts} == {name: run[name] for name in run.keys() & counts}
    page = (
        (Path(__file__).parent.parent / "docs" / "reference" / "files.md")
        .read_text(encoding="utf-8")
        .partition("## Counts")[2]
    )
    told = re.findall(
        "`([a-z_]+)`", "".join(line.split(" | ")[0] for line in page.splitlines() if line.startswith("| `"))
    )
    assert sorted(told) == sorted(counts)
    assert all(f"`{name}`" in page for name in run)


def test_query_as_json_csv_and_table(built: Path, capsys: Captured) -> None:
    assert main(["query", str(built), SELECT, "--format", "json"]) == 0
    labels = [row["label"] for row in json.loads(capsys.readouterr().out)]
    assert "Norlin Ferries" in labels
    assert main(["query", str(built / "graph.ttl"), SELECT, "--format", "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows == [["label"], *([label] for label in labels)]
    assert main(["query", str(built), SELECT]) == 0
    assert capsys.readouterr().out.splitlines() == ["label", *labels]


def test_query_from_a_file(built: Path, capsys: Captured) -> None:
    Path("labels.rq").write_text(SELECT, encoding="utf-8")
    assert main(["query", str(built), "@labels.rq"]) == 0
    assert "Norlin Ferries" in capsys.readouterr().out
    assert main(["query", str(built), "@absent.rq"]) == 1


def test_wrong_sparql_is_wrong_use(built: Path, capsys: Captured) -> None:
    assert main(["query", str(built), "SELECT WHERE"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_doctor_finds_all_well(capsys: Captured) -> None:
    assert main(["doctor"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(("ok ", "- ")) for line in lines)
    assert any("model files match the pinned ones" in line for line in lines)


def test_doctor_tells_which_extras_are_there(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    known = metadata.version
    monkeypatch.setattr(metadata, "version", lambda name: known("absent" if name == "mcp" else name))
    assert main(["doctor"]) == 0, "no extra is needed"
    lines = capsys.readouterr().out.splitlines()
    assert "-     extra mcp: mcp is not installed; pip install mcp" in lines
    assert any(line.startswith("ok    extra pandas: pandas ") for line in lines)
    assert not any("extra dev" in line or "extra formats" in line for line in lines)


def test_doctor_finds_the_model_missing(capsys: Captured) -> None:
    assert main(["doctor", "--model", "no_such_model"]) == 1
    assert "WRONG" in capsys.readouterr().out


def test_explain_standard_input() -> None:
    repository = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-m", "kg", "explain", "-"],
        input="Zoë Müller bought the mill.\n".encode(),
        capture_output=True,
        env=os.environ | {"PYTHONPATH": str(repository), "LC_ALL": "C"},
        check=True,
    )
    assert "claim: Zoë Müller | buy | the mill" in done.stdout.decode("utf-8")


def test_standard_input_and_a_reader_that_leaves(source: Path) -> None:
    command = [sys.executable, "-m", "kg", "extract", "-"]
    repository = Path(__file__).resolve().parent.parent
    environment = os.environ | {"PYTHONPATH": str(repository), "LC_ALL": "C"}
    process = subprocess.Popen(  # noqa: S603 - our own words
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    )
    assert process.stdin
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    process.stdin.write(("Zoë Müller met Ana in the house on the hill. " * 20).encode())
    process.stdin.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert errors == b""


def test_kg_toml_opens_no_connection(source: Path, capsys: Captured) -> None:
    Path("kg.toml").write_text('[build]\nlink = "http://127.0.0.1:9/"\n', encoding="utf-8")
    assert main(["build", str(source), "-o", "out"]) == 2
    assert "set --link on the command line" in capsys.readouterr().err
    assert not Path("out").exists()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('jobs = "x"', "jobs: "),
        ("jobs = [1]", "jobs: must be one value"),
        ("title = {}", "title: must be one value"),
        ("extractors = {}", "extractors: must be a list"),
        ('provenance = "x"', "provenance: 'x' is not one of"),
        ('date = "x"', "date: date 'x': must be YYYY-MM-DD"),
        ('out = ""', "out: the name of the output is empty"),
    ],
)
def test_a_wrong_value_in_kg_toml(line: str, message: str, source: Path, capsys: Captured) -> None:
    Path("kg.toml").write_text(f"[build]\n{line}\n", encoding="utf-8")
    assert main(["build", str(source), "--dry-run"]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"kg: kg.toml: [build] {message}")
    assert err.count("\n") == 1


def test_one_value_in_kg_toml_for_an_option_that_can_be_repeated(source: Path, capsys: Captured) -> None:
    Path("kg.toml").write_text('[build]\nout = "out"\nextractors = "absent"\n', encoding="utf-8")
    assert main(["build", str(source)]) == 2
    assert "absent" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["kg.toml", "decisions.toml", "relations.toml"])
def test_toml_that_is_nested_too_deeply(name: str, source: Path, capsys: Captured) -> None:
    Path(name).write_text("a = " + "[" * 100_000, encoding="utf-8")
    relations = ["--relations", name] if name == "relations.toml" else []
    assert main(["build", str(source), "-o", "out", *relations]) == 2
    assert capsys.readouterr().err == f"kg: {name}: its lists or tables are nested too deeply\n"


def run_apart(*arguments: str, output: t.IO[bytes] | int) -> "subprocess.Popen[bytes]":
    repository = Path(__file__).resolve().parents[1]
    environment = os.environ | {"PYTHONPATH": str(repository)}
    words = [sys.executable, "-m", "kg", *arguments]
    return subprocess.Popen(words, stdout=output, stderr=subprocess.PIPE, env=environment)  # noqa: S603 - our own words


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes streams")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("build ferry.txt -o out -q >&-", 0, ""),
        ("--version >&-", 0, ""),
        ("build ferry.txt -o out 2>&-", 0, ""),
        ("build ferry.txt bridge.txt -o two --jobs 2 2>&-", 0, ""),
        ("build - -o out <&-", 1, "-: is empty"),
        ("explain - <&-", 1, "-: is empty"),
    ],
)
def test_closed_streams_give_no_traceback(words: str, code: int, told: str, source: Path) -> None:
    source.with_name("bridge.txt").write_text("The town closed the old bridge.", encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    done = subprocess.run(  # noqa: S602 - our own words
        f"{sys.executable} -m kg {words}",
        shell=True,
        cwd=source.parent,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk without room")
def test_a_disk_without_room_is_one_line(built: Path, source: Path) -> None:
    for arguments in (
        ["query", str(built), "SELECT * WHERE { ?s ?p ?o }"],
        ["stats", str(built)],
        ["extract", str(source)],
    ):
        with open("/dev/full", "wb") as full:
            process = run_apart(*arguments, output=full)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 1
        assert errors == b"kg: standard output: cannot be written: No space left on device\n"


@pytest.mark.parametrize("out", ["a_file", "a_file/below", "/proc/nowhere"])
def test_a_folder_that_cannot_be_written_is_noticed_before_the_work(
    out: str, source: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a_file").write_text("kept", encoding="utf-8")

    def begin(*_: object) -> None:
        raise AssertionError("the work has begun")

    monkeypatch.setattr("kg.stages.incremental.inputs_at", begin)
    assert main(["build", str(source), "-o", out]) == 1
    assert capsys.readouterr().err.startswith(f"kg: {out}: cannot be written: ")
    assert Path("a_file").read_text(encoding="utf-8") == "kept"
    with pytest.raises(AssertionError, match="the work has begun"):
        main(["build", str(source), "-o", "out"])


INTERRUPTED_AT_IMPORT = """
import os, signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[0]:
            os.kill(os.getpid(), signal.{number})
signal.signal(signal.SIGINT, signal.default_int_handler)
from kg.__main__ import main
sys.meta_path.insert(0, Finder())
sys.argv = [{module!r}, "explain", "Snow fell."]
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("module", "number"),
    [
        *((name, "SIGINT") for name in ("kg.cli", "typer", "spacy", "thinc.backends", "kg.extract.reasons")),
        ("kg.cli", "SIGTERM"),
        ("spacy", "SIGTERM"),
    ],
)
def test_an_interrupt_while_libraries_load_is_one_line(module: str, number: str) -> None:
    program = INTERRUPTED_AT_IMPORT.format(module=module, number=number)
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[1])}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment)  # noqa: S603 - our own words
    assert (done.returncode, done.stderr) == (130, b"kg: stopped\n")


def test_the_entry_point_runs_outside_the_main_thread(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    monkeypatch.setattr("sys.argv", ["kg", "--version"])
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(entry_point).result() == 0
    assert capsys.readouterr().out


def test_values_that_python_cannot_hold_write_no_traceback(built: Path, capfd: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(built, "copy")
    with open("copy/graph.ttl", "a", encoding="utf-8") as file:
        file.write('<urn:x:s> <urn:x:p> "P99999999999999Y"^^<http://www.w3.org/2001/XMLSchema#duration> .\n')
    assert main(["verify", "copy"]) == 0
    assert capfd.readouterr().err == ""


def test_a_page_has_the_most_important_statements(
    source: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "MOST_ON_A_PAGE", 1)
    assert main(["build", str(source), "-o", "out", "--date", "2023-05-10"]) == 0
    told = capsys.readouterr().err
    statements = Path("out/triples.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(statements) > 1
    assert told.startswith(f"kg: the page has the 1 most important of {len(statements)} statements; kg view")
    assert told.count("\n") == 1
    page = Path("out/graph.html").read_text(encoding="utf-8")
    assert f"<title>The 1 most important of {len(statements)} statements</title>" in page


def test_a_run_without_a_page(source: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "MOST_ON_A_PAGE", 1)
    assert main(["build", str(source), "-o", "out", "--date", "2023-05-10"]) == 0
    capsys.readouterr()
    assert main(["build", str(source), "-o", "out", "--date", "2023-05-10", "--no-page"]) == 0
    assert not Path("out/graph.html").exists(), "a page of an earlier run would be taken for this one's"
    assert capsys.readouterr().err == ""


def test_a_stream_that_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.StringIO()  # as notebooks have
    monkeypatch.setattr(sys, "stdout", output)
    assert main(["--version"]) == 0
    assert output.getvalue()[0].isdigit()
