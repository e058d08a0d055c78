import json
from pathlib import Path

import pytest

from benchmarks import gate

BOUNDS: gate.Bounds = {"reached": {"floor": 0.5}, "x_stated_falsely": {"ceiling": 0.1}}


@pytest.mark.parametrize(
    ("figures", "wrong"),
    [
        ({"reached": 0.5, "x_stated_falsely": 0.1}, set()),
        ({"reached": 0.6, "x_stated_falsely": 0.0, "new": 0.1}, set()),
        ({"reached": 0.499, "x_stated_falsely": 0.101}, {"reached", "x_stated_falsely"}),
        ({"reached": 0.5}, {"x_stated_falsely"}),
        ({}, {"reached", "x_stated_falsely"}),
    ],
)
def test_a_figure_is_held_by_its_floor_or_its_ceiling(figures: dict[str, float], wrong: set[str]) -> None:
    assert gate.missed(figures, BOUNDS) == wrong
    lines = list(gate.compared(figures, BOUNDS))
    assert {line.split()[0] for line in lines if "MISSED" in line} == wrong
    assert len(lines) == len({*figures, *BOUNDS})


def test_bounds_only_tighten() -> None:
    bounds: gate.Bounds = {"up": {"floor": 0.5}, "down": {"floor": 0.2}, "absent": {"floor": 0.3}}
    assert gate.tightened({"up": 0.7, "down": 0.1}, bounds) == bounds | {"up": {"floor": 0.7}}
    fewer: gate.Bounds = {"a_stated_falsely": {"ceiling": 0.2}, "b_stated_falsely": {"ceiling": 0.2}}
    found = gate.tightened({"a_stated_falsely": 0.1, "b_stated_falsely": 0.3}, fewer)
    assert found == fewer | {"a_stated_falsely": {"ceiling": 0.1}}


def test_a_new_figure_gets_the_bound_of_its_kind() -> None:
    found = gate.tightened({"clauses_read_as_events": 0.08, "clauses_reached": 0.4}, {})
    assert found == {"clauses_read_as_events": {"ceiling": 0.08}, "clauses_reached": {"floor": 0.4}}


def test_each_figure_has_one_bound_which_is_a_share() -> None:
    bounds = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert bounds
    for name, bound in bounds.items():
        ((kind, value),) = bound.items()
        assert kind == ("ceiling" if name.endswith(gate.MISTAKES) else "floor")
        assert 0 < value <= 1


def reached(shared: Path, work: Path) -> dict[str, float]:
    (work / shared.name).touch()
    return {"reached": 0.5}


def kept(shared: Path, work: Path) -> dict[str, float]:
    return {"kept": float(work.is_dir())}


def test_every_measure_gives_its_figures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "MEASURES", {"one": reached, "other": kept})
    assert gate.measure(tmp_path) == {"reached": 0.5, "kept": 1.0}
    lines = sorted(capsys.readouterr().out.splitlines())
    assert [line.partition(" in ")[0] for line in lines] == ["one: 1 figures", "other: 1 figures"]


def broken(shared: Path, work: Path) -> dict[str, float]:
    raise ValueError(f"no figure in {shared.name}")


def test_a_measure_that_fails_ends_the_gate(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(gate, "MEASURES", {"one": broken, "other": kept})
    with pytest.raises(ValueError, match="no figure in"):
        gate.measure(tmp_path)
