"""Questions by their names, with arguments that come as text."""

import inspect
import typing as t
from collections.abc import Callable, Mapping

from kg.arguments import hint
from kg.ask.index import GraphIndex
from kg.errors import UsageError

QUESTIONS: t.Final[Mapping[str, Callable[..., t.Any]]] = {
    each.__name__: each
    for each in (
        GraphIndex.search,
        GraphIndex.about,
        GraphIndex.between,
        GraphIndex.said_by,
        GraphIndex.timeline,
        GraphIndex.neighbours,
        GraphIndex.path,
        GraphIndex.evidence,
        GraphIndex.retrieve,
    )
}
"""The questions that a graph answers in addition to SPARQL; each is a method of `GraphIndex`."""


def parameters(name: str) -> dict[str, inspect.Parameter]:
    """Return the parameters of a question by their names."""
    return {key: each for key, each in inspect.signature(QUESTIONS[name]).parameters.items() if key != "self"}


def call(index: GraphIndex, name: str, given: Mapping[str, str]) -> t.Any:
    """Return the answer to a question.

    Args:
        index: the graph.
        name: one of `QUESTIONS`.
        given: the arguments as text, by the names of the parameters.

    Raises:
        UsageError: the question or a parameter is unknown, or an argument is missing or invalid.
    """
    if name not in QUESTIONS:
        raise UsageError(f"{name!r}: no such question; there are: {', '.join(QUESTIONS)}")
    known = parameters(name)
    for key in given:
        if key not in known:
            raise UsageError(f"{name}: has no parameter {key!r}{hint(key, known)}")
    missing = [key for key, each in known.items() if each.default is each.empty and key not in given]
    if missing:
        raise UsageError(f"{name}: needs {', '.join(missing)}")
    return QUESTIONS[name](index, **{key: _value(key, text, known[key]) for key, text in given.items()})


def _value(key: str, text: str, parameter: inspect.Parameter) -> str | int:
    if parameter.annotation is not int:
        return text
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UsageError(f"{key} {text[:20]!r}: must be a number")
    return int(text)
