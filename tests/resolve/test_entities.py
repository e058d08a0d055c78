import pytest

from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Chain, Entity
from kg.resolve.entities import entities
from tests.resolve.values import mention


def found(*chains: Chain) -> dict[str, Entity]:
    return {entity.id: entity for entity in entities(chains, default_gazetteer())}


def name(text: str, type_: str = "Organization", document: str = "d", at: int = 0) -> Chain:
    return (mention(text, at, type_=type_, document=document),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (name("Bolt Inc."), name("Bolt", document="e")),
        (name("U.S.", "Place"), name("America", "Place", document="e")),
        (name("Ministry of Labor"), name("the Labor Ministry", document="e")),
        (name("Bureau of Mines"), name("BOM", document="e")),
        (name("Acme"), name("Acme Motor Group", document="e")),
        (name("Acme", "Thing"), name("Acme", "Place", document="e")),
        ((mention("solar power", kind="nominal"),), (mention("solar power", kind="nominal", document="e"),)),
    ],
)
def test_names_of_one_thing_are_one_entity(one: Chain, other: Chain) -> None:
    assert len(found(one, other)) == 1


@pytest.mark.parametrize(
    "chains",
    [
        (name("Doe", "Person"), name("Jane Doe", "Person", document="e")),
        (name("Acme", "Person"), name("Acme", "Organization", document="e")),
        (name("Jordan", "Person"), name("Jordan", "Place", document="e")),
        ((mention("the firm", kind="nominal"),), (mention("the firm", kind="nominal", document="e"),)),
        ((mention("the firm", kind="nominal"),), (mention("the firm", 30, kind="nominal"),)),
        ((mention("US sales", kind="nominal"),), (mention("US sales", kind="nominal", document="e"),)),
        (name("The President", "Thing"), name("The President", "Thing", document="e")),
        (name("Washington", "Place"), name("US", "Place", document="e")),
    ],
)
def test_different_things_are_different_entities(chains: tuple[Chain, ...]) -> None:
    assert len(found(*chains)) == len(chains)


def test_initials_with_two_meanings_stay_apart() -> None:
    chains = (name("Bureau of Mines"), name("Board of Music", document="e"), name("BOM", document="f"))
    assert len(found(*chains)) == 3


def test_of_two_things_with_one_label_the_more_frequent_has_the_plain_id() -> None:
    person, firm, again = name("Acme", "Person"), name("Acme", document="e"), name("Acme", document="f")
    result = found(person, firm, again)
    assert result["Acme"].type == "Organization"
    assert {entity.label for entity in result.values()} == {"Acme"}


@pytest.mark.parametrize(
    ("chain", "label", "type_"),
    [
        ((mention("US", type_="Place"), mention("United States", 9, type_="Place")), "United States", "Country"),
        ((mention("Jane Doe", type_="Person"), mention("Doe", 9), mention("Doe", 20)), "Jane Doe", "Person"),
        ((mention("Bolt Lab"), mention("Bolt", 9, type_="Organization"), mention("Bolt", 20)), "Bolt", "Organization"),
        (
            (mention("BOM"), mention("BOM", 9), mention("Bureau of Mines", 20)),
            "Bureau of Mines",
            "GovernmentOrganization",
        ),
        ((mention("Bolt", type_="Organization"), mention("the company", 9, kind="nominal")), "Bolt", "Company"),
        ((mention("the Red Bolt", type_="Work"), mention("The Red Bolt", 20, type_="Work")), "Red Bolt", "Work"),
        ((mention("Bolt Corp", type_="Organization"),), "Bolt Corp", "Company"),
        ((mention("Labor Department", type_="Organization"),), "Labor Department", "GovernmentOrganization"),
        ((mention("its old cars", kind="nominal"),), "old cars", "Product"),
        ((mention("the two ministers", kind="nominal"),), "two ministers", "Group"),
        ((mention("“the firm’s", kind="nominal"),), "firm", "Company"),
    ],
)
def test_label_and_type(chain: Chain, label: str, type_: str) -> None:
    (entity,) = found(chain).values()
    assert (entity.label, entity.type) == (label, type_)


def test_aliases_are_names_and_descriptions_without_pronouns() -> None:
    chain = (mention("Bolt"), mention("it", 9, kind="pronoun"), mention("the firm", 20, kind="nominal"))
    (entity,) = found(chain).values()
    assert entity.aliases == ("Bolt", "the firm")


def test_known_things_carry_their_links() -> None:
    (entity,) = found(name("Germany", "Place")).values()
    assert entity.links == ("http://www.wikidata.org/entity/Q183",)
