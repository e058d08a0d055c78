"""`kg score`: score a graph against a gold file."""

import json
import typing as t
from dataclasses import asdict
from pathlib import Path

import typer

from kg.arguments import as_fraction
from kg.cli.columns import aligned
from kg.cli.options import graph_file
from kg.errors import OutputError

if t.TYPE_CHECKING:
    from kg.score import Report, Score

Format = t.Literal["text", "json"]
PAGE: t.Final = "misses.html"


def score(
    gold: t.Annotated[Path, typer.Argument(metavar="GOLD", help="The gold file: JSON lines, or CSV.")],
    graph: t.Annotated[
        Path, typer.Argument(metavar="GRAPH", help="Folder that kg build wrote, or its RDF file.")
    ] = Path("out"),
    page: t.Annotated[
        Path | None,
        typer.Option("--page", metavar="PAGE", help="HTML file for the misses. Default: next to the graph."),
    ] = None,
    fail_under: t.Annotated[
        float, typer.Option("--fail-under", metavar="FLOAT", help="Exit with code 1 if a lenient F1 is below this.")
    ] = 0.0,
    format_: t.Annotated[Format, typer.Option("--format", "-f", metavar="text|json", help="Output format.")] = "text",
) -> None:
    """Score a graph against a gold file.

    Prints precision, recall and F1 of statements and entities, and writes a page of misses.
    """
    from kg.graph import KnowledgeGraph
    from kg.score import misses_page, read_gold
    from kg.score import score as scored

    least, wanted, source = as_fraction("--fail-under", fail_under, 0.0), read_gold(gold), graph_file(graph)
    loaded = KnowledgeGraph.read(source)
    report = scored(loaded, wanted)
    file = page or source.with_name(PAGE)
    try:
        file.write_text(misses_page(loaded, report, title=f"{source} against {gold}"), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror}") from error
    for document in report.absent:
        typer.echo(
            f"kg: {document}: is in the gold file but not in the graph; all its gold lines count as missed",
            err=True,
        )
    typer.echo(FORMATS[format_](report))
    if any(each.match == "lenient" and each.f1 < least for each in report.scores):
        raise typer.Exit(1)


def as_text(report: "Report") -> str:
    """Return the figures as a table."""
    rows = [("", "precision (95 %)", "recall (95 %)", "F1")]
    rows += [
        (f"{each.kind}, {each.match}", str(each.precision), str(each.recall), f"{each.f1:.2f}")
        for each in report.scores
    ]
    return "\n".join(aligned(rows))


def as_json(report: "Report") -> str:
    """Return the figures as a list of objects."""
    figures = [{"kind": each.kind, "match": each.match, **_shares(each), "f1": each.f1} for each in report.scores]
    return json.dumps(figures, indent=2)


def _shares(score: "Score") -> dict[str, t.Any]:
    shares = {"precision": score.precision, "recall": score.recall}
    return {name: {**asdict(one), "value": one.value, "interval": one.interval} for name, one in shares.items()}


FORMATS: t.Final[t.Mapping[Format, t.Callable[["Report"], str]]] = {"text": as_text, "json": as_json}
