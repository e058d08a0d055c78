"""`kg explain`: how a sentence is read."""

import dataclasses
import json
import typing as t
from collections.abc import Iterator

import typer

from kg.cli.columns import aligned, printable
from kg.cli.options import MinConfidence, Model, Published
from kg.model import Claim, Document

if t.TYPE_CHECKING:
    from kg.extract.explanation import ExplainedClaim, ExplainedSentence, Explanation, Weight

Format = t.Literal["text", "json"]


def explain(
    text: t.Annotated[str, typer.Argument(metavar="TEXT", help="The sentence; - is standard input.")],
    model: Model = None,
    published: Published = None,
    min_confidence: MinConfidence = None,
    format_: t.Annotated[
        Format, typer.Option("--format", "-f", metavar="text|json", help="How to print the explanation.")
    ] = "text",
) -> None:
    """Print how a sentence is read: its parse, its claims, and why each was kept or left out."""
    from kg import stages
    from kg.read.text import STDIN, read

    if text == STDIN:
        document = next(found for found in read([STDIN], published=published) if isinstance(found, Document))
        text, published = document.text, document.published
    explanation = stages.explain(text, model=model, published=published, min_confidence=min_confidence)
    typer.echo(FORMATS[format_](explanation))


def as_json(explanation: "Explanation") -> str:
    """Return the values of an explanation as one JSON object."""
    # str: dates as ISO 8601
    return json.dumps(dataclasses.asdict(explanation), ensure_ascii=False, indent=2, default=str)


def as_text(explanation: "Explanation") -> str:
    """Return an explanation for people, sentence by sentence."""
    return "\n\n".join("\n".join(_sentence(sentence, explanation)) for sentence in explanation.sentences)


FORMATS: t.Final[t.Mapping[Format, t.Callable[["Explanation"], str]]] = {"text": as_text, "json": as_json}


def _sentence(sentence: "ExplainedSentence", explanation: "Explanation") -> Iterator[str]:
    yield printable(sentence.text)
    yield ""
    yield from _indented(_parse(sentence))
    if sentence.silence is not None:
        yield ""
        yield f"no claim: {sentence.silence}"
    for heading, claims in (("claim", sentence.kept), ("rejected", sentence.rejected)):
        for explained in claims:
            yield ""
            yield f"{heading}: {_words(explained.claim)}"
            yield from _indented(aligned(_facts(explained, explanation)))


def _indented(lines: list[str]) -> Iterator[str]:
    return (f"  {line}" for line in lines)


def _parse(sentence: "ExplainedSentence") -> list[str]:
    heads = {word.number: f"{word.number} {word.text}" for word in sentence.words}
    rows = (
        (
            str(word.number),
            word.text,
            word.tag,
            word.dependency,
            heads.get(word.head, "") + (f" (repaired: {word.repair})" if word.repair else ""),
        )
        for word in sentence.words
    )
    return aligned([("", "word", "tag", "dependency", "head"), *rows])


def _words(claim: Claim) -> str:
    return " | ".join(printable(part) for part in (claim.subject.text, claim.relation, claim.object.text))


def _facts(explained: "ExplainedClaim", explanation: "Explanation") -> Iterator[tuple[str, str]]:
    claim = explained.claim
    if explained.rejection is not None:
        yield "why", explained.rejection
    yield "rule", f"{claim.evidence.rule}: {explained.meaning}"
    yield "confidence", f"{claim.evidence.confidence:.2f} (least: {explanation.min_confidence:.2f})"
    yield "said", _manner(explained)
    if claim.time is not None:
        yield "time", f'{claim.time.value or "?"} "{claim.time.text}"'
    yield from ((f"+ {qualifier.role}", qualifier.value.text) for qualifier in claim.qualifiers)
    yield "raised by", _weights(explained.raised)
    yield "lowered by", _weights(explained.lowered)


def _manner(explained: "ExplainedClaim") -> str:
    """Return the factuality with the words that show it: `planned, negated, said by Ida Berg (will, not, said)`."""
    claim = explained.claim
    parts = [claim.modality, "negated" if claim.negated else "affirmed"]
    if claim.speaker is not None:
        parts.append(f"said by {claim.speaker.text}")
    if claim.denied_by is not None:
        parts.append(f"denied by {claim.denied_by.text}")
    cues = f" ({', '.join(explained.cues)})" if explained.cues else ""
    return ", ".join(parts) + cues


def _weights(weights: "tuple[Weight, ...]") -> str:
    return ", ".join(f"{each.feature} {each.weight:+.2f}" for each in weights) or "nothing"
