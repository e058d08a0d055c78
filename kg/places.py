"""Numbers by positions in documents, stored in a few bytes each."""

import bisect
import typing as t
from array import array
from collections.abc import Hashable, Iterable, Iterator, Mapping

V = t.TypeVar("V", bound=Hashable)
Place: t.TypeAlias = tuple[str, int]
"""A document, and a character offset in it."""
HALF: t.Final = 32
"""In bits; a position and a number must each fit into this many."""


class Places:
    """Pairs of a position in a document and a number, without duplicates.

    Args:
        pairs: a document, a character offset in it, and a number, in any order.
    """

    __slots__ = ("_packed",)

    def __init__(self, pairs: Iterable[tuple[str, int, int]]) -> None:
        (self._packed,) = _packed((0, *pair) for pair in pairs)

    @classmethod
    def several(cls, rows: Iterable[tuple[int, str, int, int]], kinds: int) -> "tuple[Places, ...]":
        """Return the positions for several kinds of pairs, which are iterated over once.

        Args:
            rows: the number of a kind, then a document, a character offset in it, and a number, in any order.
            kinds: the number of kinds.
        """
        found = []
        for packed in _packed(rows, kinds):
            places = cls(())
            places._packed = packed
            found.append(places)
        return tuple(found)

    def __len__(self) -> int:
        return sum(map(len, self._packed.values()))

    def __iter__(self) -> Iterator[tuple[str, int, int]]:
        for document, found in self._packed.items():
            yield from ((document, each >> HALF, each & (1 << HALF) - 1) for each in found)

    def within(self, document: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the pairs of a document whose positions are in a range (half-open), in order."""
        found = self._packed.get(document, _NONE)
        for at in range(bisect.bisect_left(found, begin << HALF), bisect.bisect_left(found, end << HALF)):
            yield found[at] >> HALF, found[at] & (1 << HALF) - 1

    def upto(self, document: str, place: int) -> int | None:
        """Return the greatest number at the last position up to this one, or None if there is none."""
        found = self._packed.get(document, _NONE)
        at = bisect.bisect_left(found, place + 1 << HALF) - 1
        return found[at] & (1 << HALF) - 1 if at >= 0 else None

    def last(self, document: str, place: int) -> int | None:
        """Return the greatest number at a position, or None if there is none."""
        found = self._packed.get(document, _NONE)
        at = bisect.bisect_left(found, place + 1 << HALF) - 1
        return found[at] & (1 << HALF) - 1 if at >= 0 and found[at] >> HALF == place else None


_NONE: t.Final = array("Q")


def _packed(rows: Iterable[tuple[int, str, int, int]], kinds: int = 1) -> "list[dict[str, array[int]]]":
    """Return the positions with their numbers by kind and document, packed, sorted, without duplicates."""
    packed: list[dict[str, array[int]]] = [{} for _ in range(kinds)]
    for kind, document, place, number in rows:
        found = packed[kind].get(document)
        if found is None:
            found = packed[kind][document] = array("Q")
        found.append(place << HALF | number)
    for each in packed:
        for document, found in each.items():
            each[document] = array("Q", sorted(set(found)))
    return packed


class Marks(t.Generic[V]):
    """Values at positions in documents, without duplicate pairs; equal values are one object.

    Args:
        marks: a document, a character offset in it, and a value, in any order.
    """

    __slots__ = ("places", "values")

    def __init__(self, marks: Iterable[tuple[str, int, V]]) -> None:
        numbers: dict[V, int] = {}
        self.places = Places(
            (document, place, numbers.setdefault(value, len(numbers))) for document, place, value in marks
        )
        self.values = tuple(numbers)

    def __iter__(self) -> Iterator[tuple[str, int, V]]:
        return ((document, place, self.values[number]) for document, place, number in self.places)

    def within(self, document: str, begin: int, end: int) -> Iterator[tuple[int, V]]:
        """Yield the values of a document whose positions are in a range (half-open), with the positions, in order."""
        return ((place, self.values[number]) for place, number in self.places.within(document, begin, end))


class Names(Mapping[Place, str]):
    """A name for each of many positions; if one has several, the last one given.

    Args:
        named: a document, a character offset in it, and the name.
    """

    __slots__ = ("_marks",)

    def __init__(self, named: Iterable[tuple[str, int, str]]) -> None:
        self._marks = Marks(named)

    def __getitem__(self, key: Place) -> str:
        number = self._marks.places.last(*key)
        if number is None:
            raise KeyError(key)
        return self._marks.values[number]

    def __iter__(self) -> Iterator[Place]:
        return iter(dict.fromkeys((document, place) for document, place, _ in self._marks))

    def __len__(self) -> int:
        return sum(1 for _ in self)
