"""Predications become claims: one subject, one object, the rest as qualifiers."""

import typing as t
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.appositions import is_one_person
from kg.extract.arguments import is_small_clause
from kg.extract.confidence import claim_features, confidence
from kg.extract.factuality import Factuality, either_or, factuality
from kg.extract.objects import (
    CONTRASTING_PREPOSITIONS,
    core_pairs,
    is_of_a_noun,
    lacks_content,
    lacks_its_clause,
    object_heads,
)
from kg.extract.predications import CLAUSE, COMPLEMENT, OBJECT, PARTICIPLE, Argument, Predication
from kg.extract.syntax import NOMINAL_TAGS, conjuncts, in_text_order, is_verb, nominal_conjuncts
from kg.grammar.parse import Parse, Token
from kg.model import Claim, Evidence, Literal, Mention, Qualifier, Span, Time
from kg.reference.completion import QUOTES, completed_end
from kg.reference.phrases import is_partitive, is_reciprocal, mention
from kg.reference.quotations import quotation_at
from kg.times import time_at

EXTRACTOR: t.Final = "rules"
VAGUE_GRAINS: t.Final = frozenset({"duration", "set"})


class Candidate(t.NamedTuple):
    """A claim with the names of the features that its confidence was reckoned from."""

    claim: Claim
    features: tuple[str, ...]


def candidates(predication: Predication, attachment: Iterable[str] = ()) -> Iterator[Candidate]:
    """Yield the claims of a predication: one a pair of subject and object, each conjunct on its own.

    Args:
        predication: what is said.
        attachment: the names of the features that tell how well an attached clause fits what it is said of.
    """
    pairs, attachment = tuple(core_pairs(predication)), tuple(attachment)
    said = factuality(predication) if pairs else Factuality()
    for subject, name, target in pairs:
        subjects, objects = _subject_heads(subject, predication), object_heads(target)
        told = either_or(either_or(said, subjects), objects)
        for subject_head in subjects:
            for object_head in _counterparts(subject_head, subjects) if is_reciprocal(target.head) else objects:
                empty = any(word.tag_ == "WRB" for word in object_head.children) and not target.clausal
                empty = empty or lacks_content(predication, object_head)
                if subject_head != object_head and time_at(subject_head) is None and not empty:
                    features = claim_features(predication, told, subject_head, target, object_head)
                    yield _candidate(
                        predication, told, subject_head, name, target, object_head, (*features, *attachment)
                    )


def _counterparts(subject: Token, subjects: Sequence[Token]) -> list[Token]:
    """Return whom "each other" means for one of several subjects: "*Ana* and *Tom* know each other"."""
    return [other for other in subjects if other != subject]


def _subject_heads(subject: Token, predication: Predication) -> list[Token]:
    """Return the conjuncts of a subject; those that follow a predicate inside the coordination are not meant."""
    if not predication.distributes:
        return [subject]
    if is_one_person(subject):
        return [subject]
    if subject.i > predication.head.i:
        return nominal_conjuncts(subject)
    return [head for head in nominal_conjuncts(subject) if head.i < predication.head.i]


def _candidate(
    predication: Predication,
    said: Factuality,
    subject: Token,
    name: str,
    target: Argument,
    object_head: Token,
    features: tuple[str, ...],
) -> Candidate:
    words = [w for w in (*predication.words, *target.marker) if w != object_head]
    others = [a for a in predication.arguments if a.head != target.head and subject not in conjuncts(a.head)]
    others = [a for a in others if not _is_alternative(a, target) and not _is_quoted_apart(a, predication.head)]
    others = [a for a in others if not is_of_a_noun(predication, a) and not lacks_its_clause(predication, a)]
    if target.role == COMPLEMENT:
        others = [a for a in others if a.role != COMPLEMENT]  # "is clumsy, unthinking": neither is as the other
    claim = Claim(
        subject=subject_mention(subject),
        relation=name,
        object=argument_mention(object_head, target),
        evidence=_evidence(predication, confidence(features)),
        negated=said.negated,
        modality=said.modality,
        speaker=mention(said.speaker) if said.speaker is not None else None,
        denied_by=mention(said.denied_by) if said.denied_by is not None else None,
        time=claim_time(predication.arguments),
        qualifiers=tuple(_qualifiers(others)),
        predicate=word_spans(predication.head.doc, words),
        cues=word_spans(predication.head.doc, said.cues),
    )
    return Candidate(claim, features)


def _is_alternative(argument: Argument, target: Argument) -> bool:
    """Tell whether two phrases are coordinated: "rose by two percent or *by three*" makes two claims."""
    if not argument.marker or not target.marker or argument.role != target.role:
        return False
    first, other = argument.marker[0], target.marker[0]
    return (first.dep_ == "conj" and first.head == other) or (other.dep_ == "conj" and other.head == first)


def _is_quoted_apart(argument: Argument, verb: Token) -> bool:
    """Tell whether a phrase stands inside a quotation that the verb is outside of, and does not begin it."""
    first = argument.marker[0] if argument.marker else argument.head.doc[argument.head.left_edge.i]
    quotation = quotation_at(first)
    return quotation is not None and quotation != quotation_at(verb) and first.nbor(-1).text not in QUOTES


def _evidence(predication: Predication, sure: float) -> Evidence:
    sentence = predication.head.sent
    span = sentence.doc.span(sentence.start, sentence.end)
    return Evidence(span, EXTRACTOR, predication.rule, sure)


def subject_mention(head: Token) -> Mention:
    """Return the mention of a subject; a gerund or clause as subject is an event that the whole clause names."""
    if not is_verb(head):
        return mention(head)
    return replace(phrase_mention(head), kind="nominal", type="Event", value=None)


def argument_mention(head: Token, argument: Argument) -> Mention:
    """Return the mention of an argument: a noun phrase, a time or value, or a phrase of other words."""
    if argument.clausal:
        return phrase_mention(head)
    if head.pos_ in NOMINAL_TAGS or (head.dep_ in {"dobj", "pobj"} and is_partitive(head)):
        found = _behind(argument.marker, mention(head))
        return _to_the_end(found, head) if argument.role == "between" and found.kind == "time" else found
    return phrase_mention(head) if is_verb(head) and head.dep_ == "dobj" else word_mention(head, argument.marker)


def _to_the_end(found: Mention, head: Token) -> Mention:
    """Return the beginning of a span of time with its end: "between *March and July*"."""
    first, last = head.left_edge, head.right_edge
    span = head.doc.span(first.i, last.i + 1)
    whole = span.start == found.span.start and mention(nominal_conjuncts(head)[-1]).span.end == span.end
    return replace(found, span=span, text=head.doc[first.i : last.i + 1].text) if whole else found


def _behind(marker: Sequence[Token], found: Mention) -> Mention:
    """Return a mention without the preposition that bounds its value as well: "over *two years*"."""
    end = marker[-1].offset + len(marker[-1].text) if marker else 0
    if not found.span.start < end <= found.head:
        return found
    text = found.text[end - found.span.start :]
    start = end + len(text) - len(text.lstrip())
    return replace(found, span=replace(found.span, start=start), text=text.lstrip())


def word_mention(head: Token, marker: Container[Token] = ()) -> Mention:
    """Return an adjective or verb with the adverbs before it, but those of its marker, as a literal phrase."""
    kept = {"advmod", "npadvmod", "amod", "neg"}  # "found him *not* guilty"
    lefts = [c.left_edge.i for c in head.lefts if c.dep_ in kept and c not in marker and not is_verb(head)]
    return _literal_phrase(head, min([*lefts, head.i]), completed_end(head, head.i + 1))


def phrase_mention(head: Token) -> Mention:
    """Return a whole clause as a literal phrase, without what opens it: "to", "when", the subject of a small clause."""
    doc = head.doc
    start, end = head.left_edge.i, head.right_edge.i + 1
    marks = [word.i for word in head.lefts if word.dep_ == "mark"]
    start = max([start, *(mark for mark in marks if mark < head.i)])  # "*entirely* after it closed"
    if is_small_clause(head):
        start = next(c.right_edge.i + 1 for c in head.lefts if c.dep_ == "nsubj")
    while start < head.i and (doc[start].is_punct or doc[start].is_space or _opens_clause(doc[start], head)):
        start += 1
    while end - 1 > head.i and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].dep_ == "cc"):
        end -= 1
    quotes = sum(word.text in QUOTES for word in doc[start:end])
    half = quotes % 2 == 1 and end < len(doc) and doc[end].text in QUOTES
    return _literal_phrase(head, start, end + half)


def _opens_clause(word: Token, verb: Token) -> bool:
    only = word.lower_ == "only" and word.nbor().lower_ == "to"  # "*only* to recover in May"
    return word.head == verb and (
        only or word.dep_ == "mark" or word.tag_ == "WRB" or (word.dep_ == "aux" and word.lower_ == "to")
    )


def _literal_phrase(head: Token, start: int, end: int) -> Mention:
    text = head.doc[start:end].text
    return Mention(head.doc.span(start, end), text, head.offset, "phrase", "Phrase", Literal(text))


def _qualifiers(arguments: Iterable[Argument]) -> Iterator[Qualifier]:
    for argument in arguments:
        if argument.role in {CLAUSE, PARTICIPLE}:
            continue
        role = {COMPLEMENT: "as", OBJECT: "object"}.get(argument.role, argument.role)
        one = argument.clausal or (argument.role == "between" and time_at(argument.head) is not None)
        heads = [argument.head] if one else nominal_conjuncts(argument.head)
        yield from (Qualifier(role, argument_mention(head, argument)) for head in heads)


def claim_time(arguments: Iterable[Argument]) -> Time | None:
    """Return the first point or interval of time among the arguments; a duration or a repetition is none."""
    times = [_time_of(a.head) for a in arguments if not a.clausal and a.role not in CONTRASTING_PREPOSITIONS]
    return next((time for time in times if time is not None and time.grain not in VAGUE_GRAINS and time.value), None)


def _time_of(head: Token) -> Time | None:
    expression = time_at(head)
    return expression.time if expression is not None else None


def word_spans(doc: Parse, words: Iterable[Token]) -> tuple[Span, ...]:
    """Return the spans of the words in text order, neighbouring words as one span."""
    spans: list[tuple[int, int]] = []
    for word in in_text_order(words):
        if spans and spans[-1][1] == word.i:
            spans[-1] = (spans[-1][0], word.i + 1)
        else:
            spans.append((word.i, word.i + 1))
    return tuple(doc.span(start, end) for start, end in spans)
