"""How often each named rule and each repair of the parse fires on text that it was not written from.

usage: python -m benchmarks.rules [--train] [--texts FOLDER ...]

Counts the rules of claims (`evidence.rule`) and the repairs of the parse on QANom's training sentences and on those of
the treebanks' development part; `--train` adds their training part, and `--texts` folders of texts, such as rounds of
judging that are burnt. A rule that fires fewer than three times there has not earned its place: those are listed at the
end, also where they fire in the catalogue of constructions (`docs/constructions.md`) alone. What fires nowhere is not
known here.
The sentences are no part of the repository; they lie in ../shared beside it.
"""

import argparse
import gzip
import json
import sys
import tempfile
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.scorers import ABSENT, SHARED, printed_by
from kg.extract import DEFAULT_MIN_CONFIDENCE, installed_extractors
from kg.grammar.parse import parse_of
from kg.grammar.pipeline import load
from kg.model import Claim, Document, Failure
from kg.read import read
from kg.stages import read_out

LEAST: t.Final = 3
CATALOGUE: t.Final = Path(__file__).resolve().parent.parent / "docs" / "constructions.md"
QUOTED: t.Final = "> "


class Fired(t.NamedTuple):
    """How often each rule and each repair fired in some sentences; `kept` counts the claims of default confidence."""

    sentences: int
    rules: Counter[str]
    kept: Counter[str]
    repairs: Counter[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Count, and print one row a rule."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--train", action="store_true", help="the training part of the treebanks, too")
    parser.add_argument("--texts", type=Path, nargs="*", default=(), help="folders of further texts")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"rules: {ABSENT}")
        return 0
    nlp = load()
    parts = ("dev", "train") if options.train else ("dev",)
    with tempfile.TemporaryDirectory() as work:
        fired = {name: fired_in(texts, nlp) for name, texts in unseen(SHARED, Path(work), parts)}
    fired |= {folder.name: fired_in(read_folder(folder), nlp) for folder in options.texts}
    known = fired_in(catalogue(), nlp)
    for line in report(fired, known):
        print(line)
    return 0


def unseen(shared: Path, work: Path, parts: Iterable[str]) -> Iterator[tuple[str, list[Document]]]:
    """Yield the sentences of QANom and of these parts of the treebanks, each as a document."""
    scorer = shared / "bench" / "qasrl.py"
    qanom = shared / "bench" / "data" / "qasrl" / "qanom-train.jsonl.gz"
    printed_by(scorer, "texts", qanom, work / "qanom")
    yield "qanom", read_folder(work / "qanom")
    for part in parts:
        rows = tokens_only(shared / "treebanks" / f"{part}.jsonl.gz", work / f"{part}.jsonl.gz")
        printed_by(scorer, "texts", rows, work / part)
        yield part, read_folder(work / part)


def tokens_only(trees: Path, out: Path) -> Path:
    """Write the words of the trees as `qasrl.py` lays them out, and return the file."""
    with gzip.open(trees, "rt", encoding="utf-8") as lines, gzip.open(out, "wt", encoding="utf-8") as rows:
        for number, line in enumerate(lines):
            rows.write(json.dumps({"id": f"{number}", "tokens": json.loads(line)["words"]}) + "\n")
    return out


def read_folder(folder: Path) -> list[Document]:
    """Return the documents of a folder."""
    return [outcome for outcome in read([str(folder)]) if isinstance(outcome, Document)]


def catalogue() -> list[Document]:
    """Return the sentences of the catalogue of constructions, each as a document."""
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines()
    texts = [line.removeprefix(QUOTED) for line in lines if line.startswith(QUOTED)]
    return [Document(f"construction-{number}", text) for number, text in enumerate(texts)]


def fired_in(documents: Sequence[Document], nlp: Language) -> Fired:
    """Return how often each rule and each repair fires in these documents."""
    fired = Fired(len(documents), Counter(), Counter(), Counter())

    def repaired(doc: Doc) -> tuple[Claim, ...]:
        fired.repairs.update(repairs_of(parse_of(doc).repaired))
        return ()

    extractors = {**installed_extractors(), "repairs": repaired}
    for outcome in read_out(documents, nlp, extractors, min_confidence=0.0):
        if not isinstance(outcome, Failure):
            fired.rules.update(claim.evidence.rule for claim in outcome.claims)
            sure = (claim for claim in outcome.claims if claim.evidence.confidence >= DEFAULT_MIN_CONFIDENCE)
            fired.kept.update(claim.evidence.rule for claim in sure)
    return fired


def repairs_of(repaired: Mapping[int, str]) -> Iterator[str]:
    """Yield the name of each repair; the tokens side by side that one repair changed count once."""
    for place, name in sorted(repaired.items()):
        if repaired.get(place - 1) != name:
            yield name


def report(fired: Mapping[str, Fired], known: Fired) -> Iterator[str]:
    """Yield the rows of both tables, and which rules and repairs fire too seldom."""
    yield from (f"{name}: {found.sentences} sentences" for name, found in fired.items())
    sources = {name: (found.rules, found.kept) for name, found in fired.items()}
    heads = [f"{source}{'' if which == 0 else ' kept'}" for source in sources for which in (0, 1)]
    columns = [counts for pair in sources.values() for counts in pair]
    yield from _rows("rule", heads, columns, known.rules)
    yield from _rows("repair", list(fired), [found.repairs for found in fired.values()], known.repairs)
    seldom = [*_seldom(fired, known, "rules"), *_seldom(fired, known, "repairs")]
    yield f"fire fewer than {LEAST} times: {', '.join(seldom) or 'none'}"


def _rows(title: str, heads: Sequence[str], columns: Sequence[Counter[str]], known: Counter[str]) -> Iterator[str]:
    yield f"{title:<36}" + "".join(f"{head:>12}" for head in [*heads, "catalogue"])
    for name in sorted({*known, *(name for counts in columns for name in counts)}):
        yield f"{name:<36}" + "".join(f"{counts[name]:>12}" for counts in [*columns, known])


def _seldom(fired: Mapping[str, Fired], known: Fired, kind: t.Literal["rules", "repairs"]) -> list[str]:
    counts: Counter[str] = Counter()
    for found in fired.values():
        counts.update(getattr(found, kind))
    return sorted(name for name in {*counts, *getattr(known, kind)} if counts[name] < LEAST)


if __name__ == "__main__":
    sys.exit(main())
