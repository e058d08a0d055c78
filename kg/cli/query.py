"""`kg query`: query an existing graph with SPARQL."""

import csv
import io
import json
import shutil
import sys
import typing as t
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import typer

from kg.cli.columns import aligned, in_blocks
from kg.cli.options import graph_file
from kg.errors import InputError, UsageError

if t.TYPE_CHECKING:
    from kg.export.examples import Parameter
    from kg.export.rdf import QueryResult

NAMES: t.Final = "SELECT DISTINCT ?name WHERE { ?thing a kg:Entity ; rdfs:label|skos:altLabel ?name }"
Format = t.Literal["table", "csv", "json", "turtle"]


def query(
    graph: t.Annotated[
        Path | None, typer.Argument(metavar="GRAPH", help="Folder that kg build wrote, or its RDF file.")
    ] = None,
    sparql: t.Annotated[
        str | None,
        typer.Argument(metavar="SPARQL", help="The query, @FILE to read it from a file, or - for standard input."),
    ] = None,
    file: t.Annotated[Path | None, typer.Option("--file", metavar="FILE", help="File with the query.")] = None,
    example: t.Annotated[str | None, typer.Option("--example", metavar="NAME", help="Run a predefined query.")] = None,
    list_examples: t.Annotated[bool, typer.Option("--examples", help="List the predefined queries and exit.")] = False,
    set_: t.Annotated[
        list[str], typer.Option("--set", metavar="NAME=TEXT", help="Text for $NAME in the query (repeatable).")
    ] = [],  # noqa: B006 - typer reads the default, nobody writes to it
    format_: t.Annotated[
        Format,
        typer.Option("--format", "-f", metavar="table|csv|json|turtle", help="Output format; turtle for CONSTRUCT."),
    ] = "table",
) -> None:
    """Query a graph with SPARQL."""
    if list_examples:
        typer.echo(list_of_examples(), nl=False)
        return
    values = _values(set_)
    text = _query_text(sparql, file, example, values)
    if graph is None:
        raise UsageError("give a graph: kg query GRAPH SPARQL")
    from kg.export.rdf.query import query, query_graph

    place = graph_file(graph)
    if format_ == "turtle":
        typer.echo(query_graph(place, text, values=values), nl=False)
        return
    found = query(place, text, values=values)
    if example is not None and not found.rows:
        _refuse_plain_edges(place)
    typer.echo(FORMATS[format_](found), nl=False)
    if example is not None and not found.rows:
        _show_why_empty(place, example, values)


def _refuse_plain_edges(place: Path) -> None:
    """Raise an error if a graph has no statements because they were left out: no answer would mislead."""
    from kg.export.rdf.query import load_graph

    load_graph(place).check_statements(place)


def _show_why_empty(place: Path, example: str, values: t.Mapping[str, str]) -> None:
    """Write on standard error which name is not in the graph, otherwise that an example matches nothing."""
    from kg.export import examples

    asked = [each for each in examples.example(example).parameters if "name" in each.meaning and each.name in values]
    known = _names(place) if asked else frozenset()
    unknown = [line for each in asked if (line := _why_unknown(each, values[each.name], known))]
    unknown = unknown or [f"--example {example}: no statement in the graph matches; --examples lists other queries"]
    for line in unknown:
        typer.echo(f"kg: {line}", err=True)


def _names(place: Path) -> frozenset[str]:
    from kg.export.rdf.query import query

    return frozenset(name for (name,) in query(place, NAMES) if name is not None)


def _why_unknown(parameter: "Parameter", value: str, known: frozenset[str]) -> str | None:
    """Return why a name, or a part of one, is not in the graph; None if it is."""
    from kg.arguments import hint

    wanted, there = value.lower(), {name.lower() for name in known}
    if wanted in there or (not parameter.is_whole and any(wanted in name for name in there)):
        return None
    missing = "nothing in the graph has this name" if parameter.is_whole else "no name in the graph contains this"
    return f"--set {parameter.name}={value}: {missing}{hint(value, known)}"


def list_of_examples() -> str:
    """Return the name of each example with its question and, below, its parameters."""
    from kg.export import examples

    lines = []
    for each in examples.examples():
        lines.append(f"{each.name:<20}{each.question}\n")
        lines += (f"{'':<22}--set {one.name}=TEXT  {one.meaning}\n" for one in each.parameters)
    return "".join(lines)


def _values(settings: Iterable[str]) -> dict[str, str]:
    values = {}
    for setting in settings:
        name, sign, text = setting.partition("=")
        if not sign or not name.isidentifier():
            raise UsageError(f"--set {setting}: must be NAME=TEXT")
        values[name] = text
    return values


def _query_text(argument: str | None, file: Path | None, example: str | None, values: t.Mapping[str, str]) -> str:
    if (argument is None) + (file is None) + (example is None) != 2:
        raise UsageError(
            "give one query: SPARQL, --file FILE or --example NAME; kg query --examples lists the examples"
        )
    if example is not None:
        return _of_example(example, values)
    if argument is not None and not argument.startswith("@") and argument != "-":
        text, place = argument, ""
    else:
        source = file or Path((argument or "").removeprefix("@"))
        text, place = _content(source), f"{source}: "
    if not text.strip():
        raise UsageError(f"{place}the query is empty: give SPARQL, or --example NAME")
    return text


def _of_example(name: str, values: t.Mapping[str, str]) -> str:
    from kg.export import examples

    chosen = examples.example(name)
    for each in chosen.parameters:
        if each.required and each.name not in values:
            raise UsageError(f"--example {name}: needs --set {each.name}=TEXT, {each.meaning}")
        if each.is_day and not _is_day(values.get(each.name)):
            raise UsageError(f"--set {each.name}={values[each.name]}: must be a date, YYYY-MM-DD")
    return chosen.sparql


def _is_day(text: str | None) -> bool:
    """Tell a day as SPARQL writes it, or no text."""
    try:
        return text is None or date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _content(path: Path) -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8") if str(path) == "-" else path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from error


def as_table(result: "QueryResult") -> str:
    """Return columns padded to their widest cell, IRIs with the prefixes of the graph: `kgr:Oslo`.

    On a terminal that is too narrow for them, each row is a block with a line for each column.
    """
    longest = sorted(result.prefixes.items(), key=lambda each: (-len(each[1]), each))
    rows = [tuple(_shortened(cell or "", longest) for cell in row) for row in result.rows]
    lines = aligned([tuple(result.columns), *rows])
    if sys.stdout.isatty() and max(map(len, lines)) > shutil.get_terminal_size().columns:
        lines = in_blocks(result.columns, rows)
    return "".join(f"{line}\n" for line in lines)


def _shortened(cell: str, prefixes: Iterable[tuple[str, str]]) -> str:
    return next((f"{name}:{cell.removeprefix(iri)}" for name, iri in prefixes if cell.startswith(iri)), cell)


def as_csv(result: "QueryResult") -> str:
    """Return RFC 4180 lines with a header, line feeds only; no cell is a formula."""
    from kg.export.sheets import without_formula

    text = io.StringIO()
    rows = (tuple(without_formula(cell or "") for cell in row) for row in result.rows)
    csv.writer(text, lineterminator="\n").writerows([result.columns, *rows])
    return text.getvalue()


def as_json(result: "QueryResult") -> str:
    """Return a list of objects, one per row, with numbers and booleans as such."""
    records = [dict(zip(result.columns, row, strict=True)) for row in result.values]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


FORMATS: t.Final[t.Mapping[str, t.Callable[["QueryResult"], str]]] = {"table": as_table, "csv": as_csv, "json": as_json}
