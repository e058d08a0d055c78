import gc
import subprocess
import sys
import weakref
from collections.abc import Iterator

import pytest

from kg.collection import YOUNG, drained, rare_collection


def test_collector_passes_rarely_inside_and_as_before_behind() -> None:
    before = gc.get_threshold()
    with rare_collection():
        assert gc.get_threshold() == (YOUNG, *before[1:])
    assert gc.get_threshold() == before


def test_an_exception_inside_leaves_the_collector_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(ZeroDivisionError):
        _fail_inside()
    assert gc.get_threshold() == before


def _fail_inside() -> None:
    with rare_collection():
        raise ZeroDivisionError


@pytest.mark.parametrize("before", [0, 10 * YOUNG])
def test_who_asked_for_fewer_passes_keeps_them(before: int) -> None:
    usual = gc.get_threshold()
    gc.set_threshold(before, *usual[1:])
    try:
        with rare_collection():
            assert gc.get_threshold()[0] == before
        assert gc.get_threshold()[0] == before
    finally:
        gc.set_threshold(*usual)


def test_what_was_there_before_is_not_skipped() -> None:
    assert gc.get_freeze_count() == 0
    with rare_collection():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_another_froze_stays_frozen() -> None:
    gc.freeze()
    try:
        with rare_collection():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_what_is_frozen_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Counting takes as long as a pass over all objects."""
    counted: list[int] = []
    count = gc.get_freeze_count

    def noted() -> int:
        counted.append(count())
        return counted[-1]

    monkeypatch.setattr(gc, "get_freeze_count", noted)
    for _ in range(2):
        with rare_collection():
            assert drained([1]) == drained([1]) == [1]
    assert counted == [0, 0]
    assert count() == 0


def test_a_command_is_not_passed_over_when_it_ends() -> None:
    """The first registered function runs last, so it sees what the command leaves to the end of the process."""
    program = "import atexit, gc; atexit.register(lambda: print(gc.get_threshold()[0], gc.get_freeze_count() > 0)); "
    program += "import sys; sys.argv = ['kg', '--version']; from kg.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert done.stdout.splitlines()[-1] == f"{YOUNG} True"


class _Word:
    def __init__(self) -> None:
        self.head = self


def test_what_values_were_made_of_is_freed() -> None:
    made: list[weakref.ref[_Word]] = []

    def values() -> Iterator[int]:
        for number in range(3):
            word = _Word()
            made.append(weakref.ref(word))
            yield number

    with rare_collection():
        assert drained(values()) == [0, 1, 2]
        assert [word() for word in made] == [None] * 3
