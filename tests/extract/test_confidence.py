"""Confidence of claims: named features, and the model over them."""

import math

import pytest
from spacy.language import Language

from kg.extract.claiming import candidates
from kg.extract.confidence import BIAS, confidence
from kg.extract.nominals import noun_drafts
from kg.lexicon.learned import learned
from tests.extract.sentences import drafted, read


def features(nlp: Language, sentence: str, head: str) -> tuple[str, ...]:
    """Return the features of the first claim of a clause."""
    text = read(nlp, sentence)
    return next(iter(candidates(text, drafted(text, head)))).features


PLAIN = "The court fined the bank."


def test_confidence_is_a_probability() -> None:
    assert confidence([]) == 0.5
    assert confidence([BIAS]) == round(1 / (1 + math.exp(-learned("confidence")[BIAS])), 4)


def test_weights_move_the_confidence() -> None:
    name, weight = max(learned("confidence").items(), key=lambda pair: pair[1])
    assert weight > 0
    assert confidence([name]) > 0.5
    name, weight = min(learned("confidence").items(), key=lambda pair: pair[1])
    assert weight < 0
    assert confidence([name]) < 0.5


def test_a_feature_that_was_not_learned_counts_nothing() -> None:
    assert confidence(["no such feature"]) == 0.5


def test_weights_are_numbers() -> None:
    assert [name for name, weight in learned("confidence").items() if not math.isfinite(weight)] == []


def test_a_claim_has_each_feature_once(nlp: Language) -> None:
    found = features(nlp, PLAIN, "fined")
    assert len(found) == len(set(found))
    assert found[0] == BIAS


EXPECTED = [
    ("rule=object", PLAIN, "fined"),
    ("rule=no-object", "The court met.", "met"),
    ("modality=planned", "The court will fine the bank.", "fine"),
    ("negated=True", "The court did not fine the bank.", "fine"),
    ("speaker=True", "She said that the court fined the bank.", "fined"),
    ("circumstances=1", "The court fined the bank in May.", "fined"),
    ("words=2", "The court has fined the bank.", "fined"),
    ("subject kind=name", "Ana Silva fined the bank.", "fined"),
    ("subject type=Person", "Ana Silva fined the bank.", "fined"),
    ("subject length=2", PLAIN, "fined"),
    ("subject distance=1", PLAIN, "fined"),
    ("subject distance=8", "The court of the old town on the river fined the bank.", "fined"),
    ("subject behind=True", "The bank was fined by the court.", "fined"),
    ("voice=passive kind=verb", "The bank was fined by the court.", "fined"),
    ("chain=2", "The court vowed to fine the bank.", "fine"),
    ("object kind=none", "The court met.", "met"),
    ("object kind=nominal", PLAIN, "fined"),
    ("object role=object", PLAIN, "fined"),
    ("object length=2", PLAIN, "fined"),
    ("object place=next", PLAIN, "fined"),
    ("object place=before", "The bank was fined by the court.", "fined"),
    ("object place=behind others", "The bank lent the museum two paintings.", "lent"),
    ("object conjuncts=1", "The court fined the bank and the mill.", "fined"),
    ("object holds=determiner", PLAIN, "fined"),
]


@pytest.mark.parametrize(("feature", "sentence", "head"), EXPECTED)
def test_feature_of_a_claim(nlp: Language, feature: str, sentence: str, head: str) -> None:
    assert feature in features(nlp, sentence, head)


def test_a_noun_phrase_has_no_features_of_a_verb(nlp: Language) -> None:
    text = read(nlp, "President Ana Silva resigned.")
    (draft,) = noun_drafts(text)
    (found,) = candidates(text, draft)
    assert [name for name in found.features if name.startswith(("voice=", "chain=", "link="))] == []
