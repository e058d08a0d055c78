import json
from pathlib import Path

import pytest

from benchmarks import qasrl
from benchmarks.scorers import NoSuchOptionError, kg_printed

PRINTED = """\
QA-SRL wikinews nouns: P 0.809 R 0.043 F1 0.081  reached 0.060 of 646  13 of 526 other nouns read as events
QA-SRL wikinews verbs: P 0.764 R 0.428 F1 0.549  reached 0.708 of 1264
recall, verbs: what 1710/3464, who 1051/2165
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "mill.txt").write_text("The town sold the mill in May.\n", encoding="utf-8")
    return folder


def read_lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_figures_are_named_by_kind_source_and_measure() -> None:
    found = list(qasrl.parsed(PRINTED))
    assert qasrl.named("qasrl", qasrl.KEPT, found) == {
        "qasrl_nouns_wikinews_f1": 0.081,
        "qasrl_nouns_wikinews_reached": 0.060,
        "qasrl_verbs_wikinews_f1": 0.549,
        "qasrl_verbs_wikinews_reached": 0.708,
    }
    clauses = qasrl.named("qasrl_clauses", qasrl.KEPT_OF_CLAUSES, found)
    assert clauses["qasrl_clauses_nouns_wikinews_read_as_events"] == round(13 / 526, 3)
    assert "qasrl_clauses_verbs_wikinews_read_as_events" not in clauses


def test_the_table_has_verbs_first() -> None:
    rows = list(qasrl.table("kg", qasrl.parsed(PRINTED)))
    assert [row.split()[1] for row in rows] == ["verbs,", "nouns,"]
    assert rows[1].endswith("0.025")


def test_statements_are_the_lines_of_kg_extract(texts: Path, tmp_path: Path) -> None:
    (line,) = read_lines(qasrl.statements(texts, tmp_path / "out.jsonl"))
    assert line["relation"] == "sell"


def test_what_cannot_be_had_is_a_line_that_says_so(texts: Path, tmp_path: Path) -> None:
    for system in (qasrl.clauses, qasrl.textacy):
        found = system(texts, tmp_path / "out.jsonl")
        assert isinstance(found, str) or all("arguments" in line for line in read_lines(found))


def test_an_option_that_is_not_there_is_told_from_other_failures(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(NoSuchOptionError):
        kg_printed(tmp_path / "out", "extract", "--no-such-option", texts)
    with pytest.raises(RuntimeError, match="absent"):
        kg_printed(tmp_path / "out", "extract", texts / "absent")


def test_the_scorer_reads_the_lines(shared: Path, texts: Path, tmp_path: Path) -> None:
    found = qasrl.scores(shared, qasrl.plain_loop(texts, tmp_path / "loop.jsonl"))
    assert {(score.source, score.kind) for score in found} >= {("wikinews", "verbs"), ("wikipedia", "nouns")}
    assert all(score.reached == 0 for score in found)  # its sentences are not among those texts
