"""The words in which a text itself states a relation: its surface form ("was denied", "will wind down")."""

import functools
import re
import typing as t
from collections.abc import Mapping

from kg.lexicon import words
from kg.model import Claim, Span, Statement

FINITE_RULES: t.Final = frozenset({"own-subject", "shared-subject", "relative-subject"})
"""The rules whose predicate is a verb form that agrees with the claim's subject; others read nouns or participles."""
_NOT_FINITE = re.compile(r"to\b|\w+ing$", re.IGNORECASE)


def surface_form(statement: Statement, texts: Mapping[str, str]) -> str | None:
    """Return the verb as the surest claim that has a fitting one puts it, None where no claim does.

    A form fits where it stands between subject and object in the text and shows what the statement has of negation and
    modality, so that it reads as a sentence without any word added.

    Args:
        statement: the statement to put into words
        texts: the text of each document by its id
    """
    surest = sorted(statement.claims, key=lambda claim: (-claim.evidence.confidence, claim.evidence.span))
    return next((words for claim in surest if (words := _finite_verb(claim, texts))), None)


def surface_complement(statement: Statement, texts: Mapping[str, str]) -> str | None:
    """Return what follows "be" in a relation as a text has it that leaves out "be" itself ("issued under").

    Args:
        statement: the statement to put into words
        texts: the text of each document by its id
    """
    count = len(statement.relation.split()) - 1
    found = (_joined(texts[claim.evidence.span.document], [*claim.predicate]) for claim in statement.claims)
    return next((words for words in found if words and len(words.split()) == count), None)


def _finite_verb(claim: Claim, texts: Mapping[str, str]) -> str | None:
    if not claim.predicate or claim.evidence.rule not in FINITE_RULES:
        return None
    text = texts[claim.evidence.span.document]
    whole = Span(claim.predicate[0].document, claim.predicate[0].start, claim.predicate[-1].end)
    if claim.subject.head >= whole.start or _overlap(claim.object.span, claim.predicate):
        return None  # a passive or inverted clause, or an object that is part of the verb ("keep operating")
    cues = [cue for cue in claim.cues if whole.covers(cue)]
    words = _joined(text, [*claim.predicate, *cues])
    if _NOT_FINITE.match(words) or not _shows(claim, [text[cue.start : cue.end] for cue in cues]):
        return None
    return words


@functools.cache
def _negation() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('negative'), reverse=True))})\b|n[’']t\b", re.IGNORECASE)


def _shows(claim: Claim, cues: list[str]) -> bool:
    """Tell whether these cues hold the claim's negation and modality, and no more negation than that."""
    negated = any(_negation().search(cue) for cue in cues)
    modal = any(_negation().sub("", cue).strip() for cue in cues)
    return negated == claim.negated and (modal or claim.modality == "asserted")


def _overlap(span: Span, others: tuple[Span, ...]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _joined(text: str, spans: list[Span]) -> str:
    """Return the words of spans in text order, each word once, white space as one blank."""
    pieces, end = [], 0
    for span in sorted(spans):
        if span.end > end:
            pieces.append(text[max(span.start, end) : span.end])
            end = span.end
    return " ".join(" ".join(pieces).split())
