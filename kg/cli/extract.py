"""`kg extract`: documents become claims, one JSON line each."""

import dataclasses
import json

import typer

from kg.cli.options import ExtractorNames, Inputs, MinConfidence, Model, Published, choose_extractors, show_failures
from kg.model import Claim, Document, Failure


def extract(
    inputs: Inputs,
    model: Model = None,
    published: Published = None,
    extractor: ExtractorNames = [],  # noqa: B006 - typer reads the default, nobody writes to it
    min_confidence: MinConfidence = None,
) -> None:
    """Write what each sentence says, before entities are resolved, as JSON lines on standard output."""
    from kg.grammar.pipeline import load
    from kg.read.text import read
    from kg.stages import read_out, threshold

    least = threshold(min_confidence)  # a mistake here should not wait for the reading
    found = tuple(read(inputs, published=published))
    failures = [outcome for outcome in found if isinstance(outcome, Failure)]
    documents = tuple(outcome for outcome in found if isinstance(outcome, Document))
    for outcome in read_out(documents, load(model), choose_extractors(extractor), min_confidence=least):
        if isinstance(outcome, Failure):
            failures.append(outcome)
        else:
            for claim in outcome.claims:
                typer.echo(claim_line(claim, outcome.document))
    show_failures(failures)
    if failures:
        raise typer.Exit(1)


def claim_line(claim: Claim, document: Document) -> str:
    """Return a claim as one line of JSON, with its status and its sentence."""
    sentence = document.text[claim.evidence.span.start : claim.evidence.span.end]
    record = dataclasses.asdict(claim) | {"status": claim.status, "sentence": sentence}
    return json.dumps(record, ensure_ascii=False, default=str)  # str: dates as ISO 8601
