import gc

import pytest

from kg.stages.collection import YOUNG, rare_collection


def test_collector_passes_rarely_inside_and_as_before_behind() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="inside"), rare_collection():
        assert gc.get_threshold() == (YOUNG, *before[1:])
        raise ValueError("inside")
    assert gc.get_threshold() == before


@pytest.mark.parametrize(("before", "inside"), [(0, 0), (10 * YOUNG, 10 * YOUNG)])
def test_who_asked_for_fewer_passes_keeps_them(before: int, inside: int) -> None:
    usual = gc.get_threshold()
    gc.set_threshold(before, *usual[1:])
    try:
        with rare_collection():
            assert gc.get_threshold()[0] == inside
        assert gc.get_threshold()[0] == before
    finally:
        gc.set_threshold(*usual)
