import pytest

from kg.extract.lemmas import base_form
from tests.extract.documents import parsed, word


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("born", "bear", "born"),
        ("based", "base", "based"),
        ("fined", "fin", "fine"),
        ("ran", "run", "run"),
        ("’s", "’s", "be"),
    ],
)
def test_base_forms(form: str, lemma: str, expected: str) -> None:
    doc = parsed(f"She/PRP/nsubj/2 {form}={lemma}/VBD/ROOT/0")
    assert base_form(word(doc, form)) == expected
