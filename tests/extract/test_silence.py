import pytest
import spacy
from spacy.tokens import Doc

from kg.extract import claims
from kg.extract.silence import DOUBTFUL, OTHERWISE, REASONS, silences
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed

SILENT = [
    ("fewer than three words",
     "Close/VB/ROOT/0 it/PRP/dobj/1 ././punct/1"),
    ("no verb",
     "A/DT/det/2 mine/NN/ROOT/0 near/IN/prep/2 the/DT/det/6 old/JJ/amod/6 town/NN/pobj/3 ././punct/2"),
    ("a question",
     "Who/WP/nsubj/2 closed=close/VBD/ROOT/0 the/DT/det/5 old/JJ/amod/5 mine/NN/dobj/2 ?/./punct/2"),
    ("no subject",
     "Close/VB/ROOT/0 the/DT/det/4 old/JJ/amod/4 door/NN/dobj/1 ././punct/1"),
    (OTHERWISE,
     ("If/IN/mark/5 the/DT/det/4 old/JJ/amod/4 bank/NN/nsubj/5 fell=fall/VBD/advcl/8 ,/,/punct/8 please/UH/intj/8 "
      "leave/VB/ROOT/0 ././punct/8")),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "written"), SILENT)
def test_reason_of_a_silent_sentence(reason: str, written: str) -> None:
    doc = parsed(written)
    (silence,) = silences(parse_of(doc), claims(doc))
    assert (silence.reason, silence.span.start, silence.span.end) == (reason, 0, len(doc.text))


def test_every_reason_is_tested() -> None:
    assert [reason for reason, _ in SILENT] == [*REASONS, OTHERWISE]


def test_sentence_with_a_claim_is_not_silent() -> None:
    doc = parsed(
        "The/DT/det/2 ministry/NN/nsubj/3 closed=close/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3 "
        "././punct/3 Snow=Snow/NN/ROOT/0 in=in/IN/prep/7 May/NNP/pobj/8 ././punct/7"
    )
    (silence,) = silences(parse_of(doc), claims(doc))
    assert doc.text[silence.span.start : silence.span.end] == "Snow in May."


def test_doubtful_claims_are_a_reason_of_their_own() -> None:
    doc = parsed("The/DT/det/2 ministry/NN/nsubj/3 closed=close/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3 ././punct/3")
    assert [silence.reason for silence in silences(parse_of(doc), [], doubtful=claims(doc))] == [DOUBTFUL]


def test_empty_doc_has_no_sentences() -> None:
    doc = Doc(spacy.blank("en").vocab)
    assert parse_of(doc).sents == []
    assert list(silences(parse_of(doc), [])) == []
