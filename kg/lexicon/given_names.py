"""The gender that a given name tells."""

import functools
import json
import typing as t
from collections.abc import Mapping
from importlib import resources

from kg.lexicon.spelling import folded

Gender: t.TypeAlias = t.Literal["female", "male"]


@functools.cache
def _genders() -> Mapping[str, Gender]:
    text = resources.files("kg").joinpath("data/given_names.json").read_text(encoding="utf-8")
    return {folded(name): gender for gender, names in json.loads(text).items() for name in names.split()}


def given_name_gender(name: str) -> Gender | None:
    """Return the gender that most bearers of a given name have, or None where it is not known.

    >>> given_name_gender("Jane"), given_name_gender("Jean-Claude"), given_name_gender("Kaspersky")
    ('female', 'male', None)
    """
    plain = folded(name)
    return _genders().get(plain) or (_genders().get(plain.partition("-")[0]) if "-" in plain else None)
