"""The gender indicated by a given name or a pronoun."""

import functools
import typing as t

from kg.lexicon.spelling import folded
from kg.lexicon.tables import REMEMBERED, value

Gender: t.TypeAlias = t.Literal["female", "male"]


@functools.lru_cache(maxsize=REMEMBERED)
def given_name_gender(name: str) -> Gender | None:
    """Return the gender of most people with a given name, or None if unknown.

    >>> given_name_gender("Jane"), given_name_gender("Jean-Claude"), given_name_gender("Kaspersky")
    ('female', 'male', None)
    """
    plain = folded(name)
    given = value("given")
    gender = given.get(plain) or (given.get(plain.partition("-")[0]) if "-" in plain else None)
    return t.cast("Gender | None", gender)


def is_reflexive(words: str) -> bool:
    """Return whether words end in a reflexive pronoun.

    >>> is_reflexive("Themselves"), is_reflexive("them")
    (True, False)
    """
    return words.casefold().endswith(("self", "selves"))


@functools.lru_cache(maxsize=REMEMBERED)
def pronoun_gender(pronoun: str) -> Gender | None:
    """Return the gender indicated by any form of a pronoun, or None.

    >>> pronoun_gender("Her"), pronoun_gender("it")
    ('female', None)
    """
    _, _, gender = value("pronoun").get(pronoun.casefold(), "").partition(" singular ")
    return t.cast("Gender | None", gender or None)
