"""Work in several processes is done exactly once, even if processes crash."""

import os
import signal
import subprocess
import sys
import typing as t
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.errors import WorkerError
from kg.stages.pool import Lost, pooled
from tests.stages.working import POISON, doubled, poisoned, process, unloadable, wrong

BATCHES: t.Final = [range(start, start + 4) for start in range(0, 24, 4)]


def test_every_batch_is_done_once() -> None:
    done = [each for each in pooled(doubled, BATCHES, jobs=2) if not isinstance(each, Lost)]
    assert sorted(done, key=lambda each: each[0][0]) == [(batch, doubled(batch)) for batch in BATCHES]


def test_what_kills_its_process_is_told_and_nothing_else_is_lost() -> None:
    done = list(pooled(poisoned, BATCHES, jobs=2))
    assert sorted(each.item for each in done if isinstance(each, Lost)) == list(POISON)
    results = [each for pair in done if not isinstance(pair, Lost) for each in pair[1]]
    assert sorted(results) == [2 * each for each in range(24) if each not in POISON]


def test_what_died_by_itself_is_done_again(tmp_path: Path) -> None:
    def killed_once(batch: Sequence[int]) -> list[int]:
        if 3 in batch and not (mark := tmp_path / "killed").exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return doubled(batch)

    done = [each for each in pooled(killed_once, BATCHES, jobs=1) if not isinstance(each, Lost)]
    assert len(done) == len(BATCHES)


def test_a_process_is_replaced_after_some_batches() -> None:
    done = [each[1] for each in pooled(process, BATCHES, jobs=1, recycled=2) if not isinstance(each, Lost)]
    assert len(dict.fromkeys(done)) == len(BATCHES) / 2
    assert {threads for _, threads in done} == {"1"}


def test_processes_that_cannot_start_end_the_run() -> None:
    with pytest.raises(WorkerError, match="--jobs 1"):
        list(pooled(unloadable, BATCHES, jobs=1))


def test_a_mistake_of_ours_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        list(pooled(wrong, BATCHES, jobs=1))


def test_processes_end_when_nobody_wants_more() -> None:
    results = pooled(process, BATCHES, jobs=1)
    first = next(results)
    assert not isinstance(first, Lost)
    results.close()  # type: ignore[attr-defined]
    assert not lives(first[1][0])


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL])
def test_processes_end_with_the_run(end: signal.Signals) -> None:
    """Ctrl-C reaches them too, because the terminal sends it to all of them."""
    script = (
        "import signal; from kg.stages.pool import pooled; from tests.stages.working import endless\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # background jobs of a shell ignore it
        "try: list(pooled(endless, [[1], [2]], jobs=2))\n"
        "except KeyboardInterrupt: print('stopped', flush=True)"
    )
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as run:  # noqa: S603
        assert run.stdout is not None
        assert all(run.stdout.readline().strip().isdecimal() for _ in range(2)), "both work"
        (os.killpg if end == signal.SIGINT else os.kill)(run.pid, end)
        rest = run.stdout.read()  # ends when the last process has ended
    assert ("stopped" in rest) == (end == signal.SIGINT)


def lives(pid: int) -> bool:
    """Return whether a process runs; one that has ended but was not waited for does not count."""
    try:
        return " Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return False
