"""Words by class: one table each for verbs, nouns, names, words of grammar, and words of time and quantity.

The tables stand in `kg/data/lexicon`, a row a word: the word, its classes, and where it comes from or an example. A
class may give the word a value, as in `may<TAB>month=5`. What a class means stands in the head of its table.
"""

import functools
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

TABLES: t.Final = ("verbs", "nouns", "names", "words", "measures")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the lexicon, by class and by word."""

    meanings: Mapping[str, str]
    """What each class means, in a sentence."""
    members: Mapping[str, frozenset[str]]
    """The words of each class."""
    values: Mapping[str, Mapping[str, str]]
    """The values of the words of each class that gives values, in the order of the words."""
    classes: Mapping[str, frozenset[str]]
    """The classes of each word."""
    notes: Mapping[str, str]
    """Where each word comes from, or an example."""


@functools.cache
def table(name: str) -> Table:
    """Return the table of that name, one of `TABLES`, read once.

    Raises:
        ValueError: a row of it has not three columns, or a class that the head of the table does not define.
    """
    text = resources.files("kg").joinpath(f"data/lexicon/{name}.tsv").read_text(encoding="utf-8")
    return parsed(text, name)


def parsed(text: str, name: str) -> Table:
    """Return the table that a text says: `# class: meaning` in its head, then rows of three columns.

    Raises:
        ValueError: as for `table`; `name` tells which table it is.
    """
    meanings: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    values: dict[str, dict[str, str]] = {}
    classes: dict[str, frozenset[str]] = {}
    notes: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#"):
            class_, colon, meaning = line[1:].strip().partition(": ")
            if colon and class_.islower() and " " not in class_:
                meanings[class_], members[class_] = meaning, []
            continue
        try:
            word, listed, notes[word] = line.split("\t")
            told = [one.partition("=") for one in listed.split(", ")]
            for class_, sign, value in told:
                members[class_].append(word)
                if sign:
                    values.setdefault(class_, {})[word] = value
        except (ValueError, KeyError) as error:
            raise ValueError(f"{name}.tsv:{number}: not a word, its classes and a note: {line!r}") from error
        classes[word] = frozenset(class_ for class_, _, _ in told)
    return Table(
        meanings,
        {class_: frozenset(listed) for class_, listed in members.items()},
        {class_: MappingProxyType(valued) for class_, valued in values.items()},
        classes,
        notes,
    )


@functools.cache
def verbs(class_: str) -> frozenset[str]:
    """Return the base forms of the verbs of a class, for example `report`.

    Raises:
        KeyError: no verb has such a class.
    """
    return table("verbs").members[class_]


@functools.cache
def nouns(class_: str) -> frozenset[str]:
    """Return the base forms of the nouns of a class, for example `claim`.

    Raises:
        KeyError: no noun has such a class.
    """
    return table("nouns").members[class_]


@functools.cache
def names(class_: str) -> frozenset[str]:
    """Return the words of names of a class, in small letters, for example `title`.

    Raises:
        KeyError: no word of a name has such a class.
    """
    return table("names").members[class_]


@functools.cache
def words(class_: str) -> frozenset[str]:
    """Return the words of grammar of a class, in small letters, for example `condition`.

    Prepositions, conjunctions, determiners, pronouns, adverbs and modal verbs are in this table; several words stand
    with one space between them: `because of`.

    Raises:
        KeyError: no word of grammar has such a class.
    """
    return table("words").members[class_]


@functools.cache
def measures(class_: str) -> frozenset[str]:
    """Return the words of time and quantity of a class, in small letters, for example `month`.

    Raises:
        KeyError: no word of time or quantity has such a class.
    """
    return table("measures").members[class_]


@functools.cache
def value(class_: str) -> Mapping[str, str]:
    """Return the value of each word of a class that gives values, whatever table it is in: `value("month")["may"]`.

    Raises:
        KeyError: no table has such a class, or it gives no values.
    """
    for name in TABLES:
        found = table(name).values.get(class_)
        if found is not None:
            return found
    raise KeyError(class_)


def classes_of_verb(verb: str) -> frozenset[str]:
    """Return the classes of a verb in its base form; none where it is in no table."""
    return table("verbs").classes.get(verb, frozenset())


def classes_of_noun(noun: str) -> frozenset[str]:
    """Return the classes of a noun in its base form; none where it is in no table."""
    return table("nouns").classes.get(noun, frozenset())


def classes_of_word(word: str) -> frozenset[str]:
    """Return the classes of a word of grammar in small letters; none where it is in no table."""
    return table("words").classes.get(word, frozenset())
