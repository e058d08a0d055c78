"""Antecedents and descriptions that the grammar of a sentence gives, on parses written by hand."""

import typing as t

import pytest

from kg.grammar import antecedents
from kg.grammar.parse import Token, uncorrected
from tests.extract.documents import parsed

TOLD = "They/PRP/nsubj/2 told=tell/VBD/ROOT/0 Acme/NNP/dobj/2/ORG to/TO/aux/5 sell/VB/xcomp/2 it/PRP/dobj/5"
EXPECTED = "Acme/NNP/nsubj/2/ORG expects=expect/VBZ/ROOT/0 it/PRP/nsubj/5 to/TO/aux/5 fall/VB/ccomp/2"
CROSSED = (
    "Doe/NNP/nsubj/7/PERSON ,/,/punct/1 who/WP/nsubj/6 he/PRP/nsubj/5 believes=believe/VBZ/relcl/1 "
    "fell=fall/VBD/ccomp/5 left=leave/VBD/ROOT/0"
)
SERVED = "Doe/NNP/nsubj/2/PERSON served=serve/VBD/ROOT/0 as/IN/prep/2 her/PRP$/poss/5 aide/NN/pobj/3"
HURT = "Doe/NNP/nsubj/2/PERSON wept=weep/VBD/ROOT/0 before/IN/prep/2 hurting=hurt/VBG/pcomp/3 herself/PRP/dobj/4"
CALLED = (
    "They/PRP/nsubj/2 ran=run/VBD/ROOT/0 offices=office/NNS/dobj/2 known=know/VBN/acl/3 as/IN/prep/4 Retra/NNP/pobj/5"
)
RENAMED = "Vega/NNP/nsubjpass/3/ORG was=be/VBD/auxpass/3 renamed=rename/VBN/ROOT/0 Bolt/NNP/oprd/3/ORG"
TO_BE_RENAMED = "Vega/NNP/nsubjpass/4/ORG may/MD/aux/4 be/VB/auxpass/4 renamed=rename/VBN/ROOT/0 Bolt/NNP/oprd/4/ORG"
WINNER = "The/DT/det/2 winner/NN/nsubj/3 was=be/VBD/ROOT/0 Jane/NNP/compound/5/PERSON Doe/NNP/attr/3/PERSON"
LOSER = "The/DT/det/2 winner/NN/nsubj/3 was=be/VBD/ROOT/0 not/RB/neg/3 Jane/NNP/compound/6/PERSON Doe/NNP/attr/3/PERSON"
HERSELF = "She/PRP/nsubj/2 founded=found/VBD/ROOT/0 and/CC/cc/2 ran=run/VBD/conj/2 it/PRP/dobj/4 herself/PRP/npadvmod/4"
WHOLE = "Two/CD/nummod/2 thirds=third/NNS/nsubj/5/CARDINAL of/IN/prep/2 owners=owner/NNS/pobj/3 agreed=agree/VBD/ROOT/0"


@pytest.mark.parametrize(
    ("find", "written", "word", "expected"),
    [
        (antecedents.not_itself, TOLD, "it", "Acme"),
        (antecedents.not_itself, TOLD, "They", None),
        (antecedents.not_itself, EXPECTED, "it", "Acme"),
        (antecedents.not_itself, CROSSED, "he", "Doe"),
        (antecedents.not_itself, SERVED, "her", "Doe"),
        (antecedents.addressee, TOLD, "it", "Acme"),
        (antecedents.thing_called, CALLED, "Retra", "offices"),
        (antecedents.thing_called, RENAMED, "Bolt", "Vega"),
        (antecedents.thing_called, TO_BE_RENAMED, "Bolt", None),
        (antecedents.identified_as, WINNER, "Doe", "winner"),
        (antecedents.identified_as, LOSER, "Doe", None),
        (antecedents.subject_of_reflexive, HERSELF, "herself", "She"),
        (antecedents.subject_of_reflexive, HURT, "herself", "Doe"),
        (antecedents.counted_whole, WHOLE, "thirds", "owners"),
    ],
)
def test_word_that_is_found(
    find: t.Callable[[Token], Token | None], written: str, word: str, expected: str | None
) -> None:
    token = next(each for each in uncorrected(parsed(written)) if each.text == word)
    found = find(token)
    assert (found.text if found is not None else None) == expected


FIRE = (
    "On/IN/prep/5 its/PRP$/poss/3 page/NN/pobj/1 Acme/NNP/nsubj/5/ORG tells=tell/VBZ/ROOT/0 of/IN/prep/5 "
    "the/DT/det/8 fire/NN/pobj/6 and/CC/cc/8 its=its/PRP$/poss/11 cost/NN/conj/8"
)
CHIEF = (
    "The/DT/det/2 singer/NN/nsubj/5 Ana/NNP/compound/4/PERSON Silva/NNP/appos/2/PERSON became=become/VBD/ROOT/0 "
    "chief/NN/attr/5"
)
LAB = (
    "Ana/NNP/compound/2/PERSON Silva/NNP/ROOT/0/PERSON ,/,/punct/2 head/NN/appos/2 of/IN/prep/4 Acme/NNP/poss/8/ORG "
    "'s/POS/case/6 lab/NN/pobj/5"
)
GENERAL = (
    "CML/NNP/compound/2/ORG director/NN/compound/3 general/NN/compound/5 Ana/NNP/compound/5/PERSON "
    "Silva/NNP/nsubj/6/PERSON left=leave/VBD/ROOT/0"
)
FIELD = "Secretary/NNP/nsubj/6 of/IN/prep/1 State/NNP/pobj/2 for/IN/prep/1 Norway/NNP/pobj/4 left=leave/VBD/ROOT/0"

SEEN = "which/WDT/dobj/3 Silva/NNP/nsubj/3/PERSON saw=see/VBD/ROOT/0 as/IN/prep/3 an/DT/det/6 insult/NN/pobj/4"
CHOSEN = (
    "Silva/NNP/nsubj/2/PERSON chose=choose/VBD/ROOT/0 May/NNP/npadvmod/2/DATE 5/CD/nummod/3/DATE as/IN/prep/2 "
    "the/DT/det/7 date/NN/pobj/5"
)
WAS_CHOSEN = "Silva/NNP/nsubjpass/3/PERSON was=be/VBD/auxpass/3 chosen=choose/VBN/ROOT/0 as/IN/prep/3 chief/NN/pobj/4"


@pytest.mark.parametrize(
    ("find", "written", "place", "expected"),
    [
        (antecedents.affiliations, LAB, 1, ["Ana", "lab"]),
        (antecedents.affiliations_inside, LAB, 1, ["Acme"]),
        (antecedents.affiliations, GENERAL, 4, ["general", "Ana", "director", "CML"]),
        (antecedents.affiliations, FIELD, 0, ["Norway"]),
        (antecedents.subject_after, FIRE, 1, ["Acme"]),
        (antecedents.joined_to_owned, FIRE, 9, ["fire"]),
        (antecedents.joined_to_owned, FIRE, 1, []),
        (antecedents.predicates, CHIEF, 1, ["chief"]),
        (antecedents.predicates, SEEN, 0, ["insult"]),
        (antecedents.predicates, SEEN, 1, []),
        (antecedents.predicates, CHOSEN, 0, []),
        (antecedents.predicates, WAS_CHOSEN, 0, ["chief"]),
        (antecedents.described_by, CHIEF, 3, ["singer"]),
        (antecedents.called, CHIEF, 3, ["Silva", "Ana", "singer"]),
    ],
)
def test_words_that_are_found(
    find: t.Callable[[Token], list[Token]], written: str, place: int, expected: list[str]
) -> None:
    assert [each.text for each in find(uncorrected(parsed(written))[place])] == expected


IMPERSONAL = [
    ("It/PRP/nsubj/2 rained=rain/VBD/ROOT/0", True),
    ("It/PRP/nsubj/2 closed=close/VBD/ROOT/0", False),
    ("It/PRP/nsubj/2 took=take/VBD/ROOT/0 days=day/NNS/dobj/2 to/TO/aux/5 mend/VB/advcl/2 it/PRP/dobj/5", True),
    ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 likely/JJ/acomp/2 that/IN/mark/6 they/PRP/nsubj/6 fell=fall/VBD/ccomp/2", True),
    ("It/PRP/nsubj/2 emerged=emerge/VBD/ROOT/0 that/IN/mark/5 they/PRP/nsubj/5 fell=fall/VBD/ccomp/2", True),
    ("It/PRP/nsubj/2 was=be/VBD/ROOT/0 noon/NN/attr/2", True),
    ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 old/JJ/acomp/2", False),
    ("It/PRP/nsubj/2 was=be/VBD/ROOT/0 Silva/NNP/attr/2/PERSON who/WP/nsubj/5 left=leave/VBD/relcl/3", True),
    ("It/PRP/nsubj/2 was=be/VBD/ROOT/0 land/NN/attr/2 which/WDT/nsubj/5 rose=rise/VBD/relcl/3", False),
    ("It/PRP/nsubj/3 when/WRB/advmod/3 comes=come/VBZ/ROOT/0 to/IN/prep/3 prices/NNS/pobj/4", True),
    ("It/PRP/nsubj/2 comes=come/VBZ/ROOT/0 to/IN/prep/2 Varn/NNP/pobj/3/GPE", False),
]


@pytest.mark.parametrize(("written", "expected"), IMPERSONAL)
def test_an_it_that_means_nothing(written: str, *, expected: bool) -> None:
    assert antecedents.is_impersonal(uncorrected(parsed(written))[0]) == expected
