"""Mentions as annotators of coreference mark them: in every paragraph, and as whole noun phrases."""

import re
import typing as t
from collections.abc import Iterable

from kg.annotate.coref.candidates import Candidate
from kg.annotate.coref.constructions import appositions
from kg.annotate.coref.discourse import Discourse
from kg.annotate.coref.names import equal_names
from kg.annotate.coref.noun_phrases import span_of
from kg.annotate.coref.rules import SURE
from kg.annotate.offsets import doc_span
from kg.model import Document, Span

LINE: t.Final = re.compile(r"[^\n\r]*\S[^\n\r]*")
RULES: t.Final = tuple(rule for rule in SURE if rule not in {appositions, equal_names})
"""OntoGUM does not mark appositions, nor every repetition of a name inside of others."""


def paragraph_spans(document: Document) -> Iterable[Span]:
    """Return the lines of a document that are not blank, headlines too."""
    return [Span(document.id, *match.span()) for match in LINE.finditer(document.text)]


def marked_chains(discourse: Discourse) -> list[list[Candidate]]:
    """Return the clusters without what annotators of OntoGUM do not mark: relative pronouns, nouns in apposition."""
    chains = ([member for member in cluster.members if not _is_unmarked(member)] for cluster in discourse.clusters())
    return [chain for chain in chains if chain]


def _is_unmarked(candidate: Candidate) -> bool:
    relative = candidate.pronoun is not None and candidate.pronoun.person == 0
    return relative or (candidate.kind == "nominal" and candidate.token.dep_ == "appos")


def mention_span(discourse: Discourse, candidate: Candidate) -> tuple[int, int]:
    """Return the characters of the whole noun phrase of a candidate, as a half-open span of its document."""
    start, last = span_of(discourse.tokens, candidate)
    span = doc_span(discourse.tokens.doc, start, last + 1)
    return span.start, span.end
