"""Queries run in separate processes, because only a process can be stopped in the middle of a query."""

import io
import multiprocessing
import os
import queue
import re
import signal
import threading
import typing as t
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError, UsageError
from kg.serve.protocol import Question, Reply, refusal
from kg.threads import call_in_thread

if t.TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from kg.export.rdf.query import LoadedGraph

MAX_ANSWER: t.Final = 2**27
"""Bytes that an answer may have."""
LOADING: t.Final = 600.0
"""Seconds that a graph may take to be loaded."""
MEMORY: t.Final = 1024
"""MiB that a query may take beside the graph."""


TOO_MUCH_MEMORY: t.Final = refusal(
    500,
    "the query ended its process, perhaps for lack of memory: ask for less, or raise --memory-limit",
)


class _Bounded(io.BytesIO):
    """Bytes up to a limit."""

    def write(self, content: t.Any) -> int:
        """Take bytes, or raise OSError."""
        if self.tell() + len(content) > MAX_ANSWER:
            raise OSError(f"more than {MAX_ANSWER} bytes")
        return super().write(content)


def answer(graph: "LoadedGraph", question: Question, media_types: Sequence[str]) -> Reply:
    """Return the reply to a question, in the first of the media types that fits what it finds."""
    try:
        return _answer(graph, question, media_types)
    except MemoryError:
        return TOO_MUCH_MEMORY


def _answer(graph: "LoadedGraph", question: Question, media_types: Sequence[str]) -> Reply:
    from kg.export.rdf.query import write_answer

    output = _Bounded()
    try:
        found = graph.answer(
            question.sparql, default_graphs=question.default_graphs, named_graphs=question.named_graphs
        )
        media_type = write_answer(found, output, media_types)
    except UsageError as error:
        return refusal(400, str(error))
    except OSError as error:
        return refusal(507, f"the answer is too long: {error}; ask for less, with LIMIT")
    if media_type is None:
        return refusal(406, "the result cannot be written in a media type that the client accepts")
    charset = "; charset=utf-8" if media_type.startswith("text/") else ""
    return Reply(200, f"{media_type}{charset}", output.getvalue())


def _work(path: str, connection: "Connection", memory: int) -> None:
    """Load a graph, say that it is there, then answer one question after the other until nobody asks."""
    from kg.export.rdf.query import STACK

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; ours are stopped
    call_in_thread(lambda: _answer_all(path, connection, memory), stack=STACK)


def _answer_all(path: str, connection: "Connection", memory: int) -> None:
    from kg.export.rdf.query import load_graph

    try:
        graph = load_graph(path)
    except InputError as error:
        connection.send(str(error))
        return
    _limit_memory(memory)
    connection.send(None)
    try:
        while True:
            question, media_types, seconds = connection.recv()
            _stop_after(2 * seconds + 1)
            reply = answer(graph, question, media_types)
            _stop_after(0)
            connection.send(reply)
    except (EOFError, OSError):
        return  # the server has gone


def _stop_after(seconds: float) -> None:
    """Let the system end this process when the time is over, should the server be gone that would; 0 never does."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(more: int) -> None:
    """Let this process have that many MiB more than it has now, where the system can tell and hold that: Linux."""
    status = Path("/proc/self/status")
    if status.is_file():
        import resource

        data = re.search(r"^VmData:\s+(\d+) kB", status.read_text(encoding="ascii"), re.MULTILINE)
        now = int(data[1]) * 2**10 if data else 0
        resource.setrlimit(resource.RLIMIT_DATA, (now + more * 2**20,) * 2)


class Worker:
    """One process with a graph; after a question that took too long or too much memory there is another one."""

    def __init__(self, path: str, *, memory: int = MEMORY) -> None:
        self._path = path
        self._memory = memory
        self._lock = threading.Lock()
        self._is_stopped = False
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy the locks of other threads
        self._connection, theirs = context.Pipe()
        self._process: SpawnProcess = context.Process(
            target=_work, args=(self._path, theirs, self._memory), daemon=True
        )
        self._process.start()
        theirs.close()
        self._is_ready = False

    def wait(self) -> None:
        """Wait until the graph is loaded.

        Raises:
            InputError: it cannot be.
        """
        if self._is_ready:
            return
        try:
            fault = self._connection.recv() if self._connection.poll(LOADING) else "cannot be loaded in time"
        except (EOFError, OSError):
            fault = "cannot be loaded: there may be too little memory"
        if fault is not None:
            raise InputError(fault if self._path in fault else f"{self._path}: {fault}")
        self._is_ready = True

    def answer(self, question: Question, media_types: Sequence[str], *, seconds: float) -> Reply:
        """Return the reply to a question, which says so where there is none in that time."""
        try:
            self.wait()
            self._connection.send((question, tuple(media_types), seconds))
            if self._connection.poll(seconds):
                return t.cast("Reply", self._connection.recv())
            reply = refusal(503, f"the query took more than {seconds:g} seconds and was stopped")
        except (EOFError, OSError, InputError):
            reply = TOO_MUCH_MEMORY
        with self._lock:
            if not self._is_stopped:
                self._end()
                self._start()
        return reply

    def stop(self) -> None:
        """End the process, whatever it does."""
        with self._lock:
            self._is_stopped = True
            self._end()

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self._connection.close()


class Workers:
    """Several processes with the same graph.

    Args:
        path: Turtle file.
        count: how many questions are answered at a time; each process holds the graph.
        seconds: how long a question may wait for a process, and how long it may then take.
        memory: MiB that a question may take beside the graph; only Linux holds it.

    Raises:
        InputError: the graph cannot be loaded.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, count: int = 2, seconds: float = 10.0, memory: int = MEMORY
    ) -> None:
        self._seconds = seconds
        self._all = [Worker(os.fspath(path), memory=memory) for _ in range(count)]
        self._free: queue.Queue[Worker] = queue.Queue()
        try:
            for worker in self._all:
                worker.wait()
                self._free.put(worker)
        except InputError:
            self.stop()
            raise

    def answer(self, question: Question, media_types: Sequence[str]) -> Reply:
        """Return the reply to a question."""
        try:
            worker = self._free.get(timeout=self._seconds)
        except queue.Empty:
            return refusal(503, "all processes are busy with other queries: ask again")
        try:
            return worker.answer(question, media_types, seconds=self._seconds)
        finally:
            self._free.put(worker)

    def stop(self) -> None:
        """End all processes."""
        for worker in self._all:
            worker.stop()
