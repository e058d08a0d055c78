"""Past participles of verbs in their base form: "arrest" gives "arrested", "take" gives "taken"."""

import functools
import json
import typing as t
from importlib import resources

VOWELS: t.Final = frozenset("aeiou")
DOUBLED: t.Final = frozenset("bdgmnprt")


@functools.cache
def _irregular() -> t.Mapping[str, str]:
    text = resources.files("kg").joinpath("data/participles.json").read_text(encoding="utf-8")
    table: dict[str, str] = json.loads(text)["participles"]
    return table


def participle(verb: str) -> str:
    """Return the past participle of a verb in its base form.

    >>> participle("arrest"), participle("ban"), participle("take")
    ('arrested', 'banned', 'taken')
    """
    return _irregular().get(verb) or regular(verb)


def regular(verb: str) -> str:
    """Return the participle of a verb whose forms are regular: an "e" is not doubled, "y" becomes "i"."""
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ied"
    doubled = verb[-1:] in DOUBLED and verb[-2:-1] in VOWELS and verb[-3:-2] not in VOWELS
    return f"{verb}{verb[-1]}ed" if doubled and len(verb) <= 4 else f"{verb}ed"
