"""The benchmark of copies: made documents have the copies and contradictions that they are said to have."""

import random

from benchmarks.copies import built, made
from kg import build_documents


def test_planted_copies_and_contradictions_are_found() -> None:
    found = built(made(30))
    assert found == {
        "copies": 6,
        "copies found": 6,
        "other copies": 0,
        "contradictions": 6,
        "contradictions found": 6,
        "other contradictions": 0,
    }


def test_shuffled_and_step_by_step_give_the_same() -> None:
    documents = list(made(15).documents)
    whole = build_documents(documents)
    random.Random(1).shuffle(documents)  # noqa: S311
    assert build_documents(documents) == whole
    steps = [build_documents(documents[start : start + 5]) for start in range(0, 15, 5)]
    merged = steps[0] | steps[1] | steps[2]
    assert merged == whole
    assert merged.contradictions() == whole.contradictions() != ()
