"""Pairs of entities that could be one."""

import pytest

from kg.model import Chain, Decision
from kg.resolve import doubtful, resolve
from tests.resolve.values import document, mention


def chain(text: str, type_: str, where: str) -> Chain:
    return (mention(text, type_=type_, document=where),)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (("Doe", "Person"), ("Jane Doe", "Person"), "last name"),
        (("Doe", "Organization"), ("Jane Doe", "Person"), "last name"),
        (("Acme", "Organization"), ("Acme", "Person"), "same name"),
        (("Norlab", "Organization"), ("Norlab of Ireland", "Organization"), "same beginning"),
        (("Jane", "Organization"), ("Jane Doe", "Person"), None),
        (("Jane", "Person"), ("Jane Doe", "Person"), "first name"),
        (("Norlab", "Organization"), ("Irish Norlab", "Organization"), "same ending"),
        (("Odessa Mills", "Organization"), ("Odesa Mills", "Organization"), "sounds alike"),
        (("Oslo", "Place"), ("Oslo Opera", "Organization"), None),
        (("Jane Doe", "Person"), ("John Doe", "Person"), None),
        (("Acme", "Organization"), ("Bolt", "Organization"), None),
    ],
)
def test_pairs_with_names_alike(one: tuple[str, str], other: tuple[str, str], reason: str | None) -> None:
    graph = resolve([document("d"), document("e")], [], [chain(*one, "d"), chain(*other, "e")])
    assert [found[2] for found in doubtful(graph)] == ([reason] if reason else [])


def test_initials_with_two_meanings() -> None:
    chains = [
        chain(name, "Organization", where)
        for name, where in (("Bureau of Mines", "d"), ("Board of Music", "e"), ("BOM", "f"))
    ]
    graph = resolve([document(where) for where in "def"], [], chains)
    assert doubtful(graph) == (
        ("BOM", "Board_of_Music", "initials", 0.35),
        ("BOM", "Bureau_of_Mines", "initials", 0.35),
    )


def test_pairs_are_sorted_ids_of_the_graph() -> None:
    graph = resolve(
        [], [], [chain("Doe", "Person", "d"), chain("Jane Doe", "Person", "e"), chain("Bolt", "Thing", "f")]
    )
    assert doubtful(graph) == (("Doe", "Jane_Doe", "last name", 0.6),)


def test_what_was_decided_to_be_different_is_not_doubtful() -> None:
    chains = [chain("Doe", "Person", "d"), chain("Jane Doe", "Person", "e")]
    assert doubtful(resolve([], [], chains, decisions=[Decision("different", ("Doe", "Jane Doe"))])) == ()


def test_the_likeliest_pair_comes_first() -> None:
    chains = [
        chain("Acme", "Organization", "d"),
        chain("Acme", "Person", "e"),
        chain("Jane Tuck", "Person", "d"),
        chain("Jane Tuck Jr.", "Person", "e"),
        chain("University of Bolt", "Organization", "d"),
        chain("Bolt University", "Organization", "e"),
    ]
    graph = resolve([document("d"), document("e")], [], chains)
    assert [(found.reason, found.score) for found in doubtful(graph)] == [
        ("same name", 0.8),
        ("same words", 0.6),
        ("Jr. or Sr.", 0.3),
    ]
