import gc
from collections.abc import Sequence
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import reading
from kg.grammar.paragraphs import docs_of
from kg.model import Document, Span
from kg.read.layout import prose_spans
from kg.read.text import read
from kg.reference.annotation import annotate

DATA = Path(__file__).resolve().parent.parent.parent / "data"


class Shelf:
    """An in-memory store of parses."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, ...], bytes] = {}

    def parse(self, _: Document, texts: Sequence[str]) -> bytes | None:
        return self.kept.get(tuple(texts))

    def keep(self, _: Document, texts: Sequence[str], docs: bytes) -> None:
        self.kept[tuple(texts)] = docs


@pytest.fixture
def calls(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that the pipeline is called with."""
    asked: list[str] = []
    tokenizer = nlp.tokenizer

    def asking(text: str) -> Doc:
        asked.append(text)
        return tokenizer(text)

    monkeypatch.setattr(nlp, "tokenizer", asking)
    return asked


def test_a_kept_parse_gives_the_same_reading_and_nothing_is_parsed_again(nlp: Language, calls: list[str]) -> None:
    documents = [each for each in read([DATA]) if isinstance(each, Document)][:4]
    blank = Document("blank", "\n\n")
    documents.insert(2, blank)
    shelf = Shelf()
    first = [reading(doc) for doc in annotate(documents, nlp, prose=prose_spans, parses=shelf)]
    parsed = len(calls)
    assert parsed > len(documents)
    again = [reading(doc) for doc in annotate(documents, nlp, prose=prose_spans, parses=shelf)]
    assert again == first == [reading(doc) for doc in annotate(documents, nlp, prose=prose_spans)]
    assert len(calls) == 2 * parsed, "by the third, which keeps no parses"


def test_only_what_is_not_kept_is_parsed(nlp: Language, calls: list[str]) -> None:
    old, new = Document("old", "Snow fell. It was deep."), Document("new", "Rain fell on Oslo.")
    shelf = Shelf()
    list(annotate([old], nlp, prose=prose_spans, parses=shelf))
    docs = list(annotate([old, new, old], nlp, prose=prose_spans, parses=shelf))
    assert calls == [old.text, new.text]
    assert [doc._.kg_document.id for doc in docs] == ["old", "new", "old"]


def test_each_paragraph_that_is_parsed_is_reported(nlp: Language) -> None:
    parsed: list[tuple[str, int]] = []
    document = Document("two", "Snow fell on Oslo.\n\nRain fell on Bergen.")
    list(annotate([document], nlp, prose=prose_spans, watcher=lambda one, length: parsed.append((one.id, length))))
    assert parsed == [("two", 18), ("two", 20)]


def test_neither_paragraphs_nor_tensors_are_held_while_a_document_is_read(nlp: Language) -> None:
    def docs() -> int:
        gc.collect()  # objects that are waiting to be freed do not count
        return sum(isinstance(each, Doc) for each in gc.get_objects())

    def prose(document: Document) -> list[Span]:
        return [Span(document.id, 15 * number, 15 * number + 15) for number in range(8)]

    before = docs()
    for doc in docs_of([Document("a", "Acme sued Oslo." * 8)], nlp, prose=prose, batch_size=2):
        assert docs() <= before + 3  # this one, and the last batch of the pipeline
        assert doc.tensor.size == 0
