import pytest

from kg.extract.clauses import verb_predication
from kg.extract.rivals import RIVAL_RULES, likeliest, readings, rival_predications
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed

REQUEST = (
    "A/DT/det/2 request/NN/nsubj/9 from/IN/prep/2 the/DT/det/5 town/NN/pobj/3 funding=fund/VBG/acl/5 "
    "schools=school/NNS/dobj/6 ,/,/punct/2 failed=fail/VBD/ROOT/0"
)
CLOSED = (
    "The/DT/det/2 bank/NN/nsubj/3 closed=close/VBD/ROOT/0 branches=branch/NNS/dobj/3 ,/,/punct/3 "
    "citing=cite/VBG/advcl/3 costs=cost/NNS/dobj/6"
)
EXCEEDED = (
    "The/DT/det/2 loss/NN/nsubj/3 exceeded=exceed/VBD/ROOT/0 10/CD/nummod/5/PERCENT %/NN/dobj/3/PERCENT ,/,/punct/3 "
    "threatening=threaten/VBG/advcl/3 jobs=job/NNS/dobj/7"
)
FINED = "The/DT/det/2 court/NN/nsubj/3 fined=fine/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3"


@pytest.mark.parametrize(
    ("written", "verb", "expected"),
    [
        (REQUEST, 5, {"noun-above": "request"}),
        (CLOSED, 5, {"nearest-noun": "branches"}),
        (EXCEEDED, 6, {}),
        (FINED, 2, {}),
    ],
)
def test_other_words_that_a_clause_may_be_about(written: str, verb: int, expected: dict[str, str]) -> None:
    predication = verb_predication(parse_of(parsed(written))[verb])
    assert predication is not None
    found = {rival.rule: rival.subject.text for rival in rival_predications(predication)}
    assert found == expected


def test_each_rival_gives_a_reading_of_its_own_behind_that_of_the_parser() -> None:
    predication = verb_predication(parse_of(parsed(REQUEST))[5])
    assert predication is not None
    first, second = readings(predication)
    assert [c.claim.subject.text for c in first] == ["the town"]
    assert [c.claim.evidence.rule for c in second] == ["noun-above"]
    assert all("rivals=1" in c.features for c in (*first, *second))


def test_a_verb_with_its_own_subject_has_one_reading() -> None:
    predication = verb_predication(parse_of(parsed(FINED))[2])
    assert predication is not None
    assert len(readings(predication)) == 1


@pytest.mark.parametrize(
    ("confidences", "best"), [([[0.4, 0.6], [0.5]], 0), ([[0.4], [0.3, 0.7]], 1), ([[0.5], [0.5]], 0), ([[0.1]], 0)]
)
def test_the_reading_with_the_surest_claim_wins_and_the_parser_where_they_are_equal(
    confidences: list[list[float]], best: int
) -> None:
    assert likeliest(confidences) == best


def test_rules_say_in_a_sentence_what_they_mean() -> None:
    for rule, contested in RIVAL_RULES.values():
        assert (rule.__doc__ or "").count('"') == 2
        assert contested
