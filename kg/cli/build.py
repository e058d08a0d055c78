"""`kg build`: documents become a folder of files."""

import typing as t
from pathlib import Path

import typer

from kg.cli.options import (
    AllowPrivate,
    Date,
    DateColumn,
    Extractors,
    IdColumn,
    IncludeText,
    Inputs,
    MinConfidence,
    Model,
    Provenance,
    RdfSyntax,
    TextColumn,
    Title,
    TitleColumn,
    show_failures,
    show_progress,
)
from kg.model import DEFAULT_LINK_THRESHOLD, DEFAULT_MIN_CONFIDENCE


def build(
    inputs: Inputs,
    out: t.Annotated[Path, typer.Option("--out", "-o", metavar="OUT", help="Folder to write to.")],
    model: Model = None,
    date: Date = None,
    base_iri: t.Annotated[
        str | None,
        typer.Option(
            help="What the IRIs of things begin with: http(s) or urn; else https://example.org/kg/, a placeholder.",
            metavar="IRI",
        ),
    ] = None,
    provenance: Provenance = "reify",
    syntax: RdfSyntax = None,
    selectors: t.Annotated[
        bool, typer.Option("--selectors", "--oa", help="Give the sentences in the RDF Web Annotation selectors too.")
    ] = False,
    relations: t.Annotated[
        list[Path],
        typer.Option(
            metavar="FILE",
            help="TOML that says what relations are in other vocabularies (repeatable), beside the package's own.",
        ),
    ] = [],  # noqa: B006 - typer reads the default, nobody writes to it
    title: Title = None,
    extractors: Extractors = [],  # noqa: B006 - typer reads the default, nobody writes to it
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    decisions: t.Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What people decided about things; else decisions.toml in the working directory, if there is one.",
        ),
    ] = None,
    gazetteers: t.Annotated[
        list[Path],
        typer.Option(
            "--gazetteers",
            "--gazetteer",
            metavar="FILE",
            help="Things known beforehand (repeatable): CSV with the columns label, type, aliases, link; or Turtle.",
        ),
    ] = [],  # noqa: B006 - typer reads the default, nobody writes to it
    link: t.Annotated[
        str | None,
        typer.Option(
            metavar="wikidata|URL",
            help="Look things up in Wikidata or a reconciliation service; without this nothing goes to the network.",
        ),
    ] = None,
    link_threshold: t.Annotated[
        float, typer.Option(metavar="FLOAT", help="Least score of a link, 0 to 1; else 0.9.")
    ] = DEFAULT_LINK_THRESHOLD,
    ids: t.Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Keeps the IRIs of things from run to run: read before, written after (JSON lines)."
        ),
    ] = None,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    title_column: TitleColumn = None,
    allow_private: AllowPrivate = False,
    include_text: IncludeText = True,
    pyvis: t.Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Write the whole graph as a plain page of pyvis too, for those who want to go on with it.",
            show_default=False,
        ),
    ] = None,
    quiet: t.Annotated[bool, typer.Option("--quiet", "-q", help="Show errors only.")] = False,
) -> None:
    """Read documents and write their graph: RDF, an HTML page, tables and a report.

    Text, Markdown, web pages, PDF, DOCX, EPUB, mail, feeds, JSON, JSON lines, CSV, Parquet, and these packed in gz,
    zst or zip are told by their content. What is not read stands in failures.jsonl.
    """
    from kg.export.encodings import Encoding
    from kg.export.iris import DEFAULT_BASE
    from kg.export.rdf import relation_table
    from kg.resolve import DECISIONS_FILE
    from kg.stages import FAILURES, Options, run, write, write_pyvis

    if decisions is None and Path(DECISIONS_FILE).is_file():
        decisions = Path(DECISIONS_FILE)
    # a mistake here should not wait for the whole run
    encoding = Encoding(
        provenance=provenance,
        syntax=syntax,
        base_iri=DEFAULT_BASE if base_iri is None else base_iri,
        selectors=selectors,
        relations=relations,
    )
    relation_table(relations)
    options = Options(
        model=model,
        date=date,
        extractors=extractors,
        min_confidence=min_confidence,
        decisions=decisions or (),
        gazetteers=gazetteers,
        link=link,
        link_threshold=link_threshold,
        ids=ids,
        text_column=text_column,
        id_column=id_column,
        date_column=date_column,
        title_column=title_column,
        allow_private=allow_private,
        progress=None if quiet else show_progress,
    )
    result = run(inputs, options)
    write(result, out, encoding=encoding, title=title, include_text=include_text)
    if pyvis is not None:
        write_pyvis(result.graph, pyvis, title=title)
    show_failures(result.failures, file=out / FAILURES)
    if not quiet:
        counts = result.graph.counts()
        decided = f"; decisions of {decisions}: {len(result.graph.decisions)}" if decisions else ""
        typer.echo(
            f"{out}: {counts['documents']} documents, {counts['entities']} entities, "
            f"{counts['statements']} statements{decided}"
        )
    if not all(failure.passed_over for failure in result.failures):
        raise typer.Exit(1)
