"""Who did what, when and where: the arguments that `kg` finds, against those that people found (QA-SRL and QANom).

usage: python -m benchmarks.qasrl

The systems are the statements (`kg extract`) and the clauses (`kg extract --clauses`) of kg, a short loop over the
parser's tree (`benchmarks.plain_loop`) and, if installed, textacy's triples of subject, verb and object. The
sentences and the scorer are not part of the repository; they are in ../shared beside it.
"""

import argparse
import importlib
import importlib.util
import re
import sys
import tempfile
import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Token

from benchmarks.plain_loop import Role, clause_line, clause_lines, read_texts
from benchmarks.scorers import ABSENT, SHARED, Figures, NoSuchOptionError, kg_printed, printed_by
from kg.grammar.pipeline import load

SCORE: t.Final = re.compile(
    r"QA-SRL (?P<source>\w+) (?P<kind>\w+): P (?P<p>[\d.]+) R (?P<r>[\d.]+) F1 (?P<f1>[\d.]+)"
    r"  reached (?P<reached>[\d.]+) of \d+(?:  (?P<read>\d+) of (?P<others>\d+) other nouns)?"
)
KEPT: t.Final = ("f1", "reached")
KEPT_OF_CLAUSES: t.Final = ("p", "f1", "reached", "read_as_events")


class Score(t.NamedTuple):
    """The scorer's result for one half of the sentences and one kind of predicate: verbs or nouns.

    All are shares; `read_as_events` is that of the nouns which are not events, None for verbs.
    """

    source: str
    kind: str
    p: float
    r: float
    f1: float
    reached: float
    read_as_events: float | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print one table."""
    argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0]).parse_args(arguments)
    if not SHARED.is_dir():
        print(f"qasrl: {ABSENT}")
        return 0
    with tempfile.TemporaryDirectory() as work:
        texts = laid_out(SHARED, Path(work))
        print(f"{'':20}{'':18} {'P':>6} {'R':>6} {'F1':>6} {'reached':>8} {'other nouns read as events':>28}")
        for name, system in SYSTEMS.items():
            lines = system(texts, Path(work) / f"{name}.jsonl")
            for row in [f"{name:<20}{lines}"] if isinstance(lines, str) else table(name, scores(SHARED, lines)):
                print(row)
    return 0


def figures(shared: Path, work: Path) -> Figures:
    """Return the figures of the gate: of statements, and of clauses if this version of kg prints them."""
    texts = laid_out(shared, work)
    found = named("qasrl", KEPT, scores(shared, statements(texts, work / "statements.jsonl")))
    lines = clauses(texts, work / "clauses.jsonl")
    return found if isinstance(lines, str) else found | named("qasrl_clauses", KEPT_OF_CLAUSES, scores(shared, lines))


def laid_out(shared: Path, work: Path) -> Path:
    """Write each sentence as a text of its own, and return the folder."""
    printed_by(shared / "bench" / "qasrl.py", "texts", gold(shared), work / "qasrl")
    return work / "qasrl"


def gold(shared: Path) -> Path:
    """Return the file of the development sentences."""
    return shared / "bench" / "data" / "qasrl" / "qasrl-dev.jsonl.gz"


def statements(texts: Path, out: Path) -> Path:
    """Write the statements of kg."""
    return kg_printed(out, "extract", texts)


def clauses(texts: Path, out: Path) -> Path | str:
    """Write the clauses of kg; if it prints none, return a line that says so."""
    try:
        return kg_printed(out, "extract", "--clauses", texts)
    except NoSuchOptionError:
        return "this version has no `kg extract --clauses`"


def plain_loop(texts: Path, out: Path) -> Path:
    """Write the arguments that the short loop finds."""
    return _written(out, clause_lines(load(), read_texts(texts)))


def textacy(texts: Path, out: Path) -> Path | str:
    """Write textacy's triples; if it is not installed, return a line that says so."""
    if importlib.util.find_spec("textacy") is None:
        return "textacy is not installed"
    triples = importlib.import_module("textacy.extract.triples").subject_verb_object_triples
    return _written(out, _triple_lines(read_texts(texts), triples))


def _triple_lines(texts: Iterable[tuple[str, str]], triples: Callable[..., Iterable[t.Any]]) -> Iterator[str]:
    for doc, name in load().pipe(((text, name) for name, text in texts), as_tuples=True):
        for triple in triples(doc):
            arguments: list[Role] = [("subject", _spanned(triple.subject)), ("object", _spanned(triple.object))]
            yield clause_line(name, [doc[word.i : word.i + 1] for word in triple.verb], arguments)


def _spanned(words: Sequence[Token]) -> t.Any:
    return words[0].doc[words[0].i : words[-1].i + 1]


def _written(out: Path, lines: Iterable[str]) -> Path:
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return out


SYSTEMS: t.Final[t.Mapping[str, Callable[[Path, Path], Path | str]]] = {
    "kg, statements": statements,
    "kg, clauses": clauses,
    "plain loop": plain_loop,
    "textacy": textacy,
}
"""The functions that write the lines of each system, or return the reason why they cannot."""


def scores(shared: Path, lines: Path) -> list[Score]:
    """Return the scorer's results for these lines."""
    return list(parsed(printed_by(shared / "bench" / "qasrl.py", "score", gold(shared), lines)))


def parsed(printed: str) -> Iterator[Score]:
    """Yield the scores in the output of the scorer."""
    for found in SCORE.finditer(printed):
        others = int(found["others"] or 0)
        p, r, f1, reached = (float(found[name]) for name in ("p", "r", "f1", "reached"))
        read = int(found["read"]) / others if others else None
        yield Score(found["source"], found["kind"], p, r, f1, reached, read)


def named(prefix: str, kept: Sequence[str], found: Iterable[Score]) -> Figures:
    """Return the recorded figures by name: `qasrl_verbs_wikinews_f1`."""
    return {
        f"{prefix}_{score.kind}_{score.source}_{name}": round(value, 3)
        for score in found
        for name in kept
        if (value := getattr(score, name)) is not None
    }


def table(name: str, found: Iterable[Score]) -> Iterator[str]:
    """Yield a row of the table for each score."""
    for score in sorted(found, key=lambda score: (score.kind != "verbs", score.source)):
        others = "" if score.read_as_events is None else f"{score.read_as_events:.3f}"
        where = f"{score.kind}, {score.source}"
        shares = f"{score.p:6.3f} {score.r:6.3f} {score.f1:6.3f} {score.reached:8.3f}"
        yield f"{name:<20}{where:<18} {shares} {others:>28}".rstrip()


if __name__ == "__main__":
    sys.exit(main())
