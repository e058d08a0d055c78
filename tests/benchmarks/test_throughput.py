import json
from pathlib import Path

import pytest

from benchmarks.throughput import cpu_seconds, main


def test_pairs_and_median_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "x", "text": "Norlin Ferries bought the shipyard."}) + "\n", encoding="utf-8")
    assert main([str(path), "--pairs", "2", "--articles", "3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines[:2]] == ["1", "2"]
    assert lines[2].startswith("median ratio of text to graph ")
    assert lines[3].startswith("median ratio with all files ")


def test_cpu_seconds_counts_work() -> None:
    assert cpu_seconds(lambda: None) < cpu_seconds(lambda: [str(number) for number in range(300_000)])
