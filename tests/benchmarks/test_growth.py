"""The benchmark of growth: its measurements, its sizes, and its output."""

import json
from pathlib import Path

import pytest

from benchmarks.growth import exponent, made, main, one, several
from kg import build_documents, outputs
from kg.export.derived import Derived
from kg.export.encodings import Encoding
from kg.model import Document

TEXTS = [Document("a", "Acme sued Oslo."), Document("b", "Jane Doe left in May.")]


def test_documents_are_taken_as_often_as_it_needs() -> None:
    assert [document.id for document in several(TEXTS, 5)] == ["a-0", "b-1", "a-2", "b-3", "a-4"]
    assert len(one(TEXTS, 1000).text) == 1000
    assert len({each.text for each in made(5)}) == 5
    assert one(TEXTS, 41).text == "Acme sued Oslo.\n\nJane Doe left in May.\n\nA"


@pytest.mark.parametrize(("costs", "expected"), [([1, 2, 4], 1.0), ([1, 4, 16], 2.0), ([3, 3, 3], 0.0)])
def test_exponent(costs: list[float], expected: float) -> None:
    assert exponent([100, 200, 400], costs) == pytest.approx(expected)


def test_each_stage_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "documents.jsonl"
    file.write_text("".join(json.dumps({"id": each.id, "text": each.text}) + "\n" for each in TEXTS), encoding="utf-8")
    assert main([str(file), "--documents", "1", "2", "--kilobytes"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].split() == ["documents", "1", "2", "exponent"]
    stages = (
        "parse",
        "tokens",
        "times",
        "quotations",
        "coreference",
        "extract",
        "parses freed",
        "resolve",
        "importance",
        "rdf",
        "page",
        "all files",
        "peak MB",
    )
    assert [line[:22].strip() for line in told[1:]] == list(stages)


def test_the_page_of_a_large_graph_has_its_most_important_statements(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = build_documents([Document("d", "Acme sued Jane Doe. Bolt bought Norland Bank.")])
    monkeypatch.setattr(outputs, "MOST_ON_A_PAGE", 1)
    page = outputs.page_text(graph, Derived.of(graph), base_iri=Encoding().base_iri, title=None, include_text=True)
    assert len(graph.statements) == 2
    assert ('"Jane Doe"' in page) != ('"Norland Bank"' in page)  # the text holds both without marks
