import pytest

from kg.extract.idioms import idiom_words
from kg.grammar.parse import parse_of
from tests.extract.documents import parsed


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("It/PRP/nsubj/2 took=take/VBD/ROOT/0 place/NN/dobj/2", ["place"]),
        ("They/PRP/nsubj/2 made=make/VBD/ROOT/0 sure/JJ/acomp/2", ["sure"]),
        ("It/PRP/nsubj/2 came=come/VBD/ROOT/0 into/IN/prep/2 force/NN/pobj/3", ["into", "force"]),
        ("It/PRP/nsubj/2 came=come/VBD/ROOT/0 into/IN/prep/2 town/NN/pobj/3", []),
        ("It/PRP/nsubj/2 came=come/VBD/ROOT/0 into/IN/prep/2 force/NN/compound/5 fields/NNS/pobj/3", []),
        ("He/PRP/nsubj/2 took=take/VBD/ROOT/0 a/DT/det/4 place/NN/dobj/2", []),
        ("He/PRP/nsubj/2 took=take/VBD/ROOT/0 tea/NN/dobj/2", []),
        ("He/PRP/nsubj/2 saw=see/VBD/ROOT/0 place/NN/dobj/2", []),
        ("They/PRP/nsubj/2 took=take/VBD/ROOT/0", []),
    ],
)
def test_words_that_belong_to_a_light_verb(written: str, words: list[str]) -> None:
    assert [word.text for word in idiom_words(parse_of(parsed(written))[1])] == words
