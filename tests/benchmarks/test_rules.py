import gzip
import json
from collections import Counter
from pathlib import Path

from spacy.language import Language

from benchmarks import rules
from benchmarks.rules import Fired
from benchmarks.scorers import printed_by
from kg.model import Document


def test_the_rule_of_each_claim_is_counted(nlp: Language) -> None:
    texts = ["The mayor sold the mill.", "The mayor sold the boat.", "Oh."]
    fired = rules.fired_in([Document(f"{number}", text) for number, text in enumerate(texts)], nlp)
    assert fired.sentences == 3
    assert sum(fired.rules.values()) == 2
    assert fired.kept <= fired.rules


def test_one_repair_of_words_side_by_side_counts_once() -> None:
    assert list(rules.repairs_of({4: "a", 5: "a", 7: "a", 8: "b"})) == ["a", "a", "b"]


def test_what_fires_seldom_is_listed_also_where_only_the_catalogue_has_it() -> None:
    news = Fired(9, Counter({"often": 2, "seldom": 2}), Counter(often=1), Counter(mends=3))
    mail = Fired(9, Counter(often=1), Counter(), Counter())
    known = Fired(9, Counter({"never": 5, "often": 1}), Counter(), Counter(unused=1))
    lines = list(rules.report({"news": news, "mail": mail}, known))
    assert lines[-1] == "fire fewer than 3 times: never, seldom, unused"
    assert next(line.split() for line in lines if line.startswith("often")) == ["often", "2", "1", "1", "0", "1"]


def test_the_words_of_trees_are_laid_out(shared: Path, tmp_path: Path) -> None:
    trees = tmp_path / "trees.jsonl.gz"
    with gzip.open(trees, "wt", encoding="utf-8") as out:
        out.write(json.dumps({"words": ["The", "mill", "burned", "."], "heads": [1, 2, 2, 2]}) + "\n")
    rows = rules.tokens_only(trees, tmp_path / "rows.jsonl.gz")
    printed_by(shared / "bench" / "qasrl.py", "texts", rows, tmp_path / "texts")
    (document,) = rules.read_folder(tmp_path / "texts")
    assert document.text.strip() == "The mill burned."


def test_the_catalogue_has_sentences() -> None:
    assert len(rules.catalogue()) > 100
