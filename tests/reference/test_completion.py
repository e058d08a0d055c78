import pytest

from kg.grammar.parse import parse_of
from kg.reference.completion import COMPLETION_RULES, completed_end
from kg.reference.phrases import mention
from tests.extract.documents import parsed, word

COMPLETED = [
    ("relational-noun", "tensions", "The tensions between them",
     ("The/DT/det/2 tensions=tension/NNS/nsubj/5 between/IN/prep/2 them/PRP/pobj/3 rose=rise/VBD/ROOT/0")),
    ("noun-of-an-act", "right", "the right to vote",
     "They/PRP/nsubj/2 won=win/VBD/ROOT/0 the/DT/det/4 right/NN/dobj/2 to/TO/aux/6 vote/VB/acl/4"),
    ("graded-noun", "woman", "the first woman to win",
     ("She/PRP/nsubj/2 was=be/VBD/ROOT/0 the/DT/det/5 first/JJ/amod/5 woman/NN/attr/2 to/TO/aux/7 win/VB/relcl/5")),
    ("indefinite-word", "people", "people who read",
     ("They/PRP/nsubj/2 teach/VBP/ROOT/0 people=person/NNS/dobj/2 who/WP/nsubj/5 read/VBP/relcl/3")),
    ("partitive", "One", "One of the states named",
     ("One/CD/nsubj/6 of/IN/prep/1 the/DT/det/4 states=state/NNS/pobj/2 named=name/VBN/acl/4 left=leave/VBD/ROOT/0")),
    ("noun-of-an-act", "calls", "calls for salt to melt",
     ("calls=call/NNS/ROOT/0 for/IN/mark/5 salt/NN/nsubj/5 to/TO/aux/5 melt/VB/relcl/1")),
    ("hampered-noun", "trouble", "trouble finding work",
     ("They/PRP/nsubj/2 had=have/VBD/ROOT/0 trouble/NN/dobj/2 finding=find/VBG/acl/3 work/NN/dobj/4")),
    ("bare-noun", "Teams", "Teams from Kenya, Peru and Nepal",
     ("Teams=team/NNS/nsubj/8 from/IN/prep/1 Kenya/NNP/pobj/2 ,/,/punct/3 Peru/NNP/conj/3 and/CC/cc/5 Nepal/NNP/conj/5 "
      "won=win/VBD/ROOT/0")),
    ("bare-noun", "proceeds", "proceeds to Lyon",
     ("They/PRP/nsubj/2 came=come/VBD/ROOT/0 with/IN/prep/2 proceeds/NNS/pobj/3 to/IN/prep/4 Lyon/NNP/pobj/5")),
    ("bare-noun-of-a-quality", "areas", "areas prone to floods",
     ("They/PRP/nsubj/2 avoid/VBP/ROOT/0 areas=area/NNS/dobj/2 prone/JJ/amod/3 to/IN/prep/4 floods=flood/NNS/pobj/5")),
    ("noun-beside-a-place", "hills", "the hills north of Lyon",
     ("They/PRP/nsubj/2 own/VBP/ROOT/0 the/DT/det/4 hills=hill/NNS/dobj/2 north/RB/advmod/4 of/IN/prep/5 "
      "Lyon/NNP/pobj/6")),
    ("noun-in-a-state", "phone", "a phone on",
     ("She/PRP/nsubjpass/3 was=be/VBD/auxpass/3 caught=catch/VBN/ROOT/0 with/IN/prep/3 a/DT/det/6 phone/NN/pobj/4 "
      "on/RP/advmod/6")),
    ("noun-of-an-act", "plans", "plans to build a bridge",
     ("plans=plan/NNS/ROOT/0 to/TO/aux/3 build/VB/acl/1 a/DT/det/5 bridge/NN/dobj/3 over/IN/prep/3 the/DT/det/8 "
      "river/NN/pobj/6 to/IN/prep/3 the/DT/det/11 island/NN/pobj/9 in/IN/prep/3 ten/CD/nummod/14 "
      "years=year/NNS/pobj/12")),
    ("compared-noun", "harm", "more harm than good",
     ("It/PRP/nsubj/2 does=do/VBZ/ROOT/0 more/JJR/amod/4 harm/NN/dobj/2 than/IN/prep/4 good/NN/pobj/5")),
    ("compared-noun", "much", "as much as gold",
     ("It/PRP/nsubj/2 costs=cost/VBZ/ROOT/0 as/RB/advmod/4 much/NN/dobj/2 as/IN/prep/4 gold/NN/pobj/5")),
    ("naming-noun", "name", 'the name "Fox"',
     ('He/PRP/nsubj/2 took=take/VBD/ROOT/0 the/DT/det/4 name/NN/dobj/2 "/``/punct/6 Fox/NNP/appos/4 "/\'\'/punct/2')),
]  # fmt: skip
DEPENDENT = {"relcl", "acl", "prep", "appos", "advmod", "amod"}
LEFT = [
    ("a place at any noun", "mill", "The mill",
     "The/DT/det/2 mill/NN/nsubj/5 near/IN/prep/2 Porto/NNP/pobj/3 burned=burn/VBD/ROOT/0"),
    ("a clause behind a comma", "people", "people",
     ("They/PRP/nsubj/2 met=meet/VBD/ROOT/0 people=person/NNS/dobj/2 ,/,/punct/3 who/WP/nsubj/6 read/VBD/relcl/3")),
    ("the quality of a noun with an article", "court", "a court",
     ("They/PRP/nsubj/2 run/VBP/ROOT/0 a/DT/det/4 court/NN/dobj/2 responsible/JJ/amod/4 for/IN/prep/5 "
      "appeals=appeal/NNS/pobj/6")),
    ("an adverb of time", "mill", "The mill",
     "The/DT/det/2 mill/NN/nsubj/4 yesterday/NN/advmod/2 burned=burn/VBD/ROOT/0"),
    ("what is too long to be read", "people", "people",
     ("people=person/NNS/ROOT/0 who/WP/nsubj/3 read/VBP/relcl/1 the/DT/det/6 old/JJ/amod/6 letters=letter/NNS/dobj/3 "
      "of/IN/prep/6 the/DT/det/9 kings=king/NNS/pobj/7 in/IN/prep/3 May/NNP/pobj/10 and/CC/cc/11 June/NNP/conj/11")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "noun", "label", "written"), COMPLETED)
def test_a_noun_keeps_what_it_needs(rule: str, noun: str, label: str, written: str) -> None:
    head = word(parsed(written), noun)
    dependent = next(w for w in head.doc if w.dep_ in DEPENDENT and w.lower_ != "of" and w.i > head.i)
    assert [name for name, fits in COMPLETION_RULES.items() if fits(head, dependent)] == [rule]
    assert mention(head).text == label


@pytest.mark.parametrize(("noun", "label", "written"), [pytest.param(*case[1:], id=case[0]) for case in LEFT])
def test_all_else_stays_outside(noun: str, label: str, written: str) -> None:
    assert mention(word(parsed(written), noun)).text == label


def test_a_hyphen_inside_a_word_is_no_boundary() -> None:
    written = (
        "A/DT/det/2 plan/NN/ROOT/0 to/TO/aux/6 fast/JJ/amod/6 -/HYPH/punct/6 track/VB/acl/2 cases=case/NNS/dobj/6 "
        ",/,/punct/2 now/RB/advmod/6"
    )
    doc = parsed(written)
    assert doc[1 : completed_end(parse_of(doc)[1], 2)].text == "plan to fast-track cases"


def test_every_rule_is_tested() -> None:
    assert {rule for rule, *_ in COMPLETED} == set(COMPLETION_RULES)
