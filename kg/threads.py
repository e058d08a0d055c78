"""A function called in a thread of its own, which may have more stack or less time than the caller."""

import threading
import traceback
import typing as t
from collections.abc import Callable
from concurrent.futures import Future

Result = t.TypeVar("Result")


def call_in_thread(function: Callable[[], Result], *, seconds: float | None = None, stack: int = 0) -> Result:
    """Return what a function returns, or raise what it raises.

    Args:
        function: is called once; it runs on, ignored, where its time is over.
        seconds: how long it may take; None waits for its end.
        stack: bytes of its stack; 0 takes the usual ones.

    Raises:
        TimeoutError: the time is over.
    """
    result: Future[Result] = Future()

    def call() -> None:
        try:
            result.set_result(function())
        except BaseException as error:  # it is raised where the result is wanted
            _forget_variables(error)
            result.set_exception(error)

    before = threading.stack_size(stack)
    try:
        threading.Thread(target=call, daemon=True).start()
    finally:
        threading.stack_size(before)
    return result.result(seconds)


def _forget_variables(error: BaseException | None) -> None:
    """Let go of what the frames of a traceback hold: some values may only be freed in the thread that made them."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
