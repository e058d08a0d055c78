import pytest

from kg.lexicon.gazetteer import Entry, Gazetteer, default_gazetteer


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("US", "United States"),
        ("the U.S.", "United States"),
        ("WHO", "World Health Organization"),
        ("Nato", "NATO"),
        ("The Guardian", "The Guardian"),
        ("us", None),
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


def test_countries_have_capitals_that_are_cities() -> None:
    gazetteer = default_gazetteer()
    countries = [entry for entry in gazetteer.by_name.values() if entry.type == "Country"]
    assert len(set(countries)) > 190
    for country in countries:
        city = gazetteer.find(country.capital) if country.capital else None
        assert country.capital is None or city is not None


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
