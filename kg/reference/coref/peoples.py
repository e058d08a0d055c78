"""Persons who are called by their people: "Spain's Ana Ruiz ... *the Spaniard*"."""

import typing as t
from collections.abc import Collection, Iterator

from kg.lexicon import value
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.clusters import Cluster
from kg.reference.coref.discourse import Discourse
from kg.reference.mentions import tells_person_by_nation

LOOKED_AT: t.Final = 50
"""How many of the first mentions of a person are looked at for a country."""


def persons_of_people(discourse: Discourse, anaphor: Candidate, persons: Collection[Cluster]) -> set[Cluster]:
    """Return the persons who were told to be of the people that a description names, or else the only near one.

    That is the only one in this sentence and the one before of whom no country was told.
    """
    nations = _nations_of_noun(discourse, anaphor)
    told = {person: _nations_told(discourse, person) for person in persons}
    open_ = {person for person in persons if not told[person] and _is_near(discourse, person, anaphor)}
    return {person for person in persons if nations & told[person]} or (open_ if len(open_) == 1 else set())


def _is_near(discourse: Discourse, person: Cluster, anaphor: Candidate) -> bool:
    before = discourse.members_before(person.members[0], anaphor.index)
    return bool(before) and anaphor.sentence - before[-1].sentence <= 1


def _nations_of_noun(discourse: Discourse, noun: Candidate) -> set[str]:
    """Return the country that a noun for a member of a people tells: "the Russian", "the Frenchman"."""
    told = value("type").get(noun.form, "").partition(" people ")[2] or discourse.gazetteer.countries.get(noun.form)
    return {told} if told else set()


def _nations_told(discourse: Discourse, person: Cluster) -> set[str]:
    """Return the countries that titles, owners and other descriptions tell of a person."""
    told = {*person.told, *(word for name in person.names[:LOOKED_AT] for word in _owners(name))}
    nominals = (member for member in person.members[:LOOKED_AT] if member.kind == "nominal")
    members = (member for member in nominals if tells_person_by_nation(member.token))
    return discourse.gazetteer.countries_in(told).union(*(_nations_of_noun(discourse, member) for member in members))


def _owners(name: Candidate) -> Iterator[str]:
    """Yield the words of what has a person, or what a person is of: "*Spain*'s Ana Ruiz", "Ana Ruiz of *Spain*"."""
    for part in name.token.dependents:
        if part.function == "possessor" or part.lower_ == "of":
            yield from (word.lower_ for word in part.constituent)
