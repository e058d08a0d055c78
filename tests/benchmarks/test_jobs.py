"""The benchmark of several processes measures a run of the command."""

import pytest

from benchmarks.jobs import Run, compare, speed


def test_a_run_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    assert speed(4, [1])
    told = capsys.readouterr().out
    assert "jobs 1: reading" in told
    assert "100.0% of reading; readers none; writers none" in told
    assert "planted     12, found     12" in told
    assert "the same bytes" in told


def test_two_jobs_are_compared_by_all_their_cpu_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    one = Run(reading=40.0, whole=60.0, own=60.0, own_reading=40.0)
    two = Run(reading=25.0, whole=42.0, own=22.0, own_reading=4.0, readers={1: 20.0, 2: 16.0}, others={1: 0.1, 3: 5.0})
    two.largest = [150, 200, 201, 200, 202]
    compare(one, two, 2)
    told = capsys.readouterr().out
    assert "by the clock: reading 1.60, whole 1.43" in told
    assert "by CPU seconds: reading " in told
    assert "whole 1.43, by those that follow each other" in told
    assert "10.0% of reading; readers 20.0, 16.0; writers 5.0; MB: the command 0, a reader [200, 201, 202] by" in str(
        two
    )
