"""Event relations: what many relations of texts say alike, with the same two roles whatever the voice.

`kg/data/events.toml` has them with their meanings. "arrest" and "be arrested" are one event, and who is arrested is its
patient in both.
"""

import functools
import tomllib
import typing as t
from collections.abc import Iterable, Mapping

from kg.lexicon.tables import data_text, words
from kg.lexicon.verb_forms import participle

End = t.Literal["subject", "object"]
"""An end of a statement."""
PASSIVE: t.Final = "be "
FOLLOWING: t.Final = words("preposition") | words("adverb", "particle")
"""What may follow the participle of a passive: "be arrested *on* charges of"; not "be injured *colleague* of"."""
SETS: t.Final = ("turning", "unless", "but", "kinds")
"""The columns of the table that hold sets of words."""
FLAGS: t.Final = ("alike", "measured", "complete", "clauses", "happening")
"""Columns of the table that are true or left out."""
WORDS: t.Final = "Words"
"""What is said, as the type of a patient: no thing, but a clause or a quotation."""


class EventRelation(t.NamedTuple):
    """An event relation: its name, what it means, properties elsewhere that mean mostly the same, what its ends are.

    `patients` are the general types that a patient may have, `WORDS` for what is no thing; any where there are none.
    `by_someone` tells whether the agent is one who can act of itself, `alike` whether both ends are of one type.
    `turning` are the relations whose subject is the patient where they have no other thing for their object, `unless`
    the roles of circumstances with which its verbs, or one of them, tell no event of it. `but` are nouns, and `kinds`
    kinds of nouns, that tell another event as the patient; what is `measured` becomes more or less, and is no amount.
    One that is to be `complete` has a patient; that of one with `clauses` may be what a clause tells.
    What makes a `happening` is told by a clause, where a participle behind it tells what comes of that.
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
    happening: bool = False

    @property
    def words(self) -> str:
        """Its name in words: "work for"."""
        return self.name.replace("-", " ")


class Roles(t.NamedTuple):
    """The event that a relation tells, and which end of the statement is its agent and its patient, if any is."""

    event: str
    agent: End | None
    patient: End | None


def roles_of(relation: str, beside: Iterable[str] = ()) -> Roles | None:
    """Return the event that a relation tells, with its roles, or None; `beside` are the roles of its circumstances.

    >>> roles_of("arrest"), roles_of("be arrested on")
    (Roles(event='arrest', agent='subject', patient='object'), Roles(event='arrest', agent=None, patient='subject'))
    >>> roles_of("charge"), roles_of("charge", beside=["with"])
    (None, Roles(event='charge', agent='subject', patient='object'))
    """
    table = _by_relation()
    by_circumstance = (_by_circumstance().get(f"{relation} {role}") for role in beside)  # "charge Silva *with theft*"
    found = table.get(relation) or next(filter(None, by_circumstance), None)
    if found is not None or not relation.startswith(PASSIVE):
        return found
    spoken = relation.split(" ")
    ends = (length for length in range(len(spoken) - 1, 1, -1) if spoken[length] in FOLLOWING)
    told = (table.get(" ".join(spoken[:length])) for length in ends)
    passive = next((roles for roles in told if roles is not None and roles.agent is None), None)
    if passive is not None and spoken[-1] == "by":
        return Roles(passive.event, "object", "subject")
    return passive


def is_relation(relation: str) -> bool:
    """Tell whether the table has a relation with all its words: "be cut", not "be cut off"."""
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
        told = {key: frozenset(row[key]) for key in SETS if key in row} | {key: row[key] for key in FLAGS if key in row}
        patients, close = frozenset(row.get("patient", ())), tuple(row.get("close", ()))
        found[name] = EventRelation(name, row["meaning"], close, patients, by_someone="agent" in row, **told)
    return found


@functools.cache
def _table() -> Mapping[str, t.Any]:
    return tomllib.loads(data_text("events.toml"))


@functools.cache
def _by_relation() -> Mapping[str, Roles]:
    """Return the roles of each relation; what a table says outright goes before what is made of its verbs."""
    told: dict[str, Roles] = {}
    made: dict[str, Roles] = {}
    for name, row in _table().items():
        done, spoken = Roles(name, None, "subject"), row.get("verbs", ())
        told |= dict.fromkeys(row.get("by", ()), done)
        told |= dict.fromkeys(spoken, Roles(name, "subject", "object"))
        active = {verb for verb in spoken if verb.startswith(PASSIVE)} | {*row.get("active", ())}
        made |= {_passive(verb): done for verb in spoken if verb not in active}
    return {**made, **told}


def _passive(verb: str) -> str:
    """Return the passive of a verb: "be arrested"."""
    word, space, rest = verb.partition(" ")
    return f"{PASSIVE}{participle(word)}{space}{rest}"
