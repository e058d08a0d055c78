"""Processes that end with the one that started them, and work that a copy of this one does."""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import typing as t
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection

from kg.errors import WorkerError

FORKS: t.Final = sys.platform == "linux"
"""Whether a process can go on as two, so that neither has to send the other what it holds."""


def end_with(parent: Connection) -> None:
    """Let this process end when its parent closes the other end of a pipe, or ends; Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: Connection) -> None:
    try:
        parent.recv_bytes()  # nothing is ever sent
    finally:
        os._exit(1)


@contextlib.contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[None]:
    """Do some work in a copy of this process while the block runs; when the block ends well, the work has ended too.

    Args:
        work: changes files only; what it changes in memory stays in the copy.

    Raises:
        WorkerError: the copy was killed; else what the work raises.
    """
    context = multiprocessing.get_context("fork")
    (results, told), (parent, ours) = context.Pipe(duplex=False), context.Pipe(duplex=False)
    copy = context.Process(target=_work, args=(work, told, parent, ours), daemon=True)
    copy.start()
    told.close()
    try:
        yield
        try:
            error = results.recv()
        except EOFError as end:
            raise WorkerError("a writing process was killed, perhaps for lack of memory: use --jobs 1") from end
        if error is not None:
            raise error
    finally:
        for each in (ours, parent, results):
            each.close()
        copy.join()


def _work(work: Callable[[], object], told: Connection, parent: Connection, ours: Connection) -> None:
    ours.close()  # else the pipe would never end
    end_with(parent)
    try:
        work()
    except Exception as error:
        told.send(error)
    else:
        told.send(None)
