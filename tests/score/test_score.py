"""Gold files, matching, and the page of misses."""

import json
import typing as t
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import InputError, UsageError
from kg.export.rdf import to_turtle
from kg.intervals import Share
from kg.score import Gold, misses_page, read_gold, score
from kg.score.matching import Match, NamedStatement, differences
from tests.export.examples import GRAPH, WEATHER

FOUNDED: t.Final = {
    "document": "bakery",
    "subject": "Marta Lund",
    "relation": "found",
    "object": "the Lund Bakery",
    "time": "1997",
}


def gold(tmp_path: Path, *lines: object) -> Gold:
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return read_gold(path)


def found(tmp_path: Path, match: Match, **changes: object) -> bool:
    """Return whether a gold statement is found in the example graph."""
    report = score(GRAPH, gold(tmp_path, {**FOUNDED, **changes}))
    return next(each for each in report.scores if each.match == match).recall.count == 1


@pytest.mark.parametrize(
    ("changes", "strict", "lenient"),
    [
        ({}, True, True),
        ({"object": "the bakery"}, True, True),  # an alias
        ({"relation": ["establish", "Founded"]}, True, True),  # the wording
        ({"object": "Lund"}, False, True),
        ({"object": "Old Lund Bakery"}, False, True),
        ({"object": "Old Mill"}, False, False),
        ({"subject": "Ms Lund"}, False, True),
        ({"time": "1998"}, False, False),
        ({"time": "1997-01"}, True, True),
        ({"time": None}, True, True),
        ({"negated": True}, False, False),
        ({"object": None}, False, False),
        ({"document": WEATHER.id}, True, True),
        ({"document": WEATHER.id, "relation": "sell", "object": "40 loaves", "time": None}, False, False),
        ({"subject": "Tom Reyes", "relation": "resign", "object": None, "time": None}, True, True),
        ({"subject": "Tom Reyes", "relation": "resign", "object": "his post", "time": None}, False, False),
        ({"relation": "close", "object": "shop", "negated": True, "time": None}, True, True),
        ({"relation": "close", "object": "shop", "time": None}, False, False),
        ({"subject": "the shop", "relation": "open", "object": "a branch", "time": None}, False, False),
        (
            {"subject": "the shop", "relation": "open", "object": "a branch", "time": None, "status": "possible"},
            True,
            True,
        ),
        (
            {"subject": "Rivals", "relation": "copy", "object": "bread", "time": None, "speaker": "Lund Bakery"},
            False,
            True,
        ),
        (
            {"subject": "Rivals", "relation": "copy", "object": "bread", "time": None, "speaker": "Old Mill"},
            False,
            False,
        ),
        ({"subject": "Visitors", "relation": "pay", "object": "$12 million", "time": "2024-07-15"}, True, True),
    ],
)
def test_a_gold_statement_is_found(tmp_path: Path, changes: dict[str, object], strict: bool, lenient: bool) -> None:
    assert found(tmp_path, "strict", **changes) is strict
    assert found(tmp_path, "lenient", **changes) is lenient


def test_precision_counts_statements_of_the_documents_of_the_gold_file(tmp_path: Path) -> None:
    report = score(GRAPH, gold(tmp_path, FOUNDED, {**FOUNDED, "relation": "sell", "subject": "Oslo"}))
    strict = report.scores[0]
    of_bakery = [
        said for said in GRAPH.statements if any(claim.evidence.span.document == "bakery" for claim in said.claims)
    ]
    assert (strict.kind, strict.precision, strict.recall) == ("statements", Share(1, len(of_bakery)), Share(1, 2))
    assert strict.f1 == pytest.approx(2 * (1 / len(of_bakery)) * 0.5 / (1 / len(of_bakery) + 0.5))
    assert len(report.extra) == len(of_bakery) - 1
    assert [str(missed) for missed, _ in report.missed] == ["Oslo | sell | the Lund Bakery"]
    assert not report.missed_entities
    assert not report.extra_entities


def test_the_nearest_statement_tells_in_what_it_differs(tmp_path: Path) -> None:
    report = score(GRAPH, gold(tmp_path, {**FOUNDED, "time": "1890", "negated": True}))
    ((_, near),) = report.missed
    assert near[0].differing == ("negated", "time")
    assert len(near) > 1


def test_entities_agree_by_name_and_type(tmp_path: Path) -> None:
    lines = [
        {"document": "bakery", "entity": "Lund Bakery", "type": "Organization"},
        {"document": "bakery", "entity": ["T. Reyes", "Tom Reyes"], "type": "Place"},
        {"document": "bakery", "entity": "Oslo"},
        {"document": "bakery", "entity": "Bergen"},
    ]
    report = score(GRAPH, gold(tmp_path, *lines))
    assert [str(each) for each in report.missed_entities] == ["T. Reyes (Place)", "Bergen"]
    extra = {each.label for each in report.extra_entities}
    assert {"Marta Lund", "Tom Reyes"} <= extra
    assert "the shop" not in extra, "only what has a name is asked for"
    assert [each.recall for each in report.scores] == [Share(2, 4)] * 2


def test_csv_says_the_same_as_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "gold.CSV"
    cells = "document,subject,relation,object,negated,time,entity,type\n"
    rows = "bakery,Marta Lund,found|establish,Lund Bakery,false,1997,,\nbakery,,,,,,Oslo|oslo,Place\n"
    path.write_text(f"\ufeff{cells}{rows}", encoding="utf-8")
    read = read_gold(path)
    (statement,), (entity,) = read.statements, read.entities
    assert (statement.relation, statement.time, statement.negated) == (("found", "establish"), "1997", False)
    assert (entity.names, entity.type, entity.place) == (("Oslo", "oslo"), "Place", f"{path}:3")


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("a.jsonl", "", "has no line"),
        ("a.jsonl", "{", "a.jsonl:1: is not JSON"),
        ("a.jsonl", "[" * 100_000, "a.jsonl:1: is not JSON"),
        ("a.jsonl", "3", "must be a JSON object"),
        (
            "a.jsonl",
            '\n{"document": "a", "subjct": "b"}',
            "a.jsonl:2: 'subjct' is not a key of a gold file; did you mean",
        ),
        ("a.jsonl", '{"entity": "b"}', "has no document"),
        ("a.jsonl", '{"document": 3, "entity": "b"}', "document must be a text"),
        ("a.jsonl", '{"document": "a", "subject": "b"}', "needs an entity, or a subject and a relation"),
        ("a.jsonl", '{"document": "a", "subject": [1], "relation": "b"}', "subject must be a name"),
        ("a.jsonl", '{"document": "a", "subject": "a", "relation": "b", "negated": "no"}', "negated must be"),
        ("a.jsonl", '{"document": "a", "subject": "a", "relation": "b", "status": "sure"}', "status 'sure'"),
        ("a.csv", "document,entity\na\n", "a.csv:2: has more or fewer cells"),
        ("a.csv", "document,entity\na,b,c\n", "a.csv:2: has more or fewer cells"),
    ],
)
def test_a_gold_file_that_is_wrong_is_told_by_its_line(tmp_path: Path, name: str, text: str, words: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        read_gold(path)
    assert words in str(raised.value)


def test_a_gold_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_gold(tmp_path / "absent.jsonl")
    (tmp_path / "latin.csv").write_bytes(b"document\n\xff\n")
    with pytest.raises(InputError, match="is not UTF-8"):
        read_gold(tmp_path / "latin.csv")


def test_no_document_of_the_gold_file_is_in_the_graph(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="for example: bakery, weather"):
        score(GRAPH, gold(tmp_path, {**FOUNDED, "document": "elsewhere"}))


class Tags(HTMLParser):
    """The tags of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_escapes_what_it_shows(tmp_path: Path) -> None:
    lines = [
        {**FOUNDED, "subject": "<script>alert(1)</script>", "relation": "<img src=x>"},
        {"document": WEATHER.id, "entity": "<b>Ida</b>", "type": "<i>"},
        {"document": WEATHER.id, "subject": "Oslo", "relation": "x"},
    ]
    page = misses_page(GRAPH, score(GRAPH, gold(tmp_path, *lines)), title="<script>")
    seen = Tags()
    seen.feed(page)
    assert not seen.tags & {"script", "img", "b", "i", "a", "link"}
    for words in ("<script>alert(1)</script>", "<img src=x>", "<b>Ida</b> (<i>)", "O'Hara & <b>"):
        assert words in seen.words
    assert "default-src 'none'" in page


def test_the_command_prints_figures_and_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "graph.ttl").write_text(to_turtle(GRAPH), encoding="utf-8")
    gold(tmp_path, FOUNDED, {"document": "absent", "entity": "Oslo"})
    words = ["score", str(tmp_path / "gold.jsonl"), str(tmp_path)]
    assert main(words) == 0
    printed = capsys.readouterr()
    assert "statements, strict" in printed.out
    assert "100 % (21-100), 1 of 1" in printed.out
    assert "kg: absent: is in the gold file but not in the graph" in printed.err
    assert "Statements that are not in the gold file" in (tmp_path / "misses.html").read_text(encoding="utf-8")
    assert main([*words, "--fail-under", "0.9", "-f", "json", "--page", str(tmp_path / "p.html")]) == 1
    figures = json.loads(capsys.readouterr().out)
    assert figures[0]["recall"]["value"] == 1.0
    assert (tmp_path / "p.html").is_file()
    assert main([*words, "--page", str(tmp_path / "none" / "p.html")]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (6, 10, 0.3127, 0.8318)],
)
def test_wilson_intervals(count: int, total: int, low: float, high: float) -> None:
    assert Share(count, total).interval == pytest.approx((low, high), abs=1e-4)


def test_a_name_without_words_agrees_with_itself(tmp_path: Path) -> None:
    (statement,) = gold(tmp_path, {"document": "a", "subject": "—", "relation": "x"}).statements
    found = NamedStatement(GRAPH.statements[0], ("—",), (), ())
    assert "subject" not in differences(statement, found, "strict")
