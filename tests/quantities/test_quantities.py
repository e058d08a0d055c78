"""The table of quantities, counterexamples, and the quantities of phrases."""

import re
import typing as t
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.grammar.parse import parse_of
from kg.model import Literal
from kg.quantities import QuantityExpression, count_of, quantity_at, quantity_of
from kg.times import time_expressions

TABLE = Path(__file__).parent / "quantities.tsv"
DATATYPES: t.Final = {"range": "kg:range", "score": "kg:score", "ordinal": "xsd:positiveInteger"}


class Row(t.NamedTuple):
    kind: str
    text: str
    expression: str
    literal: Literal


def _row(line: str) -> Row:
    kind, marked, value, unit = line.split("\t")
    expression = re.split(r"[\[\]]", marked)[1]
    datatype = DATATYPES.get(kind) or ("xsd:decimal" if "." in value else "xsd:integer")
    literal = Literal(value, datatype, None if unit == "-" else unit)
    return Row(kind, marked.replace("[", "").replace("]", ""), expression, literal)


ROWS = [_row(line) for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def read(nlp: Language, text: str) -> Doc:
    doc = nlp(text)
    doc._.kg_times = time_expressions(parse_of(doc))
    return doc


def quantities(doc: Doc) -> tuple[QuantityExpression, ...]:
    return tuple(dict.fromkeys(filter(None, map(quantity_at, parse_of(doc)))))


def words(doc: Doc, expression: QuantityExpression) -> str:
    return doc[expression.start : expression.end].text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_table(row: Row, nlp: Language) -> None:
    doc = read(nlp, row.text)
    found = [(words(doc, e), e.literal, e.kind) for e in quantities(doc)]
    assert (row.expression, row.literal, row.kind) in found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.text)
def test_last_word_of_an_expression_leads_to_it(row: Row, nlp: Language) -> None:
    doc = read(nlp, row.text)
    for expression in quantities(doc):
        assert quantity_at(parse_of(doc)[expression.end - 1]) == expression


def test_table_is_large_and_covers_every_kind() -> None:
    kinds = Counter(row.kind for row in ROWS)
    assert len(ROWS) >= 120
    assert min(kinds.values()) >= 5
    assert set(kinds) == set(t.get_args(t.get_type_hints(QuantityExpression)["kind"]))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the bridge.",
        "She was born on 3 March 1998.",
        "They waited for two hours.",
        "The strike lasted three quarters.",
        "Version 1.2.3 failed.",
        "They met on the R20.",
        "Hundreds of thousands of people left.",
        "A few pupils and several teachers came.",
    ],
)
def test_no_quantity(text: str, nlp: Language) -> None:
    assert quantities(read(nlp, text)) == ()


@pytest.mark.parametrize(
    ("text", "noun", "count"),
    [
        ("The party expelled 12 top leaders.", "leaders", Literal("12", "xsd:integer")),
        ("More than 11,000 signatures arrived.", "signatures", Literal("11000", "xsd:integer")),
        ("The tour takes 10 to 20 people.", "people", Literal("10..20", "kg:range")),
        ("Two dozen sailors sang.", "sailors", Literal("24", "xsd:integer")),
        ("The 20-minute film won.", "film", None),
        ("Boeing 737 jets landed.", "jets", None),
        ("The second match ended.", "match", None),
        ("The $300 coat sold.", "coat", None),
        ("The pupils sang.", "pupils", None),
    ],
)
def test_how_many_a_noun_counts(text: str, noun: str, count: Literal | None, nlp: Language) -> None:
    doc = read(nlp, text)
    assert count_of(next(token for token in parse_of(doc) if token.text == noun)) == count


@pytest.mark.parametrize(
    ("text", "head", "phrase", "value"),
    [
        ("The bank paid $50,000 to her.", "50,000", "$50,000", "50000"),
        ("Exports fell 12 percent.", "percent", "12 percent", "12"),
        ("The second half began.", "half", "The second half", None),
        ("The two agreed.", "two", "The two", None),
        ("The film Seven won.", "Seven", "Seven", "7"),
        ("The mill made a third profit.", "profit", "a third profit", None),
    ],
)
def test_what_a_phrase_states(text: str, head: str, phrase: str, value: str | None, nlp: Language) -> None:
    doc = read(nlp, text)
    span = next(doc[i:j] for i in range(len(doc)) for j in range(i + 1, len(doc) + 1) if doc[i:j].text == phrase)
    found = quantity_of(next(token for token in parse_of(doc) if token.text == head), span.start, span.end)
    assert (None if found is None else found.literal.value) == value


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "$",
                "5",
                "1,000",
                "-3",
                "2–1",
                "to",
                "-",
                "and",
                "between",
                "half",
                "a",
                "million",
                "%",
                "m",
                "€",
                "no",
                ".",
                "#",
                "1/2",
                "½",
                "twenty",
                "third",
                "£",
            ]
        ),
        max_size=14,
    )
)
def test_any_words_are_read_without_failing(row: list[str]) -> None:
    doc = Doc(Vocab(), row)
    found = [(word.i, quantity_at(word)) for word in parse_of(doc)]
    assert all(each is None or 0 <= each.start <= i < each.end <= len(doc) for i, each in found)
