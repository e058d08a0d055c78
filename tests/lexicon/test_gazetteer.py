import json
import re
import typing as t
from importlib import resources

import pytest

from kg.lexicon.gazetteer import Entry, Gazetteer, default_gazetteer
from kg.lexicon.noun_types import TYPES


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("US", "United States"),
        ("the U.S.", "United States"),
        ("WHO", "World Health Organization"),
        ("Nato", "NATO"),
        ("The Guardian", "The Guardian"),
        ("Barcelona FC", "FC Barcelona"),
        ("us", None),
        ("the Fed", "Federal Reserve"),
        ("Who", None),
        ("usa", None),
        ("Washington", "Washington"),
        ("Nowhere", None),
        ("", None),
    ],
)
def test_names_are_found(name: str, label: str | None) -> None:
    entry = default_gazetteer().find(name)
    assert (entry.label if entry else None) == label


def test_label_goes_before_the_alias_of_another() -> None:
    gazetteer = Gazetteer.of([Entry("Acme", "City", ("Bolt",)), Entry("Bolt", "City")])
    entry = gazetteer.find("Bolt")
    assert entry is not None
    assert entry.label == "Bolt"


@pytest.mark.parametrize(
    ("name", "type_", "within", "expected"),
    [
        ("Georgia", "Place", ["Georgia"], ("Georgia", "Country")),
        ("Georgia", "Place", ["United States", "Georgia", "United States"], ("Georgia", "Region")),
        ("Georgia", "Place", [], ("Georgia", "Country")),
        ("Georgia", "Person", [], None),
        ("Jordan", "Person", [], None),
        ("Jordan", "Place", [], ("Jordan", "Country")),
        ("Jordan", "Thing", [], ("Jordan", "Country")),
        ("Belgium", "Person", [], ("Belgium", "Country")),
        ("Amazon", "Place", [], ("Amazon", "Place")),
        ("Amazon", "Organization", [], ("Amazon", "Company")),
        ("New York", "Place", [], ("New York City", "City")),
        ("Washington", "Place", [], ("Washington", "City")),
        ("Washington State", "Place", [], ("Washington", "Region")),
        ("Time", "Thing", [], None),
        ("Time", "Organization", [], ("Time", "NewsMediaOrganization")),
        ("Time", "Work", [], ("Time", "NewsMediaOrganization")),
        ("Independent", "Thing", [], ("The Independent", "NewsMediaOrganization")),
        ("Time", "Event", [], None),
        ("Intel Corporation", "Organization", [], ("Intel", "Company")),
        ("Nissan Motor Co.", "Organization", [], ("Nissan", "Company")),
        ("Oslo Electronics", "Organization", [], None),
    ],
)
def test_of_several_things_with_one_name_the_one_that_fits_is_found(
    name: str, type_: str, within: list[str], expected: tuple[str, str] | None
) -> None:
    entry = default_gazetteer().find(name, type_=type_, within=within)
    assert (entry and (entry.label, entry.type)) == expected


def test_countries_have_capitals_that_are_cities_of_them() -> None:
    countries = [entry for entry in default_gazetteer().entries if entry.type == "Country"]
    cities = {(entry.label, entry.country) for entry in default_gazetteer().entries if entry.type == "City"}
    assert len(countries) > 200
    for country in countries:
        states = {country.label, "United Kingdom"} if country.capital != "London" else {"United Kingdom"}
        assert country.capital is None or any((country.capital, state) in cities for state in states), country


def test_the_data_are_consistent() -> None:
    entries = default_gazetteer().entries
    countries = {entry.label for entry in entries if entry.type == "Country"}
    links = [link for entry in entries for link in entry.links]
    assert len(links) == len(set(links)) > 500
    assert all(re.fullmatch(r"http://www\.wikidata\.org/entity/Q[1-9]\d*", link) for link in links)
    assert {entry.country for entry in entries if entry.country} <= countries
    assert {entry.type for entry in entries} <= TYPES
    assert len({(entry.label, entry.type) for entry in entries}) == len(_rows())


def test_more_entries_go_before_those_that_are_there() -> None:
    gazetteer = default_gazetteer().extended([Entry("Reuters", "Person", ("Paul",))])
    entry = gazetteer.find("Reuters")
    assert (entry and entry.type) == "Person"
    assert [entry.type for entry in gazetteer.meanings("Reuters")] == ["Person", "NewsMediaOrganization"]


def _rows() -> list[dict[str, t.Any]]:
    rows: list[dict[str, t.Any]] = json.loads(resources.files("kg").joinpath("data/gazetteer.json").read_text("utf-8"))
    return rows


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("us labor department", ("United States", ("labor", "department"))),
        ("french army", ("France", ("army",))),
        ("united states army", ("United States", ("army",))),
        ("labor department", (None, ("labor", "department"))),
        ("france", (None, ("france",))),
    ],
)
def test_country_before(words: str, expected: tuple[str | None, tuple[str, ...]]) -> None:
    assert default_gazetteer().country_before(words.split()) == expected
