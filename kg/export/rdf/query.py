"""SPARQL over a graph, answered by pyoxigraph: ten times as fast as rdflib, and it compares all XSD times."""

import os
import re
import typing as t
from dataclasses import dataclass

import pyoxigraph

from kg.errors import InputError, UsageError
from kg.export.iris import DEFAULT_BASE
from kg.export.rdf.turtle import to_turtle
from kg.export.rdf.vocabulary import prefixes
from kg.model import Graph

# strings, IRIs, comments, variables and local names, in which SERVICE is only a word
_NO_KEYWORD = re.compile(
    r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"'
    r"|'''(?:\\.|[^\\])*?'''|'(?:\\.|[^'\\\n])*'|<[^<>\"{}|^`\\\s]*>|#[^\n]*|[?$]\w+|:[\w.-]+",
    re.DOTALL,
)
_ESCAPED_CHARACTER = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U000([0-9A-Fa-f]{5})")

Row: t.TypeAlias = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class QueryResult:
    """What a query found, as rows of text; None where a variable is not bound.

    SELECT has its variables as columns, in the order of the query. ASK has the one column `answer`, `true` or `false`.
    CONSTRUCT and DESCRIBE have `subject`, `predicate` and `object`, sorted.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


def query(source: Graph | str | os.PathLike[str], sparql: str) -> QueryResult:
    """Return what a SPARQL 1.1 query finds in a graph or in a Turtle file; the prefixes of `kg` need not be declared.

    In a file the prefixes are those that the file declares; those of the default base stand in for what it does not.

    Raises:
        InputError: the file cannot be opened or is no Turtle.
        UsageError: the query is not valid, or reaches for another server (SERVICE).
    """
    turtle = to_turtle(source).encode("utf-8") if isinstance(source, Graph) else _content(os.fspath(source))
    store = pyoxigraph.Store()
    try:
        reader = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
        store.bulk_extend(reader)
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{source}: is not Turtle: {_one_line(error)}") from error
    _refuse_service(sparql)
    try:
        result = store.query(sparql, prefixes={**prefixes(DEFAULT_BASE), **reader.prefixes})
        return _result(result)
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise UsageError(f"the query is not valid SPARQL: {_one_line(error)}") from error


def _refuse_service(sparql: str) -> None:
    """Raise where a query would ask another server: pyoxigraph would do so, and has no switch against it."""
    # SPARQL 1.1, 19.2: escapes stand for their characters everywhere, in keywords too
    plain = _ESCAPED_CHARACTER.sub(lambda found: chr(int(found[1] or found[2], 16)), sparql)
    if "service" in _NO_KEYWORD.sub(" ", sparql).lower() or "service" in _NO_KEYWORD.sub(" ", plain).lower():
        raise UsageError("the query uses SERVICE, which would ask another server: leave it out")


def _content(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise InputError(f"{path}: cannot be opened: {error.strerror}") from error


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]


def _result(result: t.Any) -> QueryResult:
    if isinstance(result, pyoxigraph.QueryBoolean):
        return QueryResult(("answer",), (("true" if result else "false",),))
    if isinstance(result, pyoxigraph.QuerySolutions):
        columns = tuple(variable.value for variable in result.variables)
        return QueryResult(columns, tuple(tuple(_cell(term) for term in solution) for solution in result))
    rows = sorted(tuple(str(_cell(term)) for term in triple) for triple in result)
    return QueryResult(("subject", "predicate", "object"), tuple(rows))


def _cell(term: t.Any) -> str | None:
    """Return the text of an IRI or a literal; a blank node as it is written."""
    if term is None:
        return None
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)
