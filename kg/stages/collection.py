"""Fewer passes of the garbage collector while many documents become one graph."""

import contextlib
import gc
import typing as t
from collections.abc import Iterator

YOUNG: t.Final = 100_000
"""How many new objects start a pass; Python's 700 would start thousands, each over all that has been read so far."""


@contextlib.contextmanager
def rare_collection() -> Iterator[None]:
    """Let the garbage collector pass rarely, and not over what was there before, such as a language model.

    A run makes frozen values without cycles, which the collector could not free.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(YOUNG, before[0]) if before[0] else 0, *before[1:])
    freezes = gc.get_freeze_count() == 0  # what somebody else froze stays frozen
    if freezes:
        gc.freeze()
    try:
        yield
    finally:
        if freezes:
            gc.unfreeze()
        gc.set_threshold(*before)
