"""The gold articles with other names: a graph should not depend on the specific names in a text.

usage: python -m benchmarks.names

Prints how many of the facts of each article are found in the original, with ordinary other surnames, and with surnames
that are also names of cities. The articles are not part of the repository; they are in ../shared beside it.
"""

import argparse
import sys
import tempfile
import typing as t
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from benchmarks.gold import Found, facts_found, share
from benchmarks.scorers import ABSENT, SHARED, Figures, printed_by
from kg.grammar.pipeline import load

FIGURES: t.Final = {"common": "facts_common_names", "places": "facts_place_names"}
"""The figure for each kind of replacement names, by its name in `swapped.py`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print one row per article."""
    argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0]).parse_args(arguments)
    if not SHARED.is_dir():
        print(f"names: {ABSENT}")
        return 0
    nlp = load()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        found = {"its own": list(facts_found(SHARED, SHARED / "gold", nlp, work))}
        found |= {names: with_other_names(SHARED, names, nlp, work) for names in FIGURES}
    for names, articles in found.items():
        each = "  ".join(f"{a.article} {a.found}/{a.facts}" for a in articles)
        print(f"{names:<8} {share(articles):.3f}  {each}")
        print("".join(f"    missing in {a.article}: {', '.join(a.missing)}\n" for a in articles if a.missing), end="")
    return 0


def figures(shared: Path, work: Path) -> Figures:
    """Return the figures of the gate: the share of the facts of all articles, by the kind of names."""
    nlp = load()
    return {name: round(share(with_other_names(shared, names, nlp, work)), 3) for names, name in FIGURES.items()}


def with_other_names(shared: Path, names: str, nlp: Language, work: Path) -> list[Found]:
    """Return the result for each article with names of that kind: `common` or `places`."""
    articles = work / f"articles-{names}"
    printed_by(shared / "gold" / "swapped.py", articles, "--names", names)
    return list(facts_found(shared, articles, nlp, work / f"statements-{names}"))


if __name__ == "__main__":
    sys.exit(main())
