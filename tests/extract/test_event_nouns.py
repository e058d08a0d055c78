import json
from importlib import resources
from pathlib import Path

import pytest

from kg.extract.event_nouns import LIGHT_PARTICLES, LIGHT_VERBS, event_agent, event_nouns, is_event, light_verb
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed, word
from training.event_nouns import event_noun_table, read_wordnet

WRITTEN = json.loads(resources.files("kg").joinpath("data/event_noun_frames.json").read_text(encoding="utf-8"))
DERIVED = json.loads(resources.files("kg").joinpath("data/event_nouns.json").read_text(encoding="utf-8"))


def test_each_noun_has_a_verb_and_for_each_preposition_a_rest() -> None:
    for noun, frame in event_nouns().items():
        prepositions = {key: rest for key, rest in frame.items() if key not in {"verb", "agent"}}
        assert noun == noun.lower()
        assert frame["verb"]
        assert all(rest in {"", preposition} for preposition, rest in prepositions.items())
        assert frame.get("agent") not in prepositions


@pytest.mark.parametrize("table", [WRITTEN, DERIVED["transitive"], DERIVED["intransitive"]])
def test_tables_are_sorted(table: dict[str, object]) -> None:
    assert list(table) == sorted(table)


def test_no_noun_is_both_transitive_and_intransitive() -> None:
    assert not set(DERIVED["transitive"]) & set(DERIVED["intransitive"])


@pytest.mark.parametrize(
    ("noun", "frame"),
    [
        ("attack", {"verb": "attack", "on": "", "against": ""}),
        ("takeover", {"verb": "take over", "of": ""}),
        ("abolition", {"verb": "abolish", "of": ""}),
        ("arrival", {"verb": "arrive", "agent": "of", "in": "in", "at": "at", "from": "from"}),
    ],
)
def test_frame_of_a_noun(noun: str, frame: dict[str, str]) -> None:
    assert event_nouns()[noun] == frame


def test_of_an_intransitive_verb_is_who_does_it() -> None:
    intransitive = sorted(set(DERIVED["intransitive"]) - set(WRITTEN))
    assert all(event_nouns()[noun]["agent"] == "of" for noun in intransitive)


def test_what_is_written_by_hand_goes_before_what_wordnet_says() -> None:
    both = set(WRITTEN) & {*DERIVED["transitive"], *DERIVED["intransitive"]}
    assert both
    assert all(event_nouns()[noun] == WRITTEN[noun] for noun in both)


def test_light_verbs_are_base_forms() -> None:
    assert not [verb for verb in LIGHT_VERBS if verb != verb.lower() or verb.endswith("ed")]
    assert set(LIGHT_PARTICLES) <= LIGHT_VERBS


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("bans=ban/NNS/ROOT/0", True),
        ("Ban=ban/NN/ROOT/0", True),
        ("abolition/NN/ROOT/0", True),
        ("Ban/NNP/ROOT/0", False),
        ("lakes=lake/NNS/ROOT/0", False),
        ("state/NN/ROOT/0", False),
        ("teacher/NN/ROOT/0", False),
        ("ban/VB/ROOT/0", False),
    ],
)
def test_only_common_nouns_are_events(written: str, expected: bool) -> None:
    assert is_event(parse_of(parsed(written))[0]) is expected


AGENTS = [
    ("possessor", "ban", "ministry",
     ("The/DT/det/2 ministry/NN/poss/4 's/POS/case/2 ban/NN/nsubj/7 on/IN/prep/4 imports=import/NNS/pobj/5 "
      "angered=anger/VBD/ROOT/0 traders=trader/NNS/dobj/7")),
    ("by-phrase", "ban", "Norland",
     ("The/DT/det/2 ban/NN/nsubj/7 on/IN/prep/2 imports=import/NNS/pobj/3 by/IN/prep/2 Norland/NNP/pobj/5 "
      "angered/VBD/ROOT/0 traders=trader/NNS/dobj/7")),
    ("none", "ban", None,
     "The/DT/det/2 ban/NN/nsubj/5 on/IN/prep/2 imports=import/NNS/pobj/3 failed=fail/VBD/ROOT/0"),
    ("of-phrase of an intransitive verb", "arrival", "envoy",
     ("The/DT/det/2 arrival/NN/nsubj/7 of/IN/prep/2 envoys=envoy/NNS/pobj/3 in/IN/prep/2 Porto/NNP/pobj/5 "
      "surprised=surprise/VBD/ROOT/0 us/PRP/dobj/7")),
    ("of-phrase of a transitive verb", "abolition", None,
     "The/DT/det/2 abolition/NN/nsubj/5 of/IN/prep/2 tolls=toll/NNS/pobj/3 failed=fail/VBD/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "agent", "written"), [pytest.param(*case[1:], id=case[0]) for case in AGENTS])
def test_agent_of_an_event(noun: str, agent: str | None, written: str) -> None:
    found = event_agent(word(parsed(written), noun))
    assert (found.lemma_ if found is not None else None) == agent


CARRIERS = [
    ("light verb", "announced",
     ("The/DT/det/2 ministry/NN/nsubj/3 announced=announce/VBD/ROOT/0 a/DT/det/5 ban/NN/dobj/3 on/IN/prep/5 "
      "imports=import/NNS/pobj/6")),
    ("full verb", None,
     ("The/DT/det/2 ministry/NN/nsubj/3 fears=fear/VBZ/ROOT/0 a/DT/det/5 ban/NN/dobj/3 on/IN/prep/5 "
      "imports=import/NNS/pobj/6")),
    ("subject", None,
     "A/DT/det/2 ban/NN/nsubj/3 begins=begin/VBZ/ROOT/0"),
    ("subject of a passive", "imposed",
     ("A/DT/det/2 ban/NN/nsubjpass/4 was=be/VBD/auxpass/4 imposed=impose/VBN/ROOT/0 on/IN/prep/4 "
      "imports=import/NNS/pobj/5 by/IN/agent/4 Norland/NNP/pobj/7")),
    ("what is sought is done by another", None,
     ("They/PRP/nsubj/2 sought=seek/VBD/ROOT/0 a/DT/det/4 ban/NN/dobj/2 of/IN/prep/4 the/DT/det/7 court/NN/pobj/5")),
    ("what is sought of nobody", "sought",
     "They/PRP/nsubj/2 sought=seek/VBD/ROOT/0 a/DT/det/4 ban/NN/dobj/2 on/IN/prep/4 tea/NN/pobj/5"),
    ("a particle that keeps it light", "carried",
     "They/PRP/nsubj/2 carried=carry/VBD/ROOT/0 out/RP/prt/2 the/DT/det/5 ban/NN/dobj/2"),
    ("a particle that makes it another verb", None,
     "Protests=protest/NNS/nsubj/2 brought=bring/VBD/ROOT/0 about/RP/prt/2 the/DT/det/5 ban/NN/dobj/2"),
]  # fmt: skip


def test_control_one_has_is_ones_own() -> None:
    doc = parsed("She/PRP/nsubj/2 has=have/VBZ/ROOT/0 control/NN/dobj/2 of/IN/prep/3 the/DT/det/6 fleet/NN/pobj/4")
    assert light_verb(word(doc, "control")) == word(doc, "has")


@pytest.mark.parametrize(("verb", "written"), [pytest.param(*case[1:], id=case[0]) for case in CARRIERS])
def test_light_verb_carries_its_object(verb: str | None, written: str) -> None:
    found = light_verb(word(parsed(written), "ban"))
    assert (found.text if found is not None else None) == verb


DICTIONARY = {
    # made up in WordNet's format: what a line says here, the dictionary does not say
    "index.noun": """  1 licence
closing n 1 1 + 1 0 00000001
departing n 1 1 + 1 0 00000002
walk n 1 1 + 1 0 00000003
closer n 1 1 + 1 0 00000004
melody n 1 1 + 1 0 00000005""",
    "data.noun": """  1 licence
00000001 04 n 01 closing 0 001 + 00000011 v 0101 | an act
00000002 11 n 01 departing 0 001 + 00000012 v 0101 | an event
00000003 04 n 01 walk 0 001 + 00000013 v 0101 | spelled like its verb
00000004 18 n 01 closer 0 001 + 00000011 v 0101 | a person
00000005 10 n 01 melody 0 001 + 00000014 v 0101 | its verb is made from it""",
    "data.verb": """00000011 30 v 01 close 0 001 + 00000001 n 0101 02 + 08 00 + 11 00 | takes an object
00000012 38 v 01 depart 0 001 + 00000002 n 0101 01 + 02 00 | takes none
00000013 38 v 01 walk 0 000 01 + 02 00 | goes
00000014 36 v 01 melodize 0 000 01 + 08 00 | makes a melody""",
    "cntlist.rev": "close%2:30:00:: 1 9\ndepart%2:38:00:: 1 3\nwalk%2:38:00:: 1 7\nmelodize%2:36:00:: 1 1",
}


def test_table_is_made_from_a_dictionary(tmp_path: Path) -> None:
    for name, content in DICTIONARY.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    table = event_noun_table(read_wordnet(tmp_path))
    assert table["transitive"] == {"closing": "close"}
    assert table["intransitive"] == {"departing": "depart"}
