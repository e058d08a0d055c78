import pytest

from kg.extract.idioms import idiom_part
from tests.extract.documents import parsed


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("It/PRP/nsubj/2 took=take/VBD/ROOT/0 place/NN/dobj/2", "place"),
        ("They/PRP/nsubj/2 made=make/VBD/ROOT/0 sure/JJ/acomp/2", "sure"),
        ("He/PRP/nsubj/2 took=take/VBD/ROOT/0 a/DT/det/4 place/NN/dobj/2", None),
        ("He/PRP/nsubj/2 took=take/VBD/ROOT/0 tea/NN/dobj/2", None),
        ("He/PRP/nsubj/2 saw=see/VBD/ROOT/0 place/NN/dobj/2", None),
        ("They/PRP/nsubj/2 took=take/VBD/ROOT/0", None),
    ],
)
def test_bare_word_that_belongs_to_a_light_verb(written: str, part: str | None) -> None:
    found = idiom_part(parsed(written)[1])
    assert (found.text if found is not None else None) == part
