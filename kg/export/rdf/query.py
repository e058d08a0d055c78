"""SPARQL queries on a graph with pyoxigraph, which is ten times as fast as rdflib and compares all XSD times."""

import io
import math
import os
import re
import typing as t
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import pyoxigraph

from kg.errors import InputError, UsageError
from kg.export.iris import DEFAULT_BASE
from kg.export.rdf.parsing import FORMATS, opened, refuse_former, syntax_at
from kg.export.rdf.recovery import PLAIN_EDGES
from kg.export.rdf.terms import SHORT_ESCAPES
from kg.export.rdf.vocabulary import FORMER, KG, NIF, XSD, prefixes
from kg.export.rdf.writing import to_turtle
from kg.model import Graph
from kg.threads import call_in_thread

# strings, IRIs and comments, which contain neither keywords nor variables
_OPAQUE = (
    r'"""(?:\\.|[^\\])*?"""|"(?:\\.|[^"\\\n])*"'
    r"|'''(?:\\.|[^\\])*?'''|'(?:\\.|[^'\\\n])*'|<[^<>\"{}|^`\\\s]*>|#[^\n]*"
)
_GAP = r"(?:\s|#[^\n\r]*[\n\r])*+"
_PLACE = r"(?:[?$][^\s{#]*+|<[^<>]*+>|[^\s{}<>:#]*+:(?:\\.|[^\s{#\\])*+)"
_SERVICE = re.compile(rf"[?$]\w+|(?P<clause>service{_GAP}(?:silent{_GAP})?{_PLACE}{_GAP}\{{)", re.IGNORECASE)
_PARAMETER = re.compile(rf"{_OPAQUE}|\$(?P<name>\w+)", re.DOTALL)
_OF_DOCUMENTS = f"ASK {{ GRAPH ?document {{ ?document a <{NIF['Context']}> }} }}"
_OF_PLAIN_EDGES = f"ASK {{ ?dataset <{KG['layout']}> <{KG['none']}> }}"
_OF_FORMER = f"ASK {{ {{ ?statement a <{FORMER}> }} UNION {{ GRAPH ?graph {{ ?statement a <{FORMER}> }} }} }}"
_ESCAPED_CHARACTER = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U000([0-9A-Fa-f]{5})")

# XML Schema 1.1, part 2: the types derived from xsd:integer, the other types of numbers, and their texts
_WHOLE_TYPE = re.compile(rf"{re.escape(XSD.iri)}\w*?(?:integer|long|int|short|byte)", re.IGNORECASE)
_OTHER_TYPE = re.compile(rf"{re.escape(XSD.iri)}(?:decimal|double|float)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_BOOLEANS: t.Final[Mapping[str, bool]] = {"true": True, "1": True, "false": False, "0": False}
RESULT_FORMATS: t.Final[Mapping[str, pyoxigraph.QueryResultsFormat]] = {
    "application/sparql-results+json": pyoxigraph.QueryResultsFormat.JSON,
    "application/sparql-results+xml": pyoxigraph.QueryResultsFormat.XML,
    "text/csv": pyoxigraph.QueryResultsFormat.CSV,
    "text/tab-separated-values": pyoxigraph.QueryResultsFormat.TSV,
    "application/json": pyoxigraph.QueryResultsFormat.JSON,
    "application/xml": pyoxigraph.QueryResultsFormat.XML,
}
"""The result formats of SELECT and ASK, by media type."""
GRAPH_FORMATS: t.Final[Mapping[str, pyoxigraph.RdfFormat]] = {
    "text/turtle": pyoxigraph.RdfFormat.TURTLE,
    "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML,
    "application/ld+json": pyoxigraph.RdfFormat.JSON_LD,
}
"""The result formats of CONSTRUCT and DESCRIBE, by media type."""

MAX_LENGTH: t.Final = 2**16
"""The maximum length of a query in characters; values do not count."""
MAX_DEPTH: t.Final = 100
"""The maximum nesting depth of brackets in a query."""
STACK: t.Final = 2**26
"""The stack size for a query in bytes. pyoxigraph walks a query recursively, and a stack overflow ends the process.
8 MiB are too few for 1,000 nested functions or 10,000 operators in a row; 64 MiB are enough for what `MAX_LENGTH` and
`MAX_DEPTH` allow.
"""
_BRACKET: t.Final = re.compile(r"[{(\[]|[})\]]")

UNDECLARED: t.Final = "Prefix not found"
"""The part of the parser's message that reports an undeclared prefix."""
Row: t.TypeAlias = tuple[str | None, ...]
Value: t.TypeAlias = str | bool | int | float | None
Answer: t.TypeAlias = "pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples"


@dataclass(frozen=True, slots=True)
class QueryResult:
    """The result of a query as rows of strings, with None for unbound variables.

    SELECT has its variables as columns, in the order of the query. ASK has one column `answer`, `true` or `false`.
    CONSTRUCT and DESCRIBE have `subject`, `predicate` and `object`, sorted. `prefixes` are those of the graph.
    `values` are the rows again, with numbers and booleans of XML Schema as such instead of as strings.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    values: tuple[tuple[Value, ...], ...] = field(default=(), compare=False, repr=False)

    def __iter__(self) -> t.Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class LoadedGraph:
    """A graph in a store that answers queries, with the prefixes that a query need not declare."""

    store: pyoxigraph.Store
    prefixes: Mapping[str, str]
    is_united: bool = False
    """Whether the default graph is the union of all named graphs: if each is a document."""

    def check_statements(self, source: object) -> None:
        """Check that the statements of the graph were not left out.

        Args:
            source: where the graph is from, for the message.

        Raises:
            InputError: they were, so that questions about them have no true answer.
        """
        if self.store.query(_OF_PLAIN_EDGES):
            raise InputError(f"{source}: {PLAIN_EDGES}")

    def answer(
        self,
        sparql: str,
        *,
        values: Mapping[str, str] | None = None,
        default_graphs: Sequence[str] | None = None,
        named_graphs: Sequence[str] | None = None,
    ) -> Answer:
        """Return the result of a query as a pyoxigraph object.

        Args:
            sparql: the query.
            values: a string for each parameter `$name` of the query.
            default_graphs: the IRIs of the graphs to query; None uses the graph itself.
            named_graphs: the IRIs of the graphs that GRAPH may name; None allows all.

        Raises:
            UsageError: the query is invalid, too long or nested too deeply, accesses another server, or does not
                have one of the parameters.
        """
        _refuse_too_much(sparql)
        _refuse_service(sparql)  # before values are inserted: these are literals, whatever they contain
        bound = with_values(sparql, values or {})
        try:
            return self.store.query(
                bound,
                prefixes=dict(self.prefixes),
                use_default_graph_as_union=self.is_united and default_graphs is None,
                default_graph=None if default_graphs is None else [*map(pyoxigraph.NamedNode, default_graphs)],
                named_graphs=None if named_graphs is None else [*map(pyoxigraph.NamedNode, named_graphs)],
            )
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            text = _one_line(error)
            if UNDECLARED in text:
                known = ", ".join(f"{name}:" for name in sorted(self.prefixes))
                where = text.partition(": expected")[0]
                text = f"{where}: an undeclared prefix; known without PREFIX are {known}"
            raise UsageError(f"the query is not valid SPARQL: {text}") from error


def load_graph(source: Graph | str | os.PathLike[str]) -> LoadedGraph:
    """Return a graph, or the graph in an RDF file, ready for queries.

    The prefixes are those that the file declares at its beginning; missing ones come from the default base.
    Named graphs that are documents are queried together; others, only by their names.

    Raises:
        InputError: the file cannot be opened, is not what its extension says, or has the classes of kg 0.1.
    """
    store = pyoxigraph.Store()
    syntax = "turtle" if isinstance(source, Graph) else syntax_at(source)
    text = to_turtle(source).encode("utf-8") if isinstance(source, Graph) else b""
    try:
        with io.BytesIO(text) if isinstance(source, Graph) else opened(source, syntax) as file:
            reader = pyoxigraph.parse(file, format=FORMATS[syntax])
            next(reader, None)  # the prefixes are known once the first triple is read
            file.seek(0)
            store.bulk_load(file, format=FORMATS[syntax])
    except (SyntaxError, ValueError) as error:
        raise InputError(f"{source}: is not {FORMATS[syntax].name}: {_one_line(error)}") from error
    except OSError as error:
        raise InputError(f"{source}: cannot be opened: {error.strerror or _one_line(error)}") from error
    if not isinstance(source, Graph) and store.query(_OF_FORMER):
        refuse_former(source)
    names = {**prefixes(DEFAULT_BASE), **reader.prefixes}
    return LoadedGraph(store, names, bool(store.query(_OF_DOCUMENTS)))


def query(
    source: Graph | str | os.PathLike[str], sparql: str, *, values: Mapping[str, str] | None = None
) -> QueryResult:
    """Return the result of a SPARQL 1.1 query on a graph or an RDF file; the prefixes of `kg` need no declaration.

    Args:
        source: a graph, or the path of an RDF file.
        sparql: the query.
        values: a string for each parameter `$name` of the query.

    Raises:
        InputError: the file cannot be opened or is not what its extension says.
        UsageError: the query is invalid, accesses another server (SERVICE), or does not have a parameter.
    """
    return call_in_thread(lambda: _found(load_graph(source), sparql, values), stack=STACK)


def _found(loaded: LoadedGraph, sparql: str, values: Mapping[str, str] | None) -> QueryResult:
    return replace(_result(loaded.answer(sparql, values=values)), prefixes=loaded.prefixes)


def query_graph(source: Graph | str | os.PathLike[str], sparql: str, *, values: Mapping[str, str] | None = None) -> str:
    """Return the triples of a CONSTRUCT or DESCRIBE query as sorted Turtle.

    Raises:
        InputError: as for `query`.
        UsageError: as for `query`, or the query returns rows instead of triples.
    """
    return call_in_thread(lambda: _turtle(load_graph(source), sparql, values or {}), stack=STACK)


def _turtle(loaded: LoadedGraph, sparql: str, values: Mapping[str, str]) -> str:
    found = loaded.answer(sparql, values=values)
    if not isinstance(found, pyoxigraph.QueryTriples):
        raise UsageError("only CONSTRUCT and DESCRIBE return Turtle: use the format table, csv or json")
    triples = sorted(set(_evaluated(found)), key=str)
    turtle = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.TURTLE, prefixes=dict(loaded.prefixes))
    return turtle.decode("utf-8") if turtle is not None else ""


def write_answer(found: Answer, output: t.IO[bytes], media_types: Sequence[str]) -> str | None:
    """Write the result of a query in the first suitable media type, and return that type.

    Args:
        found: the result of `LoadedGraph.answer`.
        output: the output stream; an OSError from it stops the query.
        media_types: keys of `RESULT_FORMATS` and `GRAPH_FORMATS`, in order of preference.

    Returns:
        None if no media type fits: rows need another format than graphs.

    Raises:
        UsageError: the evaluation of the query fails.
    """
    is_graph = isinstance(found, pyoxigraph.QueryTriples)
    formats: Mapping[str, t.Any] = GRAPH_FORMATS if is_graph else RESULT_FORMATS
    chosen = next((each for each in media_types if each in formats), None)
    if chosen is not None:
        try:
            found.serialize(output, format=formats[chosen])
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise UsageError(f"the query cannot be answered: {_one_line(error)}") from error
    return chosen


def with_values(sparql: str, values: Mapping[str, str]) -> str:
    """Return the query with each parameter `$name` that has a value replaced by a string literal.

    A value is plain text: whatever it contains, it stays within its literal.

    Raises:
        UsageError: the query has no such parameter, or the value is not Unicode text.
    """
    known = parameters(sparql)
    for name, value in values.items():
        if name not in known:
            names = ", ".join(f"${each}" for each in sorted(known)) or "none"
            raise UsageError(f"${name}: the query has no such parameter; it has: {names}")
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise UsageError(f"${name}: the value is not Unicode text")
    return _PARAMETER.sub(
        lambda found: _literal(values[found["name"]]) if found["name"] in values else found[0], sparql
    )


def parameters(sparql: str) -> frozenset[str]:
    """Return the names of the variables that a query writes with `$`, which can be given values."""
    return frozenset(found["name"] for found in _PARAMETER.finditer(sparql) if found["name"])


def _literal(value: str) -> str:
    escaped = "".join(SHORT_ESCAPES.get(character, character) for character in value)
    # SPARQL 1.1, 19.2 decodes \u before it reads strings, and not every engine leaves `\\u` alone
    return '"' + re.sub(r"\\([uU])", lambda found: f"\\\\u{ord(found[1]):04X}", escaped) + '"'


def _refuse_too_much(sparql: str) -> None:
    """Raise an error if a query is so long or deeply nested that its parser could crash the process.

    Brackets in strings, IRIs and comments count too, because only a parser can tell where those begin and end.
    """
    if len(sparql) > MAX_LENGTH:
        raise UsageError(f"the query is longer than {MAX_LENGTH} characters: ask for less at a time")
    depth = 0
    for bracket in _BRACKET.finditer(sparql):
        depth = depth + 1 if bracket[0] in "{([" else max(depth - 1, 0)
        if depth > MAX_DEPTH:
            raise UsageError(f"the query nests more than {MAX_DEPTH} brackets: simplify it")


def _refuse_service(sparql: str) -> None:
    """Raise an error if a query would access another server: pyoxigraph would do so, and has no option against it.

    Only a parser can tell where strings, IRIs and comments begin and end (`?a<1` may begin an IRI or not). So whatever
    looks like such a clause counts as one, even in a string or a comment; the name of a variable never does.
    """
    # SPARQL 1.1, 19.2: escapes are decoded everywhere, including in keywords
    plain = _ESCAPED_CHARACTER.sub(lambda found: chr(int(found[1] or found[2], 16)), sparql)
    if any(found["clause"] for text in (sparql, plain) for found in _SERVICE.finditer(text)):
        raise UsageError("the query uses SERVICE, which would send it to another server: remove it")


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:300]


def _evaluated(found: t.Iterable[t.Any]) -> t.Iterator[t.Any]:
    """Yield the result of a query; it is evaluated lazily, so errors occur only now."""
    try:
        yield from found
    except (SyntaxError, ValueError, OSError, RuntimeError) as error:
        raise UsageError(f"the query cannot be answered: {_one_line(error)}") from error


def _result(found: Answer) -> QueryResult:
    if isinstance(found, pyoxigraph.QueryBoolean):
        return QueryResult(("answer",), (("true" if found else "false",),), values=((bool(found),),))
    if isinstance(found, pyoxigraph.QuerySolutions):
        return _of_terms(tuple(variable.value for variable in found.variables), map(tuple, _evaluated(found)))
    triples = sorted(map(tuple, _evaluated(found)), key=lambda triple: [*map(_cell, triple)])
    return _of_terms(("subject", "predicate", "object"), triples)


def _of_terms(columns: tuple[str, ...], found: t.Iterable[tuple[t.Any, ...]]) -> QueryResult:
    terms = [*found]
    values = tuple(tuple(map(_value, row)) for row in terms)
    return QueryResult(columns, tuple(tuple(map(_cell, row)) for row in terms), values=values)


def _cell(term: t.Any) -> str | None:
    """Return the text of an IRI or a literal; a blank node as it is written."""
    if term is None:
        return None
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else str(term)


def _value(term: t.Any) -> Value:
    """Return a number or a boolean of XML Schema as such if JSON can express it, otherwise the text."""
    text = _cell(term)
    if text is None or not isinstance(term, pyoxigraph.Literal):
        return text
    type_ = term.datatype.value
    if type_ == f"{XSD.iri}boolean":
        return _BOOLEANS.get(text, text)
    return _number(text, type_) if _NUMBER.fullmatch(text) else text


def _number(text: str, type_: str) -> int | float | str:
    try:
        if _WHOLE_TYPE.fullmatch(type_):
            return int(text)
        value = float(text) if _OTHER_TYPE.fullmatch(type_) else math.inf
    except ValueError:  # the text is not of its type, or too long
        return text
    return value if math.isfinite(value) else text
