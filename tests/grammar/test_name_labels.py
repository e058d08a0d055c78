"""Evidence from the whole document takes precedence over the recogniser's label of a single mention."""

import pytest

from kg.grammar.name_labels import evidence, likeliest, names_of, shares_of
from kg.grammar.parse import parse_of, uncorrected
from tests.extract.documents import parsed

FULL = "Ana/NNP/compound/2/PERSON Madrid/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0 ././punct/3"
SAID = "Madrid/NNP/nsubj/6/GPE said=say/VBD/ROOT/0 she/PRP/nsubj/8 knew=know/VBD/ccomp/6 ././punct/6"


def labels(written: str) -> list[tuple[str, str]]:
    """Return the words that are part of names after relabelling, with their labels."""
    return [(word.text, word.entity) for word in parse_of(parsed(written)) if word.entity]


def test_a_surname_that_is_a_city_is_a_persons_where_a_full_name_ends_in_it() -> None:
    assert labels(f"{FULL} {SAID}") == [("Ana", "PERSON"), ("Madrid", "PERSON"), ("Madrid", "PERSON")]


def test_the_city_of_that_name_stays_a_place() -> None:
    lives = "He/PRP/nsubj/6 lives=live/VBZ/ROOT/0 in/IN/prep/6 Madrid/NNP/pobj/7/GPE ././punct/6"
    assert labels(f"{FULL} {lives}")[-1] == ("Madrid", "GPE")


def test_without_the_full_name_the_label_stays() -> None:
    lives = "He/PRP/nsubj/2 lives=live/VBZ/ROOT/0 in/IN/prep/2 Madrid/NNP/pobj/3/GPE ././punct/2"
    assert labels(lives) == [("Madrid", "GPE")]


def test_a_name_without_label_gets_one() -> None:
    said = "Nils/NNP/compound/2/PERSON Quorn/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0 ././punct/3 "
    again = "Quorn/NNP/nsubj/6 said=say/VBD/ROOT/0 he/PRP/nsubj/8 knew=know/VBD/ccomp/6 ././punct/6"
    assert labels(said + again)[-1] == ("Quorn", "PERSON")


def test_a_last_name_that_looks_like_a_plural_is_a_persons() -> None:
    full = "Nils/NNP/compound/2/PERSON Boards/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0 ././punct/3 "
    again = "Boards=board/NNS/nsubj/6 said=say/VBD/ROOT/0 he/PRP/nsubj/8 knew=know/VBD/ccomp/6 ././punct/6"
    parse = parse_of(parsed(full + again))
    found = [(word.text, word.entity, word.kind, word.lemma_) for word in parse if word.text == "Boards"]
    assert found == [("Boards", "PERSON", "name", "Boards")] * 2
    alone = parse_of(parsed("Boards=board/NNS/nsubj/2 sat=sit/VBD/ROOT/0 ././punct/2"))
    assert (alone[0].kind, alone[0].lemma_) == ("noun", "board")


def test_a_name_that_the_tagger_takes_for_a_noun_is_one_where_it_was_recognised_twice() -> None:
    once = "Ahlbom/NNP/nsubj/2/ORG fell=fall/VBD/ROOT/0 ././punct/2 "
    twice = once + "Ahlbom/NNP/nsubj/5/ORG sold=sell/VBD/ROOT/0 it/PRP/dobj/5 ././punct/5 "
    again = "Ahlbom=ahlbom/NN/nsubj/9 said=say/VBD/ROOT/0 so/RB/advmod/9 ././punct/9"
    found = [(word.entity, word.kind) for word in parse_of(parsed(twice + again)) if word.text == "Ahlbom"]
    assert found == [("ORG", "name")] * 3
    small = " no/DT/det/13 ahlbom/NN/nsubj/14 fell=fall/VBD/ROOT/0"
    assert [word.kind for word in parse_of(parsed(twice + again + small)) if word.text == "Ahlbom"][-1] == "noun"


def test_a_firm_with_its_founders_name_keeps_its_label() -> None:
    firm = "Madrid/NNP/compound/6/ORG Motors/NNPS/nsubj/7/ORG closed=close/VBD/ROOT/0 ././punct/7"
    short = "Madrid/NNP/nsubj/10/ORG sold=sell/VBD/ROOT/0 cars=car/NNS/dobj/10 ././punct/10"
    place = "Madrid/NNP/nsubj/14/GPE sold=sell/VBD/ROOT/0 vans=van/NNS/dobj/14 ././punct/14"
    assert labels(f"{FULL} {firm} {short} {place}")[-2:] == [("Madrid", "ORG"), ("Madrid", "ORG")]


def test_the_noun_right_before_a_name_tells_its_kind() -> None:
    ferry = "the/DT/det/4 ferry/NN/compound/4 Lady/NNP/compound/4/PERSON Rose/NNP/nsubj/5/PERSON sank=sink/VBD/ROOT/0"
    again = "Lady/NNP/compound/8/PERSON Rose/NNP/nsubj/9/PERSON fell=fall/VBD/ROOT/0"
    assert labels(f"{ferry} ././punct/5 {again}") == [("Lady", "PRODUCT"), ("Rose", "PRODUCT")] * 2


def test_a_legal_form_shows_a_firm_unless_a_pronoun_shows_a_person() -> None:
    firm = (
        "Ana/NNP/compound/3/PERSON Madrid/NNP/compound/3/PERSON Ltd./NNP/nsubj/4/PERSON paid=pay/VBD/ROOT/0 ././punct/4"
    )
    again = "Ana/NNP/compound/7/PERSON Madrid/NNP/nsubj/8/PERSON fell=fall/VBD/ROOT/0"
    assert {label for _, label in labels(f"{firm} {again}")} == {"ORG"}
    founder = "before/IN/mark/11 she/PRP/nsubj/11 left=leave/VBD/advcl/8"
    assert {label for _, label in labels(f"{firm} {again} {founder}")} == {"PERSON"}


def test_a_noun_of_another_phrase_tells_nothing_of_the_name() -> None:
    film = (
        "the/DT/det/2 film/NN/nsubj/6 Ana/NNP/compound/4/PERSON Silva/NNP/nsubj/5/PERSON made=make/VBD/relcl/2 "
        "won=win/VBD/ROOT/0"
    )
    assert labels(film) == [("Ana", "PERSON"), ("Silva", "PERSON")]


def test_a_team_after_its_noun_stays_a_place() -> None:
    club = "his/PRP$/poss/4 old/JJ/amod/4 club/NN/compound/4 Madrid/NNP/nsubj/5/GPE lost=lose/VBD/ROOT/0"
    assert labels(club) == [("Madrid", "GPE")]


def test_names_of_peoples_and_numbers_are_left_alone() -> None:
    written = "Two/CD/nummod/2/CARDINAL Swedes=Swede/NNPS/nsubj/3/NORP left=leave/VBD/ROOT/0"
    assert labels(written) == [("Two", "CARDINAL"), ("Swedes", "NORP")]


def test_a_document_without_names_tells_nothing() -> None:
    assert names_of(uncorrected(parsed("It/PRP/nsubj/2 rains=rain/VBZ/ROOT/0"))) == {}


def test_evidence_is_of_the_name_itself_and_of_the_longer_one() -> None:
    parse = uncorrected(parsed(f"{FULL} {SAID}"))
    found = evidence(names_of(parse))
    assert {"says", "label GPE", "pronoun gendered", "full label PERSON"} <= found["madrid"].keys()
    assert {"label PERSON", "short says"} <= found["ana madrid"].keys()
    assert likeliest(shares_of(found["madrid"]))[0] == "Person"


def test_a_label_that_can_hardly_be_gives_way_to_what_stands_out(monkeypatch: pytest.MonkeyPatch) -> None:
    weak = {"Person": {"": -1.0}, "Place": {"": -5.0}, "Organization": {"": -5.0}, "other": {"": -5.0}}
    monkeypatch.setattr("kg.grammar.name_labels.learned", lambda _: weak)
    assert labels("Madrid/NNP/nsubj/1/GPE left=leave/VBD/ROOT/0") == [("Madrid", "PERSON")]
    weak["Organization"] = {"": -1.0}
    assert labels("Madrid/NNP/nsubj/1/GPE left=leave/VBD/ROOT/0") == [("Madrid", "GPE")]
