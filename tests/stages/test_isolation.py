"""A sentence that cannot be read becomes one failure; its document is kept with all its other sentences."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import reading
from kg.grammar.pipeline import load
from kg.model import Document, Failure, Reading, Span
from kg.reference.annotation import annotate
from kg.stages import Run, run_documents, write
from kg.stages.isolation import spared

BIG = "9" * 309
TEXT = "Acme bought Bolt. The xyzzy left\nthe town. Oslo sued Acme.\n\nBergen met Oslo. It xyzzy xyzzy."


@Language.component("fails_on_xyzzy")
def fails_on_xyzzy(doc: Doc) -> Doc:
    if "xyzzy" in doc.text:
        raise ValueError("no xyzzy,\nplease")
    return doc


@pytest.fixture(scope="module")
def failing() -> Language:
    """Return a pipeline that fails on sentences with a certain word."""
    nlp = load()
    nlp.add_pipe("fails_on_xyzzy")
    return nlp


def told(run: Run) -> set[tuple[str, str]]:
    return {(claim.subject.words, claim.relation) for claim in run.graph.claims}


def test_a_paragraph_that_the_pipeline_cannot_parse_is_left_out(failing: Language, tmp_path: Path) -> None:
    run = run_documents([Document("a", TEXT), Document("b", "Oslo sued Bolt.")], model=failing)
    assert [failure.place for failure in run.failures] == ["a#char=0,58", "a#char=60,92"]
    assert run.failures[1].reason == (
        "sentence left out: Bergen met Oslo. It xyzzy xyzzy.: ValueError: no xyzzy, please"
    )
    assert [document.id for document in run.graph.documents] == ["a", "b"]
    assert told(run) == {("Oslo", "sue")}
    write(run, tmp_path)
    assert "a#char=60,92" in (tmp_path / "report.md").read_text(encoding="utf-8").replace("\\", "")


def test_a_sentence_that_rules_cannot_read_is_left_out_alone(nlp: Language) -> None:
    document, asked = Document("a", TEXT), list[Sequence[Span]]()

    def read(spans: Sequence[Span]) -> Reading:
        asked.append(spans)
        (doc,) = annotate([document], nlp, prose=lambda _: spans)
        if "xyzzy" in doc.text:
            raise ValueError("no xyzzy,\nplease")
        return reading(doc)

    found = spared(document, nlp, read, ValueError("as a whole"))
    assert isinstance(found, Reading)
    assert [(failure.place, failure.reason) for failure in found.failures] == [
        ("a#char=18,42", "sentence left out: The xyzzy left the town.: ValueError: no xyzzy, please"),
        ("a#char=77,92", "sentence left out: It xyzzy xyzzy.: ValueError: no xyzzy, please"),
    ]
    assert [TEXT[span.start : span.end] for span in asked[-1]] == [
        "Acme bought Bolt.", "Oslo sued Acme.", "Bergen met Oslo."
    ]  # fmt: skip
    assert {claim.relation for claim in found.claims} == {"buy", "sue", "meet"}


def test_where_no_sentence_is_to_blame_the_document_fails(nlp: Language) -> None:
    def read(spans: Sequence[Span]) -> Reading:
        (doc,) = annotate([document], nlp, prose=lambda _: spans)
        return reading(doc)

    document = Document("a", TEXT)
    assert spared(document, nlp, read, ValueError("as a whole")) == Failure("a", "ValueError: as a whole")


@pytest.mark.parametrize(
    "sentence",
    [
        "She met " + "the head of " * 500 + "Acme.",
        "He said that " * 400 + "Acme won.",
        "They met " + ", ".join(f"Anna{'b' * n}" for n in range(300)) + " and Acme.",
        f"Acme paid {BIG} dollars.",
        f"It won the {BIG}th cup {BIG} days ago, for {BIG} years.",
        f"It took {'9' * 5000} years, or 1.{'9' * 5000} years, and {'1' * 400}st place.",
        "It had a " + "billion " * 300 + "dollars for two " + "million " * 60 + "years.",
        "It was the 0th of 0/0, 1/0 and 5/0 in 0000, on 0000-00-00, 31/02/2024 and 2023-02-29 at 25:61 pm.",
        "Acm" + "e\u0301" * 300 + " won \ud800 the cup \udfff.",
    ],
    ids=lambda sentence: sentence[:12],
)
def test_no_sentence_loses_its_document(sentence: str, nlp: Language, tmp_path: Path) -> None:
    run = run_documents([Document("a", f"Oslo sued Bolt. {sentence} Bergen met Oslo.")], model=nlp)
    assert not run.failures
    assert ("Oslo", "sue") in told(run)
    write(run, tmp_path)


EXPRESSIONS = (
    "last Feb", "next Feb", "in February", "this winter", "last winter", "next Christmas", "at Easter", "two years ago",
    "in 300 years", "a century later", "last century", "next decade", "yesterday", "tomorrow", "last Friday",
    "next Friday", "on Friday", "the week before", "this weekend", "next weekend", "next week", "the 17th",
    "on the 31st", "in the first quarter", "the second half of last year", "before 1 January 0001", "the 9990s",
    "after December 31, 9999", "from 9998 to 9999", "the 1st century", "in 9999", "since the year 1", "late last month",
    "mid-May", "earlier this year", "tonight", "at 1pm", "the day before yesterday", "until next year",
)  # fmt: skip


@pytest.mark.parametrize("year", [1, 2, 4, 5, 9995, 9996, 9998, 9999])
def test_the_calendar_may_end(year: int, nlp: Language) -> None:
    text = "\n\n".join(f"It left {when}. It will win {when}, two days later and a year before." for when in EXPRESSIONS)
    documents = [Document(f"{day}", text, published=date(year, *day)) for day in ((1, 1), (2, 28), (12, 31))]
    assert not run_documents(documents, model=nlp).failures
