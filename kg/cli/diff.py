"""`kg diff`: what two graphs say differently."""

import json
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import typer

from kg.cli.columns import printable
from kg.cli.options import graph_file
from kg.errors import InputError, UsageError

if t.TYPE_CHECKING:
    from kg.diff import DocumentDifference, FactDifference
    from kg.graph import KnowledgeGraph

Format = t.Literal["text", "json"]
FormatOption = t.Annotated[Format, typer.Option("--format", "-f", metavar="text|json", help="Output format.")]
SIGNS: t.Final = {"added": "+", "lost": "-", "changed": "~"}


def diff(
    before: t.Annotated[Path, typer.Argument(metavar="BEFORE", help="A graph: the folder, or its file of RDF.")],
    after: t.Annotated[Path, typer.Argument(metavar="AFTER", help="The graph to compare with it.")],
    format_: FormatOption = "text",
) -> None:
    """Compare two graphs, statement by statement.

    Prints what was added, lost or changed. The exit code is 1 if there is any difference.
    """
    from kg.diff import differences

    found = differences(_graph(before), _graph(after))
    typer.echo(FORMATS[format_](found), nl=False)
    if found:
        raise typer.Exit(1)


def _graph(place: Path) -> "KnowledgeGraph":
    from kg.graph import KnowledgeGraph

    try:
        return KnowledgeGraph.read(graph_file(place))
    except InputError as error:
        raise UsageError(str(error)) from error  # exit code 1 would say that there is a difference


def as_text(found: "Sequence[DocumentDifference]") -> str:
    """Return a block a document and a count of each kind of difference; nothing where there is none."""
    if not found:
        return ""
    kinds = Counter[str](each.kind for document in found for each in document.facts)
    counts = ", ".join(f"{kinds[kind]} {kind}" for kind in SIGNS)
    return "".join(f"{line}\n" for line in [*_lines(found), f"facts: {counts}"])


def _lines(found: "Iterable[DocumentDifference]") -> Iterator[str]:
    for document in found:
        state = "" if document.text == "same" else f" (document {document.text})"
        yield printable(document.document) + state
        for each in document.facts:
            yield from _fact_lines(each)


def _fact_lines(each: "FactDifference") -> Iterator[str]:
    parts = (each.fact.subject, each.fact.relation, each.fact.object)
    yield f"  {SIGNS[each.kind]} {printable(' | '.join(part for part in parts if part))}"
    telling = each.after or each.before
    if telling is not None and "sentence" not in each.changes:
        yield f"      {printable(telling.sentence)}"
    for name, (one, other) in each.changes.items():
        yield f"      {name.replace('_', ' ')}: {_shown(one)} -> {_shown(other)}"


def _shown(value: t.Any) -> str:
    return printable(str(value)) or "none"


def as_json(found: "Sequence[DocumentDifference]") -> str:
    """Return a list of objects, one a document."""
    records = [
        {
            "document": document.document,
            "text": document.text,
            "facts": [{"kind": each.kind, "changed": list(each.changes), **asdict(each)} for each in document.facts],
        }
        for document in found
    ]
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


FORMATS: t.Final[t.Mapping[Format, t.Callable[["Sequence[DocumentDifference]"], str]]] = {
    "text": as_text,
    "json": as_json,
}
