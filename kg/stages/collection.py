"""Fewer passes of the garbage collector while many documents become one graph."""

import contextlib
import gc
import typing as t
from collections.abc import Iterator

YOUNG: t.Final = 100_000
"""How many new objects start a pass; Python's 700 would start thousands, each over all that has been read so far."""


@contextlib.contextmanager
def rare_collection() -> Iterator[None]:
    """Let the garbage collector pass rarely; a run makes frozen values without cycles, which it could not free."""
    before = gc.get_threshold()
    gc.set_threshold(max(YOUNG, before[0]) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
