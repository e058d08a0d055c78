"""The probability of each attachment: one number per token, the same in a batch and alone."""

from itertools import pairwise

import pytest
import spacy
from spacy.language import Language

from kg.grammar.attachments import attachments
from kg.grammar.paragraphs import docs_of
from kg.grammar.parse import parse_of, uncorrected
from kg.grammar.steps import step_from_python
from kg.model import Document, Span

TEXTS = (
    "The bank, which the minister closed, had sold its shares to a fund in Oslo.",
    "",
    "Rain fell. Who was it that they said they had seen with the telescope?  He left, and she, too.",
    "Nobody knew.",
)


@pytest.fixture(scope="module")
def telling(nlp: Language) -> Language:
    loaded = spacy.load(str(nlp.path))
    step_from_python(loaded)
    return loaded


def test_each_token_has_a_probability_and_roots_are_sure(telling: Language) -> None:
    doc = telling(TEXTS[2])
    probabilities = attachments(doc)
    assert probabilities is not None
    assert len(probabilities) == len(doc)
    assert all(0 < each <= 1 for each in probabilities)
    assert all(each == 1 for each, token in zip(probabilities, doc, strict=True) if token.head is token)
    assert 0 < min(probabilities) < 0.99


def test_a_tie_is_as_sure_in_a_batch_as_alone(telling: Language) -> None:
    for doc, text in zip(telling.pipe(TEXTS), TEXTS, strict=True):
        together, alone = attachments(doc), attachments(telling(text))
        if text:
            assert together is not None
            assert alone is not None
            assert together.tolist() == alone.tolist()


def test_a_clear_tie_is_surer_than_an_unclear_one(telling: Language) -> None:
    doc = telling("The old man saw a boy with a telescope.")
    probabilities = attachments(doc)
    assert probabilities is not None
    words = {token.text: float(probabilities[token.i]) for token in doc}
    assert words["man"] > 0.99
    assert words["with"] < words["boy"]


def test_a_document_has_those_of_its_paragraphs(telling: Language) -> None:
    document = Document("d", "The old man left.\n\nA boy saw him with a telescope.")
    spans = [Span("d", 0, 17), Span("d", 19, len(document.text))]
    [doc] = docs_of([document], telling, prose=lambda _: spans)
    alone = [attachments(telling(document.text[span.start : span.end])) for span in spans]
    probabilities = attachments(doc)
    assert probabilities is not None
    assert probabilities.tolist() == [each for part in alone if part is not None for each in part.tolist()]


def test_a_word_alone_is_sure(telling: Language) -> None:
    probabilities = attachments(telling("Yes"))
    assert probabilities is not None
    assert probabilities.tolist() == [1.0]
    for doc in telling.pipe(["Yes", "", "No"]):
        probabilities = attachments(doc)
        assert probabilities is None or probabilities.tolist() == [1.0] * len(doc)


def test_the_least_sure_tie_between_two_words_counts(telling: Language) -> None:
    doc = telling("The old man saw a boy with a telescope.")
    parse = uncorrected(doc)
    man, saw, telescope = (next(token.i for token in doc if token.text == text) for text in ("man", "saw", "telescope"))
    probabilities = attachments(doc)
    assert probabilities is not None
    way = [telescope, next(token.i for token in doc if token.text == "with")]
    assert parse.sureness(man, saw) == probabilities[man]
    assert parse.sureness(saw, telescope) == min(probabilities[place] for place in way)
    assert parse.sureness(man, telescope) == parse.sureness(telescope, man)
    assert parse.sureness(man, man) == 1
    steps = [parse.sureness(man, place) for place in (man, saw, telescope)]
    assert all(first is not None and second is not None and first >= second for first, second in pairwise(steps))


def test_parse_of_another_parser_tells_none(stock: Language) -> None:
    parse = parse_of(stock("The old man left."))
    assert parse.sureness(0, 3) is None
