"""Event relations: canonical relations for many relations of texts, with the same two roles in active and passive.

They are defined in `kg/data/events.toml`. "arrest" and "be arrested" are the same event, and the person arrested is the
patient of both.
"""

import functools
import tomllib
import typing as t
from collections.abc import Iterable, Mapping

from kg.lexicon.tables import data_text, words
from kg.lexicon.verb_forms import participle

End = t.Literal["subject", "object"]
"""One end of a statement."""
PASSIVE: t.Final = "be "
FOLLOWING: t.Final = words("preposition") | words("adverb", "particle")
"""Words that may follow a passive participle: "be arrested *on* charges of"; not "be injured *colleague* of"."""
WORDS: t.Final = "Words"
"""The type of a patient that is reported speech: not an entity, but a clause or a quotation."""


class EventRelation(t.NamedTuple):
    """An event relation: its name, its meaning, nearly equivalent properties elsewhere, constraints on its ends.

    `patients` are the general types that a patient may have, `WORDS` for reported speech; any type if empty.
    `by_someone` is true if the agent must be able to act by itself, and `alike` if both ends must have the same type.
    `turning` are the relations whose subject is the patient if they have no other entity as their object. `unless` are
    the roles of circumstances with which its verbs, or one of them, express another event. `but` are nouns, and `kinds`
    kinds of nouns, that indicate another event as the patient. The patient of a `measured` event increases or
    decreases, and is not an amount. A `complete` event requires a patient. With `clauses`, the patient may come from a
    clause. With a person as the patient, the verb of this name expresses the event `of_persons`. A participle of a
    `happening` expresses the result of the clause before it.
    """

    name: str
    meaning: str
    close: tuple[str, ...] = ()
    patients: frozenset[str] = frozenset()
    by_someone: bool = False
    turning: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    alike: bool = False
    but: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    measured: bool = False
    complete: bool = False
    clauses: bool = False
    of_persons: str = ""
    happening: bool = False

    @property
    def words(self) -> str:
        """Its name in words: "work for"."""
        return self.name.replace("-", " ")


class Roles(t.NamedTuple):
    """The event that a relation expresses, and which ends of the statement are its agent and its patient, if any."""

    event: str
    agent: End | None
    patient: End | None


def roles_of(relation: str, circumstances: Iterable[str] = ()) -> Roles | None:
    """Return the event and roles of a relation, or None; `circumstances` are the roles of its qualifiers.

    >>> roles_of("arrest"), roles_of("be arrested on")
    (Roles(event='arrest', agent='subject', patient='object'), Roles(event='arrest', agent=None, patient='subject'))
    >>> roles_of("charge"), roles_of("charge", circumstances=["with"])
    (None, Roles(event='charge', agent='subject', patient='object'))
    """
    table = _by_relation()
    # "charge Silva *with theft*"
    by_circumstance = (_by_circumstance().get(f"{relation} {role}") for role in circumstances)
    found = next(filter(None, by_circumstance), None) or table.get(relation)
    if found is not None or not relation.startswith(PASSIVE):
        return found
    parts = relation.split(" ")
    ends = (length for length in range(len(parts) - 1, 1, -1) if parts[length] in FOLLOWING)
    candidates = (table.get(" ".join(parts[:length])) for length in ends)
    passive = next((roles for roles in candidates if roles is not None and roles.agent is None), None)
    if passive is not None and parts[-1] == "by":
        return Roles(passive.event, "object", "subject")
    return passive


def is_relation(relation: str) -> bool:
    """Return whether the table has a relation with exactly these words: "be cut", not "be cut off"."""
    return relation in _by_relation()


@functools.cache
def _by_circumstance() -> Mapping[str, Roles]:
    rows = _table().items()
    return {relation: Roles(name, "subject", "object") for name, row in rows for relation in row.get("beside", ())}


@functools.cache
def event_relations() -> Mapping[str, EventRelation]:
    """Return the event relations by their names, in the order of their table."""
    found = {}
    for name, row in _table().items():
        given = ((key, row[key]) for key in EventRelation._fields if key in row)
        fields: dict[str, t.Any] = {key: frozenset(cell) if isinstance(cell, list) else cell for key, cell in given}
        fields |= {"close": tuple(row.get("close", ())), "patients": frozenset(row.get("patient", ()))}
        found[name] = EventRelation(name, by_someone="agent" in row, **fields)
    return found


@functools.cache
def _table() -> Mapping[str, t.Any]:
    return tomllib.loads(data_text("events.toml"))


@functools.cache
def _by_relation() -> Mapping[str, Roles]:
    """Return the roles of each relation; entries of the table take precedence over forms derived from its verbs."""
    given: dict[str, Roles] = {}
    derived: dict[str, Roles] = {}
    for name, row in _table().items():
        done, forms = Roles(name, None, "subject"), row.get("verbs", ())
        given |= dict.fromkeys(row.get("by", ()), done)
        given |= dict.fromkeys(forms, Roles(name, "subject", "object"))
        active = {verb for verb in forms if verb.startswith(PASSIVE)} | {*row.get("active", ())}
        derived |= {_passive(verb): done for verb in forms if verb not in active}
    return {**derived, **given}


def _passive(verb: str) -> str:
    """Return the passive of a verb: "be arrested"."""
    word, space, rest = verb.partition(" ")
    return f"{PASSIVE}{participle(word)}{space}{rest}"
