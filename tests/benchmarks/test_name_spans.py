import pytest

from benchmarks.name_spans import Found, Marked, Text, compared, golden, maximal, own_words, paragraphs
from kg.model import Document


@pytest.mark.parametrize(
    ("written", "kind", "own"),
    [
        ("the Bank of Norland", "Organization", "Bank of Norland"),
        ("President Ana Silva 's", "Person", "Ana Silva"),
        ("Norland 's", "Place", "Norland"),
        ("President", "Person", "President"),
    ],
)
def test_a_name_is_without_article_title_and_possessive_mark(written: str, kind: str, own: str) -> None:
    words = written.split()
    start, end = own_words(words, kind)
    assert " ".join(words[start:end]) == own


def test_noun_phrases_with_a_name_in_them_are_no_names() -> None:
    words = ["the", "mayor", "of", "Varn", "met", "Ana", "Silva", "'s", "dog", "in", "May"]
    named = [(0, 4, "person", True), (3, 4, "place", True), (5, 9, "animal", True), (5, 8, "person", True),
             (10, 11, "time", True)]  # fmt: skip
    assert list(golden(words, named)) == [(3, 4, "Place"), (5, 7, "Person")]


def test_a_name_in_a_longer_one_is_left_out() -> None:
    named = [(0, 3, "organization", True), (2, 3, "place", True)]
    assert maximal(Marked(*one) for one in golden(["Museum", "of", "Norland"], named)) == [Marked(0, 3, "Organization")]


def test_what_became_of_each_name() -> None:
    gold = [Marked(0, 5, ""), Marked(10, 20, ""), Marked(30, 35, ""), Marked(40, 45, ""), Marked(60, 65, "")]
    ours = [Marked(0, 5, ""), Marked(10, 15, ""), Marked(28, 35, ""), Marked(42, 48, ""), Marked(50, 55, "")]
    text = Text(Document("d", "x" * 80), gold, gold, "gum")
    found = [*compared(ours, text)]
    assert [one.what for one in found] == ["exact", "cut", "padded", "crossing", "extra", "missed"]
    assert found[-1] == Found("missed", None, gold[-1])


def test_each_line_is_a_paragraph() -> None:
    document = Document("d", "A day\nAna left. Bo stayed.\n")
    assert [document.text[one.start : one.end] for one in paragraphs(document)] == ["A day", "Ana left. Bo stayed."]
