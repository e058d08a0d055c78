"""The event that a statement tells, with its agent and its patient, whatever the voice of its sentence."""

import typing as t
from collections.abc import Mapping

from kg.lexicon.event_relations import event_relations, roles_of
from kg.lexicon.noun_types import broad_type
from kg.model import Entity, Literal, Statement


class Event(t.NamedTuple):
    """An event by its name, and who or what is its agent and its patient: the id of an entity, a value, or None."""

    name: str
    agent: str | Literal | None
    patient: str | Literal | None

    @property
    def words(self) -> str:
        """Its name in words: "work for"."""
        return event_relations()[self.name].words


def event_of(statement: Statement, entities: Mapping[str, Entity]) -> Event | None:
    """Return the event that a statement tells, None where its relation is none or its patient is of another kind."""
    roles = roles_of(statement.relation)
    if roles is None:
        return None
    ends = {"subject": statement.subject, "object": statement.object, None: None}
    agent, patient = ends[roles.agent], ends[roles.patient]
    return Event(roles.event, agent, patient) if _fits(roles.event, patient, entities) else None


def _fits(event: str, patient: str | Literal | None, entities: Mapping[str, Entity]) -> bool:
    """Tell whether the patient of an event is of a type that it may have; a thing of no narrower type may be any."""
    wanted = event_relations()[event].patients
    if not wanted or patient is None:
        return True
    type_ = broad_type(entities[patient].type) if isinstance(patient, str) and patient in entities else "Quantity"
    return type_ in wanted
