"""Mentions that are incompatible with the names of their chain."""

import pytest

from kg.model import Chain, Kind
from kg.resolve.splitting import split_by_entity
from tests.resolve.values import mention


def chain(*texts: tuple[str, Kind]) -> Chain:
    return tuple(mention(text, 40 * at, kind=kind) for at, (text, kind) in enumerate(texts))


def words(chains: tuple[Chain, ...]) -> list[list[str]]:
    return [[one.text for one in found] for found in chains]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            chain(("Jane Bolt", "name"), ("the team", "nominal"), ("their", "pronoun"), ("She", "pronoun")),
            [["Jane Bolt", "She"], ["the team", "their"]],
        ),
        (
            chain(("Jane Bolt", "name"), ("the team", "nominal"), ("Bolt", "name"), ("her", "pronoun")),
            [["Jane Bolt", "Bolt", "her"], ["the team"]],
        ),
        (
            chain(("Jane Bolt", "name"), ("the town", "nominal"), ("This town", "nominal"), ("the firm", "nominal")),
            [["Jane Bolt"], ["the town", "This town"], ["the firm"]],
        ),
        (
            chain(("Bolt Championship", "name"), ("the team", "nominal"), ("the contest", "nominal")),
            [["Bolt Championship", "the contest"], ["the team"]],
        ),
        (
            chain(("Mr. Bolt", "name"), ("he", "pronoun"), ("Mrs. Bolt", "name"), ("Bolt", "name"), ("his", "pronoun")),
            [["Mr. Bolt", "he", "his"], ["Mrs. Bolt", "Bolt"]],
        ),
        (
            chain(("Mr. Bolt", "name"), ("His daughter", "nominal"), ("Jane Bolt", "name"), ("Ms. Bolt", "name")),
            [["Mr. Bolt"], ["His daughter", "Jane Bolt", "Ms. Bolt"]],
        ),
        (
            chain(("Bolt Airlines", "name"), ("its", "pronoun"), ("Ms. Bolt", "name"), ("she", "pronoun")),
            [["Bolt Airlines", "its"], ["Ms. Bolt", "she"]],
        ),
        (
            chain(("Jane Bolt", "name"), ("Mr. Bolt", "name"), ("Bolt", "name"), ("it", "pronoun")),
            [["Jane Bolt", "Bolt", "it"], ["Mr. Bolt"]],
        ),
        (chain(("Jane Bolt", "name"), ("Ms. Bolt", "name"), ("Bolt", "name"), ("she", "pronoun")), None),
        (chain(("Jane Bolt", "name"), ("the actress", "nominal"), ("the star", "nominal")), None),
        (chain(("Bolt", "name"), ("the team", "nominal")), None),
        (chain(("Bolt Airlines", "name"), ("the airport", "nominal")), None),
        (chain(("Jane Bolt", "name"), ("Bolt Airlines", "name"), ("the airline", "nominal")), None),
    ],
)
def test_what_is_foreign_to_the_names_is_split_off(given: Chain, expected: list[list[str]] | None) -> None:
    assert words(split_by_entity(given)) == (expected or [[one.text for one in given]])


def test_what_was_split_stays_so() -> None:
    found = split_by_entity(chain(("Jane Bolt", "name"), ("the team", "nominal"), ("their", "pronoun")))
    assert tuple(part for one in found for part in split_by_entity(one)) == found
