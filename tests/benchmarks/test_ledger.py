import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.ledger import steps

REPOSITORY = Path(__file__).resolve().parent.parent.parent


def test_a_folder_that_grows_in_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert steps(6, 2)
    assert "steps and at once: the same bytes" in capsys.readouterr().out


def test_runs_that_are_killed() -> None:
    command = [sys.executable, "-m", "benchmarks.ledger", "kills", "--documents", "6", "--kills", "2"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert done.returncode == 0, done.stdout + done.stderr
    assert "at the end the same bytes" in done.stdout
