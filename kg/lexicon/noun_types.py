"""The types of nouns and names: `minister` is a person, `Bolt Airlines` a company."""

import functools
import itertools
import re
import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import bare
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.tables import REMEMBERED, names, nouns, value, words

BROADER: t.Final[t.Mapping[str, str]] = {
    "Company": "Organization", "EducationalOrganization": "Organization", "GovernmentOrganization": "Organization",
    "MilitaryOrganization": "Organization", "NewsMediaOrganization": "Organization",
    "PoliticalParty": "Organization", "SportsTeam": "Organization", "City": "Place", "Country": "Place",
    "Region": "Place",
}  # fmt: skip
"""The general type of each narrow one."""
BROAD_TYPES: t.Final = frozenset(
    {"Event", "Group", "Law", "Organization", "Person", "Place", "Product", "Thing", "Work"}
)
TYPES: t.Final = BROAD_TYPES | BROADER.keys()
"""All entity types."""
NUMBERS: t.Final = re.compile(r"[\d/.\-]+")


@functools.cache
def _types() -> Mapping[str, str]:
    return {noun: entry.partition(" ")[0] for noun, entry in value("type").items()}


@functools.lru_cache(maxsize=REMEMBERED)
def noun_type(noun: str) -> str:
    """Return the type of what a noun (base form or plural) denotes, or `Thing`.

    >>> noun_type("ministers"), noun_type("co-founder"), noun_type("idea")
    ('Person', 'Person', 'Thing')
    """
    return _types().get(_base_form(noun), "Thing")


def means_person(noun: str) -> bool:
    """Return whether a noun denotes a person, by its first sense in WordNet or by its type.

    >>> means_person("minister"), means_person("idea")
    (True, False)
    """
    return noun_supersense(noun) == "person" or noun_type(noun) == "Person"


def _base_form(noun: str) -> str:
    """Return the base form of a noun that has a type, also after a prefix, or ""."""
    prefix, _, stem = noun.partition("-")
    forms = (*base_forms(noun), *(base_forms(stem) if f"{prefix.lower()}-" in words("affix", "keeping") else ()))
    return next((form for form in forms if form in _types()), "")


@functools.cache
def endings(kind: str) -> tuple[str, ...]:
    """Return the endings of nouns for persons or for what is abstract: "survey*or*", "insur*ance*"."""
    return tuple(sorted(ending.removeprefix("-") for ending in words("affix", kind)))


def description_type(noun: str) -> str:
    """Return the type for a description with this head noun: several persons or organizations are a Group.

    Several cities are a Place, not a City.

    >>> description_type("minister"), description_type("ministers"), description_type("banks")
    ('Person', 'Group', 'Group')
    >>> description_type("city"), description_type("cities")
    ('City', 'Place')
    """
    type_ = noun_type(noun)
    if {noun.lower(), noun.lower().partition("-")[2]} & _types().keys():
        return type_
    return "Group" if broad_type(type_) in {"Organization", "Person"} else broad_type(type_)


@functools.lru_cache(maxsize=REMEMBERED)
def unambiguous_type(noun: str) -> str:
    """Return the type of a description from its head noun alone, `Thing` if the noun often denotes another kind.

    A noun for both organizations and persons indicates neither, but its plural indicates a Group.

    >>> [unambiguous_type(noun) for noun in ("tournament", "cup", "operator", "operators")]
    ['Event', 'Thing', 'Thing', 'Group']
    """
    type_ = description_type(noun)
    base = _base_form(noun)
    role = base in nouns("role") and type_ != "Person"
    if role or base in nouns("type", "doubtful"):
        return "Group" if type_ == "Group" and (role or _types().get(base) == "Person") else "Thing"
    return type_


def example_type(noun: str) -> str:
    """Return the type of a single member of what a plural denotes, `Thing` if it often denotes another kind.

    >>> example_type("banks"), example_type("makers"), example_type("team")
    ('Company', 'Thing', 'Thing')
    """
    base = _base_form(noun)
    return unambiguous_type(base) if base not in {"", noun} else "Thing"


@functools.lru_cache(maxsize=REMEMBERED)
def name_type(name: str) -> str | None:
    """Return the type that the words of a name of several words indicate, or None.

    >>> name_type("Bolt Airlines"), name_type("Ministry of Labor"), name_type("Lake Ann"), name_type("Jane Doe")
    ('Company', 'GovernmentOrganization', 'Place', None)
    """
    parts = bare(name).removeprefix("the ").removeprefix("The ").split()
    folded = [*map(_folded, parts)]
    if len(parts) < 2 or not (parts[0][0].isupper() or parts[0][0].isdigit()):
        return None
    if folded[-1] in names("form", "legal") and parts[-1][0].isupper():
        return "Company"
    first, last = value("first"), value("last")
    front = _words_before_preposition(parts)
    # the last two words take precedence over the last one, an air force; that over one with "for", a center for mining
    purpose = " ".join(folded[max(len(front) - 1, 0) :][:2])
    law = folded[-1] if last.get(folded[-1]) == "Law" and parts[-2] not in words("preposition") else ""
    # "Freedom of Information *Act*", but not "School of Law"
    ends = (last.get(ending) for ending in (" ".join(front[-2:]), *front[-1:], purpose, law))
    beginnings = (first.get(beginning) for beginning in (" ".join(folded[:2]), folded[0]))
    type_ = next(filter(None, (*ends, *beginnings)), None)
    person = type_ == "Law" and len(parts) == 2 and given_name_gender(parts[0]) is not None  # Denis Law
    return type_ if type_ != "Thing" and not person else None


def _folded(word: str) -> str:
    return word.replace(".", "").casefold()


def _words_before_preposition(parts: Sequence[str]) -> list[str]:
    """Return the words of a name before a lower-case preposition, without numbers: "*Fort Worth Office* for Water"."""
    counted = [part for part in parts if not NUMBERS.fullmatch(part)]
    inside = itertools.takewhile(lambda part: part not in words("preposition"), counted[1:])
    return [*map(_folded, (*counted[:1], *inside))]


@functools.lru_cache(maxsize=REMEMBERED)
def organization_type(name: str) -> str | None:
    """Return the type of organization that the words of a name of several words indicate, or None.

    >>> organization_type("Bolt Labs"), organization_type("Ministry of Labor"), organization_type("Lake Ann")
    ('Company', 'GovernmentOrganization', None)
    """
    type_ = name_type(name)
    return type_ if type_ is not None and broad_type(type_) == "Organization" else None


def is_general_name(name: str) -> bool:
    """Return whether several bodies may have a name: that of a government body, or one of common nouns only.

    >>> is_general_name("Air Force"), is_general_name("Finance Ministry"), is_general_name("Zurida Institute")
    (True, True, False)
    """
    parts, plain = name.lower().split(), names("common", "function")
    general = all(part in plain or any(map(noun_supersense, base_forms(part))) for part in parts)
    return not names("government").isdisjoint(parts) or (general and organization_type(name) is not None)


def base_forms(noun: str) -> tuple[str, ...]:
    """Return a noun in lower case, as it is and in its possible singulars: "bodies", "bodie", "bodi", "body"."""
    word = noun.lower()
    singular = {"ies": f"{word[:-3]}y", "men": f"{word[:-3]}man"}.get(word[-3:], word)
    return word, word.removesuffix("s"), word.removesuffix("es"), singular


@functools.lru_cache(maxsize=REMEMBERED)
def is_capitalized_description(text: str) -> bool:
    """Return whether a text is a capitalized common noun, with or without article: `the President`, `Court`.

    `Britons` is the name of a people, `the Briton` a description of one of its members.
    """
    noun = text.strip().removeprefix("The ").removeprefix("the ")
    base = _base_form(noun)
    if base != noun.lower() and base in nouns("type", "people"):
        return False
    return noun_type(noun) != "Thing" and not (noun.isupper() and len(noun) > 1)


def broad_type(type_: str) -> str:
    """Return the general type of a type: a Company is an Organization, a City a Place."""
    return BROADER.get(type_, type_)


def most_frequent(types: Iterable[str], default: str = "Thing") -> str:
    """Return the most frequent type other than `Thing`; among equals the alphabetically first."""
    return most_voted(Counter(types), default)


def most_voted(votes: Mapping[str, int], default: str = "Thing") -> str:
    """Return the type with most votes other than `Thing`; among equals the alphabetically first, or the default."""
    voted = [type_ for type_, number in votes.items() if number > 0 and type_ != "Thing"]
    if len(voted) < 2:
        return voted[0] if voted else default
    return min(voted, key=lambda type_: (-votes[type_], type_))


def is_narrower(type_: str, other: str) -> bool:
    """Return whether `type_` is more specific than `other` and compatible with it."""
    return type_ != other and (other == "Thing" or broad_type(type_) == other)
