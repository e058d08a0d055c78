from kg.grammar.extensions import document_of, register_extensions
from kg.grammar.parse import parse_of
from kg.model import Document, Span
from tests.extract.documents import parsed

WRITTEN = "Snow/NN/nsubj/2 fell=fall/VBD/ROOT/0 It/PRP/nsubj/4 melted=melt/VBD/ROOT/0"
TEXT = "###\nSnow fell\r\n\r\nIt melted"


def test_doc_from_elsewhere_stands_for_its_own_text() -> None:
    doc = parsed(WRITTEN)
    assert document_of(doc) == Document("text", "Snow fell It melted")
    assert parse_of(doc).span(1, 3) == Span("text", 5, 12)


def test_offsets_lead_into_the_paragraph_that_was_parsed() -> None:
    doc = parsed(WRITTEN, document=Document("d", TEXT))
    doc._.kg_offsets = ((0, 4), (10, 17))
    assert [token.offset for token in parse_of(doc)] == [4, 9, 17, 20]


def test_span_of_tokens_is_their_text_in_the_document() -> None:
    doc = parsed(WRITTEN, document=Document("d", TEXT))
    doc._.kg_offsets = ((0, 4), (10, 17))
    assert [TEXT[slice(span.start, span.end)] for span in (parse_of(doc).span(0, 2), parse_of(doc).span(2, 4))] == [
        "Snow fell",
        "It melted",
    ]


def test_extensions_may_be_declared_twice() -> None:
    register_extensions()
    register_extensions()
    doc = parsed(WRITTEN)
    assert (doc._.kg_times, doc._.kg_chains, doc._.kg_offsets) == ((), (), None)
