"""The event in a statement, with its agent and its patient, independent of the voice of its sentence."""

import itertools
import re
import typing as t
from collections.abc import Iterable, Mapping

from kg.export.connections import has_name
from kg.lexicon import verbs, words
from kg.lexicon.event_relations import FOLLOWING, WORDS, EventRelation, Roles, event_relations, is_relation, roles_of
from kg.lexicon.noun_types import base_forms, broad_type
from kg.lexicon.supersenses import NounSupersense, noun_supersense
from kg.lexicon.verb_forms import gerund
from kg.model import Entity, Literal, Mention, Statement

SOMEONE: t.Final = frozenset({"Group", "Organization", "Person", "Place"})
PERSONS: t.Final = frozenset({"Group", "Person"})
LIVING: t.Final[frozenset[NounSupersense]] = frozenset({"group", "location", "person"})
AMOUNTS: t.Final[frozenset[NounSupersense | None]] = frozenset({"quantity", "relation", None})
"""The kinds of nouns, or of unknown words, that name an amount before "of": "half", "percent", "84%"."""
AFTER_NOUN: t.Final = FOLLOWING | words("question")
"""The words that start a phrase or a clause after a noun: "half of all voters *in* Oslo"."""
WORD: t.Final = re.compile(r"[\w-]+")
TRYING: t.Final = verbs("plan") & verbs("aspect")
"""The verbs of an attempt: "try"."""
LIKELY: t.Final = 0.5
"""The confidence from which a statement is more likely true than false.

Below it, changes of amounts without an agent are mostly right (22 of 24 as read), other events less often.
"""


class Event(t.NamedTuple):
    """An event by its name, and its agent and patient: the id of an entity, a value, or None."""

    name: str
    agent: str | Literal | None
    patient: str | Literal | None

    @property
    def words(self) -> str:
        """Its name in words: "work for"."""
        return event_relations()[self.name].words


def event_of(statement: Statement, entities: Mapping[str, Entity]) -> Event | None:
    """Return the event in a statement, or None if its relation is not an event or its ends are of another kind."""
    circumstances = sorted({qualifier.role for claim in statement.claims for qualifier in claim.qualifiers})
    roles = roles_of(_event_relation(statement), circumstances) if not _is_longer(statement) else None
    if roles is None or (roles.agent is None and _has_object(statement)):
        return None
    event = _event(statement, roles, entities)
    relation = event_relations()[event.name]
    if _is_doubtful(statement, event):
        return None
    longer = (f"{statement.relation} {role}" for role in circumstances)
    context = {*circumstances, _question_word(statement), statement.relation, *longer}
    fits = relation.unless.isdisjoint(context) and _has_valid_ends(relation, event, entities)
    fits = fits and not (relation.measured and _is_unmeasured(statement, event, entities))
    return event if fits and not _is_result(statement, event, entities) else None


def _is_doubtful(statement: Statement, event: Event) -> bool:
    """Return whether a statement is probably false; changes of amounts without an agent mostly are not."""
    by_itself = event.agent is None and event_relations()[event.name].measured
    return statement.confidence < LIKELY and not by_itself


def _event(statement: Statement, roles: Roles, entities: Mapping[str, Entity]) -> Event:
    """Return the event with its ends; for an intransitive change, the subject is the patient."""
    relation = event_relations()[roles.event]
    if statement.relation in relation.turning and not isinstance(statement.object, str):
        roles = Roles(roles.event, None, "subject")
    ends = {"subject": statement.subject, "object": statement.object, None: None}
    agent, patient = ends[roles.agent], ends[roles.patient]
    person = isinstance(patient, str) and patient in entities and entities[patient].type in PERSONS
    other = relation.of_persons if person and relation.of_persons in statement.relation else ""
    return Event(other or roles.event, agent, patient)


def _is_result(statement: Statement, event: Event, entities: Mapping[str, Entity]) -> bool:
    """Return whether a participle gives the result of a clause, not of an entity: "sales fell, *causing* a slump"."""
    verb, form = statement.relation.partition(" ")[0], statement.phrase.partition(" ")[0]
    if event.agent is None or form != gerund(verb):
        return False
    return event_relations()[event.name].happening or not _can_act(event.agent, entities)


def _question_word(statement: Statement) -> str:
    """Return the word that opens an indirect question, or ends the relation: "was asked *if* …"."""
    if isinstance(statement.object, Literal):
        return statement.object.value.partition(" ")[0].lower()
    return "" if is_relation(statement.relation) else statement.relation.rpartition(" ")[2]


def _is_longer(statement: Statement) -> bool:
    """Return whether a particle makes a passive another verb: "was cut *off*", "is backed *up* by"."""
    parts = statement.relation.split(" ")
    if is_relation(statement.relation):
        return False
    open_ = statement.object is None and parts[-1] in words("adverb", "particle")
    inside = len(parts) > 3 and _is_particle(*parts[2:4])
    return open_ or (inside and not is_relation(" ".join(parts[:3])))


def _is_particle(word: str, following: str) -> bool:
    """Return whether a word before a preposition is the verb's: "*up* for", not "*along* with", "*in* front of"."""
    both = word in words("adverb", "particle") and following in words("preposition")
    return both and f"{word} {following}" not in words("preposition")


def _is_unmeasured(statement: Statement, event: Event, entities: Mapping[str, Entity]) -> bool:
    """Return whether the subject of a change is a bare amount, or its extent has no figure: "rose to *power*"."""
    if any(_is_amount(end, entities) for end in (event.agent, event.patient) if end is not None):
        return True
    # not the place: "sales grew *in* Asia"
    has_extent = statement.relation.partition(" ")[2] not in {"", "in"} or _is_worded(statement.object)
    if not has_extent or event.patient != statement.subject or statement.object is None:
        return False
    return not any(map(str.isdigit, _words(statement.object, entities)))


def _is_worded(end: str | Literal | None) -> bool:
    """Return whether an end is a statement or an attribute: "grew *tired*"."""
    return isinstance(end, Literal) and end.datatype == "xsd:string"


def _is_amount(end: str | Literal, entities: Mapping[str, Entity]) -> bool:
    if isinstance(end, Literal):
        return end.datatype != "xsd:string"
    first = next((mention for chain in entities[end].chains for mention in chain), None) if end in entities else None
    return first is not None and first.kind == "value"


def _words(end: str | Literal, entities: Mapping[str, Entity]) -> str:
    return end.value if isinstance(end, Literal) else entities[end].label


def _has_valid_ends(relation: EventRelation, event: Event, entities: Mapping[str, Entity]) -> bool:
    """Return whether an event has valid ends."""
    if relation.complete and event.patient is None:
        return False
    if _is_another(relation, event.patient, entities) or any(_is_open(end, entities) for end in event[1:]):
        return False
    acts = event.agent is None or not relation.by_someone or _can_act(event.agent, entities)
    fits = acts and _fits(relation, event.patient, entities)
    return fits and not (relation.alike and _differ((event.agent, event.patient), entities))


def _is_another(relation: EventRelation, patient: str | Literal | None, entities: Mapping[str, Entity]) -> bool:
    """Return whether the noun of a patient denotes another event: "won their *backing*", "created an *impression*"."""
    entity = entities.get(patient) if isinstance(patient, str) else None
    if entity is None or has_name(entity):
        return False
    nouns = _heads(entity)
    return not relation.but.isdisjoint(nouns) or not relation.kinds.isdisjoint(map(noun_supersense, nouns))


def _is_open(end: str | Literal | None, entities: Mapping[str, Entity]) -> bool:
    """Return whether the words for an end refer to the preceding text, or to nothing: "the majority of *which*"."""
    if not isinstance(end, str) or end not in entities:
        return False
    label = entities[end].label.lower().split(" ")
    pointing = (words("question") - {"that"}) | words("modality", "negative")
    return not pointing.isdisjoint({label[0], label[-1]})


def _has_object(statement: Statement) -> bool:
    """Return whether a statement is about doing something to another entity: "dropped a set"."""
    return " " not in statement.relation and isinstance(statement.object, str)


def _event_relation(statement: Statement) -> str:
    """Return the relation of the event; what is chosen, or not sure, is the second verb: "plan to *buy*".

    An attempt is no event: "try to buy".
    """
    _, to, event = statement.relation.rpartition(" to ")
    first = statement.relation.partition(" ")[0]
    unsure = first in verbs("plan") or statement.modality != "asserted"
    return event if to and unsure and first not in TRYING else statement.relation


def _can_act(end: str | Literal, entities: Mapping[str, Entity]) -> bool:
    """Return whether an end is, or may be, a person or group."""
    entity = entities.get(end) if isinstance(end, str) else None
    return entity is not None and (broad_type(entity.type) in SOMEONE or _may_be(entity))


def _may_be(entity: Entity) -> bool:
    """Return whether an untyped entity may be of any type: by its name, or a noun for a person, group or place."""
    if entity.type != "Thing" or has_name(entity):
        return entity.type == "Thing"
    return any(noun_supersense(noun) in LIVING for noun in _heads(entity))


def _heads(entity: Entity) -> set[str]:
    """Return the head noun of the first words for an entity in lower case, as it is and in the singular."""
    first = (_head(mention) for chain in entity.chains[:1] for mention in chain[:1])
    found = (WORD.match(head) for head in first)
    return {form for word in found if word for form in base_forms(word[0])}


def _head(mention: Mention) -> str:
    """Return the words from the head of a mention on, or the noun that an amount is of: "half of all *voters*"."""
    head = mention.text[mention.head - mention.span.start :]
    amount, of, members = head.partition(" of ")
    if not of or " " in amount or noun_supersense(amount.lower()) not in AMOUNTS:
        return head
    inside = itertools.takewhile(lambda word: word not in AFTER_NOUN, members.split(" "))
    return next(reversed([*inside]), head)


def _fits(relation: EventRelation, patient: str | Literal | None, entities: Mapping[str, Entity]) -> bool:
    """Return whether the patient of an event has a valid type; a name without a narrower type may have any."""
    if isinstance(patient, Literal):
        counted = patient.unit is not None and not relation.patients  # "40 loaves", but not a year or a score
        return relation.clauses or WORDS in relation.patients if _is_worded(patient) else counted
    if not relation.patients or patient is None:
        return True
    entity = entities.get(patient)
    if entity is None or WORDS in relation.patients:
        return False
    return broad_type(entity.type) in relation.patients or _may_be(entity)


def _differ(ends: Iterable[str | Literal | None], entities: Mapping[str, Entity]) -> bool:
    """Return whether entities have different general types; a name without a narrower type may have any."""
    found = [entities[end] for end in ends if isinstance(end, str)]
    return len({broad_type(entity.type) for entity in found if entity.type != "Thing" or not has_name(entity)}) > 1
