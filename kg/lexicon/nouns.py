"""What kind of thing a noun means: `minister` a person, `firm` a company."""

import functools
import json
import typing as t
from collections.abc import Iterable, Mapping
from importlib import resources

from kg.lexicon.names import LEGAL_FORMS, bare
from kg.lexicon.words import REMEMBERED, word_list

BROADER: t.Final[t.Mapping[str, str]] = {
    "Company": "Organization",
    "GovernmentOrganization": "Organization",
    "NewsMediaOrganization": "Organization",
    "Country": "Place",
    "City": "Place",
}


@functools.cache
def _types() -> Mapping[str, str]:
    text = resources.files("kg").joinpath("data/nouns.json").read_text(encoding="utf-8")
    return {noun: type_ for type_, nouns in json.loads(text).items() for noun in nouns.split()}


@functools.lru_cache(maxsize=REMEMBERED)
def noun_type(noun: str) -> str:
    """Return the type of what a noun (base form or plural) means, or `Thing`.

    >>> noun_type("ministers"), noun_type("idea")
    ('Person', 'Thing')
    """
    types = _types()
    return next((types[form] for form in _base_forms(noun) if form in types), "Thing")


def description_type(noun: str) -> str:
    """Return the type of what a description with this head noun means: several persons are a Group."""
    type_ = noun_type(noun)
    return "Group" if type_ == "Person" and noun.lower() not in _types() else type_


@functools.lru_cache(maxsize=REMEMBERED)
def organization_type(name: str) -> str | None:
    """Return the type of organization that a name of several words says it means, or None where it says nothing.

    >>> organization_type("Bolt Labs"), organization_type("Ministry of Labor"), organization_type("Jane Doe")
    ('Organization', 'GovernmentOrganization', None)
    """
    parts = bare(name).split()
    folded = [part.replace(".", "").casefold() for part in parts]
    if len(parts) < 2:
        return None
    if folded[-1] in LEGAL_FORMS and parts[-1][0].isupper():
        return "Company"
    head = folded[folded.index("of", 1) - 1] if "of" in folded[1:] else folded[-1]
    if head not in word_list("organization heads"):
        return None
    type_ = noun_type(head)
    return type_ if broad_type(type_) == "Organization" else "Organization"


def _base_forms(noun: str) -> tuple[str, ...]:
    word = noun.lower()
    return word, word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y"


@functools.lru_cache(maxsize=REMEMBERED)
def is_capitalized_description(text: str) -> bool:
    """Tell whether a text is a common noun with a capital, with or without article: `the President`, `Court`."""
    noun = text.strip().removeprefix("The ").removeprefix("the ")
    return noun_type(noun) != "Thing"


def broad_type(type_: str) -> str:
    """Return the general type that a type falls under: a Company is an Organization, a City a Place."""
    return BROADER.get(type_, type_)


def most_frequent(types: Iterable[str], default: str = "Thing") -> str:
    """Return the most frequent type but `Thing`; of equals the first by alphabet."""
    votes = [type_ for type_ in types if type_ != "Thing"]
    return min(set(votes), key=lambda type_: (-votes.count(type_), type_), default=default)


def is_narrower(type_: str, other: str) -> bool:
    """Tell whether `type_` says more than `other` and agrees with it."""
    return type_ != other and (other == "Thing" or broad_type(type_) == other)
