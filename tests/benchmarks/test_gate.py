import json

import pytest

from benchmarks import gate


@pytest.mark.parametrize(
    ("figures", "floors", "low"),
    [
        ({"a": 0.5}, {"a": 0.5}, set()),
        ({"a": 0.6}, {"a": 0.5}, set()),
        ({"a": 0.499}, {"a": 0.5}, {"a"}),
        ({}, {"a": 0.0}, {"a"}),
        ({"new": 0.1}, {}, set()),
    ],
)
def test_below(figures: dict[str, float], floors: dict[str, float], low: set[str]) -> None:
    assert gate.below(figures, floors) == low
    assert sum("BELOW" in line for line in gate.compared(figures, floors)) == len(low)


def test_floors_only_rise() -> None:
    assert gate.raised({"a": 0.7, "b": 0.1}, {"a": 0.5, "b": 0.2, "c": 0.3}) == {"a": 0.7, "b": 0.2, "c": 0.3}


def test_floors_are_shares() -> None:
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert floors
    assert all(0 < floor <= 1 for floor in floors.values())


def test_unique_keeps_the_order() -> None:
    assert gate.unique(["b", "a", "b"]) == ["b", "a"]
