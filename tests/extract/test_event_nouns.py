import pytest

from kg.extract.event_nouns import LIGHT_VERBS, event_agent, event_nouns, is_event, light_verb
from tests.extract.documents import parsed, word


@pytest.mark.parametrize("noun", sorted(event_nouns()))
def test_table_gives_each_noun_a_verb_and_for_each_preposition_a_rest(noun: str) -> None:
    frame = event_nouns()[noun]
    assert noun == noun.lower()
    assert frame["verb"]
    assert all(rest in {"", preposition} for preposition, rest in frame.items() if preposition != "verb")


def test_light_verbs_are_base_forms() -> None:
    assert not [verb for verb in LIGHT_VERBS if verb != verb.lower() or verb.endswith("ed")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("bans=ban/NNS/ROOT/0", True),
        ("Ban=ban/NN/ROOT/0", True),
        ("Ban/NNP/ROOT/0", False),
        ("lakes=lake/NNS/ROOT/0", False),
        ("ban/VB/ROOT/0", False),
    ],
)
def test_only_common_nouns_are_events(written: str, expected: bool) -> None:
    assert is_event(parsed(written)[0]) is expected


AGENTS = [
    ("possessor", "ministry",
     ("The/DT/det/2 ministry/NN/poss/4 's/POS/case/2 ban/NN/nsubj/7 on/IN/prep/4 imports=import/NNS/pobj/5 "
      "angered=anger/VBD/ROOT/0 traders=trader/NNS/dobj/7")),
    ("by-phrase", "Norland",
     ("The/DT/det/2 ban/NN/nsubj/7 on/IN/prep/2 imports=import/NNS/pobj/3 by/IN/prep/2 Norland/NNP/pobj/5 "
      "angered/VBD/ROOT/0 traders=trader/NNS/dobj/7")),
    ("none", None,
     "The/DT/det/2 ban/NN/nsubj/5 on/IN/prep/2 imports=import/NNS/pobj/3 failed=fail/VBD/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(("agent", "written"), [pytest.param(*case[1:], id=case[0]) for case in AGENTS])
def test_agent_of_an_event(agent: str | None, written: str) -> None:
    found = event_agent(word(parsed(written), "ban"))
    assert (found.text if found is not None else None) == agent


CARRIERS = [
    ("light verb", "announced",
     ("The/DT/det/2 ministry/NN/nsubj/3 announced=announce/VBD/ROOT/0 a/DT/det/5 ban/NN/dobj/3 on/IN/prep/5 "
      "imports=import/NNS/pobj/6")),
    ("full verb", None,
     ("The/DT/det/2 ministry/NN/nsubj/3 fears=fear/VBZ/ROOT/0 a/DT/det/5 ban/NN/dobj/3 on/IN/prep/5 "
      "imports=import/NNS/pobj/6")),
    ("subject", None,
     "A/DT/det/2 ban/NN/nsubj/3 begins=begin/VBZ/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "written"), [pytest.param(*case[1:], id=case[0]) for case in CARRIERS])
def test_light_verb_carries_its_object(verb: str | None, written: str) -> None:
    found = light_verb(word(parsed(written), "ban"))
    assert (found.text if found is not None else None) == verb
