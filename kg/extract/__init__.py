"""Doc → claims: what each sentence says, read by named rules or by plugins.

An extractor is a function from a spaCy Doc to claims. Others are found by the entry point group `kg.extractors`; the
built-in rules are declared there in the same way, under the name `rules`.
"""

import typing as t
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import entry_points

from spacy.tokens import Doc

from kg.errors import UsageError
from kg.extract.claiming import Candidate
from kg.extract.clauses import verb_predications
from kg.extract.nouns import noun_predications
from kg.extract.objects import reported_content
from kg.extract.rivals import Readings, likeliest, readings
from kg.extract.silence import silences
from kg.grammar.parse import parse_of
from kg.model import Claim, Reading

Extractor: t.TypeAlias = Callable[[Doc], Iterable[Claim]]
ENTRY_POINTS: t.Final = "kg.extractors"
DEFAULT_MIN_CONFIDENCE: t.Final = 0.4
SOURCES: t.Final = (verb_predications, noun_predications)


def doc_readings(doc: Doc) -> Iterator[Readings]:
    """Yield the rival readings of each predicate of a Doc, with the features of their confidence, verbs first."""
    parse = parse_of(doc)
    found = [(predication, readings(predication)) for source in SOURCES for predication in source(parse)]
    stated = {predication.head.i for predication, rivals in found if rivals}
    for predication, rivals in found:
        content = None if rivals else reported_content(predication, stated)
        if content is not None:
            rivals = readings(content)
        if rivals:
            yield rivals


def winner(rivals: Readings) -> tuple[Candidate, ...]:
    """Return the likeliest of the rival readings of a predicate."""
    return rivals[likeliest([[each.claim.evidence.confidence for each in reading] for reading in rivals])]


def claims(doc: Doc) -> tuple[Claim, ...]:
    """Return all claims of a Doc by the built-in rules, sorted by the place of their sentence and their words."""
    found = {candidate.claim: None for rivals in doc_readings(doc) for candidate in winner(rivals)}
    return tuple(sorted(found, key=_text_order))


def _text_order(claim: Claim) -> tuple[int, int, int, str]:
    return claim.evidence.span.start, claim.subject.head, claim.object.head, claim.relation


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
