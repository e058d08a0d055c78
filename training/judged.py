"""Verdicts of people on claims and their sentences: ids and verdicts only, in `benchmarks/judged/*.tsv`.

A line is `id <TAB> verdict <TAB> kind of error`; the verdict is 1 for a claim that a careful reader accepts as true
and whole, 0.5 for a nearly acceptable one, 0 for others. `readers.tsv` has the verdicts of the readers of the blind
rounds, who knew no rule. The id is a digest of the sentence, the positions of the subject's and the object's head in
it, and the relation, so that a verdict remains valid while the rules produce the same claim from the same words.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.identifiers import digest
from kg.model import Claim, Document

FOLDER = Path(__file__).resolve().parent.parent / "benchmarks" / "judged"


def claim_id(document: Document, claim: Claim) -> str:
    """Return the id of a claim: the same in every document that contains its sentence."""
    span = claim.evidence.span
    target = str(claim.object.head - span.start) if claim.object is not None else ""
    heads = (str(claim.subject.head - span.start), target)
    return digest(" ".join(document.text[span.start : span.end].split()), *heads, claim.relation)


def verdicts(paths: Iterable[Path] | None = None) -> dict[str, float]:
    """Return the verdict of each judged claim by its id; of two verdicts the stricter applies."""
    found: dict[str, float] = {}
    for key, verdict in _lines(sorted(FOLDER.glob("*.tsv")) if paths is None else paths):
        found[key] = min(verdict, found.get(key, 1.0))
    return found


def _lines(paths: Iterable[Path]) -> Iterator[tuple[str, float]]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            key, verdict, *_ = line.split("\t")
            yield key, float(verdict)
