"""A pool of processes that work on batches in parallel; it replaces crashed ones and finds the item responsible.

Each process has one batch at a time, so the batch that crashed it is known. loky starts the processes, because it
does not run the user's script again in each of them, as `multiprocessing` does.
"""

import typing as t
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from dataclasses import dataclass, field
from multiprocessing import Pipe
from multiprocessing.connection import Connection

from kg.errors import WorkerError
from kg.processes import end_with

if t.TYPE_CHECKING:
    from loky import ProcessPoolExecutor

RECYCLED: t.Final = 500
"""The number of batches after which a process is replaced, so that leaked memory does not add up."""
STARTS: t.Final = 3
"""How often a process may end before it is ready."""
ENVIRONMENT: t.Final = dict.fromkeys(
    ("BLIS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1"
)
"""One thread per process, because there is one process per core."""

Item = t.TypeVar("Item")
Result = t.TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost(t.Generic[Item]):
    """An item that crashed every process that worked on it."""

    item: Item


@dataclass(frozen=True, slots=True)
class _Task(t.Generic[Item]):
    """A batch, and whether it has already crashed a process."""

    batch: Sequence[Item]
    tried: bool = False

    def after_crash(self) -> "list[_Task[Item]]":
        """Return what to try after a crash: the same batch again, then each half, and finally nothing."""
        if not self.tried:
            return [_Task(self.batch, tried=True)]
        middle = len(self.batch) // 2
        halves = (self.batch[:middle], self.batch[middle:]) if middle else ()
        return [_Task(half, tried=len(half) > 1) for half in halves]


def pooled(
    work: Callable[[Sequence[Item]], Result],
    batches: Iterable[Sequence[Item]],
    *,
    jobs: int,
    recycled: int = RECYCLED,
) -> Iterator[tuple[Sequence[Item], Result] | Lost[Item]]:
    """Yield each batch with its result, in the order of completion.

    Args:
        work: the function to run on a batch; each process first calls it without items, to load what it needs.
        batches: taken one by one as processes become free.
        jobs: the number of processes.
        recycled: the number of batches after which a process is replaced.

    Raises:
        WorkerError: a process ends repeatedly before it is ready.
    """
    again: deque[_Task[Item]] = deque()
    pending = iter(batches)
    slots = [_Slot(work, recycled) for _ in range(jobs)]
    running: dict[Future[Result], tuple[_Slot[Item, Result], _Task[Item]]] = {}

    def submit_next(slot: "_Slot[Item, Result]") -> None:
        batch = None if again else next(pending, None)
        task = again.popleft() if again else None if batch is None else _Task(batch)
        if task is not None:
            running[slot.submit(task.batch)] = slot, task

    try:
        for slot in slots:
            submit_next(slot)
        while running:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                slot, task = running.pop(future)
                try:
                    result = future.result()
                except BrokenExecutor:
                    left = [task] if slot.replace() else task.after_crash()
                    again.extend(left)
                    submit_next(slot)
                    if not left:
                        yield Lost(task.batch[0])
                else:
                    submit_next(slot)  # start the next batch before the result is consumed
                    yield task.batch, result
    finally:
        for slot in slots:
            slot.close()


@dataclass(slots=True)
class _Slot(t.Generic[Item, Result]):
    """A slot for one process, which is started on demand."""

    work: Callable[[Sequence[Item]], Result]
    recycled: int
    done: int = 0
    starts: int = 0
    ends: tuple[Connection, ...] = ()
    pool: "ProcessPoolExecutor | None" = None
    loaded: "Future[Result]" = field(default_factory=Future)

    def submit(self, batch: Sequence[Item]) -> "Future[Result]":
        """Submit a batch to the process."""
        if self.done >= self.recycled:
            self.close()
        if self.pool is None:
            self._start()
        self.done += 1
        return self._call(batch)

    def replace(self) -> bool:
        """Replace a crashed process; return whether it crashed before it was ready.

        Raises:
            WorkerError: that has happened too often.
        """
        began = self.loaded.done() and not self.loaded.exception()
        self.close()
        self.starts = 0 if began else self.starts + 1
        if self.starts == STARTS:
            raise WorkerError("reading processes crash on start, perhaps for lack of memory: use --jobs 1")
        return not began

    def close(self) -> None:
        """End the process, whatever it is doing."""
        for end in self.ends:
            end.close()
        if self.pool is not None:
            self.pool.shutdown()
        self.pool, self.ends, self.done = None, (), 0

    def _start(self) -> None:
        from loky import ProcessPoolExecutor

        self.ends = Pipe(duplex=False)
        self.pool = ProcessPoolExecutor(1, initializer=end_with, initargs=(self.ends[0],), env=ENVIRONMENT)
        self.loaded = self._call(())

    def _call(self, batch: Sequence[Item]) -> "Future[Result]":
        return t.cast("Future[Result]", t.cast("ProcessPoolExecutor", self.pool).submit(self.work, batch))
