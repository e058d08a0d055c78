import gzip
import json
from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language

from benchmarks import rules
from benchmarks.rules import Fired
from benchmarks.scorers import printed_by
from kg.extract.rules import rules as all_rules
from kg.model import Document

# table, rule, text in which it fires
FIRING = [
    ("shared subjects", "own", "The mayor sold the mill."),
    ("shared subjects", "coordinated", "The mayor bought and sold the mill."),
    ("shared objects", "relative-object", "The book that he wrote sold well."),
    ("cuts of a label", "describing-clause", "Acme, which makes pumps, fined the bank."),
    ("openings of a label", "negating", "No court fined the bank."),
    ("speakers of quotations", "clause-behind", "“It is closed and nobody will come,” said Ana Silva."),
    ("predicates of several verbs", "planned", "The mayor vowed to leave the town."),
    ("reasons for no statement", "condition", "If rents fall, the mayor will leave the town."),
    ("predicates", "object", "The mayor sold the mill."),
    ("noun phrases", "age", "Ana Silva, 45, sold the mill."),
    ("branches", "no-object", "The minister resigned."),
    ("negation", "own-negation", "The mayor did not sell the mill."),
    ("modality", "future", "The mayor will sell the mill."),
]


@pytest.mark.parametrize(("table", "name", "text"), FIRING, ids=[name for _, name, _ in FIRING])
def test_a_rule_of_each_table_is_counted(table: str, name: str, text: str, nlp: Language) -> None:
    fired = rules.fired_in([Document("1", text), Document("2", "Oh.")], nlp)
    assert fired.sentences == 2
    assert fired.rules[table, name] == 1


def test_every_table_is_counted() -> None:
    tables = {rule.table for rule in all_rules()}
    assert tables == rules.NAMES.keys()
    assert tables - {table for table, *_ in FIRING} == {"corrections of the parse"}


def test_of_the_rules_of_modality_the_first_that_finds_words_is_counted(nlp: Language) -> None:
    fired = rules.fired_in([Document("1", "The mayor will possibly sell the mill.")], nlp)
    assert [name for table, name in fired.rules if table == "modality"] == ["foretold"]


def test_one_repair_of_words_side_by_side_counts_once() -> None:
    assert list(rules.repairs_of({4: "a", 5: "a", 7: "a", 8: "b"})) == ["a", "a", "b"]


def test_each_rule_has_a_row_and_what_fires_seldom_is_listed() -> None:
    every = Counter({(rule.table, rule.name): 3 for rule in all_rules()})
    news = Fired(9, every - Counter({("negation", "without"): 1, ("modality", "modal"): 1}))
    mail = Fired(9, Counter({("modality", "modal"): 1}))
    lines = list(rules.report({"news": news, "mail": mail}, Fired(5, every)))
    assert lines[:2] == ["news: 9 sentences", "mail: 9 sentences"]
    assert lines[-1] == "fire fewer than 3 times: without (negation)"
    assert next(line.split() for line in lines if line.startswith("  modal ")) == ["modal", "2", "1", "3"]


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
