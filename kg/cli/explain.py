"""`kg explain`: explain how a sentence is read."""

import dataclasses
import json
import typing as t
from collections.abc import Iterable, Iterator

import typer

from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.cli.columns import aligned, printable
from kg.cli.options import Date, MinConfidence, Model

if t.TYPE_CHECKING:
    from kg.extract.explanation import (
        ExplainedArgument,
        ExplainedClaim,
        ExplainedClause,
        ExplainedSentence,
        Explanation,
        Weight,
    )
    from kg.model import Claim

Format = t.Literal["text", "json"]


def explain(
    text: t.Annotated[str, typer.Argument(metavar="TEXT", help="The sentence; - is standard input.")],
    model: Model = None,
    date: Date = None,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
    format_: t.Annotated[Format, typer.Option("--format", "-f", metavar="text|json", help="Output format.")] = "text",
) -> None:
    """Explain how a sentence is read.

    Prints the parse, the outcome of each clause, the claims, and why each was kept or rejected.
    """
    from kg import stages
    from kg.model import Document
    from kg.read.text import STDIN, read

    if text == STDIN:
        document = next(found for found in read([STDIN], published=date) if isinstance(found, Document))
        text, date = document.text, document.published
    explanation = stages.explain(text, model=model, date=date, min_confidence=min_confidence)
    typer.echo(FORMATS[format_](explanation))


def as_json(explanation: "Explanation") -> str:
    """Return an explanation as one JSON object."""
    # str: dates as ISO 8601
    return json.dumps(dataclasses.asdict(explanation), ensure_ascii=False, indent=2, default=str)


def as_text(explanation: "Explanation") -> str:
    """Return an explanation as readable text, sentence by sentence."""
    return "\n\n".join("\n".join(_sentence(sentence, explanation)) for sentence in explanation.sentences)


FORMATS: t.Final[t.Mapping[Format, t.Callable[["Explanation"], str]]] = {"text": as_text, "json": as_json}


def _sentence(sentence: "ExplainedSentence", explanation: "Explanation") -> Iterator[str]:
    from kg.grammar.table import rows

    yield printable(sentence.text)
    yield ""
    yield from _indented(aligned(rows(sentence.words)))
    for clause in sentence.clauses:
        yield from _headed(f"clause: {printable(clause.predicate)}", _parts(clause))
    if sentence.unclaimed is not None:
        yield ""
        yield f"no claim: {sentence.unclaimed}"
    for heading, claims in (("claim", sentence.kept), ("rejected", sentence.rejected)):
        for explained in claims:
            yield from _headed(f"{heading}: {_words(explained.claim)}", _facts(explained, explanation))


def _headed(heading: str, facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a paragraph: a heading, and a table of names and values."""
    yield ""
    yield heading
    yield from _indented(aligned(facts))


def _indented(lines: list[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _parts(clause: "ExplainedClause") -> Iterator[tuple[str, str]]:
    yield "becomes", clause.becomes
    for rule in clause.rules:
        yield ("why" if rule.name == clause.becomes else f"by {rule.name}"), rule.meaning
    yield "kind", _kind(clause)
    yield from ((argument.role, _argument(argument)) for argument in clause.arguments)
    yield "unread", _listed(clause.unread)


def _kind(clause: "ExplainedClause") -> str:
    sure = f", an event with certainty {clause.certainty:.2f}" if clause.kind == "noun" else ""
    return f"{clause.kind} ({clause.link}){sure}"


def _argument(argument: "ExplainedArgument") -> str:
    """Return an argument with the words that open it in brackets: `[in] the old town`."""
    marker = f"[{argument.marker}] " if argument.marker else ""
    filled = f" (by {argument.filled_by})" if argument.filled_by else ""
    return f"{marker}{argument.text}{filled}"


def _words(claim: "Claim") -> str:
    parts = (claim.subject.words, claim.relation, *([] if claim.object is None else [claim.object.words]))
    return " | ".join(map(printable, parts))


def _facts(explained: "ExplainedClaim", explanation: "Explanation") -> Iterator[tuple[str, str]]:
    claim = explained.claim
    if explained.rejection is not None:
        yield "why", explained.rejection
    yield "rule", f"{claim.evidence.rule}: {explained.meaning}"
    yield "status", explained.status
    yield "said", _manner(explained)
    if claim.time is not None:
        yield "time", f'{claim.time.readable} "{claim.time.text}"'
    yield from ((f"+ {qualifier.role}", qualifier.value.words) for qualifier in claim.qualifiers)
    yield "unread", _listed(explained.unread)
    yield "confidence", f"{claim.evidence.confidence:.2f} (least: {explanation.min_confidence:.2f})"
    yield "raised by", _weights(explained.raised)
    yield "lowered by", _weights(explained.lowered)


def _manner(explained: "ExplainedClaim") -> str:
    """Return the factuality with the words that show it: `planned, negated, said by Ida Berg (will, not, said)`."""
    claim = explained.claim
    parts = [claim.modality, "negated" if claim.negated else "affirmed"]
    if claim.speaker is not None:
        parts.append(f"said by {claim.speaker.words}")
    if claim.denied_by is not None:
        parts.append(f"denied by {claim.denied_by.words}")
    cues = f" ({', '.join(explained.cues)})" if explained.cues else ""
    return ", ".join(parts) + cues


def _weights(weights: "tuple[Weight, ...]") -> str:
    return _listed(f"{each.feature} {each.weight:+.2f}" for each in weights)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(parts) or "nothing"
