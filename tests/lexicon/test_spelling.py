import pytest

from kg.lexicon.spelling import folded, given_name_forms, letters, number, sounds, usual_word, without_initials


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Łódź", "lodz"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("Ærø", "aero"), ("कि", "कि"), ("", "")],
)
def test_folded(text: str, expected: str) -> None:
    assert folded(text) == expected


@pytest.mark.parametrize(
    ("one", "other"), [("Nut-Mart", "NutMart"), ("Böll", "Boell"), ("O'Neal", "ONeal"), ("AB-12", "ab 12")]
)
def test_the_same_letters(one: str, other: str) -> None:
    assert letters(one) == letters(other)


def test_other_letters() -> None:
    assert letters("Bali") != letters("Mali")


@pytest.mark.parametrize(
    ("one", "other"), [("andrey", "andrei"), ("yeltsov", "eltsov"), ("tchekov", "chekov"), ("maxim", "maksim")]
)
def test_spellings_that_sound_alike(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize(("one", "other"), [("jane", "john"), ("ali", "ella"), ("nowak", "novotny")])
def test_spellings_that_do_not_sound_alike(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("II", "2"), ("XLVIII", "48"), ("XIX", "19"), ("Second", "2"), ("2nd", "2"), ("07", "07"), ("mix", None)],
)
def test_number(word: str, expected: str | None) -> None:
    assert number(word) == expected


@pytest.mark.parametrize(
    ("word", "last", "expected"),
    [
        ("centre", False, "center"),
        ("organisation", False, "organization"),
        ("st", False, "saint"),
        ("st", True, "st"),
        ("dept", True, "department"),
        ("acme", False, "acme"),
    ],
)
def test_usual_word(word: str, last: bool, expected: str) -> None:
    assert usual_word(word, last=last) == expected


def test_given_names_with_their_short_forms() -> None:
    assert {"william", "bill"} <= given_name_forms("bill")
    assert given_name_forms("zork") == {"zork"}


def test_initials_of_states_are_written_out() -> None:
    assert without_initials(["us", "open"]) == "united states open"
