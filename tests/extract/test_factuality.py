import typing as t

import pytest
from spacy.tokens import Doc

from kg.extract.clauses import verb_predications
from kg.extract.factuality import Factuality, either_or, factuality
from kg.extract.nouns import noun_predications
from kg.grammar.parse import parse_of
from kg.reference.quotations import Quotation
from tests.extract.documents import parsed


class Said(t.NamedTuple):
    negated: bool = False
    modality: str = "asserted"
    speaker: str | None = None
    denied_by: str | None = None
    cues: str = ""


def said(doc: Doc, head: str, rule: str | None = None) -> Said:
    """Return how the predication with that head word is said, in words."""
    found = next(
        predication
        for source in (verb_predications, noun_predications)
        for predication in source(parse_of(doc))
        if predication.head.text == head and rule in {None, predication.rule}
    )
    made = factuality(found)
    return Said(
        made.negated,
        made.modality,
        made.speaker.text if made.speaker is not None else None,
        made.denied_by.text if made.denied_by is not None else None,
        " ".join(cue.text for cue in made.cues),
    )


VERBS = [
    ("necessity", "pays", Said(modality="hypothetical", cues="crucial"),
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 crucial/JJ/acomp/2 that/IN/mark/6 Norland/NNP/nsubj/6 pays=pay/VBZ/ccomp/2 "
      "rent/NN/dobj/6")),
    ("clear that", "pays", Said(),
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 clear/JJ/acomp/2 that/IN/mark/6 Norland/NNP/nsubj/6 pays=pay/VBZ/ccomp/2 "
      "rent/NN/dobj/6")),
    ("means of what is possible", "using", Said(modality="hedged", cues="could"),
     ("Bakers=baker/NNS/nsubj/3 could/MD/aux/3 help/VB/ROOT/0 them/PRP/dobj/3 by/IN/prep/3 using=use/VBG/pcomp/5 "
      "salt/NN/dobj/6")),
    ("ensured", "gets", Said(modality="planned", cues="ensure"),
     ("It/PRP/nsubj/2 acts=act/VBZ/ROOT/0 to/TO/aux/4 ensure/VB/advcl/2 that/IN/mark/7 everyone/NN/nsubj/7 "
      "gets=get/VBZ/ccomp/4 tea/NN/dobj/7")),
    ("made sure", "gets", Said(modality="planned", cues="sure"),
     ("It/PRP/nsubj/3 must/MD/aux/3 make/VB/ROOT/0 sure/JJ/ccomp/3 everyone/NN/nsubj/6 gets=get/VBZ/ccomp/4 "
      "tea/NN/dobj/6")),
    ("was made sure", "got", Said(),
     ("It/PRP/nsubj/2 made=make/VBD/ROOT/0 sure/JJ/ccomp/2 everyone/NN/nsubj/5 got=get/VBD/ccomp/3 "
      "tea/NN/dobj/5")),
    ("plain", "fined", Said(),
     "The/DT/det/2 ministry/NN/nsubj/3 fined=fine/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3"),
    ("never", "read", Said(negated=True, cues="never"),
     "The/DT/det/2 mayor/NN/nsubj/4 never/RB/neg/4 read/VBD/ROOT/0 the/DT/det/6 letter/NN/dobj/4"),
    ("n't", "read", Said(negated=True, cues="n't"),
     "The/DT/det/2 mayor/NN/nsubj/5 did=do/VBD/aux/5 n't=not/RB/neg/5 read/VB/ROOT/0 the/DT/det/7 letter/NN/dobj/5"),
    ("no longer", "sells", Said(negated=True, cues="no longer"),
     "The/DT/det/2 firm/NN/nsubj/5 no/RB/neg/4 longer=long/RBR/advmod/5 sells=sell/VBZ/ROOT/0 tea/NN/dobj/5"),
    ("no at the subject", "read", Said(negated=True, cues="No"),
     "No/DT/det/2 court/NN/nsubj/3 read/VBD/ROOT/0 the/DT/det/5 letter/NN/dobj/3"),
    ("no at the object", "read", Said(negated=True, cues="no"),
     "The/DT/det/2 court/NN/nsubj/3 read/VBD/ROOT/0 no/DT/det/5 letter/NN/dobj/3"),
    ("nobody", "read", Said(negated=True, cues="Nobody"),
     "Nobody/NN/nsubj/2 read/VBD/ROOT/0 the/DT/det/4 letter/NN/dobj/2"),
    ("nothing", "read", Said(negated=True, cues="nothing"),
     "The/DT/det/2 court/NN/nsubj/3 read/VBD/ROOT/0 nothing/NN/dobj/3"),
    ("without", "reading", Said(negated=True, cues="without"),
     ("She/PRP/nsubj/2 left=leave/VBD/ROOT/0 without/IN/prep/2 reading=read/VBG/pcomp/3 the/DT/det/6 "
      "letter/NN/dobj/4")),
    ("fail", "deliver", Said(negated=True, cues="failed"),
     ("The/DT/det/2 firm/NN/nsubj/3 failed=fail/VBD/ROOT/0 to/TO/aux/5 deliver/VB/xcomp/3 the/DT/det/7 "
      "tea/NN/dobj/5")),
    ("two negations cancel", "read", Said(cues="not fail"),
     ("The/DT/det/2 mayor/NN/nsubj/5 did=do/VBD/aux/5 not/RB/neg/5 fail/VB/ROOT/0 to/TO/aux/7 read/VB/xcomp/5 "
      "the/DT/det/9 letter/NN/dobj/7")),
    ("may", "sell", Said(modality="hedged", cues="may"),
     "The/DT/det/2 firm/NN/nsubj/4 may/MD/aux/4 sell/VB/ROOT/0 the/DT/det/6 mine/NN/dobj/4"),
    ("reportedly", "sold", Said(modality="hedged", cues="reportedly"),
     "The/DT/det/2 firm/NN/nsubj/4 reportedly/RB/advmod/4 sold=sell/VBD/ROOT/0 the/DT/det/6 mine/NN/dobj/4"),
    ("seem", "own", Said(modality="hedged", cues="seems"),
     "The/DT/det/2 firm/NN/nsubj/3 seems=seem/VBZ/ROOT/0 to/TO/aux/5 own/VB/xcomp/3 a/DT/det/7 mine/NN/dobj/5"),
    ("is believed", "own", Said(modality="hedged", cues="believed"),
     ("The/DT/det/2 firm/NN/nsubjpass/4 is=be/VBZ/auxpass/4 believed=believe/VBN/ROOT/0 to/TO/aux/6 own/VB/xcomp/4 "
      "a/DT/det/8 mine/NN/dobj/6")),
    ("will", "sell", Said(modality="planned", cues="will"),
     "The/DT/det/2 firm/NN/nsubj/4 will/MD/aux/4 sell/VB/ROOT/0 the/DT/det/6 mine/NN/dobj/4"),
    ("vow", "sell", Said(modality="planned", cues="vowed"),
     "The/DT/det/2 firm/NN/nsubj/3 vowed=vow/VBD/ROOT/0 to/TO/aux/5 sell/VB/xcomp/3 the/DT/det/7 mine/NN/dobj/5"),
    ("urge", "leave", Said(modality="planned", cues="urged"),
     "They/PRP/nsubj/2 urged=urge/VBD/ROOT/0 him=he/PRP/dobj/2 to/TO/aux/5 leave/VB/xcomp/2 Lyon/NNP/dobj/5"),
    ("purpose", "read", Said(modality="planned", cues="to"),
     "She/PRP/nsubj/2 came=come/VBD/ROOT/0 to/TO/aux/4 read/VB/advcl/2 the/DT/det/6 letter/NN/dobj/4"),
    ("purpose with another auxiliary", "reading", Said(modality="planned", cues="to"),
     "She/PRP/nsubj/2 came=come/VBD/ROOT/0 to/TO/aux/5 be/VB/aux/5 reading=read/VBG/advcl/2 it/PRP/dobj/5"),
    ("first to do so", "win", Said(),
     ("She/PRP/nsubj/2 was=be/VBD/ROOT/0 the/DT/det/5 first/JJ/amod/5 woman/NN/attr/2 to/TO/aux/7 win/VB/relcl/5 "
      "it/PRP/dobj/7")),
    ("should", "sell", Said(modality="hypothetical", cues="should"),
     "The/DT/det/2 firm/NN/nsubj/4 should/MD/aux/4 sell/VB/ROOT/0 the/DT/det/6 mine/NN/dobj/4"),
    ("if", "sells", Said(modality="hypothetical", cues="If"),
     ("If/IN/mark/4 the/DT/det/3 firm/NN/nsubj/4 sells=sell/VBZ/advcl/11 the/DT/det/6 mine/NN/dobj/4 ,/,/punct/11 "
      "the/DT/det/9 town/NN/nsubj/11 will/MD/aux/11 suffer/VB/ROOT/0")),
    ("under a condition", "suffer", Said(modality="hypothetical", cues="If"),
     ("If/IN/mark/4 the/DT/det/3 firm/NN/nsubj/4 sells=sell/VBZ/advcl/11 the/DT/det/6 mine/NN/dobj/4 ,/,/punct/11 "
      "the/DT/det/9 town/NN/nsubj/11 will/MD/aux/11 suffer/VB/ROOT/0")),
    ("unless", "sell", Said(modality="hypothetical", cues="Unless"),
     ("Unless/IN/mark/3 it/PRP/nsubj/3 rains=rain/VBZ/advcl/8 ,/,/punct/8 the/DT/det/6 firm/NN/nsubj/8 "
      "will/MD/aux/8 sell/VB/ROOT/0 tea/NN/dobj/8")),
    ("when is no condition", "rained", Said(),
     ("The/DT/det/2 bridge/NN/nsubj/3 closed=close/VBD/ROOT/0 when/WRB/advmod/6 it/PRP/nsubj/6 "
      "rained=rain/VBD/advcl/3")),
    ("let them is done", "leave", Said(),
     "They/PRP/nsubj/2 let/VBD/ROOT/0 him=he/PRP/nsubj/4 leave/VB/ccomp/2"),
    ("not let them is not done", "leave", Said(modality="hypothetical", cues="let"),
     "They/PRP/nsubj/4 did=do/VBD/aux/4 not/RB/neg/4 let/VB/ROOT/0 him=he/PRP/nsubj/6 leave/VB/ccomp/4"),
    ("speaker", "closed", Said(speaker="nurse", cues="said"),
     ("The/DT/det/2 nurse/NN/nsubj/3 said=say/VBD/ROOT/0 the/DT/det/5 bridge/NN/nsubjpass/7 was=be/VBD/auxpass/7 "
      "closed=close/VBN/ccomp/3")),
    ("speaker and plan", "close", Said(modality="planned", speaker="firm", cues="said would"),
     "The/DT/det/2 firm/NN/nsubj/3 said=say/VBD/ROOT/0 it/PRP/nsubj/6 would/MD/aux/6 close/VB/ccomp/3"),
    ("claim is a hedge", "was", Said(modality="hedged", speaker="mayor", cues="claimed"),
     ("The/DT/det/2 mayor/NN/nsubj/3 claimed=claim/VBD/ROOT/0 that/IN/mark/7 the/DT/det/6 mine/NN/nsubj/7 "
      "was=be/VBD/ccomp/3 safe/JJ/acomp/7")),
    ("denial in speech", "sold", Said(denied_by="nurse", cues="denied"),
     ("The/DT/det/2 nurse/NN/nsubj/3 denied=deny/VBD/ROOT/0 that/IN/mark/8 the/DT/det/6 mine/NN/nsubjpass/8 "
      "was=be/VBD/auxpass/8 sold=sell/VBN/ccomp/3")),
    ("denied doing", "taking", Said(denied_by="firm", cues="denied"),
     "The/DT/det/2 firm/NN/nsubj/3 denied=deny/VBD/ROOT/0 taking=take/VBG/xcomp/3 bribes=bribe/NNS/dobj/4"),
    ("speaker behind the quotation", "is", Said(speaker="mayor", cues="said"),
     ("\"/``/punct/10 The/DT/det/3 mine/NN/nsubj/4 is=be/VBZ/ccomp/10 safe/JJ/acomp/4 ,/,/punct/10 \"/''/punct/10 "
      "the/DT/det/9 mayor/NN/nsubj/10 said=say/VBD/ROOT/0")),
    ("speaker in parenthesis", "failed", Said(speaker="he", cues="said"),
     ("The/DT/det/2 plan/NN/nsubj/8 ,/,/punct/5 he/PRP/nsubj/5 said=say/VBD/parataxis/8 ,/,/punct/5 "
      "has=have/VBZ/aux/8 failed=fail/VBN/ROOT/0")),
    ("according to", "sold", Said(speaker="nurse", cues="according"),
     ("The/DT/det/2 mine/NN/nsubjpass/4 was=be/VBD/auxpass/4 sold=sell/VBN/ROOT/0 ,/,/punct/4 "
      "according=accord/VBG/prep/4 to/IN/prep/6 the/DT/det/9 nurse/NN/pobj/7")),
    ("too much for it is said by the relation", "lift", Said(),
     ("He/PRP/nsubj/2 was=be/VBD/ROOT/0 too/RB/advmod/4 weak/JJ/acomp/2 to/TO/aux/6 lift/VB/xcomp/4 "
      "crates=crate/NNS/dobj/6")),
    ("rather than", "sell", Said(negated=True, cues="rather"),
     ("They/PRP/nsubj/2 burned=burn/VBD/ROOT/0 it/PRP/dobj/2 rather/RB/advmod/5 than/IN/cc/2 sell/VB/conj/2 "
      "tea/NN/dobj/6")),
    ("either of two deeds", "sell", Said(modality="hedged", cues="either"),
     ("The/DT/det/2 firm/NN/nsubj/5 will/MD/aux/5 either/CC/preconj/5 sell/VB/ROOT/0 tea/NN/dobj/5 or/CC/cc/5 "
      "close/VB/conj/5 mines=mine/NNS/dobj/8")),
    ("has to", "pay", Said(modality="hypothetical", cues="has"),
     "The/DT/det/2 firm/NN/nsubj/3 has=have/VBZ/ROOT/0 to/TO/aux/5 pay/VB/xcomp/3 fines=fine/NNS/dobj/5"),
    ("impersonal report", "sold", Said(modality="hedged", cues="believed"),
     ("It/PRP/nsubjpass/3 is=be/VBZ/auxpass/3 believed=believe/VBN/ROOT/0 that/IN/mark/6 they/PRP/nsubj/6 "
      "sold=sell/VBD/ccomp/3 tea/NN/dobj/6")),
    ("what cannot speak is no speaker", "sold", Said(),
     ("The/DT/det/2 process/NN/nsubj/3 showed=show/VBD/ROOT/0 they/PRP/nsubj/5 sold=sell/VBD/ccomp/3 "
      "tea/NN/dobj/5")),
    ("reporting verb itself", "said", Said(),
     ("The/DT/det/2 nurse/NN/nsubj/3 said=say/VBD/ROOT/0 that/IN/mark/7 the/DT/det/6 bridge/NN/nsubj/7 "
      "was=be/VBD/ccomp/3 safe/JJ/acomp/7")),
]  # fmt: skip


@pytest.mark.parametrize(("head", "expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in VERBS])
def test_how_a_verb_is_said(head: str, expected: Said, written: str) -> None:
    assert said(parsed(written), head) == expected


def test_a_quotation_gives_the_speaker_of_all_its_sentences() -> None:
    doc = parsed("She/PRP/nsubj/2 said=say/VBD/ROOT/0 They/PRP/nsubj/4 sold=sell/VBD/ROOT/0 tea/NN/dobj/4")
    doc._.kg_quotations = (Quotation(2, 5, 0, 1),)
    assert said(doc, "sold") == Said(speaker="She", cues="said")


NOUNS = [
    ("alleged", "attack", "event-noun", Said(modality="hedged", cues="alleged"),
     ("The/DT/det/2 firm/NN/poss/5 's/POS/case/2 alleged=allege/VBN/amod/5 attack/NN/nsubj/8 on/IN/prep/5 "
      "Norland/NNP/pobj/6 failed=fail/VBD/ROOT/0")),
    ("suspected", "attack", "event-noun", Said(modality="hedged", cues="suspected"),
     ("The/DT/det/3 suspected=suspect/VBN/amod/3 attack/NN/nsubj/9 by/IN/prep/3 Norland/NNP/pobj/4 on/IN/prep/3 "
      "the/DT/det/8 mine/NN/pobj/6 failed=fail/VBD/ROOT/0")),
    ("planned", "cuts", "event-noun", Said(modality="planned", cues="planned"),
     ("The/DT/det/2 firm/NN/nsubj/3 announced=announce/VBD/ROOT/0 planned=plan/VBN/amod/5 cuts=cut/NNS/dobj/3 "
      "to/IN/prep/5 wages=wage/NNS/pobj/6")),
    ("denied in a relative clause", "links", "event-noun", Said(denied_by="mayor", cues="denies"),
     ("The/DT/det/2 bank/NN/poss/4 's/POS/case/2 links=link/NNS/nsubj/14 to/IN/prep/4 the/DT/det/7 army/NN/pobj/5 "
      ",/,/punct/4 which/WDT/dobj/12 the/DT/det/11 mayor/NN/nsubj/12 denies=deny/VBZ/relcl/4 ,/,/punct/4 "
      "ended=end/VBD/ROOT/0")),
    ("object of a denying verb", "links", "event-noun", Said(denied_by="mayor", cues="denied"),
     ("The/DT/det/2 mayor/NN/nsubj/3 denied=deny/VBD/ROOT/0 the/DT/det/5 bank/NN/poss/7 's/POS/case/5 "
      "links=link/NNS/dobj/3 to/IN/prep/7 the/DT/det/10 army/NN/pobj/8")),
    ("an event in reported speech", "links", "event-noun", Said(speaker="mayor", cues="said"),
     ("The/DT/det/2 mayor/NN/nsubj/3 said=say/VBD/ROOT/0 that/IN/mark/12 the/DT/det/6 bank/NN/poss/8 's/POS/case/6 "
      "links=link/NNS/nsubj/12 to/IN/prep/8 the/DT/det/11 army/NN/pobj/9 ended=end/VBD/ccomp/3")),
    ("a modal is said of the verb, not of its object", "links", "event-noun", Said(),
     ("The/DT/det/2 bank/NN/nsubj/4 may/MD/aux/4 end/VB/ROOT/0 its/PRP$/poss/6 links=link/NNS/dobj/4 to/IN/prep/6 "
      "the/DT/det/9 army/NN/pobj/7")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("head", "rule", "expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in NOUNS]
)
def test_how_a_noun_is_said(head: str, rule: str, expected: Said, written: str) -> None:
    assert said(parsed(written), head, rule) == expected


OR = "The/DT/det/2 thief/NN/nsubj/3 took=take/VBD/ROOT/0 tea/NN/dobj/3 or/CC/cc/4 gold/NN/conj/4"
AND = "The/DT/det/2 thief/NN/nsubj/3 took=take/VBD/ROOT/0 tea/NN/dobj/3 and/CC/cc/4 gold/NN/conj/4"


@pytest.mark.parametrize(
    ("written", "before", "after"),
    [
        pytest.param(OR, Factuality(), "hedged", id="one of two"),
        pytest.param(AND, Factuality(), "asserted", id="both"),
        pytest.param(OR, Factuality(negated=True), "asserted", id="neither"),
        pytest.param(OR, Factuality(modality="planned"), "planned", id="planned"),
    ],
)
def test_what_is_one_of_several_is_only_possible(written: str, before: Factuality, after: str) -> None:
    doc = parse_of(parsed(written))
    made = either_or(before, [doc[3], doc[5]])
    assert made.modality == after
    assert [cue.text for cue in made.cues] == (["or"] if after == "hedged" else [])
    assert either_or(before, [doc[3]]) == before
