import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.person_names import (
    PersonName,
    can_be_last_name,
    can_be_one,
    is_common,
    last_names,
    order_free_form,
    person_name,
    sound_alike,
    sound_of,
    without_address,
)
from tests.names import names


def parsed(name: str) -> PersonName:
    found = person_name(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Dr. Jane Tuck", "jane tuck"),
        ("Tuck, Jane", "jane tuck"),
        ("J.K. Tuck", "j k tuck"),
        ("JK Tuck", "j k tuck"),
        ("Jane Tuck, Jr.", "jane tuck jr"),
        ("Irish Prime Minister Jane Tuck", "jane tuck"),
        ("Vice-President Tuck", "tuck"),
        ("Secretary of State Jane Tuck", "jane tuck"),
        ("King Ugo", "ruler ugo"),
        ("King Ugo II", "ugo II"),
        ("Crown Prince Ugo bin Zor", "ugo bin zor"),
        ("Ugo al-Zor", "ugo zor"),
        ("Jane King", "jane king"),
        ("Jane Tuck QC", "jane tuck"),
        ("Jane Tuck, MP", "jane tuck"),
        ("Prof. Jane Tuck PhD FRS", "jane tuck"),
        ("QC", "q c"),
    ],
)
def test_form(name: str, form: str) -> None:
    assert parsed(name).form == form


def test_no_word_is_no_name() -> None:
    assert person_name("***") is None


@pytest.mark.parametrize(
    ("name", "partial"), [("Tuck", True), ("von Tuck", True), ("Jane Tuck", False), ("King Ugo", False)]
)
def test_partial(name: str, partial: bool) -> None:
    assert parsed(name).partial is partial


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Tuck", "Jane Q. Tuck"),
        ("J. Q. Tuck", "Jane Tuck"),
        ("Bill Tuck", "William Tuck"),
        ("Zuk Von Tuck", "Zuk Tuck"),
        ("Ana Moro Tuck", "Moro Tuck"),
        ("Ana Tuck", "Ana Tuck Novak"),
        ("Ana Tuck", "Ana Maria Tuck Novak"),
        ("King Ugo V", "Ugo V of Norway"),
        ("Zoologist Anna Tuck", "Anna Tuck"),
        ("Kh. Tuckov", "Khulan Tuckov"),
        ("Ould Dah Tuck", "Ould Dah Ould Tuck"),
    ],
)
def test_names_that_can_be_one_persons(one: str, other: str) -> None:
    assert can_be_one(parsed(one), parsed(other))
    assert can_be_one(parsed(other), parsed(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jane Tuck", "John Tuck"),
        ("Jane A. Tuck", "Jane B. Tuck"),
        ("Ugo Tuck", "Ugo Tuck Jr."),
        ("Jane Tuck", "Jane Buck"),
        ("Mr A. Tuck", "Anna Tuck"),
        ("Ugo II", "Ugo III"),
        ("Ugo II of Norway", "Ugo II of Spain"),
        ("Jean-Marie Tuck", "Jean Tuck"),
        ("Ana Tuck", "Ana Tuck Smith"),
        ("Kim Tuck", "Kim Tuck Novak"),
        ("Maria Anna Tuck", "Anna Tuck"),
        ("Ana Tuck", "Ana Tuck Hospital"),
        ("Zoologist Anna Smith", "Anna Smith"),
        ("Ana Maria", "Ana Maria Tuck"),
    ],
)
def test_names_that_cannot_be_one_persons(one: str, other: str) -> None:
    assert not can_be_one(parsed(one), parsed(other))
    assert not can_be_one(parsed(other), parsed(one))


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Tuck", "Jane Tuck", True),
        ("von Tuck", "Jane von Tuck", True),
        ("Ms Tuck", "Jane Tuck", True),
        ("Mr Tuck", "Jane Tuck", False),
        ("Mrs Tuck", "Zork Tuck", False),
        ("Tuck", "Ugo Tuck Jr.", False),
        ("Jane", "Jane Tuck", False),
        ("Xi", "Xi Zemin", True),
        ("Min", "Min Jae-ho", True),
        ("Ho", "Min Jae-ho", False),
        ("Jean", "Jean Tuck-Ho", False),
    ],
)
def test_last_names(short: str, full: str, expected: bool) -> None:
    assert can_be_last_name(parsed(short), parsed(full)) is expected


@pytest.mark.parametrize("name", ["Al", "El"])
def test_a_name_that_is_an_article_elsewhere_is_its_own_last_name(name: str) -> None:
    assert last_names(parsed(name)) == {name.lower()}


@pytest.mark.parametrize(("name", "common"), [("Smith", True), ("Jane", True), ("Mr Smith", True), ("Tuck", False)])
def test_names_that_many_share(name: str, common: bool) -> None:
    assert is_common(parsed(name)) is common


def test_the_sound_of_a_common_name_says_little() -> None:
    assert sound_of(parsed("Andrey Zukov")) == sound_of(parsed("Andrei Zukov")) != ""
    assert sound_of(parsed("Jane Smith")) == sound_of(parsed("J. Zukov")) == sound_of(parsed("Zukov")) == ""


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Ostap Zuhalenko", "Ostap Zugalenka", True),
        ("Aliaksandr Tuckovich", "Alexander Tuckovitch", True),
        ("Ostap Zuhalin", "Ostap Zuhalina", False),
        ("Ostap Zutin", "Ostap Zutanin", False),
        ("Ostap Coogan", "Ostap Hannon", False),
        ("Nicole Zutin", "Nicola Zutin", False),
        ("Anna Zutin", "Anne Zutin", False),
    ],
)
def test_names_that_sound_alike(one: str, other: str, alike: bool) -> None:
    same = sound_of(parsed(one)) == sound_of(parsed(other)) and sound_alike(parsed(one), parsed(other))
    assert same is alike
    assert sound_alike(parsed(other), parsed(one)) is sound_alike(parsed(one), parsed(other))


@given(name=names() | st.text(max_size=12))
def test_any_text_has_parts_or_none(name: str) -> None:
    found = person_name(name)
    assert without_address(name) in name
    if found is not None:
        assert all(found.words)
        assert last_names(found)
        assert {word for last in last_names(found) for word in last.split()} <= set(found.words)
        assert len(order_free_form(found)) in {0, len(found.words)}
        assert sound_of(found).count(" ") in {0, len(found.words) - 1, len(found.words)}


@given(one=names(), other=names())
def test_whether_two_names_are_one_persons_does_not_depend_on_their_order(one: str, other: str) -> None:
    first, second = person_name(one), person_name(other)
    if first is not None and second is not None:
        assert can_be_one(first, second) is can_be_one(second, first)
        assert can_be_last_name(first, second) in {True, False}
