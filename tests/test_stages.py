import json
from collections.abc import Iterable
from datetime import date
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg import stages
from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.cli import main
from kg.errors import KgError, NothingToRead, OutputError, UsageError
from kg.export.encodings import Encoding
from kg.extract import claims
from kg.extract.outcomes import DOUBTFUL
from kg.model import Claim, Document, Reading

FERRY = Document("ferry", "Norlin Ferries bought the shipyard in 2021. The company employs 300 people.")
BRIDGE = Document("bridge", "Mayor Ana Duarte opened the Lisbon bridge on Monday.", published=date(2023, 5, 10))
FILES = {
    "documents.csv",
    "documents.jsonl",
    "edges.csv",
    "entities.jsonl",
    "failures.jsonl",
    "graph.graphml",
    "graph.html",
    "graph.ttl",
    "nodes.csv",
    "report.md",
    "run.json",
    "structure.jsonl",
    "triples.jsonl",
}


def fails_on_bridge(doc: Doc) -> Iterable[Claim]:
    if "bridge" in doc.text:
        raise RuntimeError("no bridges,\nplease")
    return claims(doc)


@pytest.fixture(scope="module")
def run(nlp: Language) -> stages.Run:
    return stages.run_documents([FERRY, BRIDGE], model=nlp)


def test_every_document_is_read(run: stages.Run) -> None:
    assert [reading.document.id for reading in run.readings] == ["bridge", "ferry"]
    assert [document.id for document in run.graph.documents] == ["bridge", "ferry"]
    assert run.failures == ()


def test_statements_are_found(run: stages.Run) -> None:
    found = {(row["subject"], row["relation"]) for row in run.graph.triples}
    assert ("Norlin Ferries", "buy") in found


def test_documents_and_places_give_the_same_graph(tmp_path: Path) -> None:
    (tmp_path / "ferry.txt").write_text(FERRY.text, encoding="utf-8")
    by_place = stages.build(tmp_path)
    by_name = stages.build([str(tmp_path / "ferry.txt")])
    assert by_place == by_name == stages.build_documents(by_place.documents)
    assert by_place.statements


def test_an_extractor_that_fails_on_one_document_leaves_the_others(nlp: Language) -> None:
    run = stages.run_documents([BRIDGE, FERRY], model=nlp, extractors={"fails-on-bridge": fails_on_bridge})
    assert [reading.document.id for reading in run.readings] == ["bridge", "ferry"]
    assert [(failure.place, failure.reason) for failure in run.failures] == [
        ("bridge", "extractor 'fails-on-bridge': RuntimeError: no bridges, please")
    ]
    assert run.graph.record.extractors == ("fails-on-bridge",)


def test_what_other_extractors_say_of_a_document_stays(nlp: Language) -> None:
    chosen = {"fails-on-bridge": fails_on_bridge, "rules": claims}
    both = stages.run_documents([BRIDGE, FERRY], model=nlp, extractors=chosen)
    (failure,) = both.failures
    assert failure.reason.startswith("extractor 'fails-on-bridge': ")
    spoken = {claim.evidence.span.document for claim in both.graph.claims}
    assert spoken == {"bridge", "ferry"}
    alone = stages.run_documents([BRIDGE], model=nlp, extractors={"rules": claims})
    assert set(alone.graph.claims) <= set(both.graph.claims)


def test_an_extractor_that_gives_no_claims_but_something_else(nlp: Language) -> None:
    run = stages.run_documents([BRIDGE], model=nlp, extractors={"words": lambda doc: ["opened"]})
    assert [failure.reason for failure in run.failures] == ["extractor 'words': TypeError: gives str, must give claims"]


def test_a_paragraph_that_cannot_be_parsed_leaves_its_document_and_the_others(nlp: Language) -> None:
    too_long = Document("long", "word " * (nlp.max_length // 5 + 1))
    outcomes = list(stages.read_out([FERRY, too_long, BRIDGE], model=nlp, extractors={"rules": claims}))
    readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
    assert [len(reading.failures) for reading in readings] == [0, 1, 0]
    assert readings[1].failures[0].reason.startswith("sentence left out: word word")


def test_progress_counts_to_the_end(nlp: Language) -> None:
    told: list[stages.Progress] = []
    stages.run_documents([FERRY, BRIDGE], model=nlp, progress=told.append)
    assert told[-1] == stages.Progress("reading", 2, 2, 21, 21)


def test_nothing_to_read(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead):
        stages.run([tmp_path / "absent"])


def test_every_file_is_written_whole(run: stages.Run, tmp_path: Path) -> None:
    stages.write(run, tmp_path / "new" / "out")
    written = {path.name: path.read_bytes() for path in (tmp_path / "new" / "out").iterdir() if path.name != ".kg-lock"}
    assert set(written) == FILES
    for name, data in written.items():
        assert data.decode("utf-8").strip() or name == "failures.jsonl", name
        assert b"\r" not in data or name.endswith(".csv"), f"{name}: only CSV has CRLF (RFC 4180)"


def test_run_json_holds_no_place(run: stages.Run, tmp_path: Path) -> None:
    stages.write(run, tmp_path, title="Ships")
    text = (tmp_path / "run.json").read_text(encoding="utf-8")
    record = json.loads(text)
    assert str(tmp_path) not in text
    assert record["counts"]["documents"] == 2
    assert record["options"]["title"] == "Ships"
    assert record["versions"]["model"].endswith("3.8.0")


def test_options_that_change_the_output_are_recorded(nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("label,type,aliases,link\nNorlin Ferries,Company,,\n", encoding="utf-8")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "names.csv").write_text("label,type,aliases,link\nNorlin,Company,,\n", encoding="utf-8")
    (tmp_path / "schema.toml").write_text('[relations.founder]\niri = "schema:founder"\n', encoding="utf-8")
    (tmp_path / "relations.toml").write_text('["buy"]\nclose-match = ["schema:owns"]\n', encoding="utf-8")

    def options(choices: dict[str, Any], **writing: Any) -> str:
        graph = stages.run_documents([FERRY], model=nlp, **choices).graph
        graph.write(tmp_path / "out", **writing)
        text = (tmp_path / "out" / "run.json").read_text(encoding="utf-8")
        assert str(tmp_path) not in text
        return json.dumps(json.loads(text)["options"])

    found = [
        options({}),
        *(options({"gazetteers": tmp_path / place}) for place in ("names.csv", "other/names.csv")),
        options({"ids": tmp_path / "ids.jsonl"}),
        options({"language": "any"}),
        *(options({f"{name}_column": name}) for name in ("text", "id", "date", "title")),
        options({}, schema=tmp_path / "schema.toml"),
        options({}, encoding=Encoding(relations=[tmp_path / "relations.toml"])),
        options({}, include_text=False),
        options({}, page=False),
        options({}, parquet=True),
    ]
    assert len(set(found)) == len(found)
    assert options({"ids": tmp_path / "ids.jsonl"}) == found[3]
    assert json.loads(found[3])["ids"]["file"] == "ids.jsonl"


def test_claims_below_the_threshold_are_left_out_and_the_threshold_is_recorded(nlp: Language, tmp_path: Path) -> None:
    strict = stages.run_documents([FERRY], model=nlp, min_confidence=1.0)
    assert strict.graph.claims == ()
    assert {unclaimed.reason for unclaimed in strict.readings[0].unclaimed} == {DOUBTFUL}
    stages.write(strict, tmp_path)
    options = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))["options"]
    assert options["min_confidence"] == 1.0
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert (
        f"| {DOUBTFUL} | 2 | Norlin Ferries bought the shipyard in 2021. · The company employs 300 people. |" in report
    )


def test_default_threshold_is_recorded(run: stages.Run) -> None:
    assert run.graph.record.options["min_confidence"] == DEFAULT_MIN_CONFIDENCE


@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan")])
def test_a_threshold_that_is_no_confidence(wrong: float) -> None:
    with pytest.raises(UsageError, match="must lie between 0 and 1"):
        stages.run(["absent"], min_confidence=wrong)


def test_base_iri_stands_in_the_turtle(run: stages.Run, tmp_path: Path) -> None:
    stages.write(run, tmp_path, encoding=Encoding(base_iri="https://example.org/graph/"))
    assert "https://example.org/graph/" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")


def test_a_directory_that_cannot_be_made(run: stages.Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError, match="file"):
        stages.write(run, tmp_path / "file" / "out")
    assert issubclass(OutputError, KgError)


def test_documents_without_a_date_get_that_of_the_options(nlp: Language) -> None:
    run = stages.run_documents([FERRY, BRIDGE], model=nlp, date="2020-01-02")
    assert [document.published for document in run.graph.documents] == [BRIDGE.published, date(2020, 1, 2)]


def test_claims_are_written_though_an_extractor_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = {"fails": "tests.test_stages:fails_on_bridge", "rules": "kg.extract:claims"}
    points = [EntryPoint(name, value, "kg.extractors") for name, value in names.items()]
    monkeypatch.setattr("kg.extract.entry_points", lambda group: points)
    (tmp_path / "bridge.txt").write_text(BRIDGE.text, encoding="utf-8")
    assert main(["extract", str(tmp_path / "bridge.txt")]) == 1
    told = capsys.readouterr()
    assert "open" in {json.loads(line)["relation"] for line in told.out.splitlines()}
    assert "kg: bridge: extractor 'fails': RuntimeError: no bridges, please" in told.err.splitlines()
