"""Referents of "we" in quotations, in our own texts."""

from pathlib import Path

import pytest

from kg import Document, KnowledgeGraph, build_documents, read_turtle
from kg.stages import explain

OPENING = "Reporters met growers in Norby on Monday. "


def graph(text: str, name: str = "d") -> KnowledgeGraph:
    return build_documents([Document(name, text)])


def statements_of(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Return the statements of a text: subject, wording, object and speaker."""
    found = graph(text)
    labels = {entity.id: entity.label for entity in found.entities}

    def called(thing: object) -> str | None:
        return None if thing is None else labels.get(str(thing), getattr(thing, "value", str(thing)))

    statements = found.statements
    return sorted((labels[s.subject], s.phrase, called(s.object), called(s.speaker)) for s in statements)


def test_we_in_all_its_forms_is_one_group_of_its_speaker() -> None:
    text = "“We need a bridge, and the state helps us,” Ana Silva said. “Our roads are old.”"
    assert [each for each in statements_of(OPENING + text) if each[3] is not None] == [
        ("our (Ana Silva and others) roads", "are", "old", "Ana Silva"),
        ("state", "helps", "we (Ana Silva and others)", "Ana Silva"),
        ("we (Ana Silva and others)", "need", "bridge", "Ana Silva"),
    ]
    (group,) = (entity for entity in graph(text).entities if entity.label == "we (Ana Silva and others)")
    assert group.type == "Group"
    assert [mention.text for mention in group.mentions] == ["We", "us", "Our"]


def test_we_inside_a_description_is_its_owner() -> None:
    found = statements_of(OPENING + "“The advice we had was clear,” Ana Silva said.")
    assert ("advice we (Ana Silva and others) had", "was", "clear", "Ana Silva") in found


def test_the_label_includes_its_owner() -> None:
    assert statements_of("Bosch and Siemens have withdrawn their bids.") == [
        ("Bosch", "has withdrawn", "Bosch and Siemens' bids", None),
        ("Siemens", "has withdrawn", "Bosch and Siemens' bids", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We need a bridge.",  # without a speaker
        "“We need a bridge.” It rained all day.",  # without a known speaker
        "He met Bo Lind and Ole Berg. “We need a bridge,” somebody said.",
    ],
)
def test_we_of_nobody_is_no_group(text: str) -> None:
    assert not [entity.label for entity in graph(OPENING + text).entities if "we" in entity.label.split()]


def test_a_speaker_after_a_pronoun_is_found_too() -> None:
    found = statements_of("“I was born here. We need a bridge,” Ana Silva said.")
    assert ("we (Ana Silva and others)", "need", "bridge", "Ana Silva") in found


def test_what_a_group_thinks_is_said_by_its_speaker() -> None:
    found = statements_of(OPENING + "“We believe that the state has sold the mill,” Ana Silva said.")
    assert ("state", "has sold", "mill", "Ana Silva") in found


def test_the_groups_of_two_speakers_are_two() -> None:
    text = "“We need a bridge,” Ana Silva said. “We want a ferry,” Bo Lind said."
    labels = {entity.label for entity in graph(OPENING + text).entities}
    assert {"we (Ana Silva and others)", "we (Bo Lind and others)"} <= labels


def test_the_group_of_a_speaker_is_another_one_in_each_document() -> None:
    text = OPENING + "“We need a bridge,” Ana Silva said."
    both = graph(text, "d") | graph(text.replace("bridge", "ferry"), "e")
    assert len([entity for entity in both.entities if entity.label == "we (Ana Silva and others)"]) == 2
    assert len([entity for entity in both.entities if entity.label == "Ana Silva"]) == 1


def test_a_long_description_of_a_speaker_is_cut_after_its_noun() -> None:
    found = statements_of(
        OPENING + "“We need a bridge,” said one woman who had taken part in the talks with the state."
    )
    assert ("we (one woman and others)", "need", "bridge") in {each[:3] for each in found}


def test_explaining_agrees_with_the_graph() -> None:
    explained = explain(OPENING + "“We need a bridge,” Ana Silva said.").sentences[-1].claims
    assert ("We", None) in [(each.claim.subject.text, each.rejection) for each in explained]


def test_a_group_is_read_back_from_turtle(tmp_path: Path) -> None:
    found = graph(OPENING + "“We need a bridge,” Ana Silva said. “Our roads are old.”")
    (tmp_path / "graph.ttl").write_text(found.to_turtle(), encoding="utf-8")
    assert read_turtle(tmp_path / "graph.ttl") == found


LETTER = "We sold two mills in May. Our debts are small. The state helps us. " * 4


def test_we_in_a_letter_is_one_group_named_after_its_headline() -> None:
    found = statements_of(f"Letter to the owners\n\n{LETTER}")
    assert ("we (Letter to the owners)", "sold", "two mills", None) in found
    assert ("our (Letter to the owners) debts", "are", "small", None) in found
    assert ("state", "helps", "we (Letter to the owners)", None) in found


@pytest.mark.parametrize(
    "text",
    [
        LETTER,  # without a headline
        f"Letter to the owners\n\n{LETTER[: len(LETTER) // 2]}",  # too few
        f"News of the mills\n\n{LETTER}{'The mills stand on a river in the north of the country. ' * 50}",  # too rare
        f"News of the mills\n\n“{LETTER}” It rained all day.",  # quoted
        f"News of the mills\n\n{'The US bought two mills. ' * 9}{'We sold two mills in May. ' * 3}",  # a country
    ],
)
def test_we_in_another_text_has_no_group(text: str) -> None:
    assert not any("we (" in label for statement in statements_of(text) for label in map(str, statement))
