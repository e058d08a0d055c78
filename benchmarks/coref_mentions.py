"""Mentions by the guidelines of coreference annotation: in every paragraph, and as whole noun phrases."""

import re
import typing as t
from collections.abc import Iterable

from kg.grammar.parse import Parse, Token
from kg.lexicon.name_forms import is_acronym
from kg.model import Document, Span
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.constructions import appositions
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.linking import Thresholds
from kg.reference.coref.names import equal_names
from kg.reference.coref.rules import CERTAIN
from kg.reference.coref.speakers import speakers

LINE: t.Final = re.compile(r"[^\n\r]*\S[^\n\r]*")
RULES: t.Final = tuple(rule for rule in CERTAIN if rule not in {appositions, equal_names})
"""OntoGUM does not mark appositions, nor every repetition of a name inside of other mentions."""
LAST: t.Final = (speakers,)
"""OntoGUM does not link a thing to the name that is given to it, either."""
BALANCED_THRESHOLDS: t.Final = Thresholds(
    name=0.3,
    nominal=0.2,
    value=0.2,
    speaking=0.35,
    third=0.15,
    plural=0.3,
    neuter=0.3,
    pointing=0.3,
    strict=False,
    lead=1.0,
    agreed=1.0,
    unsalient=0.0,
    proposed=0.0,
    ungendered=0.0,
    repeated=2.0,
    called=0.05,
    certain=1.0,
    scheme="OntoGUM",
)
"""For scorers to which a missing link costs as much as a wrong one."""

BREAKS: t.Final = frozenset({"—", "--", ":"})
UNNUMBERED: t.Final = frozenset({"PERSON", "GPE", "DATE"})
CLOSES: t.Final[t.Mapping[str, str]] = {")": "(", "”": "“", '"': '"', "’": "‘", "'": "'", "]": "["}


def paragraph_spans(document: Document) -> Iterable[Span]:
    """Return the lines of a document that are not blank, headlines too."""
    return [Span(document.id, *match.span()) for match in LINE.finditer(document.text)]


def marked_chains(discourse: Discourse) -> list[list[Candidate]]:
    """Return the clusters without mentions that OntoGUM does not mark: relative pronouns, nouns in apposition."""
    chains = (
        [member for member in cluster.members if not _is_unmarked(member, discourse)]
        for cluster in discourse.clusters()
    )
    return [chain for chain in chains if chain]


def _is_unmarked(candidate: Candidate, discourse: Discourse) -> bool:
    relative = candidate.pronoun is not None and candidate.pronoun.person == 0
    described = candidate.kind == "nominal" and any(
        _describes(candidate, other)
        for other in map(discourse.at, candidate.token.dependents_after)
        if other is not None
    )
    return relative or described or (candidate.kind == "nominal" and candidate.token.function == "apposition")


def mention_span(discourse: Discourse, candidate: Candidate) -> tuple[int, int]:
    """Return the span (half-open, in characters of the document) of the whole noun phrase of a candidate."""
    parse = discourse.stretch.parse
    start, last = candidate.phrase.start, candidate.phrase.end
    governor = discourse.at(candidate.token.governor) if candidate.token.function == "apposition" else None
    if governor is not None and _describes(governor, candidate):
        start = governor.phrase.start
    last = _closed(parse, start, _broken_off(candidate.token, last))
    span = parse.span(start, max(last, _apposed(discourse, candidate)) + 1)
    return span.start, span.end


def _describes(description: Candidate, name: Candidate) -> bool:
    """Return whether a description and the name after it are one phrase: "his father John"."""
    beside = name.token.function == "apposition" and name.token.governor == description.token
    tight = name.token.first.nbor(-1).kind != "mark" if name.token.first.i else False
    return beside and tight and description.kind == "nominal" and name.kind == "name"


def _broken_off(head: Token, last: int) -> int:
    """Return the last token before a dash or colon after the head, or before a number after a name."""
    for word in head.doc[head.i + 1 : last + 1]:
        numbered = word.function == "numeral" and word.governor == head and head.entity in UNNUMBERED
        if numbered or (word.text in BREAKS and head.last.i >= word.i):
            return word.i - 1
    return last


def _apposed(discourse: Discourse, candidate: Candidate) -> int:
    """Return the last token after a name that annotators count as part of it, or -1.

    That is a description with an article, initials in brackets, and the place that contains a place.
    """
    token = candidate.token
    for inner in token.after("apposition") if candidate.kind in {"name", "nominal"} else ():
        before, behind = inner.first.nbor(-1).text, inner.doc[min(inner.i + 1, len(inner.doc) - 1)].text
        if before == "(" and behind == ")" and is_acronym(inner.text):
            return inner.i + 1
        if candidate.kind == "name" and before == "," and inner.first.kind == "determiner":
            return inner.last.i
        if before == "," and token.entity == inner.entity == "GPE":
            return inner.i
    return -1


def _closed(parse: Parse, start: int, last: int) -> int:
    """Return the last token, including the quotation mark or bracket after it that closes one inside."""
    words = [word.text for word in parse[start : last + 1]]
    behind = parse[last + 1].text if last + 1 < len(parse) else ""
    opening = CLOSES.get(behind)
    if opening is None:
        return last
    odd = words.count(behind) % 2 == 1 if opening == behind else words.count(opening) > words.count(behind)
    return last + 1 if odd else last
