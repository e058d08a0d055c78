"""The table of time expressions, and rules that it cannot show: bounds, and counterexamples."""

import re
import typing as t
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.grammar.parse import parse_of
from kg.model import Document, Grain, Literal, Time
from kg.times import TimeExpression, time_expressions

TABLES = {name: Path(__file__).parent / f"{name}.tsv" for name in ("time_expressions", "time_expressions_news")}
"""The second was written without knowledge of the first and of the rules; its first figure is in docs/quality.md."""
CORE = {
    "full date",
    "month and year",
    "partial date, past",
    "weekday, past",
    "weekday, future",
    "open end",
    "unanchored",
}
PUBLISHED = date(2024, 7, 17)


class Row(t.NamedTuple):
    kind: str
    published: date | None
    text: str
    expression: str
    at: int
    value: str | None
    bounds: tuple[date | None, date | None]


def _row(line: str) -> Row:
    kind, published, marked, value, bounds = line.split("\t")
    before, expression, _ = re.split(r"[\[\]]", marked)
    text = marked.replace("[", "").replace("]", "")
    known = None if value == "-" else value
    return Row(kind, _date(published), text, expression, len(before), known, _bounds(value, bounds))


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text not in {"", "-"} else None


def _bounds(value: str, bounds: str) -> tuple[date | None, date | None]:
    if bounds == "-":
        return None, None
    if bounds != "=":
        first, last = bounds.split("..")
        return _date(first), _date(last)
    if "W" in value:
        return date.fromisocalendar(int(value[:4]), int(value[6:]), 1), date.fromisocalendar(
            int(value[:4]), int(value[6:]), 7
        )
    ends = (
        date.fromisoformat(f"{value}-{day}")
        for day in (31, 30, 29, 28)
        if len(value) == 7 and _exists(f"{value}-{day}")
    )
    if len(value) == 7:
        return date.fromisoformat(f"{value}-01"), next(ends)
    return (date(int(value), 1, 1), date(int(value), 12, 31)) if len(value) == 4 else (_date(value), _date(value))


def _exists(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _rows(table: Path) -> list[Row]:
    return [_row(line) for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


ROWS = _rows(TABLES["time_expressions"])


def _found(doc: Doc, published: date | None) -> tuple[TimeExpression, ...]:
    doc._.kg_document = Document("test", doc.text, published=published)
    return time_expressions(parse_of(doc))


def _wrong(nlp: Language, row: Row) -> str | None:
    """Return a description of the error in a row, None if there is none."""
    doc = nlp(row.text)
    found = [e.time for e in _found(doc, row.published) if doc[e.start].idx == row.at]
    expected = (row.expression, row.value, *row.bounds)
    actual = [(time.text, time.value, time.start, time.end) for time in found]
    return None if actual == [expected] else f"{row.text}\n    expected {expected}\n    found    {actual}"


def test_the_table_is_large_and_covers_every_kind() -> None:
    assert len(ROWS) >= 250
    assert len({row.kind for row in ROWS}) >= 20


@pytest.mark.parametrize("table", TABLES)
def test_at_least_95_percent_of_a_table_are_right(nlp: Language, table: str) -> None:
    rows = _rows(TABLES[table])
    wrong = [problem for row in rows if (problem := _wrong(nlp, row))]
    print(f"\n{table}: {len(rows) - len(wrong)} of {len(rows)} right")  # noqa: T201
    assert 1 - len(wrong) / len(rows) >= 0.95, "\n".join(wrong)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.kind in CORE], ids=lambda row: f"{row.expression}, {row.published}"
)
def test_core_kinds_are_all_right(nlp: Language, row: Row) -> None:
    assert _wrong(nlp, row) is None


def _times(doc: Doc, published: date | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(e.time.text, e.time.value) for e in _found(doc, published)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He may march to the sun.",
        "There were 1997 people in the hall.",
        "The lamp costs $2000 in shops.",
        "Some 5,000 dogs were counted.",
        "She came second in the race.",
        "Theresa May resigned.",
        "The walls fall slowly.",
        "Montalvo, 19, said nothing.",
        "They met in the Latin Quarter.",
        "As soon as he left, it rained.",
        "He said that summer was over.",
        "They went home that summer.",
        "At about 2200 the officer called the bridge.",
    ],
)
def test_what_is_no_time_is_not_changed(nlp: Language, sentence: str) -> None:
    assert _times(nlp(sentence)) == []


def test_a_date_that_can_be_read_two_ways_is_not_read(nlp: Language) -> None:
    assert _times(nlp("The form was stamped on 05/06/2021 in Lyon.")) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the worst storm in ten years.",
        "It is the first rise in two years.",
        "They built the wall in two weeks.",
        "The plant can build a ship in two weeks.",
    ],
)
def test_in_a_length_is_no_date_where_it_gives_a_duration(nlp: Language, sentence: str) -> None:
    assert [value for _, value in _times(nlp(sentence))] in (["P10Y"], ["P2Y"], ["P2W"])


def test_the_thirty_first_is_a_day_of_months_that_have_it(nlp: Language) -> None:
    assert _times(nlp("They left on December 31.")) == [("December 31", "2023-12-31")]
    assert ("June 31", None) not in _times(nlp("They left on June 31."))


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Sales rose from 2019.", date(2019, 1, 1), date(2019, 12, 31)),
        ("He taught there from 2019.", date(2019, 1, 1), None),
        ("The rules apply from 2019 onwards.", date(2019, 1, 1), None),
        ("He died after midnight on Friday.", date(2024, 7, 12), date(2024, 7, 12)),
        ("Sales fell in mid-March.", date(2024, 3, 11), date(2024, 3, 20)),
        ("Sales fell in mid-March 2020.", date(2020, 3, 11), date(2020, 3, 20)),
    ],
)
def test_bounds(nlp: Language, sentence: str, start: date, end: date | None) -> None:
    assert [(e.time.start, e.time.end) for e in _found(nlp(sentence), PUBLISHED)] == [(start, end)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The smith was born on Jan. 23, 1988, in Turin. The guards held him on Sunday.", None),
        ("A law of June 5, 1946 founded the mill. Its owner spoke on Friday evening.", None),
        ("The fair began on May 5, 2003, and closed on Friday.", "2003-05-09"),
    ],
)
def test_a_weekday_without_a_date_of_the_document_needs_a_day_in_its_sentence(
    nlp: Language, text: str, value: str | None
) -> None:
    assert _times(nlp(text), None)[-1][1] == value


def test_no_day_is_invented_for_a_day_counted_from_a_year(nlp: Language) -> None:
    assert _times(nlp("He moved in 1998. Two days later he left.")) == [("1998", "1998"), ("Two days later", None)]


def test_no_year_is_counted_from_a_date_before_the_decade_mentioned_last(nlp: Language) -> None:
    text = "The war ended in 1945. In the 1970s the army hired soldiers. Six years later it drafted them again."
    assert _times(nlp(text)) == [("1945", "1945"), ("the 1970s", "197X"), ("Six years later", None)]


@pytest.mark.parametrize(
    ("value", "grain", "expected"),
    [
        ("2024-07-16T17:00", "minute", Literal("2024-07-16T17:00:00", "xsd:dateTime")),
        ("2024-07-16", "day", Literal("2024-07-16", "xsd:date")),
        ("2024-07", "month", Literal("2024-07", "xsd:gYearMonth")),
        ("2024", "year", Literal("2024", "xsd:gYear")),
        ("2004/2009", "year", Literal("2004/2009")),
        ("BC0044", "year", Literal("BC0044")),
        ("199X", "decade", Literal("199X")),
        ("P1Y3M", "duration", Literal("P1Y3M", "xsd:duration")),
        ("P2W", "duration", Literal("P14D", "xsd:duration")),
        ("P2DE", "duration", Literal("P20Y", "xsd:duration")),
        ("P1CE", "duration", Literal("P100Y", "xsd:duration")),
        ("PXY", "duration", Literal("words")),
        ("PTXH", "duration", Literal("words")),
        ("P2.5Y", "duration", Literal("P2.5Y")),
        ("P1D", "set", Literal("words")),
        ("PAST_REF", "reference", Literal("words")),
        (None, "day", Literal("words")),
    ],
)
def test_literals_are_valid_for_their_datatypes(value: str | None, grain: Grain, expected: Literal) -> None:
    assert Time(value, None, None, grain, "words").literal() == expected


PIECES = st.sampled_from(
    [
        "on",
        "in",
        "the",
        "of",
        "from",
        "to",
        "until",
        "since",
        "by",
        "-",
        ",",
        ".",
        "May",
        "June",
        "20",
        "17th",
        "2024",
        "1995",
        "98",
        "Monday",
        "last",
        "next",
        "three",
        "several",
        "years",
        "days",
        "ago",
        "later",
        "every",
        "morning",
        "night",
        "5",
        "p.m.",
        "early",
        "mid",
        "end",
        "quarter",
        "first",
        "summer",
        "1990s",
        "Christmas",
        "will",
        "said",
        "a",
        "week",
        "now",
        "earlier",
        "half",
        "and",
        "Q3",
        "9999",
        "0",
        "'",
        "13:45",
        "'98",
        "before",
        "after",
        "year",
        "century",
        "BC",
    ]
)


@settings(max_examples=400)
@given(st.lists(PIECES, min_size=1, max_size=14), st.sampled_from([None, PUBLISHED, date.min, date.max]))
def test_expressions_in_the_doc_are_disjoint_and_in_order(words: list[str], published: date | None) -> None:
    doc = Doc(Vocab(), words=words)
    found = _found(doc, published)
    ends = [0, *(e.end for e in found)]
    assert all(end <= e.start < e.end <= len(doc) for end, e in zip(ends, found, strict=False))
    assert all(e.time.start <= e.time.end for e in found if e.time.start is not None and e.time.end is not None)
    assert all(e.time.text == doc[e.start : e.end].text for e in found)
