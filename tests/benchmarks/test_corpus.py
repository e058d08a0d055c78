"""The synthetic corpus has the stated facts, copies and contradictions, and they are found."""

import random
from pathlib import Path

import pytest
from spacy.language import Language

from benchmarks.corpus import corpus, counted, main
from kg import build_documents
from kg.cli import main as command


def test_documents_tell_their_facts() -> None:
    made = list(corpus(60))
    assert made == list(corpus(60)) != list(corpus(60, seed=2))
    assert len({each.document.id for each in made}) == 60
    for each in made:
        for names in (name for subject, _, object_ in each.facts for name in (subject, object_)):
            assert any(name in each.document.text for name in names)


def test_what_is_planted_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["100", str(tmp_path / "in")]) == 0
    assert command(["build", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--date", "2020-06-01", "-q"]) == 1
    found = counted(tmp_path / "out", 100)
    planted, read, doubled = found.pop("facts")
    assert (read >= 0.95 * planted, doubled) == (True, 0)
    firms, single, shared = found.pop("firms with one node")
    assert (single >= 0.95 * firms, shared) == (True, 0)
    assert {name: (of, more) for name, (of, _, more) in found.items()} == {
        name: (of, 0) for name, (_, of, more) in found.items()
    }
    assert main(["100", "--check", str(tmp_path / "out")]) == 0
    assert "contradictions" in capsys.readouterr().out


def test_shuffled_and_step_by_step_give_the_same(nlp: Language) -> None:
    documents = [each.document for each in corpus(15)]
    whole = build_documents(documents, model=nlp)
    random.Random(1).shuffle(documents)  # noqa: S311 - no secret
    assert build_documents(documents, model=nlp) == whole
    one, two, three = (build_documents(documents[start : start + 5], model=nlp) for start in range(0, 15, 5))
    merged = one | two | three
    assert merged == whole
    assert merged.contradictions() == whole.contradictions() != ()
