import pytest

from kg.extract.clauses import verb_predication
from kg.extract.objects import core_pairs, lacks_content, object_heads
from kg.extract.predications import Argument
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed, word

CASES = [
    ("a phrase in front stays a circumstance", "sang", "sing with choir",
     "In/IN/prep/4 spring/NN/pobj/1 they/PRP/nsubj/4 sang=sing/VBD/ROOT/0 with/IN/prep/4 a/DT/det/7 choir/NN/pobj/5"),
    ("a phrase in front where there is no other", "sang", "sing in spring",
     "In/IN/prep/4 spring/NN/pobj/1 they/PRP/nsubj/4 sang=sing/VBD/ROOT/0"),
    ("no purpose in front of the verb", "sang", "",
     "For/IN/prep/4 peace/NN/pobj/1 they/PRP/nsubj/4 sang=sing/VBD/ROOT/0"),
    ("who does it", "closed", "close It",
     "It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 closed=close/VBN/ROOT/0 by/IN/agent/3 rebels=rebel/NNS/pobj/4"),
    ("by in front of the verb", "closed", "be closed by dawn",
     "By/IN/agent/5 dawn/NN/pobj/1 it/PRP/nsubjpass/5 was=be/VBD/auxpass/5 closed=close/VBN/ROOT/0"),
    ("who does it in a chain of verbs", "close", "be ask to close by rebels",
     ("It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 asked=ask/VBN/ROOT/0 to/TO/aux/5 close/VB/xcomp/3 by/IN/agent/3 "
      "rebels=rebel/NNS/pobj/6")),
    ("no place of what is said", "said", "",
     ("He/PRP/nsubj/2 said=say/VBD/ROOT/0 in/IN/prep/2 Lyon/NNP/pobj/3 it/PRP/nsubj/6 fell=fall/VBD/ccomp/2")),
    ("no place of a quotation", "said", "",
     "He/PRP/nsubj/2 said=say/VBD/ROOT/0 in/IN/prep/2 Lyon/NNP/pobj/3"),
    ("a topic of what is said", "said", "say about tax",
     "He/PRP/nsubj/2 said=say/VBD/ROOT/0 much/RB/advmod/2 about/IN/prep/2 tax/NN/pobj/4"),
    ("no place beside a clause", "proved", "",
     "He/PRP/nsubj/2 proved=prove/VBD/ROOT/0 in/IN/prep/2 Lyon/NNP/pobj/3 it/PRP/nsubj/6 fell=fall/VBD/ccomp/2"),
    ("no place of what is asked", "require", "",
     "what/WP/dobj/3 they/PRP/nsubj/3 require/VBP/ROOT/0 on/IN/prep/3 Sundays/NN/pobj/4"),
    ("no limit", "leave", "leave by stairs",
     ("They/PRP/nsubj/2 leave/VBP/ROOT/0 in/IN/prep/2 case/NN/pobj/3 of/IN/prep/4 fire/NN/pobj/5 by/IN/prep/2 "
      "stairs/NNS/pobj/7")),
    ("of only behind verbs that ask for it", "came", "come from Lyon",
     "It/PRP/nsubj/2 came=come/VBD/ROOT/0 from/IN/prep/2 Lyon/NNP/pobj/3 of/IN/prep/2 gold/NN/pobj/5"),
    ("of directly behind the verb", "made", "be make of gold",
     "It/PRP/nsubjpass/3 was=be/VBD/auxpass/3 made=make/VBN/ROOT/0 of/IN/prep/3 gold/NN/pobj/4"),
    ("a place beside a place", "came", "come from Lyon",
     "It/PRP/nsubj/2 came=come/VBD/ROOT/0 from/IN/prep/2 Lyon/NNP/pobj/3 ,/,/punct/2 near/IN/prep/2 Brno/NNP/pobj/6"),
    ("an origin of what there is", "were", "",
     ("There/EX/expl/2 were=be/VBD/ROOT/0 protests=protest/NNS/attr/2 by/IN/prep/3 farmers=farmer/NNS/pobj/4")),
    ("the hearer alone is no object", "told", "",
     "He/PRP/nsubj/2 told=tell/VBD/ROOT/0 reporters=reporter/NNS/dobj/2"),
    ("the hearer of an order", "told", "tell reporters",
     ("He/PRP/nsubj/2 told=tell/VBD/ROOT/0 reporters=reporter/NNS/dobj/2 to/TO/aux/5 leave/VB/xcomp/2")),
    ("the hearer of a topic", "informed", "inform reporters",
     "He/PRP/nsubj/2 informed=inform/VBD/ROOT/0 reporters=reporter/NNS/dobj/2 of/IN/prep/2 cuts=cut/NNS/pobj/4"),
    ("what is told", "told", "tell lies",
     "He/PRP/nsubj/2 told=tell/VBD/ROOT/0 reporters=reporter/NNS/dative/2 lies=lie/NNS/dobj/2"),
    ("a question is asked", "asked", "ask questions",
     "He/PRP/nsubj/2 asked=ask/VBD/ROOT/0 questions=question/NNS/dobj/2"),
]  # fmt: skip


@pytest.mark.parametrize(("verb", "expected", "written"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_what_becomes_the_object_of_a_claim(verb: str, expected: str, written: str) -> None:
    predication = verb_predication(word(parsed(written), verb))
    pairs = core_pairs(predication) if predication is not None else ()
    assert ", ".join(f"{name} {target.head.text}" for _, name, target in pairs) == expected


def test_a_conjunct_with_its_own_phrase_is_the_subject_of_a_clause_without_verb() -> None:
    doc = parse_of(
        parsed(
            "Gold/NN/nsubj/2 went=go/VBD/ROOT/0 to/IN/prep/2 Norland/NNP/pobj/3 and/CC/cc/4 silver/NN/conj/4 "
            "to/IN/prep/6 Estland/NNP/pobj/7"
        )
    )
    assert object_heads(Argument("to", doc[3], (doc[2],))) == [doc[3]]


CONTENT = (
    "She/PRP/nsubj/2 came=come/VBD/ROOT/0 to/IN/prep/2 the/DT/det/5 view/NN/pobj/3 that/IN/mark/8 "
    "prices=price/NNS/nsubj/8 fell=fall/VBD/acl/5"
)
NO_CONTENT = "She/PRP/nsubj/2 came=come/VBD/ROOT/0 to/IN/prep/2 a/DT/det/5 conclusion/NN/pobj/3"
DENIED = (
    "She/PRP/nsubj/2 denied=deny/VBD/ROOT/0 the/DT/det/4 claim/NN/dobj/2 that/IN/mark/7 prices=price/NNS/nsubj/7 "
    "fell=fall/VBD/acl/4"
)


@pytest.mark.parametrize(
    ("written", "verb", "noun", "expected"),
    [(CONTENT, 1, 4, True), (NO_CONTENT, 1, 4, False), (DENIED, 1, 3, False)],
)
def test_a_noun_of_content_says_nothing_without_it(written: str, verb: int, noun: int, expected: bool) -> None:
    doc = parse_of(parsed(written))
    predication = verb_predication(doc[verb])
    assert predication is not None
    assert lacks_content(predication, doc[noun]) == expected
