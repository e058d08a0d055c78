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
        (("Norla War I", "Event"), ("Norla War II", "Event"), None),
        (("Oslo", "Place"), ("Oslo Opera", "Organization"), None),
        (("Jane Doe", "Person"), ("John Doe", "Person"), None),
        (("Acme", "Organization"), ("Bolt", "Organization"), None),
        (("Chilean", "Thing"), ("Chilean Steel", "Organization"), None),
        (("BOM", "Organization"), ("Bob O. Miller", "Person"), None),
        (("BM", "Organization"), ("Bureau of Mines", "Organization"), None),
        (("Skills", "Thing"), ("Ministry of Skills", "Organization"), None),
        (("African", "Thing"), ("African Bank", "Organization"), None),
    ],
)
def test_pairs_with_similar_names(one: tuple[str, str], other: tuple[str, str], reason: str | None) -> None:
    graph = resolve([document("d"), document("e")], [], [chain(*one, "d"), chain(*other, "e")])
    assert [found[2] for found in doubtful(graph)] == ([reason] if reason else [])


def test_initials_with_two_meanings() -> None:
    chains = [
        chain(name, "Organization", where)
        for name, where in (("Bureau of Mines", "d"), ("Board of Music", "e"), ("BOM", "f"))
    ]
    graph = resolve([document(where) for where in "def"], [], chains)
    assert doubtful(graph) == (
        ("BOM", "Board_of_Music", "initials", 0.15),
        ("BOM", "Bureau_of_Mines", "initials", 0.15),
    )


def test_pairs_are_sorted_ids_of_the_graph() -> None:
    graph = resolve(
        [], [], [chain("Doe", "Person", "d"), chain("Jane Doe", "Person", "e"), chain("Bolt", "Thing", "f")]
    )
    assert doubtful(graph) == (("Doe", "Jane_Doe", "last name", 0.7),)


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


def test_full_names_that_do_not_agree_are_two_persons_though_both_are_called_by_the_last_name() -> None:
    chains = [
        tuple(mention(name, at, type_="Person", document=where) for at, name in ((0, full), (40, "Doe")))
        for where, full in (("d", "Jane Doe"), ("e", "John Doe"))
    ]
    assert doubtful(resolve([document("d"), document("e")], [], chains)) == ()


def test_a_short_name_with_its_long_one_goes_before_one_of_another_document() -> None:
    chains = [
        (mention("Norlab of Ireland", type_="Organization", document="d"),),
        (mention("Norlab", type_="Organization", document="d", at=40),),
    ]
    together = doubtful(resolve([document("d")], [], chains))
    separate = doubtful(resolve([document("d"), document("e")], [], [
        chain("Norlab of Ireland", "Organization", "d"), chain("Norlab", "Organization", "e")
    ]))  # fmt: skip
    assert [found.reason for found in (*together, *separate)] == ["same beginning", "same beginning"]
    assert together[0].score > separate[0].score


def test_a_description_that_two_entities_fit_could_be_either() -> None:
    chains = [
        (mention("Acme Labs"),),
        (mention("Bolt Labs", 20),),
        (mention("the company", 80, kind="nominal"), mention("The company", 110, kind="nominal")),
    ]
    found = doubtful(resolve([document("d")], [], chains))
    assert [(doubt.reason, doubt.score) for doubt in found] == [("description", 0.5), ("description", 0.5)]


def test_what_is_mentioned_more_comes_first_of_equal_pairs() -> None:
    chains = [
        *(chain("Acme", type_, where) for type_, where in (("Organization", "d"), ("Person", "e"))),
        *(
            chain("Norlab", type_, where)
            for type_, where in (("Organization", "f"), ("Organization", "g"), ("Person", "h"))
        ),
    ]
    graph = resolve([document(where) for where in "defgh"], [], chains)
    assert [found.one for found in doubtful(graph)] == ["Norlab", "Acme"]


def test_an_acronym_or_a_first_name_alone_is_no_same_name() -> None:
    chains = [
        (mention("Board of Savers", document="d"), mention("BS", 40, document="d")),
        (mention("Bureau of Steel", document="e"), mention("BS", 40, document="e")),
        tuple(mention(name, at, type_="Person", document="d") for at, name in ((80, "Jane Doe"), (120, "Jane"))),
        (mention("Jane", type_="Person", document="e", at=80),),
    ]
    found = doubtful(resolve([document("d"), document("e")], [], chains))
    assert [doubt.reason for doubt in found] == ["first name"]


def test_a_body_is_rather_called_by_a_short_name_than_a_festival() -> None:
    names = ("Norlab", "Norlab Works", "Acme", "Acme Festival")
    chains = [(mention(name, at, type_="Thing"),) for at, name in zip((0, 40, 80, 120), names, strict=True)]
    found = doubtful(resolve([document("d")], [], chains))
    assert [(doubt.one, doubt.score) for doubt in found] == [("Norlab", 0.5), ("Acme", 0.4)]
