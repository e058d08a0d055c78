"""Select the statements of a graph by topic, speaker and time."""

import itertools
import typing as t
from collections.abc import Callable, Collection, Iterable
from datetime import date

from kg.arguments import as_date, as_fraction, check_choice, hint, several
from kg.errors import UsageError
from kg.export.importance import Importance, importance
from kg.export.neighbourhood import named, part
from kg.lexicon.noun_types import broad_type
from kg.model import Graph, Span, Statement, Status

Statements: t.TypeAlias = tuple[Statement, ...]
Test: t.TypeAlias = Callable[[Statement], object]
"""A function that returns whether to keep a statement."""


def about(graph: Graph, name: str, *, weights: Importance | None = None) -> Statements:
    """Return the statements with this name as subject or object, the most important first (see `named`).

    Here and below, `weights` is the result of `importance(graph)`, if already known.
    """
    ids = named(graph.entities, name)
    return _chosen(graph, lambda statement: not ids.isdisjoint((statement.subject, statement.object)), weights)


def between(graph: Graph, one: str, other: str, *, weights: Importance | None = None) -> Statements:
    """Return the statements that connect two entities, in either direction, the most important first."""
    ends = named(graph.entities, one), named(graph.entities, other)
    return _chosen(graph, lambda statement: _joins(statement, *ends) or _joins(statement, *ends[::-1]), weights)


def _joins(statement: Statement, subjects: Collection[str], objects: Collection[str]) -> bool:
    return statement.subject in subjects and isinstance(statement.object, str) and statement.object in objects


def said_by(graph: Graph, name: str, *, weights: Importance | None = None) -> Statements:
    """Return the statements of a speaker, the most important first; statements that he or she denies are left out."""
    speakers = named(graph.entities, name)
    return _chosen(graph, lambda statement: statement.speaker in speakers, weights)


def _chosen(graph: Graph, test: Test, weights: Importance | None) -> Statements:
    return by_importance((statement for statement in graph.statements if test(statement)), weights or importance(graph))


def most_important(graph: Graph, number: int, weights: Importance) -> Graph:
    """Return the part of a graph with its most important statements and their entities."""
    chosen = {statement.id for statement in by_importance(graph.statements, weights)[:number]}
    return part(graph, tuple(statement for statement in graph.statements if statement.id in chosen))


def timeline(graph: Graph, *, weights: Importance | None = None) -> Statements:
    """Return the statements with a day, by their first day, then their last day, then their importance."""
    known = (weights or importance(graph)).statements
    dated = [
        (_days(statement), -known[statement.id], statement.id, statement)
        for statement in graph.statements
        if _days(statement) is not None
    ]
    return tuple(statement for *_, statement in sorted(dated, key=lambda each: each[:3]))


def _days(statement: Statement) -> tuple[date, date] | None:
    """Return the first and the last day of a statement; an open end is set to the other."""
    if statement.time is None or (statement.time.start is None and statement.time.end is None):
        return None
    start, end = statement.time.start or statement.time.end, statement.time.end or statement.time.start
    return t.cast("tuple[date, date]", (start, end))


def by_importance(statements: Iterable[Statement], weights: Importance) -> Statements:
    """Return statements by decreasing importance; ties are in the order of the texts."""

    def weight(statement: Statement) -> float:
        return -weights.statements[statement.id]

    # in two steps: keys for all statements with their evidence would take more memory than the statements
    ties = itertools.groupby(sorted(statements, key=weight), key=weight)
    return tuple(statement for _, some in ties for statement in sorted(some, key=first_evidence))


def first_evidence(statement: Statement) -> tuple[list[Span], str]:
    """Return a sort key for statements, by their first sentence in the documents."""
    return [min(claim.evidence.span for claim in statement.claims)] if statement.claims else [], statement.id


def filtered(
    graph: Graph,
    where: Test | None = None,
    *,
    status: str | Iterable[str] | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
    type: str | None = None,  # noqa: A002 - what everybody calls it
    min_confidence: float = 0.0,
    min_importance: float = 0.0,
) -> Graph:
    """Return the part of a graph whose statements pass all tests, with their entities and documents.

    Args:
        graph: the graph.
        where: a function that returns whether to keep a statement.
        status: affirmed, negated, possible, alleged, planned, conditional or denied; or several of them.
        since: the time of the statement does not end before this day (a str is YYYY-MM-DD).
        until: its time does not begin after this day.
        type: its subject or its object has this type or a narrower one: `Organization` includes companies.
        min_confidence: the minimum confidence, in [0, 1].
        min_importance: the minimum importance, in [0, 1].

    Raises:
        UsageError: there is no such status or type, a day is invalid, or a number is outside [0, 1].
    """
    least = as_fraction("min_confidence", min_confidence, 0.0), as_fraction("min_importance", min_importance, 0.0)
    tests: list[Test] = [lambda statement: statement.confidence >= least[0]]
    tests += [] if where is None else [where]
    tests += [] if status is None else [_has_status(several(status))]
    tests += [] if since is None and until is None else [_lies_in(as_date(since), as_date(until))]
    tests += [] if type is None else [_names_one_of(_of_type(graph, type))]
    tests += [] if least[1] == 0.0 else [_is_as_important(graph, least[1])]
    return part(graph, tuple(statement for statement in graph.statements if all(test(statement) for test in tests)))


def _has_status(wanted: Iterable[str]) -> Test:
    words = frozenset(wanted)
    for word in sorted(words):
        check_choice("status", word, t.get_args(Status))
    return lambda statement: statement.status in words


def _lies_in(since: date | None, until: date | None) -> Test:
    first, last = since or date.min, until or date.max
    return lambda statement: (days := _days(statement)) is not None and days[1] >= first and days[0] <= last


def _names_one_of(ids: frozenset[str]) -> Test:
    return lambda statement: not ids.isdisjoint((statement.subject, statement.object))


def _is_as_important(graph: Graph, least: float) -> Test:
    weights = importance(graph).statements
    return lambda statement: weights[statement.id] >= least


def _of_type(graph: Graph, type_: str) -> frozenset[str]:
    wanted = type_.casefold()
    types = {entity.type for entity in graph.entities}
    fitting = {each for each in types if wanted in {each.casefold(), broad_type(each).casefold()}}
    if not fitting:
        raise UsageError(f"type {type_!r}: no entity in the graph has this type{hint(type_, types)}")
    return frozenset(entity.id for entity in graph.entities if entity.type in fitting)
