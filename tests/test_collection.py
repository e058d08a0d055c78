import gc

import pytest

from kg.stages.collection import YOUNG, rare_collection


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
