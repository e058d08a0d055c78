"""The benchmark of several processes measures a run of the command."""

import pytest

from benchmarks.jobs import speed


def test_a_run_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert speed(4, [1])
    told = capsys.readouterr().out
    assert "jobs 1: reading" in told
    assert "the same bytes" in told
