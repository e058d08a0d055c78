"""`kg extract`: print the claims or clauses of documents as JSON lines."""

import dataclasses
import json
import typing as t

import typer

from kg.choices import ENGLISH
from kg.cli.options import (
    AllowPrivate,
    Date,
    DateColumn,
    Extractors,
    IdColumn,
    Inputs,
    Language,
    LlmModel,
    LlmUrl,
    Model,
    TextColumn,
    TitleColumn,
    any_failed,
    show_failures,
    show_undated,
)

if t.TYPE_CHECKING:
    from kg.extract.records import ClauseRecord
    from kg.model import Claim, Document

Clauses = t.Annotated[
    bool, typer.Option("--clauses", help="Print every clause instead, with its arguments and its outcome.")
]
MinConfidence = t.Annotated[
    float, typer.Option("--min-confidence", metavar="FLOAT", help="Leave out claims below this confidence, 0 to 1.")
]


def extract(
    inputs: Inputs,
    model: Model = None,
    date: Date = None,
    extractors: Extractors = [],  # noqa: B006 - typer reads the default, nobody writes to it
    llm_url: LlmUrl = None,
    llm_model: LlmModel = None,
    min_confidence: MinConfidence = 0.0,
    clauses: Clauses = False,
    language: Language = ENGLISH,
    text_column: TextColumn = None,
    id_column: IdColumn = None,
    date_column: DateColumn = None,
    title_column: TitleColumn = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Print the claims of each sentence as JSON lines.

    The claims are not yet resolved to entities. Each has its confidence; a graph leaves out those below 0.3.
    """
    from kg.model import Claim, Failure, Reading
    from kg.stages import Options, read_clauses, read_out, read_places

    # a mistake here should not wait for the reading
    options = Options(
        model=model,
        date=date,
        extractors=extractors,
        llm_url=llm_url,
        llm_model=llm_model,
        min_confidence=min_confidence,
        language=language,
        text_column=text_column,
        id_column=id_column,
        date_column=date_column,
        title_column=title_column,
        allow_private=allow_private,
    )
    documents, unread = read_places(inputs, options)
    failures = list(unread)
    for outcome in read_clauses(documents, options) if clauses else read_out(documents, options):
        if isinstance(outcome, Failure):
            failures.append(outcome)
            continue
        failures += outcome.failures if isinstance(outcome, Reading) else ()
        document, found = (outcome.document, outcome.claims) if isinstance(outcome, Reading) else outcome
        for each in found:
            typer.echo(claim_line(each, document) if isinstance(each, Claim) else clause_line(each, document))
    show_failures(failures)
    show_undated(documents)
    if any_failed(failures):
        raise typer.Exit(1)


def claim_line(claim: "Claim", document: "Document") -> str:
    """Return a claim as one line of JSON, with its status and its sentence."""
    return _line(claim, document, status=claim.status)


def clause_line(clause: "ClauseRecord", document: "Document") -> str:
    """Return a clause as one line of JSON, with its sentence."""
    return _line(clause, document)


def _line(found: "Claim | ClauseRecord", document: "Document", **more: str) -> str:
    sentence = document.text[found.evidence.span.start : found.evidence.span.end]
    record = dataclasses.asdict(found) | more | {"sentence": sentence}
    return json.dumps(record, ensure_ascii=False, default=str)  # str: dates as ISO 8601
