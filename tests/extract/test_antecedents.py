import pytest

from kg.extract.antecedents import antecedent
from tests.extract.documents import parsed, word

ANTECEDENTS = [
    ("the nearest noun", "fined", "bank",
     ("The/DT/det/2 bank/NN/nsubj/8 ,/,/punct/2 which/WDT/nsubj/5 fined=fine/VBD/relcl/2 nobody/NN/dobj/5 "
      ",/,/punct/2 closed=close/VBD/ROOT/0")),
    ("a present verb agrees", "take", "Restrictions",
     ("Restrictions=restriction/NNS/nsubj/11 on/IN/prep/1 Norland/NNP/pobj/2 ,/,/punct/3 which/WDT/nsubj/6 "
      "take/VBP/relcl/3 effect/NN/dobj/6 in/IN/prep/6 May/NNP/pobj/8 ,/,/punct/1 hurt/VBP/ROOT/0 "
      "traders=trader/NNS/dobj/11")),
    ("an auxiliary agrees", "read", "Reports",
     ("Reports=report/NNS/nsubj/11 on/IN/prep/1 the/DT/det/4 mine/NN/pobj/2 ,/,/punct/4 which/WDT/nsubjpass/9 "
      "have/VBP/aux/9 been=be/VBN/aux/9 read/VBN/relcl/4 ,/,/acomp/9 are=be/VBP/ROOT/0 true/JJ/acomp/11")),
    ("who is no place", "paid", "visitors",
     ("They/PRP/nsubj/2 thanked=thank/VBD/ROOT/0 visitors=visitor/NNS/dobj/2 from/IN/prep/2 Lyon/NNP/pobj/4/GPE "
      "who/WP/nsubj/7 paid=pay/VBD/relcl/5")),
    ("who is none of several places", "fled", "visitors",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 visitors=visitor/NNS/dobj/2 from/IN/prep/3 Lyon/NNP/pobj/4/GPE "
      "and/CC/cc/5 Graz/NNP/conj/5/GPE who/WP/nsubj/9 fled=flee/VBD/relcl/7")),
    ("only an event is denied", "denies", "Links",
     ("Links=link/NNS/nsubj/11 to/IN/prep/1 the/DT/det/4 state/NN/pobj/2 ,/,/punct/4 which/WDT/dobj/9 the/DT/det/8 "
      "firm/NN/nsubj/9 denies=deny/VBZ/relcl/4 ,/,/punct/9 worry/VBP/ROOT/0 voters=voter/NNS/dobj/11")),
    ("only a rule forbids", "bar", "Rules",
     ("Rules=rule/NNS/nsubj/9 on/IN/prep/1 teas=tea/NNS/pobj/2 ,/,/punct/3 which/WDT/nsubj/6 bar/VBP/relcl/3 "
      "imports=import/NNS/dobj/6 ,/,/punct/9 expire/VBP/ROOT/0")),
    ("coordinated relative clauses", "sold", "bank",
     ("The/DT/det/2 bank/NN/nsubj/8 which/WDT/nsubj/4 bought=buy/VBD/relcl/2 and/CC/cc/4 sold=sell/VBD/conj/4 "
      "gold/NN/dobj/6 closed=close/VBD/ROOT/0")),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "noun", "written"), [pytest.param(*case[1:], id=case[0]) for case in ANTECEDENTS])
def test_antecedent_of_a_relative_clause(verb: str, noun: str, written: str) -> None:
    doc = parsed(written)
    assert antecedent(word(doc, verb)) == word(doc, noun)
