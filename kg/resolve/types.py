"""Determine the type of a named entity: the model's labels are evidence, next to words and sentences."""

import functools
import re
import typing as t
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import names, words
from kg.lexicon.gazetteer import after_place, default_gazetteer, is_adjective_of_place
from kg.lexicon.given_names import given_name_gender, pronoun_gender
from kg.lexicon.name_forms import bare, honorifics, name_words
from kg.lexicon.noun_types import (
    broad_type,
    is_narrower,
    means_person,
    most_voted,
    name_type,
    noun_type,
    unambiguous_type,
)
from kg.lexicon.person_names import has_title
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.tables import REMEMBERED, value

NAME_WEIGHT: t.Final = 4
"""The number of model labels that a name whose words show its type counts for: `Acme Airlines`."""
PERSON_WEIGHT: t.Final = 3
"""The number that a sign of a person counts for: a form of address, a given name before another, `he` or `she`."""
FULL_NAME: t.Final = 2
TEAM: t.Final = "SportsTeam"
"""A type that the recogniser does not label: the words next to a place show it (`kg.extract.teams`)."""
GOVERNMENT: t.Final = "GovernmentOrganization"
"""A type that the recogniser does not label: the verb shows it for a capital (`kg.extract.governments`)."""
IT: t.Final = "3 singular"
"""The lexicon's features of `it` and its forms."""
MODEL: t.Final = re.compile(r"(?![MAI]-?\d{1,3}$)[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Za-z]?")
"""Letters and a number that name a product: `IE6`, `F-16`, `A320`; `M25` and `I-95` are roads."""

POST: t.Final = re.compile(r" (?:at|for|of|on|to) ")
"""The prepositions between a post and its field or place: `Commissioner for Health`."""


Counted = t.TypeVar("Counted", bound=Hashable)


def counted(items: Iterable[Counted]) -> dict[Counted, int]:
    """Return how often each item occurs; for the few items of one entity this is faster than a Counter."""
    counts: dict[Counted, int] = {}
    for each in items:
        counts[each] = counts.get(each, 0) + 1
    return counts


def totals(items: Iterable[tuple[Counted, int]]) -> dict[Counted, int]:
    """Return the sum of the numbers of each item."""
    sums: dict[Counted, int] = {}
    for each, number in items:
        sums[each] = sums.get(each, 0) + number
    return sums


@dataclass(frozen=True, slots=True)
class Naming:
    """How the text refers to one entity.

    `names` counts its names, each with the model's label, `nouns` the head nouns of its descriptions, `pronouns` its
    pronouns; `stated_types` holds the weights of the types that sentences give.
    """

    names: Mapping[tuple[str, str], int]
    nouns: Mapping[str, int]
    pronouns: Mapping[str, int]
    stated_types: Mapping[str, int]

    @classmethod
    def of(
        cls,
        names: Iterable[tuple[str, str]],
        *,
        nouns: Iterable[str] = (),
        pronouns: Iterable[str] = (),
        stated_types: Iterable[str] = (),
    ) -> "Naming":
        """Return the counts of the given items, each repeated by its frequency."""
        return cls(counted(names), counted(nouns), counted(pronouns), counted(stated_types))

    @property
    def is_personal(self) -> bool:
        """Whether there is a sign of a person: a form of address, a full name with a given name first, a pronoun."""
        gendered = any(map(pronoun_gender, self.pronouns))
        return gendered or any(is_personal_name(name) for name, _ in self.names)


@functools.cache
def _idea() -> re.Pattern[str]:
    """Return a pattern for the name of an idea or of a prize: `Marxism`, `Booker Prize`."""
    prizes = "|".join(sorted(word.capitalize() for word in names("last", "Thing")))
    return re.compile(rf"[A-Z][a-z]+(?:ism|phobia)|.+ (?:{prizes})")


@functools.lru_cache(maxsize=REMEMBERED)
def is_personal_name(name: str) -> bool:
    """Return whether the words of a name show a person: `Mrs Doe`, `Jane Doe`; `Charlotte Airport` is a place."""
    parts = bare(name).split()
    if len(parts) < FULL_NAME or _idea().fullmatch(bare(name)) or any(map(_is_no_name_part, parts)):
        return False
    given = given_name_gender(parts[0]) is not None
    type_by_words = name_type(name)
    addressed = parts[0].rstrip(".").casefold() in honorifics() and parts[1] != "of"  # `Lord of the Rings`
    if addressed or (type_by_words is None and has_title(name)):
        return True
    return given and type_by_words in {None, "Place"} and len(parts) <= 3


Votes: t.TypeAlias = Iterable[tuple[str, int]]
"""Types, each with the weight of some evidence for it."""
TypedName: t.TypeAlias = tuple[str, str, int]
"""A name with a type that some evidence gives it, and how often."""


def type_of(naming: Naming) -> str:
    """Return the type of a named entity.

    Each source votes for a general type: the label of each name (full names weigh more than short ones, which the
    model labels less well), the words of names, signs of a person, descriptions, and sentences. The narrower
    types that agree with the winner then refine it.
    """
    if _is_work(naming):
        return "Work"
    by_words, labels = _names_typed_by_words(naming), _labels(naming)
    described = [(noun_type(noun), often) for noun, often in naming.nouns.items()]
    votes = _votes_of_names(labels, by_words)
    stated = [(type_, weight) for type_, weight in naming.stated_types.items() if _may_be(type_, naming)]
    votes += ((broad_type(type_), weight) for type_, weight in stated)
    if naming.is_personal and not by_words:
        votes.append(("Person", max(PERSON_WEIGHT, *(len(name_words(name)) + 2 for name, _ in naming.names))))
    votes += _votes_of_descriptions((type_ for type_, _ in described), naming, by_words=bool(by_words))
    weighted = ((type_, often * NAME_WEIGHT) for _, type_, often in by_words)
    labelled = ((label, often) for _, label, often in labels)
    return _narrowest(most_voted(totals(votes)), (*weighted, *stated, *described, *labelled))


def _is_work(naming: Naming) -> bool:
    """Return whether something is only called a work, whose title may be that of a person or a place: "the film *Oz*".

    Nobody refers to a work with "he" or "she", and no sentence says that it is a person or an organization.
    """
    called = {broad_type(type_) for type_ in (*naming.stated_types, *map(noun_type, naming.nouns))} - {"Place", "Thing"}
    return called == {"Work"} and not any(map(pronoun_gender, naming.pronouns))


def _names_typed_by_words(naming: Naming) -> list[TypedName]:
    """Return the names whose words show a type."""
    every = ((name, _type_of_name(name, label), often) for (name, label), often in naming.names.items())
    return [(name, type_, often) for name, type_, often in every if type_ and not _is_surname(name, naming)]


def _type_of_name(name: str, label: str) -> str | None:
    """Return the type that the words of a name show; a club with the label of one is no city: "Birmingham *City*"."""
    club = broad_type(label) == "Organization" and _is_city_and_place(name)
    return TEAM if club else _type_by_words(name)


def _labels(naming: Naming) -> list[TypedName]:
    """Return the names with those labels of the model that can be right."""
    labels = ((name, label, often) for (name, label), often in naming.names.items())
    return [labelled for labelled in labels if not _is_no_name(labelled[0]) and _may_be(labelled[1], naming)]


def _narrowest(type_: str, votes: Votes) -> str:
    """Return the most frequent narrower type, or the type itself if there is none."""
    return most_voted(totals(each for each in votes if is_narrower(each[0], type_)), type_)


def _may_be(label: str, naming: Naming) -> bool:
    """Return whether a type is compatible with the pronouns: no person is called "it", or has "its"."""
    it = [each for each in naming.pronouns if value("pronoun").get(each.casefold()) == IT]
    return label != "Person" or naming.is_personal or not it


def _votes_of_names(labels: Iterable[TypedName], by_words: Iterable[TypedName]) -> list[tuple[str, int]]:
    """Return the votes of the model's labels and of the words of names; names of more words weigh more."""
    votes = [(broad_type(label), len(name_words(name)) * often) for name, label, often in labels]
    return votes + [
        (broad_type(one), max(NAME_WEIGHT, len(name_words(name)) + 1) * often) for name, one, often in by_words
    ]


def is_supported(type_: str, naming: Naming) -> bool:
    """Return whether the type of a named entity has other evidence than the labels of the model.

    The labels alone are wrong too often: outside the news, three in four organizations are wrong. They are reliable for
    full names of persons, and for peoples.
    """
    by_words = (_type_by_words(name) for name, _ in naming.names)
    stated = (each for each in naming.stated_types if _may_be(each, naming))
    nouns = ((noun_type(noun), unambiguous_type(noun)) for noun in naming.nouns)
    described = (type_ for type_, clear in nouns if type_ != "Person" or clear != "Thing")  # a firm may be an owner
    others = {broad_type(other) for other in (*filter(None, by_words), *stated, *described)}
    return broad_type(type_) in others or naming.is_personal or _is_label_enough(broad_type(type_), naming)


def _is_label_enough(type_: str, naming: Naming) -> bool:
    """Return whether the labels alone are enough: personal names, products with a number, teams, peoples."""
    labelled = [name for name, label in naming.names if broad_type(label) == type_]
    if type_ == "Person":
        return any(map(_is_like_a_persons, labelled))
    if type_ == "Product":
        return any(any(map(str.isdigit, name)) for name in labelled)
    if type_ == "Organization":
        return any(map(_is_team, labelled)) or any(label == TEAM for _, label in naming.names)
    return type_ == "Group" and any(map(_is_people, labelled))


@functools.lru_cache(maxsize=REMEMBERED)
def _is_people(name: str) -> bool:
    """Return whether a name is a plural of a known noun, or of a people: `Muslims`, `the Swiss`; not `Woolworths`."""
    last = bare(name).rpartition(" ")[2]
    single = last.removesuffix("s").casefold()
    ending = any(single.endswith(each.removeprefix("-")) for each in words("affix", "person"))
    known = ending or noun_supersense(single) is not None or is_adjective_of_place(last)
    return last.endswith("s") and known


@functools.lru_cache(maxsize=REMEMBERED)
def _is_team(name: str) -> bool:
    """Return whether a name is a place with a plural, or a city with a noun for a place: `Detroit Pistons`."""
    parts = bare(name).split()
    return any(True for _ in after_place(parts, default_gazetteer())) or _is_city_and_place(name)


def _is_city_and_place(name: str) -> bool:
    """Return whether a name is that of a city with a noun for a place, like those of clubs: `Nottingham Forest`."""
    first, _, rest = bare(name).partition(" ")
    cities = (entry for entry in default_gazetteer().meanings(first) if entry.type == "City")
    two_words = bool(rest) and " " not in rest
    return two_words and any(cities) and broad_type(name_type(name) or "") == "Place"


@functools.lru_cache(maxsize=REMEMBERED)
def _is_like_a_persons(name: str) -> bool:
    """Return whether a name can be personal: `Jane`, `Ansheng Liu`; not `Ridge Racer`, `Halo 2`, the prize `Oscar`."""
    parts = bare(name).split()
    if not parts or not parts[0][0].isupper() or _is_no_persons(parts):
        return False
    given = given_name_gender(parts[0]) is not None or parts[0].casefold() in value("nickname")
    no_person = len(parts) < FULL_NAME or _is_of_nouns(parts) or _is_of_place(parts[0])
    return given or not no_person


def _is_of_place(word: str) -> bool:
    """Return whether a name begins with that of a place or a saint: "*Leeds* North", "*St* Helens"."""
    known = default_gazetteer().meanings(word)
    return word.rstrip(".") == "St" or any(broad_type(entry.type) == "Place" for entry in known)


def _is_no_persons(parts: Sequence[str]) -> bool:
    """Return whether a word rules out a person's name, or a preposition or particle ends it: the song "Cutt *Off*"."""
    return any(map(_is_no_name_part, parts)) or parts[-1].casefold() in words("preposition")


def _is_no_name_part(word: str) -> bool:
    """Return whether a word is in no person's name: a number, "of", a possessor, or a word for a prize."""
    owner = word.replace("’", "'").endswith("'s")
    return owner or word.casefold() in {"of", *names("last", "Thing")} or any(map(str.isdigit, word))


def _is_of_nouns(parts: Sequence[str]) -> bool:
    """Return whether a name consists of common nouns, or ends in a plural noun: "Ridge Racer", "Scissor *Sisters*"."""
    nouns = [part.casefold() for part in parts]
    plural = nouns[-1].endswith("s") and noun_supersense(nouns[-1].removesuffix("s")) is not None
    return plural or all(noun_supersense(noun) is not None for noun in nouns)


@functools.lru_cache(maxsize=REMEMBERED)
def _type_by_words(name: str) -> str | None:
    """Return the type that the words of a name show (`Acme Airlines`, `IE6`, `Prime Minister`), or None."""
    return name_type(name) or ("Product" if MODEL.fullmatch(name) else "Person" if is_office(name) else None)


@functools.lru_cache(maxsize=REMEMBERED)
def is_office(name: str) -> bool:
    """Return whether a name is an office, which means its holder: `Home Secretary`, `Secretary of State`."""
    post, _, matter = bare(name).partition(" of ")
    first, _, last = post.rpartition(" ")
    given = [first, *matter.split(" ")[:-1]]  # Federico Mayor, Secretary of State Antony Blinken
    someone = any(given_name_gender(word) is not None for word in given)
    return last.casefold() in names("title", "office") and not name.islower() and not someone


@functools.lru_cache(maxsize=REMEMBERED)
def is_post(name: str) -> bool:
    """Return whether a name of several words is a noun for a person with more words: `Bishop of Oslo`, `Art Director`.

    Surnames are such nouns, too: `Ana Baker`.
    """
    post = POST.split(bare(name), maxsplit=1)[0]
    return " " in name and means_person(post.rpartition(" ")[2].casefold())


@functools.lru_cache(maxsize=REMEMBERED)
def _is_no_name(name: str) -> bool:
    """Return whether the model's label of a name must be wrong: it has no capital, or means an idea."""
    return name.islower() or _idea().fullmatch(name) is not None


def _votes_of_descriptions(types: Iterable[str], naming: Naming, *, by_words: bool) -> Votes:
    """Return the votes of descriptions; they weigh most against the label Person for a one-word name."""
    labels = {broad_type(label) for _, label in naming.names}
    short = all(len(name_words(name)) < FULL_NAME for name, _ in naming.names)
    against = "Person" in labels and short and not naming.is_personal
    weight = PERSON_WEIGHT if against else int(not by_words)
    kinds = {broad_type(type_) for type_ in types} - {"Thing", "Group"}
    return [(kinds.pop(), weight)] if len(kinds) == 1 else ()


def _is_surname(name: str, naming: Naming) -> bool:
    """Return whether the last word of a name is a surname that looks like a noun: `Jane Park` with the label Person.

    Firms have plurals that are not surnames: `Michael Foods`.
    """
    parts = bare(name).split()
    person = (name, "Person") in naming.names and not (name_type(name) == "Company" and parts[-1].endswith("s"))
    return person and len(parts) == FULL_NAME and given_name_gender(parts[0]) is not None
