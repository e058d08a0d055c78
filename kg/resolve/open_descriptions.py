"""Ambiguous descriptions, which several named things fit: "the company" after two companies."""

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
"""The types of things that a noun of each type fits by its kind alone; others fit what is so called."""
Named: t.TypeAlias = tuple[int, Entity]
"""Where a document first names a thing, and the thing."""


class OpenDescription(t.NamedTuple):
    """A description, where it stands, and the ids of the things named before it that it fits, sorted."""

    document: str
    start: int
    text: str
    choices: tuple[str, ...]


@functools.cache
def _bare() -> re.Pattern[str]:
    determiners = "|".join(sorted(words("determiner", "definite")))
    return re.compile(rf"(?:{determiners})\s+([a-z][\w-]*)", re.IGNORECASE)


REACH: t.Final = 200
"""How many of the things named before a description it may mean."""


def open_descriptions(graph: Graph) -> tuple[OpenDescription, ...]:
    """Return the bare definite descriptions in a graph that fit several things named before them, in text order.

    A thing fits where it is of the noun's kind, has the noun in its name, or where a sentence says that it is such.
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
    """Return the things that each document names, in the order of their first names."""
    found: dict[str, list[Named]] = {}
    for entity in entities:
        first: dict[str, int] = {}
        for mention in filter(is_name, entity.mentions):
            first.setdefault(mention.span.document, mention.span.start)
        for document, start in first.items():
            found.setdefault(document, []).append((start, entity))
    return {document: sorted(things, key=lambda one: (one[0], one[1].id)) for document, things in found.items()}


def _roles(statements: Iterable[Statement], entities: Iterable[Entity]) -> dict[str, set[str]]:
    """Return the nouns that sentences say of each thing: "Doe is the chancellor"."""
    labels = {entity.id: entity.label for entity in entities}
    found: dict[str, set[str]] = {}
    for statement in statements:
        told = statement.object
        if statement.relation == COPULA and not statement.negated and told is not None:
            label = told.value if isinstance(told, Literal) else labels[told]
            said = (claim.object for claim in statement.claims if claim.object is not None)
            nouns = {head_word(object_).lower() for object_ in said} | {label.rpartition(" ")[2].lower()}
            found.setdefault(statement.subject, set()).update(nouns)
    return found


def _choices(
    mention: Mention, noun: str, named: Mapping[str, Sequence[Named]], roles: Mapping[str, set[str]]
) -> tuple[str, ...]:
    type_ = noun_type(noun)
    if type_ == "Thing" or description_type(noun) == "Group":
        return ()
    things = named.get(mention.span.document, ())
    behind = bisect.bisect_left(things, mention.span.start, key=lambda one: one[0])
    before = things[max(behind - REACH, 0) : behind]
    kinds = KINDS.get(type_, frozenset())
    fitting = (one for _, one in before if one.type in kinds or noun in roles.get(one.id, ()) or _has(one, noun))
    return tuple(sorted(entity.id for entity in fitting))


def _has(entity: Entity, noun: str) -> bool:
    """Tell whether a thing has a noun as the last of several words of its name: `Tessin Bridge`."""
    return any(alias.lower().endswith(f" {noun}") and alias[0].isupper() for alias in entity.aliases)
