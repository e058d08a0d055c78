import json
from pathlib import Path

import pytest
from spacy.language import Language

from benchmarks import other_pipeline
from benchmarks.gold import Found, facts_found, parsed, share

PRINTED = "MISSING left\nMISSING bought\nfacts 1/3 = 0.333 (5 triples)\n"


def test_what_the_scorer_prints_is_read() -> None:
    assert parsed("mill", PRINTED) == Found("mill", 1, 3, ("left", "bought"))
    with pytest.raises(ValueError, match="no number of facts"):
        parsed("mill", "")


def test_the_share_is_of_all_facts() -> None:
    assert share([Found("a", 1, 1, ()), Found("b", 1, 3, ("x", "y"))]) == 0.5


def test_lost_is_what_only_the_other_pipeline_misses() -> None:
    one, other = Found("a", 2, 3, ("x",)), Found("a", 1, 3, ("y", "z"))
    assert other_pipeline.changed(one, other) == (["y", "z"], ["x"])


def test_a_pipeline_that_is_not_installed_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert other_pipeline.main(["--model", "no_such_pipeline"]) == 0
    assert "not" in capsys.readouterr().out


def test_facts_of_an_article(nlp: Language, shared: Path, tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "mill.txt").write_text("Norlin bought the mill.\n", encoding="utf-8")
    facts = [
        {"id": "bought", "s": "Norlin", "r": "buy", "o": "mill"},
        {"id": "sold", "s": "Norlin", "r": "sell", "o": ""},
    ]
    (articles / "mill.jsonl").write_text("".join(json.dumps(fact) + "\n" for fact in facts), encoding="utf-8")
    assert list(facts_found(shared, articles, nlp, tmp_path / "work")) == [Found("mill", 1, 2, ("sold",))]
