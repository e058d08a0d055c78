"""`kg diff`: compare two graphs."""

import json
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import typer

from kg.cli.columns import printable
from kg.cli.options import TextFormat, graph_file
from kg.errors import InputError, UsageError

if t.TYPE_CHECKING:
    from kg.diff import DocumentDifference, EntityDifference, FactDifference
    from kg.graph import KnowledgeGraph

SIGNS: t.Final = {"added": "+", "lost": "-", "changed": "~"}


def diff(
    before: t.Annotated[Path, typer.Argument(metavar="BEFORE", help="A graph: its folder or its RDF file.")],
    after: t.Annotated[Path, typer.Argument(metavar="AFTER", help="The graph to compare with it.")],
    format_: TextFormat = "text",
) -> None:
    """Compare the statements and entities of two graphs.

    Prints what was added, lost or changed. The exit code is 1 if there is any difference.
    """
    from kg.diff import differences, entity_differences

    graphs = _graph(before), _graph(after)
    found, entities = differences(*graphs), entity_differences(*graphs)
    typer.echo(FORMATS[format_](found, entities), nl=False)
    if found or entities:
        raise typer.Exit(1)


def _graph(place: Path) -> "KnowledgeGraph":
    from kg.graph import KnowledgeGraph

    try:
        return KnowledgeGraph.read(graph_file(place))
    except InputError as error:
        raise UsageError(str(error)) from error  # exit code 1 would say that there is a difference


def as_text(found: "Sequence[DocumentDifference]", entities: "Sequence[EntityDifference]" = ()) -> str:
    """Return one block per document, one for the entities, and counts; empty if there are no differences."""
    lines = [*_lines(found), *(["entities"] if entities else []), *_entity_lines(entities)]
    facts = [each for document in found for each in document.facts]
    lines += [f"facts: {_counted(facts)}", f"entities: {_counted(entities)}"] if found or entities else []
    return "".join(f"{line}\n" for line in lines)


def _counted(found: "Iterable[FactDifference | EntityDifference]") -> str:
    kinds = Counter[str](each.kind for each in found)
    return ", ".join(f"{kinds[kind]} {kind}" for kind in SIGNS)


def _entity_lines(entities: "Iterable[EntityDifference]") -> Iterator[str]:
    for each in entities:
        known = each.after or each.before
        if known is not None:
            yield f"  {SIGNS[each.kind]} {printable(f'{known.label} ({known.type})')}"
        yield from _change_lines(each)


def _change_lines(each: "FactDifference | EntityDifference") -> Iterator[str]:
    for name, (one, other) in each.changes.items():
        yield f"      {name.replace('_', ' ')}: {_shown(one)} -> {_shown(other)}"


def _lines(found: "Iterable[DocumentDifference]") -> Iterator[str]:
    for document in found:
        state = "" if document.text == "same" else f" (document {document.text})"
        yield printable(document.document) + state
        for each in document.facts:
            yield from _fact_lines(each)


def _fact_lines(each: "FactDifference") -> Iterator[str]:
    parts = (each.fact.subject, each.fact.relation, each.fact.object)
    yield f"  {SIGNS[each.kind]} {printable(' | '.join(part for part in parts if part))}"
    claim = each.after or each.before
    if claim is not None and "sentence" not in each.changes:
        yield f"      {printable(claim.sentence)}"
    yield from _change_lines(each)


def _shown(value: t.Any) -> str:
    return printable(", ".join(value) if isinstance(value, tuple) else str(value)) or "none"


def as_json(found: "Sequence[DocumentDifference]", entities: "Sequence[EntityDifference]" = ()) -> str:
    """Return the documents with their differences, and the entities that differ."""
    documents = [{"document": each.document, "text": each.text, "facts": [*map(_record, each.facts)]} for each in found]
    records = {"documents": documents, "entities": [*map(_record, entities)]}
    return json.dumps(records, ensure_ascii=False, indent=2) + "\n"


def _record(each: "FactDifference | EntityDifference") -> dict[str, t.Any]:
    return {"kind": each.kind, "changed": list(each.changes), **asdict(each)}


FORMATS: t.Final[t.Mapping[str, t.Callable[..., str]]] = {
    "text": as_text,
    "json": as_json,
}
