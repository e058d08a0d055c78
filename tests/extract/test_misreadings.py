import pytest

from kg.extract.misreadings import MISREADINGS, is_misread
from tests.extract.documents import parsed, word

CASES = [
    ("participial preposition", "depending",
     "It/PRP/nsubj/2 varies=vary/VBZ/ROOT/0 ,/,/punct/2 depending=depend/VBG/advcl/2 on/IN/prep/4 rain/NN/pobj/5"),
    ("impersonal", "is",
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 clear/JJ/acomp/2 that/IN/mark/6 prices=price/NNS/nsubj/6 rise/VBP/ccomp/2")),
    ("impersonal", "is",
     "It/PRP/nsubj/2 is=be/VBZ/ROOT/0 time/NN/attr/2 to/TO/aux/5 leave/VB/relcl/3"),
    ("naming participle", "called",
     ("units=unit/NNS/nsubj/4 of/IN/prep/1 divers=diver/NNS/pobj/2 called=call/VBD/ROOT/0 Seals/NNP/dobj/4")),
    ("torn gerund", "causing",
     ("They/PRP/nsubj/2 ran=run/VBD/ROOT/0 to/IN/prep/2 the/DT/det/5 station/NN/nsubj/6 causing=cause/VBG/pcomp/3 "
      "queues=queue/NNS/dobj/6")),
    ("comparing participle", "measured",
     ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 the/DT/det/4 largest/JJS/attr/2 as/IN/mark/6 measured=measure/VBN/advcl/2 "
      "by/IN/agent/6 staff/NN/pobj/7")),
    ("expected participle", "expected",
     "Laws=law/NNS/nsubj/2 expected=expect/VBD/ROOT/0 next/JJ/amod/4 month/NN/npadvmod/2"),
    ("way of effort", "went",
     ("They/PRP/nsubj/2 went=go/VBD/ROOT/0 out/IN/prep/2 of/IN/prep/3 their/PRP$/poss/6 way/NN/pobj/4 to/TO/aux/8 "
      "help/VB/advcl/2")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "verb", "written"), CASES)
def test_each_test_finds_its_verb(name: str, verb: str, written: str) -> None:
    found = word(parsed(written), verb)
    assert [other for other, fits in MISREADINGS.items() if fits(found)] == [name]


def test_every_test_of_the_table_is_tested() -> None:
    assert list(dict.fromkeys(name for name, *_ in CASES)) == list(MISREADINGS)


@pytest.mark.parametrize(
    ("verb", "written"),
    [
        ("is", "It/PRP/nsubj/2 is=be/VBZ/ROOT/0 ready/JJ/acomp/2"),
        ("is", "It/PRP/nsubj/2 is=be/VBZ/ROOT/0 firm/NN/attr/2 to/TO/aux/5 watch/VB/relcl/3"),
        ("is", ("It/PRP/nsubj/2 is=be/VBZ/ROOT/0 shut/JJ/acomp/2 because/IN/mark/6 it/PRP/nsubj/6 "
                "rains=rain/VBZ/advcl/2")),
        ("called", "Silva/NNP/nsubj/2 called=call/VBD/ROOT/0 Norlin/NNP/dobj/2"),
        ("ending", ("It/PRP/nsubj/2 came=come/VBD/ROOT/0 with/IN/prep/2 Norland/NNP/nsubj/5 ending=end/VBG/pcomp/3")),
        ("founded", ("Norlin/NNP/nsubj/4 ,/,/punct/4 founded=found/VBN/advcl/4 grew=grow/VBD/ROOT/0 as/IN/mark/7 "
                     "it/PRP/nsubj/7 sold=sell/VBD/advcl/4 tea/NN/dobj/7")),
        ("depends", "It/PRP/nsubj/2 depends=depend/VBZ/ROOT/0 on/IN/prep/2 rain/NN/pobj/3"),
    ],
)  # fmt: skip
def test_a_verb_that_says_something_stays(verb: str, written: str) -> None:
    assert not is_misread(word(parsed(written), verb))
