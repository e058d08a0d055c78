"""Each repair puts right one error of the parser, and leaves what only looks like it."""

import pytest

from kg.annotate.parse import parse_of
from kg.annotate.repairs import REPAIRS
from tests.extract.documents import parsed

MENDED = [
    ("passive-behind-copula", "owned", "owned", "ROOT",
     ("It/PRP/nsubj/2 was=be/VBD/ROOT/0 state/NN/npadvmod/4 owned=own/VBN/acomp/2 by/IN/agent/4 them/PRP/pobj/5 "
      "then/RB/advmod/2")),
    ("passive-behind-copula", "was", "owned", "auxpass",
     ("Firms=firm/NNS/nsubj/2 say/VBP/ROOT/0 it/PRP/nsubj/4 was=be/VBD/ccomp/2 owned=own/VBN/acomp/4 by/IN/agent/5 "
      "them/PRP/pobj/6")),
    ("parallel-verb", "failed", "known", "conj",
     ("Judges=judge/NNS/nsubj/2 found=find/VBD/ROOT/0 they/PRP/nsubj/5 had=have/VBD/aux/5 known=know/VBN/ccomp/2 "
      "it/PRP/dobj/5 and/CC/cc/2 had=have/VBD/aux/9 failed=fail/VBN/conj/2")),
    ("parallel-tense", "sued", "denies", "conj",
     ("He/PRP/nsubj/2 denies=deny/VBZ/ROOT/0 they/PRP/nsubj/4 lied=lie/VBD/ccomp/2 and/CC/cc/4 has=have/VBZ/aux/7 "
      "sued=sue/VBN/conj/4 them/PRP/dobj/7")),
    ("reduced-report", "thought", "cable", "acl",
     ("They/PRP/nsubj/2 mend/VBP/ROOT/0 the/DT/det/4 cable/NN/dobj/2 ,/,/punct/2 thought=think/VBD/conj/2 to/TO/aux/9 "
      "be/VB/auxpass/9 cut/VBN/xcomp/6")),
    ("measured-quality", "metres", "long", "npadvmod",
     "It/PRP/nsubj/2 is=be/VBZ/ROOT/0 two/CD/nummod/4 metres=metre/NNS/nsubj/5 long/JJ/acomp/2"),
    ("misread-object", "debut", "made", "dobj",
     "She/PRP/nsubj/2 made=make/VBD/ROOT/0 her/PRP$/poss/4 debut/NN/ccomp/2 in/IN/prep/2 Lyon/NNP/pobj/5"),
    ("torn-noun-phrase", "magnitude", "quake", "compound",
     "A/DT/det/2 magnitude/NN/nsubj/5 6.1/CD/nummod/4 quake/NN/nsubj/5 struck=strike/VBD/ROOT/0"),
    ("torn-range", "8", "5", "conj",
     ("It/PRP/nsubj/2 made=make/VBD/ROOT/0 profit/NN/dobj/2 of/IN/prep/3 between/IN/quantmod/6 5/CD/pobj/4 "
      "and/CC/cc/3 8/CD/conj/3")),
]  # fmt: skip
LEFT = [
    ("both verbs have the auxiliary", "failed",
     ("Judges=judge/NNS/nsubj/3 had=have/VBD/aux/3 found=find/VBN/ROOT/0 they/PRP/nsubj/6 had=have/VBD/aux/6 "
      "known=know/VBN/ccomp/3 it/PRP/dobj/6 and/CC/cc/3 had=have/VBD/aux/10 failed=fail/VBN/conj/3")),
    ("the verb has a subject", "failed",
     ("Judges=judge/NNS/nsubj/2 found=find/VBD/ROOT/0 they/PRP/nsubj/5 had=have/VBD/aux/5 known=know/VBN/ccomp/2 "
      "it/PRP/dobj/5 and/CC/cc/2 we/PRP/nsubj/10 had=have/VBD/aux/10 failed=fail/VBN/conj/2")),
    ("somebody thinks to do it", "thought",
     "They/PRP/nsubj/4 rose=rise/VBD/ROOT/0 ,/,/punct/2 thought=think/VBD/conj/2 to/TO/aux/6 leave/VB/xcomp/4"),
    ("a subject that is measured", "metres",
     "Two/CD/nummod/2 metres=metre/NNS/nsubj/3 are=be/VBP/ROOT/0 enough/JJ/acomp/3"),
    ("a name beside a description", "winner",
     "The/DT/det/2 winner/NN/nsubj/5 Ana/NNP/compound/4/PERSON Silva/NNP/nsubj/5/PERSON spoke=speak/VBD/ROOT/0"),
    ("a participle without an agent", "tired",
     "She/PRP/nsubj/2 was=be/VBD/ROOT/0 tired=tire/VBN/acomp/2 of/IN/prep/3 tea/NN/pobj/4"),
    ("a clause without its verb", "judge",
     "She/PRP/nsubj/2 made=make/VBD/ROOT/0 him/PRP/nsubj/5 a/DT/det/5 judge/NN/ccomp/2"),
    ("two things", "tea",
     ("It/PRP/nsubj/2 made=make/VBD/ROOT/0 plates=plate/NNS/dobj/2 of/IN/prep/3 gold/NN/pobj/4 and/CC/cc/3 "
      "tea/NN/conj/3")),
]  # fmt: skip


@pytest.mark.parametrize(("repair", "word", "head", "dependency", "written"), MENDED)
def test_error_is_put_right(repair: str, word: str, head: str, dependency: str, written: str) -> None:
    parse = parse_of(parsed(written))
    (mended,) = [token for token in parse if token.text == word]
    assert (mended.head.text, mended.dep_) == (head, dependency)
    assert parse.repaired[mended.i] == repair
    assert set(parse.repaired.values()) == {repair}
    assert mended.head is mended or mended in mended.head.children
    assert all(token in token.head.children for token in parse if token.head is not token)


@pytest.mark.parametrize(("word", "written"), [pytest.param(*case[1:], id=case[0]) for case in LEFT])
def test_what_only_looks_like_an_error_is_left(word: str, written: str) -> None:
    parse = parse_of(parsed(written))
    assert word in [token.text for token in parse]
    assert parse.repaired == {}


def test_every_repair_is_tested() -> None:
    assert list(dict.fromkeys(repair for repair, *_ in MENDED)) == list(REPAIRS)
