"""`kg verify`: one line per check, and the exit code."""

from pathlib import Path

import pytest

from kg.cli import main
from tests.export.examples import GRAPH
from tests.verify import damage as d

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return d.write_run(tmp_path, GRAPH)


def test_a_line_a_check(run: Path, capsys: Captured) -> None:
    for place in (run.parent, run):
        assert main(["verify", str(place)]) == 0
        printed = capsys.readouterr().out.splitlines()
        assert [line.split(":")[0].split(maxsplit=1) for line in printed] == [
            ["passed", name] for name in ("parses", "shapes", "quotations", "plain edges", "counts")
        ]


def test_what_is_damaged_is_named_up_to_a_number(run: Path, capsys: Captured) -> None:
    d.damage_rdf(run, d.plus(d.NEGATED, d.POSSIBLE, d.PLANNED))
    assert main(["verify", str(run), "--faults", "2", "--no-shapes"]) == 1
    parses, shapes, quotations, edges, counts = capsys.readouterr().out.splitlines()
    assert parses.startswith("passed ")
    assert shapes.startswith("skipped ")
    assert quotations.startswith("passed ")
    assert edges.startswith("failed  plain edges: ")
    assert edges.count(" is ") == 2
    assert edges.endswith("; and 1 more")
    assert counts.startswith("failed ")


def test_what_does_not_parse_is_one_line(run: Path, capsys: Captured) -> None:
    run.write_text("<urn:a> <urn:b>", encoding="utf-8")
    assert main(["verify", str(run.parent)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("failed  parses: graph.ttl; 1 at fault: ")


def test_a_folder_without_its_lines_is_damaged_and_a_file_alone_is_not(run: Path, capsys: Captured) -> None:
    run.with_name("triples.jsonl").unlink()
    assert main(["verify", str(run)]) == 0
    assert "skipped counts" in capsys.readouterr().out
    assert main(["verify", str(run.parent)]) == 1
    assert "triples.jsonl cannot be opened" in capsys.readouterr().out


def test_hostile_words_cannot_steer_the_terminal(run: Path, capsys: Captured) -> None:
    d.damage_line(run.with_name("triples.jsonl"), 1, id="a\x1b[2J\u202e\nb" + "x" * 10_000)
    assert main(["verify", str(run)]) == 1
    printed = capsys.readouterr().out
    assert not {"\x1b", "\u202e"} & set(printed)
    assert len(printed.splitlines()) == 5
    assert max(map(len, printed.splitlines())) < 2_000


def test_a_place_without_a_graph(tmp_path: Path, capsys: Captured) -> None:
    assert main(["verify", str(tmp_path)]) == 1
    assert "kg build" in capsys.readouterr().err
