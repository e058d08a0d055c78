"""Precision of the facts that `kg` states, by people's judgement (MEANTIME on Wikinews, It Happened on web text).

usage: python -m benchmarks.standing

Reached is the share of the judged events that a statement covers; stated falsely, the share of the affirmed ones that
are not facts for people; kept, the share of affirmed ones among the facts that are reached. The sentences and the
scorer are not part of the repository; they are in ../shared beside it.
"""

import argparse
import re
import sys
import tempfile
import typing as t
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.scorers import ABSENT, SHARED, Figures, kg_printed, printed_by

SCORE: t.Final = re.compile(
    r"standing, (?P<source>\w+): reached (?P<reached>\d+) of (?P<events>\d+); stated falsely (?P<falsely>[\d.]+) of"
    r" (?P<affirmed>\d+) affirmed.*?facts kept (?P<kept>[\d.]+)"
)
NAMES: t.Final = {"wikinews": "meantime", "ewt": "ewt"}
"""The name of a data set in the figures, by its name in the scorer."""


class Score(t.NamedTuple):
    """The scorer's result for one data set; the shares are those of the module's docstring."""

    source: str
    reached: float
    stated_falsely: float
    facts_kept: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print one line per data set."""
    argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0]).parse_args(arguments)
    if not SHARED.is_dir():
        print(f"standing: {ABSENT}")
        return 0
    with tempfile.TemporaryDirectory() as work:
        for score in scores(SHARED, Path(work)):
            reached, falsely, kept = score[1:]
            print(f"{score.source:<10} reached {reached:.3f}  stated falsely {falsely:.3f}  facts kept {kept:.3f}")
    return 0


def figures(shared: Path, work: Path) -> Figures:
    """Return the figures of the gate, by name: `standing_meantime_reached`."""
    return named(scores(shared, work))


def scores(shared: Path, work: Path) -> list[Score]:
    """Return the scorer's results for the statements of kg."""
    scorer, gold = shared / "bench" / "standing.py", shared / "bench" / "data" / "standing" / "standing-dev.jsonl.gz"
    texts = work / "standing"
    printed_by(scorer, "texts", gold, texts)
    return list(parsed(printed_by(scorer, "score", gold, kg_printed(work / "standing.jsonl", "extract", texts))))


def parsed(printed: str) -> Iterator[Score]:
    """Yield the scores in the output of the scorer."""
    for found in SCORE.finditer(printed):
        reached = int(found["reached"]) / int(found["events"])
        yield Score(NAMES[found["source"]], reached, float(found["falsely"]), float(found["kept"]))


def named(found: Iterable[Score]) -> Figures:
    """Return the figures by name."""
    return {
        f"standing_{score.source}_{name}": round(getattr(score, name), 3)
        for score in found
        for name in ("reached", "stated_falsely", "facts_kept")
    }


if __name__ == "__main__":
    sys.exit(main())
