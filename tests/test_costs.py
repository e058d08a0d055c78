"""No cost grows faster than the text, for any kind of text: calls of our own functions are counted, not time."""

import cProfile
import typing as t
from pathlib import Path

import pytest
from spacy.language import Language

import kg
from kg.export.encodings import Encoding
from kg.model import Document
from kg.outputs import contents
from kg.stages import run_documents
from tests.growth import TEXTS

ROOT: t.Final = str(Path(kg.__file__).parent)
SIZE: t.Final = 80
"""How often the smallest text repeats its kind."""
MOST: t.Final = 2.3
"""The maximum growth of the work when a text gets twice as long."""
REPORT: t.Final = "report.md"


def calls(text: str, nlp: Language) -> int:
    """Return the number of calls of our own functions for making a graph and its report from a text."""
    with cProfile.Profile(builtins=False, subcalls=False) as profile:
        run = run_documents([Document("d", text)], model=nlp)
    assert not run.failures
    ours = (entry for entry in profile.getstats() if getattr(entry.code, "co_filename", "").startswith(ROOT))
    return sum(entry.callcount for entry in ours)


@pytest.fixture(scope="module", autouse=True)
def _ready(nlp: Language) -> None:
    """Load what is loaded only once: tables of the lexicon, weights, the gazetteer."""
    run_documents([Document("d", "Acme sued Jane Doe in May 2024.")], model=nlp)


@pytest.mark.parametrize("kind", TEXTS)
def test_work_grows_with_the_text(kind: str, nlp: Language) -> None:
    once, twice = (calls(TEXTS[kind](times * SIZE), nlp) for times in (1, 2))
    assert twice < MOST * once


def test_a_long_text_is_weighed_stretch_by_stretch(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reference.coref.stretches.STRETCH", 60)
    text = TEXTS["quotations"](12)
    one, other = calls(text, nlp), calls(text + "\n\n" + text, nlp)
    assert other < 2.1 * one
    graph = run_documents([Document("d", text)], model=nlp).graph
    assert len([entity for entity in graph.entities if entity.label == "Jane Doe"]) == 1


def test_a_report_has_an_end(nlp: Language) -> None:
    text = " ".join(f"It sued Bolt{'a' * (n % 7)} {n}." for n in range(700))
    run = run_documents([Document(f"{n}", text) for n in range(2)], model=nlp)
    report = contents(run.graph, record=run.graph.record, encoding=Encoding())[REPORT]
    assert len(report) < 10 * len(text)
    assert " more." in report
