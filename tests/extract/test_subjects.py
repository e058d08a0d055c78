import pytest

from kg.extract.subjects import SUBJECT_RULES, bearer, find_subject, subject_of
from kg.grammar.parse import parse_of
from kg.reference.completion import is_infinitive
from tests.extract.documents import parsed, word

SUBJECTS = [
    ("own-subject", "fined", "ministry",
     "The/DT/det/2 ministry/NN/nsubj/3 fined=fine/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3"),
    ("own-subject", "closed", "bridge",
     "The/DT/det/2 bridge/NN/nsubjpass/4 was=be/VBD/auxpass/4 closed=close/VBN/ROOT/0"),
    ("own-subject", "surprised", "Reading",
     "Reading=read/VBG/csubj/3 it/PRP/dobj/1 surprised=surprise/VBD/ROOT/0 the/DT/det/5 mayor/NN/dobj/3"),
    ("own-subject", "had", "mayor",
     ("All/DT/det/2 votes=vote/NNS/nsubj/8 counted=count/VBN/acl/2 ,/,/punct/8 the/DT/det/6 mayor/NN/nsubj/8 "
      "slowly/RB/advmod/8 had=have/VBD/ROOT/0 tea/NN/dobj/8")),
    ("own-subject", "spoke", "Silva",
     "The/DT/det/2 winner/NN/nsubj/5 Ana/NNP/compound/4/PERSON Silva/NNP/nsubj/5/PERSON spoke=speak/VBD/ROOT/0"),
    ("own-subject", "had", "votes",
     ("The/DT/det/2 votes=vote/NNS/nsubj/6 ,/,/punct/6 the/DT/det/5 tally/NN/nsubj/6 had=have/VBD/ROOT/0 "
      "faults=fault/NNS/dobj/6")),
    ("stranded-clause", "fell", "prices",
     ("Figures=figure/NNS/nsubj/2 show/VBP/ROOT/0 prices=price/NNS/dobj/2 in/IN/prep/3 May/NNP/pobj/4 "
      "fell=fall/VBD/ccomp/2")),
    ("existential", "are", "lakes",
     ("There/EX/expl/2 are=be/VBP/ROOT/0 two/CD/nummod/4 lakes=lake/NNS/attr/2 in/IN/prep/4 the/DT/det/7 "
      "park/NN/pobj/5")),
    ("inverted-subject", "Buried", "admirals",
     ("Buried=bury/VBN/ROOT/0 in/IN/prep/1 Lyon/NNP/pobj/2 are=be/VBP/auxpass/1 two/CD/nummod/6 "
      "admirals=admiral/NNS/attr/4")),
    ("relative-subject", "fined", "bank",
     ("The/DT/det/2 bank/NN/nsubj/8 ,/,/punct/2 which/WDT/nsubj/5 fined=fine/VBD/relcl/2 nobody/NN/dobj/5 "
      ",/,/punct/2 closed=close/VBD/ROOT/0")),
    ("relative-subject", "opened", "shop",
     ("The/DT/det/2 shop/NN/nsubj/7 that/WDT/nsubj/4 opened=open/VBD/relcl/2 in/IN/prep/4 May/NNP/pobj/5 "
      "sells=sell/VBZ/ROOT/0 tea/NN/dobj/7")),
    ("relative-subject", "founded", "Norlin",
     ("Norlin/NNP/nsubj/2 is=be/VBZ/ROOT/0 a/DT/det/4 firm/NN/attr/2 that/WDT/nsubjpass/7 was=be/VBD/auxpass/7 "
      "founded=found/VBN/relcl/4 in/IN/prep/7 1997/CD/pobj/8")),
    ("relative-subject", "opened", "shop",
     ("The/DT/det/2 shop/NN/nsubj/7 that/DT/nsubj/4 opened=open/VBD/relcl/2 in/IN/prep/4 May/NNP/pobj/5 "
      "sells=sell/VBZ/ROOT/0 tea/NN/dobj/7")),
    ("relative-subject", "left", "cups",
     "The/DT/det/2 cups=cup/NNS/nsubj/5 left=leave/VBD/relcl/2 there/RB/advmod/3 broke=break/VBD/ROOT/0"),
    ("misread-main-verb", "performed", "choir",
     "The/DT/det/2 choir/NN/ROOT/0 performed=perform/VBN/acl/2 in/IN/prep/3 Lyon/NNP/pobj/4/GPE ././punct/2"),
    ("participle-subject", "sent", "letter",
     "The/DT/det/2 letter/NN/nsubj/6 sent=send/VBN/acl/2 in/IN/prep/3 May/NNP/pobj/4 arrived=arrive/VBD/ROOT/0"),
    ("participle-subject", "founded", "Norlin",
     ("Norlin/NNP/nsubj/2 is=be/VBZ/ROOT/0 a/DT/det/4 firm/NN/attr/2 founded=found/VBN/acl/4 in/IN/prep/5 "
      "1997/CD/pobj/6")),
    ("participle-subject", "selling", "shops",
     "shops=shop/NNS/nsubj/4 selling=sell/VBG/acl/1 tea/NN/dobj/2 closed=close/VBD/ROOT/0"),
    ("singled-out-subject", "win", "She",
     ("She/PRP/nsubj/2 was=be/VBD/ROOT/0 the/DT/det/5 first/JJ/amod/5 woman/NN/attr/2 to/TO/aux/7 win/VB/relcl/5 "
      "it/PRP/dobj/7")),
    ("singled-out-subject", "leave", "guest",
     "The/DT/det/3 last/JJ/amod/3 guest/NN/nsubj/6 to/TO/aux/5 leave/VB/relcl/3 paid=pay/VBD/ROOT/0"),
    ("singled-out-subject", "cross", "team",
     ("The/DT/det/3 oldest=old/JJS/amod/3 team/NN/nsubj/8 to/TO/aux/5 cross/VB/acl/3 the/DT/det/7 river/NN/dobj/5 "
      "rested=rest/VBD/ROOT/0")),
    ("misread-conjunction", "gave", "court",
     ("Prices=price/NNS/nsubj/2 rose=rise/VBD/ROOT/0 since/IN/prep/2 the/DT/det/5 court/NN/pobj/3 "
      "gave=give/VBD/dep/2 its/PRP$/poss/8 ruling/NN/dobj/6")),
    ("misread-conjunction", "sank", "ferry",
     ("They/PRP/nsubj/2 searched=search/VBD/ROOT/0 the/DT/det/4 bay/NN/dobj/2 after/IN/prep/2 a/DT/det/7 "
      "ferry/NN/pobj/5 carrying=carry/VBG/acl/7 salt/NN/dobj/8 sank=sink/VBD/conj/2")),
    ("shared-subject", "rejected", "court",
     ("The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 and/CC/cc/3 rejected=reject/VBD/conj/3 the/DT/det/7 "
      "appeal/NN/dobj/5")),
    ("shared-subject", "sang", "guests",
     ("The/DT/det/2 guests=guest/NNS/nsubj/3 ate=eat/VBD/ROOT/0 ,/,/punct/3 drank/VB/conj/3 and/CC/cc/5 "
      "sang=sing/VBD/conj/5")),
    ("controlled-subject", "act", "council",
     "She/PRP/nsubj/2 asked=ask/VBD/ROOT/0 the/DT/det/4 council/NN/dobj/2 to/TO/aux/6 act/VB/xcomp/2"),
    ("controlled-subject", "act", "She",
     "She/PRP/nsubj/2 promised=promise/VBD/ROOT/0 the/DT/det/4 council/NN/dobj/2 to/TO/aux/6 act/VB/xcomp/2"),
    ("controlled-subject", "act", "She",
     "She/PRP/nsubj/2 wants=want/VBZ/ROOT/0 to/TO/aux/4 act/VB/xcomp/2"),
    ("controlled-subject", "act", "council",
     ("She/PRP/nsubj/2 shouted=shout/VBD/ROOT/0 to/IN/dative/2 the/DT/det/5 council/NN/pobj/3 to/TO/aux/7 "
      "act/VB/xcomp/2")),
    ("accused-subject", "stealing", "guard",
     ("They/PRP/nsubj/2 accused=accuse/VBD/ROOT/0 the/DT/det/4 guard/NN/dobj/2 of/IN/prep/2 "
      "stealing=steal/VBG/pcomp/5 tea/NN/dobj/6")),
    ("accused-subject", "stealing", "guard",
     ("The/DT/det/2 guard/NN/nsubjpass/4 was=be/VBD/auxpass/4 charged=charge/VBN/ROOT/0 with/IN/prep/4 "
      "stealing=steal/VBG/pcomp/5 tea/NN/dobj/6")),
    ("adverbial-subject", "leaving", "she",
     ("In/IN/prep/9 the/DT/det/3 years=year/NNS/pobj/1 since/IN/prep/3 leaving=leave/VBG/pcomp/4 Lyon/NNP/dobj/5 "
      ",/,/punct/9 she/PRP/nsubj/9 wrote=write/VBD/ROOT/0 a/DT/det/11 book/NN/dobj/9")),
    ("adverbial-subject", "leaving", "he",
     ("After/IN/prep/5 leaving=leave/VBG/pcomp/1 ,/,/punct/5 he/PRP/nsubj/5 wrote=write/VBD/ROOT/0 a/DT/det/7 "
      "book/NN/dobj/5")),
    ("adverbial-subject", "reading", "He",
     "He/PRP/nsubj/2 smiled=smile/VBD/ROOT/0 ,/,/punct/2 reading=read/VBG/advcl/2 the/DT/det/6 letter/NN/dobj/4"),
    ("adverbial-subject", "selling", "He",
     ("He/PRP/nsubj/2 waited=wait/VBD/ROOT/0 for/IN/prep/2 two/CD/nummod/5 years=year/NNS/pobj/3 before/IN/prep/2 "
      "selling=sell/VBG/pcomp/6 the/DT/det/9 shop/NN/dobj/7")),
    ("adverbial-subject", "hinting", "she",
     ("``/``/punct/3 Costs=cost/NNS/nsubj/3 rise/VBP/ccomp/7 ''/''/punct/7 ,/,/punct/7 she/PRP/nsubj/7 "
      "said=say/VBD/ROOT/0 ,/,/punct/7 hinting=hint/VBG/advcl/3 at/IN/prep/9 cuts=cut/NNS/pobj/10")),
    ("adverbial-subject", "causing", "tug",
     ("The/DT/det/2 ferry/NN/nsubjpass/4 was=be/VBD/auxpass/4 hit/VBN/ROOT/0 by/IN/agent/4 a/DT/det/7 tug/NN/pobj/5 "
      ",/,/punct/4 causing=cause/VBG/advcl/4 a/DT/det/11 leak/NN/dobj/9")),
    ("adverbial-subject", "left", "guests",
     ("The/DT/det/2 guests=guest/NNS/nsubj/3 ate=eat/VBD/ROOT/0 ,/,/punct/3 left=leave/VBD/advcl/3 the/DT/det/7 "
      "hall/NN/dobj/5")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "verb", "subject", "written"), SUBJECTS)
def test_each_rule_finds_its_subject(rule: str, verb: str, subject: str, written: str) -> None:
    doc = parsed(written)
    assert find_subject(word(doc, verb)) == (rule, word(doc, subject))


def test_every_rule_is_tested() -> None:
    assert list(dict.fromkeys(rule for rule, *_ in SUBJECTS)) == list(SUBJECT_RULES)


WITHOUT = [
    ("a question does not tell", "happened",
     "What/WP/nsubj/2 happened=happen/VBD/ROOT/0 next/RB/advmod/2 ?/./punct/2"),
    ("an order has no subject", "Close",
     "Close/VB/ROOT/0 the/DT/det/3 door/NN/dobj/1"),
    ("whose is not the subject", "paints",
     ("The/DT/det/2 singer/NN/nsubj/8 ,/,/punct/2 whose/WP$/nsubj/6 brother/NN/dep/4 paints=paint/VBZ/relcl/2 "
      ",/,/punct/2 retired=retire/VBD/ROOT/0")),
    ("an infinitive of a plain noun", "buy",
     "They/PRP/nsubj/2 found=find/VBD/ROOT/0 a/DT/det/4 shop/NN/dobj/2 to/TO/aux/6 buy/VB/relcl/4"),
    ("a gerund behind another preposition", "painting",
     "They/PRP/nsubj/2 talked=talk/VBD/ROOT/0 about/IN/prep/2 painting=paint/VBG/pcomp/3"),
    ("a verb behind an ordinary preposition", "gave",
     "Prices=price/NNS/nsubj/2 rose=rise/VBD/ROOT/0 with/IN/prep/2 tea/NN/pobj/3 gave=give/VBD/dep/2"),
    ("a finite clause of another tense", "is",
     ("The/DT/det/2 mayor/NN/nsubj/3 left=leave/VBD/ROOT/0 ,/,/punct/3 is=be/VBZ/advcl/3 ready/JJ/acomp/5")),
    ("what came of a passive without its agent", "causing",
     ("The/DT/det/2 ferry/NN/nsubjpass/4 was=be/VBD/auxpass/4 hit/VBN/ROOT/0 ,/,/punct/4 causing=cause/VBG/advcl/4 "
      "a/DT/det/8 leak/NN/dobj/6")),
    ("a passive participle set behind another noun", "described",
     ("They/PRP/nsubj/2 choose/VBP/ROOT/0 grants=grant/NNS/dobj/2 ,/,/punct/2 described=describe/VBN/advcl/2 "
      "below/RB/advmod/5")),
    ("a trouble does not find", "finding",
     ("They/PRP/nsubj/2 had=have/VBD/ROOT/0 trouble/NN/dobj/2 finding=find/VBG/acl/3 it/PRP/dobj/4")),
    ("a place does not prompt", "prompting",
     ("They/PRP/nsubj/2 left=leave/VBD/ROOT/0 Lyon/NNP/dobj/2/GPE prompting=prompt/VBG/acl/3 "
      "rumours=rumour/NNS/dobj/4")),
    ("a past participle with an object is a main verb", "required",
     ("Asking=ask/VBG/ROOT/0 for/IN/prep/1 visas=visa/NNS/pobj/2 required=require/VBD/acl/3 time/NN/dobj/4")),
    ("which behind a dash is about the clause", "worries",
     ("Costs=cost/NNS/nsubj/2 rise/VBP/ROOT/0 in/IN/prep/2 Lyon/NNP/pobj/3 –/:/punct/4 which/WDT/nsubj/7 "
      "worries=worry/VBZ/relcl/4 us/PRP/dobj/7")),
    ("a verb of another form does not continue", "sell",
     ("The/DT/det/2 firm/NN/nsubj/3 has=have/VBZ/ROOT/0 a/DT/det/5 plan/NN/dobj/3 and/CC/cc/3 sell/VB/conj/3 "
      "tea/NN/dobj/7")),
    ("a participle does not continue a present", "geared",
     ("They/PRP/nsubj/2 design/VBP/ROOT/0 tools=tool/NNS/dobj/2 and/CC/cc/2 geared=gear/VBN/conj/2 to/IN/prep/5 "
      "beginners=beginner/NNS/pobj/6")),
    ("a plural verb does not continue a singular", "were",
     ("Silva/NNP/nsubj/2 said=say/VBD/ROOT/0 so/RB/advmod/2 and/CC/cc/2 were=be/VBD/conj/2 lies=lie/NNS/attr/5")),
    ("a coordination of a noun with a verb", "fell",
     "Snow/NNP/ROOT/0 fell=fall/VBD/conj/1"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "written"), [pytest.param(*case[1:], id=case[0]) for case in WITHOUT])
def test_no_subject_is_invented(verb: str, written: str) -> None:
    assert subject_of(word(parsed(written), verb)) is None


BEARERS = [
    ("a predicate noun", "firm", "Norlin",
     "Norlin/NNP/nsubj/2 is=be/VBZ/ROOT/0 a/DT/det/4 firm/NN/attr/2"),
    ("an apposition", "mayor", "Silva",
     ("Silva/NNP/nsubj/8 ,/,/punct/1 the/DT/det/4 mayor/NN/appos/1 of/IN/prep/4 Porto/NNP/pobj/5 ,/,/punct/1 "
      "resigned=resign/VBD/ROOT/0")),
    ("existence", "lakes", "lakes",
     "There/EX/expl/2 are=be/VBP/ROOT/0 two/CD/nummod/4 lakes=lake/NNS/attr/2"),
    ("one side is not its scenes", "scenes", "scenes",
     "One/CD/nummod/2 side/NN/nsubj/3 is=be/VBZ/ROOT/0 scenes=scene/NNS/attr/3"),
    ("a plain noun", "bank", "bank",
     "The/DT/det/2 bank/NN/nsubj/3 closed=close/VBD/ROOT/0"),
    ("two names side by side", "Brno", "Brno",
     "Norlin/NNP/nsubj/5 ,/,/punct/1 Brno/NNP/appos/1 ,/,/punct/5 closed=close/VBD/ROOT/0"),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "meant", "written"), [pytest.param(*case[1:], id=case[0]) for case in BEARERS])
def test_bearer_is_what_a_noun_stands_for(noun: str, meant: str, written: str) -> None:
    doc = parsed(written)
    assert bearer(word(doc, noun)) == word(doc, meant)


def test_infinitive_is_marked_by_to() -> None:
    doc = parsed("She/PRP/nsubj/2 wants=want/VBZ/ROOT/0 to/TO/aux/4 act/VB/xcomp/2 and/CC/cc/4 leave/VB/conj/4")
    assert [token.text for token in parse_of(doc) if is_infinitive(token)] == ["act"]
