"""Queries that come with the package, each an answer to a question that an analyst asks of a graph."""

import typing as t
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from kg.errors import UsageError

REQUIRED: t.Final = "(required)"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be set in a query: it stands there as `$name`."""

    name: str
    meaning: str

    @property
    def required(self) -> bool:
        """Tell whether the query finds nothing without it."""
        return self.meaning.endswith(REQUIRED)


@dataclass(frozen=True, slots=True)
class Example:
    """A query with the question it answers; the file begins with them, as comments."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    sparql: str


def examples() -> tuple[Example, ...]:
    """Return the examples by name."""
    folder = resources.files("kg") / "data" / "queries"
    files = [file for file in folder.iterdir() if file.name.endswith(".rq")]
    return tuple(
        sorted((_example(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in files), key=_name)
    )


def example(name: str) -> Example:
    """Return the example of that name.

    Raises:
        UsageError: there is none.
    """
    known = {each.name: each for each in examples()}
    if name not in known:
        raise UsageError(f"{name!r}: no such example; there are: {', '.join(known)}")
    return known[name]


def _name(each: Example) -> str:
    return each.name


def _example(name: str, sparql: str) -> Example:
    question, *others = _comments(sparql)
    parameters = (line.partition(": ") for line in others)
    return Example(name, question, tuple(Parameter(name, meaning) for name, _, meaning in parameters), sparql)


def _comments(sparql: str) -> Iterator[str]:
    for line in sparql.splitlines():
        if not line.startswith("# "):
            return
        yield line.removeprefix("# ")
