"""Lists of words that behave alike, kept in `kg/data/words.json`."""

import functools
import json
import typing as t
from collections.abc import Mapping
from importlib import resources

REMEMBERED: t.Final = 2**14
"""How many arguments the functions of one name or noun remember: the names of a text come again and again."""


@functools.cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = resources.files("kg").joinpath("data/words.json").read_text(encoding="utf-8")
    return {name: frozenset(listed.split()) for name, listed in json.loads(text).items()}


def word_list(name: str) -> frozenset[str]:
    """Return the base forms in the list of that name, for example `verbs of saying`."""
    return _lists()[name]
