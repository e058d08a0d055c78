"""Functions for worker processes in tests, in a separate module, so that they need not load the tests."""

import os
import signal
import time
import typing as t
from collections.abc import Sequence

POISON: t.Final = (6, 17)


def doubled(batch: Sequence[int]) -> list[int]:
    return [2 * each for each in batch]


def poisoned(batch: Sequence[int]) -> list[int]:
    if not set(POISON).isdisjoint(batch):
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(batch)


def process(batch: Sequence[int]) -> tuple[int, str]:
    return os.getpid(), os.environ["OMP_NUM_THREADS"]


def unloadable(batch: Sequence[int]) -> None:
    os._exit(3)


def wrong(batch: Sequence[int]) -> None:
    if batch:
        raise ZeroDivisionError("our own mistake")


def endless(batch: Sequence[int]) -> None:
    if batch:
        os.write(1, f"{os.getpid()}\n".encode())
        time.sleep(600)
