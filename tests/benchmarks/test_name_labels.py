"""The training data for the weights of name labels."""

from training.name_labels import Example as Row
from training.name_labels import Marked, Text, document_of_text, report, trained, with_other_names

TEXT = Text(
    "d",
    [["Ana", "Silva", "(", "34", ")", "left", "Varn", "."], ["Silva", "'s", "dog", "stayed", "."]],
    [Marked(0, 2, "person"), Marked(6, 7, "place")],
)


def test_words_become_a_text_again() -> None:
    document, starts = document_of_text(TEXT, "d")
    assert document.text == "Ana Silva (34) left Varn. Silva's dog stayed."
    assert [document.text[start] for start in starts] == list("AS(3)lV.S'ds.")


def test_persons_get_other_last_names_wherever_they_stand() -> None:
    changed = with_other_names(TEXT, ["Madrid"], "seed")
    assert [word for sentence in changed.sentences for word in sentence if word == "Madrid"] == ["Madrid", "Madrid"]
    assert changed.sentences[0][6] == "Varn"


def test_what_tells_a_kind_gets_a_weight() -> None:
    rows = [Row("d", "x", {"says": 1.0}, "Person", "Place", copied=False)] * 12
    rows += [Row("e", "y", {"in": 1.0}, "Place", "Place", copied=False)] * 12
    weights = trained(rows)
    assert weights["Person"]["says"] > 0 > weights["Person"]["in"]
    told = list(report([(rows[0], "Person", 0.65), (rows[12], "Place", 0.9)]))
    assert "label 0.500" in told[0]
    assert "1.000: 1 changed, 1 mended, 0 broken" in told[4]
    assert "0.500: 0 changed" in told[5]
