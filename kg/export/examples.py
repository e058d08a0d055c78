"""Built-in queries, each an answer to a question that analysts ask about a graph."""

import itertools
import typing as t
from dataclasses import dataclass
from importlib import resources
from operator import attrgetter

from kg.errors import UsageError

REQUIRED: t.Final = "(required)"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a query, written there as `$name`."""

    name: str
    meaning: str

    @property
    def required(self) -> bool:
        """Return whether the query needs a value for it."""
        return self.meaning.endswith(REQUIRED)

    @property
    def is_whole(self) -> bool:
        """Return whether it is a name of an entity; otherwise a part of one is enough."""
        return not self.meaning.startswith("part of ")

    @property
    def is_day(self) -> bool:
        """Return whether it is a day: YYYY-MM-DD."""
        return " day, " in self.meaning


@dataclass(frozen=True, slots=True)
class Example:
    """A query with the question it answers, which is in comments at the start of the file."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    sparql: str


def examples() -> tuple[Example, ...]:
    """Return the examples by name."""
    files = [file for file in (resources.files("kg") / "data" / "queries").iterdir() if file.name.endswith(".rq")]
    found = [_example(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in files]
    return tuple(sorted(found, key=attrgetter("name")))


def example(name: str) -> Example:
    """Return the example with this name.

    Raises:
        UsageError: there is none.
    """
    known = {each.name: each for each in examples()}
    if name not in known:
        raise UsageError(f"{name!r}: no such example; there are: {', '.join(known)}")
    return known[name]


def _example(name: str, sparql: str) -> Example:
    comments = itertools.takewhile(lambda line: line.startswith("# "), sparql.splitlines())
    question, *others = (line.removeprefix("# ") for line in comments)
    parameters = (line.partition(": ") for line in others)
    return Example(name, question, tuple(Parameter(name, meaning) for name, _, meaning in parameters), sparql)
