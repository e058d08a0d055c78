"""Run the garbage collector less often: over the data of many documents, and over what a command has loaded."""

import atexit
import contextlib
import contextvars
import gc
import typing as t
from collections.abc import Iterable, Iterator

YOUNG: t.Final = 100_000
"""The number of new objects that starts a pass; Python's 700 would start thousands, each over all data read so far."""

Value = t.TypeVar("Value")
_inside: t.Final = contextvars.ContextVar("inside", default=False)
"""Whether a block of `rare_collection` is active: counting the frozen objects takes longer than reading a sentence."""


def collect_rarely() -> None:
    """Let the garbage collector run rarely from now on, and not once more over everything at exit.

    For our own processes: passes take a seventh of the time in which a command loads its libraries and ends.
    """
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)


@contextlib.contextmanager
def rare_collection() -> Iterator[None]:
    """Let the garbage collector run rarely, and ignore existing objects, such as a language model.

    A run creates frozen values without cycles, which the collector could not free.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(YOUNG, before[0]) if before[0] else 0, *before[1:])
    outermost = not _inside.get() and gc.get_freeze_count() == 0  # objects frozen by others stay frozen
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
    """Return all values, and free intermediate objects.

    The words of a parse refer to each other, so that only the collector frees them.
    """
    with rare_collection():
        found = list(values)
        gc.collect()
    return found
