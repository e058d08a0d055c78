import pytest

from kg.extract.lemmas import base_form
from tests.extract.documents import parsed, word


@pytest.mark.parametrize(
    ("form", "lemma", "expected"),
    [
        ("born", "bear", "born"),
        ("based", "base", "based"),
        ("fined", "fin", "fine"),
        ("hopes", "hop", "hope"),
        ("hops", "hop", "hop"),
        ("missing", "miss", "miss"),
        ("ran", "run", "run"),
        ("’s", "’s", "be"),
        ("’s", "’", "be"),
    ],
)
def test_base_forms(form: str, lemma: str, expected: str) -> None:
    doc = parsed(f"She/PRP/nsubj/2 {form}={lemma}/VBD/ROOT/0")
    assert base_form(word(doc, form)) == expected


def test_missing_is_an_adjective_behind_be() -> None:
    doc = parsed("They/PRP/nsubj/3 are=be/VBP/aux/3 missing=miss/VBG/ROOT/0")
    assert base_form(word(doc, "missing")) == "missing"
