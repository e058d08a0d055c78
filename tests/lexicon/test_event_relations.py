"""Event relations: one event with the same roles in active and passive."""

import tomllib
from importlib import resources

import pytest

from kg.lexicon.event_relations import EventRelation, Roles, event_relations, roles_of


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        ("arrest", ("arrest", "subject", "object")),
        ("be arrested", ("arrest", None, "subject")),
        ("be arrested in", ("arrest", None, "subject")),
        ("be arrested by", ("arrest", "object", "subject")),
        ("be sued for", ("sue", None, "subject")),
        ("be shot dead", ("kill", None, "subject")),
        ("be forbidden", ("ban", None, "subject")),
        ("be permitted to", ("allow", None, "subject")),
        ("die in", ("die", None, "subject")),
        ("die from", ("die", None, "subject")),
        ("point out", ("say", "subject", "object")),
        ("be born in", ("be-born", None, "subject")),
        ("resign as", ("resign", "subject", "object")),
        ("be mayor of", ("lead", "subject", "object")),
        ("be prime minister of", ("lead", "subject", "object")),
        ("merge", ("merge", None, "subject")),
        ("be jailed on charges of", ("sentence", None, "subject")),
        ("be criticised for", ("criticise", None, "subject")),
        ("be nominated for", ("nominate", None, "subject")),
        ("be based in", ("be-located-in", "subject", "object")),
        ("be told", ("tell", None, "subject")),
        ("be caused by", ("cause", "object", "subject")),
        ("be held in", ("take-place", None, "subject")),
        ("retire as", ("retire", "subject", "object")),
        ("be retired", ("retire", "subject", "object")),
        ("be spokesman for", ("work-for", "subject", "object")),
        ("be analyst of", ("work-for", "subject", "object")),
        ("be ceo of", ("lead", "subject", "object")),
        ("be director general of", ("lead", "subject", "object")),
        ("be executive director of", ("lead", "subject", "object")),
        ("be approved by", ("approve", "object", "subject")),
        ("ask for", ("request", "subject", "object")),
        ("blast", ("criticise", "subject", "object")),
        ("impact", ("affect", "subject", "object")),
        ("bar", ("ban", "subject", "object")),
        ("surge by", ("increase", None, "subject")),
        ("decline from", ("decrease", None, "subject")),
        ("happen at", ("take-place", None, "subject")),
        ("be strategist at", ("work-for", "subject", "object")),
        ("be given", ("receive", "subject", "object")),
        ("be granted", ("receive", "subject", "object")),
        ("be awarded", ("receive", "subject", "object")),
        ("vote against", ("oppose", "subject", "object")),
        ("speak out against", ("oppose", "subject", "object")),
        ("recommend", ("propose", "subject", "object")),
        ("welcome", ("welcome", "subject", "object")),
        ("wreck", ("destroy", "subject", "object")),
        ("be damaged by", ("damage", "object", "subject")),
    ],
)
def test_roles(relation: str, expected: tuple[str, str | None, str | None]) -> None:
    assert roles_of(relation) == Roles(*expected)  # type: ignore[arg-type]  # the ends are plain strings here


@pytest.mark.parametrize(
    "relation",
    [
        "be",
        "be injured colleague of",
        "be one of",
        "have",
        "be in",
        "sing",
        "be blue",
        "raise",
        "offer",
        "sign",
        "vote for",
        "be given to",
        "be resigned",
        "be headed",
        "",
    ],
)
def test_what_is_no_event(relation: str) -> None:
    assert roles_of(relation) is None


def test_no_relation_tells_two_events() -> None:
    table = tomllib.loads(resources.files("kg").joinpath("data/events.toml").read_text(encoding="utf-8"))
    told = [relation for row in table.values() for relation in (*row.get("verbs", ()), *row.get("by", ()))]
    assert len(told) == len(set(told))
    assert len(table) > 40


@pytest.mark.parametrize("event", event_relations().values(), ids=event_relations())
def test_every_event_is_explained(event: EventRelation) -> None:
    assert event.meaning.endswith(".")
    assert "agent" in event.meaning or "patient" in event.meaning
