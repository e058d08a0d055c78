import gc
import typing as t
from dataclasses import dataclass, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ledger.codec import decoded, encoded, shapes
from kg.model import Document, Mention, Reading, Span, Unclaimed
from tests.strategies import readings, tries

DOCUMENT = Document("a", "Snow fell.", published=date(2024, 1, 5))


@dataclass(frozen=True, slots=True)
class Mixed:
    place: int | Span


@given(readings("a"), st.text(), st.dates() | st.none())
@tries(60)
def test_what_is_read_back_is_what_was_written(reading: Reading, text: str, day: date | None) -> None:
    document = replace(reading.document, title=text, published=day)
    whole = replace(reading, document=document, unclaimed=(Unclaimed(Span("a", 0, 1), text),), clauses=((text, 2),))
    again = decoded(encoded(whole), Reading)
    assert again == whole
    assert repr(again) == repr(whole), "numbers keep their type"


def test_lone_surrogates_are_kept() -> None:
    document = Document("a", "Snow \ud800 fell.")
    assert encoded(document).isascii()
    assert decoded(encoded(document), Document) == document


def test_a_value_is_written_once() -> None:
    unclaimed = (Unclaimed(Span("a", 0, 10), "a question"), Unclaimed(Span("a", 0, 10), "a question"))
    text = encoded(Reading(DOCUMENT, (), (), 1, unclaimed))
    assert text.count("a question") == 1
    assert decoded(text, Reading).unclaimed == unclaimed


def test_every_type_of_a_reading_can_be_written() -> None:
    assert {kind.__name__ for kind in shapes(Reading)} >= {"Reading", "Document", "Claim", "Mention", "Time", "Literal"}


def test_a_field_that_holds_numbers_and_values_cannot_be_told_apart() -> None:
    with pytest.raises(TypeError, match=r"Mixed\.place"):
        encoded(Mixed(1))


def test_a_field_that_was_added_since_takes_its_default() -> None:
    old = encoded(DOCUMENT).replace(',"language"', "").replace(',"en"', "")
    assert "language" not in old
    assert decoded(old, Document) == DOCUMENT


def test_a_field_that_is_gone_is_skipped() -> None:
    old = encoded(DOCUMENT).replace('"language"', '"tongue"')
    assert decoded(old, Document) == DOCUMENT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"types":[["Span","document","start","end"]],"values":[[0,"a",0,3]]}',
        '{"types":[["Path","args"]],"values":[[0,"x"]]}',
        encoded(DOCUMENT).replace("2024-01-05", "soon"),
        encoded(DOCUMENT).replace('"text"', '"words"'),
        encoded(Reading(DOCUMENT, (), (), 1, ())).replace("[0,0,[]", "[0,9,[]"),
    ],
)
def test_what_is_no_document_is_refused(text: str) -> None:
    wanted: type[t.Any] = Reading if "Reading" in text else Document
    with pytest.raises(ValueError, match="no "):
        decoded(text, wanted)


def test_nothing_is_left_to_the_garbage_collector() -> None:
    """A document's whole reading is packed and read back; it must not stay in memory until the collector runs."""
    mentions = tuple(Mention(Span("d", n, n + 1), "x", n, "name") for n in range(500))
    reading = Reading(Document("d", "x" * 501), (), (mentions,), 1, ())
    decoded(encoded(reading), Reading)  # once before, to fill the caches
    gc.collect()
    gc.disable()
    try:
        assert decoded(encoded(reading), Reading) == reading
        assert gc.collect() < len(mentions)
    finally:
        gc.enable()
