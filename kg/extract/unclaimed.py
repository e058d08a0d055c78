"""Why a sentence gave no claim: what most of its clauses became."""

import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.extract.outcomes import ReadClause, ReadText
from kg.grammar.parse import TokenSpan
from kg.model import Claim, Unclaimed

FRAGMENT: t.Final = "fewer than three words"
NO_PREDICATE: t.Final = "no predicate"
DOUBTFUL: t.Final = "only claims below the confidence threshold"
UNTOLD: t.Final = "stated, but by no extractor that ran"
PASSED_ON: t.Final = frozenset({"part of a predicate", "carrier"})
"""What a clause becomes that leaves it to another clause of the sentence to tell why."""


def unclaimed_sentences(
    read: ReadText, claims: Iterable[Claim], *, doubtful: Iterable[Claim] = ()
) -> Iterator[Unclaimed]:
    """Yield each sentence without a claim, and why; `doubtful` claims were found, not kept.

    Args:
        read: the text with what became of its clauses.
        claims: all that were kept.
        doubtful: all that were found.
    """
    spoken = {claim.evidence.span for claim in claims}
    doubted = {claim.evidence.span for claim in doubtful}
    for sentence in read.text.parse.sents:
        span = read.text.span(sentence.start, sentence.end)
        if span not in spoken:
            yield Unclaimed(span, DOUBTFUL if span in doubted else _reason(sentence, read))


def _reason(sentence: TokenSpan, read: ReadText) -> str:
    if sum(word.is_alpha for word in sentence) < 3:
        return FRAGMENT
    return reason_of(read.inside(sentence.start, sentence.end))


def reason_of(clauses: Iterable[ReadClause]) -> str:
    """Return what most of the clauses of verbs became that state nothing, of equals the first in the text."""
    clauses = tuple(read for read in clauses if read.clause.kind != "noun" or read.states)
    reasons = [read.becomes for read in clauses if not read.states]
    telling = [reason for reason in reasons if reason not in PASSED_ON] or reasons
    if telling:
        return Counter(telling).most_common(1)[0][0]
    return UNTOLD if clauses else NO_PREDICATE
