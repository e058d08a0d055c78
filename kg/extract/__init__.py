"""Doc → claims: what each sentence says, read by named rules over its clauses, or by plugins.

An extractor is a function from a spaCy Doc to claims. Others are found by the entry point group `kg.extractors`; the
built-in rules are declared there in the same way, under the name `rules`.
"""

import typing as t
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import entry_points

from spacy.tokens import Doc

from kg.errors import UsageError
from kg.extract.becoming import reasons_of
from kg.extract.chains import chain_of
from kg.extract.claiming import Candidate, candidates, order
from kg.extract.drafts import Draft, drafts_of
from kg.extract.events import event_drafts
from kg.extract.nominals import noun_drafts
from kg.extract.silence import silences
from kg.extract.text import Text, text_of
from kg.grammar.clause import Clause
from kg.grammar.parse import parse_of
from kg.model import Claim, Reading

Extractor: t.TypeAlias = Callable[[Doc], Iterable[Claim]]
ENTRY_POINTS: t.Final = "kg.extractors"
DEFAULT_MIN_CONFIDENCE: t.Final = 0.4


def clause_drafts(text: Text) -> Iterator[tuple[Clause, str | None, tuple[Draft, ...]]]:
    """Yield each clause with why it is no statement of its own, or with what it states."""
    reasons = reasons_of(text)
    for clause in text.clauses.values():
        reason = reasons[clause.index]
        yield clause, reason, tuple(drafts(text, clause)) if reason is None else ()


def drafts(text: Text, clause: Clause) -> Iterator[Draft]:
    """Yield what a clause states; nothing where it has no participant."""
    if clause.kind == "noun":
        yield from event_drafts(text, clause)
    else:
        yield from drafts_of(text, chain_of(text, clause))


def doc_candidates(doc: Doc) -> Iterator[Candidate]:
    """Yield the candidates of a Doc with the features of their confidence, verbs first."""
    text = text_of(parse_of(doc))
    found = list(clause_drafts(text))
    stated = {clause.index for clause, _, drafted in found if drafted}
    for clause, reason, drafted in found:
        if reason == "attribution" and stated.isdisjoint(said_by(text, clause)):
            drafted = tuple(drafts(text, clause))  # nothing of what is said is a statement of its own
        for draft in drafted:
            yield from candidates(text, draft)
    for draft in noun_drafts(text):
        yield from candidates(text, draft)


def said_by(text: Text, clause: Clause) -> list[int]:
    """Return the numbers of the clauses that a clause reports."""
    return [below.index for below in text.below(clause) if below.link.kind == "content"]


def claims(doc: Doc) -> tuple[Claim, ...]:
    """Return all claims of a Doc by the built-in rules, sorted by the place of their sentence and their words."""
    found = {candidate.claim: None for candidate in doc_candidates(doc)}
    return tuple(sorted(found, key=order))


def installed_extractors() -> dict[str, Extractor]:
    """Return the extractors of the entry point group `kg.extractors`, by name."""
    return {
        point.name: point.load() for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name)
    }


def extractor(name: str) -> Extractor:
    """Return the installed extractor with that name.

    Raises:
        UsageError: no such extractor is installed.
    """
    installed = installed_extractors()
    if name not in installed:
        raise UsageError(f"extractor {name!r}: not installed; there are: {', '.join(installed) or 'none'}")
    return installed[name]


def reading(
    doc: Doc, *, extractors: Iterable[Extractor] = (claims,), min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> Reading:
    """Return what the extractors read out of a Doc, with its chains and its silent sentences.

    Args:
        doc: a Doc as `annotate` yields it.
        extractors: the functions that give claims.
        min_confidence: claims below this confidence, in [0, 1], are left out; a sentence that has no others is silent.
    """
    found = tuple(claim for extract in extractors for claim in extract(doc))
    parse = parse_of(doc)
    kept = tuple(claim for claim in found if claim.evidence.confidence >= min_confidence)
    silent = tuple(silences(parse, kept, doubtful=found))
    return Reading(parse.document, kept, doc._.kg_chains, len(parse.sents), silent)
