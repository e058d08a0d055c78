"""Call a function in a separate thread, with a larger stack or a time limit."""

import threading
import traceback
import typing as t
from collections.abc import Callable
from concurrent.futures import Future

Result = t.TypeVar("Result")


def call_in_thread(function: Callable[[], Result], *, seconds: float | None = None, stack: int = 0) -> Result:
    """Return what a function returns, or raise what it raises.

    Args:
        function: called once; after the time limit it continues, and its result is ignored.
        seconds: the time limit; None waits for its end.
        stack: the stack size in bytes; 0 uses the default.

    Raises:
        TimeoutError: the time limit was exceeded.
    """
    result: Future[Result] = Future()

    def call() -> None:
        try:
            result.set_result(function())
        except BaseException as error:  # raised again in the calling thread
            _forget_variables(error)
            result.set_exception(error)

    before = threading.stack_size(stack)
    try:
        threading.Thread(target=call, daemon=True).start()
    finally:
        threading.stack_size(before)
    return result.result(seconds)


def _forget_variables(error: BaseException | None) -> None:
    """Clear the variables in the frames of a traceback: some values may only be freed in the thread that made them."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__
