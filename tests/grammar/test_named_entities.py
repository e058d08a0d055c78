"""Named entities as whole names, on parses written by hand with the labels of a recogniser."""

import pytest

from kg.grammar.named_entities import complete_names
from tests.extract.documents import parsed

NAMES = [
    ("score behind a place", [("Port Varn", "LOC")],
     ("They/PRP/nsubj/2 beat/VBD/ROOT/0 Port/NNP/compound/4/LOC Varn/NNP/dobj/2/LOC 3/CD/nummod/4/LOC "
      "-/:/punct/7/LOC 1/CD/npadvmod/2/LOC")),
    ("two scores", [("Ana Silva", "PERSON")],
     ("They/PRP/nsubj/2 beat/VBD/ROOT/0 Ana/NNP/compound/4/PERSON Silva/NNP/dobj/2/PERSON 6/CD/nummod/4/PERSON "
      "-/:/punct/7/PERSON 1/CD/npadvmod/2/PERSON 7/CD/nummod/4/PERSON -/:/punct/10/PERSON 5/CD/npadvmod/2/PERSON")),
    ("score", [("Deportes Varn", "ORG")],
     ("They/PRP/nsubj/2 beat/VBD/ROOT/0 Deportes/NNP/compound/4/ORG Varn/NNP/dobj/2/ORG 3-1/CD/npadvmod/4/ORG")),
    ("number that is no score", [("Flight 31", "PRODUCT")],
     "They/PRP/nsubj/2 took=take/VBD/ROOT/0 Flight/NNP/dobj/2/PRODUCT 31/CD/nummod/3/PRODUCT"),
    ("common noun with the capital of a sentence", [],
     "Theatre/NN/compound/2/ORG chief/NN/nsubj/3 resigned=resign/VBD/ROOT/0"),
    ("known name, body and name of a body that is a common noun", [("Apple", "ORG"), ("Parliament", "ORG")],
     ("Apple/NNP/compound/2/ORG chief/NN/nsubj/3 resigned=resign/VBD/ROOT/0 ././punct/3 "
      "Parliament/NN/compound/6/ORG chief/NN/nsubj/7 resigned=resign/VBD/ROOT/0")),
    ("common noun inside a sentence", [("Theatre", "ORG")],
     "The/DT/det/3 Theatre/NNP/compound/3/ORG chief/NN/nsubj/4 resigned=resign/VBD/ROOT/0"),
    ("form of address", [("Mrs. Silva", "PERSON")],
     "Mrs./NNP/compound/2 Silva/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0"),
    ("form of address before what is no name for the recogniser", [("Mr. Silva", "PERSON")],
     "Mr./NNP/compound/2 Silva/NNP/nsubj/3 left=leave/VBD/ROOT/0"),
    ("form of address before what is taken for a firm", [("Mr. Silva", "PERSON")],
     "Mr./NNP/compound/2 Silva/NNP/nsubj/3/ORG left=leave/VBD/ROOT/0"),
    ("title that is no form of address", [("Silva", "PERSON")],
     "Professor/NNP/compound/2 Silva/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0"),
    ("first name", [("Obiora Nweke", "PERSON")],
     "Obiora/NNP/compound/2 Nweke/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0"),
    ("adjective of a nation is no first name", [("Silva", "PERSON")],
     "Norlandian/NNP/compound/2 Silva/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0"),
    ("noun that is no first name", [("Silva", "PERSON")],
     "Winter/NNP/compound/2 Silva/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0"),
    ("role within a name", [("Ana Silva", "PERSON")],
     "Striker/NNP/compound/3/PERSON Ana/NNP/compound/3/PERSON Silva/NNP/nsubj/4/PERSON left=leave/VBD/ROOT/0"),
    ("role before a last name that stands alone", [("Matchwinner Silva", "PERSON")],
     "Matchwinner/NNP/compound/2/PERSON Silva/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0"),
    ("family name that is also a role", [("Son Jae-ho", "PERSON")],
     "Son/NNP/compound/4/PERSON Jae/NNP/compound/4/PERSON -/HYPH/punct/4/PERSON ho/NNP/nsubj/5/PERSON left/VBD/ROOT/0"),
    ("noun at the end of a given name", [("Kim Jae-ho", "PERSON")],
     "Kim/NNP/compound/4/PERSON Jae/NNP/compound/4/PERSON -/HYPH/punct/4/PERSON ho/NN/nsubj/5/PERSON left/VBD/ROOT/0"),
    ("verb at the end of a given name", [("Kim Ji-won", "PERSON")],
     "Kim/NNP/compound/4/PERSON Ji/NNP/compound/4/PERSON -/HYPH/punct/4/PERSON won/VBD/nsubj/5/PERSON left/VBD/ROOT/0"),
    ("name that ends with its hyphen", [("Kim Jae-ho", "PERSON")],
     "Kim/NNP/compound/4/PERSON Jae/NNP/compound/4/PERSON -/HYPH/punct/4/PERSON ho/NN/nsubj/5 left/VBD/ROOT/0"),
    ("name that ends before its hyphen", [("Kim Jae-ho", "PERSON")],
     "Kim/NNP/compound/4/PERSON Jae/NNP/compound/4/PERSON -/HYPH/punct/4 ho/NNP/nsubj/5 left/VBD/ROOT/0"),
    ("noun after a name and a hyphen", [("Ana Silva", "PERSON")],
     ("The/DT/det/6 Ana/NNP/compound/3/PERSON Silva/NNP/compound/5/PERSON -/HYPH/punct/5 era/NN/compound/6 "
      "laws/NNS/nsubj/7 ended/VBD/ROOT/0")),
    ("participle after a name and a hyphen", [("Silva", "PERSON")],
     ("The/DT/det/5 Silva/NNP/npadvmod/4/PERSON -/HYPH/punct/4 led/VBN/amod/5 team/NN/nsubj/6 won/VBD/ROOT/0")),
    ("people within a name", [("Ana Silva", "PERSON")],
     "Frenchwoman/NNP/compound/3/ORG Ana/NNP/compound/3/ORG Silva/NNP/nsubj/4/ORG left=leave/VBD/ROOT/0"),
    ("country as a given name", [("Chad Ana Silva", "PERSON")],
     "Chad/NNP/compound/3/PERSON Ana/NNP/compound/3/PERSON Silva/NNP/nsubj/4/PERSON left=leave/VBD/ROOT/0"),
    ("matter of an office within a name", [("Ana Silva", "PERSON")],
     ("Minister/NN/nsubj/6 of/IN/prep/1 Mines/NNP/compound/5/ORG Ana/NNP/compound/5/ORG Silva/NNP/pobj/2/ORG "
      "left=leave/VBD/ROOT/0")),
    ("bank of a place with a given name", [("Mines Ana Silva", "ORG")],
     ("Bank/NN/nsubj/6 of/IN/prep/1 Mines/NNP/compound/5/ORG Ana/NNP/compound/5/ORG Silva/NNP/pobj/2/ORG "
      "left=leave/VBD/ROOT/0")),
    ("generation", [("Martin Silva, Jr.", "PERSON")],
     ("Martin/NNP/compound/2/PERSON Silva/NNP/nsubj/5/PERSON ,/,/punct/2 Jr./NNP/appos/2 "
      "left=leave/VBD/ROOT/0")),
    ("year of an event", [("2014 Winter Games", "EVENT")],
     ("the/DT/det/4 2014/CD/nummod/4/DATE Winter/NNP/compound/4/EVENT Games/NNPS/ROOT/0/EVENT")),
    ("matter of an office", [("Ana Silva", "PERSON")],
     ("Home/NNP/compound/2/ORG Secretary/NNP/compound/4 Ana/NNP/compound/4/PERSON Silva/NNP/nsubj/5/PERSON "
      "left=leave/VBD/ROOT/0")),
    ("name behind a kind of firm", [("Ardent Micro", "ORG")],
     "chipmaker/NN/compound/3 Ardent/NNP/compound/3 Micro/NNP/nsubj/4 left=leave/VBD/ROOT/0"),
    ("title behind a kind of firm", [],
     "The/DT/det/3 bank/NN/compound/3 Chairman/NNP/nsubj/4 left=leave/VBD/ROOT/0"),
    ("name behind another noun", [],
     "The/DT/det/3 lamp/NN/compound/3 Ardent/NNP/nsubj/4 fell=fall/VBD/ROOT/0"),
    ("common noun in small letters", [],
     "The/DT/det/3 weather/NN/compound/3/ORG institute/NNP/nsubj/4/ORG left=leave/VBD/ROOT/0"),
    ("place in small letters", [("norland", "GPE")],
     "The/DT/det/2 norland/NNP/nsubj/3/GPE left=leave/VBD/ROOT/0"),
    ("bracket left open", [("the Varn Board", "ORG"), ("VB", "ORG")],
     ("the/DT/det/3/ORG Varn/NNP/compound/3/ORG Board/NNP/nsubj/7/ORG (/-LRB-/punct/3/ORG VB/NNP/appos/3/ORG "
      ")/-RRB-/punct/3 left=leave/VBD/ROOT/0")),
    ("verb inside a name", [("Varn", "ORG")],
     "Varn/NNP/nsubj/2/ORG beat/VBD/ROOT/0/ORG Holm/NNP/dobj/2/ORG"),
    ("dash behind a name", [("Varn", "GPE")],
     "Varn/NNP/nsubj/4/GPE –/CC/punct/1/GPE Workers/NNPS/appos/1/GPE left=leave/VBD/ROOT/0"),
    ("possessive mark before a name", [("Varn", "ORG")],
     "The/DT/det/2 city/NN/poss/5 ’s/POS/case/2/ORG Varn/NNP/compound/5/ORG jail/NN/nsubj/6 burned=burn/VBD/ROOT/0"),
    ("loose end", [("Varn Sons", "ORG")],
     "Varn/NNP/compound/2/ORG Sons/NNPS/nsubj/6/ORG and/CC/cc/2/ORG their/PRP$/poss/5 bank/NN/conj/2 left/VBD/ROOT/0"),
    ("common noun behind a person", [("Silva", "PERSON")],
     "The/DT/det/3 Silva/NNP/compound/3/PERSON duet/NN/nsubj/4/PERSON ended=end/VBD/ROOT/0"),
    ("small word inside a person's name", [("Daniel arap Silva", "PERSON")],
     "Daniel/NNP/compound/3/PERSON arap/NN/compound/3/PERSON Silva/NNP/nsubj/4/PERSON left=leave/VBD/ROOT/0"),
    ("name that goes on behind of", [("the Bay of Varn", "LOC")],
     "They/PRP/nsubj/2 crossed/VBD/ROOT/0 the/DT/det/4/LOC Bay/NNP/dobj/2/LOC of/IN/prep/4/LOC Varn/NNP/pobj/5/GPE"),
    ("what is named after a saint", [("St Oswin's Primary School", "FAC")],
     ("St/NNP/compound/2/ORG Oswin/NNP/poss/5/ORG 's/POS/case/2/ORG Primary/NNP/compound/5 School/NNP/nsubj/6/ORG "
      "closed=close/VBD/ROOT/0")),
    ("two names with a comma", [("Varn Board", "ORG"), ("Norla", "ORG")],
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Varn/NNP/compound/4/ORG Board/NNP/dobj/2/ORG ,/,/punct/4/ORG "
      "Norla/NNP/appos/4/ORG")),
    ("one name with a comma", [("Tin, Oil and Coal Board", "ORG")],
     ("Tin/NNP/nmod/6/ORG ,/,/punct/1/ORG Oil/NNP/conj/1/ORG and/CC/cc/3/ORG Coal/NNP/conj/3/ORG "
      "Board/NNP/nsubj/7/ORG left=leave/VBD/ROOT/0")),
    ("firm with a comma", [("Varn, Inc.", "ORG")],
     "Varn/NNP/nsubj/4/ORG ,/,/punct/1/ORG Inc./NNP/appos/1/ORG left=leave/VBD/ROOT/0"),
    ("name whose initials a bracket has", [("Norla Tin and Copper Board", "ORG"), ("NTCB", "ORG")],
     ("The/DT/det/6 Norla/NNP/compound/3/GPE Tin/NNP/nmod/6 and/CC/cc/3 Copper/NNP/conj/3/ORG Board/NNP/nsubj/10/ORG "
      "(/-LRB-/punct/6 NTCB/NNP/appos/6/ORG )/-RRB-/punct/6 left=leave/VBD/ROOT/0")),
    ("other initials in a bracket", [("Copper Board", "ORG"), ("XYB", "ORG")],
     ("The/DT/det/4 Norla/NNP/compound/4 Copper/NNP/compound/4/ORG Board/NNP/nsubj/8/ORG "
      "(/-LRB-/punct/4 XYB/NNP/appos/4/ORG )/-RRB-/punct/4 left=leave/VBD/ROOT/0")),
    ("work with of the", [("Mask of the Marshes", "WORK_OF_ART")],
     ("She/PRP/nsubj/2 saw=see/VBD/ROOT/0 Mask/NN/dobj/2 of/IN/prep/3 the/DT/det/6 Marshes/NNPS/pobj/4/ORG")),
    ("office with of the", [("Senate", "ORG")],
     ("She/PRP/nsubj/2 met=meet/VBD/ROOT/0 President/NNP/dobj/2 of/IN/prep/3 the/DT/det/6 Senate/NNP/pobj/4/ORG")),
    ("person with of the", [("Senate", "ORG")],
     ("She/PRP/nsubj/2 met=meet/VBD/ROOT/0 Ana/NNP/compound/4 Song/NNP/dobj/2 of/IN/prep/4 the/DT/det/7 "
      "Senate/NNP/pobj/5/ORG")),
    ("name that opens the text", [("Mask of the Marshes", "ORG")],
     "Mask/NNP/nsubj/5/ORG of/IN/prep/1/ORG the/DT/det/4/ORG Marshes/NNPS/pobj/2/ORG won=win/VBD/ROOT/0"),
    ("noun at the start of a sentence", [("Marshes", "LOC")],
     "Maps/NNS/nsubj/5 of/IN/prep/1 the/DT/det/4 Marshes/NNPS/pobj/2/LOC fell=fall/VBD/ROOT/0"),
    ("person behind a people", [("American", "NORP"), ("Quessa Dent", "PERSON")],
     "American/NNP/compound/3/NORP Quessa/NNP/compound/3 Dent/NNP/nsubj/4 left=leave/VBD/ROOT/0"),
    ("body behind a people", [("American", "NORP")],
     "American/NNP/compound/3/NORP Quessa/NNP/compound/3 Bank/NNP/nsubj/4 left=leave/VBD/ROOT/0"),
    ("show that is called as a day", [("Today", "WORK_OF_ART")],
     "She/PRP/nsubj/2 saw=see/VBD/ROOT/0 Today/NN/npadvmod/2/DATE"),
    ("state after a party", [("Ana Silva", "PERSON"), ("Minn.", "GPE")],
     ("Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/8/PERSON ,/,/punct/2 D/NNP/compound/6 -/HYPH/punct/6 "
      "Minn./NNP/appos/2 ,/,/punct/2 left=leave/VBD/ROOT/0")),
    ("town after a party at the end of a sentence", [("Port Varn", "GPE")],
     ("He/PRP/nsubj/2 is/VBZ/ROOT/0 Silva/NNP/attr/2 ,/,/punct/3 R/NNP/compound/8 -/HYPH/punct/8 Port/NNP/compound/8 "
      "Varn/NNP/appos/3 ././punct/2")),
    ("two words with a hyphen after a comma", [],
     "Silva/NNP/nsubj/6 ,/,/punct/1 X/NNP/compound/5 -/HYPH/punct/5 Ray/NNP/appos/1 left=leave/VBD/ROOT/0"),
    ("title with two parts", [("Quill Saga: The Last Oath", "WORK_OF_ART")],
     ("She/PRP/nsubj/2 saw=see/VBD/ROOT/0 Quill/NNP/compound/4/ORG Saga/NNP/dobj/2/ORG :/:/punct/2 The/DT/det/8 "
      "Last/NNP/compound/8 Oath/NNP/appos/4")),
    ("list behind a colon", [("Norla Cup", "EVENT"), ("Ana Silva", "PERSON")],
     ("She/PRP/nsubj/2 saw=see/VBD/ROOT/0 Norla/NNP/compound/4/EVENT Cup/NNP/dobj/2/EVENT :/:/punct/2 "
      "Ana/NNP/compound/7/PERSON Silva/NNP/appos/4/PERSON")),
    ("source of a picture", [], "Image/NN/ROOT/0 :/:/punct/1 Norla/NNP/compound/4 Press/NNP/appos/1"),
    ("who speaks before a colon", [("Ana Silva", "PERSON")],
     ("Ana/NNP/compound/2/PERSON Silva/NNP/ROOT/0/PERSON :/:/punct/2 Norla/NNP/compound/5 Board/NNP/nsubj/6 "
      "left=leave/VBD/acl/2")),
    ("day at the start of a quotation", [("Today", "DATE")],
     'She/PRP/nsubj/2 said=say/VBD/ROOT/0 "/``/punct/6 Today/NN/npadvmod/6/DATE it/PRP/nsubj/6 fell=fall/VBD/ccomp/2'),
    ("day of a heading", [("Today", "DATE")],
     "Norla/NNP/nsubj/2 Votes=vote/VBZ/ROOT/0 Today/NN/npadvmod/2/DATE"),
    ("firm before an office", [("Norland", "ORG")],
     "Norland/NNP/compound/2/ORG Secretary/NNP/nsubj/3 left=leave/VBD/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "written"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_names_become_whole(expected: list[tuple[str, str]], written: str) -> None:
    doc = parsed(written)
    complete_names(doc)
    assert [(entity.text, entity.label_) for entity in doc.ents] == expected
