"""Why a sentence gave no claim: a table of reasons, tried in order."""

import typing as t
from collections.abc import Callable, Iterable, Iterator

from kg.grammar.labels import SUBJECTS
from kg.grammar.parse import Parse, TokenSpan
from kg.grammar.predicates import is_verb
from kg.model import Claim, Silence


def is_fragment(sentence: TokenSpan) -> bool:
    """The sentence has fewer than three words."""
    return sum(token.is_alpha for token in sentence) < 3


def has_no_verb(sentence: TokenSpan) -> bool:
    """The sentence has no verb."""
    return not any(is_verb(token) for token in sentence)


def is_question(sentence: TokenSpan) -> bool:
    """The sentence asks."""
    return "?" in sentence.text[-3:]


def has_no_subject(sentence: TokenSpan) -> bool:
    """No verb of the sentence has a subject."""
    return not any(token.dep_ in SUBJECTS for token in sentence)


REASONS: t.Final[t.Mapping[str, Callable[[TokenSpan], bool]]] = {
    "fewer than three words": is_fragment,
    "no verb": has_no_verb,
    "a question": is_question,
    "no subject": has_no_subject,
}
DOUBTFUL: t.Final = "only claims below the confidence threshold"
OTHERWISE: t.Final = "no object or circumstance to relate the subject to"


def silences(doc: Parse, claims: Iterable[Claim], *, doubtful: Iterable[Claim] = ()) -> Iterator[Silence]:
    """Yield each sentence without a claim, and the first reason that fits; `doubtful` claims were found, not kept."""
    spoken = {claim.evidence.span for claim in claims}
    doubted = {claim.evidence.span for claim in doubtful}
    for sentence in doc.sents:
        span = doc.span(sentence.start, sentence.end)
        if span not in spoken:
            yield Silence(span, DOUBTFUL if span in doubted else _reason(sentence))


def _reason(sentence: TokenSpan) -> str:
    return next((reason for reason, fits in REASONS.items() if fits(sentence)), OTHERWISE)
