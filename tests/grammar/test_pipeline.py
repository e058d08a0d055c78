import json
from collections.abc import Iterator
from importlib import resources

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.grammar.extensions import document_of
from kg.grammar.parse import parse_of
from kg.grammar.pipeline import changed_files, load
from kg.model import Chain, Document, Span
from kg.reference.annotation import annotate

PARAGRAPHS = (
    "The ministry fined the bank.",
    "“The dam isn’t safe,” the mayor said 🙂 on Monday.",
    "  Indented, with a\ttab  and spaces.",
    "One line\r\nand the next one.",
    "E-meters cost €5m — twice the price…",
    "Zoë's naïve 👩‍👩‍👧 café",
    "\u2028\u00a0\u200bodd spaces\x0b here\x85",
    "***",
)
BREAKS = ("\n\n", "\r\n\r\n", "\n", "\r", "\u2029", "\n \t\n")


def paragraphs(document: Document) -> Iterator[Span]:
    """Yield every other span between breaks, without its margins, so that the text has gaps."""
    start = 0
    for index, piece in enumerate(document.text.split("\n\n")):
        if piece.strip() and index % 2 == 0:
            yield Span(document.id, start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
        start += len(piece) + 2


def halves(document: Document) -> Iterator[Span]:
    middle = len(document.text) // 2
    yield Span(document.id, 0, middle)
    yield Span(document.id, middle, len(document.text))


def whole(document: Document) -> Iterator[Span]:
    if document.text:
        yield Span(document.id, 0, len(document.text))


def nothing(document: Document) -> Iterator[Span]:
    return iter(())


def no_chains(doc: Doc) -> tuple[Chain, ...]:
    return ()


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Draw a text of several paragraphs with arbitrary characters between them."""
    piece = st.sampled_from(PARAGRAPHS) | st.text(max_size=12)
    pieces = draw(st.lists(piece, max_size=5))
    return "".join(part + draw(st.sampled_from(BREAKS)) for part in pieces)


@given(text=texts())
@example(text="First.\r\n\r\nSecond 🙂.\n\nLeft out.\n\n“Third,” she said.")
@example(text="a \n\n\n\nb")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_token_is_the_text_at_its_span(nlp: Language, text: str) -> None:
    document = Document("d", text)
    for finder in (paragraphs, whole):
        assert_offsets_hold(*annotate([document], nlp, prose=finder, resolver=no_chains))


def assert_offsets_hold(doc: Doc) -> None:
    document = document_of(doc)
    for token in doc:
        span = parse_of(doc).span(token.i, token.i + 1)
        assert span.document == document.id
        assert blank(document.text[span.start : span.end]) == blank(token.text)


def blank(text: str) -> str:
    """Return a text as the parser sees it: each whitespace character becomes a space."""
    return "".join(" " if character.isspace() else character for character in text)


@pytest.mark.parametrize("text", ["Snow fell.It melted.", "Snow fell. It melted .", "Snow fell.  It   melted."])
def test_paragraphs_may_touch(nlp: Language, text: str) -> None:
    assert_offsets_hold(*annotate([Document("d", text)], nlp, prose=halves, resolver=no_chains))


def test_paragraph_may_end_with_a_space_of_another_kind(nlp: Language) -> None:
    assert_offsets_hold(*annotate([Document("d", "Snow.\u00a0It fell")], nlp, prose=halves, resolver=no_chains))


def test_only_prose_is_parsed(nlp: Language) -> None:
    (doc,) = annotate([Document("d", "Snow fell.\n\nMENU\n\nIt melted.")], nlp, prose=paragraphs)
    assert [token.text for token in doc] == ["Snow", "fell", ".", "It", "melted", "."]
    assert [(s.start, s.end) for s in (parse_of(doc).span(s.start, s.end) for s in doc.sents)] == [(0, 10), (18, 28)]


@pytest.mark.parametrize("batch_size", [1, 2, 64])
def test_documents_come_out_in_order_whatever_the_batches(nlp: Language, batch_size: int) -> None:
    documents = [
        Document("c", "Snow fell.\n\n-\n\nIt melted."),
        Document("a", ""),
        Document("b", "The mayor left."),
        Document("d", "The mayor left."),
    ]
    docs = list(annotate(iter(documents), nlp, prose=paragraphs, batch_size=batch_size))
    assert [doc._.kg_document for doc in docs] == documents
    assert [len(doc) for doc in docs] == [6, 0, 4, 4]


@pytest.mark.parametrize("text", ["", "\n\n", "MENU"])
def test_document_without_prose_gives_an_empty_doc(nlp: Language, text: str) -> None:
    (doc,) = annotate([Document("d", text)], nlp, prose=nothing)
    assert (len(doc), doc._.kg_times, doc._.kg_chains) == (0, (), ())


def test_no_documents_give_no_docs(nlp: Language) -> None:
    assert list(annotate([], nlp, prose=whole)) == []


def test_equal_documents_are_two_docs(nlp: Language) -> None:
    docs = list(annotate([Document("d", "Snow fell."), Document("d", "Snow fell.")], nlp, prose=whole))
    assert [len(doc) for doc in docs] == [3, 3]


def test_resolver_sees_the_times(nlp: Language) -> None:
    seen: list[str] = []

    def resolver(doc: Doc) -> tuple[Chain, ...]:
        seen.extend(expression.time.text for expression in doc._.kg_times)
        return ()

    list(annotate([Document("d", "The shop closed in May 2010.")], nlp, prose=whole, resolver=resolver))
    assert seen == ["May 2010"]


def test_missing_model_is_one_line_that_says_what_to_do() -> None:
    with pytest.raises(ModelError, match=r"\Alanguage model 'no_such_model': [^\n]+ pip install [^\n]+\Z"):
        load("no_such_model")


def test_installed_model_is_the_pinned_one(nlp: Language) -> None:
    assert changed_files(nlp) == []


def test_blank_pipeline_is_not_the_pinned_one() -> None:
    expected = json.loads(resources.files("kg").joinpath("data/model-hashes.json").read_text(encoding="utf-8"))
    assert changed_files(Language()) == sorted(expected)
