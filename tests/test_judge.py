"""Judging a sample, in the terminal and in Python."""

import io
import sys
import typing as t
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli import app, main
from kg.errors import InputError, UsageError
from kg.export.rdf import to_turtle
from kg.intervals import Share
from kg.judge import Judgement, agreement, drawn, judgement_of, read_judgements, tally
from tests.export.examples import GRAPH

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "graph.ttl").write_text(to_turtle(GRAPH), encoding="utf-8")
    return tmp_path


def judged(out: Path, typed: str, *options: str) -> str:
    """Return the output of the command for this input."""
    done = CliRunner().invoke(app, ["judge", str(out), *options], input=typed)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_sample_is_drawn_by_its_seed_and_grows() -> None:
    first, more = drawn(GRAPH, 4), drawn(GRAPH, 9)
    assert more[:4] == first
    assert drawn(GRAPH, 4, seed=1) != first
    assert len(drawn(GRAPH, 1000)) == len({said.id for said in GRAPH.statements})


def test_what_is_judged_is_kept_and_not_asked_again(out: Path) -> None:
    first = judged(out, "g\nminor time the year is another\nq\n", "--items", "4")
    assert "1 of 4" in first
    assert "\n3 of 4\n" in first
    assert "\n4 of 4\n" not in first
    assert "2 of 4 statements judged, of 14 in the graph" in first
    assert "good           50 % (9-91), 1 of 2" in first
    assert "causes: time 1" in first
    again = judged(out, "wrong\ne\n", "--items", "4")
    assert "\n2 of 4\n" not in again
    assert "good 1, minor 1, wrong 1, empty 1" in again
    kept = (out / "verdicts.tsv").read_text(encoding="utf-8").splitlines()
    assert [line.split("\t")[1] for line in kept] == ["verdict", "good", "minor", "wrong", "empty"]
    assert [line.split("\t")[0] for line in kept[1:]] == [
        f"https://example.org/kg/statement/{said.id}" for said in drawn(GRAPH, 4)
    ]
    assert judged(out, "", "--items", "4", "--tally").startswith("4 of 4")


def test_the_sentence_is_shown_with_its_standing(out: Path) -> None:
    shown = judged(out, "", "--items", "14")
    assert "sentence:" in shown
    shown = judged(out, "g\n" * 14, "--items", "14")
    for words in (
        "Old Mill [Organization] ; copy ; Lund Bakery’s bread [Thing]\n  denied, denied by Old Mill",
        "Tom Reyes [Person] ; resign ; (no object)",
        "sentence: Tom Reyes resigned after six years.",
        "Rivals [Group] ; copy ; Lund Bakery’s bread [Thing]\n  affirmed, said by Lund Bakery",
        "time 1997 (1997)",
        "bakery: The bakery | its `town`",
    ):
        assert words in shown


def test_what_is_no_verdict_is_asked_again(out: Path) -> None:
    shown = judged(out, "x\n\n?\ng\nq\n", "--items", "2")
    assert shown.count("show this again") == 4
    assert "good 1, minor 0, wrong 0, empty 0" in shown


def test_input_that_ends_is_a_stop(out: Path) -> None:
    assert "1 of 3 statements judged" in judged(out, "g\n", "--items", "3")


def test_the_terminal_cannot_be_steered_by_a_text(out: Path) -> None:
    text = (out / "graph.ttl").read_text(encoding="utf-8").replace("The oven", "The \\u001B[2Joven")
    (out / "graph.ttl").write_text(text, encoding="utf-8")
    assert "\x1b" not in judged(out, "g\n" * 14)


def test_another_file_and_another_reader(out: Path) -> None:
    mine, theirs = out / "mine.tsv", out / "theirs.tsv"
    judged(out, "g\ng\nw\n", "--items", "3", "--verdicts", str(mine))
    judged(out, "g\nm\nw\n", "--items", "3", "--verdicts", str(theirs))
    shown = judged(out, "", "--items", "3", "--verdicts", str(mine), "--second", str(theirs))
    assert "two readers: 67 % (21-94), 2 of 3 the same, kappa 0.50" in shown
    assert "nothing judged by both" in judged(out, "", "--tally", "--second", str(mine))
    assert "not counted: 2 verdicts" in judged(out, "", "--tally", "--items", "1", "--verdicts", str(mine))


@pytest.mark.parametrize(
    ("typed", "verdict", "cause", "note"),
    [
        ("g", "good", "", ""),
        (" GOOD ", "good", "", ""),
        ("mi Time  a month off", "minor", "time", "a month off"),
        ("w who knows", "wrong", "", "who knows"),
    ],
)
def test_what_is_typed_is_a_judgement(typed: str, verdict: str, cause: str, note: str) -> None:
    found = judgement_of("x", typed)
    assert found is not None
    assert (found.verdict, found.cause, found.note) == (verdict, cause, note)


@pytest.mark.parametrize("typed", ["", " ", "b", "goodly", "?"])
def test_what_is_typed_is_none(typed: str) -> None:
    assert judgement_of("x", typed) is None


def test_of_two_lines_for_a_statement_the_last_counts(tmp_path: Path) -> None:
    path = tmp_path / "v.tsv"
    path.write_text("id\tverdict\na\tgood\n\nb\tWRONG\tparse\tno\na\tminor\n", encoding="utf-8")
    assert read_judgements(path) == {"a": Judgement("a", "minor"), "b": Judgement("b", "wrong", "parse", "no")}
    assert read_judgements(tmp_path / "absent.tsv") == {}


def test_a_file_of_verdicts_that_is_wrong(out: Path, capsys: Captured) -> None:
    (out / "verdicts.tsv").write_text("id\tverdict\na\tnice\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"verdicts\.tsv:2: verdict 'nice': must be one of good"):
        read_judgements(out / "verdicts.tsv")
    assert main(["judge", str(out)]) == 2
    assert "verdicts.tsv:2" in capsys.readouterr().err
    with pytest.raises(InputError, match="cannot be read"):
        read_judgements(out)


def test_a_verdict_that_cannot_be_written(out: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("g\n"))
    assert main(["judge", str(out), "--verdicts", str(out / "none" / "v.tsv")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_figures() -> None:
    found = tally([Judgement("a", "good", "time"), Judgement("b", "minor", "name"), Judgement("c", "wrong", "name")])
    assert (found.strict, found.lenient, found.wrong) == (Share(1, 3), Share(2, 3), Share(1, 3))
    assert found.causes == {"name": 2}
    same = {"a": Judgement("a", "good")}
    agreed = agreement(same, same)
    assert agreed is not None
    assert (agreed.same, agreed.kappa) == (Share(1, 1), 1.0)
    assert agreement(same, t.cast("dict[str, Judgement]", {})) is None
