"""The quality gate: no figure may fall below its floor, or rise above its ceiling.

usage: python -m benchmarks.gate [--update]

The texts and scorers are not part of the repository; they are in ../shared beside it. `docs/quality.md` defines each
figure. Most are better when they are higher and have a floor; counts of mistakes have a ceiling.
"""

import argparse
import json
import os
import sys
import tempfile
import typing as t
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from benchmarks import coref, names, qasrl, standing
from benchmarks.gold import facts_found
from benchmarks.scorers import ABSENT, SHARED, Figures, cpu_seconds, figure
from kg.grammar.pipeline import load
from training import confidence

FLOORS: t.Final = Path(__file__).with_name("floors.json")
MISTAKES: t.Final = ("_stated_falsely", "_read_as_events")
"""The suffixes of figures that count mistakes."""

Kind: t.TypeAlias = t.Literal["floor", "ceiling"]
Bounds: t.TypeAlias = dict[str, dict[Kind, float]]
"""The floor or the ceiling of each figure, by its name."""
Measure: t.TypeAlias = Callable[[Path, Path], Figures]
"""A function that returns figures by name; it takes the folder beside the repository, and one to write into."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare and print; return 1 if a figure is worse than its bound."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--update", action="store_true", help="move bounds to better figures; none is ever eased")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"gate: {ABSENT}")
        return 0
    bounds: Bounds = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = measure(SHARED)
    for line in compared(figures, bounds):
        print(line)
    if options.update:
        FLOORS.write_text(json.dumps(tightened(figures, bounds), indent=2) + "\n", encoding="utf-8")
    return 1 if missed(figures, bounds) else 0


def measure(shared: Path) -> Figures:
    """Return all figures by name, in [0, 1], and print the CPU seconds that each measure takes.

    There is one process per core, and each takes the next measure when it has finished one.
    """
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as work, ProcessPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(_timed, measured, shared, Path(work)): name for name, measured in MEASURES.items()}
        for done in as_completed(running):
            found, seconds = done.result()
            print(f"{running[done]}: {len(found)} figures in {seconds:.1f} CPU seconds", flush=True)
            figures |= found
    return figures


def _timed(measured: Measure, shared: Path, work: Path) -> tuple[Figures, float]:
    start = cpu_seconds()
    return measured(shared, work), cpu_seconds() - start


def compared(figures: Mapping[str, float], bounds: Bounds) -> Iterator[str]:
    """Yield one line per figure: its value, its bound, and whether it meets the bound."""
    wrong = missed(figures, bounds)
    for name in sorted({*figures, *bounds}):
        value = f"{figures[name]:.3f}" if name in figures else "none"
        bound = next((f"{kind:<7} {limit:.3f}" for kind, limit in bounds.get(name, {}).items()), "no bound")
        yield f"{name:<44} {value:>6}  {bound:<13}  {'MISSED' if name in wrong else 'ok'}"


def missed(figures: Mapping[str, float], bounds: Bounds) -> set[str]:
    """Return the names of the bounds that are missed, including those of figures that were not measured."""
    return {name for name, bound in bounds.items() if name not in figures or not _holds(figures[name], bound)}


def _holds(value: float, bound: Mapping[Kind, float]) -> bool:
    return bound.get("floor", value) <= value <= bound.get("ceiling", value)


def tightened(figures: Mapping[str, float], bounds: Bounds) -> Bounds:
    """Return the bounds, moved to the figures that are better, with one for each new figure."""
    return {name: _bound(name, figures.get(name), bounds.get(name, {})) for name in sorted({*figures, *bounds})}


def _bound(name: str, value: float | None, bound: dict[Kind, float]) -> dict[Kind, float]:
    if value is None:
        return bound
    if name.endswith(MISTAKES):
        return {"ceiling": min(round(value, 3), bound.get("ceiling", 1.0))}
    return {"floor": max(round(value, 3), bound.get("floor", 0.0))}


def coreference(shared: Path, work: Path) -> Figures:
    """Score the mentions of entities in the OntoGUM news documents, each with networks trained without it."""
    data, out = shared / "bench" / "data", work / "gum.jsonl"
    coref.main([str(data / "gum_dev.docs.jsonl"), str(out), "--left-out"])
    gold = (data / "gum_dev.gold.jsonl", data / "gum_dev.docs.jsonl", out)
    return {"conll_cv_f1": figure(r"CoNLL F1 ([\d.]+)", shared / "bench" / "coref.py", *gold, "--genre", "news")}


def facts(shared: Path, work: Path) -> Figures:
    """Score the statements of each gold article against the facts that a good graph of it has."""
    found = facts_found(shared, shared / "gold", load(), work / "facts")
    return {f"facts_{article.article}": round(article.share, 3) for article in found}


MEASURES: t.Final[Mapping[str, Measure]] = {
    "open IE": confidence.figures,
    "QA-SRL": qasrl.figures,
    "standing": standing.figures,
    "coreference": coreference,
    "facts": facts,
    "other names": names.figures,
}


if __name__ == "__main__":
    sys.exit(main())
