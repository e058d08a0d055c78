"""Answer queries in separate processes, because only a process can be stopped in the middle of one."""

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
"""The maximum size of an answer in bytes."""
LOADING: t.Final = 600.0
"""The time limit for loading a graph in seconds."""
MEMORY: t.Final = 1024
"""The memory limit of a query in MiB, in addition to the graph."""


TOO_MUCH_MEMORY: t.Final = refusal(
    500,
    "the query ended its process, perhaps for lack of memory: ask for less, or raise --memory-limit",
)


class _Bounded(io.BytesIO):
    """A buffer with a maximum size."""

    def write(self, content: t.Any) -> int:
        """Append bytes, or raise OSError."""
        if self.tell() + len(content) > MAX_ANSWER:
            raise OSError(f"more than {MAX_ANSWER} bytes")
        return super().write(content)


def answer(graph: "LoadedGraph", question: Question, media_types: Sequence[str]) -> Reply:
    """Return the response to a query, in the first of the media types that fits the result."""
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
    """Load a graph, report it, then answer one query after the other until the connection ends."""
    from kg.export.rdf.query import STACK

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the server stops ours
    call_in_thread(lambda: _answer_all(path, connection, memory), stack=STACK)


def _answer_all(path: str, connection: "Connection", memory: int) -> None:
    from kg.export.rdf.query import load_graph

    try:
        graph = load_graph(path)
        graph.check_statements(path)
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
    """Let the system end this process after a time, in case the server that would do so is gone; 0 never does."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _limit_memory(more: int) -> None:
    """Limit this process to this many MiB more than now, if the system supports that: Linux."""
    status = Path("/proc/self/status")
    if status.is_file():
        import resource

        data = re.search(r"^VmData:\s+(\d+) kB", status.read_text(encoding="ascii"), re.MULTILINE)
        now = int(data[1]) * 2**10 if data else 0
        resource.setrlimit(resource.RLIMIT_DATA, (now + more * 2**20,) * 2)


class Worker:
    """A process with a graph; after a query that exceeds the time or memory limit, a new one is started."""

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
            InputError: it cannot be loaded.
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
        """Return the response to a query, or an error response if there is none in time."""
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
        """End the process, whatever it is doing."""
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
        path: a Turtle file.
        count: the number of queries answered at a time; each process has a copy of the graph.
        seconds: how long a query may wait for a process, and how long it may then take.
        memory: the memory limit of a query in MiB, in addition to the graph; only enforced on Linux.

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
        """Return the response to a query."""
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
