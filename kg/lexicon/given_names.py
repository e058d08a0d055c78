"""The gender that a given name tells."""

import functools
import json
import typing as t
from collections.abc import Mapping
from importlib import resources

Gender: t.TypeAlias = t.Literal["female", "male"]


@functools.cache
def _genders() -> Mapping[str, Gender]:
    text = resources.files("kg").joinpath("data/given_names.json").read_text(encoding="utf-8")
    return {name.lower(): gender for gender, names in json.loads(text).items() for name in names.split()}


def given_name_gender(name: str) -> Gender | None:
    """Return the gender that most bearers of a given name have, or None where it is not known."""
    return _genders().get(name.lower())
