"""Names of one thing in different spellings, and names of different things that look alike."""

from collections import Counter

import pytest

from tests.resolve.name_pairs import Pair, figures, pairs

MIN_PRECISION = 0.98
MIN_RECALL = 0.85
DOCUMENTS = [("d", "e"), ("d", "d")]


def test_there_are_enough_pairs_of_both_kinds() -> None:
    counts = Counter(pair.verdict for pair in pairs())
    assert min(counts["same"], counts["different"]) >= 200


@pytest.mark.parametrize("documents", DOCUMENTS, ids=["two documents", "one document"])
@pytest.mark.parametrize("half", ["development", "held out", "both"])
def test_precision_and_recall(half: str, documents: tuple[str, str]) -> None:
    chosen: list[Pair] = [pair for pair in pairs() if half in {"both", pair.half}]
    found = figures(chosen, documents=documents)
    print(f"\n{half}: precision {found.precision:.3f}, recall {found.recall:.3f} of {len(chosen)} pairs")  # noqa: T201
    assert found.precision >= MIN_PRECISION, [pair for pair in found.wrong if pair.verdict == "different"]
    assert found.recall >= MIN_RECALL, [pair for pair in found.wrong if pair.verdict == "same"]
