"""Processes that end with their parent, and work done by a fork of this process."""

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
"""Whether a process can be forked, so that no data has to be sent between the two."""


def end_with(parent: Connection) -> None:
    """End this process when its parent closes the other end of a pipe, or ends; the parent handles Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_and_end, args=(parent,), daemon=True).start()


def _wait_and_end(parent: Connection) -> None:
    try:
        parent.recv_bytes()  # nothing is ever sent
    finally:
        os._exit(1)


@contextlib.contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[None]:
    """Do some work in a fork of this process while the block runs; after the block, wait for its end.

    Args:
        work: only changes files; changes in memory stay in the fork.

    Raises:
        WorkerError: the fork was killed; otherwise what the work raises.
    """
    context = multiprocessing.get_context("fork")
    (results, sender), (parent, own_end) = context.Pipe(duplex=False), context.Pipe(duplex=False)
    copy = context.Process(target=_work, args=(work, sender, parent, own_end), daemon=True)
    copy.start()
    sender.close()
    try:
        yield
        try:
            error = results.recv()
        except EOFError as end:
            raise WorkerError("a writing process was killed, perhaps for lack of memory: use --jobs 1") from end
        if error is not None:
            raise error
    finally:
        for each in (own_end, parent, results):
            each.close()
        copy.join()


def _work(work: Callable[[], object], sender: Connection, parent: Connection, own_end: Connection) -> None:
    own_end.close()  # otherwise the pipe would never end
    end_with(parent)
    try:
        work()
    except Exception as error:
        sender.send(error)
    else:
        sender.send(None)
