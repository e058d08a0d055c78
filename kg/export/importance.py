"""The importance of each entity and each statement, in [0, 1], from measurable features.

Both are learned by logistic models over named features (`kg/data/importance.json`, made by `python -m
training.importance`). For an entity, the model estimates the share of five summaries of a document that mention it;
for a statement, whether a reader would note down the fact.
"""

import bisect
import functools
import itertools
import math
import re
import typing as t
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.export.connections import has_name
from kg.lexicon import verbs
from kg.lexicon.event_relations import roles_of
from kg.lexicon.learned import Weights, learned, probability
from kg.lexicon.name_forms import is_function_word
from kg.lexicon.noun_types import broad_type
from kg.model import Claim, Document, Entity, Graph, Literal, Mention, Statement
from kg.places import HALF, Places

MENTIONS: t.Final = (2, 3, 5, 9)
STATEMENTS: t.Final = (1, 2, 4)
STATED: t.Final = (2, 4, 6, 8)
SHARED: t.Final = (1, 2, 4)
SPREAD: t.Final = (1, 10, 30, 60)
PLACES: t.Final = (150, 400, 1000, 2500)
"""The lower bounds of the buckets of counts and positions (in characters)."""
COPULA: t.Final = "be"
APART: t.Final = ("have", "tell")
"""Verbs treated separately: one that expresses no event, and one that also names the hearer of what is said."""
MARKS: t.Final = frozenset('"“”')
"""The quotation marks around quoted text."""
SURE: t.Final = 8
"""The confidence, in tenths, from which statements count as equally certain."""
FEW: t.Final = 4
"""The number from which sentences or circumstances are no longer distinguished."""
PARTS: t.Final = 5
"""The number of equal parts into which a text is divided."""
NEAR: t.Final = (1 << HALF // 2) - 1
"""The offset in a sentence up to which the ends of claims are distinguished, in characters."""
STEM: t.Final = 5
"""The number of letters of a word that are compared with the words of a title."""
LONG: t.Final = re.compile(r"[^\W\d_]{3,}")
"""The words of a title or a label that are compared."""


@dataclass(frozen=True, slots=True)
class Importance:
    """The importance of each entity and each statement by id, in [0, 1]."""

    entities: Mapping[str, float]
    statements: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Stated:
    """The statements in which each entity is subject or object, by their numbers.

    Documents are numbered, so that an entity's statements in one document are adjacent.
    """

    places: Places
    numbers: Mapping[str, int]
    documents: Sequence[str]

    def by_document(self, id_: str) -> Mapping[str, int]:
        """Return the number of statements in each document with an entity as subject or object."""
        found = self.places.within(id_, 0, len(self.documents))
        return Counter(self.documents[number] for number, _ in found)

    def up_to(self, most: int, id_: str, document: str) -> int:
        """Return the number of statements in a document with an entity as subject or object, up to `most`."""
        number = self.numbers[document]
        return sum(1 for _ in itertools.islice(self.places.within(id_, number, number + 1), most))


@dataclass(frozen=True, slots=True)
class AssessmentContext:
    """The context in which statements are assessed.

    Entities and documents by id, and the ids of named entities; the ends of claims by the positions of their
    predicates; the spans of the ends and circumstances of claims (those that extend beyond all previous ones);
    the start of the first sentences with a statement in each document; and where entities are subject or object.
    """

    entities: Mapping[str, Entity]
    documents: Mapping[str, Document]
    named: frozenset[str]
    ends: Places
    taken: Places
    first: Mapping[str, Sequence[int]]
    stated: Stated


def importance(graph: Graph) -> Importance:
    """Return the importance of the entities and statements of a graph; it depends only on the graph."""
    context, copied = assessment_context(graph), {copy.document for copy in graph.copies if copy.kind == "copy"}
    entities = {entity.id: _entity(entity, context, copied) for entity in graph.entities}
    return Importance(entities, {each.id: _statement(each, context) for each in graph.statements})


def assessment_context(graph: Graph) -> AssessmentContext:
    """Return the context for assessing the statements of a graph."""
    numbers: dict[str, int] = {}
    sentences, ends, taken, stated = Places.several(_rows(graph, numbers), 4)
    return AssessmentContext(
        {entity.id: entity for entity in graph.entities},
        {document.id: document for document in graph.documents},
        frozenset(entity.id for entity in graph.entities if has_name(entity)),
        ends,
        Places(_reaching(taken)),
        _first(sentences),
        Stated(stated, numbers, tuple(numbers)),
    )


def _rows(graph: Graph, numbers: dict[str, int]) -> Iterator[tuple[int, str, int, int]]:
    """Yield sentences, ends, spans and entities with their positions; documents with statements get numbers."""
    for number, statement in enumerate(graph.statements):
        ends = [end for end in {statement.subject, statement.object} if isinstance(end, str)]
        for claim in statement.claims:
            sentence = claim.evidence.span
            yield 0, sentence.document, sentence.start, 0
            yield 1, sentence.document, _place(claim), _ends(claim)
            yield from ((2, each.span.document, each.span.start, each.span.end) for each in _mentions(claim))
            place = numbers.setdefault(sentence.document, len(numbers))
            yield from ((3, end, place, number) for end in ends)


def _first(sentences: Places) -> Mapping[str, Sequence[int]]:
    """Return the starts of the first sentences of each document."""
    first: dict[str, list[int]] = defaultdict(list)
    for document, sentence, _ in sentences:
        if len(found := first[document]) < FEW:
            found.append(sentence)
    return first


def _reaching(stretches: Iterable[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Yield the spans that extend beyond all previous ones; the input is sorted."""
    within, reached = "", 0
    for document, start, end in stretches:
        if document != within or end > reached:
            within, reached = document, end
            yield document, start, end


def _mentions(claim: Claim) -> Iterator[Mention]:
    yield claim.subject
    if claim.object is not None:
        yield claim.object
    yield from (each.value for each in claim.qualifiers)


def _ends(claim: Claim) -> int:
    """Return a number that sorts claims by the position of the subject in the sentence, then of the object."""
    start, found = claim.evidence.span.start, 0
    for end in (claim.subject, claim.object):
        found = found << HALF // 2 | (0 if end is None else min(max(end.span.start - start, 0), NEAR))
    return found


def _place(claim: Claim) -> int:
    """Return the start of the predicate of a claim."""
    return min((span.start for span in claim.predicate), default=claim.subject.span.start)


def _entity(entity: Entity, context: AssessmentContext, copied: Collection[str]) -> float:
    """Return the importance of an entity: its maximum over the documents, increased if there are several."""
    stated = context.stated.by_document(entity.id)
    found: dict[str, list[Mention]] = {document: [] for document in stated}
    for mention in itertools.chain.from_iterable(entity.chains):
        found.setdefault(mention.span.document, []).append(mention)
    named = entity.id in context.named
    feature_sets = (
        features(entity, e, context.documents.get(d), stated.get(d, 0), named=named) for d, e in found.items()
    )
    return _best(feature_sets, learned("importance")["things"], sources=len(found.keys() - copied))


def _best(feature_sets: Iterable[Iterable[str]], weights: Weights, *, sources: int) -> float:
    """Return the maximum probability over several places of an entity or statement, increased for several sources."""
    best = max((probability(features, weights) for features in feature_sets), default=0.0)
    return _one_object(round(1.0 - math.pow(1.0 - best, 1.0 + math.log2(max(sources, 1))), 4))


@functools.cache
def _one_object(rounded: float) -> float:
    """Return one shared object for equal numbers; there are only 10,001, and a large graph repeats them often."""
    return rounded


def features(
    entity: Entity, mentions: list[Mention], document: Document | None, stated: int, *, named: bool
) -> Iterator[str]:
    """Yield the names of the features of an entity in a document, without duplicates.

    Args:
        entity: the entity.
        mentions: its mentions in the document.
        document: the document, or None if unknown.
        stated: the number of statements in the document with the entity as subject or object.
        named: whether it has a name in any document.
    """
    places = [mention.span.start for mention in mentions]
    first = min(places, default=PLACES[-1])
    yield "bias"
    yield f"mentions={_bucket(len(mentions), MENTIONS)}"
    yield f"statements={_bucket(stated, STATEMENTS)}"
    yield f"first={_bucket(first, PLACES)}"
    yield f"type={broad_type(entity.type)}"
    yield f"named={named}"
    if document is not None:
        share = 100 * (max(places, default=first) - first) // max(len(document.text), 1)
        yield f"spread={_bucket(share, SPREAD)}"
        yield f"title={_in_title(document, mentions)}"
        yield f"title words={_shared(document.title, entity.label) > 0}"


def _bucket(number: int, bounds: Sequence[int]) -> int:
    return bisect.bisect_right(bounds, number)


def _in_title(document: Document, mentions: Iterable[Mention]) -> bool:
    """Return whether the title of a document names an entity, or describes it if the title is part of the text."""
    title = document.title or ""
    end = len(title) if title and document.text.startswith(title) else 0
    return any(each.span.start < end or (each.kind == "name" and each.words in title) for each in mentions)


def _statement(statement: Statement, context: AssessmentContext) -> float:
    feature_sets = (statement_features(statement, claim, context) for claim in statement.claims)
    return _best(feature_sets, learned("importance")["statements"], sources=statement.independent_sources)


def statement_features(statement: Statement, claim: Claim, context: AssessmentContext) -> Iterator[str]:
    """Yield the names of the features of a statement in one of its claims, without duplicates."""
    sentence, text = claim.evidence.span, " ".join(_words(statement, claim, context))
    yield "bias"
    yield f"sure={min(int(claim.evidence.confidence * 10), SURE)}"
    yield f"tells={_relation_kind(statement.relation)}"
    yield f"again={_again(claim, context)}"
    yield f"within={(context.taken.upto(sentence.document, place := _place(claim)) or 0) > place}"
    yield f"object={(object_ := _object(statement, context))}"
    yield f"subject={broad_type(context.entities[statement.subject].type)}"
    yield f"names={(names := (statement.subject in context.named) + (object_ == 'name'))}"
    yield f"stated={_bucket(context.stated.up_to(STATED[-1], statement.subject, sentence.document), STATED)}"
    yield f"status={statement.status}"
    yield f"figure={any(map(str.isdigit, text))}"
    yield f"circumstances={min(len(claim.qualifiers), FEW)}"
    yield f"thin={not names and not claim.qualifiers and object_ in {'none', 'value'}}"
    yield f"sentence={bisect.bisect_left(context.first[sentence.document], sentence.start)}"
    if (document := context.documents.get(sentence.document)) is not None:
        yield f"title={_bucket(_shared(document.title, text), SHARED)}"
        yield f"part={PARTS * sentence.start // max(len(document.text), 1)}"
        yield f"speech={_speech(claim, document.text)}"


def _again(claim: Claim, context: AssessmentContext) -> bool:
    """Return whether another claim says the same of a preceding item: "*Ann* and Bo left", "he sold *pens* and ink"."""
    place = _place(claim)
    ends = next(context.ends.within(claim.evidence.span.document, place, place + 1), None)
    return ends is not None and ends[1] != _ends(claim)


def _speech(claim: Claim, text: str) -> str:
    """Return where the speaker of a claim is named, and whether the claim is in quotation marks, as a short label."""
    sentence = claim.evidence.span
    quoted = sum(text.count(mark, sentence.start, _place(claim)) for mark in MARKS) % 2
    if claim.speaker is None:
        return "marks" if quoted else "none"
    return "quotation" if quoted else "here" if sentence.covers(claim.speaker.span) else "elsewhere"


def _relation_kind(relation: str) -> str:
    """Return the kind of a relation."""
    first = relation.partition(" ")[0]
    if relation == COPULA or first in APART:
        return first
    return "say" if first in verbs("say") else "event" if roles_of(relation) is not None else "other"


def _object(statement: Statement, context: AssessmentContext) -> str:
    if isinstance(statement.object, Literal):
        return "words" if statement.object.datatype == "xsd:string" else "value"
    return "none" if statement.object is None else "name" if statement.object in context.named else "description"


def _words(statement: Statement, claim: Claim, context: AssessmentContext) -> Iterator[str]:
    """Yield the words for the ends, circumstances and relation of a statement."""
    ends = (statement.subject, statement.object)
    yield from (context.entities[end].label for end in ends if isinstance(end, str))
    yield from (end.value for end in ends if isinstance(end, Literal))
    yield from (each.value.words if isinstance(each.value, Mention) else each.value.value for each in claim.qualifiers)
    yield statement.relation


def _shared(title: str | None, text: str) -> int:
    """Return how many words of a title occur in a text; only the first letters are compared."""
    stems = _stems(title) if title else None
    return len(stems & _stems(text)) if stems else 0


def _stems(text: str) -> set[str]:
    return {word[:STEM].casefold() for word in LONG.findall(text) if not is_function_word(word.casefold())}
