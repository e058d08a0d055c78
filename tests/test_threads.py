"""Functions in separate threads."""

import threading

import pytest

from kg.threads import call_in_thread


def test_what_a_function_returns_and_raises() -> None:
    assert call_in_thread(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        call_in_thread(lambda: 1 // 0)


def test_a_function_without_an_end() -> None:
    done = threading.Event()
    with pytest.raises(TimeoutError):
        call_in_thread(done.wait, seconds=0.01)
    done.set()


def test_a_larger_stack_is_for_one_thread() -> None:
    before = threading.stack_size()
    call_in_thread(lambda: None, stack=2**26)
    assert threading.stack_size() == before


def test_values_are_freed_in_the_thread_that_made_them() -> None:
    freed: list[str] = []

    class Local:
        def __del__(self) -> None:
            freed.append(threading.current_thread().name)

    def fail() -> None:
        local = Local()
        raise ValueError(type(local).__name__)

    with pytest.raises(ValueError, match="Local"):
        call_in_thread(fail)
    assert freed
    assert threading.current_thread().name not in freed
