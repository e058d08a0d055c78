"""How important each thing and each statement is, in [0, 1], by what is measurable.

Both are learned: logistic models over named features (`kg/data/importance.json`, made by `python -m
training.importance`) tell of a thing the share of five summaries of a document that speak of it, and of a statement
whether it tells a fact that a reader would note down of its text.
"""

import bisect
import itertools
import math
import re
import typing as t
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.export.connections import has_name
from kg.lexicon import verbs
from kg.lexicon.event_relations import roles_of
from kg.lexicon.learned import Weights, learned, probability
from kg.lexicon.name_forms import is_function_word
from kg.lexicon.noun_types import broad_type
from kg.model import Claim, Document, Entity, Graph, Literal, Mention, Statement
from kg.places import Places

MENTIONS: t.Final = (2, 3, 5, 9)
STATEMENTS: t.Final = (1, 2, 4)
PLACES: t.Final = (150, 400, 1000, 2500)
"""Where the buckets of counts and of places (in characters) begin."""
COPULA: t.Final = "be"
MARKS: t.Final = frozenset('"“”')
"""What stands around what is quoted."""
SURE: t.Final = 8
"""The tenth of confidence from which statements are equally sure."""
FEW: t.Final = 4
"""How many sentences, predicates or circumstances are told from more."""
STEM: t.Final = 5
"""How many letters of a word are compared with the words of a title."""
LONG: t.Final = re.compile(r"[^\W\d_]{3,}")
"""The words of a title or a label that are compared."""


@dataclass(frozen=True, slots=True)
class Importance:
    """The importance of each thing and of each statement by its id, in [0, 1]."""

    things: Mapping[str, float]
    statements: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Against:
    """What statements are seen against.

    Entities and documents by id, and the ids of the entities with a name; the predicates of statements by their places
    within the beginnings of their sentences, and of each document where the first sentences with a statement begin.
    """

    entities: Mapping[str, Entity]
    documents: Mapping[str, Document]
    named: frozenset[str]
    predicates: Places
    first: Mapping[str, Sequence[int]]


def importance(graph: Graph) -> Importance:
    """Return how important the things and statements of a graph are; a function of the graph alone."""
    seen, copied = against(graph), {copy.document for copy in graph.copies if copy.kind == "copy"}
    stated = _stated(graph)
    things = {entity.id: _thing(entity, seen, stated(entity), copied) for entity in graph.entities}
    return Importance(things, {each.id: _statement(each, seen) for each in graph.statements})


def against(graph: Graph) -> Against:
    """Return what the statements of a graph are seen against."""
    claims = (claim for statement in graph.statements for claim in statement.claims)
    predicates = Places((claim.evidence.span.document, claim.evidence.span.start, _place(claim)) for claim in claims)
    first: dict[str, list[int]] = defaultdict(list)
    for document, sentence, _ in predicates:
        if len(found := first[document]) < FEW and sentence not in found:
            found.append(sentence)
    return Against(
        {entity.id: entity for entity in graph.entities},
        {document.id: document for document in graph.documents},
        frozenset(entity.id for entity in graph.entities if has_name(entity)),
        predicates,
        first,
    )


def _place(claim: Claim) -> int:
    """Return where the predicate of a claim begins."""
    return min((span.start for span in claim.predicate), default=claim.subject.span.start)


def _stated(graph: Graph) -> Callable[[Entity], Mapping[str, int]]:
    """Return what tells in how many statements of each document a thing is subject or object."""
    numbers: dict[str, int] = {}

    def ends() -> Iterator[tuple[str, int, int]]:
        for number, said in enumerate(graph.statements):
            for document in {claim.evidence.span.document for claim in said.claims}:
                place = numbers.setdefault(document, len(numbers))
                yield from ((end, place, number) for end in {said.subject, said.object} if isinstance(end, str))

    places, documents = Places(ends()), tuple(numbers)
    return lambda entity: Counter(documents[place] for place, _ in places.within(entity.id, 0, len(documents)))


def _thing(entity: Entity, seen: Against, stated: Mapping[str, int], copied: Collection[str]) -> float:
    """Return the importance of a thing: that in the document where it matters most, more where it is in several."""
    found: dict[str, list[Mention]] = {document: [] for document in stated}
    for mention in itertools.chain.from_iterable(entity.chains):
        found.setdefault(mention.span.document, []).append(mention)
    named = entity.id in seen.named
    told = (features(entity, e, seen.documents.get(d), stated.get(d, 0), named=named) for d, e in found.items())
    return _best(told, learned("importance")["things"], sources=len(found.keys() - copied))


def _best(told: Iterable[Iterable[str]], weights: Weights, *, sources: int) -> float:
    """Return the greatest probability of several places of one thing or statement, more where sources are several."""
    best = max((probability(features, weights) for features in told), default=0.0)
    return round(1.0 - math.pow(1.0 - best, 1.0 + math.log2(max(sources, 1))), 4)


def features(
    entity: Entity, mentions: list[Mention], document: Document | None, stated: int, *, named: bool
) -> Iterator[str]:
    """Yield the names of the features that a thing has in a document, each once.

    Args:
        entity: the thing.
        mentions: those of it in the document.
        document: None where it is not known.
        stated: in how many of the statements of the document it is subject or object.
        named: whether it has a name, in whatever document.
    """
    yield "bias"
    yield f"mentions={_bucket(len(mentions), MENTIONS)}"
    yield f"statements={_bucket(stated, STATEMENTS)}"
    yield f"first={_bucket(min((mention.span.start for mention in mentions), default=PLACES[-1]), PLACES)}"
    yield f"type={broad_type(entity.type)}"
    yield f"named={named}"
    if document is not None and _in_title(document, mentions):
        yield "title"


def _bucket(number: int, bounds: Iterable[int]) -> int:
    return sum(number >= bound for bound in bounds)


def _in_title(document: Document, mentions: Iterable[Mention]) -> bool:
    """Tell whether the title of a document names a thing, or describes it where the title is part of the text."""
    title = document.title or ""
    end = len(title) if title and document.text.startswith(title) else 0
    return any(each.span.start < end or (each.kind == "name" and each.words in title) for each in mentions)


def _statement(said: Statement, seen: Against) -> float:
    told = (statement_features(said, claim, seen) for claim in said.claims)
    return _best(told, learned("importance")["statements"], sources=said.independent_sources)


def statement_features(said: Statement, claim: Claim, seen: Against) -> Iterator[str]:
    """Yield the names of the features that a statement has where one of its claims makes it, each once."""
    sentence, subject = claim.evidence.span, seen.entities[said.subject]
    document = seen.documents.get(sentence.document)
    predicates = sum(1 for _ in seen.predicates.within(sentence.document, sentence.start, sentence.start + 1))
    yield "bias"
    yield f"sure={min(int(claim.evidence.confidence * 10), SURE)}"
    yield f"tells={_told(said.relation)}"
    yield f"object={_object(said, seen)}"
    yield f"subject={broad_type(subject.type)}"
    yield f"named={said.subject in seen.named}"
    yield f"status={said.status}"
    yield f"speaker={said.speaker is not None}"
    yield f"figure={any(map(str.isdigit, ''.join(_words(said, claim, seen))))}"
    yield f"circumstances={min(len(claim.qualifiers), FEW)}"
    yield f"sentence={bisect.bisect_left(seen.first[sentence.document], sentence.start)}"
    yield f"predicates={min(predicates, FEW)}"
    if document is not None:
        yield f"title={_shared(document.title or '', _words(said, claim, seen))}"
        yield f"quotation={not MARKS.isdisjoint(document.text[sentence.start : sentence.end])}"


def _told(relation: str) -> str:
    """Return what kind of thing a relation tells."""
    first = relation.partition(" ")[0]
    if relation == COPULA:
        return relation
    return "say" if first in verbs("say") else "event" if roles_of(relation) is not None else "other"


def _object(said: Statement, seen: Against) -> str:
    if isinstance(said.object, Literal):
        return "words" if said.object.datatype == "xsd:string" else "value"
    return "none" if said.object is None else "name" if said.object in seen.named else "description"


def _words(said: Statement, claim: Claim, seen: Against) -> Iterator[str]:
    """Yield what the ends and circumstances of a statement are called, and its relation."""
    ends = (said.subject, said.object)
    yield from (seen.entities[end].label for end in ends if isinstance(end, str))
    yield from (end.value for end in ends if isinstance(end, Literal))
    yield from (each.value.words if isinstance(each.value, Mention) else each.value.value for each in claim.qualifiers)
    yield said.relation


def _shared(title: str, told: Iterable[str]) -> int:
    """Return how many words of a title are told, two standing for more; the first letters of words are compared."""
    return min(len(_stems(title) & _stems(" ".join(told))), 2)


def _stems(text: str) -> set[str]:
    return {word[:STEM].casefold() for word in LONG.findall(text) if not is_function_word(word.casefold())}
