"""Reading with several processes gives the same files as with one, even if a process crashes."""

import json
import os
import signal
from collections.abc import Iterable
from pathlib import Path

import pytest
from spacy.language import Language

import kg
from kg.cli import main
from kg.errors import UsageError
from kg.extract import AnnotatedDocument, claims
from kg.ledger import LEDGER, opened
from kg.model import Claim, Document
from kg.stages import Options, Progress, batches, update
from kg.stages.batches import Setup, jobs_for, rows_of
from tests.stages.articles import files, written


def deadly(document: AnnotatedDocument) -> Iterable[Claim]:
    """Return the claims of a text; the word poison kills the process."""
    if "poison" in document.document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return claims(document)


@pytest.fixture
def places(tmp_path: Path) -> Path:
    return written(tmp_path / "in")


def test_two_processes_write_the_files_of_one(
    nlp: Language, places: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "BATCH", 1)
    seen: list[Progress] = []
    done = update(places, tmp_path / "two", extractors={"rules": deadly}, jobs=2, progress=seen.append)
    [failure] = done.failures
    assert (failure.place, failure.skipped) == ("poison", False)
    assert json.loads((tmp_path / "two" / "failures.jsonl").read_text("utf-8"))["place"] == "poison"
    last = [each for each in seen if each.stage == "reading"][-1]
    assert (last.documents, last.of_documents, done.read) == (5, 5, 5)

    (places / "poison.txt").unlink()
    update(places, tmp_path / "two", extractors={"rules": claims}, jobs=1, model=nlp, prune=True)
    update(places, tmp_path / "one", extractors={"rules": claims}, model=nlp)
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_the_rows_of_a_process_are_those_of_a_run(nlp: Language, places: Path, tmp_path: Path) -> None:
    (places / "poison.txt").unlink()
    update(places, tmp_path / "out", model=nlp)
    with opened(tmp_path / "out" / LEDGER) as book:
        documents, kept = [book.document(id_) for id_ in book.entries()], list(book.readings())
    rows = rows_of(documents, Setup.of(Options()))
    assert [row.outcome() for row in rows] == kept
    assert {row.docs for row in rows} == {None}, "without a ledger no parse is kept"


def test_how_many_processes_read(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    little, much = [Document("a", "Snow fell.")], [Document("b", "Snow fell. " * batches.MUCH)]
    monkeypatch.setattr("loky.cpu_count", lambda: 7)
    assert jobs_for(Options(), little) == 1
    assert jobs_for(Options(), much) == 7
    assert jobs_for(Options(model=nlp), much) == 1
    assert jobs_for(Options(jobs=3), little) == 3
    with pytest.raises(UsageError, match=r"jobs.*: a loaded pipeline"):
        jobs_for(Options(model=nlp, jobs=2), much)


def test_jobs_are_counted_from_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "out"), "--jobs", "0"]) == 2
    assert "jobs 0: must be a whole number" in capsys.readouterr().err


def test_a_graph_in_memory_is_the_same(places: Path, nlp: Language) -> None:
    (places / "poison.txt").unlink()
    assert kg.build(places, jobs=2) == kg.build(places, model=nlp)
