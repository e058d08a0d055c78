"""Candidates that mean one thing, as far as the rules have found, and what they tell of it together."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.given_names import Gender, given_name_gender
from kg.lexicon.noun_types import broad_type, is_narrower, most_frequent, noun_type
from kg.reference.coref.candidates import Candidate, Pronoun


@dataclass(frozen=True, eq=False)
class Cluster:
    """The candidates of one thing, in text order; what they tell is found once, when it is first asked for."""

    members: tuple[Candidate, ...]
    gazetteer: Gazetteer

    @cached_property
    def names(self) -> tuple[Candidate, ...]:
        """The members that are names."""
        return tuple(member for member in self.members if member.kind == "name")

    @cached_property
    def type(self) -> str:
        """The type of the thing: what the gazetteer says, what most of the full names say, or the descriptions.

        The recogniser errs most with a last name that stands alone.
        """
        names = self.names
        told = {noun_type(word) for word in self.descriptors}
        type_ = self._general_type
        if type_ == "Person" and _is_organization(names, told):
            type_ = "Organization"
        if type_ == "Thing" and not names:
            return type_
        return min((other for other in told if is_narrower(other, type_)), default=type_)

    @property
    def _general_type(self) -> str:
        found = (self.gazetteer.find(name.mention.words) for name in self.names if name.type != "Person")
        known = [entry.type for entry in found if entry]
        return most_frequent(known or _types(self.names) or [one.type for one in self.members])

    @cached_property
    def genders(self) -> frozenset[Gender]:
        """What the members tell of the thing's gender."""
        return frozenset(member.gender for member in self.members if member.gender)

    @cached_property
    def pronouns(self) -> frozenset[Pronoun]:
        """The pronouns that stand for it, but for relative ones."""
        pronouns = (member.pronoun for member in self.members)
        return frozenset(pronoun for pronoun in pronouns if pronoun is not None and pronoun.person in {1, 3})

    @cached_property
    def first_persons(self) -> tuple[Candidate, ...]:
        """The members that are I or we."""
        return tuple(member for member in self.members if member.pronoun is not None and member.pronoun.person == 1)

    @cached_property
    def is_plural(self) -> bool:
        """Whether it is several things."""
        return any(member.number == "plural" and member.kind != "name" for member in self.members)

    @cached_property
    def descriptors(self) -> frozenset[str]:
        """The head nouns by which it is called: of its descriptions, titles, appositions and predicates."""
        return frozenset[str]().union(*[member.descriptors for member in self.members])

    @cached_property
    def told(self) -> frozenset[str]:
        """The words of the titles, appositions and predicates of its names."""
        return frozenset[str]().union(*[name.told for name in self.names])


def _types(names: Iterable[Candidate]) -> list[str]:
    """Return the types of names, where a person's full name is among them of those only."""
    full = [name.type for name in names if name.type == "Person" and " " in name.form]
    return full or [name.type for name in names]


def _is_organization(names: Iterable[Candidate], told: Iterable[str]) -> bool:
    """Tell whether descriptions say organization, against the label Person: "the antivirus maker Bolt"."""
    kinds = {broad_type(type_) for type_ in told}
    given = any(given_name_gender(name.mention.words.split()[0]) or name.gender for name in names)
    return "Organization" in kinds and "Person" not in kinds and not given
