"""Named entities as whole names, on parses written by hand with the labels that a recogniser gives."""

import pytest

from kg.grammar.named_entities import complete_names
from tests.extract.documents import parsed

NAMES = [
    ("form of address", [("Mrs. Silva", "PERSON")],
     "Mrs./NNP/compound/2 Silva/NNP/nsubj/3/PERSON left=leave/VBD/ROOT/0"),
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
    ("person by the noun before", [("Obiora Nweke", "PERSON")],
     ("The/DT/det/2 surgeon/NN/nsubj/5 Obiora/NNP/compound/4/ORG Nweke/NNP/appos/2/ORG left=leave/VBD/ROOT/0")),
    ("person by the noun before the comma", [("Obiora Nweke", "PERSON")],
     ("The/DT/det/2 surgeon/NN/nsubj/6 ,/,/punct/2 Obiora/NNP/compound/5/ORG Nweke/NNP/appos/2/ORG "
      "left=leave/VBD/ROOT/0")),
    ("last name left out", [("Jean-Luc Nweke", "PERSON")],
     "Jean-Luc/NNP/compound/2/PERSON Nweke/NNP/nsubj/3 left=leave/VBD/ROOT/0"),
    ("noun behind a person's name", [("Nweke", "PERSON")],
     "Nweke/NNP/compound/2/PERSON Tower/NNP/nsubj/3 burned=burn/VBD/ROOT/0"),
    ("second field of a ministry", [("Ministry of Salt and Bolts", "ORG")],
     ("Ministry/NNP/nsubj/6/ORG of/IN/prep/1/ORG Salt/NNP/pobj/2/ORG and/CC/cc/3 Bolts/NNPS/conj/3 "
      "closed=close/VBD/ROOT/0")),
    ("another firm behind a bank's name", [("Bank of Varn", "ORG"), ("Bolt", "ORG")],
     ("Bank/NNP/nsubj/6/ORG of/IN/prep/1/ORG Varn/NNP/pobj/2/ORG and/CC/cc/3 Bolt/NNP/conj/3/ORG "
      "closed=close/VBD/ROOT/0")),
    ("institution within a person's name", [("Ana Silva", "PERSON")],
     ("Ana/NNP/compound/2/PERSON Silva/NNP/nsubj/6/PERSON of/IN/prep/2/PERSON the/DT/det/5/PERSON "
      "Guild/NNP/pobj/3/PERSON left=leave/VBD/ROOT/0")),
    ("person by kinship", [("Martin", "PERSON")],
     ("Her/PRP$/poss/2 father/NN/nsubj/5 ,/,/punct/2 Martin/NNP/appos/2/ORG left=leave/VBD/ROOT/0")),
    ("person whose last name stands alone elsewhere", [("Martin Zelko", "PERSON"), ("Zelko", "ORG")],
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Martin/NNP/compound/4/ORG Zelko/NNP/dobj/2/ORG because/IN/mark/7 "
      "Zelko/NNP/nsubj/7/ORG left=leave/VBD/advcl/2")),
    ("firm that no last name stands for", [("Martin Zelko", "ORG")],
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 Martin/NNP/compound/4/ORG Zelko/NNP/dobj/2/ORG"),
    ("preposition with a capital", [("Nurses Against Malaria", "ORG")],
     ("Nurses=nurse/NNS/nsubj/4 Against/IN/prep/1 Malaria/NNP/pobj/2/PERSON left=leave/VBD/ROOT/0")),
    ("small preposition", [("Malaria", "ORG")],
     ("Nurses=nurse/NNS/nsubj/4 against/IN/prep/1 Malaria/NNP/pobj/2/ORG left=leave/VBD/ROOT/0")),
    ("score behind a place", [("Port Varn", "LOC")],
     ("They/PRP/nsubj/2 beat/VBD/ROOT/0 Port/NNP/compound/4/LOC Varn/NNP/dobj/2/LOC 3/CD/nummod/4/LOC "
      "-/:/punct/7/LOC 1/CD/npadvmod/2/LOC")),
    ("firm by its role", [("Norland Bolts", "ORG")],
     ("The/DT/det/2 supplier/NN/nsubj/5 Norland/NNP/compound/4/ORG Bolts/NNP/appos/2/ORG left=leave/VBD/ROOT/0")),
    ("club form before", [("FC Varn", "ORG")],
     "FC/NNP/compound/2 Varn/NNP/nsubj/3/GPE lost=lose/VBD/ROOT/0"),
    ("club form behind", [("Varn AFC", "ORG")],
     "Varn/NNP/compound/2/GPE AFC/NNP/nsubj/3 lost=lose/VBD/ROOT/0"),
    ("score", [("Deportes Varn", "ORG")],
     ("They/PRP/nsubj/2 beat/VBD/ROOT/0 Deportes/NNP/compound/4/ORG Varn/NNP/dobj/2/ORG 3-1/CD/npadvmod/4/ORG")),
    ("number that is no score", [("Flight 31", "PRODUCT")],
     "They/PRP/nsubj/2 took=take/VBD/ROOT/0 Flight/NNP/dobj/2/PRODUCT 31/CD/nummod/3/PRODUCT"),
    ("generation", [("Martin Silva, Jr.", "PERSON")],
     ("Martin/NNP/compound/2/PERSON Silva/NNP/nsubj/5/PERSON ,/,/punct/2 Jr./NNP/appos/2 "
      "left=leave/VBD/ROOT/0")),
    ("place of an institution", [("Royal Museum of Port Varn", "ORG")],
     ("Royal/NNP/compound/2/ORG Museum/NNP/nsubj/6/ORG of/IN/prep/2 Port/NNP/compound/5/GPE Varn/NNP/pobj/3/GPE "
      "closed=close/VBD/ROOT/0")),
    ("place of a firm", [("Bolt", "ORG"), ("Varn", "GPE")],
     "Bolt/NNP/nsubj/4/ORG of/IN/prep/1 Varn/NNP/pobj/2/GPE closed=close/VBD/ROOT/0"),
    ("year of a law", [("the Clean Rivers Act of 1970", "LAW")],
     ("They/PRP/nsubj/2 signed=sign/VBD/ROOT/0 the/DT/det/6/LAW Clean/NNP/compound/5/LAW Rivers/NNPS/compound/6/LAW "
      "Act/NNP/dobj/2/LAW of/IN/prep/6 1970/CD/pobj/7/DATE")),
    ("year of a town", [("Varn", "GPE"), ("1970", "DATE")],
     ("The/DT/det/2 Varn/NNP/nsubj/5/GPE of/IN/prep/2 1970/CD/pobj/3/DATE burned=burn/VBD/ROOT/0")),
    ("year of an event", [("2014 Winter Games", "EVENT")],
     ("the/DT/det/4 2014/CD/nummod/4/DATE Winter/NNP/compound/4/EVENT Games/NNPS/ROOT/0/EVENT")),
    ("number behind a product", [("iPhone 12", "PRODUCT")],
     "The/DT/det/2 iPhone/NNP/nsubj/4 12/CD/nummod/2 broke=break/VBD/ROOT/0"),
    ("number behind a new word", [("PowerBolt 9", "PRODUCT")],
     "The/DT/det/2 PowerBolt/NNP/nsubj/4/ORG 9/CD/nummod/2/CARDINAL broke=break/VBD/ROOT/0"),
    ("goals behind a team", [("Varn", "ORG"), ("3", "CARDINAL")],
     "Varn/NNP/ROOT/0/ORG 3/CD/nummod/1/CARDINAL"),
    ("number before a product", [("737 MAX", "PRODUCT")],
     "The/DT/det/3 737/CD/nummod/3/CARDINAL MAX/NNP/nsubj/4/ORG crashed=crash/VBD/ROOT/0"),
    ("number that counts", [("11", "CARDINAL"), ("MPS", "ORG")],
     "They/PRP/nsubj/2 met=meet/VBD/ROOT/0 11/CD/nummod/4/CARDINAL MPS/NNP/dobj/2/ORG"),
    ("matter of an office", [("Ana Silva", "PERSON")],
     ("Home/NNP/compound/2/ORG Secretary/NNP/compound/4 Ana/NNP/compound/4/PERSON Silva/NNP/nsubj/5/PERSON "
      "left=leave/VBD/ROOT/0")),
    ("firm before an office", [("Norland", "ORG")],
     "Norland/NNP/compound/2/ORG Secretary/NNP/nsubj/3 left=leave/VBD/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "written"), [row[1:] for row in NAMES], ids=[row[0] for row in NAMES])
def test_names_become_whole(expected: list[tuple[str, str]], written: str) -> None:
    doc = parsed(written)
    complete_names(doc)
    assert [(entity.text, entity.label_) for entity in doc.ents] == expected
