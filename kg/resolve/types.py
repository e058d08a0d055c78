"""What type a thing with a name has: the labels of the model are evidence beside what words and sentences say."""

import functools
import re
import typing as t
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.lexicon import names
from kg.lexicon.given_names import given_name_gender, pronoun_gender
from kg.lexicon.name_forms import bare, honorifics, words
from kg.lexicon.noun_types import broad_type, is_narrower, most_frequent, most_voted, name_type, noun_type
from kg.lexicon.person_names import has_title
from kg.lexicon.tables import REMEMBERED

NAME_WEIGHT: t.Final = 4
"""How many labels of the model weigh as much as a name whose words tell its type: `Acme Airlines`."""
PERSON_WEIGHT: t.Final = 3
"""How many weigh as much as a sign of a person: a form of address, a given name before another, `he` or `she`."""
OFTEN: t.Final = 4
"""How often a name must have one label, and no other, for the label to tell its type alone."""
FULL_NAME: t.Final = 2
MODEL: t.Final = re.compile(r"(?![MAI]-?\d{1,3}$)[A-Z][A-Za-z]{0,3}-?\d{1,4}[A-Za-z]?")
"""Letters and a number that name a product: `IE6`, `F-16`, `A320`; but `M25` and `I-95` are roads."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How the text speaks of one thing.

    `names` are its names, each with the model's label, `nouns` the head nouns of its descriptions, `pronouns` its
    pronouns, all as often as they occur; `said` are the types that sentences tell, as often as each weighs.
    """

    names: Sequence[tuple[str, str]]
    nouns: Sequence[str] = ()
    pronouns: Sequence[str] = ()
    said: Sequence[str] = ()

    @property
    def is_personal(self) -> bool:
        """Whether something tells a person: a form of address, a full name with a given name first, a pronoun."""
        gendered = any(map(pronoun_gender, self.pronouns))
        return gendered or any(is_personal_name(name) for name, _ in self.names)


@functools.cache
def _idea() -> re.Pattern[str]:
    """Return what matches the name of an idea or of a prize: `Marxism`, `Booker Prize`."""
    prizes = "|".join(sorted(word.capitalize() for word in names("last", "Thing")))
    return re.compile(rf"[A-Z][a-z]+(?:ism|phobia)|.+ (?:{prizes})")


@functools.lru_cache(maxsize=REMEMBERED)
def is_personal_name(name: str) -> bool:
    """Tell whether the words of a name tell a person: `Mrs Doe`, `Jane Doe`; but `Charlotte Airport` is a place."""
    parts = bare(name).split()
    if len(parts) < FULL_NAME or _idea().fullmatch(bare(name)):
        return False
    given = given_name_gender(parts[0]) is not None
    told = name_type(name)
    if parts[0].rstrip(".").casefold() in honorifics() or (told is None and has_title(name)):
        return True
    return given and told in {None, "Place"} and len(parts) <= 3


def type_of(naming: Naming) -> str:
    """Return the type of a thing with a name.

    Every source votes for a general type: the label of each name (a full name weighs more than a short one, which the
    model labels worse), the words of names, signs of a person, descriptions, and what sentences tell. The narrower
    types that agree with the winner then make it narrower.
    """
    told = [
        (name, type_) for name, _ in naming.names if (type_ := _type_by_words(name)) and not _is_surname(name, naming)
    ]
    described = [noun_type(noun) for noun in naming.nouns]
    labels = [(name, label) for name, label in naming.names if not _is_no_name(name) and _may_be(label, naming)]
    votes = _votes_of_names(labels, told)
    votes.update(map(broad_type, naming.said))
    if naming.is_personal and not told:
        votes["Person"] += max(PERSON_WEIGHT, *(len(words(name)) + 2 for name, _ in naming.names))
    votes.update(_described(described, naming, told=bool(told)))
    type_ = most_voted(votes)
    by_words = [other for _, other in told]
    narrower = [*by_words * NAME_WEIGHT, *naming.said, *described, *(label for _, label in labels)]
    return most_frequent((other for other in narrower if is_narrower(other, type_)), type_)


def _may_be(label: str, naming: Naming) -> bool:
    """Tell whether a label fits the pronouns: no person is called "it"."""
    return label != "Person" or "it" not in naming.pronouns or naming.is_personal


def _votes_of_names(labels: Iterable[tuple[str, str]], told: Iterable[tuple[str, str]]) -> Counter[str]:
    """Return the votes of the model's labels and of the words of names, more for a name of more words."""
    votes = Counter[str]()
    for name, label in labels:
        votes[broad_type(label)] += len(words(name))
    for name, type_ in told:
        votes[broad_type(type_)] += max(NAME_WEIGHT, len(words(name)) + 1)
    return votes


def is_told(type_: str, naming: Naming) -> bool:
    """Tell whether more than the labels of the model tells a type of a thing with a name.

    The labels alone are wrong too often: on text that is no news three in four organizations are none. They do know
    full names of persons, and peoples.
    """
    told = (_type_by_words(name) for name, _ in naming.names)
    others = {broad_type(other) for other in (*filter(None, told), *naming.said, *map(noun_type, naming.nouns))}
    return broad_type(type_) in others or naming.is_personal or _label_tells(broad_type(type_), naming)


def _label_tells(type_: str, naming: Naming) -> bool:
    """Tell whether the labels alone tell a type: full names, given names, peoples, and one label again and again."""
    labelled = [name for name, label in naming.names if broad_type(label) == type_]
    if len(labelled) >= OFTEN and len(labelled) == len(naming.names):
        return True
    if type_ == "Person":
        return any(len(words(name)) >= FULL_NAME or given_name_gender(name) is not None for name in labelled)
    if type_ == "Product":
        return any(any(map(str.isdigit, name)) for name in labelled)
    return type_ == "Group" and any(name.endswith("s") for name in labelled)


@functools.lru_cache(maxsize=REMEMBERED)
def _type_by_words(name: str) -> str | None:
    """Return the type that the words of a name tell: `Acme Airlines`, `IE6`, `Prime Minister`; else None."""
    return name_type(name) or ("Product" if MODEL.fullmatch(name) else "Person" if is_office(name) else None)


@functools.lru_cache(maxsize=REMEMBERED)
def is_office(name: str) -> bool:
    """Tell whether a name is an office's, which means whoever holds it: `Home Secretary`, `US President`."""
    first, _, last = bare(name).rpartition(" ")
    surname = given_name_gender(first) is not None  # Federico Mayor
    return last.casefold() in names("title", "office") and not name.islower() and not surname


@functools.lru_cache(maxsize=REMEMBERED)
def _is_no_name(name: str) -> bool:
    """Tell whether the model cannot be right in labelling a name: it has no capital, or means an idea."""
    return name.islower() or _idea().fullmatch(name) is not None


def _described(types: Iterable[str], naming: Naming, *, told: bool) -> Counter[str]:
    """Return the votes of descriptions; they weigh most against the label Person of a name of one word."""
    labels = {broad_type(label) for _, label in naming.names}
    short = all(len(words(name)) < FULL_NAME for name, _ in naming.names)
    against = "Person" in labels and short and not naming.is_personal
    weight = PERSON_WEIGHT if against else int(not told)
    kinds = {broad_type(type_) for type_ in types} - {"Thing", "Group"}
    return Counter({kinds.pop(): weight}) if len(kinds) == 1 else Counter()


def _is_surname(name: str, naming: Naming) -> bool:
    """Tell whether the last word of a name is a surname that looks like a noun: `Jane Park` with the label Person."""
    parts = bare(name).split()
    labels = {label for other, label in naming.names if other == name}
    return len(parts) == FULL_NAME and given_name_gender(parts[0]) is not None and "Person" in labels
