"""Pairs of entities that could be one."""

import pytest

from kg.model import Chain
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
    assert doubtful(graph) == (("BOM", "Board_of_Music", "initials"), ("BOM", "Bureau_of_Mines", "initials"))


def test_pairs_are_sorted_ids_of_the_graph() -> None:
    graph = resolve(
        [], [], [chain("Doe", "Person", "d"), chain("Jane Doe", "Person", "e"), chain("Bolt", "Thing", "f")]
    )
    assert doubtful(graph) == (("Doe", "Jane_Doe", "last name"),)
