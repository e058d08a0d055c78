"""Extractors that take an annotated document, without spaCy, and those that take a Doc."""

import typing as t
from collections.abc import Iterable
from dataclasses import fields

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import AnnotatedDocument, annotated_document, claims, reading
from kg.model import Claim, Document, Span
from kg.reference.annotation import annotate

TEXT = "Ana Silva sold the bakery in May 2010. She said: “It was a good time.”"


def read(nlp: Language) -> Doc:
    documents = [Document("d", TEXT)]
    (doc,) = annotate(documents, nlp, prose=lambda document: [Span(document.id, 0, len(document.text))])
    return doc


def of_document(annotated: AnnotatedDocument) -> Iterable[Claim]:
    assert isinstance(annotated, AnnotatedDocument)
    return claims(annotated)


def of_named_document(annotated: "AnnotatedDocument") -> Iterable[Claim]:
    return of_document(annotated)


def of_doc(doc: Doc) -> Iterable[Claim]:
    assert isinstance(doc, Doc)
    return claims(doc)


class WithoutAnnotation:
    def __call__(self, doc):  # type: ignore[no-untyped-def]  # as a plugin may be written
        return of_doc(doc)


def test_each_extractor_gets_what_it_takes(nlp: Language) -> None:
    doc = read(nlp)
    expected = reading(doc).claims
    assert expected
    for extract in (of_document, of_named_document, of_doc, WithoutAnnotation()):
        assert reading(doc, extractors={"one": extract}).claims == expected


def test_document_has_sentences_times_quotations_and_chains(nlp: Language) -> None:
    annotated = annotated_document(read(nlp))
    first, second = annotated.sentences()
    assert [clause.lemma for clause in first.clauses if clause.kind == "verb"] == ["sell"]
    assert "bakery" in [phrase.head.text for phrase in first.phrases]
    assert [word.text for word in second.words[:3]] == ["She", "said", ":"]
    assert [expression.time.value for expression in annotated.times] == ["2010-05"]
    assert [quotation.speaker is not None for quotation in annotated.quotations] == [True]
    assert ["Ana Silva", "She"] in [[mention.text for mention in chain] for chain in annotated.chains]
    assert TEXT[first.span.start : first.span.end] == "Ana Silva sold the bakery in May 2010."


def test_document_holds_nothing_of_spacy(nlp: Language) -> None:
    annotated = annotated_document(read(nlp))
    seen: dict[int, object] = {}
    open_values: list[t.Any] = [annotated]
    while open_values:
        value = open_values.pop()
        if id(value) in seen:
            continue
        seen[id(value)] = value
        assert not type(value).__module__.startswith("spacy"), value
        if isinstance(value, list | tuple | set | frozenset):
            open_values.extend(value)
        elif isinstance(value, dict):
            open_values.extend(value.values())
        elif hasattr(value, "__dataclass_fields__"):
            open_values.extend(getattr(value, field.name) for field in fields(value))
    assert len(seen) > 100
