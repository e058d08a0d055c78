"""The training data for the weights that decide if names continue."""

import numpy as np

from training.name_joins import Example, cross_validated, predicted, report, trained

ROWS = [
    Example(f"d{i % 10}", "gum", ["", "both known True"], whole=True, cut=True, shown="Oak |  | Bank")
    for i in range(20)
]
ROWS += [Example(f"d{i % 10}", "gum", ["", "apart"], whole=False, cut=True, shown="Ana | and | Bo") for i in range(20)]


def test_what_tells_that_a_name_goes_on_gets_a_weight() -> None:
    weights = trained(ROWS)
    assert weights["both known True"] > 0 > weights["apart"]
    assert predicted(ROWS, weights)[0] > 0.5 > predicted(ROWS, weights)[-1]


def test_each_gap_is_judged_by_weights_that_have_not_seen_its_document() -> None:
    odd = Example("alone", "gum", ["seen nowhere else"] * 5, whole=True, cut=True, shown="")
    assert cross_validated([*ROWS, odd])[-1] == 0.5


def test_what_joining_mends_and_breaks() -> None:
    told = [*report(list(zip([ROWS[0], ROWS[0], ROWS[-1]], np.array([0.9, 0.55, 0.65]), strict=True)))]
    assert told[:3] == [
        "3 gaps; at 3 a name ends, at 2 wrongly",
        "from 0.5 on 2 mended, 1 broken",
        "from 0.6 on 1 mended, 1 broken",
    ]
