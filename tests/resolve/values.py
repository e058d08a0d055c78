"""Short constructors for the values in the tests of resolving."""

from kg.model import Claim, Document, Evidence, Kind, Literal, Mention, Modality, Span, Time


def mention(
    text: str,
    at: int = 0,
    *,
    document: str = "d",
    kind: Kind = "name",
    type_: str = "Thing",
    value: Literal | None = None,
) -> Mention:
    """Return a mention whose head is its last word."""
    return Mention(Span(document, at, at + len(text)), text, at + text.rfind(" ") + 1, kind, type_, value)


def claim(
    subject: Mention,
    relation: str,
    object_: Mention | None,
    *,
    negated: bool = False,
    modality: Modality = "asserted",
    speaker: Mention | None = None,
    time: Time | None = None,
    at: int = 0,
) -> Claim:
    """Return a claim with evidence in the subject's document."""
    evidence = Evidence(Span(subject.span.document, at, at + 10), "test", "rule", 0.5)
    return Claim(subject, relation, object_, evidence, negated, modality, speaker, time=time)


def document(name: str = "d", text: str = "text") -> Document:
    """Return a document."""
    return Document(name, text)
