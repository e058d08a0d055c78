"""How important each thing and each statement is, in [0, 1], by what is measurable.

What matters about a thing is learned: a logistic model over named features (`kg/data/importance.json`, made by
`python -m training.importance`) tells the share of five summaries of a document that speak of it. A statement has its
importance from its ends and from where and how it is said, by `WEIGHTS`.
"""

import functools
import json
import math
import typing as t
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources

from kg.export.connections import has_name
from kg.lexicon.noun_types import broad_type
from kg.model import Document, Entity, Graph, Literal, Mention, Span, Statement

MENTIONS: t.Final = (2, 3, 5, 9)
STATEMENTS: t.Final = (1, 2, 4)
PLACES: t.Final = (150, 400, 1000, 2500)
"""Where the buckets of counts and of places (in characters) begin."""
COPULA: t.Final = "be"
LEAD: t.Final = 400
"""How many characters behind its title a text is at its beginning."""
WEIGHTS: t.Final[Mapping[str, float]] = {
    "sure": 0.3,
    "named": 0.25,
    "event": 0.15,
    "lead": 0.1,
    "figure": 0.1,
    "salient": 0.1,
}
"""What counts in a statement, one in all: its confidence, the share of its ends that have a name, that it tells
more than what something is, its place in a text, a figure (half for a date), and its more important end."""


@dataclass(frozen=True, slots=True)
class Importance:
    """The importance of each thing and of each statement by its id, in [0, 1]."""

    things: Mapping[str, float]
    statements: Mapping[str, float]


def importance(graph: Graph) -> Importance:
    """Return how important the things and statements of a graph are; a function of the graph alone."""
    documents = {document.id: document for document in graph.documents}
    counts = _stated(graph.statements)
    things = {entity.id: _thing(entity, documents, counts.get(entity.id, {})) for entity in graph.entities}
    named = {entity.id for entity in graph.entities if has_name(entity)}
    said = {each.id: _statement(each, things, named, documents) for each in graph.statements}
    return Importance(things, said)


def _stated(statements: Iterable[Statement]) -> dict[str, Counter[str]]:
    """Return in how many statements of each document each thing is subject or object."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for said in statements:
        documents = {claim.evidence.span.document for claim in said.claims}
        for end in {said.subject, said.object}:
            if isinstance(end, str):
                counts[end].update(documents)
    return counts


def _thing(entity: Entity, documents: Mapping[str, Document], stated: Mapping[str, int]) -> float:
    """Return the importance of a thing: that in the document where it matters most, more where it is in several."""
    found: dict[str, list[Mention]] = {document: [] for document in stated}
    for mention in entity.mentions:
        found.setdefault(mention.span.document, []).append(mention)
    told = (features(entity, each, documents.get(id_), stated.get(id_, 0)) for id_, each in found.items())
    best = max(map(_probability, told), default=0.0)
    several = 1.0 + math.log2(max(len(found), 1))
    return round(1.0 - math.pow(1.0 - best, several), 4)


def _probability(names: Iterable[str]) -> float:
    table = weights()
    return 1.0 / (1.0 + math.exp(-sum(table.get(name, 0.0) for name in names)))


@functools.cache
def weights() -> Mapping[str, float]:
    """Return the learned weight of each feature; a feature without one counts nothing."""
    text = resources.files("kg").joinpath("data/importance.json").read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(text)["weights"]
    return table


def features(entity: Entity, mentions: list[Mention], document: Document | None, stated: int) -> Iterator[str]:
    """Yield the names of the features that a thing has in a document, each once.

    Args:
        entity: the thing.
        mentions: those of it in the document.
        document: None where it is not known.
        stated: in how many of the statements of the document it is subject or object.
    """
    yield "bias"
    yield f"mentions={_bucket(len(mentions), MENTIONS)}"
    yield f"statements={_bucket(stated, STATEMENTS)}"
    yield f"first={_bucket(min((mention.span.start for mention in mentions), default=PLACES[-1]), PLACES)}"
    yield f"type={broad_type(entity.type)}"
    yield f"named={has_name(entity)}"
    if document is not None and _in_title(document, mentions):
        yield "title"


def _bucket(number: int, bounds: Iterable[int]) -> int:
    return sum(number >= bound for bound in bounds)


def _in_title(document: Document, mentions: Iterable[Mention]) -> bool:
    """Tell whether the title of a document names a thing, or describes it where the title is part of the text."""
    title = document.title or ""
    end = len(title) if title and document.text.startswith(title) else 0
    return any(each.span.start < end or (each.kind == "name" and each.text in title) for each in mentions)


def _statement(
    said: Statement,
    things: Mapping[str, float],
    named: Collection[str],
    documents: Mapping[str, Document],
) -> float:
    ends = [end for end in (said.subject, said.object) if isinstance(end, str)]
    told = {
        "sure": said.confidence,
        "named": sum(end in named for end in ends) / 2,
        "event": float(said.relation != COPULA),
        "lead": max((_lead(claim.evidence.span, documents) for claim in said.claims), default=0.0),
        "figure": _figure(said),
        "salient": max(things.get(end, 0.0) for end in ends),
    }
    value = sum(weight * told[name] for name, weight in WEIGHTS.items())
    return round(value, 4)


def _figure(said: Statement) -> float:
    """Return whether a statement has a quantity for its object, a half where it only has a date."""
    amount = isinstance(said.object, Literal) and said.object.datatype != "xsd:string"
    return 1.0 if amount else 0.5 * (said.time is not None and said.time.start is not None)


def _lead(span: Span, documents: Mapping[str, Document]) -> float:
    """Return how near to the beginning of its text a sentence is: 1 in the title and directly behind it."""
    document = documents.get(span.document)
    title = len(document.title or "") if document is not None else 0
    return max(0.0, min(1.0, 2.0 - (span.start - title) / LEAD))
