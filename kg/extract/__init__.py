"""Annotated document → claims: what each sentence says, read by named rules over its clauses, or by plugins.

An extractor is a function from an `AnnotatedDocument` to claims; one whose first parameter is not annotated with that
type gets spaCy's Doc instead. Others are found by the entry point group `kg.extractors`; the built-in rules are
declared there in the same way, under the name `rules`.
"""

import typing as t
from collections.abc import Iterable, Iterator
from importlib.metadata import entry_points

from kg.errors import UsageError
from kg.extract.adapter import Extractor, annotated_document, run
from kg.extract.claiming import Candidate, order
from kg.extract.loose_names import loose_names
from kg.extract.named_parts import COUNTRY, named_parts, of_countries, with_countries
from kg.extract.silence import silences
from kg.extract.stating import read_text
from kg.model import DEFAULT_MIN_CONFIDENCE, EXTRACTORS, Claim, Reading
from kg.reference.annotated import AnnotatedDocument, Sentence

if t.TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = [
    "DEFAULT_MIN_CONFIDENCE",
    "AnnotatedDocument",
    "Extractor",
    "Sentence",
    "annotated_document",
    "claims",
    "doc_candidates",
    "installed_extractors",
    "reading",
]


def doc_candidates(doc: "AnnotatedDocument | Doc") -> Iterator[Candidate]:
    """Yield the candidates of a document with the features of their confidence, those of clauses first."""
    return read_text(annotated_document(doc).parse).candidates()


def claims(doc: "AnnotatedDocument | Doc") -> tuple[Claim, ...]:
    """Return all claims of a document by the built-in rules, sorted by the place of their sentence and their words."""
    found = {candidate.claim: None for candidate in doc_candidates(doc)}
    return tuple(sorted(found, key=order))


def installed_extractors(names: Iterable[str] = ()) -> dict[str, Extractor]:
    """Return the extractors of the entry point group `kg.extractors` that have these names, all where none is given.

    Raises:
        UsageError: one is not installed.
    """
    installed = {point.name: point for point in entry_points(group=EXTRACTORS)}
    wanted = sorted(set(names)) or sorted(installed)
    for name in wanted:
        if name not in installed:
            there = ", ".join(sorted(installed)) or "none"
            raise UsageError(f"extractor {name!r}: not installed; there are: {there}")
    return {name: installed[name].load() for name in wanted}


def reading(
    doc: "Doc", *, extractors: Iterable[Extractor] = (claims,), min_confidence: float = DEFAULT_MIN_CONFIDENCE
) -> Reading:
    """Return what the extractors read out of a Doc, with its chains, its silent sentences, and what clauses became.

    Args:
        doc: a Doc as `annotate` yields it.
        extractors: the functions that give claims.
        min_confidence: claims below this confidence, in [0, 1], are left out; a sentence that has no others is silent.
    """
    found = tuple(claim for extract in extractors for claim in run(extract, doc))
    annotated = annotated_document(doc)
    parse = annotated.parse
    read = read_text(parse)
    kept = tuple(claim for claim in found if claim.evidence.confidence >= min_confidence)
    silent = tuple(silences(read, kept, doubtful=found))
    words, unread = read.words()
    parts = tuple(named_parts(read.text))
    parts = (*parts, *loose_names(read.text, kept, annotated.chains, parts))
    countries = {part.part.key: part.part for part in parts if part.part.type == COUNTRY}
    kept = tuple(of_countries(claim, countries) for claim in kept)
    chains = with_countries(annotated.chains, countries)
    return Reading(parse.document, kept, chains, len(parse.sents), silent, read.counts(), words, unread, parts)
