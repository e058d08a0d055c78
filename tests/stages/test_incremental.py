"""Incremental runs give the same files as a run over everything, and only read what is new."""

import json
import random
import typing as t
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import InputError, NothingToRead, OutputError, UsageError
from kg.export.encodings import Encoding
from kg.extract import claims
from kg.grammar.installed import Model
from kg.grammar.steps import SteppedParser
from kg.ledger import LEDGER, locked, opened
from kg.model import Claim
from kg.read import formats
from kg.read.file import File
from kg.stages import Options, Progress, Update, Writing, batches, estimate, incremental, keys, remove, update

TEXTS = {
    "ferry": "Norlin Ferries bought the shipyard in 2021. The company employs 300 people.",
    "bridge": "Mayor Ana Duarte opened the Lisbon bridge on Monday.",
    "mill": "Ida Berg sold the mill to Norlin Ferries.\n\nIt did not close the mill, Berg said.",
}

NO_PAGE: t.Final = Writing(page=False)
"""The page takes longer than all other files, and is only one of them."""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the texts that the parser receives, as it receives them."""
    texts: list[str] = []
    real = SteppedParser.greedy_parse

    def parse(self: SteppedParser, docs: Sequence[Doc], drop: float = 0.0) -> list[t.Any]:
        texts.extend(doc.text for doc in docs)
        return real(self, docs, drop)

    monkeypatch.setattr(SteppedParser, "greedy_parse", parse)
    return texts


@pytest.fixture(scope="module")
def model_key(nlp: Language) -> Model:
    """Return the computed key of the model; computing it takes longer than reading the texts."""
    return keys._model(Options(model=nlp))


@pytest.fixture
def grow(
    nlp: Language, places: Path, tmp_path: Path, model_key: Model, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Update]:
    """Return a function that updates the folder `out` from the texts; a page is written only on request."""
    monkeypatch.setattr(keys, "_model", lambda _: model_key)

    def grown(out: str = "out", *, writing: Writing = NO_PAGE, **chosen: t.Any) -> Update:
        return update(places, tmp_path / out, model=nlp, writing=writing, **chosen)

    return grown


def files(folder: Path) -> dict[str, bytes]:
    kept = (LEDGER, ".kg-lock")
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name not in kept}


def write(places: Path, **texts: str) -> None:
    for name, text in texts.items():
        (places / f"{name}.txt").write_text(text, encoding="utf-8")


def documents_of(folder: Path) -> set[str]:
    lines = (folder / "entities.jsonl").read_text("utf-8").splitlines()
    return {mention["document"] for line in lines for mention in json.loads(line)["mentions"]}


def test_a_second_run_reads_and_writes_nothing(grow: Callable[..., Update], tmp_path: Path, parsed: list[str]) -> None:
    first = grow()
    before, parses = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("[!.]*.*")}, len(parsed)
    again = grow()
    assert (first.read, again.read, len(parsed)) == (3, 0, parses)
    assert first.graph is not None
    assert again.graph is None
    assert again.counts == first.counts == first.graph.counts()
    assert {path: path.stat().st_mtime_ns for path in before if path.name != LEDGER} == {
        path: time for path, time in before.items() if path.name != LEDGER
    }


def test_only_what_is_new_or_changed_is_parsed(grow: Callable[..., Update], places: Path, parsed: list[str]) -> None:
    grow()
    parsed.clear()
    write(places, bridge="Mayor Ana Duarte closed the bridge.", boat="Snow fell on Oslo.")
    assert grow().read == 2
    assert sorted(parsed) == ["Mayor Ana Duarte closed the bridge.", "Snow fell on Oslo."]


def test_steps_and_one_run_give_the_same_bytes(grow: Callable[..., Update], places: Path, tmp_path: Path) -> None:
    names = sorted(TEXTS)
    random.Random(7).shuffle(names)  # noqa: S311 - no secret
    for name in names:
        (places / f"{name}.txt").rename(places / f"{name}.later")
    for name in names:
        (places / f"{name}.later").rename(places / f"{name}.txt")
        grow(writing=Writing())
    grow("whole", writing=Writing())
    grow("without", writing=Writing(), ledger=False)
    assert files(tmp_path / "out") == files(tmp_path / "whole") == files(tmp_path / "without")
    assert not (tmp_path / "without" / LEDGER).exists()


def test_parts_with_the_same_text_and_one_run_give_the_same_bytes(
    grow: Callable[..., Update], nlp: Language, places: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write(other, again=TEXTS["mill"])
    grow("parts")
    for given, out in ((other, "parts"), ([places, other], "whole")):
        update(given, tmp_path / out, model=nlp, writing=NO_PAGE)
    assert files(tmp_path / "parts") == files(tmp_path / "whole")


def test_after_a_change_of_rules_nothing_is_parsed(
    grow: Callable[..., Update], tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    grow()
    before = files(tmp_path / "out")
    parsed.clear()
    real = keys.code
    monkeypatch.setattr(keys, "code", lambda parts=(".",): real(parts) + "x" * (parts == keys.READING))
    assert grow().read == 3
    assert grow(min_confidence=0.99).read == 3
    assert parsed == []
    assert grow().read == 3
    assert files(tmp_path / "out") == before


def test_after_a_change_of_the_model_all_is_parsed(
    grow: Callable[..., Update], parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    grow()
    parses = len(parsed)
    real = keys._model
    monkeypatch.setattr(keys, "_model", lambda options: replace(real(options), digest="other"))
    assert grow().read == 3
    assert len(parsed) == 2 * parses


def test_a_document_that_vanished_is_kept_until_it_is_pruned(
    grow: Callable[..., Update], places: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parsed: list[str]
) -> None:
    grow()
    whole = files(tmp_path / "out")
    (places / "mill.txt").unlink()
    kept = grow()
    assert (kept.vanished, kept.removed, kept.graph) == (("mill",), (), None)
    parsed.clear()
    real = keys.code
    monkeypatch.setattr(keys, "code", lambda parts=(".",): real(parts) + "x" * (parts == keys.READING))
    assert grow().read == 3, "it is read by the new rules, too"
    assert parsed == []
    assert files(tmp_path / "out") == whole
    pruned = grow(prune=True)
    assert (pruned.vanished, pruned.removed) == ((), ("mill",))
    grow("fresh")
    assert files(tmp_path / "out") == files(tmp_path / "fresh")
    assert "mill" not in documents_of(tmp_path / "out")


def test_a_file_with_another_name_is_no_second_document(
    grow: Callable[..., Update], places: Path, tmp_path: Path, parsed: list[str]
) -> None:
    grow()
    parsed.clear()
    (places / "mill.txt").rename(places / "old-mill.txt")
    done = grow()
    assert (done.removed, done.vanished, parsed) == (("mill",), (), [])
    assert documents_of(tmp_path / "out") == {"bridge", "ferry", "old-mill"}


def test_a_copy_that_vanished_is_kept(grow: Callable[..., Update], places: Path) -> None:
    write(places, copy=TEXTS["mill"])
    grow()
    (places / "copy.txt").unlink()
    assert grow().vanished == ("copy",)


def test_evidence_goes_with_its_document(grow: Callable[..., Update], places: Path, tmp_path: Path) -> None:
    write(places, again=TEXTS["ferry"])
    grow(writing=Writing(title="Ships", encoding=Encoding(base_iri="https://example.org/s/")))
    set_aside(tmp_path / "out")
    done = remove(["again", "bridge"], tmp_path / "out")
    assert done.removed == ("again", "bridge")
    rows = [json.loads(line) for line in (tmp_path / "out" / "triples.jsonl").read_text("utf-8").splitlines()]
    assert {each["document"] for row in rows for each in row["evidence"]} == {"ferry", "mill"}
    assert "Lisbon" not in (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    for name in ("again", "bridge"):
        (places / f"{name}.txt").unlink()
    grow("fresh", writing=Writing(title="Ships", encoding=Encoding(base_iri="https://example.org/s/")))
    assert files(tmp_path / "out") == files(tmp_path / "fresh")


def test_one_id_is_not_its_letters(grow: Callable[..., Update], places: Path, tmp_path: Path) -> None:
    write(places, **{"1": "Bolt sold one mill.", "2": "Bolt sold two mills.", "12": "Bolt sold many mills."})
    grow(writing=Writing(title="Ships", encoding=Encoding(base_iri="https://example.org/s/")))
    set_aside(tmp_path / "out")
    assert remove("12", tmp_path / "out").removed == ("12",)


def set_aside(out: Path) -> None:
    """Store the settings as the command line does, with a model loaded by name."""
    with opened(out / LEDGER) as book:
        record = incremental._settings(
            Options(), Writing(title="Ships", encoding=Encoding(base_iri="https://example.org/s/"))
        )
        book.write_note(incremental.SETTINGS, record)
        book.commit()


def test_what_cannot_be_removed(grow: Callable[..., Update], tmp_path: Path) -> None:
    grow()
    with pytest.raises(UsageError, match="has no document absent"):
        remove(["absent", "mill"], tmp_path / "out")
    with pytest.raises(UsageError, match="are not known"):  # the model was loaded by the test
        remove(["mill"], tmp_path / "out")
    with pytest.raises(UsageError, match="no such file"):
        remove(["mill"], tmp_path / "empty")
    assert not (tmp_path / "empty").exists()


def test_what_needs_the_network_is_not_done_unasked(grow: Callable[..., Update], tmp_path: Path) -> None:
    grow()
    with opened(tmp_path / "out" / LEDGER) as book:
        book.write_note(incremental.SETTINGS, incremental._settings(Options(link="wikidata"), Writing()))
        book.commit()
    with pytest.raises(UsageError, match="linked entities with wikidata"):
        remove(["mill"], tmp_path / "out")


def test_settings_are_found_from_every_working_directory(tmp_path: Path) -> None:
    options = Options(date=date(2024, 1, 5), ids="ids.jsonl", gazetteers=["a.csv"], decisions="d.toml", extractors="x")
    writing = Writing(encoding=Encoding(relations=["r.toml"]), include_text=False)
    with opened(None) as book:
        book.write_note(incremental.SETTINGS, incremental._settings(options, writing))
        again, how = incremental._settings_of(book, tmp_path, None)
    assert (again.date, again.extractors) == (options.date, ("x",))
    paths = [again.ids, again.decisions, *t.cast("Iterable[str]", again.gazetteers), *how.encoding.relations]
    assert paths == [str(Path(name).absolute()) for name in ("ids.jsonl", "d.toml", "a.csv", "r.toml")]
    assert not how.include_text


@pytest.mark.parametrize("damage", ["changed", "gone"])
def test_a_file_that_is_not_as_it_was_written_is_written_again(
    damage: str, grow: Callable[..., Update], tmp_path: Path
) -> None:
    grow()
    before = files(tmp_path / "out")
    if damage == "gone":
        (tmp_path / "out" / "edges.csv").unlink()
    else:
        (tmp_path / "out" / "edges.csv").write_text("x", encoding="utf-8")
    assert grow().graph is not None
    assert files(tmp_path / "out") == before


def test_what_decides_the_files_is_looked_at(grow: Callable[..., Update], tmp_path: Path) -> None:
    decisions, gazetteer, ids = tmp_path / "d.toml", tmp_path / "g.csv", tmp_path / "ids.jsonl"
    decisions.write_text("", encoding="utf-8")
    gazetteer.write_text("label,type,aliases,link\n", encoding="utf-8")
    chosen: dict[str, t.Any] = {}

    def writes(**more: t.Any) -> bool:
        chosen.update(more)
        return grow(**chosen).graph is not None

    assert writes()
    assert writes(writing=Writing(encoding=Encoding(provenance="graphs")))
    assert not (tmp_path / "out" / "graph.ttl").exists()
    assert not writes(decisions=decisions), "no decision, and none before"
    decisions.write_text('[rename]\n"Norlin Ferries" = "Norlin"\n', encoding="utf-8")
    assert writes()
    assert writes(gazetteers=[gazetteer])
    gazetteer.write_text("label,type,aliases,link\nNorlin Ferries,Person,,\n", encoding="utf-8")
    assert writes(ids=ids)
    assert not writes()
    ids.unlink()
    assert writes()
    assert not writes()


PAGE = "<!DOCTYPE html><html><head><title>Snow</title></head><body><article><p>{}</p></article></body></html>"


def test_a_file_is_taken_apart_once(
    grow: Callable[..., Update], places: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_files: list[str] = []

    def parts(file: File, plugins: t.Any) -> t.Any:
        opened_files.append(Path(file.name).name)
        return formats.parts(file, plugins)

    monkeypatch.setattr("kg.read.text.parts", parts)
    (places / "page.html").write_text(PAGE.format("Snow fell on Oslo on Monday. " * 9), encoding="utf-8")
    (places / "data.bin").write_bytes(b"\0\1" * 99)
    first = grow()
    assert (first.read, sorted(opened_files)) == (4, ["bridge.txt", "data.bin", "ferry.txt", "mill.txt", "page.html"])
    opened_files.clear()
    again = grow()
    assert (again.read, again.failures, opened_files) == (0, first.failures, [])
    (places / "page.html").write_text(PAGE.format("Rain fell on Oslo on Monday. " * 9), encoding="utf-8")
    assert (grow().read, opened_files) == (1, ["page.html"])
    opened_files.clear()
    assert grow(date=date(2024, 1, 5)).read == 4, "documents without a date get this one"
    assert len(opened_files) == 5
    grow("whole", date=date(2024, 1, 5))
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def fails_on_bridge(doc: Doc) -> Iterable[Claim]:
    if "bridge" in doc.text:
        raise RuntimeError("no bridges, please")
    return claims(doc)


def test_a_failure_is_kept_and_tried_again(grow: Callable[..., Update], tmp_path: Path, parsed: list[str]) -> None:
    chosen = {"extractors": {"rules": fails_on_bridge}}
    first, again = grow(**chosen), grow(**chosen)
    reason = "extractor 'rules': RuntimeError: no bridges, please"
    assert [(failure.place, failure.reason) for failure in again.failures] == [("bridge", reason)]
    assert again.failures == first.failures
    assert (again.read, again.graph) == (1, None)
    with opened(tmp_path / "out" / LEDGER) as book:
        assert book.entries()["bridge"].error == reason
    parses = len(parsed)
    mended = grow()
    assert (mended.failures, len(parsed)) == ((), parses)
    assert "bridge" in documents_of(tmp_path / "out")


def test_an_extractor_that_nobody_can_tell_reads_each_time(grow: Callable[..., Update]) -> None:
    space: dict[str, t.Any] = {"claims": claims}
    exec("def found(doc): return claims(doc)", space)  # noqa: S102 - our own words
    assert [grow(extractors={"rules": space["found"]}).read for _ in range(2)] == [3, 3]


def test_what_was_read_is_kept_by_batches(
    grow: Callable[..., Update], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parsed: list[str]
) -> None:
    monkeypatch.setattr(batches, "BATCH", 1)
    grow("whole")

    def stopped(progress: Progress) -> None:
        if progress.documents == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grow(progress=stopped)
    assert not (tmp_path / "out" / "run.json").exists()
    parsed.clear()
    assert grow().read == 1, "what was read before it stopped was kept"
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_fresh_reads_everything(grow: Callable[..., Update], places: Path, tmp_path: Path, parsed: list[str]) -> None:
    grow()
    parses = len(parsed)
    (places / "mill.txt").unlink()
    assert grow(fresh=True).read == 2
    assert len(parsed) == 2 * parses - 2
    grow("fresh")
    assert files(tmp_path / "out") == files(tmp_path / "fresh")


def test_an_estimate_writes_nothing(grow: Callable[..., Update], places: Path, tmp_path: Path, nlp: Language) -> None:
    def estimated() -> tuple[int, int, int, int]:
        found = estimate([places, tmp_path / "absent"], tmp_path / "out", model=nlp)
        assert [failure.reason for failure in found.failures] == ["no such file or folder"]
        assert (found.seconds > 0) == (found.to_read > 0)
        return found.documents, found.words, found.to_read, found.words_to_read

    assert estimated() == (3, 37, 3, 37)
    assert not (tmp_path / "out").exists()
    grow()
    before = sorted((tmp_path / "out").iterdir())
    write(places, boat="Snow fell on Oslo.")
    (places / "mill.txt").unlink()
    assert estimated() == (4, 41, 1, 4)
    assert sorted((tmp_path / "out").iterdir()) == before


def test_progress_comes_to_its_end_and_never_goes_back(grow: Callable[..., Update], places: Path) -> None:
    write(places, long="\n\n".join(f"Ship {number} sailed to Oslo." for number in range(600)))
    told: list[Progress] = []
    grow(progress=told.append)
    reading = [progress for progress in told if progress.stage == "reading"]
    assert [progress.stage for progress in told[len(reading) :]] == ["resolving", "writing"]
    assert reading[-1].documents == reading[-1].of_documents == 4
    assert reading[-1].words == reading[-1].of_words == 3037
    words = [progress.words for progress in reading]
    assert words == sorted(words)
    assert len(set(words)) > 500, "also inside one long document"


def test_two_runs_into_one_folder(grow: Callable[..., Update], tmp_path: Path) -> None:
    with locked(tmp_path / "out"), pytest.raises(OutputError, match="another kg is writing there"):
        grow()


def test_a_folder_that_cannot_be_used_is_noticed_before_the_work(
    grow: Callable[..., Update], tmp_path: Path, parsed: list[str]
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError, match="file"):
        grow("file/out")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / LEDGER).write_text("no ledger " * 200, encoding="utf-8")
    with pytest.raises(InputError, match=r"kg\.sqlite: is not a ledger"):
        grow("broken")
    assert parsed == []


def test_nothing_to_read(tmp_path: Path, nlp: Language) -> None:
    with pytest.raises(NothingToRead):
        update(tmp_path / "absent", tmp_path / "out", model=nlp)
