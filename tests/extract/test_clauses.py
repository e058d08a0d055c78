import pytest

from kg.extract.clauses import verb_predications
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed

PREDICATIONS = [
    ("active", "active: ministry | fine",
     "The/DT/det/2 ministry/NN/nsubj/3 fined=fine/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3"),
    ("passive", "passive: bridge | be closed",
     "The/DT/det/2 bridge/NN/nsubjpass/4 was=be/VBD/auxpass/4 closed=close/VBN/ROOT/0"),
    ("copula", "copular: Norlin | be",
     "Norlin/NN/nsubj/2 is=be/VBZ/ROOT/0 a/DT/det/4 firm/NN/attr/2"),
    ("mistaken lemma", "active: ministry | fine",
     "The/DT/det/2 ministry/NN/nsubj/3 fined=fin/VBD/ROOT/0 the/DT/det/5 bank/NN/dobj/3"),
    ("infinitive", "active: firm | vow to keep operating",
     "The/DT/det/2 firm/NN/nsubj/3 vowed=vow/VBD/ROOT/0 to/TO/aux/5 keep/VB/xcomp/3 operating=operate/VBG/xcomp/5"),
    ("passive infinitive", "passive: firm | hope to be sell",
     "The/DT/det/2 firm/NN/nsubj/3 hopes=hope/VBZ/ROOT/0 to/TO/aux/6 be/VB/auxpass/6 sold=sell/VBN/xcomp/3"),
    ("raised passive", "active: firm | be believe to own",
     ("The/DT/det/2 firm/NN/nsubjpass/4 is=be/VBZ/auxpass/4 believed=believe/VBN/ROOT/0 to/TO/aux/6 own/VB/xcomp/4 "
      "a/DT/det/8 mine/NN/dobj/6")),
    ("negating verb", "active: firm | deliver",
     ("The/DT/det/2 firm/NN/nsubj/3 failed=fail/VBD/ROOT/0 to/TO/aux/5 deliver/VB/xcomp/3 the/DT/det/7 "
      "tea/NN/dobj/5")),
    ("denying verb", "active: firm | take",
     "The/DT/det/2 firm/NN/nsubj/3 denied=deny/VBD/ROOT/0 taking=take/VBG/xcomp/3 bribes=bribe/NNS/dobj/4"),
    ("bridge adjective", "active: firm | be ready to pay",
     "The/DT/det/2 firm/NN/nsubj/3 is=be/VBZ/ROOT/0 ready/JJ/acomp/3 to/TO/aux/6 pay/VB/xcomp/4"),
    ("adjective about the object", "copular: firm | be",
     "The/DT/det/2 firm/NN/nsubj/3 is=be/VBZ/ROOT/0 easy/JJ/acomp/3 to/TO/aux/6 please/VB/xcomp/4"),
    ("particle", "active: nurse | give up",
     "The/DT/det/2 nurse/NN/nsubj/3 gave=give/VBD/ROOT/0 up/RP/prt/3 her/PRP$/poss/6 job/NN/dobj/3"),
    ("particle adverb", "active: nurse | call back",
     "The/DT/det/2 nurse/NN/nsubj/3 called=call/VBD/ROOT/0 him=he/PRP/dobj/3 back/RB/advmod/3"),
    ("object control", "active: She | ask; active: council | act",
     "She/PRP/nsubj/2 asked=ask/VBD/ROOT/0 the/DT/det/4 council/NN/dobj/2 to/TO/aux/6 act/VB/xcomp/2"),
    ("coordination", "active: court | hear; active: court | reject",
     ("The/DT/det/2 court/NN/nsubj/3 heard=hear/VBD/ROOT/0 and/CC/cc/3 rejected=reject/VBD/conj/3 the/DT/det/7 "
      "appeal/NN/dobj/5")),
    ("coordinated passive", "passive: It | be found; passive: It | be sell",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 founded=found/VBN/ROOT/0 in/IN/prep/3 1997/CD/pobj/4 and/CC/cc/3 "
      "sold=sell/VBN/conj/3 in/IN/prep/7 2010/CD/pobj/8")),
    ("coordinated infinitive", "active: firm | hope to grow; active: firm | hope to expand",
     "The/DT/det/2 firm/NN/nsubj/3 hopes=hope/VBZ/ROOT/0 to/TO/aux/5 grow/VB/xcomp/3 and/CC/cc/5 expand/VB/conj/5"),
    ("opening participle is none", "active: firm | pay",
     ("Starting=start/VBG/advcl/8 from/IN/prep/1 July/NNP/pobj/2 ,/,/punct/8 the/DT/det/6 firm/NN/nsubj/8 "
      "will/MD/aux/8 pay/VB/ROOT/0")),
    ("no subject, no predication", "",
     "Close/VB/ROOT/0 the/DT/det/3 door/NN/dobj/1"),
    ("participle as adjective is none", "active: door | close",
     "The/DT/det/3 broken/VBN/amod/3 door/NN/nsubj/4 closed=close/VBD/ROOT/0"),
    ("lexical participle", "passive: She | be born",
     "She/PRP/nsubjpass/3 was=be/VBD/auxpass/3 born=bear/VBN/ROOT/0 in/IN/prep/3 Lyon/NNP/pobj/4"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in PREDICATIONS])
def test_verbs_and_their_subjects(expected: str, written: str) -> None:
    found = verb_predications(parse_of(parsed(written)))
    assert "; ".join(f"{p.voice}: {p.subject.text} | {p.name}" for p in found) == expected


WORDS = [
    ("auxiliaries and negation", "has not been sold",
     "The/DT/det/2 firm/NN/nsubjpass/6 has=have/VBZ/aux/6 not/RB/neg/6 been=be/VBN/auxpass/6 sold=sell/VBN/ROOT/0"),
    ("chain", "vowed to keep operating",
     "The/DT/det/2 firm/NN/nsubj/3 vowed=vow/VBD/ROOT/0 to/TO/aux/5 keep/VB/xcomp/3 operating=operate/VBG/xcomp/5"),
    ("bridge", "is ready to pay",
     "The/DT/det/2 firm/NN/nsubj/3 is=be/VBZ/ROOT/0 ready/JJ/acomp/3 to/TO/aux/6 pay/VB/xcomp/4"),
    ("particle apart", "gave up",
     "The/DT/det/2 nurse/NN/nsubj/3 gave=give/VBD/ROOT/0 her/PRP$/poss/5 job/NN/dobj/3 up/RP/prt/3"),
]  # fmt: skip


@pytest.mark.parametrize(("expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in WORDS])
def test_words_of_a_predicate(expected: str, written: str) -> None:
    (predication,) = verb_predications(parse_of(parsed(written)))
    assert " ".join(token.text for token in predication.words) == expected


def test_second_verb_shares_the_auxiliary_of_the_first() -> None:
    _, second = verb_predications(
        parse_of(
            parsed(
                "It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 founded=found/VBN/ROOT/0 in/IN/prep/3 1997/CD/pobj/4 "
                "and/CC/cc/3 sold=sell/VBN/conj/3 in/IN/prep/7 2010/CD/pobj/8"
            )
        )
    )
    assert [token.text for token in second.words] == ["was", "sold"]


def test_what_stands_before_a_coordination_holds_for_all_its_verbs() -> None:
    doc = parsed(
        ("In/IN/prep/5 May/NNP/pobj/1 ,/,/punct/5 she/PRP/nsubj/5 came=come/VBD/ROOT/0 and/CC/cc/5 went=go/VBD/conj/5"),
        times={"May": "2024-05"},
    )
    found = [[(a.role, a.head.text) for a in p.arguments] for p in verb_predications(parse_of(doc))]
    assert found == [[("in", "May")]] * 2


def test_attribution_is_no_argument() -> None:
    (predication,) = verb_predications(
        parse_of(
            parsed(
                "According=accord/VBG/prep/8 to/IN/prep/1 the/DT/det/4 nurse/NN/pobj/2 ,/,/punct/8 "
                "the/DT/det/7 bridge/NN/nsubj/8 closed=close/VBD/ROOT/0"
            )
        )
    )
    assert predication.arguments == ()


def test_governor_is_the_top_and_head_the_last_of_a_chain() -> None:
    (predication,) = verb_predications(
        parse_of(
            parsed(
                "The/DT/det/2 firm/NN/nsubj/3 vowed=vow/VBD/ROOT/0 to/TO/aux/5 keep/VB/xcomp/3 "
                "operating=operate/VBG/xcomp/5"
            )
        )
    )
    assert (predication.governor.text, predication.head.text) == ("vowed", "operating")
