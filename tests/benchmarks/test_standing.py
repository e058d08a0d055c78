import gzip
import json
from pathlib import Path

from benchmarks import standing

PRINTED = (
    "standing, ewt: reached 50 of 100; stated falsely 0.200 of 20 affirmed (all affirmed: 0.419); facts kept 0.750;"
    " what is no fact: caught 0.748 at P 0.686\n    unread         fact   623  open   176  not   428\n"
)


def test_figures_are_named_by_data_set_and_measure() -> None:
    assert standing.named(standing.parsed(PRINTED)) == {
        "standing_ewt_reached": 0.5,
        "standing_ewt_stated_falsely": 0.2,
        "standing_ewt_facts_kept": 0.75,
    }


def test_the_scorer_is_asked_about_our_statements(shared: Path, tmp_path: Path) -> None:
    scorer = tmp_path / "shared" / "bench"
    data = scorer / "data" / "standing"
    data.mkdir(parents=True)
    for name in ("standing.py", "qasrl.py"):
        (scorer / name).write_bytes((shared / "bench" / name).read_bytes())
    rows = [
        {"id": "x:1", "source": "ewt", "tokens": ["The", "town", "sold", "the", "mill", "."],
         "predicates": [{"index": 2, "happened": 3.0}]},
        {"id": "x:2", "source": "ewt", "tokens": ["The", "mayor", "was", "named", "Rossi", "."],
         "predicates": [{"index": 1, "happened": -3.0}]},
    ]  # fmt: skip
    with gzip.open(data / "standing-dev.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    figures = standing.figures(scorer.parent, tmp_path)
    assert figures["standing_ewt_reached"] == 0.5
    assert figures["standing_ewt_facts_kept"] == 1.0
    assert figures["standing_ewt_stated_falsely"] == 0.0
