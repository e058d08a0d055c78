import pytest

from kg.read.sentences import is_code, is_ended, is_sentence, is_table

SENTENCES = [
    "The ban takes effect on Thursday.",
    "He resigned.",
    "Prices have doubled.",
    "“We will fight”",
    "The minister wrote on her page:",
    "By 1965, the school had closed its doors for good. [6]",
    "Somehow we have mended a boat that was not broken but simply old",
    "She said, “The harbour is ours to keep.”",
]
NO_SENTENCES = [
    "",
    "—",
    "Introduction.",
    "Good morning.",
    "Video games, movies and more",
    "Map of the harbour",
    "Group G — Tunisia 1 – 2 England",
    "red / green / blue",
    "2013",
    "Harbour council to vote on ferry plan after long delay",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(text: str) -> None:
    assert is_sentence(text)


@pytest.mark.parametrize("text", NO_SENTENCES)
def test_no_sentences(text: str) -> None:
    assert not is_sentence(text)


def test_a_long_menu_is_no_running_text() -> None:
    assert not is_sentence("News Sport Ferries of the North Arts and Letters " * 5)


@pytest.mark.parametrize(
    "text", ["Hale; Moore, Adeyemi, Short (capt); Lind.", "Goals: Hale (3, 12), Lind (80).", "12 4 3 9"]
)
def test_rows_of_names_and_figures(text: str) -> None:
    assert is_table(text)
    assert not is_sentence(text)


@pytest.mark.parametrize("text", ["IBM bought Sun, Red Hat and Lotus in Armonk.", "He sold 12 of 30."])
def test_sentences_are_no_rows(text: str) -> None:
    assert not is_table(text)


@pytest.mark.parametrize(
    "text", ["total += fares[i].price; n = n + 1; x = n;", "{'a': {'b': c}}", "std::cout << x << y;"]
)
def test_code(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize("text", ["They married in 2014. [17] [18] [19]", "It cost $5m, $6m or $7m.", "**He** *left*."])
def test_text_with_marks_is_no_code(text: str) -> None:
    assert not is_code(text)


@pytest.mark.parametrize(
    ("text", "ended"), [("He left.", True), ("He left;", True), ("He left --", True), ("He left", False)]
)
def test_is_ended(text: str, ended: bool) -> None:
    assert is_ended(text) == ended


def test_long_text_without_a_full_stop_is_running_text() -> None:
    assert is_sentence("the ferry left the pier " * 6)
    assert not is_sentence("the ferry left the pier " * 2)
