"""Word classes: one table each for verbs, nouns, names, function words, and words of time and quantity.

The tables are in `kg/data/lexicon`, one row per word: the word, its classes, and its source or an example. A class may
give the word a value, as in `may<TAB>calendar=month 5`. The meaning of each class is in the header of its table.
"""

import functools
import json
import typing as t
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

REMEMBERED: t.Final = 2**14
"""The cache size for functions of a name or noun: the names of a text recur often."""
TABLES: t.Final = ("verbs", "nouns", "names", "words", "measures")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the lexicon: the words of each class, and their values in order, if the class gives any."""

    members: Mapping[str, frozenset[str]]
    values: Mapping[str, Mapping[str, str]]

    @property
    def words(self) -> frozenset[str]:
        """All its words."""
        return frozenset().union(*self.members.values())


def data_text(name: str) -> str:
    """Return the text of a file in `kg/data`."""
    return resources.files("kg").joinpath("data", name).read_text(encoding="utf-8")


def data_json(name: str) -> t.Any:
    """Return the content of a JSON file in `kg/data`, by its name without the extension."""
    return json.loads(data_text(f"{name}.json"))


@functools.cache
def table(name: str) -> Table:
    """Return the table with that name, one of `TABLES`; it is read once.

    Raises:
        ValueError: a row does not have three columns, or has a class that the header does not define.
    """
    return parsed(data_text(f"lexicon/{name}.tsv"), name)


def parsed(text: str, name: str) -> Table:
    """Return the table in a text: `# class: meaning` in the header, then rows of three columns."""
    lines = text.splitlines()
    members: dict[str, list[str]] = {class_: [] for class_ in filter(None, map(_defined, lines))}
    values: dict[str, dict[str, str]] = {}
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            continue
        try:
            word, cell, _ = line.split("\t")
            for class_, sign, value in (one.partition("=") for one in cell.split(", ")):
                members[class_].append(word)
                if sign:
                    values.setdefault(class_, {})[word] = value
        except (ValueError, KeyError) as error:
            raise ValueError(f"{name}.tsv:{number}: not a word, its classes and a note: {line!r}") from error
    return Table(
        {class_: frozenset(listed) for class_, listed in members.items()},
        {class_: MappingProxyType(valued) for class_, valued in values.items()},
    )


def _defined(line: str) -> str:
    """Return the class that a line of the header defines, or ""."""
    class_, colon, _ = line.removeprefix("# ").partition(": ")
    one_word = class_.islower() and " " not in class_
    return class_ if colon and one_word and line.startswith("# ") else ""


def _lookup(name: str) -> Callable[..., frozenset[str]]:
    """Return a lookup of the words of a class in a table: `report` of the verbs, with `kinds` among the values."""

    @functools.cache  # one cache per table, so that a lookup is one call
    def ask(class_: str, *kinds: str) -> frozenset[str]:
        if not kinds:
            return table(name).members[class_]
        values = table(name).values[class_].items()
        found = frozenset(word for word, value in values if not set(kinds).isdisjoint(value.split(" ")))
        if not found:
            raise KeyError((class_, *kinds))
        return found

    return ask


verbs: t.Final = _lookup("verbs")
"""The base forms of verbs."""
nouns: t.Final = _lookup("nouns")
"""The base forms of nouns."""
names: t.Final = _lookup("names")
"""The words of names, in lower case except for `state`."""
words: t.Final = _lookup("words")
"""Prepositions, conjunctions, determiners, pronouns, adverbs and modal verbs, in lower case, with single spaces."""
measures: t.Final = _lookup("measures")
"""The words of time and quantity, in lower case."""


@functools.cache
def value(class_: str) -> Mapping[str, str]:
    """Return the values of the words in a class that has values, in whatever table: `value("calendar")["may"]`."""
    for name in TABLES:
        found = table(name).values.get(class_)
        if found is not None:
            return found
    raise KeyError(class_)
