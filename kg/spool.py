"""Sequences of values that are stored in a temporary file if they are long, so that memory does not grow with them."""

import functools
import heapq
import io
import itertools
import operator
import os
import pickle
import threading
import typing as t
import weakref
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass

T = t.TypeVar("T")

IN_MEMORY: t.Final = 100_000
"""The number of values kept in memory before the next ones go to the file: about 10,000 articles of synthetic news.

Outputs iterate over all claims some thirty times, and each time the content of the file is unpacked again.
"""
TOGETHER: t.Final = 32
"""The number of values packed and read together."""
READ: t.Final = 64
"""The number of most recently read packets that are cached."""
LARGE: t.Final = 2
LATER: t.Final = 4
"""The number of batches sorted before the next ones are smaller, and the factor by which they are."""


class Spool(t.Generic[T]):
    """Stores sequences of frozen values: the first ones in memory, more in an unnamed temporary file.

    Args:
        in_memory: the number of values kept in memory; None uses `IN_MEMORY`.
        expected: the expected number of values, if known: the more of them do not fit, the fewer stay in memory, which
            is then needed for other things; if twice as many come as fit, none do.
    """

    def __init__(self, *, in_memory: int | None = None, expected: int = 0) -> None:
        most = IN_MEMORY if in_memory is None else in_memory
        self._room = max(0, min(most, 2 * most - expected))
        self._file = _File[T]()
        self.packet = functools.lru_cache(READ)(self._file.packet)

    def keep(self, values: Iterable[T]) -> Sequence[T]:
        """Return the values as an immutable sequence, equal to their tuple."""
        if type(values) is _Stored:  # in the file of another spool
            return values
        rest = iter(values)
        if self._room > 0:
            first = tuple(itertools.islice(rest, self._room))
            self._room -= len(first)
            if self._room > 0:
                return first
            rest = itertools.chain(first, rest)
        begin, count = len(self._file.ends) - 1, 0
        while some := tuple(itertools.islice(rest, TOGETHER)):
            self._file.write(some)
            count += len(some)
        return _Stored(self, begin, count) if count else ()


class _File(t.Generic[T]):
    """The file of a spool; `ends` has the end offsets of its packets."""

    def __init__(self) -> None:
        self.ends = array("Q", [0])
        self._lock = threading.Lock()
        self._file: t.BinaryIO | None = None

    def write(self, values: tuple[T, ...]) -> None:
        if self._file is None:
            import tempfile  # slow to load

            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it goes with the last sequence
            weakref.finalize(self, self._file.close)
        packet = io.BytesIO()
        _Pickler(packet, pickle.HIGHEST_PROTOCOL).dump(values)
        self._file.write(packet.getbuffer())
        self.ends.append(self.ends[-1] + packet.tell())

    def packet(self, number: int) -> tuple[T, ...]:
        """Return the values of one packet."""
        file, begin, end = self._file, self.ends[number], self.ends[number + 1]
        assert file is not None  # noqa: S101 - there is a packet
        with self._lock:
            file.flush()
            data = _read(file, begin, end - begin)
        return t.cast("tuple[T, ...]", pickle.loads(data))  # noqa: S301 - our own


def _read(file: t.BinaryIO, begin: int, length: int) -> bytes:
    if hasattr(os, "pread"):  # a forked process shares the position in the file
        return os.pread(file.fileno(), length, begin)
    file.seek(begin)
    try:
        return file.read(length)
    finally:
        file.seek(0, os.SEEK_END)


class _Stored(Sequence[T]):
    """A sequence of values in the file of a spool."""

    __slots__ = ("_begin", "_count", "_spool")

    def __init__(self, spool: Spool[T], begin: int, count: int) -> None:
        self._spool, self._begin, self._count = spool, begin, count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        for number in range(self._begin, self._begin - (-self._count // TOGETHER)):
            yield from self._spool.packet(number)

    @t.overload
    def __getitem__(self, place: int) -> T: ...
    @t.overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(self._count)))
        at = operator.index(place) + (self._count if place < 0 else 0)
        if not 0 <= at < self._count:
            raise IndexError(place)
        return self._spool.packet(self._begin + at // TOGETHER)[at % TOGETHER]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | _Stored):
            return NotImplemented
        return len(self) == len(other) and all(map(operator.eq, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[type, tuple[list[T]]]:
        return tuple, ([*self],)


def in_order(values: Iterable[T], key: Callable[[T], t.Any], *, in_memory: int | None = None) -> Iterator[T]:
    """Yield values sorted by a key, with equal ones in the original order.

    Args:
        values: frozen values, of any number.
        key: the sort key.
        in_memory: the number sorted at a time, the others are in the file; None uses `IN_MEMORY`.
    """
    at_once = max(1, IN_MEMORY if in_memory is None else in_memory)
    spool, rest = Spool[T](in_memory=0), iter(values)
    runs: list[Sequence[T]] = []
    while len(batch := sorted(itertools.islice(rest, at_once), key=key)) == at_once:
        runs.append(spool.keep(batch))
        batch.clear()  # free it before the next one is filled
        if len(runs) == LARGE:  # the last batch stays as long as the runs are read
            at_once = max(1, at_once // LATER)
    return heapq.merge(*runs, batch, key=key) if runs else iter(batch)


class _Pickler(pickle.Pickler):
    """Packs a dataclass as its type and its fields, which is faster than Python's default with slots."""

    def reducer_override(self, value: t.Any) -> t.Any:
        values = _values(t.cast("t.Hashable", type(value)))
        return NotImplemented if values is None else (type(value), values(value))


@functools.cache
def _values(type_: t.Any) -> Callable[[t.Any], tuple[t.Any, ...]] | None:
    names = [each.name for each in fields(type_) if each.init] if is_dataclass(type_) else []
    if not names:
        return None
    get = operator.attrgetter(*names)
    return get if len(names) > 1 else lambda value: (get(value),)
