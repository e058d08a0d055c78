"""Clusters: the candidates that the rules have linked so far, with their combined features."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from kg.caching import cached_property
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.given_names import Gender
from kg.lexicon.noun_types import is_narrower, most_frequent, noun_type
from kg.reference.coref.candidates import Candidate, Pronoun


@dataclass(frozen=True, eq=False)
class Cluster:
    """The candidates of one thing, in text order; features are computed once, on first access.

    `genders` are the genders that the members indicate, `pronouns` those that refer to it without relative ones,
    and `is_plural` whether it is several things. `mentioned_by` are the first members of the clusters of speakers who
    call it he, she, it or they, or by its name.
    """

    members: tuple[Candidate, ...]
    gazetteer: Gazetteer
    genders: frozenset[Gender]
    pronouns: frozenset[Pronoun]
    is_plural: bool
    mentioned_by: frozenset[int] = frozenset()

    @classmethod
    def of(cls, candidate: Candidate, gazetteer: Gazetteer, mentioned_by: Candidate | None) -> "Cluster":
        """Return the cluster of a single candidate; `mentioned_by` is the speaker who mentions it."""
        pronoun, gender = candidate.pronoun, candidate.gender
        person = pronoun.person if pronoun is not None else 0
        return cls(
            (candidate,),
            gazetteer,
            frozenset({gender} if gender else ()),
            frozenset({pronoun} if pronoun is not None and person in {1, 3} else ()),
            candidate.number == "plural" and candidate.kind != "name",
            frozenset({mentioned_by.index} if mentioned_by is not None else ()),
        )

    @classmethod
    def united(cls, parts: Sequence["Cluster"], mentioned_by: Iterable[int]) -> "Cluster":
        """Return the union of clusters; `mentioned_by` are the speakers who mention it, as clustered by now."""
        return cls(
            _in_order(part.members for part in parts),
            parts[0].gazetteer,
            frozenset[Gender]().union(*[part.genders for part in parts]),
            frozenset[Pronoun]().union(*[part.pronouns for part in parts]),
            any(part.is_plural for part in parts),
            frozenset(mentioned_by),
        )

    @cached_property
    def names(self) -> tuple[Candidate, ...]:
        """The members that are names."""
        return tuple([member for member in self.members if member.kind == "name"])

    @cached_property
    def first_noun(self) -> Candidate | None:
        """The first member that is not a pronoun."""
        return next((member for member in self.members if member.kind != "pronoun"), None)

    @cached_property
    def type(self) -> str:
        """The type of the thing: that of the gazetteer, of most full names, or of the descriptions.

        The recogniser errs most with a single last name.
        """
        type_ = self._general_type
        if type_ == "Thing" and not self.names:
            return type_
        types = {noun_type(word) for word in self.descriptors}
        return min((other for other in types if is_narrower(other, type_)), default=type_)

    @cached_property
    def ages(self) -> frozenset[str]:
        """The ages given next to its members."""
        return frozenset([member.age for member in self.members if member.age])

    def differs_from(self, other: "Cluster") -> bool:
        """Return whether both have a gender and these differ, or both have an age and these differ."""
        genders = bool(self.genders and other.genders) and self.genders != other.genders
        return genders or self.differs_in_age(other)

    def differs_in_age(self, other: "Cluster") -> bool:
        """Return whether both have ages and share none: "the 26-year-old" is not "the 66-year-old"."""
        return bool(self.ages and other.ages) and self.ages.isdisjoint(other.ages)

    @property
    def _general_type(self) -> str:
        written = [name.mention.words for name in self.names if name.type != "Person"]
        entries = {words: self.gazetteer.find(words) for words in dict.fromkeys(written)}
        known = [entry.type for entry in map(entries.__getitem__, written) if entry]
        full = [name.type for name in self.names if name.type == "Person" and " " in name.form]
        types = full or [name.type for name in self.names]
        return most_frequent(known or types or [one.type for one in self.members])

    @cached_property
    def descriptors(self) -> frozenset[str]:
        """The nouns that describe it: heads of its descriptions, titles, appositions and predicates."""
        return frozenset[str]().union(*[member.descriptors for member in self.members])

    @cached_property
    def descriptive_words(self) -> frozenset[str]:
        """The words of the titles, appositions and predicates of its names."""
        return frozenset[str]().union(*[name.descriptive_words for name in self.names])


def _in_order(rows: Iterable[Sequence[Candidate]]) -> tuple[Candidate, ...]:
    return tuple(sorted(itertools.chain.from_iterable(rows), key=attrgetter("index")))
