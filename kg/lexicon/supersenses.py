"""WordNet supersenses of nouns and verbs, and the verbs that take no object."""

import functools
import typing as t
from collections.abc import Mapping

from kg.lexicon.tables import data_json

NounSupersense: t.TypeAlias = t.Literal[
    "top", "act", "animal", "artifact", "attribute", "body", "cognition", "communication", "event", "feeling", "food",
    "group", "location", "motive", "object", "person", "phenomenon", "plant", "possession", "process", "quantity",
    "relation", "shape", "state", "substance", "time",
]  # fmt: skip
"""WordNet's lexicographer files of nouns, and below those of verbs."""
VerbSupersense: t.TypeAlias = t.Literal[
    "body", "change", "cognition", "communication", "competition", "consumption", "contact", "creation", "emotion",
    "motion", "perception", "possession", "social", "stative", "weather",
]  # fmt: skip


@functools.cache
def _table() -> Mapping[str, Mapping[str, t.Any]]:
    """Return the supersense of each word of `kg/data/supersenses.json`, by part of speech."""
    parts = data_json("supersenses")
    return {
        part: {word: name for name, words in parts[part].items() for word in words.split()}
        for part in ("nouns", "verbs")
    }


def noun_supersense(noun: str) -> NounSupersense | None:
    """Return the supersense of a noun (base form, lower case), or None if unknown.

    A hyphenated compound has the supersense of its second word.

    >>> noun_supersense("goalkeeper"), noun_supersense("difficulty"), noun_supersense("zzz")
    ('person', 'act', None)
    >>> noun_supersense("co-founder"), noun_supersense("build-up")
    ('person', None)
    """
    nouns = _table()["nouns"]
    if noun in nouns or "-" not in noun:
        return nouns.get(noun)
    last = noun.partition("-")[2]
    return nouns.get(last) if len(last) >= 5 else None  # not a particle: "build-*up*"


def verb_supersense(verb: str) -> VerbSupersense | None:
    """Return the supersense of a verb (base form, lower case), or None if unknown.

    >>> verb_supersense("promise"), verb_supersense("contain")
    ('communication', 'stative')
    """
    return _table()["verbs"].get(verb)


def means_change(verb: str) -> bool:
    """Return whether a verb means a change or a movement; a phrase after it may give the extent, source or goal.

    >>> means_change("rise"), means_change("shrink"), means_change("sleep")
    (True, True, False)
    """
    return verb_supersense(verb) in {"change", "motion"}


@functools.cache
def _intransitives() -> frozenset[str]:
    """Return the verbs that mostly occur without an object, as counted in treebanks and in WordNet's frames."""
    return frozenset(data_json("intransitives")["verbs"])


def mostly_without_object(verb: str) -> bool:
    """Return whether a verb (base form, lower case) has an object in less than half of its occurrences.

    >>> mostly_without_object("collapse"), mostly_without_object("resign"), mostly_without_object("reject")
    (True, True, False)
    """
    return verb in _intransitives()
