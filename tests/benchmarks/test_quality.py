from pathlib import Path

import pytest

from benchmarks import quality
from benchmarks.quality import machine, unseen
from benchmarks.rounds import Judged, Round


def test_a_round_is_summed_up_for_the_newer_graph_only() -> None:
    said = [Judged(1, "GOOD", "", "ok"), Judged(2, "MINOR", "LABEL", "ok"), Judged(3, "WRONG", "PARSE", "ok")]
    key = {1: "new", 2: "both", 3: "old"}
    (line,) = unseen([Round("round-99", tuple(said), key)])
    assert "right and whole 50 % (9-91), 1 of 2" in line
    assert "right in the core 100 % (34-100), 2 of 2" in line
    assert line.endswith("wrong 0 % (0-66), 0 of 2")


def test_the_machine_is_described() -> None:
    system, memory, versions = machine()
    assert "cores" in system
    assert "GB" in memory
    assert "spacy 3" in versions


@pytest.mark.parametrize("missed", [0, 1])
def test_each_part_tells_its_cost_and_a_bound_that_is_missed_is_the_end(
    missed: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quality, "SHARED", tmp_path)
    monkeypatch.setattr(quality, "PARTS", {"one": lambda: missed, "other": lambda: 0})
    monkeypatch.setattr("benchmarks.rounds.read_rounds", list)
    assert quality.main() == missed
    lines = capsys.readouterr().out.splitlines()[-6:]
    assert [line for line in lines if line.startswith("measured in ")] == ["measured in 0 CPU seconds"] * 2
    assert [lines[1], lines[4]] == ["one", "other"]
