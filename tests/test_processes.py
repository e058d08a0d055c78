"""Work in a fork of the process."""

import os
import signal
from pathlib import Path

import pytest

from kg.errors import OutputError, WorkerError
from kg.processes import FORKS, meanwhile

pytestmark = pytest.mark.skipif(not FORKS, reason="a process cannot go on as two here")


def test_work_is_done_when_the_block_ends(tmp_path: Path) -> None:
    with meanwhile(lambda: (tmp_path / "a").write_text(str(os.getpid()), encoding="ascii")):
        pass
    assert (tmp_path / "a").read_text(encoding="ascii") != str(os.getpid())


def wrong() -> None:
    raise OutputError("no room")


def test_what_goes_wrong_is_raised() -> None:
    with pytest.raises(OutputError, match="no room"), meanwhile(wrong):
        pass


def test_a_copy_that_is_killed_is_told() -> None:
    with pytest.raises(WorkerError, match="memory"), meanwhile(lambda: os.kill(os.getpid(), signal.SIGKILL)):
        pass


def test_the_copy_ends_with_a_block_that_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), meanwhile(signal.pause):
        raise ZeroDivisionError
