from typing import NamedTuple

import pytest
import spacy

from kg.model import Claim, Evidence, Mention, Span
from training.cross_validation import LEAST_ROWS, cross_validated, train
from training.examples import Example
from training.logistic import matrix, probabilities

SPAN = Span("d", 0, 4)
MENTION = Mention(SPAN, "Mill", 0, "nominal")
CLAIM = Claim(MENTION, "burn", MENTION, Evidence(SPAN, "rules", "some-rule", 0.5))


class Judged(NamedTuple):
    claim: Claim
    features: tuple[str, ...]


def example(feature: str, labels: tuple[float, ...]) -> Example:
    predicates = tuple(((Judged(CLAIM, (feature,)),),) for _ in labels)
    return Example(None, spacy.blank("en")("Mill"), predicates, labels, (1.0,) * len(labels))


def test_what_is_learned_from_a_sentence_is_not_asked_about_it() -> None:
    examples = [example(f"only in {number}", (1.0,) * LEAST_ROWS) for number in range(10)]
    for values in cross_validated(examples, ()):
        assert values == pytest.approx(0.5)
    columns, weights = train(examples)
    assert len(columns) == 10
    assert probabilities(matrix([("only in 3",)], columns), weights)[0] > 0.55


def test_what_stands_beside_is_learned_from_for_every_sentence() -> None:
    examples = [example("shared", ()) if number else example("shared", (0.0,)) for number in range(5)]
    held_out = cross_validated(examples, [example("shared", (1.0,) * LEAST_ROWS)])[0]
    assert held_out[0] > 0.55


def test_of_rival_readings_the_likeliest_wins() -> None:
    first, second = (Judged(CLAIM, (name,)) for name in ("a", "b"))
    rivals = Example(None, spacy.blank("en")("Mill"), (((first,), (second, first)),), (0.0,) * 3, (1.0,) * 3)
    assert [c.evidence.confidence for c in rivals.winners((0.5, 0.2, 0.7))] == [0.2, 0.7]
    assert [c.evidence.confidence for c in rivals.winners((0.7, 0.2, 0.7))] == [0.7]  # of equal ones the first
