import pytest
import spacy
from spacy.tokens import Doc

from kg.extract import claims
from kg.extract.outcomes import DOUBTFUL, FRAGMENT, NO_PREDICATE, UNEXTRACTED, ReadText, read_text, unclaimed_sentences
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed

CLOSED = "The/DT/det/2 ministry/NN/nsubj/3 closed=close/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3 ././punct/3"
SILENT = [
    (FRAGMENT,
     "Old/JJ/amod/2 bridges=bridge/NNS/ROOT/0 ././punct/2"),
    (NO_PREDICATE,
     "A/DT/det/2 barn/NN/ROOT/0 near/IN/prep/2 the/DT/det/6 old/JJ/amod/6 town/NN/pobj/3 ././punct/2"),
    ("question",
     "Who/WP/nsubj/2 closed=close/VBD/ROOT/0 the/DT/det/5 old/JJ/amod/5 barn/NN/dobj/2 ?/./punct/2"),
    ("order",
     "Close/VB/ROOT/0 the/DT/det/4 old/JJ/amod/4 door/NN/dobj/1 ././punct/1"),
    ("no participant",
     "Closing=close/VBG/ROOT/0 the/DT/det/4 old/JJ/amod/4 door/NN/dobj/1 ././punct/1"),
]  # fmt: skip


def read(doc: Doc) -> ReadText:
    return read_text(parse_of(doc))


@pytest.mark.parametrize(("reason", "written"), SILENT)
def test_reason_of_an_unclaimed_sentence(reason: str, written: str) -> None:
    doc = parsed(written)
    (unclaimed,) = unclaimed_sentences(read(doc), claims(doc))
    assert (unclaimed.reason, unclaimed.span.start, unclaimed.span.end) == (reason, 0, len(doc.text))


def test_the_most_frequent_reason_counts() -> None:
    doc = parsed(
        "Waiting=wait/VBG/ROOT/0 ,/,/punct/1 close/VB/conj/1 the/DT/det/5 door/NN/dobj/3 and/CC/cc/3 "
        "open/VB/conj/3 the/DT/det/9 gate/NN/dobj/7 ././punct/1"
    )
    became = [each.becomes for each in read(doc).clauses]
    (unclaimed,) = unclaimed_sentences(read(doc), claims(doc))
    assert became == ["no participant", "order", "order"]
    assert unclaimed.reason == "order"


def test_sentence_with_a_claim_is_not_unclaimed() -> None:
    doc = parsed(f"{CLOSED} Old/JJ/amod/8 bridges=bridge/NNS/ROOT/0 ././punct/8")
    (unclaimed,) = unclaimed_sentences(read(doc), claims(doc))
    assert doc.text[unclaimed.span.start : unclaimed.span.end] == "Old bridges."


def test_doubtful_claims_are_a_reason_of_their_own() -> None:
    doc = parsed(CLOSED)
    assert [unclaimed.reason for unclaimed in unclaimed_sentences(read(doc), [], doubtful=claims(doc))] == [DOUBTFUL]


def test_what_only_another_extractor_would_tell() -> None:
    assert [unclaimed.reason for unclaimed in unclaimed_sentences(read(parsed(CLOSED)), [])] == [UNEXTRACTED]


def test_empty_doc_has_no_sentences() -> None:
    doc = Doc(spacy.blank("en").vocab)
    assert parse_of(doc).sents == []
    assert list(unclaimed_sentences(read(doc), [])) == []
