import string
import unicodedata

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.identifiers import SLUG_LENGTH, digest, slug

LABELS = st.text(max_size=100) | st.text(st.sampled_from("aA_- .'’é\u0301हि"), max_size=12)


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("US", "US"),
        ("Norlin Ferries", "Norlin_Ferries"),
        ("42nd Street", "42nd_Street"),
        ("co-operation", "co-operation"),
        ("Zoë", "Zoë"),
        ("दिल्ली", "दिल्ली"),
    ],
)
def test_slug_that_lost_nothing_is_the_label(label: str, expected: str) -> None:
    assert slug(label) == expected


@pytest.mark.parametrize(
    ("label", "name"), [("U.S.", "US"), ("AT&T", "ATT"), ("-x-", "x"), ("a_b", "a_b"), ("x" * 200, "x" * SLUG_LENGTH)]
)
def test_slug_that_lost_something_has_a_digest(label: str, name: str) -> None:
    assert slug(label) == f"{name}-{digest(label, '', length=8)}"


@pytest.mark.parametrize("label", ["", "!?", "---", "\ud800"])
def test_slug_of_nothing_is_a_digest(label: str) -> None:
    assert slug(label) == (digest(label, "", length=8) if label else "")


@given(LABELS, LABELS)
def test_different_labels_have_different_slugs(one: str, other: str) -> None:
    same = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    assert (slug(one) == slug(other)) is same


@given(LABELS, st.text(min_size=1, max_size=5), st.text(min_size=1, max_size=5))
def test_disambiguators_tell_equal_labels_apart(label: str, one: str, other: str) -> None:
    assert (slug(label, one) == slug(label, other)) is (one == other)
    assert slug(label, one) != slug(label)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=100))
def test_slug_is_safe_in_an_iri(label: str) -> None:
    name = slug(label)
    assert all(character in "-_" or unicodedata.category(character)[0] in "LMN" for character in name)
    assert len(name) <= SLUG_LENGTH + 9
    iri = rdflib.URIRef("http://example.org/" + name)
    assert iri.n3() == f"<http://example.org/{name}>"


@given(st.lists(st.text(max_size=8), max_size=4), st.lists(st.text(max_size=8), max_size=4))
def test_digest_is_base32_and_a_function_of_its_parts(one: list[str], other: list[str]) -> None:
    assert len(digest(*one)) == 16
    assert set(digest(*one)) <= set(string.ascii_lowercase + "234567")
    if "\x1f" not in "".join(one + other):
        assert (digest(*one) == digest(*other)) is (one == other or {tuple(one), tuple(other)} == {(), ("",)})


def test_digest_keeps_its_value() -> None:
    assert digest("U.S.", "", length=8) == "e7yztgon"
