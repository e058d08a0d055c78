"""Verdicts of people who read claims beside their sentences: ids and verdicts only, in `benchmarks/judged/*.tsv`.

A line is `id <TAB> verdict <TAB> kind of error`; the verdict is 1 for what a careful reader accepts as true and whole.
The id is a digest of the sentence, the places of the subject's and the object's head in it, and the relation, so that a
verdict holds for as long as the rules say the same of the same words.
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


def verdicts(paths: Iterable[Path] | None = None) -> dict[str, bool]:
    """Return the verdict of each judged claim by its id; of two verdicts the stricter holds."""
    found: dict[str, bool] = {}
    for key, verdict in _lines(sorted(FOLDER.glob("*.tsv")) if paths is None else paths):
        found[key] = verdict and found.get(key, True)
    return found


def _lines(paths: Iterable[Path]) -> Iterator[tuple[str, bool]]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            key, verdict, *_ = line.split("\t")
            yield key, verdict == "1"
