import pytest

from kg.lexicon.given_names import given_name_gender, pronoun_gender
from kg.lexicon.noun_types import (
    broad_type,
    description_type,
    is_capitalized_description,
    is_narrower,
    most_frequent,
    name_type,
    noun_type,
    organization_type,
    unambiguous_type,
)


@pytest.mark.parametrize(
    ("noun", "type_"),
    [
        ("co-founder", "Person"),
        ("well-being", "Thing"),
        ("minister", "Person"),
        ("Companies", "Company"),
        ("gunmen", "Person"),
        ("person", "Person"),
        ("authorities", "Group"),
        ("troops", "Group"),
        ("forces", "Group"),
        ("shareholder", "Person"),
        ("churches", "Organization"),
        ("idea", "Thing"),
        ("s", "Thing"),
    ],
)
def test_noun_type(noun: str, type_: str) -> None:
    assert noun_type(noun) == type_


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Daily Bolt", "NewsMediaOrganization"),
        ("The Bolt Gazette", "NewsMediaOrganization"),
        ("Lake Bolt", "Place"),
        ("Bolt Lake", "Place"),
        ("Treaty of Bolt", "Law"),
        ("Bolt Act 1994", "Law"),
        ("Battle of Bolt", "Event"),
        ("Hurricane Ann", "Event"),
        ("FC Bolt", "SportsTeam"),
        ("Army of Bolt", "MilitaryOrganization"),
        ("Central Bank of Bolt", "GovernmentOrganization"),
        ("Bank of Bolt", "Company"),
        ("Bolt County", "Region"),
        ("Scottish Executive", "GovernmentOrganization"),
        ("Fort Worth Fire Department", "GovernmentOrganization"),
        ("Norla Ferry Service", "Organization"),
        ("Office of the Bolt Commissioner", "Organization"),
        ("Norla Audit Office", "Organization"),
        ("Bolt Board", "Organization"),
        ("Varn Stock Exchange", "Organization"),
        ("Bolt Securities", "Company"),
        ("Bolt Communications", "Company"),
        ("Bolt Observatory", "Organization"),
        ("Bolt Research", "Organization"),
        ("Bolt Policy Forum", "Organization"),
        ("Bolt Red Cross", "Organization"),
        ("Bolt Ventures", "Company"),
        ("Bolt Center for Mining", "Organization"),
        ("Bolt Medical Centre", "Organization"),
        ("Bolt Shopping Center for All", "Place"),
        ("Bolt Center", None),
        ("1994 2000", None),
        ("Painters Guild of Bolt", "Organization"),
        ("Denis Law", None),
        ("Freedom of Trade Act", "Law"),
        ("Division of Ports Bill", "Law"),
        ("School of Law", "EducationalOrganization"),
        ("Varn Coast Guard", "GovernmentOrganization"),
        ("Bolt Workers Movement", "Organization"),
        ("Varn Refugee Camp", "Place"),
        ("Ana Camp", None),
        ("Rasmus Dam", None),
        ("Varn School District", "Organization"),
        ("Bolt Biotech", "Company"),
        ("Jane Doe", None),
        ("the lake", None),
        ("1994", None),
        ("of of", None),
    ],
)
def test_words_of_a_name_tell_its_type(name: str, expected: str | None) -> None:
    assert name_type(name) == expected


def test_several_persons_are_a_group() -> None:
    assert description_type("ministers") == description_type("teams") == "Group"
    assert description_type("minister") == "Person"


@pytest.mark.parametrize(
    ("text", "expected"), [("The President", True), ("Court", True), ("The Sea", True), ("Acme", False)]
)
def test_capitalized_description(text: str, expected: bool) -> None:
    assert is_capitalized_description(text) is expected


def test_types_are_ordered() -> None:
    assert broad_type("City") == "Place"
    assert is_narrower("Company", "Organization")
    assert not is_narrower("Company", "Place")


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["Place", "Person", "Place"], "Place"),
        (["Place", "Person"], "Person"),
        (["Thing", "Thing", "Law"], "Law"),
        (["Thing"], "Event"),
        ([], "Event"),
    ],
)
def test_most_frequent_type(types: list[str], expected: str) -> None:
    assert most_frequent(types, "Event") == expected


def test_given_names_tell_gender() -> None:
    assert given_name_gender("Anna") == "female"
    assert given_name_gender("Peter") == "male"
    assert given_name_gender("Qqq") is None
    assert (pronoun_gender("Her"), pronoun_gender("them")) == ("female", None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bolt Labs", "Company"),
        ("Bolt Inc.", "Company"),
        ("Ministry of Fisheries", "GovernmentOrganization"),
        ("University of Lund", "EducationalOrganization"),
        ("Bolt Institution", "Organization"),
        ("Lake Ann", None),
        ("Jane Doe", None),
        ("Lab", None),
        ("", None),
    ],
)
def test_organization_type(name: str, expected: str | None) -> None:
    assert organization_type(name) == expected


@pytest.mark.parametrize(
    ("noun", "type_"),
    [
        ("tournament", "Event"),
        ("cup", "Thing"),
        ("networks", "Thing"),
        ("operator", "Thing"),
        ("maker", "Thing"),
        ("makers", "Group"),
        ("partners", "Group"),
        ("partner", "Thing"),
        ("newcomer", "Thing"),
        ("newcomers", "Group"),
        ("donor", "Thing"),
        ("producer", "Thing"),
        ("airline", "Company"),
        ("explosion", "Thing"),
        ("utility", "Thing"),
        ("idea", "Thing"),
    ],
)
def test_a_noun_that_often_means_something_else_tells_no_type(noun: str, type_: str) -> None:
    assert unambiguous_type(noun) == type_
