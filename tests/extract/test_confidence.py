import json
import math
from importlib import resources

import pytest

from kg.extract import claims, doc_readings
from kg.extract.arguments import ARGUMENT_RULES
from kg.extract.clauses import verb_predications
from kg.extract.confidence import BIAS, claim_features, confidence, weights
from kg.extract.factuality import factuality
from kg.extract.nouns import NOUN_RULES, noun_predications
from kg.extract.rivals import RIVAL_RULES
from kg.extract.subjects import SUBJECT_RULES
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed

SENTENCES = [
    (
        "The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 and/CC/cc/3 rejected=reject/VBD/conj/3 "
        "the/DT/det/7 appeal/NN/dobj/5"
    ),
    (
        "The/DT/det/2 firm/NN/nsubj/5 will/MD/aux/5 not/RB/neg/5 sell/VB/ROOT/0 the/DT/det/7 "
        "mine/NN/dobj/5 in/IN/prep/5 Lyon/NNP/pobj/8/GPE"
    ),
    (
        "The/DT/det/2 nurse/NN/nsubj/3 said=say/VBD/ROOT/0 the/DT/det/5 bridge/NN/nsubj/6 "
        "was=be/VBD/ccomp/3 safe/JJ/acomp/6"
    ),
    ("The/DT/det/2 bank/NN/poss/4 's/POS/case/2 offices=office/NNS/nsubj/5 are=be/VBP/ROOT/0 closed/JJ/acomp/5"),
    (
        "Silva/NNP/nsubj/8/PERSON ,/,/punct/1 the/DT/det/4 mayor/NN/appos/1 of/IN/prep/4 "
        "Porto/NNP/pobj/5 ,/,/punct/1 resigned=resign/VBD/ROOT/0"
    ),
    (
        "The/DT/det/2 bank/NN/nsubj/7 ,/,/punct/2 which/WDT/nsubj/5 fined=fine/VBD/relcl/2 nobody/NN/dobj/5 "
        "closed=close/VBD/ROOT/0 branches=branch/NNS/dobj/7 ,/,/punct/7 citing=cite/VBG/advcl/7 costs=cost/NNS/dobj/10"
    ),
    (
        "The/DT/det/2 court/NN/nsubj/3 set/VBD/ROOT/0 a/DT/det/6 higher/JJR/amod/6 price/NN/dobj/3 for/IN/prep/6 "
        "tea/NN/pobj/7 ,/,/punct/3 gold/NN/dobj/3"
    ),
    (
        "The/DT/det/3 first/JJS/amod/3 price/NN/nsubj/8 ,/,/punct/3 which/WDT/nsubj/6 fell=fall/VBD/relcl/3 "
        ",/,/punct/3 hit/VBD/ROOT/0 gold/NN/dobj/8"
    ),
    (
        "There/EX/expl/2 are=be/VBP/ROOT/0 two/CD/nummod/4 lakes=lake/NNS/attr/2 in/IN/prep/4 "
        "the/DT/det/7 park/NN/pobj/5"
    ),
]


@pytest.mark.parametrize("written", SENTENCES)
def test_features_are_named_once_and_confidence_is_their_logistic(written: str) -> None:
    doc = parsed(written)
    parse = parse_of(doc)
    found = [*verb_predications(parse), *noun_predications(parse)]
    assert found
    for predication in found:
        said = factuality(predication)
        for target in predication.arguments:
            names = list(claim_features(predication, said, predication.subject, target, target.head))
            assert len(names) == len(set(names))
            assert names[0] == BIAS
            score = sum(weights().get(name, 0.0) for name in names)
            made = confidence(names)
            assert 0.0 < made < 1.0
            assert made == pytest.approx(1 / (1 + math.exp(-score)), abs=1e-4)


@pytest.mark.parametrize("written", SENTENCES)
def test_every_claim_has_a_confidence_between_0_and_1(written: str) -> None:
    assert all(0.0 <= claim.evidence.confidence <= 1.0 for claim in claims(parsed(written)))


def test_weights_are_finite_and_have_the_bias() -> None:
    table = json.loads(resources.files("kg").joinpath("data/confidence.json").read_text(encoding="utf-8"))["weights"]
    assert BIAS in table
    assert table == weights()
    assert all(math.isfinite(weight) for weight in table.values())
    assert list(table) == sorted(table)


def test_weights_are_of_rules_that_exist() -> None:
    rules = {*SUBJECT_RULES, *RIVAL_RULES, *(rule.__name__.replace("_", "-") for rule in NOUN_RULES)}
    named = {name.removeprefix("rule=").split(" ")[0] for name in weights() if name.startswith("rule=")}
    assert named <= rules
    assert not named & set(ARGUMENT_RULES)


def test_weights_are_of_features_that_claims_can_have() -> None:
    kinds = {name.split("=")[0] for written in SENTENCES for name in _feature_names(written)}
    assert {name.split("=")[0] for name in weights()} == kinds


def _feature_names(written: str) -> set[str]:
    return {
        name
        for rivals in doc_readings(parsed(written))
        for reading in rivals
        for candidate in reading
        for name in candidate.features
    }
