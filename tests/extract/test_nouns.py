import pytest

from kg.extract.nouns import NOUN_RULES, noun_predications
from kg.extract.predications import Predication
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed

FOUND = [
    ("apposition", "Silva | be | complement mayor",
     ("Silva/NNP/nsubj/8/PERSON ,/,/punct/1 the/DT/det/4 mayor/NN/appos/1 of/IN/prep/4 Porto/NNP/pobj/5 ,/,/punct/1 "
      "resigned=resign/VBD/ROOT/0")),
    ("apposition", "Silva | be | complement mayor",
     "The/DT/det/2 mayor/NN/nsubj/6 ,/,/punct/2 Silva/NNP/appos/2/PERSON ,/,/punct/2 resigned=resign/VBD/ROOT/0"),
    ("apposition", "Norlin | be | complement maker",
     ("Norlin/NNP/nsubj/8/ORG ,/,/punct/1 a/DT/det/4 maker/NN/appos/1 of/IN/prep/4 tea/NN/pobj/5 ,/,/punct/1 "
      "closed=close/VBD/ROOT/0")),
    ("apposition", "Lyon | be | complement capital",
     "The/DT/det/2 capital/NN/nsubj/6 ,/,/punct/2 Lyon/NNP/appos/2/GPE ,/,/punct/2 burned=burn/VBD/ROOT/0"),
    ("fronted-apposition", "she | be | complement nurse",
     ("A/DT/det/2 nurse/NN/npadvmod/7 by/IN/prep/2 training/NN/pobj/3 ,/,/punct/7 she/PRP/nsubj/7 "
      "leads=lead/VBZ/ROOT/0 the/DT/det/9 union/NN/dobj/7")),
    ("fronted-apposition", "it | be | complement One",
     ("One/CD/npadvmod/7 of/IN/prep/1 two/CD/nummod/4 mills=mill/NNS/pobj/2 ,/,/punct/7 it/PRP/nsubj/7 "
      "burned=burn/VBD/ROOT/0")),
    ("title", "Silva | be | complement Mayor",
     "Mayor/NNP/compound/3 Ana/NNP/compound/3/PERSON Silva/NNP/nsubj/4/PERSON resigned=resign/VBD/ROOT/0"),
    ("title", "Acme | be | complement firm",
     "The/DT/det/4 software/NN/compound/3 firm/NN/compound/4 Acme/NNP/nsubj/5/ORG closed=close/VBD/ROOT/0"),
    ("role", "Silva | be mayor | of Porto",
     ("Silva/NNP/nsubj/8/PERSON ,/,/punct/1 the/DT/det/4 mayor/NN/appos/1 of/IN/prep/4 Porto/NNP/pobj/5/GPE "
      ",/,/punct/1 resigned=resign/VBD/ROOT/0")),
    ("role", "Silva | be founder of | object bank",
     ("The/DT/det/2 bank/NN/poss/4 's/POS/case/2 founder/NN/nsubj/8 ,/,/punct/4 Silva/NNP/appos/4/PERSON "
      ",/,/punct/4 resigned=resign/VBD/ROOT/0")),
    ("role", "Porto | be old capital | of Norland",
     ("Porto/NNP/nsubj/2/GPE is=be/VBZ/ROOT/0 the/DT/det/5 old/JJ/amod/5 capital/NN/attr/2 of/IN/prep/5 "
      "Norland/NNP/pobj/6/GPE")),
    ("role", "Silva | be former chief executive of | object Norlin",
     ("The/DT/det/5 former/JJ/amod/5 Norlin/NNP/compound/5/ORG chief/JJ/amod/5 executive/NN/nsubj/7 "
      "Silva/NNP/appos/5/PERSON resigned=resign/VBD/ROOT/0")),
    ("role", "Silva | be co-founder | of Norlin",
     ("Silva/NNP/nsubj/9/PERSON ,/,/punct/1 co/NN/compound/5 -/HYPH/punct/5 founder/NN/appos/1 of/IN/prep/5 "
      "Norlin/NNP/pobj/6/ORG ,/,/punct/1 resigned=resign/VBD/ROOT/0")),
    ("compound-participle", "firm | be based in | complement Lyon",
     ("A/DT/det/5 Lyon/NNP/npadvmod/4/GPE -/HYPH/punct/4 based=base/VBN/amod/5 firm/NN/nsubj/6 "
      "sells=sell/VBZ/ROOT/0 tea/NN/dobj/6")),
    ("compound-participle", "singer | be born in | complement Porto",
     ("The/DT/det/5 Porto/NNP/npadvmod/4/GPE -/HYPH/punct/4 born=bear/VBN/amod/5 singer/NN/nsubj/6 "
      "retired=retire/VBD/ROOT/0")),
    ("compound-participle", "Acme | be based in | complement Lyon",
     ("The/DT/det/6 Lyon/NNP/npadvmod/4/GPE -/HYPH/punct/4 based=base/VBN/amod/5 firm/NN/compound/6 "
      "Acme/NNP/nsubj/7/ORG closed=close/VBD/ROOT/0")),
    ("compound-agent", "state | own | object bank",
     ("The/DT/det/5 state/NN/npadvmod/4 -/HYPH/punct/4 owned=own/VBN/amod/5 bank/NN/nsubj/6 "
      "closed=close/VBD/ROOT/0")),
    ("age", "Silva | be aged | object 34",
     "Silva/NNP/nsubj/5/PERSON ,/,/punct/1 34/CD/appos/1 ,/,/punct/1 won=win/VBD/ROOT/0"),
    ("address", "Ghent | be in | complement Norland",
     ("Ghent/NNP/nsubj/5/GPE ,/,/punct/1 Norland/NNP/appos/1/GPE ,/,/punct/1 burned=burn/VBD/ROOT/0")),
    ("event-noun", "ministry | ban | object imports",
     ("The/DT/det/2 ministry/NN/nsubj/3 announced=announce/VBD/ROOT/0 a/DT/det/5 ban/NN/dobj/3 on/IN/prep/5 "
      "imports=import/NNS/pobj/6")),
    ("event-noun", "ministry | ban | object imports",
     ("The/DT/det/2 ministry/NN/poss/4 's/POS/case/2 ban/NN/nsubj/7 on/IN/prep/4 imports=import/NNS/pobj/5 "
      "angered=anger/VBD/ROOT/0 traders=trader/NNS/dobj/7")),
    ("event-noun", "Norland | ban | object imports",
     ("The/DT/det/2 ban/NN/nsubj/7 on/IN/prep/2 imports=import/NNS/pobj/3 by/IN/prep/2 Norland/NNP/pobj/5 "
      "angered/VBD/ROOT/0 traders=trader/NNS/dobj/7")),
    ("event-noun", "firm | ban | object tea",
     ("The/DT/det/2 firm/NN/nsubj/3 announced=announce/VBD/ROOT/0 a/DT/det/5 ban/NN/dobj/3 on/IN/prep/5 "
      "selling=sell/VBG/pcomp/6 tea/NN/dobj/7")),
    ("event-noun", "firm | agree with | object Norland",
     ("The/DT/det/2 firm/NN/nsubj/3 signed=sign/VBD/ROOT/0 an/DT/det/5 agreement/NN/dobj/3 with/IN/prep/5 "
      "Norland/NNP/pobj/6")),
    ("event-noun", "ministry | ban | object imports, when month",
     ("Last/JJ/amod/2 month/NN/npadvmod/5 the/DT/det/4 ministry/NN/nsubj/5 announced=announce/VBD/ROOT/0 a/DT/det/7 "
      "ban/NN/dobj/5 on/IN/prep/7 imports=import/NNS/pobj/8")),
    ("noun-complement", "firm | plan to leave | object Norland",
     ("The/DT/det/2 firm/NN/poss/4 's/POS/case/2 plan/NN/nsubj/8 to/TO/aux/6 leave/VB/acl/4 Norland/NNP/dobj/6 "
      "failed=fail/VBD/ROOT/0")),
    ("noun-complement", "firm | plan to leave | object Norland",
     ("The/DT/det/2 firm/NN/nsubj/3 announced=announce/VBD/ROOT/0 a/DT/det/5 plan/NN/dobj/3 to/TO/aux/7 "
      "leave/VB/acl/5 Norland/NNP/dobj/7")),
    ("inclusion", "banks | include | object Acme",
     ("Three/CD/nummod/2 banks=bank/NNS/nsubj/7 ,/,/punct/2 including=include/VBG/prep/2 Acme/NNP/pobj/4 "
      ",/,/punct/2 closed=close/VBD/ROOT/0")),
    ("inclusion", "critics | include | object Silva",
     ("critics=critic/NNS/nsubj/8 of/IN/prep/1 the/DT/det/4 party/NN/pobj/2 ,/,/punct/4 including=include/VBG/prep/4 "
      "Silva/NNP/pobj/6 left=leave/VBD/ROOT/0")),
    ("inclusion-among", "groups | include | object Guild",
     ("A/DT/det/2 league/NN/nsubj/9 of/IN/prep/2 groups=group/NNS/pobj/3 ,/,/punct/2 among/IN/prep/8 them/PRP/pobj/6 "
      "Guild/NNP/appos/2 met=meet/VBD/ROOT/0")),
    ("location", "refinery | be | in Rotterdam",
     "The/DT/det/2 refinery/NN/nsubj/5 in/IN/prep/2 Rotterdam/NNP/pobj/3/GPE burned=burn/VBD/ROOT/0"),
    ("location", "mill | be | near Porto",
     "A/DT/det/2 mill/NN/nsubj/5 near/IN/prep/2 Porto/NNP/pobj/3/GPE burned=burn/VBD/ROOT/0"),
    ("adjective-behind", "judge | be familiar with | complement case",
     ("A/DT/det/2 judge/NN/nsubj/7 familiar/JJ/amod/2 with/IN/prep/3 the/DT/det/6 case/NN/pobj/4 "
      "spoke=speak/VBD/ROOT/0")),
    ("fronted-adjective", "union | be furious at | complement verdict",
     ("Furious=furious/JJ/advcl/8 at/IN/prep/1 the/DT/det/4 verdict/NN/pobj/2 ,/,/punct/8 the/DT/det/7 "
      "union/NN/nsubj/8 left=leave/VBD/ROOT/0")),
]  # fmt: skip


def line(predication: Predication) -> str:
    arguments = ", ".join(f"{argument.role} {argument.head.text}" for argument in predication.arguments)
    return f"{predication.subject.text} | {predication.name} | {arguments}"


def found_by(rule: str, written: str) -> list[str]:
    doc = parsed(written, times={"Last month": "2024-05"} if written.startswith("Last") else {})
    return [line(predication) for predication in noun_predications(parse_of(doc)) if predication.rule == rule]


@pytest.mark.parametrize(("rule", "expected", "written"), FOUND)
def test_each_rule_finds_its_fact(rule: str, expected: str, written: str) -> None:
    assert found_by(rule, written) == [expected]


def test_every_rule_is_tested() -> None:
    assert list(dict.fromkeys(rule.replace("-", "_") for rule, *_ in FOUND)) == [r.__name__ for r in NOUN_RULES]


NOT_FOUND = [
    ("a place inside a phrase may belong to either noun", "location",
     ("A/DT/det/2 hall/NN/nsubj/8 for/IN/prep/2 the/DT/det/5 firm/NN/pobj/3 in/IN/prep/5 Lyon/NNP/pobj/6/GPE "
      "burned=burn/VBD/ROOT/0")),
    ("an adjective without a phrase relates nothing", "adjective-behind",
     "The/DT/det/2 judge/NN/nsubj/4 present/JJ/amod/2 spoke=speak/VBD/ROOT/0"),
    ("an adjective with a subject of its own", "fronted-adjective",
     ("The/DT/det/2 roads=road/NNS/nsubj/3 full/JJ/advcl/8 of/IN/prep/3 snow/NN/pobj/4 ,/,/punct/8 they/PRP/nsubj/8 "
      "left=leave/VBD/ROOT/0")),
    ("two places make an address", "apposition",
     "Lyon/NNP/nsubj/5/GPE ,/,/punct/1 Norland/NNP/appos/1/GPE ,/,/punct/1 burned=burn/VBD/ROOT/0"),
    ("an age is no description", "apposition",
     "Silva/NNP/nsubj/5/PERSON ,/,/punct/1 42/CD/appos/1/DATE ,/,/punct/1 resigned=resign/VBD/ROOT/0"),
    ("a span of time is no description", "apposition",
     ("The/DT/det/2 delay/NN/nsubj/7 ,/,/punct/2 a/DT/det/5 month/NN/appos/2 ,/,/punct/2 angered/VBD/ROOT/0 "
      "traders=trader/NNS/dobj/7")),
    ("the subject itself opens the sentence", "fronted-apposition",
     ("A/DT/det/2 nurse/NN/nsubj/7 ,/,/punct/5 she/PRP/nsubj/5 said=say/VBD/parataxis/7 ,/,/punct/5 "
      "resigned=resign/VBD/ROOT/0")),
    ("a polite title is no office", "title",
     "Mrs./NNP/compound/2 Silva/NNP/nsubj/3/PERSON resigned=resign/VBD/ROOT/0"),
    ("no title without a name", "title",
     "The/DT/det/3 software/NN/compound/3 firm/NN/nsubj/4 closed=close/VBD/ROOT/0"),
    ("a thing has no role", "role",
     "The/DT/det/2 bank/NN/poss/4 's/POS/case/2 offices=office/NNS/nsubj/5 closed=close/VBD/ROOT/0"),
    ("a part of a common thing is no role", "role",
     ("Silva/NNP/nsubj/2/PERSON is=be/VBZ/ROOT/0 a/DT/det/4 master/NN/attr/2 of/IN/prep/4 chess/NN/pobj/5")),
    ("an event without an agent", "event-noun",
     "The/DT/det/2 ban/NN/nsubj/5 on/IN/prep/2 imports=import/NNS/pobj/3 failed=fail/VBD/ROOT/0"),
    ("a preposition outside the frame", "event-noun",
     ("The/DT/det/2 ministry/NN/nsubj/3 announced=announce/VBD/ROOT/0 a/DT/det/5 ban/NN/dobj/3 at/IN/prep/5 "
      "noon/NN/pobj/6")),
    ("a full verb carries no event", "event-noun",
     ("The/DT/det/2 ministry/NN/nsubj/3 fears=fear/VBZ/ROOT/0 a/DT/det/5 ban/NN/dobj/3 on/IN/prep/5 "
      "imports=import/NNS/pobj/6")),
    ("several persons are no single one", "apposition",
     "Four/CD/nummod/2 ministers=minister/NNS/nsubj/5 ,/,/punct/2 Silva/NNP/appos/2/PERSON left=leave/VBD/ROOT/0"),
    ("who is spoken to", "apposition",
     "Nice/JJ/amod/2 work/NN/ROOT/0 ,/,/punct/2 Ana/NNP/appos/2/PERSON"),
    ("another name in brackets", "apposition",
     ("The/DT/det/2 head/NN/nsubj/8 of/IN/prep/2 NBF/NNP/pobj/3/ORG (/-LRB-/punct/2 Norland/NNP/appos/2/ORG "
      ")/-RRB-/punct/2 resigned=resign/VBD/ROOT/0")),
    ("what it is called", "apposition",
     "The/DT/det/2 name/NN/nsubj/4 Norlin/NNP/appos/2/ORG sells=sell/VBZ/ROOT/0"),
    ("his role is told as a role", "apposition",
     "His/PRP$/poss/2 father/NN/nsubj/5 ,/,/punct/2 Omar/NNP/appos/2/PERSON resigned=resign/VBD/ROOT/0"),
    ("a list of places", "address",
     ("Ghent/NNP/nsubj/7/GPE ,/,/punct/1 Lyon/NNP/appos/1/GPE ,/,/punct/3 and/CC/cc/3 Porto/NNP/conj/3/GPE "
      "burned=burn/VBD/ROOT/0")),
    ("what a superlative ranges over", "role",
     ("Silva/NNP/nsubj/2/PERSON is=be/VBZ/ROOT/0 the/DT/det/4 world/NN/poss/8 's/POS/case/4 most/RBS/advmod/7 "
      "famous/JJ/amod/8 cook/NN/attr/2")),
    ("the field of a minister is no owner", "role",
     "Home/NNP/compound/3/ORG Secretary/NNP/compound/3 Silva/NNP/nsubj/4/PERSON resigned=resign/VBD/ROOT/0"),
    ("a substance is not in one place", "location",
     "Salt/NN/nsubj/4 in/IN/prep/1 Norland/NNP/pobj/2/GPE contains=contain/VBZ/ROOT/0 iodine/NN/dobj/4"),
    ("no place, no location", "location",
     "The/DT/det/2 refinery/NN/nsubj/5 in/IN/prep/2 trouble/NN/pobj/3 burned=burn/VBD/ROOT/0"),
    ("what a verb already says", "location",
     "Norlin/NNP/nsubj/2 is=be/VBZ/ROOT/0 a/DT/det/4 refinery/NN/attr/2 in/IN/prep/4 Rotterdam/NNP/pobj/5/GPE"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "written"), [pytest.param(*case[1:], id=case[0]) for case in NOT_FOUND])
def test_what_a_rule_leaves_alone(rule: str, written: str) -> None:
    assert found_by(rule, written) == []
