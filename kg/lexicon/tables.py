"""Words by class: one table each for verbs, nouns, names, words of grammar, and words of time and quantity.

The tables stand in `kg/data/lexicon`, a row a word: the word, its classes, and where it comes from or an example. A
class may give the word a value, as in `may<TAB>month=5`. What a class means stands in the head of its table.
"""

import functools
import json
import typing as t
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

REMEMBERED: t.Final = 2**14
"""How many arguments the functions of one name or noun remember: the names of a text come again and again."""
TABLES: t.Final = ("verbs", "nouns", "names", "words", "measures")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the lexicon: the words of each class, and their values in their order if the class gives any."""

    members: Mapping[str, frozenset[str]]
    values: Mapping[str, Mapping[str, str]]

    @property
    def words(self) -> frozenset[str]:
        """All its words."""
        return frozenset().union(*self.members.values())


def data_text(name: str) -> str:
    """Return the text of a file of `kg/data`."""
    return resources.files("kg").joinpath("data", name).read_text(encoding="utf-8")


def data_json(name: str) -> t.Any:
    """Return what stands in a JSON file of `kg/data`, given its name without its ending."""
    return json.loads(data_text(f"{name}.json"))


@functools.cache
def table(name: str) -> Table:
    """Return the table of that name, one of `TABLES`, read once.

    Raises:
        ValueError: a row of it has not three columns, or a class that the head of the table does not define.
    """
    return parsed(data_text(f"lexicon/{name}.tsv"), name)


def parsed(text: str, name: str) -> Table:
    """Return the table that a text says: `# class: meaning` in its head, then rows of three columns."""
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
    """Return the class that a line in the head of a table defines, "" where it defines none."""
    class_, colon, _ = line.removeprefix("# ").partition(": ")
    one_word = class_.islower() and " " not in class_
    return class_ if colon and one_word and line.startswith("# ") else ""


def _asked(name: str) -> Callable[..., frozenset[str]]:
    """Return what gives the words of a class of a table: `report` of the verbs, whose values say one thing `told`."""

    @functools.cache  # of each table its own, so that a question is one call
    def ask(class_: str, *told: str) -> frozenset[str]:
        if not told:
            return table(name).members[class_]
        values = table(name).values[class_].items()
        found = frozenset(word for word, value in values if not set(told).isdisjoint(value.split(" ")))
        if not found:
            raise KeyError((class_, *told))
        return found

    return ask


verbs: t.Final = _asked("verbs")
"""The base forms of verbs."""
nouns: t.Final = _asked("nouns")
"""The base forms of nouns."""
names: t.Final = _asked("names")
"""The words of names, in small letters but for `state`."""
words: t.Final = _asked("words")
"""Prepositions, conjunctions, determiners, pronouns, adverbs and modal verbs in small letters, one space within."""
measures: t.Final = _asked("measures")
"""The words of time and quantity, in small letters."""


@functools.cache
def value(class_: str) -> Mapping[str, str]:
    """Return the value of each word of a class that gives values, whatever table it is in: `value("month")["may"]`."""
    for name in TABLES:
        found = table(name).values.get(class_)
        if found is not None:
            return found
    raise KeyError(class_)
