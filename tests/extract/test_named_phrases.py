"""Names in place of the pronouns of phrases, in our own texts."""

from pathlib import Path

import pytest

from kg import Document, build_documents, read_turtle
from kg.export.lookup import Lookup, qualifiers

OPENING = "Ana Silva ran the mill until May. "


def phrases_of(text: str) -> set[str]:
    """Return the objects of a text that are values, and the qualifiers, each in words."""
    graph = build_documents([Document("d", OPENING + text)])
    lookup = Lookup.of(graph, "https://example.org/")
    objects = {getattr(each.object, "value", "") for each in graph.statements}
    return objects | {str(row["text"]) for each in graph.statements for row in qualifiers(each, lookup)}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Bolt closed the plant after she left.", "Ana Silva left"),
        ("Neighbours were sure that she would return to her family.", "sure that Ana Silva would return to her family"),
        ("Neighbours were sure that her firm would recover.", "sure that Ana Silva's firm would recover"),
        ("Bolt closed the plant before Silva left with her family.", "Silva left with her family"),
        ("Bolt closed the plant although nobody told her that it would.", "nobody told her that it would"),
        ("She closed the plant before she left.", "she left"),
        ("Bolt met Ana Silva before she left.", "she left"),
        ("Bolt closed the plant after she, Silva, left.", "she, Silva, left"),
        ("Acme sells coal. Rivals cheered because it lost money.", "it lost money"),
        ("Bolt had nothing to do with her firm.", "anything to do with her firm"),
    ],
)
def test_a_phrase_names_who_its_pronoun_is_unless_the_statement_does(text: str, phrase: str) -> None:
    assert phrase in phrases_of(text)


def test_the_mention_keeps_the_words_of_the_text_and_turtle_the_name(tmp_path: Path) -> None:
    graph = build_documents([Document("d", OPENING + "Bolt closed the plant after she left.")])
    (tmp_path / "graph.ttl").write_text(graph.to_turtle(), encoding="utf-8")
    for each in (graph, read_turtle(tmp_path / "graph.ttl")):
        values = [one.value for claim in each.claims for one in claim.qualifiers if one.role == "after"]
        assert [(one.text, one.wording) for one in values] == [("she left", "Ana Silva left")]
