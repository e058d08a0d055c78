"""`kg build`: documents become a folder of files."""

import typing as t
from pathlib import Path

import typer

from kg.cli.options import (
    ExtractorNames,
    Inputs,
    MinConfidence,
    Model,
    Published,
    Title,
    choose_extractors,
    show_failures,
    show_progress,
)


def build(
    inputs: Inputs,
    out: t.Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="Folder to write to.", show_default=False)],
    model: Model = None,
    published: Published = None,
    base_iri: t.Annotated[
        str | None,
        typer.Option(help="What the IRIs of entities and statements begin with.", metavar="IRI", show_default=False),
    ] = None,
    title: Title = None,
    extractor: ExtractorNames = [],  # noqa: B006 - typer reads the default, nobody writes to it
    min_confidence: MinConfidence = None,
    quiet: t.Annotated[bool, typer.Option("--quiet", "-q", help="Show errors only.")] = False,
) -> None:
    """Read documents and write their graph: RDF, an HTML page, tables and a report."""
    from kg.export.iris import checked_base
    from kg.stages import run, write

    if base_iri is not None:
        checked_base(base_iri)  # a mistake here should not wait for the whole run
    result = run(
        inputs,
        model=model,
        published=published,
        extractors=choose_extractors(extractor),
        min_confidence=min_confidence,
        progress=None if quiet else show_progress,
    )
    write(result, out, base_iri=base_iri, title=title)
    show_failures(result.failures)
    if not quiet:
        counts = result.graph.counts()
        typer.echo(
            f"{out}: {counts['documents']} documents, {counts['entities']} entities, {counts['statements']} statements"
        )
    if result.failures:
        raise typer.Exit(1)
