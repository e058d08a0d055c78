"""Strings, records and tables in memory give the same graph as the same texts in files."""

import datetime
import typing as t
from pathlib import Path

import pandas
import pyarrow
import pytest
from spacy.language import Language

import kg
from kg.errors import UsageError

MILL = "Prado Labs bought the Tavira mill on Monday."
LAB = "Chemist Ines Prado founded Prado Labs in 2011."
DAY = datetime.date(2023, 5, 10)
RECORDS = [{"id": "mill", "text": MILL, "date": "2023-05-10"}, {"id": "lab", "text": LAB, "title": "The lab"}]


@pytest.fixture(scope="module")
def graph(nlp: Language) -> kg.KnowledgeGraph:
    return kg.build_texts(RECORDS, model=nlp)


def test_records(graph: kg.KnowledgeGraph) -> None:
    assert [(document.id, document.title, document.published) for document in graph.documents] == [
        ("lab", "The lab", None),
        ("mill", None, DAY),
    ]
    (bought,) = (said for said in graph if said.relation == "buy")
    assert bought.time is not None
    assert bought.time.value == "2023-05-08"


@pytest.mark.parametrize("make", [pandas.DataFrame, pyarrow.Table.from_pylist], ids=["pandas", "Arrow"])
def test_tables(make: t.Callable[[t.Any], t.Any], graph: kg.KnowledgeGraph, nlp: Language) -> None:
    # the first empty cell is NaN in pandas, and an Arrow table has only the columns of its first row
    rows = [{"title": None, "date": None} | row for row in RECORDS]
    assert kg.build_texts(make(rows), model=nlp) == graph


def test_strings_with_what_is_known_of_them(graph: kg.KnowledgeGraph, nlp: Language) -> None:
    given = kg.build_texts(
        [MILL, LAB], ids=["mill", "lab"], titles=[None, "The lab"], dates=[DAY, pandas.NaT], model=nlp
    )
    assert given == graph


def test_columns_of_other_names(graph: kg.KnowledgeGraph, nlp: Language) -> None:
    frame = pandas.DataFrame(RECORDS).rename(columns={"id": "url", "text": "body", "date": "day"})
    assert kg.build_texts(frame, model=nlp, id_column="url", date_column="day") == graph, "body is a usual name"
    named = frame.rename(columns={"body": "words"})
    assert kg.build_texts(named, model=nlp, text_column="words", id_column="url", date_column="day") == graph


def test_dates_may_be_moments(nlp: Language) -> None:
    frame = pandas.DataFrame({"text": [MILL], "date": pandas.to_datetime(["2023-05-10 09:30"])})
    assert [document.published for document in kg.build_texts(frame, model=nlp).documents] == [DAY]


def test_one_text_is_the_same_as_its_file(tmp_path: Path, nlp: Language) -> None:
    text = f"Mill sold\n\nTAVIRA, May 10, 2023 - {MILL}\n"
    (tmp_path / "mill.txt").write_text(text, encoding="utf-8")
    assert kg.build_texts(text, ids=["mill"], model=nlp) == kg.build(tmp_path / "mill.txt", model=nlp)


def test_ids_of_texts_without_one_do_not_depend_on_their_order(nlp: Language) -> None:
    one, other = kg.build_texts([MILL, LAB, MILL], model=nlp), kg.build_texts([LAB, MILL], model=nlp)
    assert one == other
    assert len(one.documents) == 2
    assert kg.build_texts([LAB], model=nlp) | kg.build_texts([MILL], model=nlp) == one


def test_a_date_for_all_others(nlp: Language) -> None:
    graph = kg.build_texts(RECORDS, date="2020-01-02", model=nlp)
    assert [document.published for document in graph.documents] == [datetime.date(2020, 1, 2), DAY]


def test_bad_rows_are_failures_and_the_rest_is_read(nlp: Language) -> None:
    rows = [
        {"text": MILL},
        {"text": " "},
        {"text": float("nan"), "id": "gone"},
        {"text": 7},
        {"text": LAB, "date": "1.1."},
    ]
    with pytest.warns(kg.FailureWarning, match="4 failed: gone: is empty; text 2: is empty; ") as told:
        graph = kg.build_texts(rows, model=nlp)
    assert told[0].filename == __file__, "the warning points to who called"
    assert [(failure.place, failure.reason) for failure in graph.failures] == [
        ("gone", "is empty"),
        ("text 2", "is empty"),
        ("text 4", "is int, not a text"),
        ("text 5", "date '1.1.': must be YYYY-MM-DD"),
    ]
    assert len(graph.documents) == 1


def test_nothing_is_the_empty_graph(nlp: Language) -> None:
    assert kg.build_texts([], model=nlp) == kg.KnowledgeGraph()


@pytest.mark.parametrize(
    ("texts", "options", "words"),
    [
        (7, {}, "texts: must be strings, records or a table, not int"),
        ([7], {}, "texts: must be strings, records or a table, not int"),
        (RECORDS, {"text_column": "txt"}, r"texts: has no column 'txt' \(columns: id, text, date, title\)"),
        (RECORDS, {"ids": "url"}, "ids: there are 1 for 2 texts; to name a column, use id_column"),
        (RECORDS, {"dates": []}, "dates: there are 0 for 2 texts"),
        ([{"a": 1, "b": 2}], {}, "texts: is a table without a column of texts"),
        ([MILL, LAB], {"ids": ["same", "same"]}, "ids: 'same' is used for two different texts"),
    ],
)
def test_what_cannot_be_used_is_one_line(texts: t.Any, options: t.Any, words: str) -> None:
    with pytest.raises(UsageError, match=rf"\A{words}") as told:
        kg.build_texts(texts, **options)
    assert "\n" not in str(told.value)


@pytest.mark.parametrize("code", ["en", "EN", "en-US", "en_GB", " en"])
def test_a_language_may_have_capitals_and_a_region(code: str) -> None:
    assert kg.Options(language=code).language == "en"


@pytest.mark.parametrize("code", ["english", "eng", "", "xx", "-"])
def test_a_language_that_does_not_exist(code: str) -> None:
    with pytest.raises(kg.UsageError, match=f"language '{code}': must be the ISO 639 code"):
        kg.Options(language=code)


@pytest.mark.parametrize("code", [None, 5, ["en"]])
def test_a_language_that_is_no_text(code: t.Any) -> None:
    with pytest.raises(kg.UsageError, match="must be the ISO 639 code"):
        kg.Options(language=code)


def test_another_language_is_a_failure_unless_it_is_asked_for(nlp: Language) -> None:
    german = "Die Stadt hat am Montag die alte Brücke für den Verkehr gesperrt, weil sie nicht mehr sicher ist. " * 3
    with pytest.warns(kg.FailureWarning, match="is written in another language"):
        graph = kg.build_texts([MILL, german], model=nlp)
    assert [document.text for document in graph.documents] == [MILL]
    assert graph.failures[0].kind == "language"
    assert len(kg.build_texts([german], model=nlp, language="any").documents) == 1
