"""Ambiguous descriptions, which fit several named entities: "the company" after two companies."""

import bisect
import functools
import re
import typing as t
from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon import words
from kg.lexicon.noun_types import description_type, noun_type
from kg.model import Entity, Graph, Literal, Mention, Statement
from kg.resolve.descriptions import head_word
from kg.resolve.identity import is_name
from kg.resolve.type_evidence import COPULA

KINDS: t.Final[Mapping[str, frozenset[str]]] = {
    "Company": frozenset({"Company", "Organization"}),
    "EducationalOrganization": frozenset({"EducationalOrganization"}),
    "NewsMediaOrganization": frozenset({"NewsMediaOrganization"}),
    "PoliticalParty": frozenset({"PoliticalParty"}),
    "Country": frozenset({"Country"}),
    "City": frozenset({"City"}),
}
"""The entity types that a noun of each type fits by its kind; other entities must be called by the noun."""
Named: t.TypeAlias = tuple[int, Entity]
"""The position where a document first names an entity, and the entity."""


class OpenDescription(t.NamedTuple):
    """A description, its position, and the sorted ids of the entities named before it that it fits."""

    document: str
    start: int
    text: str
    choices: tuple[str, ...]


@functools.cache
def _bare() -> re.Pattern[str]:
    determiners = "|".join(sorted(words("determiner", "definite")))
    return re.compile(rf"(?:{determiners})\s+([a-z][\w-]*)", re.IGNORECASE)


REACH: t.Final = 200
"""How many of the entities named before a description are considered."""


def open_descriptions(graph: Graph) -> tuple[OpenDescription, ...]:
    """Return the bare definite descriptions in a graph that fit several entities named before them, in text order.

    An entity fits if it is of the noun's kind, has the noun in its name, or is described by it in a sentence.
    """
    named, roles = _named(graph.entities), _roles(graph.statements, graph.entities)
    found = []
    for entity in graph.entities:
        for mention in (chain[0] for chain in entity.chains if not any(map(is_name, chain))):
            bare = _bare().fullmatch(mention.words) if mention.kind == "nominal" else None
            choices = _choices(mention, bare[1].lower(), named, roles) if bare else ()
            if len(choices) > 1:
                found.append(OpenDescription(mention.span.document, mention.span.start, mention.text, choices))
    return tuple(sorted(found))


def _named(entities: Iterable[Entity]) -> dict[str, list[Named]]:
    """Return the entities that each document names, in the order of their first names."""
    found: dict[str, list[Named]] = {}
    for entity in entities:
        first: dict[str, int] = {}
        for mention in filter(is_name, entity.mentions):
            first.setdefault(mention.span.document, mention.span.start)
        for document, start in first.items():
            found.setdefault(document, []).append((start, entity))
    return {document: sorted(entities, key=lambda one: (one[0], one[1].id)) for document, entities in found.items()}


def _roles(statements: Iterable[Statement], entities: Iterable[Entity]) -> dict[str, set[str]]:
    """Return the nouns that sentences state of each entity: "Doe is the chancellor"."""
    labels = {entity.id: entity.label for entity in entities}
    found: dict[str, set[str]] = {}
    for statement in statements:
        object_ = statement.object
        if statement.relation == COPULA and not statement.negated and object_ is not None:
            label = object_.value if isinstance(object_, Literal) else labels[object_]
            objects = (claim.object for claim in statement.claims if claim.object is not None)
            nouns = {head_word(each).lower() for each in objects} | {label.rpartition(" ")[2].lower()}
            found.setdefault(statement.subject, set()).update(nouns)
    return found


def _choices(
    mention: Mention, noun: str, named: Mapping[str, Sequence[Named]], roles: Mapping[str, set[str]]
) -> tuple[str, ...]:
    type_ = noun_type(noun)
    if type_ == "Thing" or description_type(noun) == "Group":
        return ()
    entities = named.get(mention.span.document, ())
    after = bisect.bisect_left(entities, mention.span.start, key=lambda one: one[0])
    before = entities[max(after - REACH, 0) : after]
    kinds = KINDS.get(type_, frozenset())
    fitting = (one for _, one in before if one.type in kinds or noun in roles.get(one.id, ()) or _ends_in(one, noun))
    return tuple(sorted(entity.id for entity in fitting))


def _ends_in(entity: Entity, noun: str) -> bool:
    """Return whether a noun is the last of several words in an entity's name: `Tessin Bridge`."""
    return any(alias.lower().endswith(f" {noun}") and alias[0].isupper() for alias in entity.aliases)
