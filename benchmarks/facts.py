"""The `facts` view: each claim as a minimal binary fact, and each of its circumstances as one more."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from benchmarks.rows import (
    ReadClaim,
    Row,
    Words,
    head_token,
    marker_of,
    minimal,
    named,
    read_claims,
    speech_rows,
    tokens,
)
from kg.extract.syntax import is_verb, nominal_conjuncts
from kg.model import Claim


def fact_rows(doc: Doc, claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield the minimal binary facts, each once."""
    claims = tuple(claims)
    seen = set()
    for found in read_claims(doc, claims):
        for row in _claim_facts(doc, found):
            if row[1:] not in seen:
                seen.add(row[1:])
                yield row
    yield from speech_rows(doc, claims, minimal_speaker=True)


def _claim_facts(doc: Doc, found: ReadClaim) -> Iterator[Row]:
    claim, target, verbs = found.claim, found.object, found.verbs
    if not any(is_verb(doc[i]) for i in verbs):
        return
    confidence, left, marker = claim.evidence.confidence, named(found.subject), marker_of(target)
    base = (*verbs, *(i for i in marker if i not in verbs))
    if claim.object.kind == "phrase":
        inside = tuple(word.i for word in tokens(doc, [claim.object.span]))
    else:
        inside = minimal(target)
        yield from _chained(confidence, left, base, target, 2)
    yield Row(confidence, base, (left, inside))
    for qualifier in claim.qualifiers:
        head = head_token(doc, qualifier.value)
        if qualifier.value.kind == "phrase":
            yield from _clausal_facts(confidence, left, (*base, *inside), head)
        elif marker_of(head) and not (marker and head.i < target.i):
            relation = (*base, *inside, *marker_of(head))
            yield Row(confidence, relation, (left, minimal(head)))
            yield from _chained(confidence, left, relation, head, 1)


def _clausal_facts(confidence: float, left: Words, base: Words, verb: Token) -> Iterator[Row]:
    """Yield what a gerund or infinitive adds to the fact it qualifies: "left Rome to lead → the army"."""
    before = [c.i for c in verb.children if c.dep_ in {"aux", "prt"}]
    relation = tuple(sorted({*base, *marker_of(verb), *before, verb.i}))
    for target in verb.children:
        if target.dep_ == "dobj" and target.tag_ not in {"WDT", "WP"}:
            yield Row(confidence, relation, (left, minimal(target)))


def _chained(confidence: float, left: Words, base: Words, target: Token, depth: int) -> Iterator[Row]:
    """Yield the facts that prepositional phrases inside the object add: "became a justice of → the High Court"."""
    inside = minimal(target)
    prepositions = [p for p in target.rights if depth and p.dep_ == "prep" and p.i not in inside]
    for preposition, inner in ((p, c) for p in prepositions for c in p.rights if c.dep_ == "pobj"):
        relation = (*base, *inside, preposition.i)
        for conjunct in nominal_conjuncts(inner):
            yield Row(confidence, relation, (left, minimal(conjunct)))
            yield from _chained(confidence, left, relation, conjunct, depth - 1)
