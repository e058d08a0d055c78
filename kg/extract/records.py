"""Clauses of a text as plain values: predicate, arguments, and outcome."""

import typing as t
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.adapter import annotated_document
from kg.extract.outcomes import ReadClause, read_text
from kg.extract.text import Text
from kg.grammar.clause import ClauseKind, Role
from kg.grammar.parts import PartKind, parts_of
from kg.model import Span

if t.TYPE_CHECKING:
    from spacy.tokens import Doc

    from kg.reference.annotated import AnnotatedDocument

LEAST_SURE: t.Final = 0.3
"""The minimum probability of an argument."""


@dataclass(frozen=True, slots=True)
class ArgumentRecord:
    """A span that can stand for an argument of a clause; `part` is its relation to the argument."""

    role: Role
    span: Span
    text: str
    part: PartKind


@dataclass(frozen=True, slots=True)
class ClauseEvidence:
    """The sentence of a clause, and the rule that made a statement of it, None without a statement."""

    span: Span
    rule: str | None


@dataclass(frozen=True, slots=True)
class ClauseRecord:
    """A clause: its head word, its arguments, its outcome ("statement", or the reason for none), its unread words."""

    predicate: tuple[Span, ...]
    kind: ClauseKind
    becomes: str
    certainty: float
    arguments: tuple[ArgumentRecord, ...]
    evidence: ClauseEvidence
    unread: tuple[Span, ...] = ()


def clause_records(doc: "AnnotatedDocument | Doc") -> Iterator[ClauseRecord]:
    """Yield every clause of a document, in text order."""
    read = read_text(annotated_document(doc).parse)
    return (_record(read.text, each) for each in read.clauses)


def _record(text: Text, read: ReadClause) -> ClauseRecord:
    clause = read.clause
    likely = (argument for argument in clause.arguments if argument.sure >= LEAST_SURE)
    parts = ((each.role, part, text.span(part.start, part.end)) for each in likely for part in parts_of(each))
    return ClauseRecord(
        predicate=text.spans([clause.head]),
        kind=clause.kind,
        becomes=read.becomes,
        certainty=clause.certainty,
        arguments=tuple(ArgumentRecord(role, span, text.parse.quoted(span), part.kind) for role, part, span in parts),
        evidence=ClauseEvidence(text.span(*clause.sentence), next(iter(read.rules), None)),
        unread=text.spans(clause.unread),
    )
