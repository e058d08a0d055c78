import pytest

from kg.read.sentences import is_sentence

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


def test_long_text_without_a_full_stop_is_running_text() -> None:
    assert is_sentence("the ferry left the pier " * 6)
    assert not is_sentence("the ferry left the pier " * 2)
