"""The quality gate: no figure may fall below its floor.

usage: python -m benchmarks.gate [--update]

The texts and scorers are no part of the repository; they lie in ../shared beside it. The figures:

carb_f1         CaRB, development sentences, all arguments          (Bhardwaj et al., EMNLP 2019)
benchie_f1      BenchIE, development sentences, one fact a triple    (Gashteovski et al., ACL 2022)
conll_f1        coreference on OntoGUM news, development documents   (mean of MUC, B3 and CEAFe)
facts_NAME      share of the facts of a gold article that stand in its triples
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

FLOORS: t.Final = Path(__file__).with_name("floors.json")
SHARED: t.Final = Path(__file__).resolve().parent.parent.parent / "shared"

Figures: t.TypeAlias = dict[str, float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, compare and print; 1 where a figure lies below its floor."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--update", action="store_true", help="raise floors to the figures; none is ever lowered")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print("gate: ../shared is not here, so nothing was measured")
        return 0
    floors: Figures = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = measure(SHARED)
    for line in compared(figures, floors):
        print(line)
    if options.update:
        FLOORS.write_text(json.dumps(raised(figures, floors), indent=2) + "\n", encoding="utf-8")
    return 1 if below(figures, floors) else 0


def measure(shared: Path) -> Figures:
    """Return all figures by name, in [0, 1]."""
    figures: Figures = {}
    with tempfile.TemporaryDirectory() as work:
        for benchmark in (carb, benchie, coreference, facts):
            figures |= benchmark(shared, Path(work))
    return figures


def compared(figures: Mapping[str, float], floors: Mapping[str, float]) -> Iterator[str]:
    """Yield one line a figure: its value, its floor, and whether it holds."""
    low = below(figures, floors)
    for name in sorted({*figures, *floors}):
        figure = f"{figures[name]:.3f}" if name in figures else "none"
        floor = f"{floors[name]:.3f}" if name in floors else "none"
        yield f"{name:<18} {figure:>6}  floor {floor:>6}  {'BELOW' if name in low else 'ok'}"


def below(figures: Mapping[str, float], floors: Mapping[str, float]) -> set[str]:
    """Return the names of the floors that are not reached; a figure that was not measured does not reach its floor."""
    return {name for name, floor in floors.items() if figures.get(name, -1.0) < floor}


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> Figures:
    """Return the floors, those that are passed raised to the figures."""
    return {name: max(figures.get(name, 0.0), floors.get(name, 0.0)) for name in sorted({*figures, *floors})}


def carb(shared: Path, work: Path) -> Figures:
    """Score n-ary extractions of the CaRB development sentences."""
    gold = shared / "bench" / "data" / "carb_dev.tsv"
    sentences = unique(line.split("\t")[0] for line in _lines(gold))
    predictions = _extractions(sentences, "nary", work)
    return {"carb_f1": _figure(r"F1 ([\d.]+)", shared / "bench" / "carb.py", gold, predictions)}


def benchie(shared: Path, work: Path) -> Figures:
    """Score binary facts of the BenchIE development sentences."""
    gold = shared / "bench" / "data" / "benchie_dev.txt"
    sentences = unique(line.split("\t", 1)[1].strip() for line in _lines(gold) if line.startswith("sent_id:"))
    predictions = _extractions(sentences, "facts", work)
    return {"benchie_f1": _figure(r"F1 ([\d.]+)", shared / "bench" / "benchie.py", gold, predictions)}


def coreference(shared: Path, work: Path) -> Figures:
    """Score the mentions of entities in the OntoGUM news documents."""
    data, out = shared / "bench" / "data", work / "gum.jsonl"
    _run("-m", "benchmarks.documents", data / "gum_dev.docs.jsonl", out)
    gold = (data / "gum_dev.gold.jsonl", data / "gum_dev.docs.jsonl", out)
    return {"conll_f1": _figure(r"CoNLL F1 ([\d.]+)", shared / "bench" / "coref.py", *gold, "--genre", "news")}


def facts(shared: Path, work: Path) -> Figures:
    """Score the triples of each gold article against the facts that a good graph of it holds."""
    from kg import build
    from kg.export.tables import triples_jsonl

    figures: Figures = {}
    for gold in sorted((shared / "gold").glob("*.jsonl")):
        triples = work / gold.name
        triples.write_text(triples_jsonl(build(gold.with_suffix(".txt"))), encoding="utf-8")
        figures[f"facts_{gold.stem}"] = _figure(r"= ([\d.]+)", shared / "gold" / "score_facts.py", gold, triples)
    return figures


def unique(lines: Iterable[str]) -> list[str]:
    """Return each line once, in the order of first appearance."""
    return list(dict.fromkeys(lines))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def _extractions(sentences: Sequence[str], view: str, work: Path) -> Path:
    source, out = work / f"{view}.txt", work / f"{view}.tsv"
    source.write_text("".join(f"{sentence}\n" for sentence in sentences if sentence), encoding="utf-8")
    _run("-m", "benchmarks.openie", source, out, "--view", view)
    return out


def _figure(pattern: str, *scorer: str | Path) -> float:
    """Run a scorer and return the number that the pattern finds in what it prints."""
    printed = _run(*scorer)
    match = re.search(pattern, printed)
    if match is None:
        raise ValueError(f"no figure in: {printed!r}")
    return float(match.group(1))


def _run(*arguments: str | Path) -> str:
    words = [sys.executable, *map(str, arguments)]
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own programs


if __name__ == "__main__":
    sys.exit(main())
