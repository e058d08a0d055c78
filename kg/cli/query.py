"""`kg query`: SPARQL over a graph that was written before."""

import csv
import io
import json
import typing as t
from pathlib import Path

import typer

from kg.cli.columns import aligned
from kg.cli.options import GraphPlace, graph_file
from kg.errors import InputError

if t.TYPE_CHECKING:
    from kg.export.rdf import QueryResult

Format = t.Literal["table", "csv", "json"]


def query(
    graph: GraphPlace,
    sparql: t.Annotated[str, typer.Argument(metavar="SPARQL", help="The query, or @FILE that holds it.")],
    format_: t.Annotated[
        Format, typer.Option("--format", "-f", metavar="table|csv|json", help="How to print the result.")
    ] = "table",
) -> None:
    """Print what a SPARQL query finds in a graph."""
    from kg.export import rdf

    result = rdf.query(graph_file(graph), _query_text(sparql))
    typer.echo(FORMATS[format_](result), nl=False)


def _query_text(argument: str) -> str:
    if not argument.startswith("@"):
        return argument
    try:
        return Path(argument[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{argument[1:]}: cannot be read: {error}") from error


def as_table(result: "QueryResult") -> str:
    """Return columns padded to their widest cell."""
    rows = [tuple(result.columns), *(tuple(cell or "" for cell in row) for row in result.rows)]
    return "".join(f"{line}\n" for line in aligned(rows))


def as_csv(result: "QueryResult") -> str:
    """Return RFC 4180 lines with a header, line feeds only."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([result.columns, *result.rows])
    return text.getvalue()


def as_json(result: "QueryResult") -> str:
    """Return a list of objects, one a row."""
    records = [dict(zip(result.columns, row, strict=True)) for row in result.rows]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


FORMATS: t.Final[t.Mapping[Format, t.Callable[["QueryResult"], str]]] = {
    "table": as_table,
    "csv": as_csv,
    "json": as_json,
}
