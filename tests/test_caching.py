"""Properties that are computed once."""

from dataclasses import dataclass

from kg.caching import cached_property


@dataclass(frozen=True, eq=False)
class Counted:
    """Counts how often its total is computed."""

    numbers: tuple[int, ...]
    calls: list[int]

    @cached_property
    def total(self) -> int:
        """The sum of the numbers."""
        self.calls.append(1)
        return sum(self.numbers)


def test_a_property_is_computed_once_for_each_object() -> None:
    one, other = Counted((1, 2), []), Counted((3,), [])
    assert (one.total, one.total, other.total, other.total) == (3, 3, 3, 3)
    assert (one.calls, other.calls) == ([1], [1])


def test_a_property_of_the_class_has_its_docstring() -> None:
    assert Counted.total.__doc__ == "The sum of the numbers."
