import pytest

from kg.extract.syntax import child, children, conjuncts, is_verb
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed

AND = "It/PRP/nsubj/2 hurts=hurt/VBZ/ROOT/0 traders=trader/NNS/dobj/2 and/CC/cc/3 banks=bank/NNS/conj/3"
NOT = "It/PRP/nsubj/2 hurts=hurt/VBZ/ROOT/0 traders=trader/NNS/dobj/2 and/CC/cc/3 not/RB/neg/6 banks=bank/NNS/conj/3"
BUT_NOT = (
    "It/PRP/nsubj/2 hurts=hurt/VBZ/ROOT/0 traders=trader/NNS/dobj/2 but/CC/cc/3 not/RB/neg/3 banks=bank/NNS/conj/3"
)
VERB = "It/PRP/nsubj/2 hurts=hurt/VBZ/ROOT/0 and/CC/cc/2 does=do/VBZ/aux/6 not/RB/neg/6 help/VB/conj/2"


@pytest.mark.parametrize(
    ("written", "head", "found"),
    [(AND, 2, "traders banks"), (NOT, 2, "traders"), (BUT_NOT, 2, "traders"), (VERB, 1, "hurts help")],
)
def test_what_is_coordinated_and_not_excluded(written: str, head: int, found: str) -> None:
    assert " ".join(word.text for word in conjuncts(parse_of(parsed(written))[head])) == found


def test_children_are_asked_by_their_labels() -> None:
    parse = parse_of(parsed(VERB))
    assert child(parse[1], "conj", "cc") == parse[2]
    assert children(parse[5], "neg", "aux") == [parse[3], parse[4]]


def test_a_repair_tells_what_is_a_verb() -> None:
    parse = parse_of(
        parsed("Towers=tower/NNS/nsubj/2 collect/VBP/ROOT/0 and/CC/cc/2 store/NN/compound/5 rain/NN/conj/2")
    )
    assert [word.text for word in parse if is_verb(word)] == ["collect", "store"]
