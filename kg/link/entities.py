"""Add links to entities."""

import typing as t
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.choices import DEFAULT_LINK_THRESHOLD
from kg.lexicon.noun_types import broad_type, is_capitalized_description, most_frequent
from kg.link.choice import best
from kg.link.service import Query, Service
from kg.model import Entity

LINKABLE: t.Final = frozenset({"Event", "Law", "Organization", "Person", "Place", "Product", "Work"})


def linked(
    entities: Iterable[Entity], service: Service, *, threshold: float = DEFAULT_LINK_THRESHOLD
) -> tuple[Entity, ...]:
    """Return the entities, with links from a service for those that have a name and no link yet.

    Args:
        entities: the entities; their order is kept.
        service: the service.
        threshold: the minimum score of a link, in [0, 1].

    Raises:
        ServiceError: the service does not answer correctly.
    """
    entities = tuple(entities)
    queries = {entity.id: _query(entity) for entity in entities if _is_open(entity)}
    answers = service.candidates(tuple(queries.values())) if queries else []
    links = {
        id_: (candidate.iri,)
        for (id_, query), candidates in zip(queries.items(), answers, strict=True)
        if (candidate := best(query, candidates, threshold=threshold)) is not None
    }
    return tuple(replace(entity, links=links.get(entity.id, entity.links)) for entity in entities)


def _is_open(entity: Entity) -> bool:
    return bool(not entity.links and broad_type(_type(entity)) in LINKABLE and _names(entity))


def _type(entity: Entity) -> str:
    """Return the type to look for; if an entity has none, the model's label of its names, which a service checks."""
    labels = (mention.type for mention in entity.mentions if mention.kind == "name")
    return entity.type if entity.type != "Thing" else most_frequent(labels)


def _query(entity: Entity) -> Query:
    names = _names(entity)
    label = entity.label if entity.label in names else names[0]
    return Query(label, _type(entity), tuple(name for name in names if name != label))


def _names(entity: Entity) -> Sequence[str]:
    texts = {mention.words for mention in entity.mentions if mention.kind == "name"}
    return sorted(text for text in texts if not is_capitalized_description(text))
