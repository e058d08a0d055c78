"""Fewer passes of the garbage collector: over what many documents say, and over what a command has loaded."""

import atexit
import contextlib
import contextvars
import gc
import typing as t
from collections.abc import Iterable, Iterator

YOUNG: t.Final = 100_000
"""How many new objects start a pass; Python's 700 would start thousands, each over all that has been read so far."""

Value = t.TypeVar("Value")
_inside: t.Final = contextvars.ContextVar("inside", default=False)
"""Whether a block of `rare_collection` is around: to count what is frozen takes longer than to read a sentence."""


def collect_rarely() -> None:
    """Let the garbage collector pass rarely from now on, and not once more over all when the process ends.

    For a process that is ours: passes are a seventh of the time in which a command loads its libraries and ends.
    """
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)


@contextlib.contextmanager
def rare_collection() -> Iterator[None]:
    """Let the garbage collector pass rarely, and not over what was there before, such as a language model.

    A run makes frozen values without cycles, which the collector could not free.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(YOUNG, before[0]) if before[0] else 0, *before[1:])
    outermost = not _inside.get() and gc.get_freeze_count() == 0  # what somebody else froze stays frozen
    gc.freeze()
    token = _inside.set(True)
    try:
        yield
    finally:
        _inside.reset(token)
        if outermost:
            gc.unfreeze()
        gc.set_threshold(*before)


def drained(values: Iterable[Value]) -> list[Value]:
    """Return all values, and free what was made for them and is needed no more.

    The words of a parse refer to each other, so that only the collector frees them.
    """
    with rare_collection():
        found = list(values)
        gc.collect()
    return found
