"""`kg extract`: documents become claims, or clauses, one JSON line each."""

import dataclasses
import json
import typing as t
from collections.abc import Iterator, Sequence

import typer

from kg.cli.options import ExtractorNames, Inputs, Model, Published, choose_extractors, show_failures
from kg.model import Claim, Document, Failure

if t.TYPE_CHECKING:
    from spacy.language import Language

    from kg.extract.records import ClauseRecord

Clauses = t.Annotated[
    bool,
    typer.Option("--clauses", help="Write every clause instead, with its arguments and what becomes of it."),
]

MinConfidence = t.Annotated[
    float,
    typer.Option("--min-confidence", metavar="FLOAT", help="Leave out claims below this confidence, 0 to 1."),
]


def extract(
    inputs: Inputs,
    model: Model = None,
    published: Published = None,
    extractor: ExtractorNames = [],  # noqa: B006 - typer reads the default, nobody writes to it
    min_confidence: MinConfidence = 0.0,
    clauses: Clauses = False,
) -> None:
    """Write what each sentence says, before entities are resolved, as JSON lines on standard output.

    Every claim is written with its confidence; a graph leaves out those below 0.3.
    """
    from kg.grammar.pipeline import load
    from kg.read.text import read
    from kg.stages import threshold

    least = threshold(min_confidence)  # a mistake here should not wait for the reading
    found = tuple(read(inputs, published=published))
    failures = [outcome for outcome in found if isinstance(outcome, Failure)]
    documents = tuple(outcome for outcome in found if isinstance(outcome, Document))
    nlp = load(model)
    lines = _clauses(documents, nlp) if clauses else _claims(documents, nlp, extractor, least)
    for outcome in lines:
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            typer.echo(outcome)
    show_failures(failures)
    if failures:
        raise typer.Exit(1)


def _claims(
    documents: Sequence[Document], nlp: "Language", extractor: list[str], least: float
) -> Iterator[str | Failure]:
    from kg.stages import read_out

    for outcome in read_out(documents, nlp, choose_extractors(extractor), min_confidence=least):
        if isinstance(outcome, Failure):
            yield outcome
        else:
            yield from (claim_line(claim, outcome.document) for claim in outcome.claims)


def _clauses(documents: Sequence[Document], nlp: "Language") -> Iterator[str | Failure]:
    from kg.stages import read_clauses

    for outcome in read_clauses(documents, nlp):
        if isinstance(outcome, Failure):
            yield outcome
        else:
            document, records = outcome
            yield from (clause_line(record, document) for record in records)


def claim_line(claim: Claim, document: Document) -> str:
    """Return a claim as one line of JSON, with its status and its sentence."""
    sentence = document.text[claim.evidence.span.start : claim.evidence.span.end]
    record = dataclasses.asdict(claim) | {"status": claim.status, "sentence": sentence}
    return json.dumps(record, ensure_ascii=False, default=str)  # str: dates as ISO 8601


def clause_line(clause: "ClauseRecord", document: Document) -> str:
    """Return a clause as one line of JSON, with its sentence."""
    sentence = document.text[clause.evidence.span.start : clause.evidence.span.end]
    return json.dumps(dataclasses.asdict(clause) | {"sentence": sentence}, ensure_ascii=False)
