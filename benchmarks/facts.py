"""The `facts` view: each claim as a minimal binary fact, and one more for each of its circumstances."""

import typing as t
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from benchmarks.rows import (
    ReadClaim,
    Row,
    Words,
    head_token,
    kinds,
    marker_of,
    minimal,
    named,
    read_claims,
    speech_rows,
    tokens,
)
from benchmarks.syntax import (
    SUBJECTS,
    child,
    children,
    complex_preposition,
    conjuncts,
    first_conjunct,
    is_containing_place,
    is_verb,
    nominal_conjuncts,
)
from kg.grammar.parse import Parse, Token, parse_of
from kg.model import Claim
from kg.times import time_at

Fact: t.TypeAlias = tuple[Words, Words]
"""The relation and the object of a fact; its subject is that of the claim."""

CHAIN_DEPTH: t.Final = 2
INNER_WORDS: t.Final = frozenset({"aux", "auxpass", "neg", "prt"})
OBJECT_PRONOUNS: t.Final = frozenset({"me", "him", "us", "them"})
SUBORDINATORS: t.Final = frozenset({"after", "as", "because", "before", "if", "since", "unless", "until", "when"})


def fact_rows(doc: Doc, claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield the minimal binary facts, each once."""
    claims, parse = tuple(claims), parse_of(doc)
    seen = set()
    for found in read_claims(parse, claims):
        for row in _claim_facts(parse, found):
            if row[1:] not in seen:
                seen.add(row[1:])
                yield row
    yield from speech_rows(parse, claims, minimal_speaker=True)


def _claim_facts(doc: Parse, found: ReadClaim) -> Iterator[Row]:
    confidence, subject, verbs = found.claim.evidence.confidence, found.subject, found.verbs
    if not any(is_verb(doc[i]) for i in verbs) or _is_no_sentence(subject, doc[verbs[0]]):
        return
    left, there = named(subject), child(doc[verbs[-1]], "expl")
    if there is not None:  # "there is → a lake", "there is a lake in → the park"
        yield Row(confidence, verbs, ((there.i,), left))
        verbs, left = (*verbs, *left), (there.i,)
    for relation, thing in _facts(doc, found, verbs):
        yield Row(confidence, relation, (left, thing))


def _is_no_sentence(subject: Token, first: Token) -> bool:
    """Return whether subject and verb would not be a sentence: an infinitive, or a subject in the wrong case."""
    infinitive = first.tag_ == "TO" or any(word.tag_ == "TO" for word in first.lefts)
    return infinitive or subject.tag_ == "PRP$" or subject.lower_ in OBJECT_PRONOUNS


def _facts(doc: Parse, found: ReadClaim, verbs: Words) -> Iterator[Fact]:
    """Yield the fact of a claim, then one for each circumstance, whose introductory words are in the relation."""
    claim, target, marker = found.claim, found.object, marker_of(found.object)
    relation = (*verbs, *(i for i in marker if i not in verbs))
    if found.what.kind == "phrase":
        inside = whole = tuple(word.i for word in tokens(doc, [found.what.span]))
        yield relation, inside
    else:
        inside, whole = minimal(target), named(target)
        yield from _things(relation, target, CHAIN_DEPTH)
    for qualifier in claim.qualifiers:
        head = head_token(doc, qualifier.value)
        role = marker_of(head)
        if qualifier.value.kind == "phrase":
            yield from _clausal((*relation, *inside), head)
        elif role != marker if role else time_at(head) is not None:
            between = marker and verbs[-1] < head.i < target.i
            yield from _things((*(verbs if between else (*relation, *whole)), *role), head, CHAIN_DEPTH - 1)


def _things(relation: Words, head: Token, depth: int) -> Iterator[Fact]:
    """Yield an object, then the additions of its phrases: "became → a justice", "became a justice of → Ghana"."""
    for thing in (*kinds(head), *_containing_places(head)):
        yield relation, thing
    inside = minimal(head)
    last = [head.doc[i] for i in inside if i >= head.i] if depth else []
    for preposition in (p for word in last for p in children(word, "prep") if p.i not in inside):
        for noun in children(complex_preposition(preposition) or preposition, "pobj"):
            for conjunct in nominal_conjuncts(noun):
                yield from _things((*relation, *inside, *marker_of(noun)), conjunct, depth - 1)
        for gerund in children(preposition, "pcomp"):
            for conjunct in conjuncts(gerund):
                yield from _clausal((*relation, *inside), conjunct)


def _containing_places(place: Token) -> Iterator[Words]:
    """Yield the place that contains a place: a person born in Ghent, *Belgium*, was born in Belgium."""
    if first_conjunct(place).head.lower_ == "in":
        yield from (minimal(outer) for outer in place.rights if is_containing_place(outer))


def _clausal(before: Words, verb: Token) -> Iterator[Fact]:
    """Yield the addition of a clause to the fact it qualifies: "left Rome to lead → the army"."""
    opening = _opening(verb, before)
    if opening is None or not is_verb(verb):
        return
    relation = (*before, *sorted({*opening, *(c.i for c in children(verb, *INNER_WORDS)), verb.i}))
    things = children(verb, "dobj")
    for thing in things:
        yield from ((relation, minimal(conjunct)) for conjunct in nominal_conjuncts(thing))
    for thing in (c for p in children(verb, "prep") for c in children(p, "pobj") if not things):
        yield (*relation, *marker_of(thing)), minimal(thing)


def _opening(verb: Token, before: Words) -> Words | None:
    """Return the conjunction and the subject that open a clause; None if it is a fact of its own."""
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.i in before:
        return marker_of(verb)
    mark = child(verb, "mark")
    return (mark.i, *named(subject)) if mark is not None and mark.lower_ in SUBORDINATORS else None
