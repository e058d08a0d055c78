"""`kg build`: build a graph of documents and write it to a folder."""

import typing as t
from collections.abc import Sequence
from pathlib import Path

import typer

from kg.arguments import as_output
from kg.choices import DEFAULT_LINK_THRESHOLD, DEFAULT_MIN_CONFIDENCE, ENGLISH
from kg.cli.options import (
    AllowPrivate,
    Date,
    DateColumn,
    EngineName,
    Extractors,
    IdColumn,
    IncludeText,
    Inputs,
    Jobs,
    Language,
    LlmModel,
    LlmUrl,
    Master,
    MinConfidence,
    Model,
    Provenance,
    RdfSyntax,
    TextColumn,
    Title,
    TitleColumn,
    any_failed,
    show_failures,
    show_undated,
)
from kg.cli.progress import shown_progress
from kg.plurals import counted, listed

if t.TYPE_CHECKING:
    from kg.stages import Estimate, Update

FAILURES: t.Final = "failures.jsonl"
SHOWN: t.Final = 10
"""The maximum number of documents named in one line."""


def build(
    inputs: Inputs,
    out: t.Annotated[Path, typer.Option("--out", "-o", parser=as_output, metavar="OUT", help="Output folder.")],
    model: Model = None,
    date: Date = None,
    base_iri: t.Annotated[
        str | None,
        typer.Option(
            help="Base of the IRIs (http, https or urn). Default: https://example.org/kg/, a placeholder.",
            metavar="IRI",
        ),
    ] = None,
    provenance: Provenance = "reify",
    syntax: RdfSyntax = None,
    selectors: t.Annotated[
        bool, typer.Option("--selectors", "--oa", help="Also write Web Annotation selectors for the sentences.")
    ] = False,
    spans: t.Annotated[
        bool, typer.Option("--spans", help="Describe every mention and phrase in full, as in NIF.")
    ] = False,
    relations: t.Annotated[
        list[Path],
        typer.Option(
            metavar="FILE",
            help="TOML file that maps relations to other vocabularies (repeatable).",
        ),
    ] = [],  # noqa: B006 - typer reads the default, nobody writes to it
    schema: t.Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Your entity types and relations (TOML or SHACL)."),
    ] = None,
    title: Title = None,
    extractors: Extractors = [],  # noqa: B006 - typer reads the default, nobody writes to it
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    decisions: t.Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Decisions about entities. Default: decisions.toml in the working directory, if it exists.",
        ),
    ] = None,
    gazetteers: t.Annotated[
        list[Path],
        typer.Option(
            "--gazetteers",
            "--gazetteer",
            metavar="FILE",
            help="Entities known beforehand (repeatable): CSV with the columns label, type, aliases, link; or Turtle.",
        ),
    ] = [],  # noqa: B006 - typer reads the default, nobody writes to it
    link: t.Annotated[
        str | None,
        typer.Option(
            metavar="wikidata|URL",
            help="Link entities to Wikidata or a reconciliation service. Without it, no names are sent.",
        ),
    ] = None,
    link_threshold: t.Annotated[
        float, typer.Option(metavar="FLOAT", help="Minimum score of a link, 0 to 1.")
    ] = DEFAULT_LINK_THRESHOLD,
    ids: t.Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="File that keeps entity IRIs stable across runs (JSON lines)."),
    ] = None,
    language: Language = ENGLISH,
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
            help="Also write the graph as a plain pyvis page.",
            show_default=False,
        ),
    ] = None,
    parquet: t.Annotated[
        bool, typer.Option("--parquet", help="Also write nodes, edges and documents as Parquet.")
    ] = False,
    page: t.Annotated[bool, typer.Option("--page/--no-page", help="Write the page.", show_default=False)] = True,
    prune: t.Annotated[
        bool, typer.Option("--prune", help="Remove documents from earlier runs that are not among the inputs.")
    ] = False,
    fresh: t.Annotated[bool, typer.Option("--fresh", help="Ignore earlier runs and read everything again.")] = False,
    ledger: t.Annotated[
        bool,
        typer.Option(
            "--ledger/--no-ledger",
            help="Store results in kg.sqlite, so that the next run reads only new or changed documents.",
            show_default=False,
        ),
    ] = True,
    dry_run: t.Annotated[
        bool, typer.Option("--dry-run", help="Only count the documents to read and estimate the time.")
    ] = False,
    jobs: Jobs = None,
    engine: EngineName = "local",
    master: Master = "local[*]",
    quiet: t.Annotated[bool, typer.Option("--quiet", "-q", help="Show errors only.")] = False,
) -> None:
    """Build a graph of documents and write it to a folder.

    The folder gets RDF, an HTML page, tables and a report.

    Text, Markdown, web pages, PDF, DOCX, EPUB, mail, feeds, JSON, JSON lines, CSV, Parquet, and these packed in gz,
    zst or zip are recognised by their content. Inputs that could not be read are listed in failures.jsonl.

    Later runs into the same folder read only new or changed documents.
    """
    from kg.export.encodings import Encoding
    from kg.export.iris import DEFAULT_BASE
    from kg.resolve import DECISIONS_FILE
    from kg.stages import Options, Writing, estimate, update

    if decisions is None and Path(DECISIONS_FILE).is_file():
        decisions = Path(DECISIONS_FILE)
    encoding = Encoding(
        provenance=provenance,
        syntax=syntax,
        base_iri=DEFAULT_BASE if base_iri is None else base_iri,
        selectors=selectors,
        spans=spans,
        relations=relations,
    )
    with shown_progress(quiet=quiet) as progress:
        options = Options(
            model=model,
            date=date,
            extractors=extractors,
            llm_url=llm_url,
            llm_model=llm_model,
            min_confidence=min_confidence,
            decisions=decisions or (),
            gazetteers=gazetteers,
            link=link,
            link_threshold=link_threshold,
            ids=ids,
            language=language,
            text_column=text_column,
            id_column=id_column,
            date_column=date_column,
            title_column=title_column,
            allow_private=allow_private,
            jobs=jobs,
            engine=engine,
            master=master,
            progress=progress,
        )
        if dry_run:
            _show_estimate(estimate(inputs, out, options), llm=llm_model)
            return
        writing = Writing(
            encoding=encoding,
            title=title,
            include_text=include_text,
            pyvis=pyvis,
            parquet=parquet,
            page=page,
            schema=schema,
        )
        done = update(inputs, out, options, writing=writing, prune=prune, fresh=fresh, ledger=ledger)
    show_failures(done.failures, file=out / FAILURES)
    show_vanished(done.vanished)
    show_replaced(done.replaced)
    if not quiet:
        if done.graph is not None:
            show_undated(done.graph.documents)
        show_update(out, done, decisions)
        if page:
            show_page_limit(done.counts["statements"])
    if any_failed(done.failures):
        raise typer.Exit(1)


def show_vanished(ids: Sequence[str]) -> None:
    """Write on standard error which documents of earlier runs are not among the inputs."""
    if ids:
        typer.echo(
            f"kg: kept although no longer among the inputs: {listed(ids, SHOWN)}; "
            "remove them with --prune or kg remove",
            err=True,
        )


def show_replaced(ids: Sequence[str]) -> None:
    """Write on standard error which documents were replaced by those of other files with the same id."""
    if ids:
        typer.echo(
            f"kg: replaced by another file with the same id: {listed(ids, SHOWN)}; "
            "give both files in one run to keep both",
            err=True,
        )


def show_page_limit(statements: int) -> None:
    """Write on standard error that the page has only some of the statements, if there are too many."""
    from kg.outputs import MOST_ON_A_PAGE

    if statements > MOST_ON_A_PAGE:
        typer.echo(
            f"kg: the page has the {MOST_ON_A_PAGE:,} most important of {statements:,} statements; "
            "kg view OUT --around NAME shows a part of the graph",
            err=True,
        )


def show_update(out: Path, done: "Update", decisions: Path | None = None) -> None:
    """Write the size of the graph in a folder, and what the run did."""
    counts = done.counts
    decided = f"; decisions of {decisions}: {done.decisions}" if decisions else ""
    did = f"{done.read} read" if done.graph is not None else "nothing has changed"
    also = (("replaced", done.replaced), ("removed", done.removed))
    more = "".join(f", {len(ids)} {what}" for what, ids in also if ids)
    typer.echo(
        f"{out}: {counted(counts['documents'], 'document')}, {counted(counts['entities'], 'entity')}, "
        f"{counted(counts['statements'], 'statement')}{decided} ({did}{more})"
    )
    _show_unmatched(out, done)


def _show_unmatched(out: Path, done: "Update") -> None:
    """Write how many decisions about entities matched nothing."""
    about_entities = [] if done.graph is None else [each for each in done.graph.decisions if not each.leaves_out]
    unmatched = [" / ".join(each.names) for each in about_entities if not each.things]
    if unmatched:
        why = f"see Decisions in {out / 'report.md'}"
        typer.echo(f"kg: not applied: {counted(len(unmatched), 'decision')}, such as {unmatched[0]!r}; {why}", err=True)


def _show_estimate(found: "Estimate", *, llm: str | None = None) -> None:
    show_failures(found.failures)
    show_vanished(found.vanished)
    show_replaced(found.replaced)
    minutes, seconds = divmod(round(found.seconds), 60)
    typer.echo(
        f"{counted(found.documents, 'document')}, {found.words} words; to read: {counted(found.to_read, 'document')}, "
        f"{found.words_to_read} words, about {minutes} min {seconds} s; failures: {len(found.failures)}"
    )
    if llm is not None:
        from kg.llm import cost

        estimate = cost(documents=found.to_read, words=found.words_to_read)
        typer.echo(
            f"{llm}: up to {estimate.requests} requests, about {estimate.tokens_out} tokens sent and "
            f"{estimate.tokens_back} back; cached answers are not requested again"
        )
    if any_failed(found.failures):
        raise typer.Exit(1)
