"""Descriptions that fit several named entities are found."""

import pytest

from kg.model import Chain, Claim
from kg.resolve import open_descriptions, resolve
from tests.resolve.values import claim, document, mention


def left_open(chains: list[Chain], claims: list[Claim] | None = None) -> list[tuple[str, tuple[str, ...]]]:
    graph = resolve([document("d")], claims or [], chains)
    return [(found.text, found.choices) for found in open_descriptions(graph)]


def described(*texts: str, at: int = 80) -> Chain:
    return tuple(mention(text, at + 30 * i, kind="nominal") for i, text in enumerate(texts))


ACME, BOLT = (mention("Acme Labs"),), (mention("Bolt Labs", 20),)
BRIDGES: list[Chain] = [(mention("Varn Bridge", type_="Place"),), (mention("Tolo Bridge", 20, type_="Place"),)]


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        ([ACME, BOLT, described("the company", "The company")], [("the company", ("Acme_Labs", "Bolt_Labs"))]),
        ([*BRIDGES, described("that bridge", "the bridge")], [("that bridge", ("Tolo_Bridge", "Varn_Bridge"))]),
        ([ACME, described("the company", "The company")], []),
        ([ACME, BOLT, described("a company", "the company")], []),
        ([ACME, BOLT, described("the French company", "the company")], []),
        ([ACME, BOLT, described("the companies", "the companies")], []),
        ([ACME, BOLT, described("the idea", "the idea")], []),
        ([ACME, BOLT, described("the mayor", "the mayor")], []),
        ([ACME, (mention("Bolt", 200, type_="Organization"),), described("the company", "The company")], []),
    ],
)
def test_several_entities_of_a_kind_fit(chains: list[Chain], expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert left_open(chains) == expected


def test_persons_fit_whom_a_claim_describes_so() -> None:
    doe, roe = mention("Jane Doe", type_="Person"), mention("Hugh Roe", 20, type_="Person")
    claims = [
        claim(doe, "be", mention("a mayor", 40, kind="nominal")),
        claim(roe, "be", mention("the mayor", 60, kind="nominal")),
    ]
    found = left_open([(doe,), (roe,), described("the mayor", "the mayor")], claims)
    assert ("the mayor", ("Hugh_Roe", "Jane_Doe")) in found
